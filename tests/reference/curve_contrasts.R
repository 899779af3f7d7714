# Restricted means, and two curves against each other: differences at times, contrasts of means.
source("lib/cases.R")
source("lib/survival_curves.R")

contrast_case <- function(id, file, time, event, group, taus, times, level = 0.95, reverse = FALSE,
                          note = NULL) {
  columns <- setNames(list(number, number, group$column), c(time, event, group$name))
  data <- with_levels(read_data(file), columns)
  labels <- levels(data[[group$name]])
  outcome <- sprintf(if (reverse) "Surv(%s, 1 - %s)" else "Surv(%s, %s)", time, event)
  fit <- survfit(reformulate(group$name, outcome), data, conf.int = level)
  value <- "/results/0/value"
  expected <- unlist(lapply(seq_along(labels), function(g) {
    unlist(lapply(seq_along(taus), function(i) {
      expect_restricted_mean(sprintf("%s/groups/%d/restrictedMean/%d", value, g - 1, i - 1),
                             restricted_mean(fit, g, taus[i]), taus[i], level)
    }), recursive = FALSE)
  }), recursive = FALSE)
  expected <- c(expected, if (length(labels) == 2) {
    c(expect_contrasts(value, fit, taus, times, level),
      if (!reverse) expect_difference_curve(value, fit, level))
  } else {
    fields(value, differences = I(numeric()), restrictedMeanContrast = I(numeric()))
  })
  beyond <- function(fit, at) {
    any(vapply(seq_along(labels), function(g) {
      any(at > max(fit[g]$time)) && min(fit[g]$surv) > 0
    }, TRUE))
  }
  expected <- c(expected, if (beyond(fit, taus)) has_warning(0, "meanBeyondFollowUp"))
  analysis <- c(list(id = "curves", method = "kaplanMeier", endpoint = "E", by = group$name,
                     level = level, restrictTo = I(taus), times = I(times)),
                if (reverse) list(reverse = TRUE),
                if (length(labels) == 2 && !reverse) list(differenceCurve = TRUE))
  case(id, file.path("data", file),
       list(columns = columns, endpoints = list(E = endpoint(time, event)),
            analyses = list(analysis)),
       expected, closed_form, "curve_contrasts.R: survival::survfit, survmean", note)
}

by <- function(name, ...) list(name = name, column = category(...))
arm <- by("arm", "Chemotherapy", "Immunotherapy rechallenge")
cohort <- "rechallenge_cohort.csv"

write_cases("curve_contrasts.json", list(
  contrast_case("contrast_example_os", cohort, "os_months", "os_event", arm,
                taus = c(6, 12, 24, 36), times = c(3, 12, 18, 24, 36),
                note = "SYNTHETIC; the curve of chemotherapy has come down to 0 before 36 months"),
  contrast_case("contrast_example_pfs", cohort, "pfs_months", "pfs_event", arm,
                taus = c(3, 6, 12), times = c(0.1, 3, 6, 9)),
  contrast_case("contrast_example_follow_up", cohort, "os_months", "os_event", arm,
                taus = c(6, 12), times = c(6, 12), reverse = TRUE),
  contrast_case("contrast_aml", "aml.csv", "time", "status", by("x", "Maintained", "Nonmaintained"),
                taus = c(4, 9, 45, 100, 161, 162), times = c(1, 5, 23, 45, 100),
                note = "nobody had an event before 5; S is 0 from 45 in one group"),
  contrast_case("contrast_veteran_90", "veteran.csv", "time", "status", by("trt", "1", "2"),
                taus = c(100, 365.25, 553), times = c(50, 99.5, 553, 600), level = 0.9),
  contrast_case("contrast_lung_sex", "lung.csv", "time", "event", by("sex", "1", "2"),
                taus = c(180, 365, 900, 1022), times = c(365, 965, 1000),
                note = "women are followed up to 965 days"),
  contrast_case("contrast_myeloid", "myeloid.csv", "futime", "death", by("trt", "A", "B"),
                taus = c(365, 1500), times = c(365, 1095)),
  contrast_case("contrast_colon_three_arms", "colon_death.csv", "time", "status",
                by("rx", "Obs", "Lev", "Lev+5FU"), taus = c(365, 1825), times = 365,
                note = "three groups: nothing is contrasted")
))
