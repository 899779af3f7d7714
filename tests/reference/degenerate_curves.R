# Kaplan-Meier and log-rank at the edge of what can be estimated: R's answer where it has one,
# elsewhere the refusal or the warning that Riskset owes. Writes its data beside the others.
source("lib/cases.R")
source("lib/survival_curves.R")
source("lib/edge_cases.R")

columns <- list(time = number, event = number, arm = category("A", "B"))
log_rank <- list(id = "test", method = "logRank", by = "arm")

# Curves on all scales with every step, by arm where there is one; then `further` analyses.
curve_case <- function(id, data, times, further = list(), expected = list(), exact = data, ...) {
  by_arm <- "arm" %in% names(data)
  formula <- if (by_arm) Surv(time, event) ~ arm else Surv(time, event) ~ 1
  analyses <- lapply(names(conf_types), function(scale) {
    c(list(id = scale, method = "kaplanMeier", interval = scale, times = I(times)),
      if (by_arm) list(by = "arm"))
  })
  curves <- lapply(seq_along(conf_types), function(i) {
    fit <- survfit(formula, exact, conf.type = conf_types[i])
    expect_curves(sprintf("/results/%d/value", i - 1), fit, if (by_arm) c("A", "B"),
                  times = times, steps = TRUE)
  })
  edge_case(id, data, columns, c(analyses, further),
            c(unlist(curves, recursive = FALSE), expected), closed_form, ...)
}

# The same with the log-rank test of the arms.
compared_case <- function(id, data, times, ...) {
  test <- survdiff(Surv(time, event) ~ arm, data)
  curve_case(id, data, times, list(log_rank),
             expect_log_rank("/results/5/value", test, c("A", "B")), ...)
}

arms <- function(time, event, arm) data.frame(time = time, event = event, arm = arm)
alone <- function(time, event) data.frame(time = time, event = event)

# 0.1 + 0.2 and 0.3 are one time with rounding noise (R's timefix).
noise <- alone(c("0.1", "0.30000000000000004", "0.3", "0.7", "0.7000000000000001"),
               c(1, 1, 0, 1, 1))

write_cases("degenerate_curves.json", list(
  curve_case("no_events", arms(c(3, 5, 8, 2, 6, 9), 0, rep(c("A", "B"), each = 3)), c(0, 4, 9),
             list(log_rank, list(id = "model", method = "cox", terms = "arm")),
             c(has_warning(0, "noEvents"), refused(5, "noEvents"), refused(6, "noEvents"))),
  curve_case("one_time", arms(5, 1, rep(c("A", "B"), 4)), c(4, 5)),
  compared_case("one_time_half", arms(5, c(1, 0, 1, 0, 1, 1, 0, 0), rep(c("A", "B"), 4)), 5),
  compared_case("tied_event_and_censoring",
                arms(c(1, 2, 2, 2, 3, 3, 4, 4, 5), c(1, 0, 1, 1, 0, 1, 0, 0, 1),
                     c("A", "A", "B", "A", "B", "A", "B", "B", "A")), 0:5),
  curve_case("plateau_to_the_end", alone(1:4, c(1, 1, 0, 0)), 1:4,
             note = "S is 0.5 from 2 to the end of follow-up at 4: the median is 3"),
  curve_case("plateau_in_the_middle", alone(c(1, 2, 3, 5, 7, 8), c(1, 1, 1, 0, 1, 1)), 3:7,
             note = "S is 0.5 from 3 to 7 with a censoring on the way: the median is 5"),
  curve_case("camis", alone(c(54, 75, 77, 84, 87, 92, 103, 105, 112, 118), rep(c(1, 0), each = 5)),
             c(87, 100, 118),
             note = "R 102.5 where SAS gives no median (psiaims.github.io/CAMIS, survival)"),
  curve_case("one_patient_with_event", alone(7, 1), c(6, 7)),
  curve_case("one_patient_censored", alone(7, 0), c(6, 7)),
  compared_case("group_of_one", arms(c(2, 4, 5, 6, 8, 9, 4.5), c(1, 1, 0, 1, 1, 0, 1),
                                     c(rep("A", 6), "B")), c(4, 5)),
  curve_case("event_at_time_zero", alone(c(0, 0, 1, 2, 2, 4), c(1, 0, 1, 1, 0, 1)), c(0, 1),
             expected = has_warning(0, "eventAtTimeZero")),
  curve_case("rounding_noise", noise, c(0.1, 0.3, 0.5, 0.7),
             exact = transform(noise, time = round(as.numeric(time), 6)),
             note = "two pairs of times differ by rounding only and are one time each")
))
