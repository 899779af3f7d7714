# Expectations on Kaplan-Meier curves, from survival::survfit.

conf_types <- c(plain = "plain", log = "log", logLog = "log-log", logit = "logit",
                arcsine = "arcsin")

# The time at which a falling curve reaches 1 - p: the first time at or below it; where it lies
# on it exactly, the middle of that plateau, which ends with the next step or with the last time.
# quantile.survfit does the same but interpolates in limit curves that rise again, as upper limits
# may; the first crossing is what print(survfit) shows.
crossing <- function(time, curve, p) {
  defined <- !is.na(curve)
  time <- time[defined]
  curve <- curve[defined]
  tolerance <- sqrt(.Machine$double.eps)
  first <- which(curve <= 1 - p + tolerance)[1]
  if (is.na(first)) return(NA_real_)
  if (abs(curve[first] - (1 - p)) > tolerance) return(time[first])
  after <- which(curve < 1 - p - tolerance & seq_along(curve) > first)[1]
  (time[first] + if (is.na(after)) max(time) else time[after]) / 2
}

# One group of a survfit as a list of vectors; std.err becomes that of S itself.
curve_of <- function(fit, group = NULL) {
  one <- if (is.null(fit$strata)) fit else fit[group]
  std_error <- one$std.err * one$surv
  std_error[one$surv == 0] <- NA
  lower <- one$lower
  upper <- one$upper
  lower[one$surv == 0] <- NA
  upper[one$surv == 0] <- NA
  list(time = one$time, at_risk = one$n.risk, events = one$n.event, censored = one$n.censor,
       n = one$n, survival = one$surv, std_error = std_error, lower = lower, upper = upper,
       cumulative_hazard = one$cumhaz, cumulative_hazard_std_error = one$std.chaz)
}

# At S = 1 the limits [1, 1] and "not estimable" are both right.
limit_or_one <- function(limit, survival) if (isTRUE(survival == 1)) either(1, NA) else limit

expect_quantiles <- function(pointer, curve, quantiles) {
  unlist(lapply(seq_along(quantiles), function(i) {
    p <- quantiles[i]
    value <- crossing(curve$time, curve$survival, p)
    lower <- crossing(curve$time, curve$lower, p)
    upper <- crossing(curve$time, curve$upper, p)
    c(fields(sprintf("%s/quantiles/%d", pointer, i - 1), p = p, value = value, lower = lower,
             upper = upper),
      if (p == 0.5) fields(paste0(pointer, "/median"), value = value, lower = lower, upper = upper))
  }), recursive = FALSE)
}

# Survival at a time is that of the last step at or before it (1 before the first); the number at
# risk counts everyone followed up to that time or beyond.
expect_at_times <- function(pointer, curve, times) {
  unlist(lapply(seq_along(times), function(i) {
    time <- times[i]
    step <- findInterval(time, curve$time)
    before <- curve$time < time
    survival <- if (step == 0) 1 else curve$survival[step]
    limit <- function(values) if (step == 0) either(1, NA) else limit_or_one(values[step], survival)
    fields(sprintf("%s/atTimes/%d", pointer, i - 1),
           time = time,
           atRisk = curve$n - sum(curve$events[before]) - sum(curve$censored[before]),
           survival = survival,
           stdError = if (step == 0) 0 else curve$std_error[step],
           lower = limit(curve$lower),
           upper = limit(curve$upper),
           eventsBefore = sum(curve$events[before]),
           censoredBefore = sum(curve$censored[before]))
  }), recursive = FALSE)
}

expect_steps <- function(pointer, curve) {
  limits <- function(values) Map(limit_or_one, values, curve$survival)
  fields(paste0(pointer, "/steps"),
         time = I(curve$time), atRisk = I(curve$at_risk), events = I(curve$events),
         censored = I(curve$censored), survival = I(curve$survival),
         stdError = I(curve$std_error), lower = limits(curve$lower), upper = limits(curve$upper),
         cumulativeHazard = I(curve$cumulative_hazard),
         cumulativeHazardStdError = I(curve$cumulative_hazard_std_error))
}

expect_curve <- function(pointer, curve, label = NULL, quantiles = c(0.25, 0.5, 0.75),
                         times = numeric(), steps = FALSE) {
  c(if (!is.null(label)) fields(pointer, label = label),
    fields(pointer, n = curve$n, events = sum(curve$events), censored = sum(curve$censored)),
    expect_quantiles(pointer, curve, quantiles),
    if (length(times)) expect_at_times(pointer, curve, times),
    if (steps) expect_steps(pointer, curve))
}

# Every group of a survfit; `labels` in the order of its strata.
expect_curves <- function(pointer, fit, labels = NULL, ...) {
  if (is.null(fit$strata)) return(expect_curve(paste0(pointer, "/groups/0"), curve_of(fit), ...))
  unlist(lapply(seq_along(fit$strata), function(g) {
    expect_curve(sprintf("%s/groups/%d", pointer, g - 1), curve_of(fit, g), labels[g], ...)
  }), recursive = FALSE)
}

