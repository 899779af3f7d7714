# Printed results that are true, as checkClaim takes them, with what R recomputes: tables by
# chisq.test and fisher.test with the numbers of their p printed by formatC; ratios and p of real
# models (coxph, glm, survdiff beside coxph); limits by binom.test and prop.test; standardised
# differences and tails of statistics by their formulas.
source("lib/cases.R")
source("lib/two_by_two.R")
set.seed(20261127)

value <- "/results/0/value"
recomputed <- paste0(value, "/recomputed")
print_as <- function(x, decimals) formatC(x, format = "f", digits = decimals)
print_p <- function(p, decimals = 3) {
  if (p < 10^-decimals) paste0("<", print_as(10^-decimals, decimals)) else print_as(p, decimals)
}
claim <- function(id, kind, options, verdict, expected, note = NULL) {
  analysis <- c(list(method = "checkClaim", kind = kind), options)
  case(paste0("claim_", id), NULL, list(analyses = list(analysis)),
       c(at(paste0(value, "/verdict"), verdict), expected), closed_form, "claims.R", note)
}

g_test <- function(table) {
  expected <- outer(rowSums(table), colSums(table)) / sum(table)
  g <- 2 * sum(ifelse(table > 0, table * log(table / expected), 0))
  pchisq(g, (nrow(table) - 1) * (ncol(table) - 1), lower.tail = FALSE)
}

# 2x2 tables of three sizes, each printed with the p of one test.
two_by_two_claim <- function(i) {
  n <- sample(c(20, 60, 250), 1) + sample(0:30, 2)
  x <- rbinom(2, n, runif(2, 0.15, 0.75))
  table <- cbind(x, n - x)
  p <- suppressWarnings(c(
    pearson = chisq.test(table, correct = FALSE)$p.value, yates = chisq.test(table)$p.value,
    fisher = fisher.test(table)$p.value, likelihoodRatio = g_test(table),
    fisherOneSided = min(fisher.test(table, alternative = "less")$p.value,
                         fisher.test(table, alternative = "greater")$p.value)
  ))
  printed <- c("pearson", "yates", "fisher")[i %% 3 + 1]
  arms <- lapply(1:2, function(k) {
    list(count = as.character(x[k]), n = as.character(n[k]),
         percent = print_as(100 * x[k] / n[k], i %% 4))
  })
  claim(sprintf("table_%02d", i), "twoArmCounts",
        list(arms = arms, p = print_p(p[[printed]], 2 + i %% 2)), "consistent",
        do.call(p_values, c(list(paste0(recomputed, "/tables/0")), as.list(p))))
}
p_values <- function(pointer, ...) {
  values <- list(...)
  lapply(names(values), function(name) {
    list(at = paste0(pointer, "/", name), value = values[[name]],
         tolerance = list(rel = 1e-7, abs = 1e-12))
  })
}

levels_claim <- function(i) {
  k <- 3 + i %% 3
  table <- rbind(as.vector(rmultinom(1, 25 + 10 * i, rep(1, k))),
                 as.vector(rmultinom(1, 30 + 5 * i, seq_len(k))))
  exact <- fisher.test(table, workspace = 2e7)$p.value
  chi <- suppressWarnings(chisq.test(table, correct = FALSE)$p.value)
  arms <- lapply(1:2, function(row) list(count = I(as.character(table[row, ]))))
  claim(sprintf("levels_%d", i), "twoArmCounts",
        list(arms = arms, p = print_p(if (i %% 2) exact else chi)), "consistent",
        p_values(paste0(recomputed, "/tables/0"), pearson = chi, fisher = exact,
                 likelihoodRatio = g_test(table)))
}

