# Endpoints composed of dates: the rules are written out here once more, in plain R on Date values,
# and survival says what follows from them. Writes its data beside the others: a made cohort of 120
# patients with dates of progression, death, last assessment, last contact and next therapy.
source("lib/cases.R")
source("lib/cox_models.R")
source("lib/survival_curves.R")

set.seed(20240630)
n <- 120
arm <- factor(rep(c("Standard", "Experimental"), length.out = n), c("Standard", "Experimental"))
start <- as.Date("2020-01-06") + sample(0:1500, n, replace = TRUE)
day <- function(x) start + x
progressed <- ceiling(rexp(n, ifelse(arm == "Standard", 1 / 180, 1 / 280)))
died <- progressed + ceiling(rexp(n, 1 / 250))
early <- runif(n) < 0.15
died[early] <- ceiling(progressed[early] * 0.7)
watched <- as.numeric(as.Date("2024-09-30") - start)
lost <- runif(n) < 0.1
watched[lost] <- ceiling(watched[lost] * runif(sum(lost), 0.2, 0.9))
pd <- ifelse(progressed <= watched & progressed <= died, progressed, NA)
death <- ifelse(died <= watched, died, NA)
contact <- pmin(watched, died)
scan <- pmin(ifelse(is.na(pd), contact - sample(0:60, n, replace = TRUE), pd - 60), contact)
scan[scan < 0] <- NA
therapy <- ifelse(runif(n) < 0.5 & !is.na(pd), pd + sample(0:40, n, replace = TRUE), NA)
before <- which(runif(n) < 0.2)
therapy[before] <- floor(pmin(contact, progressed)[before] * 0.6)
scan[1:2] <- pd[1:2] <- death[1:2] <- NA
data <- data.frame(
  arm, start_date = start, pd_date = day(pd), death_date = day(death), last_assessment = day(scan),
  last_contact = day(contact), status = ifelse(is.na(death), "alive", "dead"),
  next_therapy = day(therapy)
)
write.csv(data, "data/dated_endpoints.csv", row.names = FALSE, quote = FALSE, na = "")

date <- list(type = "date", order = "ymd")
columns <- list(arm = category("Standard", "Experimental"), start_date = date, pd_date = date,
                death_date = date, last_assessment = date, last_contact = date,
                status = category(), next_therapy = date)

# One endpoint as days and events; NA: neither an event nor a day without one.
by_row <- function(dates, choose) {
  days <- do.call(cbind, lapply(dates, as.numeric))
  chosen <- apply(days, 1, function(x) if (all(is.na(x))) NA else choose(x, na.rm = TRUE))
  as.Date(chosen, origin = "1970-01-01")
}
earliest <- function(dates) by_row(dates, min)
latest <- function(dates) by_row(dates, max)

follow <- function(rows, events, censoring, therapy = NULL, cutoff = NULL) {
  event_day <- earliest(rows[events])
  free_until <- if (length(censoring)) latest(rows[censoring]) else rep(as.Date(cutoff), nrow(rows))
  event <- !is.na(event_day)
  end <- event_day
  end[!event] <- free_until[!event]
  if (!is.null(therapy)) {
    stopped <- !is.na(end) & !is.na(rows[[therapy]]) & end > rows[[therapy]]
    sooner <- latest(lapply(rows[censoring], function(x) {
      x[!is.na(rows[[therapy]]) & !is.na(x) & x > rows[[therapy]]] <- NA
      x
    }))
    sooner[is.na(sooner)] <- rows[[therapy]][is.na(sooner)]
    end[stopped] <- sooner[stopped]
    event[stopped] <- FALSE
  }
  if (!is.null(cutoff)) {
    late <- !is.na(end) & end > as.Date(cutoff)
    end[late] <- as.Date(cutoff)
    event[late] <- FALSE
    end[rows$start_date > as.Date(cutoff)] <- NA
  }
  data.frame(arm = rows$arm, days = as.numeric(end - rows$start_date), event = as.numeric(event))
}

dated_case <- function(id, spec, followed, unit, days_per_unit) {
  followed$time <- followed$days / days_per_unit
  used <- followed[!is.na(followed$time), ]
  fit <- survfit(Surv(time, event) ~ arm, used)
  test <- survdiff(Surv(time, event) ~ arm, used)
  formula_of <- function(terms) cox_formula("time", "event", terms)
  cox <- fit_cox(formula_of("arm"), used)
  times <- c(180, 365) / days_per_unit
  case(id, "data/dated_endpoints.csv",
       list(columns = columns, arm = "arm",
            endpoints = list(E = c(list(start = "start_date", unit = unit), spec)),
            analyses = list(
              list(id = "curves", method = "kaplanMeier", endpoint = "E", by = "arm",
                   times = I(times)),
              list(id = "test", method = "logRank", endpoint = "E"),
              list(id = "model", method = "cox", endpoint = "E", terms = I("arm")))),
       c(at("/results/0/used", nrow(used)),
         unlist(lapply(1:2, function(g) {
           expect_curve(sprintf("/results/0/value/groups/%d", g - 1), curve_of(fit, g),
                        levels(arm)[g], times = times, steps = TRUE)
         }), recursive = FALSE),
         chi_square("/results/1/value", test$chisq, 1),
         expect_terms("/results/2/value", cox, "arm", 0.95)),
       iterated, "dated_follow_up.R: dates in plain R; survfit, survdiff, coxph")
}

both <- c("pd_date", "death_date")
month <- 365.25 / 12
cutoff <- "2023-06-30"
cases <- list(
  dated_case("dated_os", list(eventDates = I("death_date"), censoringDates = I("last_contact")),
             follow(data, "death_date", "last_contact"), "months", month),
  dated_case("dated_os_by_status",
             list(end = "last_contact", event = "status", eventLevels = I("dead"), cutoff = cutoff),
             follow(data, "death_date", "last_contact", cutoff = cutoff), "months", month),
  dated_case("dated_os_cutoff_alone", list(eventDates = I("death_date"), cutoff = cutoff),
             follow(data, "death_date", character(), cutoff = cutoff), "days", 1),
  dated_case("dated_pfs", list(eventDates = I(both), censoringDates = I("last_assessment")),
             follow(data, both, "last_assessment"), "months", month),
  dated_case("dated_pfs_before_new_therapy",
             list(eventDates = I(both), censoringDates = I("last_assessment"),
                  newTherapy = "next_therapy"),
             follow(data, both, "last_assessment", "next_therapy"), "months", month),
  dated_case("dated_pfs_before_new_therapy_and_cutoff",
             list(eventDates = I(both), censoringDates = I(c("last_assessment", "last_contact")),
                  newTherapy = "next_therapy", cutoff = cutoff),
             follow(data, both, c("last_assessment", "last_contact"), "next_therapy", cutoff),
             "weeks", 7),
  dated_case("dated_pfs_with_status",
             list(eventDates = I("pd_date"), end = "last_contact", event = "status",
                  eventLevels = I("dead")),
             follow(data, both, "last_contact"), "years", 365.25),
  dated_case("dated_ttp_months_of_30_days",
             list(eventDates = I("pd_date"), censoringDates = I(c("last_assessment", "death_date")),
                  daysPerMonth = 30),
             follow(data, "pd_date", c("last_assessment", "death_date")), "months", 30)
)
write_cases("dated_follow_up.json", cases)
