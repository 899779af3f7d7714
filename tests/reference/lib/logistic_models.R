# Logistic models: by glm, with likelihood ratios and profile limits from refits of glm with an
# offset (no spline through a profile); and by Firth's penalised likelihood, maximised here by
# scoring on its score U = X'(y - p + h (1/2 - p)), h the leverages, to steps of 1e-13.

tight <- list(epsilon = 1e-15, maxit = 200)

# Complete cases of the columns a model uses; factors get their declared levels.
logistic_data <- function(data, columns, used) {
  data <- with_levels(data, columns[intersect(names(columns), used)])
  data[complete.cases(data[used]), ]
}

# Both engines answer with the coefficients, what is maximised, and the inverse information, where
# the columns of `held` have the coefficients `value`.
# (A likelihood without a penalty has one maximum, from whatever `start`.)
fit_glm <- function(x, y, held = integer(), value = numeric(), start = NULL) {
  free <- setdiff(seq_len(ncol(x)), held)
  offset <- if (length(held)) drop(x[, held, drop = FALSE] %*% value) else rep(0, nrow(x))
  coef <- numeric(ncol(x))
  coef[held] <- value
  if (length(free)) {
    fit <- suppressWarnings(glm.fit(x[, free, drop = FALSE], y, offset = offset,
                                    family = binomial(), control = tight))
    coef[free] <- fit$coefficients
  }
  eta <- drop(x %*% coef)
  p <- plogis(eta)
  list(coef = coef, logLik = sum(plogis(ifelse(y == 1, eta, -eta), log.p = TRUE)),
       information = crossprod(x, x * p * (1 - p)))
}

firth_at <- function(x, y, coef) {
  eta <- drop(x %*% coef)
  p <- plogis(eta)
  w <- plogis(eta) * plogis(-eta)
  information <- crossprod(x, x * w)
  root <- chol(information)
  leverage <- w * colSums(forwardsolve(t(root), t(x))^2)
  plain <- sum(plogis(ifelse(y == 1, eta, -eta), log.p = TRUE))
  list(coef = coef, information = information, unpenalised = plain,
       logLik = plain + sum(log(diag(root))),
       score = drop(crossprod(x, y - p + leverage * (0.5 - p))))
}

climb_firth <- function(x, y, held, start) {
  free <- setdiff(seq_len(ncol(x)), held)
  coef <- start
  now <- firth_at(x, y, coef)
  for (iteration in seq_len(100000)) {
    if (!length(free)) break
    step <- solve(now$information[free, free], now$score[free], tol = 0)
    repeat {
      coef[free] <- now$coef[free] + step
      new <- tryCatch(firth_at(x, y, coef), error = function(e) NULL)
      if (!is.null(new) && new$logLik >= now$logLik - 1e-12) break
      step <- step / 2
    }
    now <- new
    if (max(abs(step)) < 1e-13 * max(1, abs(coef))) return(now)
  }
  stopifnot(!length(free))
  now
}

fit_firth <- function(x, y, held = integer(), value = numeric(), start = numeric(ncol(x))) {
  start[held] <- value
  climb_firth(x, y, held, start)
}

# Far from the full maximum, a penalised likelihood with one coefficient held may have several
# maxima: the one meant is followed from the full maximum in short steps.
profile_limit <- function(fit_with, full, column, level, side) {
  critical <- qchisq(level, 1)
  near <- full$coef[column]
  here <- full
  fall <- function(t) 2 * (full$logLik - fit_with(column, t, here$coef)$logLik) - critical
  step <- side * qnorm((1 + level) / 2) * sqrt(solve(full$information)[column, column]) / 4
  repeat {
    far <- near + step
    there <- fit_with(column, far, here$coef)
    if (2 * (full$logLik - there$logLik) > critical) break
    here <- there
    near <- far
  }
  uniroot(fall, sort(c(near, far)), tol = 1e-13 * max(1, abs(far)), maxiter = 10000)$root
}

# The rows of terms[]: a factor's reference (no column of the design), then what has a column.
design_rows <- function(x, frame, terms) {
  rows <- list()
  for (i in seq_along(terms)) {
    own <- which(attr(x, "assign") == i)
    levels <- levels(frame[[terms[i]]])
    if (!is.null(levels)) rows <- c(rows, list(list(name = terms[i], level = levels[1])))
    for (j in seq_along(own)) {
      rows <- c(rows, list(list(name = terms[i], level = levels[j + 1], column = own[j])))
    }
  }
  rows
}

expect_odds_ratio <- function(to, column, full, fit_with, level) {
  coef <- full$coef[column]
  se <- sqrt(solve(full$information)[column, column])
  half <- qnorm((1 + level) / 2) * se
  alone <- fit_with(column, 0, full$coef)
  c(fields(to, oddsRatio = exp(coef), lower = exp(coef - half), upper = exp(coef + half),
           profileLower = exp(profile_limit(fit_with, full, column, level, -1)),
           profileUpper = exp(profile_limit(fit_with, full, column, level, 1)),
           profileP = pchisq(2 * (full$logLik - alone$logLik), 1, lower.tail = FALSE)),
    p_value(to, 2 * pnorm(-abs(coef / se))))
}

expect_coefficient <- function(to, column, full, fit_with, level) {
  coef <- full$coef[column]
  se <- sqrt(solve(full$information)[column, column])
  c(fields(to, coef = coef, se = se, z = coef / se),
    expect_odds_ratio(to, column, full, fit_with, level))
}

