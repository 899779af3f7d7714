# What one looks at beside a Cox model: the influence of single patients, curves at covariate values,
# martingale residuals of the model without a number, against it, with their smooth line.
source("lib/cases.R")
source("lib/cox_models.R")
suppressPackageStartupMessages(library(splines))

rows_of <- function(matrix) {
  matrix <- as.matrix(matrix)
  lapply(seq_len(nrow(matrix)), function(i) I(unname(matrix[i, ])))
}

expect_influence <- function(pointer, fit) {
  change <- as.matrix(residuals(fit, type = "dfbeta"))
  fields(pointer, dfbetas = rows_of(residuals(fit, type = "dfbetas")),
         hrWithout = rows_of(exp(sweep(-change, 2, coef(fit), "+"))))
}

# Survival for each level of `by`, the others at `given`, else at median and reference.
expect_adjusted <- function(pointer, fit, data, terms, by, given, level) {
  others <- setdiff(terms, by)
  values <- lapply(others, function(name) {
    if (!is.null(given[[name]])) return(given[[name]])
    if (is.factor(data[[name]])) levels(data[[name]])[1] else median(data[[name]])
  })
  names(values) <- others
  newdata <- data.frame(c(setNames(list(levels(data[[by]])), by), values))
  for (name in terms) {
    if (is.factor(data[[name]])) newdata[[name]] <- factor(newdata[[name]], levels(data[[name]]))
  }
  event_times <- sort(unique(fit$y[fit$y[, "status"] == 1, 1]))
  c(fields(pointer, name = by),
    unlist(lapply(seq_along(others), function(i) {
      fields(sprintf("%s/covariates/%d", pointer, i - 1), name = others[i],
             value = as.character(values[[i]]), given = !is.null(given[[others[i]]]))
    }), recursive = FALSE),
    unlist(lapply(seq_len(nrow(newdata)), function(i) {
      curve <- summary(survfit(fit, newdata[i, , drop = FALSE], conf.int = level),
                       times = event_times)
      fields(sprintf("%s/curves/%d", pointer, i - 1), level = levels(data[[by]])[i],
             time = I(curve$time), survival = I(as.vector(curve$surv)),
             lower = I(as.vector(curve$lower)), upper = I(as.vector(curve$upper)))
    }), recursive = FALSE))
}

# The line is that of plot.cox.zph: ns() with its knots at the thirds of points and values together.
expect_form <- function(pointer, name, data, time, event, others, ties) {
  formula <- if (length(others)) cox_formula(time, event, others) else {
    reformulate("1", sprintf("Surv(%s, %s)", time, event))
  }
  without <- coxph(formula, data, ties = ties, control = converged)
  x <- data[[name]]
  y <- unname(residuals(without, type = "martingale"))
  points <- seq(min(x), max(x), length.out = 40)
  basis <- ns(c(points, x), df = 4, intercept = TRUE)
  decomposed <- qr(basis[-(1:40), ])
  c(fields(pointer, name = name, value = I(x), residual = I(y)),
    if (decomposed$rank < 4 || anyDuplicated(c(attr(basis, "knots"), range(x)))) {
      fields(pointer, smooth = NA)
    } else {
      fields(paste0(pointer, "/smooth"), value = I(points),
             residual = I(as.vector(basis[1:40, ] %*% qr.coef(decomposed, y))))
    })
}

checks_case <- function(id, file, time, event, columns, terms, by = NULL, given = list(),
                        form = NULL, ties = "efron", level = 0.95, note = NULL) {
  columns[c(time, event)] <- list(number)
  used <- c(time, event, terms)
  data <- model_data(read_data(file), columns, used)
  fit <- fit_cox(cox_formula(time, event, terms), data, ties)
  to <- "/results/0/value"
  analysis <- c(list(id = "checks", method = "cox", endpoint = "E", terms = I(terms), ties = ties,
                     level = level, residuals = I(c("dfbetas", "hrWithout"))),
                if (!is.null(by)) list(adjustedBy = by),
                if (length(given)) list(at = lapply(given, as.character)),
                if (!is.null(form)) list(functionalForm = form))
  case(id, file.path("data", file),
       list(columns = columns[used], endpoints = list(E = endpoint(time, event)),
            analyses = list(analysis)),
       c(expect_influence(paste0(to, "/residuals"), fit),
         if (!is.null(by)) {
           expect_adjusted(paste0(to, "/adjusted"), fit, data, terms, by, given, level)
         },
         if (!is.null(form)) {
           expect_form(paste0(to, "/functionalForm"), form, data, time, event,
                       setdiff(terms, form), ties)
         }),
       iterated, "cox_checks.R: residuals.coxph, survfit.coxph, splines::ns", note)
}

arm <- list(arm = category("Chemotherapy", "Immunotherapy rechallenge"),
            cps_group = category("<1", ">=1"), age = number)
veteran <- list(trt = category("1", "2"), karno = number, age = number,
                celltype = category("squamous", "smallcell", "adeno", "large"))
months <- list(age = number, ecog = number, sex = category("1", "2"))
lung <- list(sex = category("1", "2"), age = number, ph.ecog = number)

write_cases("cox_checks.json", list(
  checks_case("checks_example_os", "rechallenge_cohort.csv", "os_months", "os_event", arm,
              c("arm", "cps_group", "age"), by = "arm", form = "age", note = "SYNTHETIC cohort"),
  checks_case("checks_example_pfs_given", "rechallenge_cohort.csv", "pfs_months", "pfs_event", arm,
              c("arm", "cps_group", "age"), by = "arm",
              given = list(cps_group = ">=1", age = 70.5), level = 0.9, note = "SYNTHETIC cohort"),
  checks_case("checks_veteran_four_levels", "veteran.csv", "time", "status", veteran,
              c("trt", "karno", "celltype"), by = "celltype", form = "karno"),
  checks_case("checks_veteran_breslow", "veteran.csv", "time", "status", veteran,
              c("celltype", "age"), by = "celltype", form = "age", ties = "breslow", level = 0.99),
  checks_case("checks_lung_alone", "lung.csv", "time", "event", lung, "age", form = "age",
              note = "without it there is no covariate left"),
  checks_case("checks_lung_months_heavy_ties", "lung_months.csv", "months", "event", months,
              c("sex", "age", "ecog"), by = "sex", form = "age"),
  checks_case("checks_few_values", "lung.csv", "time", "event", lung, c("sex", "ph.ecog"),
              by = "sex", form = "ph.ecog", note = "four different values: no smooth line"),
  checks_case("checks_one_curve", "lung.csv", "time", "event", lung, c("sex"), by = "sex")
))
