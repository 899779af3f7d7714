# Tables of any size (chisq.test, fisher.test), and pairs (mcnemar.test).
source("lib/cases.R")

counts_of <- function(table) {
  unname(apply(unclass(table), 1, function(row) I(unname(row)), simplify = FALSE))
}

# Rows and columns without a count say nothing, and R's statistic does not exist with them.
filled <- function(table) table[rowSums(table) > 0, colSums(table) > 0]

expect_contingency <- function(table) {
  table <- filled(unclass(table))
  test <- suppressWarnings(chisq.test(table, correct = FALSE))
  smallest <- min(dim(table)) - 1
  c(chi_square("/results/0/value", test$statistic[[1]], test$parameter[[1]], test$p.value),
    fields("/results/0/value", table = counts_of(table), expected = counts_of(test$expected),
           residuals = counts_of(test$stdres), expectedMin = min(test$expected),
           shareBelow5 = mean(test$expected < 5),
           cramerV = sqrt(test$statistic[[1]] / (sum(table) * smallest))))
}

# fisher.test counts tables in doubles, and adds up to some million: 1e-8 is what it leaves.
expect_exact <- function(table) {
  p <- fisher.test(filled(table), workspace = 2e8)$p.value
  tolerance <- list(rel = 1e-8, abs = 0)
  list(list(at = "/results/0/value/fisher/p", value = p, tolerance = tolerance),
       list(at = "/results/0/value/fisher/monteCarlo", value = FALSE))
}

contingency_case <- function(id, ..., columns) {
  table <- matrix(c(...), ncol = columns, byrow = TRUE)
  case(paste0("contingency_", id), NULL,
       list(analyses = list(list(method = "contingency", exact = TRUE, counts = counts_of(table)))),
       c(expect_contingency(table), expect_exact(table)), closed_form,
       "contingency.R: chisq.test, fisher.test")
}
counted <- list(
  contingency_case("job_satisfaction", 1, 2, 1, 0, 3, 3, 6, 1, 10, 10, 14, 9, 6, 7, 12, 11,
                   columns = 4),
  contingency_case("two_by_two", 3, 9, 11, 4, columns = 2),
  contingency_case("two_by_six", 4, 0, 7, 2, 1, 9, 3, 5, 2, 2, 8, 1, columns = 6),
  contingency_case("five_by_two", 14, 3, 9, 8, 0, 6, 5, 5, 11, 1, columns = 2),
  contingency_case("three_by_three", 3, 4, 1, 1, 8, 5, 0, 2, 9, columns = 3),
  contingency_case("empty_column", 0, 1, 0, 2, 0, 1, 0, 0, 3, 0, 1, 0, 0, 0, 0, 1, 2, 0, 0, 1,
                   columns = 5),
  contingency_case("one_each", 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, columns = 4),
  contingency_case("unequal", 120, 3, 1, 2, 2, 0, 1, 1, 1, columns = 3),
  contingency_case("independent", 4, 6, 10, 8, 12, 20, 2, 3, 5, columns = 3),
  contingency_case("far_tail", 40, 2, 1, 3, 38, 2, 0, 1, 45, columns = 3),
  contingency_case("best_response", 1, 14, 26, 7, 1, 0, 2, 11, 18, 3, columns = 5)
)

# Large: only by chi-square. A p below 1e-300 is 0 in R as well.
large <- matrix(c(5120, 4211, 3876, 4988, 4410, 3702, 5301, 4123, 3999), 3, byrow = TRUE)
large_case <- case("contingency_large", NULL,
                   list(analyses = list(list(method = "contingency", counts = counts_of(large)))),
                   c(expect_contingency(large), fields("/results/0/value", fisher = NA)),
                   closed_form, "contingency.R: chisq.test")

# Beyond the exact test's budget of work p is an estimate. R's, from 1e6 random tables, stands apart
# from the cases: the native test compares two estimates, not two numbers.
set.seed(20251)
rows <- c(52, 41, 38, 33, 31, 28, 25, 21, 18, 13)
many <- r2dtable(1, rows, c(92, 71, 54, 39, 27, 17))[[1]]
draws <- 1e6
simulated <- fisher.test(many, simulate.p.value = TRUE, B = draws)$p.value
writeLines(paste0("{\n  \"source\": \"contingency.R: fisher.test(simulate.p.value = TRUE); ", versions,
                  "\",\n  \"table\": ", json(counts_of(many)), ",\n  \"draws\": ", json(draws),
                  ",\n  \"p\": ", json(simulated), "\n}"),
           "enumerated/simulated_p.json", useBytes = TRUE)
