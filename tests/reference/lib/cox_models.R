# Expectations on Cox models, from survival::coxph, cox.zph and concordance.

zph_transforms <- c("km", "rank", "identity", "log")

# Complete cases of the columns a model uses; factors get their declared levels.
model_data <- function(data, columns, used) {
  data <- with_levels(data, columns[used])
  data[complete.cases(data[used]), ]
}

cox_formula <- function(time, event, terms, strata = NULL) {
  right <- c(terms, if (!is.null(strata)) sprintf("strata(%s)", paste(strata, collapse = ", ")))
  reformulate(right, sprintf("Surv(%s, %s)", time, event))
}

# `model = TRUE` keeps the data for cox.zph.
fit_cox <- function(formula, data, ties = "efron") {
  coxph(formula, data, ties = ties, control = converged, model = TRUE)
}

# The rows of terms[] of one column: the reference of a factor (not a coefficient of R's), then
# its other levels.
term_rows <- function(fit, name) {
  levels <- fit$xlevels[[name]]
  if (is.null(levels)) return(list(list(name = name, coefficient = name)))
  lapply(levels, function(level) {
    list(name = name, level = level,
         coefficient = if (level != levels[1]) paste0(name, level))
  })
}

expect_term <- function(pointer, row, fit, level) {
  named <- c(fields(pointer, name = row$name),
             if (!is.null(row$level)) fields(pointer, level = row$level))
  if (is.null(row$coefficient)) return(c(named, fields(pointer, reference = TRUE, hr = 1)))
  coef <- coef(fit)[[row$coefficient]]
  if (is.na(coef)) return(c(named, fields(pointer, aliased = TRUE, coef = NA, hr = NA)))
  se <- sqrt(vcov(fit)[row$coefficient, row$coefficient])
  half <- qnorm((1 + level) / 2) * se
  c(named,
    fields(pointer, reference = FALSE, aliased = FALSE, coef = coef, se = se, z = coef / se,
           hr = exp(coef), lower = exp(coef - half), upper = exp(coef + half)),
    p_value(pointer, 2 * pnorm(-abs(coef / se))))
}

expect_terms <- function(pointer, fit, terms, level) {
  rows <- unlist(lapply(terms, function(name) term_rows(fit, name)), recursive = FALSE)
  unlist(lapply(seq_along(rows), function(i) {
    expect_term(sprintf("%s/terms/%d", pointer, i - 1), rows[[i]], fit, level)
  }), recursive = FALSE)
}

# Likelihood-ratio test of each term against the model without it.
expect_term_tests <- function(pointer, fit, data, terms, formula_of) {
  unlist(lapply(seq_along(terms), function(i) {
    rest <- terms[-i]
    without <- if (length(rest)) {
      fit_cox(formula_of(rest), data, fit$method)$loglik[2]
    } else {
      fit$loglik[1]
    }
    df <- max(1, length(fit$xlevels[[terms[i]]]) - 1)
    to <- sprintf("%s/termTests/%d", pointer, i - 1)
    c(fields(to, name = terms[i]),
      chi_square(paste0(to, "/test"), 2 * (fit$loglik[2] - without), df))
  }), recursive = FALSE)
}

expect_zph <- function(pointer, fit, transform) {
  table <- cox.zph(fit, transform)$table
  rows <- setdiff(rownames(table), "GLOBAL")
  test <- function(to, row) chi_square(to, table[row, 1], table[row, 2], table[row, 3])
  c(fields(pointer, transform = transform),
    unlist(lapply(seq_along(rows), function(i) {
      to <- sprintf("%s/terms/%d", pointer, i - 1)
      c(fields(to, name = rows[i]), test(to, rows[i]))
    }), recursive = FALSE),
    test(paste0(pointer, "/global"), "GLOBAL"))
}

expect_cox <- function(pointer, fit, data, terms, formula_of, level = 0.95) {
  # summary.coxph rounds its Wald statistic; that of the fit is not rounded.
  df <- sum(!is.na(coef(fit)))
  c(fields(pointer, n = fit$n, events = fit$nevent, logLikNull = fit$loglik[1],
           logLik = fit$loglik[2], aic = AIC(fit),
           bic = -2 * fit$loglik[2] + df * log(fit$nevent), converged = TRUE,
           covariance = lapply(seq_len(nrow(vcov(fit))), function(i) I(vcov(fit)[i, ]))),
    chi_square(paste0(pointer, "/tests/likelihoodRatio"), 2 * diff(fit$loglik), df),
    chi_square(paste0(pointer, "/tests/wald"), fit$wald.test, df),
    chi_square(paste0(pointer, "/tests/score"), fit$score, df),
    fields(paste0(pointer, "/concordance"), value = fit$concordance[["concordance"]],
           stdError = fit$concordance[["std"]]),
    expect_terms(pointer, fit, terms, level),
    expect_term_tests(pointer, fit, data, terms, formula_of))
}

# The smooth that R's plot.cox.zph draws of one coefficient: its own code, with the drawing replaced
# by a notebook. `lines` is called for the smooth, then for the upper and lower band.
drawn_smooth <- function(zph, var) {
  drawn <- list()
  draw <- survival:::plot.cox.zph
  environment(draw) <- list2env(list(
    plot = function(...) NULL, points = function(...) NULL, axis = function(...) NULL,
    lines = function(x, y, ...) drawn[[length(drawn) + 1]] <<- list(x = x, y = as.vector(y))
  ), parent = environment(draw))
  suppressWarnings(draw(zph, var = var))
  if (!length(drawn)) return(NULL)
  list(x = drawn[[1]]$x, value = drawn[[1]]$y, upper = drawn[[2]]$y, lower = drawn[[3]]$y)
}

# The curves of each coefficient: cox.zph's y by time, and the smooth. On the transforms that are
# no formula, the time of a point is interpolated between events, as plot.cox.zph labels its axis.
expect_hazard_ratio_curves <- function(pointer, fit, rows, transform) {
  zph <- cox.zph(fit, transform, terms = FALSE)
  order <- order(zph$time)
  distinct <- !duplicated(zph$x)
  unlist(lapply(seq_along(rows), function(i) {
    to <- sprintf("%s/curves/%d", pointer, i - 1)
    y <- zph$y[order, rows[[i]]$coefficient]
    kept <- !is.na(y)
    smooth <- drawn_smooth(zph, which(colnames(zph$y) == rows[[i]]$coefficient))
    c(fields(to, name = rows[[i]]$name,
             level = if (is.null(rows[[i]]$level)) "" else rows[[i]]$level,
             time = I(zph$time[order][kept]), value = I(unname(y[kept]))),
      if (is.null(smooth)) fields(to, smooth = NA) else {
        time <- if (transform %in% c("identity", "log")) smooth$x else {
          approx(zph$x[distinct], zph$time[distinct], smooth$x, rule = 2)$y
        }
        fields(paste0(to, "/smooth"), time = I(time), value = I(smooth$value),
               lower = I(smooth$lower), upper = I(smooth$upper))
      })
  }), recursive = FALSE)
}
