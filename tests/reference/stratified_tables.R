# Rates over ordered groups (prop.trend.test), and 2x2 tables in strata (mantelhaen.test, exact too).
source("lib/cases.R")

counts_of <- function(table) unname(apply(table, 1, I, simplify = FALSE))

# prop.trend.test gives the square of z; z has the sign of the slope.
expect_trend <- function(at, x, n, scores) {
  test <- suppressWarnings(prop.trend.test(x, n, scores))  # two groups fit perfectly
  statistic <- test$statistic[[1]]
  slope <- cov(rep(scores, n), rep(rep(c(1, 0), length(x)), c(rbind(x, n - x))))
  c(chi_square(paste0(at, "/test"), statistic, 1, test$p.value),
    fields(at, z = sign(slope) * sqrt(statistic)))
}

trend_case <- function(id, x, n, scores = NULL) {
  counts <- list(x = I(x), n = I(n))
  if (!is.null(scores)) counts$scores <- I(scores)
  used <- if (is.null(scores)) seq_along(x) else scores
  case(paste0("trend_", id), NULL,
       list(analyses = list(list(method = "cochranArmitage", counts = counts))),
       expect_trend("/results/0/value", x, n, used), closed_form,
       "stratified_tables.R: prop.trend.test")
}
trends <- list(
  trend_case("two", c(3, 9), c(20, 21)),
  trend_case("falling", c(14, 9, 6, 2), c(20, 22, 19, 24)),
  trend_case("doses", c(2, 3, 8, 11), c(30, 28, 31, 29), c(0, 1, 2, 5)),
  trend_case("none_and_all", c(0, 5, 12), c(10, 11, 12)),
  trend_case("group_of_one", c(1, 3, 0, 7), c(1, 9, 14, 9), c(-1.5, 0, 0.5, 3)),
  trend_case("large", c(4100, 4300, 4555, 4702, 5021), rep(10000, 5)),
  trend_case("rare", c(0, 0, 1, 3), c(2500, 2400, 2600, 2300))
)

# The margins fixed, the sum of the first cells is a convolution of hypergeometric counts; with an
# odds ratio its probabilities are multiplied by odds ratio^sum. mantelhaen.test finds its estimate
# and limits to four digits only: they are computed anew and checked against it.
exact_common <- function(tables, level) {
  first <- 0
  probability <- 1
  for (x in tables) {
    events <- sum(x[, 1])
    range <- max(0, events - sum(x[2, ])):min(sum(x[1, ]), events)
    next_one <- dhyper(range, sum(x[1, ]), sum(x[2, ]), events)
    first <- first + range[1]
    sums <- outer(seq_along(probability), seq_along(next_one), "+") - 1
    probability <- as.vector(tapply(outer(probability, next_one), sums, sum))
  }
  support <- first + seq_along(probability) - 1
  observed <- sum(vapply(tables, function(x) x[1, 1], 0))
  at <- which(support == observed)
  weights <- function(log_ratio) {
    logs <- log(probability) + support * log_ratio
    w <- exp(logs - max(logs))
    w / sum(w)
  }
  root <- function(f) exp(uniroot(f, c(-30, 30), tol = 1e-15, maxiter = 10000)$root)
  tail <- (1 - level) / 2
  lowest <- at == 1
  highest <- at == length(support)
  list(
    p = sum(probability[probability <= probability[at] * (1 + 1e-7)]),
    less = sum(probability[seq_len(at)]), greater = sum(probability[at:length(support)]),
    value = if (highest) NA else if (lowest) 0 else root(function(l) sum(support * weights(l)) - observed),
    lower = if (lowest) 0 else root(function(l) sum(weights(l)[at:length(support)]) - tail),
    upper = if (highest) NA else root(function(l) sum(weights(l)[seq_len(at)]) - tail)
  )
}

# Its search is for the odds ratio up to 1, for the reciprocal beyond, each to about 1e-4.
searched <- function(ratio) ifelse(ratio > 1, 2 - 1 / ratio, ratio)

check_exact <- function(exact, tables, level) {
  array <- array(unlist(tables), c(2, 2, length(tables)))
  test <- function(alternative) {
    mantelhaen.test(array, alternative = alternative, exact = TRUE, conf.level = level)
  }
  both <- test("two.sided")
  p <- c(both$p.value, test("less")$p.value, test("greater")$p.value)
  stopifnot(abs(c(exact$p, exact$less, exact$greater) / p - 1) < 1e-9)
  ours <- c(exact$value, exact$lower, exact$upper)
  theirs <- c(both$estimate, both$conf.int)
  ours[is.na(ours)] <- Inf
  stopifnot(abs(searched(ours) - searched(theirs)) < 2e-4)
}

