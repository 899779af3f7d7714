# Numbers described and compared between groups (t.test, wilcox.test, oneway.test, kruskal.test,
# bartlett.test, shapiro.test, quantile), correlation (cor.test), and standardised differences.
source("lib/cases.R")
source("lib/comparison.R")

# shapiro.test sums in single steps of another order: 1e-7 is what its p leaves.
royston <- list(rel = 1e-7, abs = 0)
# P of Spearman's exact test is 1 minus counts, or a series: R loses the digits of small ones.
by_series <- list(rel = 1e-9, abs = 1e-12)

# A decimal fraction stands for numbers as measured; `digits` makes ties or avoids them.
drawn <- function(n, digits, shift = 0, scale = 1) round(shift + scale * rnorm(n), digits)

p_of <- quote(c(0, 0.1, 0.25, 1 / 3, 0.5, 0.75, 0.95, 1))

expect_group <- function(to, x, type) {
  known <- x[!is.na(x)]
  p <- eval(p_of)
  q <- quantile_of(known, p, type)
  normal <- if (length(known) >= 3 && diff(range(known)) > 0) shapiro.test(known)
  c(fields(to, n = length(known), missing = sum(is.na(x)), mean = mean(known), sd = sd(known),
           median = median(known), min = min(known), max = max(known),
           q1 = quantile_of(known, 0.25, type), q3 = quantile_of(known, 0.75, type)),
    unlist(lapply(seq_along(p), function(i) {
      fields(sprintf("%s/quantiles/%d", to, i - 1), p = p[i], value = q[i])
    }), recursive = FALSE),
    if (is.null(normal)) at(paste0(to, "/shapiroWilk"), NA) else
      c(fields(paste0(to, "/shapiroWilk"), w = normal$statistic[[1]]),
        list(list(at = paste0(to, "/shapiroWilk/p"), value = normal$p.value, tolerance = royston))))
}

# The exact p given the midranks: all choices of the first group's places, both directions alike.
exact_with_ties <- function(x, y) {
  ranks <- rank(c(x, y))
  sums <- combn(length(ranks), length(x), function(chosen) sum(ranks[chosen]))
  expected <- mean(ranks) * length(x)
  distance <- abs(sum(ranks[seq_along(x)]) - expected)
  mean(abs(sums - expected) >= distance - 1e-9)
}

expect_two <- function(to, x, y, level) {
  x <- x[!is.na(x)]
  y <- y[!is.na(y)]
  t <- function(name, equal) {
    test <- t.test(x, y, var.equal = equal, conf.level = level)
    pointer <- paste0(to, "/", name)
    c(fields(pointer, t = test$statistic[[1]], df = test$parameter[[1]]),
      p_value(pointer, test$p.value),
      fields(paste0(pointer, "/difference"), value = mean(x) - mean(y)),
      interval(paste0(pointer, "/difference"), test$conf.int))
  }
  ties <- anyDuplicated(c(x, y)) > 0
  normal <- function(correct) {
    suppressWarnings(wilcox.test(x, y, exact = FALSE, correct = correct)$p.value)
  }
  at_w <- paste0(to, "/wilcoxon")
  w <- unname(suppressWarnings(wilcox.test(x, y))$statistic)
  few <- choose(length(x) + length(y), length(x)) < 5e5
  c(t("welch", FALSE), t("student", TRUE),
    fields(at_w, w = w, ties = ties, correctedP = normal(TRUE), uncorrectedP = normal(FALSE),
           rule = if (!ties && max(length(x), length(y)) < 50) "exact" else "corrected"),
    fields(paste0(at_w, "/difference"), value = median(outer(x, y, "-"))),
    if (!ties) {
      exact <- wilcox.test(x, y, exact = TRUE, conf.int = TRUE, conf.level = level)
      c(fields(at_w, exactP = exact$p.value),
        interval(paste0(at_w, "/difference"), exact$conf.int))
    } else if (few) {
      fields(at_w, exactP = exact_with_ties(x, y))
    },
    fields(paste0(to, "/standardizedDifference"),
           difference = -smd_numbers(c(x, y), factor(rep(1:2, c(length(x), length(y)))))))
}