monte_carlo <- case(
  "contingency_monte_carlo", NULL,
  list(analyses = list(list(method = "contingency", exact = TRUE, counts = counts_of(many)))),
  c(expect_contingency(many), at("/results/0/value/fisher/monteCarlo", TRUE)), closed_form,
  "contingency.R: chisq.test"
)

from_columns <- function(id, file, rows, columns, row_levels, column_levels, exact) {
  data <- read_data(file)
  used <- data[!is.na(data[[rows]]) & !is.na(data[[columns]]), ]
  table <- table(factor(used[[rows]], row_levels), factor(used[[columns]], column_levels))
  specified <- list(category(row_levels), category(column_levels))
  names(specified) <- c(rows, columns)
  case(paste0("contingency_", id), file.path("data", file),
       list(columns = specified,
            analyses = list(list(method = "contingency", rows = rows, columns = columns,
                                 exact = exact))),
       c(at("/results/0/used", nrow(used)),
         fields("/results/0/value", rowLevels = row_levels, columnLevels = column_levels),
         expect_contingency(unname(table)), if (exact) expect_exact(table)),
       closed_form, "contingency.R: chisq.test, fisher.test")
}
cohorts <- list(
  from_columns("veteran_cells", "veteran.csv", "celltype", "trt",
               c("squamous", "smallcell", "adeno", "large"), c("1", "2"), TRUE),
  from_columns("colon_differ", "colon_death.csv", "rx", "differ", c("Obs", "Lev", "Lev+5FU"),
               c("1", "2", "3"), FALSE),
  from_columns("lung_ecog", "lung.csv", "sex", "ph.ecog", c("1", "2"), c("0", "1", "2", "3"), TRUE)
)

expect_pairs <- function(table) {
  b <- table[1, 2]
  c <- table[2, 1]
  both <- function(correct) mcnemar.test(table, correct = correct)
  exact <- binom.test(min(b, c), b + c)
  # Lancaster's mid-P of the exact binomial test, as Fagerland et al. (BMC Med. Res. Methodol. 2013).
  mid_p <- min(1, 2 * pbinom(min(b, c), b + c, 0.5) - dbinom(min(b, c), b + c, 0.5))
  c(chi_square("/results/0/value/test", both(FALSE)$statistic[[1]], 1, both(FALSE)$p.value),
    chi_square("/results/0/value/testCorrected", both(TRUE)$statistic[[1]], 1, both(TRUE)$p.value),
    fields("/results/0/value", exactP = exact$p.value, midP = mid_p, oddsRatio = b / c))
}
pairs_case <- function(id, ...) {
  table <- matrix(c(...), 2, byrow = TRUE)
  case(paste0("mcnemar_", id), NULL,
       list(analyses = list(list(method = "mcnemar", counts = counts_of(table)))),
       expect_pairs(table), closed_form, "contingency.R: mcnemar.test, binom.test")
}
pairs <- list(
  pairs_case("approval", 794, 86, 150, 570), pairs_case("one_pair", 20, 1, 0, 9),
  pairs_case("equal", 5, 7, 7, 5), pairs_case("one_way", 40, 0, 12, 33),
  pairs_case("few", 0, 2, 5, 0), pairs_case("large", 100000, 50500, 49300, 200000),
  pairs_case("far_tail", 10, 4, 600, 10)
)

# The Karnofsky index of 80 and above, as physician and patient rate it.
lung <- read_data("lung.csv")
rated <- lung[!is.na(lung$ph.karno) & !is.na(lung$pat.karno), ]
good <- function(index) factor(ifelse(index >= 80, "good", "poor"), c("poor", "good"))
karnofsky <- unclass(table(good(rated$ph.karno), good(rated$pat.karno)))
cut_at_80 <- function(column) list(cut = column, at = I(80), labels = I(c("poor", "good")))
cohort_pairs <- case(
  "mcnemar_karnofsky", "data/lung.csv",
  list(columns = list(ph.karno = number, pat.karno = number),
       derived = list(physician = cut_at_80("ph.karno"), patient = cut_at_80("pat.karno")),
       analyses = list(list(method = "mcnemar", rows = "physician", columns = "patient"))),
  c(at("/results/0/used", nrow(rated)),
    fields("/results/0/value", levels = c("poor", "good"), table = counts_of(karnofsky)),
    expect_pairs(karnofsky)),
  closed_form, "contingency.R: mcnemar.test, binom.test"
)

write_cases("contingency.json",
            c(counted, list(large_case, monte_carlo), cohorts, pairs, list(cohort_pairs)))
