# Scaled Schoenfeld residuals with their coefficient, and the smooth of plot.cox.zph.
source("lib/cases.R")
source("lib/cox_models.R")

curves_case <- function(id, file, time, event, columns, terms, strata = NULL, ties = "efron",
                        transforms = "km", note = NULL) {
  columns[c(time, event)] <- list(number, number)
  data <- model_data(read_data(file), columns, c(time, event, terms, strata))
  fit <- fit_cox(cox_formula(time, event, terms, strata), data, ties)
  rows <- Filter(function(row) !is.null(row$coefficient) && !is.na(coef(fit)[row$coefficient]),
                 unlist(lapply(terms, function(name) term_rows(fit, name)), recursive = FALSE))
  analyses <- lapply(transforms, function(transform) {
    c(list(id = transform, method = "cox", endpoint = "E", terms = I(terms), ties = ties,
           zphTransform = transform, hazardRatioOverTime = TRUE),
      if (!is.null(strata)) list(strata = I(strata)))
  })
  expected <- unlist(lapply(seq_along(transforms), function(i) {
    expect_hazard_ratio_curves(sprintf("/results/%d/value/proportionalHazards", i - 1), fit, rows,
                               transforms[i])
  }), recursive = FALSE)
  case(id, file.path("data", file),
       list(columns = columns[c(time, event, terms, strata)], analyses = analyses,
            endpoints = list(E = endpoint(time, event))),
       expected, iterated, "hazard_ratio_over_time.R: survival::cox.zph, plot.cox.zph", note)
}

veteran <- list(karno = number, age = number, trt = category("1", "2"), prior = category("0", "10"),
                celltype = category("squamous", "smallcell", "adeno", "large"))
arm <- list(arm = category("Chemotherapy", "Immunotherapy rechallenge"),
            cps_group = category("<1", ">=1"), age = number)
months <- list(age = number, ecog = number, sex = category("1", "2"))

# A dose that varies in three of four strata. (Where no covariate varies at all, R keeps residuals
# of 0 and takes the strata behind for one another; such strata are left out here.)
nested <- read_data("veteran.csv")
nested$dose <- ifelse(nested$celltype == "adeno", 2, nested$age %% 7)
write.csv(nested[c("time", "status", "dose", "karno", "celltype")], "data/veteran_nested.csv",
          row.names = FALSE, quote = FALSE)

write_cases("hazard_ratio_over_time.json", list(
  curves_case("curves_example_os", "rechallenge_cohort.csv", "os_months", "os_event", arm, "arm",
              note = "SYNTHETIC cohort"),
  curves_case("curves_example_pfs_three_terms", "rechallenge_cohort.csv", "pfs_months",
              "pfs_event", arm, c("arm", "cps_group", "age")),
  curves_case("curves_veteran_transforms", "veteran.csv", "time", "status", veteran,
              c("celltype", "karno"), transforms = zph_transforms),
  curves_case("curves_veteran_breslow", "veteran.csv", "time", "status", veteran,
              c("karno", "trt"), ties = "breslow"),
  curves_case("curves_lung_months_heavy_ties", "lung_months.csv", "months", "event", months,
              c("sex", "age", "ecog"), transforms = c("km", "rank")),
  curves_case("curves_veteran_strata", "veteran.csv", "time", "status", veteran,
              c("karno", "age"), strata = "celltype"),
  curves_case("curves_colinear", "edge_collinear.csv", "time", "event",
              list(x = number, w = number, z = number), c("x", "w", "z"),
              note = "one covariate is left out"),
  curves_case("curves_constant_within_a_stratum", "veteran_nested.csv", "time", "status",
              list(dose = number, karno = number, celltype = veteran$celltype),
              c("dose", "karno"), strata = "celltype",
              note = "dose is the same for all of one stratum: no residual of it there"),
  curves_case("curves_seven_patients", "cox_test1.csv", "time", "event", list(x = number), "x",
              note = "events at four times: the spline goes through their means")
))
