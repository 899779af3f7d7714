# Curves of some hundred small random cohorts with coarse times: weights (none, whole, fractional, with
# zeros), late entry, clusters, both variances, all scales and levels. Each is one value of `cohort`
# in one table. Cohorts are drawn until both groups weigh something in two clusters.
source("lib/cases.R")
source("lib/survival_curves.R")
source("lib/weighted_curves.R")

set.seed(20240301, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")
cohorts <- 240
file <- "random_curves.csv"

draw <- function(cohort) {
  n <- sample(6:26, 1)
  late <- cohort %% 2 == 0
  time <- sample((if (late) 1 else 0):sample(c(5, 12, 40), 1), n, replace = TRUE)
  weights <- switch(sample(4, 1), rep(1, n), sample(1:3, n, replace = TRUE),
                    sample(0:2, n, replace = TRUE), round(rexp(n) + 0.05, 2))
  data.frame(cohort = sprintf("c%03d", cohort), time = time,
             entry = if (late) floor(runif(n) * sample(c(0.3, 1), 1) * time) else -1,
             event = rbinom(n, 1, sample(c(0.3, 0.6, 0.9), 1)), arm = rep(c("A", "B"), c(3, n - 3)),
             weight = weights, cluster = sample(letters[1:sample(3:8, 1)], n, replace = TRUE))
}

usable <- function(data) {
  all(vapply(split(data, data$arm), function(own) {
    length(unique(own$cluster[own$weight > 0])) > 1
  }, TRUE))
}

random_cohort <- function(cohort) {
  repeat {
    data <- draw(cohort)
    if (usable(data)) return(data)
  }
}
data <- do.call(rbind, lapply(seq_len(cohorts), random_cohort))
write.csv(data, file.path("data", file), row.names = FALSE, quote = FALSE)

columns <- list(cohort = category(), time = number, entry = number, event = number,
                arm = category("A", "B"), weight = number, cluster = category())

random_case <- function(cohort) {
  own <- data[data$cohort == cohort, ]
  late <- any(own$entry >= 0)
  weighted <- any(own$weight != 1)
  clustered <- sample(c(FALSE, FALSE, TRUE), 1)
  variance <- if (clustered) NULL else list(NULL, "greenwood", "robust")[[sample(3, 1)]]
  robust <- clustered || identical(variance, "robust") ||
    (is.null(variance) && any(own$weight != floor(own$weight)))
  scale <- sample(names(conf_types), 1)
  level <- sample(c(0.8, 0.9, 0.95, 0.99), 1)
  by_arm <- sample(c(TRUE, FALSE), 1)
  rows <- data.frame(time = own$time, event = own$event, entry = if (late) own$entry else -Inf,
                     weight = own$weight,
                     cluster = if (clustered) own$cluster else seq_len(nrow(own)))
  groups <- if (by_arm) split(rows, own$arm) else list(rows)
  curves <- lapply(groups, weighted_curve, robust, conf_types[scale], level)
  given <- sample(0:2, 1)
  time <- given + sample(1:4, 1)
  value <- "/results/0/value"
  keep <- function(expected, of) Filter(function(x) grepl(of, x$at), expected)
  group_of <- function(g) {
    to <- sprintf("%s/groups/%d", value, g - 1)
    all <- c(
      expect_weighted_curve(to, curves[[g]], 0.5, time, time, TRUE, FALSE),
      expect_conditional(to, groups[[g]], given, time, robust, conf_types[scale], level)
    )
    keep(all, "steps/|spssMedian/(value|stdError)|median/|restrictedMean/0/(value|stdE)|conditional/|atTimes/0/(atRisk|survival)")
  }
  expected <- c(
    fields(value, variance = if (robust) "robust" else "greenwood"),
    unlist(lapply(seq_along(curves), group_of), recursive = FALSE),
    if (by_arm) {
      keep(expect_weighted_contrasts(value, curves[[1]], curves[[2]], time, time),
           "differences/0/(value|stdError)|difference/(value|lower)|ratio/(value|lower)")
    }
  )
  outcome <- endpoint("time", "event")
  if (late) outcome$entry <- "entry"
  analysis <- list(id = "curves", method = "kaplanMeier", endpoint = "E", interval = scale,
                   level = level, times = time, restrictTo = time, conditionalOn = given,
                   where = list(column = "cohort", "in" = I(cohort)))
  if (by_arm) analysis$by <- "arm"
  if (weighted) analysis$weights <- "weight"
  if (clustered) analysis$cluster <- "cluster"
  if (!is.null(variance)) analysis$variance <- variance
  case(paste0("random_curves_", cohort), file.path("data", file),
       list(columns = columns, endpoints = list(E = outcome), analyses = list(analysis)),
       expected, closed_form, "random_curves.R: survival::survfit, its influence.surv")
}

write_cases("random_curves.json", lapply(unique(data$cohort), random_case))
