# Kaplan-Meier with case weights, robust variance, clusters and late entry; restricted means,
# contrasts and conditional survival under each; SPSS's interval of the median. Writes its data
# beside the others.
source("lib/cases.R")
source("lib/survival_curves.R")
source("lib/weighted_curves.R")

write_data <- function(file, data) {
  write.csv(data, file.path("data", file), row.names = FALSE, quote = FALSE, na = "")
}

# Weights by fixed rules: whole numbers with zeros, and the kind that inverse probabilities give.
lung <- read_data("lung.csv")
write_data("lung_weights.csv", data.frame(
  time = lung$time, event = lung$event, sex = lung$sex, inst = lung$inst,
  whole = (lung$age + lung$sex) %% 4,
  share = round(1 / (0.2 + 0.6 * plogis((lung$age - 62) / 10)), 4)
))
# Age as the time scale: everybody enters late.
mgus <- read_data("mgus2.csv")
write_data("mgus2_age.csv", data.frame(
  sex = mgus$sex, from = mgus$age, to = round(mgus$age + mgus$futime / 12, 4), death = mgus$death,
  weight = round(0.5 + mgus$dxyr %% 5 / 2, 1)
)[mgus$futime > 0, ])
# Rows of one patient before and after a transplant.
heart <- survival::heart
write_data("heart.csv", data.frame(id = heart$id, start = heart$start, stop = heart$stop,
                                   event = heart$event, transplant = heart$transplant,
                                   surgery = heart$surgery))

weighted_case <- function(id, file, time, event, by = NULL, levels = NULL, entry = NULL,
                          weights = NULL, cluster = NULL, variance = NULL, scale = "log",
                          level = 0.95, times, taus = numeric(), given = NULL, steps = FALSE,
                          reverse = FALSE, note = NULL) {
  columns <- setNames(list(number, number), c(time, event))
  for (name in c(entry, weights)) columns[[name]] <- number
  for (name in cluster) columns[[name]] <- category()
  if (!is.null(by)) columns[[by]] <- do.call(category, as.list(levels))
  data <- read_data(file)
  data <- data[complete.cases(data[names(columns)]), ]
  one <- function(name, otherwise) if (is.null(name)) otherwise else data[[name]]
  rows <- data.frame(time = data[[time]], event = data[[event]], entry = one(entry, -Inf),
                     weight = one(weights, 1), cluster = one(cluster, seq_len(nrow(data))))
  if (reverse) rows$event <- 1 - rows$event
  robust <- identical(variance, "robust") || !is.null(cluster) ||
    (is.null(variance) && any(rows$weight != floor(rows$weight)))
  groups <- if (is.null(by)) list(rows) else split(rows, factor(data[[by]], levels = levels))
  quantiles <- c(0.1, 0.25, 0.5, 0.75)
  value <- "/results/0/value"
  curves <- lapply(groups, weighted_curve, robust, conf_types[scale], level)
  expected <- c(
    fields("/results/0", used = nrow(rows)),
    fields(value, variance = if (robust) "robust" else "greenwood"),
    unlist(lapply(seq_along(curves), function(g) {
      to <- sprintf("%s/groups/%d", value, g - 1)
      c(expect_weighted_curve(to, curves[[g]], quantiles, times, taus, steps, !is.null(weights)),
        if (!is.null(given)) {
          expect_conditional(to, groups[[g]], given, times, robust, conf_types[scale], level)
        })
    }), recursive = FALSE),
    if (length(curves) == 2) {
      expect_weighted_contrasts(value, curves[[1]], curves[[2]], times, taus)
    }
  )
  analysis <- list(id = "curves", method = "kaplanMeier", endpoint = "E", interval = scale,
                   level = level, quantiles = I(quantiles), times = I(times))
  if (!is.null(by)) analysis$by <- by
  if (!is.null(weights)) analysis$weights <- weights
  if (!is.null(cluster)) analysis$cluster <- cluster
  if (!is.null(variance)) analysis$variance <- variance
  if (length(taus)) analysis$restrictTo <- I(taus)
  if (!is.null(given)) analysis$conditionalOn <- given
  if (reverse) analysis$reverse <- TRUE
  outcome <- endpoint(time, event)
  if (!is.null(entry)) outcome$entry <- entry
  case(id, file.path("data", file),
       list(columns = columns, endpoints = list(E = outcome), analyses = list(analysis)), expected,
       closed_form, "weighted_curves.R: survival::survfit, its influence.surv, survmean", note)
}