# Ratios of real models, printed with two or three decimals; the p is Wald's or, in a case of its
# own, that of the log-rank or likelihood-ratio test.
ratio_claim <- function(id, measure, coef, se, p, decimals, verdict, note = NULL) {
  z <- qnorm(0.975)
  limits <- exp(coef + c(-1, 1) * z * se)
  printed <- print_as(c(exp(coef), limits), decimals)
  numbers <- as.numeric(printed)
  half <- 10^-decimals / 2
  corners <- expand.grid(value = numbers[1] + c(-half, half), lower = numbers[2] + c(-half, half),
                         upper = numbers[3] + c(-half, half))
  p_of <- function(value, lower, upper) {
    2 * pnorm(-abs(log(value)) * 2 * z / log(upper / lower))
  }
  range <- range(with(corners, p_of(value, lower, upper)))
  slack <- list(rel = 1e-6, abs = 1e-9) # the engine allows for rounding of the arithmetic
  loosely <- function(expected) lapply(expected, function(each) c(each, list(tolerance = slack)))
  claim(id, "ratioWithInterval",
        list(measure = measure, value = printed[1], lower = printed[2], upper = printed[3],
             p = print_p(p)), verdict,
        c(fields(paste0(recomputed, "/ratio"), geometricMean = sqrt(numbers[2] * numbers[3]),
                 symmetric = TRUE, stdError = log(numbers[3] / numbers[2]) / (2 * z),
                 p = p_of(numbers[1], numbers[2], numbers[3])),
          loosely(fields(paste0(recomputed, "/ratio/pRange"), lower = range[1],
                         upper = range[2]))), note)
}
cox_claims <- function(name, formula, data) {
  fit <- coxph(formula, data, control = converged)
  coef <- coef(fit)[[1]]
  se <- sqrt(vcov(fit)[1, 1])
  tests <- summary(fit)
  log_rank <- pchisq(survdiff(formula, data)$chisq, 1, lower.tail = FALSE)
  list(
    ratio_claim(paste0("hr_wald_", name), "HR", coef, se, 2 * pnorm(-abs(coef / se)), 3,
                "consistent"),
    ratio_claim(paste0("hr_log_rank_", name), "HR", coef, se, log_rank, 3,
                either("consistent", "cannotCheck"), "the p is survdiff's"),
    ratio_claim(paste0("hr_lr_", name), "HR", coef, se, tests$logtest[["pvalue"]], 2,
                either("consistent", "cannotCheck"), "the p is of the likelihood-ratio test")
  )
}
glm_claim <- function(name, formula, data, decimals) {
  fit <- glm(formula, binomial, data, epsilon = 1e-14)
  row <- summary(fit)$coefficients[2, ]
  ratio_claim(paste0("or_", name), "OR", row[[1]], row[[2]], row[[4]], decimals, "consistent")
}

interval_claim <- function(i) {
  n <- sample(10:300, 1)
  x <- rbinom(1, n, runif(1, 0.05, 0.9))
  exact <- binom.test(x, n)$conf.int
  all <- list(exact, wilson(x, n, 0.95), wilson_corrected(x, n, 0.95), NULL, NULL,
              agresti_coull(x, n, 0.95), jeffreys(x, n, 0.95))
  shown <- all[[c(1, 2, 3, 6, 7)[i %% 5 + 1]]]
  expected <- lapply(which(!vapply(all, is.null, TRUE)), function(k) {
    interval(sprintf("%s/intervals/%d", recomputed, k - 1), 100 * all[[k]])
  })
  claim(sprintf("interval_%02d", i), "proportionWithInterval",
        list(count = as.character(x), n = as.character(n), percent = print_as(100 * x / n, 1),
             lower = print_as(100 * shown[1], 1), upper = print_as(100 * shown[2], 1)),
        "consistent", unlist(expected, recursive = FALSE))
}

difference_claim <- function(i) {
  n <- sample(30:200, 2)
  x <- rbinom(2, n, runif(2, 0.2, 0.8))
  p <- x / n
  difference <- abs(p[1] - p[2]) / sqrt(mean(p * (1 - p)))
  arms <- lapply(1:2, function(k) list(count = as.character(x[k]), n = as.character(n[k])))
  claim(sprintf("difference_%d", i), "standardizedDifference",
        list(arms = arms, value = print_as(difference, 2 + i %% 2)), "consistent",
        at(paste0(recomputed, "/differences/0/value"), difference))
}

statistic_claim <- function(id, options, p, verdict = "consistent") {
  claim(id, "testStatistic", c(options, list(p = print_p(p))), verdict,
        at(paste0(recomputed, "/statistic/p"), p))
}
statistics <- list(
  statistic_claim("chi_1", list(statistic = "4.21", df = "1"),
                  pchisq(4.21, 1, lower.tail = FALSE)),
  statistic_claim("chi_4", list(statistic = "11.03", df = "4"),
                  pchisq(11.03, 4, lower.tail = FALSE)),
  statistic_claim("z", list(statistic = "-2.31", test = "z"), 2 * pnorm(-2.31)),
  statistic_claim("t_17", list(statistic = "2.31", df = "17", test = "t test"),
                  2 * pt(-2.31, 17))
)

lung$sex <- factor(lung$sex)
veteran$trt <- factor(veteran$trt)
write_cases("claims.json", c(
  lapply(1:24, two_by_two_claim), lapply(1:6, levels_claim),
  cox_claims("lung_sex", Surv(time, status) ~ sex, lung),
  cox_claims("veteran_trt", Surv(time, status) ~ trt, veteran),
  cox_claims("veteran_prior", Surv(time, status) ~ prior, veteran),
  cox_claims("ovarian_rx", Surv(futime, fustat) ~ rx, ovarian),
  cox_claims("aml_x", Surv(time, status) ~ x, aml),
  list(glm_claim("mtcars", am ~ wt, mtcars, 3), glm_claim("infert", case ~ spontaneous, infert, 2)),
  lapply(1:10, interval_claim), lapply(1:4, difference_claim), statistics
))
