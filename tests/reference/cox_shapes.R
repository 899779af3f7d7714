# Restricted cubic splines in Cox models, and hazard ratios by period of follow-up.
source("lib/cases.R")
source("lib/cox_models.R")
suppressPackageStartupMessages(library(splines))

quantiles <- list("3" = c(0.1, 0.5, 0.9), "4" = c(0.05, 0.35, 0.65, 0.95),
                  "5" = c(0.05, 0.275, 0.5, 0.725, 0.95),
                  "6" = c(0.05, 0.23, 0.41, 0.59, 0.77, 0.95),
                  "7" = c(0.025, 0.1833, 0.3417, 0.5, 0.6583, 0.8167, 0.975))

# ns() spans the same functions with another basis: fit, tests and curve are the same.
spline_case <- function(id, file, time, event, columns, spline, knots, others, ties = "efron",
                        level = 0.95) {
  columns[c(time, event, spline)] <- list(number)
  used <- c(time, event, spline, others)
  data <- model_data(read_data(file), columns, used)
  places <- unname(quantile(data[[spline]], quantiles[[as.character(knots)]]))
  inner <- places[-c(1, knots)]
  basis <- function(x) ns(x, knots = inner, Boundary.knots = places[c(1, knots)])
  data$basis <- unclass(basis(data[[spline]]))[, , drop = FALSE]
  fit <- fit_cox(cox_formula(time, event, c("basis", others)), data, ties)
  linear <- fit_cox(cox_formula(time, event, c(spline, others)), data, ties)
  values <- seq(min(data[[spline]]), max(data[[spline]]), length.out = 61)
  middle <- median(data[[spline]])
  difference <- sweep(basis(values), 2, basis(middle))
  mine <- seq_len(knots - 1)
  log_ratio <- as.vector(difference %*% coef(fit)[mine])
  se <- sqrt(rowSums((difference %*% vcov(fit)[mine, mine]) * difference))
  half <- qnorm((1 + level) / 2) * se
  to <- "/results/0/value"
  curve <- paste0(to, "/splines/0")
  chi <- 2 * (fit$loglik[2] - linear$loglik[2])
  case(id, file.path("data", file),
       list(columns = columns[used], endpoints = list(E = endpoint(time, event)),
            analyses = list(list(id = "spline", method = "cox", endpoint = "E", ties = ties,
                                 level = level,
                                 terms = c(list(list(spline = spline, knots = knots)),
                                           as.list(others))))),
       c(fields(to, logLik = fit$loglik[2], n = fit$n),
         chi_square(paste0(to, "/tests/likelihoodRatio"), 2 * diff(fit$loglik), length(coef(fit))),
         fields(curve, name = spline, reference = middle, knots = I(places), value = I(values),
                hr = I(exp(log_ratio)), lower = I(exp(log_ratio - half)),
                upper = I(exp(log_ratio + half))),
         chi_square(paste0(curve, "/nonlinearity"), chi, knots - 2)),
       iterated, "cox_shapes.R: coxph with splines::ns")
}

# survSplit makes the rows; each period has its own copy of the term.
piecewise_case <- function(id, file, time, event, columns, term, times, others, entry = NULL,
                           ties = "efron") {
  columns[c(time, event, entry)] <- list(number)
  used <- c(time, event, entry, term, others)
  data <- model_data(read_data(file), columns, used)
  left <- paste(c(entry, time, event), collapse = ", ")
  whole <- fit_cox(reformulate(c(term, others), sprintf("Surv(%s)", left)), data, ties)
  data$.time <- data[[time]]
  data$.event <- data[[event]]
  data$.start <- if (is.null(entry)) 0 else data[[entry]]
  split <- survSplit(data, cut = times, end = ".time", event = ".event", start = ".start",
                     episode = "period")
  second <- levels(data[[term]])[2]
  periods <- seq_len(length(times) + 1)
  for (k in periods) {
    split[[paste0("in", k)]] <- as.numeric(split[[term]] == second & split$period == k)
  }
  fit <- fit_cox(reformulate(c(paste0("in", periods), others), "Surv(.start, .time, .event)"), split,
                 ties)
  to <- "/results/0/value/piecewise"
  expected <- unlist(lapply(periods, function(k) {
    coef <- coef(fit)[[paste0("in", k)]]
    se <- sqrt(vcov(fit)[paste0("in", k), paste0("in", k)])
    own <- sprintf("%s/periods/%d", to, k - 1)
    c(fields(own, from = c(0, times)[k], to = c(times, NA)[k], n = sum(split$period == k),
             events = sum(split$.event[split$period == k])),
      fields(paste0(own, "/rows/1"), level = second, coef = coef, se = se, hr = exp(coef),
             lower = exp(coef - qnorm(0.975) * se), upper = exp(coef + qnorm(0.975) * se)))
  }), recursive = FALSE)
  whole_endpoint <- endpoint(time, event)
  if (!is.null(entry)) whole_endpoint$entry <- entry
  case(id, file.path("data", file),
       list(columns = columns[used], endpoints = list(E = whole_endpoint),
            analyses = list(list(id = "periods", method = "cox", endpoint = "E", ties = ties,
                                 terms = I(c(term, others)), splitAt = I(times),
                                 splitTerm = term))),
       c(fields(to, name = term), expected,
         chi_square(paste0(to, "/constant"), 2 * (fit$loglik[2] - whole$loglik[2]),
                    length(times))),
       iterated, "cox_shapes.R: survSplit, coxph")
}

lung <- list(sex = category("1", "2"), ph.ecog = number)
veteran <- list(trt = category("1", "2"), karno = number, prior = category("0", "10"))
gbsg <- list(hormon = category("0", "1"), nodes = number)

write_cases("cox_shapes.json", list(
  spline_case("cox_spline_lung_age_3", "lung.csv", "time", "event", lung, "age", 3, "sex"),
  spline_case("cox_spline_lung_age_4", "lung.csv", "time", "event", lung, "age", 4, "sex"),
  spline_case("cox_spline_lung_age_7_breslow", "lung.csv", "time", "event", lung, "age", 7, "sex",
              ties = "breslow", level = 0.9),
  spline_case("cox_spline_veteran_karno_3", "veteran.csv", "time", "status", veteran, "karno", 3,
              c("trt", "prior")),
  spline_case("cox_spline_gbsg_age_5", "gbsg.csv", "rfstime", "status", gbsg, "age", 5,
              c("hormon", "nodes")),
  spline_case("cox_spline_gbsg_age_6", "gbsg.csv", "rfstime", "status", gbsg, "age", 6, "hormon"),
  piecewise_case("cox_piecewise_veteran", "veteran.csv", "time", "status", veteran, "trt",
                 c(60, 180), "karno"),
  piecewise_case("cox_piecewise_gbsg_breslow", "gbsg.csv", "rfstime", "status", gbsg, "hormon",
                 c(365, 730, 1460), "nodes", ties = "breslow"),
  piecewise_case("cox_piecewise_late_entry", "veteran_weights.csv", "months", "status", veteran,
                 "trt", c(2, 6), "karno", entry = "from")
))