# Where the odds ratio holds, the first cell solves a quadratic equation; here by search.
homogeneity <- function(tables, odds_ratio) {
  of <- vapply(tables, function(x) {
    n1 <- sum(x[1, ])
    n2 <- sum(x[2, ])
    events <- sum(x[, 1])
    ends <- c(max(0, events - n2), min(n1, events))
    e <- uniroot(function(e) e * (n2 - events + e) - odds_ratio * (n1 - e) * (events - e), ends,
                 tol = 1e-14, maxiter = 10000)$root
    c(x[1, 1] - e, 1 / sum(1 / c(e, n1 - e, events - e, n2 - events + e)))
  }, c(0, 0))
  breslow_day <- sum(of[1, ]^2 / of[2, ])
  c(breslow_day, breslow_day - sum(of[1, ])^2 / sum(of[2, ]))
}

# Greenland and Robins, from their formula.
risk_ratio <- function(tables, level) {
  sums <- rowSums(vapply(tables, function(x) {
    n <- sum(x)
    n1 <- sum(x[1, ])
    n2 <- sum(x[2, ])
    c(x[1, 1] * n2 / n, x[2, 1] * n1 / n, (n1 * n2 * sum(x[, 1]) - x[1, 1] * x[2, 1] * n) / n^2)
  }, c(0, 0, 0)))
  ratio <- sums[1] / sums[2]
  c(ratio, ratio * exp(c(-1, 1) * qnorm((1 + level) / 2) * sqrt(sums[3] / (sums[1] * sums[2]))))
}

# Roots of the search for the first cell: 1e-8 is what they leave.
loosely <- function(expectations) {
  lapply(expectations, function(one) c(one, list(tolerance = list(rel = 1e-8, abs = 1e-10))))
}

expect_strata <- function(tables, level = 0.95) {
  at <- function(field) paste0("/results/0/value/", field)
  usable <- Filter(function(x) all(rowSums(x) > 0) && all(colSums(x) > 0), tables)
  array <- array(unlist(usable), c(2, 2, length(usable)))
  plain <- mantelhaen.test(array, correct = FALSE, conf.level = level)
  corrected <- mantelhaen.test(array, correct = TRUE, conf.level = level)
  exact <- exact_common(tables, level)
  check_exact(exact, usable, level)
  odds_ratio <- plain$estimate[[1]]
  estimable <- is.finite(odds_ratio) && odds_ratio > 0
  rr <- risk_ratio(tables, level)
  c(chi_square(at("test"), plain$statistic[[1]], 1, plain$p.value),
    chi_square(at("testCorrected"), corrected$statistic[[1]], 1, corrected$p.value),
    fields(at("oddsRatio"), value = odds_ratio, lower = if (estimable) plain$conf.int[1] else NA,
           upper = if (estimable) plain$conf.int[2] else NA),
    fields(at("riskRatio"), value = rr[1], lower = if (estimable) rr[2] else NA,
           upper = if (estimable) rr[3] else NA),
    if (estimable && length(usable) > 1) {
      statistics <- homogeneity(usable, odds_ratio)
      df <- length(usable) - 1
      loosely(c(
        fields(at("homogeneity/breslowDay"), chiSquare = statistics[1], df = df,
               p = pchisq(statistics[1], df, lower.tail = FALSE)),
        fields(at("homogeneity/tarone"), chiSquare = statistics[2], df = df,
               p = pchisq(statistics[2], df, lower.tail = FALSE))
      ))
    } else {
      fields("/results/0/value", homogeneity = NA)
    },
    fields(at("exact"), p = exact$p, less = exact$less, greater = exact$greater),
    loosely(fields(at("exact/oddsRatio"), value = exact$value, lower = exact$lower,
                   upper = exact$upper)))
}

strata_source <- "stratified_tables.R: mantelhaen.test; exact limits, risk ratio, Breslow-Day by formula"

strata_case <- function(id, tables, level = 0.95, note = NULL) {
  case(paste0("strata_", id), NULL,
       list(analyses = list(list(method = "cochranMantelHaenszel", exact = TRUE, level = level,
                                 counts = lapply(tables, counts_of)))),
       expect_strata(tables, level), closed_form, strata_source, note)
}

