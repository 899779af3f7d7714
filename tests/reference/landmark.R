# Landmark analyses: those at risk at the landmark (follow-up up to it or beyond), time from there.
source("lib/cases.R")
source("lib/survival_curves.R")
source("lib/weighted_curves.R")

# survdiff and coxph on those at risk.
expect_comparison <- function(pointer, groups, labels) {
  rows <- do.call(rbind, groups)
  rows$group <- factor(rep(labels, vapply(groups, nrow, 0L)), levels = labels)
  test <- survdiff(Surv(time, event) ~ group, rows)
  model <- coxph(Surv(time, event) ~ group, rows, control = converged)
  fitted <- summary(model)
  ratios <- unlist(lapply(seq_along(labels)[-1], function(g) {
    fields(sprintf("%s/hazardRatios/%d", pointer, g - 1), level = labels[g], reference = FALSE,
           hr = fitted$conf.int[g - 1, 1], lower = fitted$conf.int[g - 1, 3],
           upper = fitted$conf.int[g - 1, 4], p = fitted$coefficients[g - 1, 5])
  }), recursive = FALSE)
  c(chi_square(paste0(pointer, "/logRank"), test$chisq, length(labels) - 1),
    fields(paste0(pointer, "/hazardRatios/0"), level = labels[1], reference = TRUE),
    lapply(ratios, function(one) c(one, list(tolerance = iterated))))
}

landmark_case <- function(id, file, time, event, by, levels, at, times, taus, entry = NULL,
                          weights = NULL, scale = "log", note = NULL) {
  columns <- setNames(list(number, number, do.call(category, as.list(levels))),
                      c(time, event, by))
  for (name in c(entry, weights)) columns[[name]] <- number
  data <- read_data(file)
  data <- data[complete.cases(data[names(columns)]), ]
  rows <- data.frame(time = data[[time]], event = data[[event]],
                     entry = if (is.null(entry)) -Inf else data[[entry]],
                     weight = if (is.null(weights)) 1 else data[[weights]],
                     cluster = seq_len(nrow(data)))
  groups <- split(rows, factor(data[[by]], levels = levels))
  robust <- any(rows$weight != floor(rows$weight))
  value <- "/results/0/value"
  kept <- lapply(groups, function(own) {
    own <- own[own$time >= at & own$entry < at, ]
    own$time <- own$time - at
    own$entry <- rep(-Inf, nrow(own))
    own
  })
  there <- which(vapply(kept, nrow, 0L) > 0)
  curves <- lapply(kept[there], weighted_curve, robust, conf_types[scale], 0.95)
  expected <- c(
    fields("/results/0", used = sum(vapply(kept, nrow, 0L))),
    fields(value, at = at),
    unlist(lapply(seq_along(groups), function(g) {
      own <- groups[[g]]
      fields(sprintf("%s/leftOut/%d", value, g - 1), label = levels[g],
             eventsBefore = sum(own$time < at & own$event == 1),
             censoredBefore = sum(own$time < at & own$event == 0),
             enteredAfter = sum(own$time >= at & own$entry >= at))
    }), recursive = FALSE),
    unlist(lapply(seq_along(curves), function(i) {
      to <- sprintf("%s/groups/%d", value, i - 1)
      c(fields(to, label = levels[there[i]]),
        expect_weighted_curve(to, curves[[i]], c(0.25, 0.5, 0.75), times, taus, TRUE,
                              !is.null(weights)))
    }), recursive = FALSE),
    if (length(curves) == 2) {
      expect_weighted_contrasts(value, curves[[1]], curves[[2]], times, taus)
    },
    if (length(there) > 1 && is.null(weights)) expect_comparison(value, kept[there], levels[there]),
    if (length(there) < length(groups)) has_warning(0, "landmarkEmpty")
  )
  outcome <- endpoint(time, event)
  if (!is.null(entry)) outcome$entry <- entry
  analysis <- list(id = "landmark", method = "landmark", endpoint = "E", by = by, at = at,
                   interval = scale, times = I(times), restrictTo = I(taus))
  if (!is.null(weights)) analysis$weights <- weights
  case(id, file.path("data", file),
       list(columns = columns, endpoints = list(E = outcome), analyses = list(analysis)),
       expected, closed_form, "landmark.R: survival::survfit on those at risk", note)
}

write_cases("landmark.json", list(
  landmark_case("landmark_lung", "lung.csv", "time", "event", "sex", c("1", "2"), at = 180,
                times = c(0, 90, 365), taus = c(180, 365)),
  landmark_case("landmark_lung_at_an_event", "lung.csv", "time", "event", "sex", c("1", "2"),
                at = 310, times = c(0, 55), taus = 90,
                note = "an event and a censoring exactly at the landmark count at time 0"),
  landmark_case("landmark_veteran_celltype", "veteran.csv", "time", "status", "celltype",
                c("squamous", "smallcell", "adeno", "large"), at = 400, times = c(50, 100),
                taus = 50, scale = "logLog", note = "nobody with adenocarcinoma is left"),
  landmark_case("landmark_example", "rechallenge_cohort.csv", "pfs_months", "pfs_event", "arm",
                c("Chemotherapy", "Immunotherapy rechallenge"), at = 2, times = c(1, 2, 4),
                taus = c(2, 6), scale = "arcsine", note = "SYNTHETIC"),
  landmark_case("landmark_weighted", "lung_weights.csv", "time", "event", "sex", c("1", "2"),
                at = 90, times = c(90, 365), taus = 365, weights = "share", scale = "logit"),
  landmark_case("landmark_late_entry", "mgus2_age.csv", "to", "death", "sex", c("F", "M"),
                at = 70, times = c(5, 15), taus = 20, entry = "from",
                note = "who comes under observation at the landmark or later is left out")
))