# survdiff's test; with strata it holds matrices, one column for each stratum.
expect_log_rank <- function(pointer, test, labels) {
  total <- function(x) if (is.matrix(x)) rowSums(x) else x
  observed <- total(test$obs)
  expected <- total(test$exp)
  n <- as.vector(test$n)
  c(unlist(lapply(seq_along(labels), function(g) {
      fields(sprintf("%s/groups/%d", pointer, g - 1), label = labels[g], n = n[g],
             observed = observed[g], expected = expected[g])
    }), recursive = FALSE),
    chi_square(pointer, test$chisq, sum(expected > 0) - 1))
}

# Mean up to tau with its error, from print(survfit, rmean = tau). Beyond the follow-up of a curve
# that is not at 0 R carries its last value on; that is no estimate.
restricted_mean <- function(fit, group, tau) {
  one <- if (is.null(fit$strata)) fit else fit[group]
  known <- tau <= max(one$time) || min(one$surv) == 0
  row <- survival:::survmean(one, rmean = tau)$matrix
  if (known) unname(row[c("rmean", "se(rmean)")]) else c(NA_real_, NA_real_)
}

expect_restricted_mean <- function(pointer, mean, tau, level) {
  half <- if (isTRUE(mean[2] > 0)) qnorm((1 + level) / 2) * mean[2] else NA
  fields(pointer, tau = tau, value = mean[1], stdError = mean[2], lower = mean[1] - half,
         upper = mean[1] + half)
}

expect_wald <- function(pointer, value, error, level, scale = identity) {
  if (!isTRUE(error > 0)) error <- NA
  half <- qnorm((1 + level) / 2) * error
  c(fields(pointer, value = scale(value), lower = scale(value - half), upper = scale(value + half)),
    p_value(pointer, 2 * pnorm(-abs(value / error))))
}

# The second of two groups against the first: means up to each tau (the formulas of survRM2) and
# survival at each time.
expect_contrasts <- function(pointer, fit, taus, times, level) {
  means <- unlist(lapply(seq_along(taus), function(i) {
    a <- restricted_mean(fit, 1, taus[i])
    b <- restricted_mean(fit, 2, taus[i])
    to <- sprintf("%s/restrictedMeanContrast/%d", pointer, i - 1)
    c(fields(to, tau = taus[i]),
      expect_wald(paste0(to, "/difference"), b[1] - a[1], sqrt(a[2]^2 + b[2]^2), level),
      expect_wald(paste0(to, "/ratio"), log(b[1] / a[1]),
                  sqrt((a[2] / a[1])^2 + (b[2] / b[1])^2), level, exp))
  }), recursive = FALSE)
  curves <- lapply(1:2, function(group) curve_of(fit, group))
  at_time <- function(curve, time) {
    step <- findInterval(time, curve$time)
    if (step == 0) return(c(1, 0))
    if (time > max(curve$time) && min(curve$survival) > 0) return(c(NA, NA))
    c(curve$survival[step], curve$std_error[step])
  }
  differences <- unlist(lapply(seq_along(times), function(i) {
    a <- at_time(curves[[1]], times[i])
    b <- at_time(curves[[2]], times[i])
    to <- sprintf("%s/differences/%d", pointer, i - 1)
    c(fields(to, time = times[i]),
      expect_wald(to, b[1] - a[1], sqrt(a[2]^2 + b[2]^2), level))
  }), recursive = FALSE)
  c(means, differences)
}

# The second curve less the first at 0 and wherever one of them steps, until the first follow-up
# ends. Limits where both groups have had an event and neither curve is at 0.
expect_difference_curve <- function(pointer, fit, level) {
  curves <- lapply(1:2, function(group) curve_of(fit, group))
  end <- min(vapply(curves, function(curve) max(curve$time), 0))
  stepped <- unlist(lapply(curves, function(curve) curve$time[curve$events > 0]))
  time <- c(0, sort(unique(c(stepped[stepped <= end], end))))
  at_each <- function(curve, values, before) c(before, values)[findInterval(time, curve$time) + 1]
  survival <- lapply(curves, function(curve) at_each(curve, curve$survival, 1))
  error <- lapply(curves, function(curve) at_each(curve, curve$std_error, 0))
  survival[[1]][1] <- survival[[2]][1] <- 1
  error[[1]][1] <- error[[2]][1] <- 0
  value <- survival[[2]] - survival[[1]]
  known <- !is.na(error[[1]]) & !is.na(error[[2]]) & error[[1]] > 0 & error[[2]] > 0
  half <- ifelse(known, qnorm((1 + level) / 2) * sqrt(error[[1]]^2 + error[[2]]^2), NA)
  fields(paste0(pointer, "/differenceCurve"), time = I(time), value = I(value),
         lower = I(value - half), upper = I(value + half))
}
