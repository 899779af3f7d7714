# Expectations on curves of weighted, clustered and late entering rows, from survival::survfit and
# its influence matrices. Source after survival_curves.R.
#
# `rows` is a data frame of one group: time, event, entry (-Inf: from the start), weight, cluster.

# With robust variance survfit keeps the error of S itself, otherwise that of log S.
weighted_curve <- function(rows, robust, conf_type, level) {
  late <- any(is.finite(rows$entry))
  outcome <- if (late) Surv(rows$entry, rows$time, rows$event) else Surv(rows$time, rows$event)
  fit <- if (robust) {
    survfit(outcome ~ 1, weights = rows$weight, cluster = rows$cluster, robust = TRUE,
            influence = TRUE, conf.type = conf_type, conf.int = level)
  } else {
    survfit(outcome ~ 1, weights = rows$weight, robust = FALSE, conf.type = conf_type,
            conf.int = level)
  }
  if (robust) {
    stopifnot(isTRUE(all.equal(sqrt(colSums(fit$influence.surv^2)), fit$std.err)))
  }
  # Where all who are at risk have the event, R's sums of weights may differ by rounding: nobody
  # is left.
  stopifnot(all(fit$surv < 1e-12 | fit$surv > 1e-6))
  fit$surv[fit$surv < 1e-12] <- 0
  if (robust) fit$influence.surv[abs(fit$influence.surv) < 1e-12] <- 0
  at_step <- function(counts) vapply(fit$time, counts, 0)
  std_error <- if (fit$logse) fit$std.err * fit$surv else fit$std.err
  gone <- fit$surv == 0
  std_error[gone] <- NA
  lower <- fit$lower
  upper <- fit$upper
  lower[gone] <- NA
  upper[gone] <- NA
  list(time = fit$time, rows = rows, n = nrow(rows), fit = fit, robust = robust, level = level,
       at_risk = at_step(function(t) sum(rows$entry < t & rows$time >= t)),
       events = at_step(function(t) sum(rows$time == t & rows$event == 1)),
       censored = at_step(function(t) sum(rows$time == t & rows$event == 0)),
       weighted_at_risk = fit$n.risk, weighted_events = fit$n.event,
       survival = fit$surv, std_error = std_error, lower = lower, upper = upper,
       cumulative_hazard = fit$cumhaz, cumulative_hazard_std_error = fit$std.chaz)
}

expect_weighted_steps <- function(pointer, curve, weighted) {
  c(expect_steps(pointer, curve),
    if (weighted) {
      fields(paste0(pointer, "/steps"), weightedAtRisk = I(curve$weighted_at_risk),
             weightedEvents = I(curve$weighted_events))
    })
}

expect_weighted_at_times <- function(pointer, curve, times, weighted) {
  rows <- curve$rows
  unlist(lapply(seq_along(times), function(i) {
    time <- times[i]
    step <- findInterval(time, curve$time)
    survival <- if (step == 0) 1 else curve$survival[step]
    limit <- function(values) if (step == 0) either(1, NA) else limit_or_one(values[step], survival)
    watched <- (if (time > 0) rows$entry < time else rows$entry <= 0) & rows$time >= time
    c(fields(sprintf("%s/atTimes/%d", pointer, i - 1), time = time, atRisk = sum(watched),
             weightedAtRisk = if (weighted) sum(rows$weight[watched]) else NA,
             survival = survival, stdError = if (step == 0) 0 else curve$std_error[step],
             lower = limit(curve$lower), upper = limit(curve$upper)))
  }), recursive = FALSE)
}

# Influence of each cluster on S(time) and on the mean up to tau; rows are named by cluster.
influence_on_survival <- function(curve, time) {
  step <- findInterval(time, curve$time)
  matrix <- curve$fit$influence.surv
  if (step == 0) setNames(numeric(nrow(matrix)), rownames(matrix)) else matrix[, step]
}

influence_on_mean <- function(curve, tau) {
  before <- which(curve$time < tau)
  width <- diff(c(curve$time[before], tau))
  matrix <- curve$fit$influence.surv
  drop(matrix[, before, drop = FALSE] %*% width)
}

# Mean up to tau with its error; NA where nobody is watched so long.
weighted_mean <- function(curve, tau) {
  if (tau > max(curve$time) && min(curve$survival) > 0) return(c(NA_real_, NA_real_))
  row <- unname(survival:::survmean(curve$fit, rmean = tau)$matrix[c("rmean", "se(rmean)")])
  if (curve$robust) row[2] <- sqrt(sum(influence_on_mean(curve, tau)^2))
  row
}

# Standard error of b - a, of clusters that may reach into both.
difference_error <- function(a, b, influence, errors) {
  if (!a$robust) return(sqrt(sum(errors^2)))
  of_a <- influence(a)
  of_b <- influence(b)
  all <- union(names(of_a), names(of_b))
  value <- function(x) ifelse(is.na(x[all]), 0, x[all])
  sqrt(sum((value(of_b) - value(of_a))^2))
}

