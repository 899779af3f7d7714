# Small random cohorts with coarse times: many ties, events at time 0, missing values, small strata,
# levels that nobody has. Each is one value of `cohort` in one table, chosen by a condition.
source("lib/cases.R")
source("lib/survival_curves.R")
source("lib/cox_models.R")

# All kinds are named, so that later versions of R draw the same.
set.seed(20240229, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")
cohorts <- 12
file <- "random_cohorts.csv"

random_cohort <- function(cohort) {
  n <- sample(12:70, 1)
  last <- sample(c(6, 15, 60), 1)
  arm <- sample(c("A", "B", "C"), n, replace = TRUE, prob = c(5, 5, cohort %% 3))
  x <- round(rnorm(n, 50, 10), sample(0:1, 1))
  effect <- (arm == "B") * runif(1, -0.7, 0.7) + (x - 50) / 10 * runif(1, -0.5, 0.5)
  time <- floor(rexp(n, exp(effect) / (last / 2)))
  censored <- sample(0:last, n, replace = TRUE)
  data <- data.frame(
    cohort = sprintf("c%02d", cohort), time = pmin(time, censored),
    event = as.integer(time <= censored), arm = arm,
    site = sample(c("north", "south", "west"), n, replace = TRUE, prob = c(6, 3, 1)),
    stage = sample(c("I", "II", "III", "IV"), n, replace = TRUE), x = x
  )
  data$x[sample(n, 2)] <- NA
  data$stage[sample(n, 1)] <- NA
  data
}
data <- do.call(rbind, lapply(seq_len(cohorts), random_cohort))
write.csv(data, file.path("data", file), row.names = FALSE, quote = FALSE, na = "")

columns <- list(cohort = category(), time = number, event = number, x = number,
                arm = category("A", "B", "C"), site = category("north", "south", "west"),
                stage = category("I", "II", "III", "IV"))

# A fit that exists: enough events, and no coefficient on its way to infinity.
settled <- function(fit) {
  step <- ifelse(names(coef(fit)) == "x", 10, 1)
  fit$nevent >= 2 * length(coef(fit)) && all(abs(coef(fit)) * step < 6) &&
    all(sqrt(diag(vcov(fit))) < 5)
}

# NULL where R has no answer either.
cox_part <- function(own, analysis, strata, index) {
  terms <- analysis$terms
  complete <- model_data(own, columns, c("time", "event", terms, strata))
  complete <- droplevels(complete)
  formula_of <- function(terms) cox_formula("time", "event", terms, strata)
  fit <- tryCatch(fit_cox(formula_of(terms), complete, analysis$ties), warning = function(w) NULL)
  if (is.null(fit) || !settled(fit)) return(NULL)
  to <- sprintf("/results/%d/value", index)
  # cox.zph stops where too few event times make its information singular.
  hazards <- tryCatch(
    expect_zph(paste0(to, "/proportionalHazards"), fit, analysis$zphTransform),
    error = function(e) NULL
  )
  c(expect_cox(to, fit, complete, terms, formula_of, analysis$level), hazards)
}

random_case <- function(cohort) {
  own <- droplevels(with_levels(data[data$cohort == cohort, ], columns))
  labels <- levels(own$arm)
  scale <- sample(c("plain", "log", "logLog"), 1)
  level <- sample(c(0.8, 0.9, 0.95, 0.99), 1)
  times <- sort(sample(0:max(own$time), min(4, 1 + max(own$time))))
  quantiles <- c(0.2, 0.5, 2 / 3)
  common <- list(endpoint = "E", level = level, where = list(column = "cohort", "in" = I(cohort)))
  analyses <- list(
    c(list(id = "curves", method = "kaplanMeier", by = "arm", interval = scale,
           quantiles = quantiles, times = I(times)), common),
    c(list(id = "reverse", method = "kaplanMeier", interval = scale, reverse = TRUE), common),
    c(list(id = "test", method = "logRank", by = "arm"), common),
    c(list(id = "stratified", method = "logRank", by = "arm", strata = "site"), common)
  )
  curves <- function(formula) survfit(formula, own, conf.type = conf_types[scale], conf.int = level)
  expected <- c(
    expect_curves("/results/0/value", curves(Surv(time, event) ~ arm), labels,
                  quantiles = quantiles, times = times),
    expect_curves("/results/1/value", curves(Surv(time, 1 - event) ~ 1)),
    expect_log_rank("/results/2/value", survdiff(Surv(time, event) ~ arm, own), labels),
    expect_log_rank("/results/3/value", survdiff(Surv(time, event) ~ arm + strata(site), own),
                    labels)
  )
  for (ties in c("efron", "breslow")) {
    for (strata in list(NULL, "site")) {
      analysis <- list(id = paste(c(ties, strata), collapse = " by "), method = "cox", ties = ties,
                       terms = list(c("arm", "x"), c("x", "stage"))[[sample(2, 1)]],
                       zphTransform = sample(c("km", "rank", "identity"), 1))
      analysis <- c(analysis, common, if (!is.null(strata)) list(strata = strata))
      part <- cox_part(own, analysis, strata, length(analyses))
      if (is.null(part)) next
      analyses <- c(analyses, list(analysis))
      expected <- c(expected, part)
    }
  }
  case(paste0("random_", cohort), file.path("data", file),
       list(columns = columns, endpoints = list(E = endpoint("time", "event")),
            analyses = analyses),
       expected, iterated, "random.R: survival::survfit, survdiff, coxph, cox.zph")
}

write_cases("random.json", lapply(unique(data$cohort), random_case))
