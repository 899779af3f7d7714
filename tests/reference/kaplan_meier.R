# Kaplan-Meier curves: five interval scales at two levels, quantiles, numbers at risk, reverse.
source("lib/cases.R")
source("lib/survival_curves.R")

# All scales at one level.
km_case <- function(id, file, columns, event, by = NULL, level = 0.95, times, steps = FALSE,
                    reverse = FALSE, note = NULL) {
  data <- with_levels(read_data(file), columns)
  quantiles <- c(0.1, 0.25, 0.5, 0.75, 0.9)
  analyses <- lapply(names(conf_types), function(scale) {
    c(list(id = scale, method = "kaplanMeier", endpoint = "E", interval = scale, level = level,
           quantiles = I(quantiles), times = I(times)),
      if (!is.null(by)) list(by = by),
      if (reverse) list(reverse = TRUE))
  })
  outcome <- sprintf(if (reverse) "Surv(time, 1 - %s)" else "Surv(time, %s)", event)
  formula <- reformulate(if (is.null(by)) "1" else by, outcome)
  expected <- unlist(lapply(seq_along(conf_types), function(i) {
    fit <- survfit(formula, data, conf.type = conf_types[i], conf.int = level)
    expect_curves(sprintf("/results/%d/value", i - 1), fit, if (!is.null(by)) levels(data[[by]]),
                  quantiles = quantiles, times = times, steps = steps)
  }), recursive = FALSE)
  case(id, file.path("data", file),
       list(columns = columns, endpoints = list(E = endpoint("time", event)), analyses = analyses),
       expected, closed_form, "kaplan_meier.R: survival::survfit", note)
}

veteran <- list(time = number, status = number, trt = category("1", "2"),
                celltype = category("squamous", "smallcell", "adeno", "large"))
lung <- list(time = number, event = number, sex = category("1", "2"))
colon <- list(time = number, status = number, rx = category("Obs", "Lev", "Lev+5FU"))

at_level <- function(level) {
  id <- function(name) sprintf("km_%s_%g", name, 100 * level)
  list(
    km_case(id("veteran_trt"), "veteran.csv", veteran, "status", by = "trt", level = level,
            times = c(0, 1, 30, 99.5, 200, 553, 600, 999, 1200), steps = level == 0.9),
    km_case(id("colon_rx"), "colon_death.csv", colon, "status", by = "rx", level = level,
            times = c(180, 365, 1095, 1826.25, 3000)),
    km_case(id("lung_all"), "lung.csv", lung, "event", level = level,
            times = c(5, 60, 183, 310, 365, 883))
  )
}

write_cases("kaplan_meier.json", c(
  at_level(0.9),
  at_level(0.95),
  list(
    km_case("km_veteran_celltype_reference_order", "veteran.csv", veteran, "status",
            by = "celltype", times = c(50, 100, 200),
            note = "groups come in the order of the declared levels"),
    km_case("km_lung_follow_up", "lung.csv", lung, "event", by = "sex", times = c(365, 730),
            reverse = TRUE,
            note = "reverse Kaplan-Meier: follow-up by the method of Schemper and Smith")
  )
))
