# Time to response and duration of response of responders: median and range, and survfit from the
# first response on. Writes its data beside the others: the rechallenge cohort (synthetic) with made
# times of first response; one responder lacks it, and one patient with stable disease has it.
source("lib/cases.R")
source("lib/survival_curves.R")

cohort <- read_data("rechallenge_cohort.csv")
data <- cohort[c("arm", "sex", "best_response", "pfs_months", "pfs_event")]
responded <- which(data$best_response %in% c("CR", "PR"))
data$response_months <- NA
data$response_months[responded] <-
  round(data$pfs_months[responded] * c(0.2, 0.45, 0.3, 0.8, 0.15)[1 + seq_along(responded) %% 5], 1)
data$response_months[responded[4]] <- data$pfs_months[responded[4]]
data$response_months[responded[7]] <- NA
data$response_months[which(data$best_response == "SD")[2]] <- 2.5
write.csv(data, "data/response_times.csv", row.names = FALSE, quote = FALSE, na = "")

columns <- list(
  arm = category("Chemotherapy", "Immunotherapy rechallenge"), sex = category("Female", "Male"),
  best_response = category(), pfs_months = number, pfs_event = number, response_months = number
)

expect_group <- function(pointer, rows, patients, label, conf_type, level, times) {
  if (nrow(rows) == 0) {
    return(fields(pointer, label = label, patients = patients, timeToResponse = NA, duration = NA))
  }
  fit <- survfit(Surv(pfs_months - response_months, pfs_event) ~ 1, rows, conf.type = conf_type,
                 conf.int = level)
  c(fields(pointer, label = label, patients = patients),
    fields(paste0(pointer, "/timeToResponse"), median = median(rows$response_months),
           shortest = min(rows$response_months), longest = max(rows$response_months)),
    expect_curve(paste0(pointer, "/duration"), curve_of(fit), label, times = times, steps = TRUE))
}

duration_case <- function(id, by, labels, interval, level, times, where = NULL, of = data) {
  used <- of[of$best_response %in% c("CR", "PR") & !is.na(of$response_months), ]
  of_group <- function(rows, label) if (is.null(by)) rows else rows[rows[[by]] == label, ]
  expected <- unlist(lapply(seq_along(labels), function(g) {
    expect_group(sprintf("/results/0/value/groups/%d", g - 1), of_group(used, labels[g]),
                 nrow(of_group(of, labels[g])), labels[g], conf_types[[interval]], level, times)
  }), recursive = FALSE)
  case(id, "data/response_times.csv",
       list(columns = columns, endpoints = list(PFS = endpoint("pfs_months", "pfs_event")),
            response = list(column = "best_response", firstResponse = "response_months"),
            analyses = list(c(list(id = "duration", method = "responseDuration", endpoint = "PFS",
                                   interval = interval, level = level, times = I(times)),
                              if (!is.null(by)) list(by = by),
                              if (!is.null(where)) list(where = where)))),
       c(at("/results/0/used", nrow(used)), expected), closed_form,
       "response_duration.R: median, range, survival::survfit")
}

arms <- unclass(columns$arm$levels)
nobody <- list(column = "best_response", `in` = I(c("SD", "PD", "NE")))
write_cases("response_duration.json", list(
  duration_case("response_duration_by_arm", "arm", arms, "log", 0.95, c(0, 3, 6)),
  duration_case("response_duration_by_sex", "sex", c("Female", "Male"), "logLog", 0.9, c(1, 4.5)),
  duration_case("response_duration_all", NULL, "all", "plain", 0.99, c(2, 12)),
  duration_case("response_duration_of_nobody", "arm", arms, "log", 0.95, numeric(), nobody,
                data[data$best_response %in% nobody$`in`, ])
))