# The model with its design, and itself refitted with coefficients held.
fit_logistic <- function(data, y, terms, penalty) {
  frame <- model.frame(reformulate(terms), data)
  x <- model.matrix(reformulate(terms), frame)
  fit <- if (penalty == "firth") fit_firth else fit_glm
  full <- fit(x, y)
  list(x = x, rows = design_rows(x, frame, terms), full = full,
       fit_with = function(held, value, start = full$coef) fit(x, y, held, value, start))
}

expect_logistic <- function(pointer, data, y, terms, penalty = "none", level = 0.95) {
  fitted <- fit_logistic(data, y, terms, penalty)
  x <- fitted$x
  full <- fitted$full
  fit_with <- fitted$fit_with
  rows <- fitted$rows
  covariates <- seq_len(ncol(x))[-1]
  null <- fit_with(covariates, rep(0, length(covariates)))
  variance <- solve(full$information)
  p <- plogis(drop(x %*% null$coef))
  score <- drop(crossprod(x, y - p))
  concordance <- survival::concordance(y ~ drop(x %*% full$coef))
  c(fields(pointer, n = nrow(x), events = sum(y), logLik = full$logLik, logLikNull = null$logLik,
           converged = TRUE, covariance = lapply(seq_len(ncol(x)), function(i) I(variance[i, ]))),
    fields(paste0(pointer, "/cStatistic"), value = concordance$concordance[[1]],
           stdError = sqrt(concordance$var[[1]])),
    chi_square(paste0(pointer, "/tests/likelihoodRatio"), 2 * (full$logLik - null$logLik),
               length(covariates)),
    chi_square(paste0(pointer, "/tests/wald"),
               drop(full$coef[-1] %*% solve(variance[-1, -1], full$coef[-1])), length(covariates)),
    if (penalty == "firth") {
      fields(pointer, unpenalisedLogLik = full$unpenalised, aic = NA, bic = NA)
    } else {
      c(chi_square(paste0(pointer, "/tests/score"),
                   drop(score %*% solve(null$information, score)), length(covariates)),
        fields(pointer, unpenalisedLogLik = NA, aic = 2 * ncol(x) - 2 * full$logLik,
               bic = log(nrow(x)) * ncol(x) - 2 * full$logLik))
    },
    expect_coefficient(paste0(pointer, "/intercept"), 1, full, fit_with, level),
    unlist(lapply(seq_along(rows), function(i) {
      to <- sprintf("%s/terms/%d", pointer, i - 1)
      row <- rows[[i]]
      c(fields(to, name = row$name), if (!is.null(row$level)) fields(to, level = row$level),
        if (is.null(row$column)) fields(to, reference = TRUE, oddsRatio = 1, coef = NA)
        else expect_coefficient(to, row$column, full, fit_with, level))
    }), recursive = FALSE),
    unlist(lapply(seq_along(terms), function(i) {
      # With a term go the interactions it is part of.
      gone <- which(vapply(strsplit(terms, ":", fixed = TRUE), function(parts) {
        all(strsplit(terms[i], ":", fixed = TRUE)[[1]] %in% parts)
      }, TRUE))
      columns <- which(attr(x, "assign") %in% gone)
      without <- fit_with(columns, rep(0, length(columns)))
      to <- sprintf("%s/termTests/%d", pointer, i - 1)
      c(fields(to, name = terms[i]),
        chi_square(paste0(to, "/test"), 2 * (full$logLik - without$logLik), length(columns)))
    }), recursive = FALSE))
}

# One model for each term, of whoever has a value of it, and one of those that are `entered`. `y` has
# a value for each row of `data`.
expect_logistic_table <- function(pointer, data, columns, y, terms, entered = terms,
                                  penalty = "none", level = 0.95) {
  data$has_outcome <- y
  prepared <- function(used) logistic_data(data, columns, c("has_outcome", used))
  complete <- prepared(entered)
  together <- fit_logistic(complete, complete$has_outcome, entered, penalty)
  alone <- lapply(terms, function(name) {
    own <- prepared(name)
    fitted <- fit_logistic(own, own$has_outcome, name, penalty)
    lapply(fitted$rows, function(row) list(row = row, data = own, fitted = fitted))
  })
  row_of <- function(one, i) {
    row <- one$row
    counted <- if (is.null(row$level)) one$data else one$data[one$data[[row$name]] == row$level, ]
    to <- sprintf("%s/rows/%d", pointer, i - 1)
    effect <- function(field, fitted) {
      same <- Filter(function(other) identical(other[c("name", "level")], row[c("name", "level")]),
                     fitted$rows)
      if (!length(same)) return(do.call(fields, c(list(to), setNames(list(NA), field))))
      expect_odds_ratio(paste0(to, "/", field), same[[1]]$column, fitted$full, fitted$fit_with,
                        level)
    }
    c(fields(to, name = row$name, reference = is.null(row$column)),
      if (!is.null(row$level)) fields(to, level = row$level),
      fields(to, n = nrow(counted), events = sum(counted$has_outcome)),
      if (!is.null(row$column)) {
        c(effect("univariable", one$fitted), effect("multivariable", together))
      })
  }
  events <- sum(complete$has_outcome)
  rows <- unlist(alone, recursive = FALSE)
  c(unlist(Map(row_of, rows, seq_along(rows)), recursive = FALSE),
    fields(pointer, n = nrow(complete), events = events,
           eventsPerVariable = min(events, nrow(complete) - events) / (ncol(together$x) - 1)),
    expect_logistic(paste0(pointer, "/model"), complete, complete$has_outcome, entered, penalty,
                    level))
}
