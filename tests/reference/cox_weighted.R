# Cox models with case weights, clusters, late entry and covariates that change, their residuals,
# baseline and predictions; the exact likelihood of ties.
source("lib/cases.R")
source("lib/cox_models.R")

residual_kinds <- c("linearPredictor", "martingale", "deviance", "score", "dfbeta", "schoenfeld",
                    "scaledSchoenfeld")

rows_of <- function(matrix) {
  matrix <- as.matrix(matrix)
  lapply(seq_len(nrow(matrix)), function(i) I(unname(matrix[i, ])))
}

# dfbeta is weighted; the other residuals are those of one row.
# With late entry R centres the linear predictor at means without weights, otherwise with them; here
# they always have them.
expect_residuals <- function(pointer, fit, weighted, late) {
  of <- function(type, ...) residuals(fit, type = type, ...)
  c(if (!weighted || !late) {
      fields(pointer, linearPredictor = I(unname(fit$linear.predictors)))
    },
    fields(pointer, martingale = I(unname(of("martingale"))), deviance = I(unname(of("deviance"))),
           score = rows_of(of("score")), dfbeta = rows_of(of("dfbeta", weighted = weighted))),
    # Schoenfeld residuals of a weighted fit come weighted from R.
    if (!weighted) fields(pointer, schoenfeld = rows_of(of("schoenfeld")),
                          scaledSchoenfeld = rows_of(of("scaledsch"))))
}

expect_predictions <- function(pointer, fit, newdata, times) {
  # Without strata every row of newdata is a curve; with them every stratum is one, row by row.
  unlist(lapply(seq_len(nrow(newdata)), function(i) {
    curve <- summary(survfit(fit, newdata[i, , drop = FALSE]), times = times, extend = TRUE)
    to <- sprintf("%s/predicted/%d", pointer, i - 1)
    predicted <- predict(fit, newdata[i, , drop = FALSE], type = "lp", se.fit = TRUE)
    fields(to, time = I(curve$time), survival = I(as.vector(curve$surv)),
           stdError = I(as.vector(curve$std.err)), lower = I(as.vector(curve$lower)),
           upper = I(as.vector(curve$upper)), linearPredictor = unname(predicted$fit),
           linearPredictorStdError = unname(predicted$se.fit))
  }), recursive = FALSE)
}

weighted_case <- function(id, file, time, event, columns, terms, entry = NULL, weights = NULL,
                          cluster = NULL, strata = NULL, ties = "efron", robust = NULL,
                          newdata = NULL, times = NULL, zph = TRUE, note = NULL) {
  columns[c(time, event, entry, weights)] <- list(number)
  columns[c(cluster, strata)] <- list(category())
  used <- c(time, event, entry, weights, cluster, terms, strata)
  data <- model_data(read_data(file), columns, used)
  left <- paste(c(entry, time, event), collapse = ", ")
  right <- c(terms, if (!is.null(strata)) sprintf("strata(%s)", strata))
  formula <- reformulate(right, sprintf("Surv(%s)", left))
  arguments <- list(formula, data, ties = ties, control = converged, model = TRUE, x = TRUE)
  if (!is.null(weights)) arguments$weights <- as.numeric(data[[weights]])
  if (!is.null(cluster)) arguments$cluster <- data[[cluster]]
  if (!is.null(robust)) arguments$robust <- robust
  fit <- do.call(coxph, arguments)
  is_robust <- !is.null(fit$naive.var)
  df <- length(coef(fit))
  to <- "/results/0/value"
  exact <- ties == "exact"
  naive <- if (is_robust) fit$naive.var else fit$var
  rows <- unlist(lapply(terms, function(name) term_rows(fit, name)), recursive = FALSE)
  per_term <- unlist(lapply(seq_along(rows), function(i) {
    j <- rows[[i]]$coefficient
    if (is.null(j)) return(NULL)
    at <- match(j, names(coef(fit)))
    coef <- coef(fit)[[at]]
    se <- sqrt(fit$var[at, at])
    pointer <- sprintf("%s/terms/%d", to, i - 1)
    c(fields(pointer, coef = coef, se = sqrt(naive[at, at]), z = coef / se,
             lower = exp(coef - qnorm(0.975) * se), upper = exp(coef + qnorm(0.975) * se)),
      if (is_robust) fields(pointer, robustSe = se),
      p_value(pointer, 2 * pnorm(-abs(coef / se))))
  }), recursive = FALSE)
  expected <- c(
    fields(to, n = fit$n, events = fit$nevent, logLikNull = fit$loglik[1], logLik = fit$loglik[2],
           covariance = rows_of(fit$var)),
    chi_square(paste0(to, "/tests/likelihoodRatio"), 2 * diff(fit$loglik), df),
    chi_square(paste0(to, "/tests/wald"), fit$wald.test, df),
    chi_square(paste0(to, "/tests/score"), fit$score, df),
    if (is_robust) chi_square(paste0(to, "/tests/robustScore"), fit$rscore, df),
    fields(paste0(to, "/concordance"), value = fit$concordance[["concordance"]],
           stdError = fit$concordance[["std"]]),
    per_term,
    if (!exact) expect_residuals(paste0(to, "/residuals"), fit, !is.null(weights), !is.null(entry)),
    if (!exact && zph) expect_zph(paste0(to, "/proportionalHazards"), fit, "km"),
    if (!exact && is.null(strata)) {
      base <- basehaz(fit, centered = FALSE)
      fields(paste0(to, "/baseline/0"), time = I(base$time), cumulativeHazard = I(base$hazard))
    },
    if (!is.null(newdata)) expect_predictions(to, fit, newdata, times)
  )
  analysis <- c(
    list(id = "cox", method = "cox", endpoint = "E", terms = I(terms), ties = ties),
    if (!is.null(weights)) list(weights = weights),
    if (!is.null(cluster)) list(cluster = cluster),
    if (!is.null(strata)) list(strata = strata),
    if (!is.null(robust)) list(variance = if (robust) "robust" else "model"),
    if (!exact) list(baseline = TRUE, residuals = I(residual_kinds)),
    if (!is.null(newdata)) {
      list(at = lapply(seq_len(nrow(newdata)), function(i) lapply(newdata[i, , drop = FALSE],
                                                                  function(x) as.character(x))),
           times = I(times))
    }
  )
  whole <- endpoint(time, event)
  if (!is.null(entry)) whole$entry <- entry
  case(id, file.path("data", file),
       list(columns = columns[used], endpoints = list(E = whole), analyses = list(analysis)),
       expected, iterated, "cox_weighted.R: survival::coxph and its methods", note)
}