expect_several <- function(to, x, g) {
  known <- !is.na(x)
  x <- x[known]
  g <- droplevels(g[known])
  f <- function(name, test) {
    pointer <- paste0(to, "/", name)
    if (!is.finite(test$statistic)) return(at(pointer, NA))  # nothing varies within the groups
    c(fields(pointer, f = test$statistic[[1]], df1 = test$parameter[[1]],
             df2 = test$parameter[[2]]), p_value(pointer, test$p.value))
  }
  apart <- abs(x - ave(x, g, FUN = median))
  kruskal <- kruskal.test(x, g)
  bartlett <- bartlett.test(x, g)
  c(f("anova", oneway.test(x ~ g, var.equal = TRUE)), f("welchAnova", oneway.test(x ~ g)),
    f("brownForsythe", oneway.test(apart ~ g, var.equal = TRUE)),
    chi_square(paste0(to, "/kruskalWallis"), kruskal$statistic[[1]], kruskal$parameter[[1]],
               kruskal$p.value),
    chi_square(paste0(to, "/bartlett"), bartlett$statistic[[1]], bartlett$parameter[[1]],
               bartlett$p.value))
}

numbers_case <- function(id, ..., type = 7, level = 0.95) {
  values <- list(...)
  x <- unlist(values)
  g <- factor(rep(seq_along(values), lengths(values)))
  to <- "/results/0/value"
  case(paste0("numbers_", id), NULL,
       list(analyses = list(list(method = "compareNumbers", values = unname(lapply(values, I)),
                                 quantiles = eval(p_of), quantileType = type, level = level))),
       c(unlist(lapply(seq_along(values), function(i) {
           expect_group(sprintf("%s/groups/%d", to, i - 1), values[[i]], type)
         }), recursive = FALSE),
         expect_several(to, x, g),
         if (length(values) == 2) expect_two(to, values[[1]], values[[2]], level)),
       closed_form, "comparison.R: t.test, wilcox.test, oneway.test, kruskal.test, bartlett.test")
}

set.seed(1905)
two <- list(
  numbers_case("untied", drawn(9, 3), drawn(12, 3, 0.7), type = 2),
  numbers_case("untied_90", drawn(49, 6), drawn(31, 6, 0.3, 2), type = 6, level = 0.9),
  numbers_case("fifty_untied", drawn(50, 7), drawn(20, 7, 0.5)),
  numbers_case("tied", drawn(8, 0, 2, 1.5), drawn(11, 0, 3, 1.5), type = 6),
  numbers_case("tied_unequal", c(1, 1, 2, 2, 2, 3), drawn(14, 0, 3), type = 2),
  numbers_case("missing", c(NA, drawn(20, 1, 50, 9)), c(drawn(25, 1, 55, 9), NA, NA), level = 0.99),
  numbers_case("far_apart", drawn(30, 2), drawn(40, 2, 25)),
  numbers_case("large_values", drawn(15, 2, 1e6), drawn(15, 2, 1e6)),
  numbers_case("two_each", c(1.5, 2.5), c(2, 4)),
  numbers_case("skewed", round(exp(drawn(40, 4)), 3), round(exp(drawn(35, 4, 0.5)), 3), type = 6)
)
several <- list(
  numbers_case("three", drawn(10, 1), drawn(15, 1, 1), drawn(9, 1, 0.5, 3)),
  numbers_case("four_tied", drawn(20, 0, 3, 2), drawn(20, 0, 3, 2), drawn(5, 0, 4, 2),
               drawn(30, 0, 3, 1)),
  numbers_case("five_far", drawn(30, 2), drawn(30, 2, 5), drawn(30, 2, 10), drawn(30, 2, 15),
               drawn(30, 2, 20))
)

column_case <- function(id, file, column, by, levels) {
  data <- read_data(file)
  data <- data[!is.na(data[[by]]), ]
  g <- factor(data[[by]], levels)
  values <- split(data[[column]], g)
  to <- "/results/0/value"
  declared <- list(number, category(levels))
  names(declared) <- c(column, by)
  case(paste0("numbers_", id), file.path("data", file),
       list(columns = declared,
            analyses = list(list(method = "compareNumbers", column = column, by = by,
                                 quantiles = eval(p_of)))),
       c(fields("/results/0", used = nrow(data)),
         unlist(lapply(seq_along(levels), function(i) {
           expect_group(sprintf("%s/groups/%d", to, i - 1), values[[i]], 7)
         }), recursive = FALSE),
         expect_several(to, data[[column]], g),
         if (length(levels) == 2)
           c(fields(to, a = levels[2], b = levels[1]),
             expect_two(to, values[[2]], values[[1]], 0.95))),
       closed_form, "comparison.R: t.test, wilcox.test, oneway.test, kruskal.test, bartlett.test")
}
columns <- list(
  column_case("example_age", "rechallenge_cohort.csv", "age", "arm",
              c("Chemotherapy", "Immunotherapy rechallenge")),
  column_case("veteran_age_cells", "veteran.csv", "age", "celltype",
              c("squamous", "smallcell", "adeno", "large")),
  column_case("lung_calories", "lung.csv", "meal.cal", "sex", c("1", "2")),
  column_case("pbc_platelets", "pbc.csv", "platelet", "stage", c("1", "2", "3", "4"))
)

