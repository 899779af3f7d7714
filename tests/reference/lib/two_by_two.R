# Expectations on one proportion and on two proportions compared: binom.test, prop.test, chisq.test,
# fisher.test; Newcombe's interval for a difference from its formula (Stat. Med. 1998; 17:873-890,
# method 10), Wald, Katz and Woolf from theirs.

wilson <- function(x, n, level) {
  suppressWarnings(prop.test(x, n, correct = FALSE, conf.level = level))$conf.int
}

# Newcombe's method 4 (Stat. Med. 1998; 17:857-872).
wilson_corrected <- function(x, n, level) {
  z <- qnorm((1 + level) / 2)
  p <- x / n
  root <- function(sign) z * sqrt(z^2 - sign * 2 - 1 / n + 4 * p * (n * (1 - p) + sign))
  c(if (x == 0) 0 else max(0, (2 * x + z^2 - 1 - root(1)) / (2 * (n + z^2))),
    if (x == n) 1 else min(1, (2 * x + z^2 + 1 + root(-1)) / (2 * (n + z^2))))
}

agresti_coull <- function(x, n, level) {
  z <- qnorm((1 + level) / 2)
  size <- n + z^2
  p <- (x + z^2 / 2) / size
  p + c(-1, 1) * z * sqrt(p * (1 - p) / size)
}

jeffreys <- function(x, n, level) {
  tail <- (1 - level) / 2
  c(if (x == 0) 0 else qbeta(tail, x + 0.5, n - x + 0.5),
    if (x == n) 1 else qbeta(tail, x + 0.5, n - x + 0.5, lower.tail = FALSE))
}

mid_p <- function(x, n, level) {
  tail <- (1 - level) / 2
  solve <- function(f) uniroot(f, c(0, 1), tol = 1e-15, maxiter = 10000)$root
  c(if (x == 0) 0 else solve(function(p) {
      pbinom(x, n, p, lower.tail = FALSE) + dbinom(x, n, p) / 2 - tail
    }),
    if (x == n) 1 else solve(function(p) pbinom(x - 1, n, p) + dbinom(x, n, p) / 2 - tail))
}

expect_exact_test <- function(pointer, x, n, null) {
  p <- function(alternative) binom.test(x, n, null, alternative = alternative)$p.value
  fields(paste0(pointer, "/exactTest"), null = null, p = p("two.sided"), less = p("less"),
         greater = p("greater"))
}