# Whole and fractional weights (coxph takes none of 0), on tied times.
veteran <- read_data("veteran.csv")
veteran$whole <- 1 + seq_len(nrow(veteran)) %% 4
veteran$share <- round(0.3 + (seq_len(nrow(veteran)) * 7) %% 11 / 8, 3)
veteran$clinic <- seq_len(nrow(veteran)) %% 9
# Follow-up in months and an entry some way into it: heavy ties, with risk sets that people join.
veteran$months <- ceiling(veteran$time / 30.4375)
veteran$from <- pmax(0, veteran$months - 1 - (seq_len(nrow(veteran)) * 5) %% 7)
veteran$weeks <- ceiling(veteran$time / 7)
write.csv(veteran, "data/veteran_weights.csv", row.names = FALSE, quote = FALSE)

columns <- list(karno = number, age = number, trt = category("1", "2"),
                celltype = category("squamous", "smallcell", "adeno", "large"))
terms <- c("karno", "trt", "celltype")
heart <- list(age = number, year = number, surgery = number, transplant = number)
transplant <- c("age", "surgery", "transplant")
at <- data.frame(karno = c(40, 80), trt = factor(c("1", "2")),
                 celltype = factor(c("squamous", "large"), levels = unclass(columns$celltype$levels)))
patients <- data.frame(age = c(-10, 5), surgery = c(0, 1), transplant = c(0, 1))

write_cases("cox_weighted.json", list(
  weighted_case("cox_weights_whole", "veteran_weights.csv", "time", "status", columns, terms,
                weights = "whole", newdata = at, times = c(30, 100, 300)),
  weighted_case("cox_weights_whole_robust", "veteran_weights.csv", "time", "status", columns, terms,
                weights = "whole", robust = TRUE),
  weighted_case("cox_weights_fractional", "veteran_weights.csv", "months", "status", columns, terms,
                weights = "share", note = "robust by default"),
  weighted_case("cox_weights_fractional_breslow", "veteran_weights.csv", "months", "status", columns,
                terms, weights = "share", ties = "breslow", robust = FALSE),
  weighted_case("cox_weights_strata_cluster", "veteran_weights.csv", "months", "status", columns,
                c("karno", "trt"), weights = "share", strata = "celltype", cluster = "clinic"),
  weighted_case("cox_cluster", "veteran_weights.csv", "months", "status", columns, terms,
                cluster = "clinic"),
  weighted_case("cox_robust", "veteran_weights.csv", "time", "status", columns, terms,
                robust = TRUE),
  weighted_case("cox_late_entry", "veteran_weights.csv", "months", "status", columns, terms,
                entry = "from", newdata = at, times = c(1, 3, 6, 12)),
  weighted_case("cox_late_entry_breslow_strata", "veteran_weights.csv", "months", "status", columns,
                c("karno", "trt"), entry = "from", strata = "celltype", ties = "breslow"),
  weighted_case("cox_late_entry_weights_cluster", "veteran_weights.csv", "months", "status", columns,
                terms, entry = "from", weights = "share", cluster = "clinic"),
  weighted_case("cox_heart_time_varying", "heart_tv.csv", "stop", "event", heart, transplant,
                entry = "start", newdata = patients, times = c(30, 100, 500)),
  weighted_case("cox_heart_cluster", "heart_tv.csv", "stop", "event", heart, transplant,
                entry = "start", cluster = "id"),
  weighted_case("cox_exact_weeks", "veteran_weights.csv", "weeks", "status", columns, terms,
                ties = "exact", note = "up to 12 events in one week"),
  weighted_case("cox_exact_strata", "veteran_weights.csv", "weeks", "status", columns,
                c("karno", "trt"), strata = "celltype", ties = "exact"),
  weighted_case("cox_exact_late_entry", "heart_tv.csv", "stop", "event", heart, transplant,
                entry = "start", ties = "exact",
                note = "few ties: for late entry R goes through all subsets")
))
