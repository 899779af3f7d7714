# A long table of adverse events beside the example cohort (written to data/example_events.csv): joined
# by merge(), the worst grade of each patient and term by aggregate(), denominators from the cohort.
# The table has several events for a patient and term, grades in three spellings and without any,
# spaces around identifiers, two patients whom the cohort does not have, rows without a patient or a
# term, and an arm of its own that is not to be read.
source("lib/cases.R")
source("lib/two_by_two.R")
source("lib/adverse_events.R")

cohort <- read_data("rechallenge_cohort.csv")
arms <- c("Chemotherapy", "Immunotherapy rechallenge")
who <- data.frame(patient = cohort$patient_id, arm = factor(cohort$arm, arms),
                  months = cohort$os_months)

set.seed(1697712)
kinds <- c("Anaemia", "Fatigue", "Hypothyroidism", "Pneumonitis", "Rash, maculopapular")
spelling <- c("1", "2", "G2", "3", "Grade 3", "4", "5", "unknown", "")
meaning <- c(1, 2, 2, 3, 3, 4, 5, NA, NA)
drawn <- do.call(rbind, lapply(seq_along(who$patient), function(i) {
  rechallenge <- who$arm[i] == arms[2]
  k <- rpois(1, 1.6)
  if (k == 0) return(NULL)
  data.frame(subject = who$patient[i],
             arm = "not read",
             ae_term = sample(kinds, k, replace = TRUE,
                              prob = if (rechallenge) c(3, 5, 4, 2, 4) else c(6, 6, 0.5, 0.5, 1)),
             ctcae_grade = sample(spelling, k, replace = TRUE,
                                  prob = c(8, 4, 3, 2, 2, 1, 0.8, 0.5, 0.5)),
             related = sample(c("yes", "probable", "no", ""), k, replace = TRUE, prob = c(5, 2, 3, 0.5)),
             immune = sample(c("Y", "N"), k, replace = TRUE, prob = if (rechallenge) c(1, 1) else c(1, 9)))
}))
drawn <- drawn[sample(nrow(drawn)), ]
odd <- drawn[1:5, ]
odd$subject <- c("SYN900", "SYN901", "SYN900", "", who$patient[1])
odd$ctcae_grade <- "4"
odd$ae_term[5] <- ""
events <- rbind(drawn, odd)[sample(nrow(drawn) + 5), ]
written <- events
spaced <- seq(1, nrow(written), 7)
written$subject[spaced] <- paste0(" ", written$subject[spaced], " ")
write.csv(written, "data/example_events.csv", row.names = FALSE, na = "")

events$grade <- meaning[match(events$ctcae_grade, spelling)]
joined <- merge(events[events$ae_term != "", setdiff(names(events), "arm")], who,
                by.x = "subject", by.y = "patient")
names(joined)[1] <- "patient"
stopifnot(!any(grepl("SYN9", joined$patient)), length(unique(joined$patient)) < nrow(cohort))

linked <- function(id, options, rows, exposure = NULL) {
  found <- sort(unique(rows$ae_term), method = "radix")
  expected <- lapply(seq_along(found), function(i) {
    expect_long(sprintf("%s/terms/%d", value, i - 1), found[i], rows[rows$ae_term == found[i], ], who,
                exposure)
  })
  analysis <- c(list(method = "adverseEvents", table = "events", term = "events.ae_term",
                     grade = "events.ctcae_grade", grades = list(G2 = 2, `Grade 3` = 3)), options)
  result <- case(id, "data/rechallenge_cohort.csv",
                 list(columns = list(arm = do.call(category, as.list(arms)), os_months = number),
                      tables = list(events = list(
                        patient = "subject", cohortPatient = "patient_id",
                        columns = list(ae_term = category(), related = category(),
                                       ctcae_grade = list(type = "category", missing = I("unknown")),
                                       immune = category()))),
                      arm = "arm", analyses = list(analysis)),
                 c(at("/results/0/used", nrow(cohort)), unlist(expected, recursive = FALSE),
                   expect_long(paste0(value, "/anyTerm"), "", rows, who, exposure)),
                 exact, "linked_events.R: merge", "SYNTHETIC cohort and events")
  c(result, list(tables = list(events = "data/example_events.csv")))
}

write_cases("linked_events.json", list(
  linked("linked_events", list(), joined),
  linked("linked_events_related",
         list(events = list(column = "events.related", "in" = I(c("yes", "probable")))),
         joined[joined$related %in% c("yes", "probable"), ]),
  linked("linked_events_immune", list(events = list(column = "events.immune", "in" = "Y")),
         joined[joined$immune == "Y", ]),
  linked("linked_events_exposure", list(exposure = "os_months"), joined, who$months)
))
