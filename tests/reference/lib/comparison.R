# What the scripts of comparisons share: tests and standardised differences as Table 1 shows them.

quantile_of <- function(x, p, type = 7) unname(quantile(x, p, type = type))

# Of the second group minus the first, as every difference between arms.
smd_numbers <- function(x, g) {
  x <- split(x, g)
  (mean(x[[2]]) - mean(x[[1]])) / sqrt((var(x[[1]]) + var(x[[2]])) / 2)
}

# Yang and Dalton: the Mahalanobis distance of the shares, any level but one; signed for two levels.
# Levels that neither group has are left out. Not estimable where no level is in both groups.
smd_levels <- function(x, g) {
  counts <- table(g, x)
  counts <- counts[, colSums(counts) > 0, drop = FALSE]
  if (ncol(counts) < 2 || !any(counts[1, ] > 0 & counts[2, ] > 0)) return(NA)
  shares <- counts / rowSums(counts)
  covariance <- function(p) diag(p, length(p)) - outer(p, p)
  spread <- (covariance(shares[1, -1]) + covariance(shares[2, -1])) / 2
  apart <- shares[2, -1] - shares[1, -1]
  distance <- sqrt(drop(apart %*% solve(spread, apart)))
  if (length(apart) == 1) sign(apart) * distance else distance
}

# One test of numbers `x` in groups `g` as Table 1 has it.
test_numbers <- function(name, x, g) {
  x <- split(x, g)
  wilcoxon <- function(...) {
    test <- suppressWarnings(wilcox.test(x[[2]], x[[1]], ...))
    list(name = name, statistic = test$statistic[[1]], df = NA, df2 = NA, p = test$p.value)
  }
  t <- function(equal) {
    test <- t.test(x[[2]], x[[1]], var.equal = equal)
    list(name = name, statistic = test$statistic[[1]], df = test$parameter[[1]], df2 = NA,
         p = test$p.value)
  }
  f <- function(equal) {
    test <- oneway.test(unlist(x) ~ rep(factor(seq_along(x)), lengths(x)), var.equal = equal)
    list(name = name, statistic = test$statistic[[1]], df = test$parameter[[1]],
         df2 = test$parameter[[2]], p = test$p.value)
  }
  switch(name,
    welch = t(FALSE), student = t(TRUE), anova = f(TRUE), welchAnova = f(FALSE),
    wilcoxonExact = wilcoxon(exact = TRUE),
    wilcoxonCorrected = wilcoxon(exact = FALSE),
    wilcoxonUncorrected = wilcoxon(exact = FALSE, correct = FALSE),
    kruskalWallis = {
      test <- kruskal.test(x)
      list(name = name, statistic = test$statistic[[1]], df = test$parameter[[1]], df2 = NA,
           p = test$p.value)
    }
  )
}

# The rule for numbers: Welch's t or the analysis of variance of means; else Wilcoxon's as R decides
# between exact and corrected, or Kruskal and Wallis's.
rule_numbers <- function(x, g, means) {
  if (nlevels(g) > 2) return(if (means) "anova" else "kruskalWallis")
  if (means) return("welch")
  exact <- !anyDuplicated(x) && all(table(g) < 50)
  if (exact) "wilcoxonExact" else "wilcoxonCorrected"
}

# Pearson's chi-square, or Fisher's exact test where an expected count is below 5; or the one asked.
test_levels <- function(x, g, name = NULL) {
  counts <- table(x, g)
  counts <- counts[rowSums(counts) > 0, colSums(counts) > 0, drop = FALSE]
  pearson <- suppressWarnings(chisq.test(counts, correct = identical(name, "yates")))
  least <- min(pearson$expected)
  if (is.null(name)) name <- if (least >= 5) "pearson" else "fisher"
  if (name == "fisher") {
    return(list(name = name, statistic = NA, df = NA, df2 = NA,
                p = fisher.test(counts, workspace = 2e8)$p.value, expectedMin = least))
  }
  list(name = name, statistic = pearson$statistic[[1]], df = pearson$parameter[[1]], df2 = NA,
       p = pearson$p.value, expectedMin = least)
}

# fisher.test adds up many tables in doubles: 1e-8 is what it leaves.
expect_test <- function(pointer, variable, test) {
  rest <- test[setdiff(names(test), "p")]
  p <- if (test$name == "fisher") {
    list(list(at = paste0(pointer, "/p"), value = test$p, tolerance = list(rel = 1e-8, abs = 0)))
  } else {
    p_value(pointer, test$p)
  }
  c(do.call(fields, c(list(pointer, variable = variable), rest)), p)
}