on_lung <- function(id, ..., times = c(0, 4, 90, 365.25, 883, 1200), taus = c(180, 700, 1022),
                    given = 180) {
  weighted_case(paste0("weighted_lung_", id), "lung_weights.csv", "time", "event", "sex",
                c("1", "2"), times = times, taus = taus, given = given, ...)
}
on_mgus <- function(id, ..., times = c(40, 60, 75.5, 90, 100), taus = c(60, 80, 90), given = 70) {
  weighted_case(paste0("late_entry_mgus2_", id), "mgus2_age.csv", "to", "death", "sex",
                c("F", "M"), entry = "from", times = times, taus = taus, given = given, ...)
}
on_diabetic <- function(id, ...) {
  weighted_case(paste0("clustered_diabetic_", id), "diabetic.csv", "time", "status", "trt",
                c("0", "1"), cluster = "id", times = c(1, 12, 36.5, 60), taus = c(24, 60),
                given = 12, ...)
}
on_kidney <- function(id, ...) {
  weighted_case(paste0("clustered_kidney_", id), "kidney.csv", "time", "status", cluster = "id",
                times = c(10, 100, 300, 562), taus = c(50, 400), ...)
}
on_heart <- function(id, ...) {
  weighted_case(paste0("late_entry_heart_", id), "heart.csv", "stop", "event", "transplant",
                c("0", "1"), entry = "start", times = c(5, 50, 365, 1000), taus = 180, ...)
}
every_scale <- function(build, id, ...) {
  lapply(names(conf_types), function(scale) build(paste0(id, "_", scale), scale = scale, ...))
}

write_cases("weighted_curves.json", c(
  every_scale(on_lung, "plain_robust", variance = "robust"),
  every_scale(on_lung, "whole", weights = "whole"),
  every_scale(on_lung, "share", weights = "share", level = 0.9),
  list(
    on_lung("unweighted"),
    on_lung("whole_steps", weights = "whole", steps = TRUE,
            note = "whole weights stand for so many patients: Greenwood's variance"),
    on_lung("whole_robust", weights = "whole", variance = "robust", steps = TRUE),
    on_lung("share_steps", weights = "share", steps = TRUE,
            note = "weights that are no counts: survfit's default is the robust variance"),
    on_lung("share_greenwood", weights = "share", variance = "greenwood", steps = TRUE),
    on_lung("inst", cluster = "inst", steps = TRUE,
            note = "19 institutions reach into both groups; one row has none"),
    on_lung("inst_share", cluster = "inst", weights = "share", scale = "logLog"),
    on_lung("share_reverse", weights = "share", reverse = TRUE),
    on_mgus("plain", steps = TRUE, note = "nobody is at risk from birth; age is the time scale"),
    on_mgus("weight", weights = "weight", scale = "logit"),
    on_mgus("weight_greenwood", weights = "weight", variance = "greenwood", scale = "arcsine"),
    on_mgus("robust", variance = "robust", scale = "logLog"),
    on_mgus("reverse", reverse = TRUE),
    on_heart("plain", steps = TRUE),
    on_heart("id", cluster = "id", steps = TRUE,
             note = "patients change group at their transplant: clusters reach into both"),
    on_kidney("log", steps = TRUE),
    on_kidney("arcsine", scale = "arcsine", level = 0.8)
  ),
  every_scale(on_diabetic, "eyes", note = "both eyes of a patient, one in each group")
))