expect_proportion <- function(pointer, x, n, level = 0.95) {
  wald <- x / n + c(-1, 1) * qnorm((1 + level) / 2) * sqrt(x / n * (1 - x / n) / n)
  intervals <- paste0(pointer, "/intervals/")
  c(fields(pointer, events = x, n = n, rate = x / n),
    interval(paste0(intervals, "clopperPearson"), binom.test(x, n, conf.level = level)$conf.int),
    interval(paste0(intervals, "wilson"), wilson(x, n, level)),
    interval(paste0(intervals, "wilsonCorrected"), wilson_corrected(x, n, level)),
    interval(paste0(intervals, "wald"), wald),
    interval(paste0(intervals, "agrestiCoull"), agresti_coull(x, n, level)),
    interval(paste0(intervals, "jeffreys"), jeffreys(x, n, level)),
    interval(paste0(intervals, "midP"), mid_p(x, n, level)))
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

# Where a falling function is 0 between two bounds; a bound where it is 0 at neither.
falling_root <- function(f, lower, upper) {
  inside <- (upper - lower) * 1e-15
  if (f(lower + inside) <= 0) return(lower)
  if (f(upper - inside) >= 0) return(upper)
  uniroot(f, c(lower + inside, upper - inside), tol = 1e-16, maxiter = 10000)$root
}

# Searched, and for score intervals one root inside the other: 1e-8 is what that leaves.
searched <- function(pointer, ...) {
  lapply(fields(pointer, ...), function(one) {
    c(one, list(tolerance = list(rel = 1e-8, abs = 1e-10)))
  })
}

searched_interval <- function(pointer, limits) {
  searched(pointer, lower = limits[1], upper = limits[2])
}

ratio_limits <- function(statistic, level, lower_open, upper_open) {
  z <- qnorm((1 + level) / 2)
  limit <- function(critical) {
    exp(uniroot(function(log) statistic(exp(log)) - critical, c(-12, 12), tol = 1e-14,
                maxiter = 10000)$root)
  }
  c(if (lower_open) 0 else limit(z), if (upper_open) NA else limit(-z))
}

# The score interval with the variance of Miettinen and Nurminen (Stat. Med. 1985; 4:213-226): the
# rates under a ratio are those that have it and add up to the events.
odds_ratio_score <- function(x1, n1, x2, n2, level) {
  first <- function(p2, ratio) ratio * p2 / (1 + p2 * (ratio - 1))
  statistic <- function(ratio) {
    p2 <- falling_root(function(p2) x1 + x2 - n1 * first(p2, ratio) - n2 * p2, 0, 1)
    p1 <- first(p2, ratio)
    correction <- (n1 + n2) / (n1 + n2 - 1)
    (x1 - n1 * p1) * sqrt((1 / (n1 * p1 * (1 - p1)) + 1 / (n2 * p2 * (1 - p2))) / correction)
  }
  ratio_limits(statistic, level, x1 == 0 || x2 == n2, x2 == 0 || x1 == n1)
}

# The same for the risk ratio and the difference. The likelihood of both counts is highest where its
# slope in p2, which falls, is 0: at an end of what p2 may be where it is 0 nowhere. A term without
# patients has no slope.
slope <- function(x, p) if (x == 0) 0 else x / p

rate_under <- function(x1, n1, x2, n2, first, derivative, lower, upper) {
  falling_root(function(p2) {
    p1 <- first(p2)
    derivative * (slope(x1, p1) - slope(n1 - x1, 1 - p1)) + slope(x2, p2) - slope(n2 - x2, 1 - p2)
  }, lower, upper)
}

# Without variance any distance is beyond every limit.
over_error <- function(distance, variance) {
  if (variance > 0) distance / sqrt(variance) else sign(distance) * 1e6
}

risk_ratio_score <- function(x1, n1, x2, n2, level) {
  statistic <- function(ratio) {
    p2 <- rate_under(x1, n1, x2, n2, function(p2) ratio * p2, ratio, 0, min(1, 1 / ratio))
    p1 <- min(1, ratio * p2)
    variance <- p1 * (1 - p1) / n1 + ratio^2 * p2 * (1 - p2) / n2
    over_error(x1 / n1 - ratio * x2 / n2, variance * (n1 + n2) / (n1 + n2 - 1))
  }
  ratio_limits(statistic, level, x1 == 0, x2 == 0)
}

# `factor` of the variance: N / (N - 1) of Miettinen and Nurminen, 1 of Mee (Biometrics 1984;
# 40:1175-1176).
difference_score <- function(x1, n1, x2, n2, level, factor) {
  z <- qnorm((1 + level) / 2)
  statistic <- function(d) {
    p2 <- rate_under(x1, n1, x2, n2, function(p2) p2 + d, 1, max(0, -d), min(1, 1 - d))
    p1 <- min(1, max(0, p2 + d))
    variance <- p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2
    over_error(x1 / n1 - x2 / n2 - d, variance * factor)
  }
  limit <- function(critical) falling_root(function(d) statistic(d) - critical, -1, 1)
  c(limit(z), limit(-z))
}

# Given the margins; fisher.test has the same limits to four digits.
conditional_odds_ratio <- function(x1, n1, x2, n2, level) {
  events <- x1 + x2
  x <- max(0, events - n2):min(n1, events)
  logs <- dhyper(x, n1, n2, events, log = TRUE)
  weights <- function(log_ratio) {
    w <- logs + x * log_ratio
    w <- exp(w - max(w))
    w / sum(w)
  }
  solve <- function(f) exp(uniroot(f, c(-40, 40), tol = 1e-15, maxiter = 10000)$root)
  tail <- (1 - level) / 2
  lowest <- x1 == min(x)
  highest <- x1 == max(x)
  list(
    value = if (highest) NA else if (lowest) 0 else solve(function(l) sum((x - x1) * weights(l))),
    lower = if (lowest) 0 else solve(function(l) sum(weights(l)[x >= x1]) - tail),
    upper = if (highest) NA else solve(function(l) sum(weights(l)[x <= x1]) - tail)
  )
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
    searched_interval(to("difference/miettinenNurminen"),
                      difference_score(x1, n1, x2, n2, level, (n1 + n2) / (n1 + n2 - 1))),
    searched_interval(to("difference/mee"), difference_score(x1, n1, x2, n2, level, 1)),
    fields(to("riskRatio"), value = risk_ratio),
    interval(to("riskRatio/katz"),
             log_interval(risk_ratio, 1 / x1 - 1 / n1 + 1 / x2 - 1 / n2, level)),
    if (x1 + x2 > 0) {
      searched_interval(to("riskRatio/miettinenNurminen"), risk_ratio_score(x1, n1, x2, n2, level))
    },
    fields(to("oddsRatio"), value = odds_ratio),
    interval(to("oddsRatio/woolf"), log_interval(odds_ratio, sum(1 / table), level)),
    if (x1 + x2 > 0 && x1 + x2 < n1 + n2) {
      searched_interval(to("oddsRatio/miettinenNurminen"), odds_ratio_score(x1, n1, x2, n2, level))
    },
    do.call(searched, c(to("oddsRatio/conditional"),
                        conditional_odds_ratio(x1, n1, x2, n2, level))),
    expect_chisq_test(to("tests/pearson"), table, correct = FALSE),
    expect_chisq_test(to("tests/yates"), table, correct = TRUE),
    p_value(to("tests/fisher"), fisher.test(table)$p.value),
    fields(to("tests/fisher"), less = fisher.test(table, alternative = "less")$p.value,
           greater = fisher.test(table, alternative = "greater")$p.value),
    fields(pointer, expectedMin = expected_min,
           chosen = if (expected_min >= 5) "pearson" else "fisher"))
}
