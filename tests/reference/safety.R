# Adverse events by R's own tables: the example cohort from its columns of grades, and a long table
# of events (written to data/adverse_events.csv) with several events for a patient and term, events
# without a grade, and patients without any. Worst grades come from aggregate(), counts from table(),
# tests from fisher.test, rates by exposure and their ratio from poisson.test.
source("lib/cases.R")
source("lib/two_by_two.R")
source("lib/adverse_events.R")

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

long <- function(id, options, rows, exposure = NULL) {
  occurred <- rows[!is.na(rows$term), ]
  found <- sort(unique(occurred$term))
  expected <- lapply(seq_along(found), function(i) {
    expect_long(sprintf("%s/terms/%d", value, i - 1), found[i], occurred[occurred$term == found[i], ],
                who, exposure)
  })
  case(id, "data/adverse_events.csv",
       list(columns = list(patient = category(), arm = category("Control", "New"), months = number,
                           term = do.call(category, as.list(kinds)), grade = number,
                           related = category()),
            arm = "arm",
            analyses = list(c(list(method = "adverseEvents", patient = "patient", term = "term",
                                   grade = "grade"), options))),
       c(at("/results/0/used", count), unlist(expected, recursive = FALSE),
         expect_long(paste0(value, "/anyTerm"), "", occurred, who, exposure)),
       exact, "safety.R")
}
long_table <- list(
  long("safety_long", list(), events),
  long("safety_long_related", list(events = list(column = "related", "in" = "yes")),
       events[events$related %in% "yes", ]),
  long("safety_long_exposure", list(exposure = "months"), events, who$months)
)

write_cases("safety.json", c(example, long_table))
