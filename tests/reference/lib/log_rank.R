# The log-rank family from its definitions (Klein & Moeschberger 2003, section 7.3), a loop over event
# times; survdiff has the tests with gamma = 0, and the others are checked against it there.

# `test` is a name or c(rho, gamma); at each event time of one stratum: at risk and events of each
# group (rows: times).
weights_of <- function(test, at_risk, events) {
  n <- rowSums(at_risk)
  d <- rowSums(events)
  if (is.numeric(test)) {
    before <- c(1, cumprod(1 - d / n))[seq_along(n)]
    return(before^test[1] * (1 - before)^test[2])
  }
  peto <- cumprod(1 - d / (n + 1))
  switch(test, logRank = rep(1, length(n)), gehan = n, taroneWare = sqrt(n), petoPeto = peto,
         modifiedPetoPeto = peto * n / (n + 1))
}

# Event times of one stratum; at risk are those with entry < t <= time.
risk_table <- function(time, event, group, entry = NULL) {
  times <- sort(unique(time[event]))
  count <- function(who) {
    matrix(vapply(levels(group), function(g) {
      vapply(times, function(t) sum(who(t) & group == g), 0)
    }, numeric(length(times))), length(times))
  }
  list(times = times,
       at_risk = count(function(t) time >= t & (if (is.null(entry)) TRUE else entry < t)),
       events = count(function(t) time == t & event))
}

# Equal times to rounding are equal, as in survdiff.
tables_of <- function(time, event, group, strata = NULL, entry = NULL) {
  time <- survival:::aeqSurv(Surv(time, event))[, 1]
  if (is.null(strata)) strata <- rep(1, length(time))
  rows <- split(seq_along(time), strata, drop = TRUE)
  tables <- lapply(rows, function(i) risk_table(time[i], event[i], group[i], entry[i]))
  tables[vapply(tables, function(table) length(table$times) > 0, TRUE)]
}

# Sums over the tables of weights w, or for two tests the sum of the product of their weights.
covariance_of <- function(tables, test, other = test) {
  Reduce(`+`, lapply(tables, function(table) {
    n <- rowSums(table$at_risk)
    d <- rowSums(table$events)
    w <- weights_of(test, table$at_risk, table$events) *
      weights_of(other, table$at_risk, table$events)
    share <- table$at_risk / n
    spread <- ifelse(n > 1, w * d * (n - d) / (n - 1), 0)
    diag(colSums(spread * share), ncol(share)) - t(share) %*% (spread * share)
  }))
}

weighted_log_rank <- function(tables, test) {
  total <- function(of) {
    Reduce(`+`, lapply(tables, function(table) {
      colSums(weights_of(test, table$at_risk, table$events) * of(table))
    }))
  }
  observed <- total(function(table) table$events)
  expected <- total(function(table) {
    rowSums(table$events) * table$at_risk / rowSums(table$at_risk)
  })
  variance <- covariance_of(tables, test)
  events <- Reduce(`+`, lapply(tables, function(table) colSums(table$events)))
  result <- list(observed = observed, expected = expected, variance = variance, events = events)
  kept <- which(diag(variance) > 0)[-1]
  if (length(kept) == 0) return(c(result, chisq = NA, df = NA))
  distance <- observed - expected
  result$df <- length(kept)
  result$chisq <- sum(distance[kept] * solve(variance[kept, kept, drop = FALSE], distance[kept]))
  result
}

# survdiff's own answer where it has one.
check_against_survdiff <- function(result, rho, formula, data) {
  test <- survdiff(formula, data, rho = rho)
  total <- function(x) if (is.matrix(x)) rowSums(x) else x
  stopifnot(isTRUE(all.equal(unname(result$observed), unname(total(test$obs)))),
            isTRUE(all.equal(unname(result$expected), unname(total(test$exp)))),
            isTRUE(all.equal(result$chisq, test$chisq)))
}

trend_of <- function(result, scores) {
  score <- sum(scores * (result$observed - result$expected))
  variance <- drop(scores %*% result$variance %*% scores)
  list(score = score, variance = variance, z = score / sqrt(variance))
}

# The test as the analysis file writes it.
test_option <- function(test) {
  if (is.numeric(test)) list(rho = test[1], gamma = test[2]) else test
}
