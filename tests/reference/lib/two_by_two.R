# Expectations on one proportion and on two proportions compared: binom.test, prop.test, chisq.test,
# fisher.test; Newcombe's interval for a difference from its formula (Stat. Med. 1998; 17:873-890,
# method 10), Wald, Katz and Woolf from theirs.

wilson <- function(x, n, level) {
  suppressWarnings(prop.test(x, n, correct = FALSE, conf.level = level))$conf.int
}

expect_proportion <- function(pointer, x, n, level = 0.95) {
  wald <- x / n + c(-1, 1) * qnorm((1 + level) / 2) * sqrt(x / n * (1 - x / n) / n)
  intervals <- paste0(pointer, "/intervals/")
  c(fields(pointer, events = x, n = n, rate = x / n),
    interval(paste0(intervals, "clopperPearson"), binom.test(x, n, conf.level = level)$conf.int),
    interval(paste0(intervals, "wilson"), wilson(x, n, level)),
    interval(paste0(intervals, "wald"), wald))
}

newcombe <- function(x1, n1, x2, n2, level) {
  p1 <- x1 / n1
  p2 <- x2 / n2
  first <- wilson(x1, n1, level)
  second <- wilson(x2, n2, level)
  c(p1 - p2 - sqrt((p1 - first[1])^2 + (second[2] - p2)^2),
    p1 - p2 + sqrt((first[2] - p1)^2 + (p2 - second[1])^2))
}

# Interval of a ratio on the log scale; with a zero cell it is not estimable.
log_interval <- function(ratio, variance, level) {
  if (!is.finite(variance)) return(c(NaN, NaN))
  ratio * exp(c(-1, 1) * qnorm((1 + level) / 2) * sqrt(variance))
}

expect_chisq_test <- function(pointer, table, correct) {
  test <- suppressWarnings(chisq.test(table, correct = correct))
  if (is.nan(test$statistic)) return(fields(pointer, chiSquare = NA, p = NA))
  chi_square(pointer, test$statistic[[1]], test$parameter[[1]])
}

# x1 of n1 against the reference x2 of n2.
expect_comparison <- function(pointer, x1, n1, x2, n2, level = 0.95) {
  table <- matrix(c(x1, n1 - x1, x2, n2 - x2), 2, byrow = TRUE)
  expected_min <- min(outer(rowSums(table), colSums(table)) / sum(table))
  difference <- x1 / n1 - x2 / n2
  variance <- x1 / n1 * (1 - x1 / n1) / n1 + x2 / n2 * (1 - x2 / n2) / n2
  wald <- difference + c(-1, 1) * qnorm((1 + level) / 2) * sqrt(variance)
  risk_ratio <- (x1 / n1) / (x2 / n2)
  odds_ratio <- x1 * (n2 - x2) / (x2 * (n1 - x1))
  to <- function(field) paste0(pointer, "/", field)
  c(fields(to("difference"), value = difference),
    interval(to("difference/wald"), wald),
    interval(to("difference/newcombe"), newcombe(x1, n1, x2, n2, level)),
    fields(to("riskRatio"), value = risk_ratio),
    interval(to("riskRatio/katz"),
             log_interval(risk_ratio, 1 / x1 - 1 / n1 + 1 / x2 - 1 / n2, level)),
    fields(to("oddsRatio"), value = odds_ratio),
    interval(to("oddsRatio/woolf"), log_interval(odds_ratio, sum(1 / table), level)),
    expect_chisq_test(to("tests/pearson"), table, correct = FALSE),
    expect_chisq_test(to("tests/yates"), table, correct = TRUE),
    p_value(to("tests/fisher"), fisher.test(table)$p.value),
    fields(pointer, expectedMin = expected_min,
           chosen = if (expected_min >= 5) "pearson" else "fisher"))
}
