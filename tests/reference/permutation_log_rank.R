# Permutation log-rank tests: every labelling enumerated, strata and three groups included; and the
# statistic, which needs no draws, where there are too many.
source("lib/cases.R")
source("lib/log_rank.R")

# Log-rank scores w d - sum of w d / n, of one stratum.
scores_of <- function(time, event, test) {
  table <- risk_table(time, event, factor(rep("all", length(time))))
  w <- weights_of(test, table$at_risk, table$events)
  hazard <- w * table$events[, 1] / table$at_risk[, 1]
  vapply(seq_along(time), function(i) {
    sum(w[event[i] & table$times == time[i]]) - sum(hazard[table$times <= time[i]])
  }, 0)
}

# Every way to divide `left` among groups of these sizes: a column of labels each.
labellings_of <- function(sizes) {
  fill <- function(labels, left, sizes) {
    group <- length(sizes)
    if (group == 1) {
      labels[left, ] <- 1
      return(labels)
    }
    chosen <- combn(length(left), sizes[group])
    do.call(cbind, lapply(seq_len(ncol(chosen)), function(i) {
      own <- labels
      own[left[chosen[, i]], ] <- group
      fill(own, left[-chosen[, i]], sizes[-group])
    }))
  }
  n <- sum(sizes)
  if (length(sizes) == 2 && all(sizes > 0)) { # the same, without the copies
    chosen <- combn(n, sizes[2])
    labels <- matrix(1L, n, ncol(chosen))
    labels[cbind(as.vector(chosen), rep(seq_len(ncol(chosen)), each = sizes[2]))] <- 2L
    return(labels)
  }
  present <- which(sizes > 0)
  labels <- fill(matrix(0L, n, 1), seq_len(n), sizes[present])
  matrix(present[labels], n)
}

# Sums of scores by group: a matrix group x labelling.
sums_of <- function(scores, labels, groups) {
  sums <- lapply(seq_len(groups), function(g) colSums(scores * (labels == g)))
  do.call(rbind, sums)
}

statistic_of <- function(sums, inverse) colSums(sums * (inverse %*% sums))

permutation <- function(time, event, group, strata, test, enumerate) {
  time <- survival:::aeqSurv(Surv(time, event))[, 1]
  groups <- nlevels(group)
  rows <- split(seq_along(time), strata, drop = TRUE)
  scores <- numeric(length(time))
  for (i in rows) scores[i] <- scores_of(time[i], event[i], test)
  variance <- Reduce(`+`, lapply(rows, function(i) {
    if (length(i) < 2) return(matrix(0, groups, groups))
    n <- tabulate(as.integer(group[i]), groups)
    sum(scores[i]^2) / (length(i) - 1) * (diag(n, groups) - n %o% n / length(i))
  }))
  kept <- which(diag(variance) > 0)[-1]
  inverse <- matrix(0, groups, groups)
  inverse[kept, kept] <- solve(variance[kept, kept])
  observed <- matrix(vapply(seq_len(groups), function(g) sum(scores[as.integer(group) == g]), 0))
  result <- list(statistic = statistic_of(observed, inverse))
  if (!enumerate) return(result)
  sums <- matrix(0, groups, 1)
  for (i in rows) {
    own <- sums_of(scores[i], labellings_of(tabulate(as.integer(group[i]), groups)), groups)
    sums <- do.call(cbind, lapply(seq_len(ncol(own)), function(k) sums + own[, k]))
  }
  result$labellings <- ncol(sums)
  result$extreme <- sum(statistic_of(sums, inverse) >=
                          result$statistic - 1e-10 * max(1, result$statistic))
  result
}

permutation_case <- function(id, file, time, event, columns, by, strata = NULL, tests = "logRank",
                             where = NULL, keep = function(data) TRUE, enumerate = TRUE) {
  data <- with_levels(read_data(file), columns)
  data <- data[which(rep_len(keep(data), nrow(data))), ]
  data <- data[complete.cases(data[c(time, event, by, strata)]), ]
  groups <- droplevels(data[[by]])
  by_strata <- if (is.null(strata)) rep(1, nrow(data)) else interaction(data[strata])
  analyses <- list()
  expected <- list()
  for (i in seq_along(tests)) {
    test <- tests[[i]]
    result <- permutation(data[[time]], data[[event]] == 1, groups, by_strata, test, enumerate)
    to <- sprintf("/results/%d/value", i - 1)
    analyses[[i]] <- c(list(id = paste0("t", i), method = "permutationLogRank", endpoint = "E",
                            by = by, test = test_option(test)),
                       if (!is.null(strata)) list(strata = I(strata)),
                       if (!is.null(where)) list(where = where))
    expected <- c(expected, at(sprintf("/results/%d/used", i - 1), nrow(data)),
                  fields(to, statistic = result$statistic, exact = enumerate),
                  if (enumerate) {
                    c(fields(to, labellings = result$labellings, asExtreme = result$extreme,
                             interval = NA),
                      p_value(to, result$extreme / result$labellings))
                  } else fields(to, labellings = 100000))
  }
  case(id, file.path("data", file),
       list(columns = columns, endpoints = list(E = endpoint(time, event)), analyses = analyses),
       expected, closed_form, "permutation_log_rank.R: every labelling")
}

aml <- list(time = number, status = number, x = category("Maintained", "Nonmaintained"))
ovarian <- list(futime = number, fustat = number, rx = category("1", "2"))
kidney <- list(time = number, status = number, sex = category("1", "2"), disease = category())
lung <- list(time = number, event = number, sex = category("1", "2"))
cohorts <- list(cohort = category(), time = number, event = number, site = category(), x = number,
                arm = category("A", "B", "C"))

random_case <- function(cohort, below, strata = NULL, enumerate = TRUE) {
  permutation_case(paste(c("permutation_random", cohort, below, strata), collapse = "_"),
                   "random_cohorts.csv", "time", "event", cohorts, "arm", strata,
                   tests = list("logRank", "gehan", c(1, 1)), enumerate = enumerate,
                   where = list(list(column = "cohort", "in" = I(cohort)),
                                list(column = "x", below = below)),
                   keep = function(data) data$cohort == cohort & data$x < below)
}

cases <- list(
  permutation_case("permutation_aml", "aml.csv", "time", "status", aml, "x"),
  permutation_case("permutation_ovarian", "ovarian.csv", "futime", "fustat", ovarian, "rx",
                   enumerate = FALSE),
  permutation_case("permutation_kidney_polycystic", "kidney.csv", "time", "status", kidney, "sex",
                   tests = list("logRank", "taroneWare", c(0, 1)),
                   where = list(column = "disease", "in" = I("PKD")),
                   keep = function(data) data$disease == "PKD"),
  permutation_case("permutation_kidney_two_diseases", "kidney.csv", "time", "status", kidney,
                   "sex", "disease", tests = list("logRank", "modifiedPetoPeto"),
                   where = list(column = "disease", "in" = I(c("PKD", "AN"))),
                   keep = function(data) data$disease %in% c("PKD", "AN")),
  permutation_case("permutation_lung", "lung.csv", "time", "event", lung, "sex", enumerate = FALSE),
  random_case("c01", 42),
  random_case("c01", 45, "site"),
  random_case("c02", 48),
  random_case("c05", 48, "site"),
  random_case("c06", 48),
  random_case("c09", 48),
  random_case("c11", 40),
  random_case("c11", 42, enumerate = FALSE),
  random_case("c12", 48)
)

write_cases("permutation_log_rank.json", cases)