# --- Normality -----------------------------------------------------------------------------------

shapiro_case <- function(n) {
  x <- drawn(n, 4)
  case(paste0("shapiro_", n), NULL,
       list(analyses = list(list(method = "describe", values = list(I(x)), quantiles = eval(p_of)))),
       expect_group("/results/0/value/groups/0", x, 7), closed_form, "comparison.R: shapiro.test")
}
shapiro <- lapply(c(3, 4, 5, 6, 7, 10, 11, 12, 13, 50, 300), shapiro_case)

# --- Correlation ---------------------------------------------------------------------------------

correlation_case <- function(id, x, y, level = 0.95) {
  test <- function(method) suppressWarnings(cor.test(x, y, method = method, conf.level = level))
  ties <- anyDuplicated(x) > 0 || anyDuplicated(y) > 0
  ranked <- function(method, exact) {
    own <- test(method)
    to <- paste0("/results/0/value/", method)
    c(fields(to, estimate = own$estimate[[1]], statistic = own$statistic[[1]], exact = exact),
      list(list(at = paste0(to, "/p"), value = own$p.value, tolerance = by_series)))
  }
  pearson <- test("pearson")
  to <- "/results/0/value/pearson"
  case(paste0("correlation_", id), NULL,
       list(analyses = list(list(method = "correlation", values = list(I(x), I(y)),
                                 level = level))),
       c(fields("/results/0/value", n = length(x)),
         fields(to, estimate = pearson$estimate[[1]], statistic = pearson$statistic[[1]],
                df = pearson$parameter[[1]]),
         p_value(to, pearson$p.value),
         if (length(x) > 3) interval(to, pearson$conf.int) else interval(to, c(NA, NA)),
         ranked("spearman", !ties), ranked("kendall", !ties && length(x) < 50)),
       closed_form, "comparison.R: cor.test")
}
related <- function(n, digits, share) {
  x <- drawn(n, digits)
  list(x, round(share * x + rnorm(n), digits))
}
pairs <- function(id, n, digits, share, ...) {
  own <- related(n, digits, share)
  correlation_case(id, own[[1]], own[[2]], ...)
}
correlations <- list(
  pairs("three", 3, 3, 0.5), pairs("five", 5, 3, -1), pairs("eight", 8, 3, 0.8),
  pairs("nine", 9, 4, 0.3, level = 0.9), pairs("ten", 10, 4, 1.5), pairs("thirty", 30, 5, 0.4),
  pairs("forty_nine", 49, 6, -0.5), pairs("fifty", 50, 6, 0.2), pairs("two_hundred", 200, 8, 0.1),
  pairs("tied", 40, 0, 1), pairs("tied_in_part", 60, 1, 0.6, level = 0.99),
  correlation_case("one_tied", c(1, 2, 2, 3, 4, 5), c(2.5, 1.5, 3.5, 0.5, 6.5, 5.5))
)

# --- Standardised differences of levels ----------------------------------------------------------

smd_case <- function(id, first, second) {
  x <- factor(rep(rep(seq_along(first), 2), c(first, second)), seq_along(first))
  g <- factor(rep(1:2, c(sum(first), sum(second))), 2:1)  # the first against the second
  value <- smd_levels(x, g)
  two_levels <- sum(first + second > 0) == 2
  case(paste0("smd_", id), NULL,
       list(analyses = list(list(method = "standardizedDifference",
                                 counts = list(I(first), I(second))))),
       fields("/results/0/value", distance = abs(value),
              difference = if (two_levels) value else NA),
       closed_form, "comparison.R: the Mahalanobis distance of Yang and Dalton")
}
smd <- list(
  smd_case("two", c(12, 7), c(5, 22)), smd_case("two_equal", c(10, 30), c(20, 60)),
  smd_case("one_sided", c(14, 0), c(9, 6)), smd_case("three", c(20, 5, 9), c(11, 17, 3)),
  smd_case("five", c(4, 0, 7, 12, 1), c(9, 3, 2, 6, 8)),
  smd_case("empty_level", c(8, 0, 5, 4), c(3, 0, 9, 2)),
  smd_case("empty_first", c(0, 8, 5, 4), c(0, 3, 9, 2)),
  smd_case("overlap_in_one", c(10, 5, 0, 0), c(0, 3, 8, 4)),
  smd_case("disjoint_two", c(9, 0), c(0, 7)), smd_case("disjoint_four", c(5, 6, 0, 0), c(0, 0, 7, 8)),
  smd_case("constant", c(9, 0), c(7, 0)),
  smd_case("large", c(120345, 98765, 45678), c(110234, 100321, 50123))
)

write_cases("comparison.json", c(two, several, columns, shapiro, correlations, smd))