expect_weighted_contrasts <- function(pointer, a, b, times, taus) {
  level <- a$level
  differences <- lapply(seq_along(times), function(i) {
    time <- times[i]
    at_time <- function(curve) {
      step <- findInterval(time, curve$time)
      if (time > max(curve$time) && min(curve$survival) > 0) return(c(NA, NA))
      if (step == 0) c(1, 0) else c(curve$survival[step], curve$std_error[step])
    }
    of_a <- at_time(a)
    of_b <- at_time(b)
    error <- if (anyNA(c(of_a, of_b))) NA else {
      difference_error(a, b, function(curve) influence_on_survival(curve, time), c(of_a[2], of_b[2]))
    }
    to <- sprintf("%s/differences/%d", pointer, i - 1)
    c(fields(to, stdError = if (isTRUE(error > 0)) error else NA),
      expect_wald(to, of_b[1] - of_a[1], error, level))
  })
  means <- lapply(seq_along(taus), function(i) {
    of_a <- weighted_mean(a, taus[i])
    of_b <- weighted_mean(b, taus[i])
    to <- sprintf("%s/restrictedMeanContrast/%d", pointer, i - 1)
    if (anyNA(c(of_a, of_b))) {
      return(c(fields(paste0(to, "/difference"), value = NA, p = NA),
               fields(paste0(to, "/ratio"), value = NA, p = NA)))
    }
    error <- difference_error(a, b, function(x) influence_on_mean(x, taus[i]), c(of_a[2], of_b[2]))
    ratio_error <- difference_error(
      a, b, function(x) influence_on_mean(x, taus[i]) / weighted_mean(x, taus[i])[1],
      c(of_a[2] / of_a[1], of_b[2] / of_b[1]))
    c(expect_wald(paste0(to, "/difference"), of_b[1] - of_a[1], error, level),
      expect_wald(paste0(to, "/ratio"), log(of_b[1] / of_a[1]), ratio_error, level, exp))
  })
  unlist(c(differences, means), recursive = FALSE)
}

# Survival of those alive at `given`: the curve of those followed after it, who enter no earlier.
expect_conditional <- function(pointer, rows, given, times, robust, conf_type, level) {
  later <- rows[rows$time > given, ]
  later$entry <- pmax(later$entry, given)
  alive <- weighted_curve(rows, FALSE, conf_type, level)
  known <- function(time) time <= max(alive$time) || min(alive$survival) == 0
  start <- findInterval(given, alive$time)
  none <- !known(given) || (start > 0 && alive$survival[start] == 0)
  times <- times[times > given]
  unlist(lapply(seq_along(times), function(i) {
    to <- sprintf("%s/conditional/%d", pointer, i - 1)
    nothing <- fields(to, survival = NA, stdError = NA, lower = NA, upper = NA)
    if (none || !known(times[i])) return(nothing)
    curve <- weighted_curve(later, robust, conf_type, level)
    step <- findInterval(times[i], curve$time)
    survival <- if (step == 0) 1 else curve$survival[step]
    limit <- function(values) if (step == 0) either(1, NA) else limit_or_one(values[step], survival)
    fields(to, given = given, time = times[i], survival = survival,
           stdError = if (step == 0) 0 else curve$std_error[step],
           lower = limit(curve$lower), upper = limit(curve$upper))
  }), recursive = FALSE)
}

# SPSS's median: first time with S <= 0.5; its error from the fall of S between the last event time
# with S >= 0.55 and the first with S <= 0.45.
expect_spss_median <- function(pointer, curve, level = 0.95) {
  tolerance <- 1e-8
  event <- curve$weighted_events > 0
  first <- function(which) if (any(which)) min(which(which)) else NA
  m <- first(event & curve$survival <= 0.5 + tolerance)
  l <- first(event & curve$survival <= 0.45 + tolerance)
  above <- event & curve$survival >= 0.55 - tolerance
  u <- if (any(above)) max(which(above)) else NA
  value <- if (is.na(m)) NA else curve$time[m]
  error <- if (anyNA(c(m, u, l))) NA else {
    curve$std_error[m] * (curve$time[l] - curve$time[u]) / (curve$survival[u] - curve$survival[l])
  }
  half <- qnorm((1 + level) / 2) * error
  fields(paste0(pointer, "/spssMedian"), value = value, stdError = error, lower = value - half,
         upper = value + half)
}

# Everything on one group.
expect_weighted_curve <- function(pointer, curve, quantiles, times, taus, steps, weighted) {
  means <- lapply(seq_along(taus), function(i) {
    expect_restricted_mean(sprintf("%s/restrictedMean/%d", pointer, i - 1),
                           weighted_mean(curve, taus[i]), taus[i], curve$level)
  })
  c(fields(pointer, n = curve$n, events = sum(curve$events), censored = sum(curve$censored)),
    expect_quantiles(pointer, curve, quantiles),
    expect_spss_median(pointer, curve, curve$level),
    if (length(times)) expect_weighted_at_times(pointer, curve, times, weighted),
    unlist(means, recursive = FALSE),
    if (steps) expect_weighted_steps(pointer, curve, weighted))
}
