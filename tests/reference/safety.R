# Adverse events by R's own tables: the example cohort from its columns of grades, and a long table
# of events (written to data/adverse_events.csv) with several events for a patient and term, events
# without a grade, and patients without any. Worst grades come from aggregate(), counts from table(),
# tests from fisher.test, rates by exposure and their ratio from poisson.test.
source("lib/cases.R")
source("lib/two_by_two.R")

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

# --- The example cohort --------------------------------------------------------------------------

cohort <- read_data("rechallenge_cohort.csv")
arms <- c("Chemotherapy", "Immunotherapy rechallenge")
arm <- factor(cohort$arm, arms)
names <- grep("^ae_", names(cohort), value = TRUE)
columns <- c(list(arm = do.call(category, as.list(arms)), worst_trae_grade = number,
                  os_months = number),
             setNames(rep(list(number), length(names)), names))
stopifnot(sum(cohort$worst_trae_grade[arm == arms[2]] >= 3) == 13,
          sum(cohort$worst_trae_grade[arm == arms[1]] >= 3) == 12)

wide <- function(id, options, expected, level = 0.95) {
  case(id, "data/rechallenge_cohort.csv",
       list(columns = columns, arm = "arm",
            analyses = list(c(list(method = "adverseEvents", terms = I(names), level = level),
                              options))),
       expected, exact, "safety.R", "SYNTHETIC cohort")
}
terms_of <- function(order, ...) {
  unlist(lapply(seq_along(order), function(i) {
    name <- names[order[i]]
    expect_term(sprintf("%s/terms/%d", value, i - 1), name, cohort[[name]], arm, ...)
  }), recursive = FALSE)
}
worst_of_terms <- do.call(pmax, cohort[names])
patients <- vapply(names, function(name) sum(cohort[[name]] >= 1), 0)
apart <- vapply(names, function(name) abs(diff(tapply(cohort[[name]] >= 1, arm, mean))), 0)
example <- list(
  wide("safety_example", list(worst = "worst_trae_grade"),
       c(terms_of(seq_along(names)),
         expect_term(paste0(value, "/anyTerm"), "", cohort$worst_trae_grade, arm))),
  wide("safety_example_worst_of_terms", list(order = "frequency"),
       c(terms_of(order(-patients)), expect_term(paste0(value, "/anyTerm"), "", worst_of_terms, arm))),
  wide("safety_example_exposure_90", list(order = "difference", exposure = "os_months"),
       c(terms_of(order(-apart), exposure = cohort$os_months, level = 0.9),
         expect_term(paste0(value, "/anyTerm"), "", worst_of_terms, arm,
                     exposure = cohort$os_months, level = 0.9)), 0.9)
)

# --- A long table --------------------------------------------------------------------------------

set.seed(20)
count <- 60
who <- data.frame(patient = sprintf("P%02d", seq_len(count)),
                  arm = sample(c("Control", "New"), count, replace = TRUE),
                  months = round(rexp(count, 0.2) + 0.1, 1))
kinds <- c("Diarrhoea", "Fatigue", "Pneumonitis", "Rash")
events <- do.call(rbind, lapply(seq_len(count), function(i) {
  k <- rpois(1, 2)
  if (k == 0) return(data.frame(who[i, ], term = NA, grade = NA, related = NA))
  data.frame(who[rep(i, k), ], term = sample(kinds, k, replace = TRUE, prob = c(5, 6, 1, 4)),
             grade = sample(c(1:5, NA), k, replace = TRUE, prob = c(8, 6, 3, 1, 0.4, 1)),
             related = sample(c("yes", "no"), k, replace = TRUE, prob = c(3, 1)))
}))
events <- events[sample(nrow(events)), ]
write.csv(events, "data/adverse_events.csv", row.names = FALSE, quote = FALSE, na = "")

# The worst of each patient: NA when an event without a grade may be worse than the known ones.
worst_of <- function(rows) {
  known <- aggregate(grade ~ patient, rows[!is.na(rows$grade), ], max)
  worst <- known$grade[match(who$patient, known$patient)]
  ungraded <- who$patient %in% rows$patient[is.na(rows$grade)]
  list(any = !is.na(worst) | ungraded,
       worst = ifelse(ungraded & (is.na(worst) | worst < 5), NA, ifelse(is.na(worst), 0, worst)),
       severe = ifelse(!is.na(worst) & worst >= 3, TRUE, ifelse(ungraded, NA, FALSE)))
}
expect_long <- function(pointer, name, rows, exposure = NULL) {
  found <- worst_of(rows)
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
long <- function(id, options, rows, exposure = NULL) {
  occurred <- rows[!is.na(rows$term), ]
  found <- sort(unique(occurred$term))
  expected <- lapply(seq_along(found), function(i) {
    expect_long(sprintf("%s/terms/%d", value, i - 1), found[i], occurred[occurred$term == found[i], ],
                exposure)
  })
  case(id, "data/adverse_events.csv",
       list(columns = list(patient = category(), arm = category("Control", "New"), months = number,
                           term = do.call(category, as.list(kinds)), grade = number,
                           related = category()),
            arm = "arm",
            analyses = list(c(list(method = "adverseEvents", patient = "patient", term = "term",
                                   grade = "grade"), options))),
       c(at("/results/0/used", count), unlist(expected, recursive = FALSE),
         expect_long(paste0(value, "/anyTerm"), "", occurred, exposure)),
       exact, "safety.R")
}
long_table <- list(
  long("safety_long", list(), events),
  long("safety_long_related", list(events = list(column = "related", "in" = "yes")),
       events[events$related %in% "yes", ]),
  long("safety_long_exposure", list(exposure = "months"), events, who$months)
)

write_cases("safety.json", c(example, long_table))
