# What is expected of adverse events: rates, their comparison and exposure, from the worst grade of
# each patient, or from rows that are events.

value <- "/results/0/value"

# `had`: TRUE, FALSE, or NA where it is not known, for each patient; `arm` a factor.
expect_rates <- function(pointer, had, arm, exposure = NULL, level = 0.95) {
  known <- !is.na(had)
  n <- table(arm[known])
  x <- tapply(had[known], arm[known], sum)
  groups <- unlist(lapply(seq_along(n), function(i) {
    c(fields(sprintf("%s/groups/%d", pointer, i - 1), label = names(n)[i], events = x[[i]],
             n = n[[i]], rate = x[[i]] / n[[i]]),
      interval(sprintf("%s/groups/%d/intervals/clopperPearson", pointer, i - 1),
               binom.test(x[[i]], n[[i]], conf.level = level)$conf.int))
  }), recursive = FALSE)
  table <- matrix(c(x[[2]], n[[2]] - x[[2]], x[[1]], n[[1]] - x[[1]]), 2)
  comparison <- paste0(pointer, "/comparison")
  compared <- c(at(paste0(comparison, "/difference/value"), x[[2]] / n[[2]] - x[[1]] / n[[1]]),
                interval(paste0(comparison, "/difference/newcombe"),
                         newcombe(x[[2]], n[[2]], x[[1]], n[[1]], level)),
                p_value(paste0(comparison, "/tests/fisher"), fisher.test(table)$p.value))
  c(groups, compared, if (!is.null(exposure)) expect_exposure(pointer, had, arm, exposure, level))
}

expect_exposure <- function(pointer, had, arm, exposure, level) {
  used <- !is.na(had) & !is.na(exposure)
  x <- tapply(had[used], arm[used], sum)
  time <- tapply(exposure[used], arm[used], sum)
  pointer <- paste0(pointer, "/exposureAdjusted")
  groups <- unlist(lapply(1:2, function(i) {
    one <- poisson.test(x[[i]], time[[i]], conf.level = level)
    fields(sprintf("%s/groups/%d", pointer, i - 1), events = x[[i]], time = time[[i]],
           rate = unname(one$estimate), lower = one$conf.int[1], upper = one$conf.int[2])
  }), recursive = FALSE)
  if (sum(x) == 0) return(c(groups, at(paste0(pointer, "/ratio"), NA)))
  two <- poisson.test(x[2:1], time[2:1], conf.level = level)
  c(groups, fields(paste0(pointer, "/ratio"), value = unname(two$estimate), lower = two$conf.int[1],
                   upper = two$conf.int[2]),
    p_value(paste0(pointer, "/ratio"), two$p.value))
}

# `worst`: each patient's worst grade, NA where the worst is not known; `any`: whether there was one.
expect_term <- function(pointer, name, worst, arm, any = worst >= 1, exposure = NULL, level = 0.95) {
  severe <- ifelse(is.na(worst), NA, worst >= 3)
  fatal <- ifelse(is.na(worst), NA, worst == 5)
  cross <- table(arm, factor(worst, 0:5))
  per_arm <- unlist(lapply(1:2, function(i) {
    own <- arm == levels(arm)[i]
    fields(sprintf("%s/perArm/%d", pointer, i - 1), label = levels(arm)[i],
           n = sum(!is.na(any[own])), any = sum(any[own], na.rm = TRUE),
           grade3plus = sum(severe[own], na.rm = TRUE), grade5 = sum(fatal[own], na.rm = TRUE),
           worst = I(unname(cross[i, ])))
  }), recursive = FALSE)
  c(at(paste0(pointer, "/term"), name), per_arm,
    expect_rates(paste0(pointer, "/any"), any, arm, exposure, level),
    expect_rates(paste0(pointer, "/grade3plus"), severe, arm, exposure, level),
    expect_rates(paste0(pointer, "/grade5"), fatal, arm, exposure, level))
}

exact <- list(rel = 1e-9, abs = 1e-12)

# `rows`: events with `patient` and `grade`; `who`: every patient, with `arm`. The worst of each
# patient: NA when an event without a grade may be worse than the known ones.
worst_of <- function(rows, who) {
  known <- aggregate(grade ~ patient, rows[!is.na(rows$grade), ], max)
  worst <- known$grade[match(who$patient, known$patient)]
  ungraded <- who$patient %in% rows$patient[is.na(rows$grade)]
  list(any = !is.na(worst) | ungraded,
       worst = ifelse(ungraded & (is.na(worst) | worst < 5), NA, ifelse(is.na(worst), 0, worst)),
       severe = ifelse(!is.na(worst) & worst >= 3, TRUE, ifelse(ungraded, NA, FALSE)))
}
expect_long <- function(pointer, name, rows, who, exposure = NULL) {
  found <- worst_of(rows, who)
  arm <- factor(who$arm)
  expected <- expect_term(pointer, name, found$worst, arm, found$any, exposure)
  # A grade from 3 on is known to be severe, whatever an event without a grade was.
  severe <- paste0(pointer, "/grade3plus")
  own <- function(one) startsWith(one$at, severe) || grepl("/perArm/[01]/grade3plus$", one$at)
  counts <- unlist(lapply(1:2, function(i) {
    at(sprintf("%s/perArm/%d/grade3plus", pointer, i - 1),
       sum(found$severe[arm == levels(arm)[i]], na.rm = TRUE))
  }), recursive = FALSE)
  c(Filter(function(one) !own(one), expected), counts,
    expect_rates(severe, found$severe, arm, exposure))
}