two_by_two <- function(...) {
  cells <- c(...)
  lapply(seq(1, length(cells), 4), function(i) matrix(cells[i + 0:3], 2, byrow = TRUE))
}
penicillin <- two_by_two(0, 6, 0, 5, 3, 3, 0, 6, 6, 0, 2, 4, 5, 1, 6, 0, 2, 0, 5, 0)
strata <- list(
  strata_case("penicillin", penicillin, note = "?mantelhaen.test: rabbits, delay against cure"),
  strata_case("penicillin_99", penicillin, 0.99),
  strata_case("two", two_by_two(9, 11, 4, 17, 12, 6, 8, 9), 0.9),
  strata_case("opposed", two_by_two(18, 3, 5, 14, 4, 15, 17, 2)),
  strata_case("almost_none", two_by_two(5, 6, 5, 5, 4, 4, 3, 4),
              note = "the sum of the first cells is within 1/2 of its expectation: no correction"),
  strata_case("with_uninformative", two_by_two(3, 7, 1, 8, 0, 5, 0, 6, 4, 0, 3, 0, 2, 2, 0, 0,
                                               6, 4, 2, 9)),
  strata_case("nobody_in_b", two_by_two(4, 7, 0, 10, 2, 5, 0, 9)),
  strata_case("nobody_in_a", two_by_two(0, 11, 3, 6, 0, 7, 4, 5)),
  strata_case("pairs", rep(two_by_two(1, 0, 0, 1, 0, 1, 1, 0, 1, 0, 1, 0, 0, 1, 0, 1), c(11, 4, 9, 6)),
              note = "30 matched pairs, of which 15 are discordant"),
  strata_case("many", lapply(1:24, function(i) {
    matrix(c(3 + i %% 5, 9 + i %% 7, 2 + i %% 3, 11 + i %% 4), 2, byrow = TRUE)
  })),
  strata_case("large", two_by_two(812, 1310, 640, 1515, 95, 1204, 61, 1188, 430, 377, 402, 421)),
  strata_case("far_tail", two_by_two(180, 20, 30, 170, 95, 5, 20, 90),
              note = "p about 1e-90: its digits count")
)

# From columns: the arm against observation alone, within the differentiation of the tumour, both
# within the extent of the disease too; deaths by the extent.
colon <- read_data("colon_death.csv")
arms <- c("Obs", "Lev+5FU")
two_arms <- colon[colon$rx %in% arms & !is.na(colon$differ), ]
colon_columns <- list(rx = category("Obs", "Lev", "Lev+5FU"), status = number, differ = number,
                      extent = number)
only_two <- list(column = "rx", "in" = I(arms))

strata_of <- function(data, strata) {
  lapply(split(data, strata, drop = TRUE), function(stratum) {
    table(factor(stratum$rx, rev(arms)), factor(stratum$status, c(1, 0)))
  })
}
from_columns <- function(id, by) {
  tables <- strata_of(two_arms, two_arms[rev(by)])
  labels <- vapply(tables, function(x) "", "")
  levels <- do.call(expand.grid, lapply(by[length(by):1], function(name) sort(unique(two_arms[[name]]))))
  names <- apply(levels[, length(by):1, drop = FALSE], 1, paste, collapse = ", ")
  names <- names[names %in% apply(two_arms[by], 1, paste, collapse = ", ")]
  case(paste0("strata_colon_", id), "data/colon_death.csv",
       list(columns = colon_columns,
            analyses = list(list(method = "cochranMantelHaenszel", column = "status", levels = "1",
                                 by = "rx", strata = I(by), exact = TRUE, where = only_two))),
       c(at("/results/0/used", nrow(two_arms)),
         fields("/results/0/value", a = arms[2], b = arms[1]),
         unlist(lapply(seq_along(tables), function(i) {
           fields(sprintf("/results/0/value/strata/%d", i - 1), label = names[i],
                  table = counts_of(unclass(tables[[i]])))
         }), recursive = FALSE),
         expect_strata(tables)),
       closed_form, strata_source)
}

by_extent <- table(colon$extent, factor(colon$status, c(1, 0)))
trend_of_extent <- case(
  "trend_colon_extent", "data/colon_death.csv",
  list(columns = colon_columns,
       analyses = list(list(method = "cochranArmitage", column = "status", levels = "1",
                            by = "extent"))),
  c(at("/results/0/used", nrow(colon)),
    unlist(lapply(1:4, function(i) {
      fields(sprintf("/results/0/value/groups/%d", i - 1), label = rownames(by_extent)[i],
             events = by_extent[i, 1], n = sum(by_extent[i, ]), score = i)
    }), recursive = FALSE),
    expect_trend("/results/0/value", as.vector(by_extent[, 1]), as.vector(rowSums(by_extent)), 1:4)),
  closed_form, "stratified_tables.R: prop.trend.test"
)

write_cases("stratified_tables.json", c(
  trends, list(trend_of_extent), strata,
  list(from_columns("differ", "differ"), from_columns("differ_extent", c("differ", "extent")))
))
