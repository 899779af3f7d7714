# The log-rank family: every weight, two to four groups, strata, trend, pairs with their adjustment;
# on data sets and on the random cohorts with their many ties.
source("lib/cases.R")
source("lib/log_rank.R")

tests <- list("logRank", "gehan", "taroneWare", "petoPeto", "modifiedPetoPeto", c(1, 0), c(0, 1),
              c(1, 1), c(0.5, 0.5), c(2, 0), c(0, 2.5))
adjustments <- c("none", "bonferroni", "holm", "BH")

expect_test <- function(to, result, groups) {
  c(unlist(lapply(seq_along(groups), function(g) {
      fields(sprintf("%s/groups/%d", to, g - 1), label = groups[g], events = result$events[g],
             observed = result$observed[g], expected = result$expected[g])
    }), recursive = FALSE),
    list(list(at = paste0(to, "/covariance"),
              value = lapply(seq_along(groups), function(g) result$variance[g, ]))),
    fields(to, z = if (length(groups) == 2) {
      (result$observed - result$expected)[2] / sqrt(result$variance[2, 2])
    } else NA),
    chi_square(to, result$chisq, result$df))
}

expect_trend <- function(to, result, scores) {
  trend <- trend_of(result, scores)
  c(fields(to, scores = I(scores), z = trend$z),
    chi_square(to, trend$z^2, 1))
}

# Each pair on its own rows, as survminer's pairwise_survdiff.
expect_pairs <- function(to, data, time, event, by, strata, test, adjustment) {
  pairs <- combn(levels(data[[by]]), 2)
  results <- lapply(seq_len(ncol(pairs)), function(i) {
    own <- data[data[[by]] %in% pairs[, i], ]
    weighted_log_rank(tables_of(own[[time]], own[[event]] == 1, droplevels(own[[by]]),
                                strata_of(own, strata)), test)
  })
  chisq <- vapply(results, function(x) x$chisq, 0)
  p <- pchisq(chisq, 1, lower.tail = FALSE)
  adjusted <- p.adjust(p, adjustment)
  unlist(lapply(seq_along(p), function(i) {
    at <- sprintf("%s/%d", to, i - 1)
    c(fields(at, a = pairs[1, i], b = pairs[2, i], chiSquare = chisq[i]), p_value(at, p[i]),
      fields(at, adjustedP = adjusted[i]))
  }), recursive = FALSE)
}

strata_of <- function(data, strata) if (is.null(strata)) NULL else interaction(data[strata])

# A case holds every test on one comparison; with three groups or more also its trend and its pairs.
weighted_case <- function(id, file, time, event, columns, by, strata = NULL, where = NULL,
                          keep = function(data) TRUE, scores = NULL) {
  data <- with_levels(read_data(file), columns)
  data <- data[which(rep_len(keep(data), nrow(data))), ]
  data <- data[complete.cases(data[c(time, event, by, strata)]), ]
  data[[by]] <- droplevels(data[[by]])
  groups <- levels(data[[by]])
  tables <- tables_of(data[[time]], data[[event]] == 1, data[[by]], strata_of(data, strata))
  formula <- reformulate(c(by, if (!is.null(strata)) {
    sprintf("strata(%s)", paste(strata, collapse = ", "))
  }), sprintf("Surv(%s, %s)", time, event))
  several <- length(groups) > 2
  if (is.null(scores)) scores <- seq_along(groups)

  analyses <- list()
  expected <- list()
  for (i in seq_along(tests)) {
    test <- tests[[i]]
    result <- weighted_log_rank(tables, test)
    if (is.numeric(test) && test[2] == 0) check_against_survdiff(result, test[1], formula, data)
    if (identical(test, "logRank")) check_against_survdiff(result, 0, formula, data)
    adjustment <- adjustments[(i - 1) %% length(adjustments) + 1]
    to <- sprintf("/results/%d/value", i - 1)
    default <- all(scores == seq_along(groups)) && i %% 2 == 0
    analyses[[i]] <- c(
      list(id = paste0("t", i), method = "logRank", endpoint = "E", by = by),
      if (!is.null(strata)) list(strata = I(strata)), if (!is.null(where)) list(where = where),
      list(test = test_option(test)), list(trend = if (default) TRUE else I(scores)),
      if (several) list(pairwise = adjustment))
    expected <- c(expected, at(sprintf("/results/%d/used", i - 1), nrow(data)),
                  expect_test(to, result, groups),
                  expect_trend(paste0(to, "/trend"), result, scores),
                  if (several) {
                    expect_pairs(paste0(to, "/pairs"), data, time, event, by, strata, test,
                                 adjustment)
                  })
  }
  case(id, file.path("data", file),
       list(columns = columns, endpoints = list(E = endpoint(time, event)), analyses = analyses),
       expected, closed_form,
       "weighted_log_rank.R: definitions of Klein & Moeschberger, gamma = 0 checked by survdiff")
}

lung <- list(time = number, event = number, sex = category("2", "1"),
             ph.ecog = category("0", "1", "2", "3"))
veteran <- list(time = number, status = number, trt = category("1", "2"),
                celltype = category("squamous", "smallcell", "adeno", "large"))
colon <- list(time = number, status = number, rx = category("Obs", "Lev", "Lev+5FU"),
              extent = category("1", "2", "3", "4"))
gbsg <- list(rfstime = number, status = number, grade = category("1", "2", "3"),
             hormon = category("0", "1"))
kidney <- list(time = number, status = number, sex = category("1", "2"),
               disease = category("Other", "GN", "AN", "PKD"))
cohorts <- list(cohort = category(), time = number, event = number,
                arm = category("A", "B", "C"), site = category("north", "south", "west"))

random_case <- function(cohort, strata = NULL) {
  weighted_case(paste(c("weighted_random", cohort, strata), collapse = "_"), "random_cohorts.csv",
                "time", "event", cohorts, "arm", strata,
                where = list(column = "cohort", "in" = I(cohort)),
                keep = function(data) data$cohort == cohort)
}

cases <- c(
  list(
    weighted_case("weighted_lung_sex", "lung.csv", "time", "event", lung, "sex"),
    weighted_case("weighted_lung_sex_by_ecog", "lung.csv", "time", "event", lung, "sex", "ph.ecog"),
    weighted_case("weighted_lung_ecog_by_sex", "lung.csv", "time", "event", lung, "ph.ecog", "sex"),
    weighted_case("weighted_veteran_celltype", "veteran.csv", "time", "status", veteran,
                  "celltype", scores = c(0, 2, 3, 1)),
    weighted_case("weighted_veteran_celltype_by_treatment", "veteran.csv", "time", "status",
                  veteran, "celltype", "trt"),
    weighted_case("weighted_veteran_treatment_by_celltype", "veteran.csv", "time", "status",
                  veteran, "trt", "celltype"),
    weighted_case("weighted_colon_arms", "colon_death.csv", "time", "status", colon, "rx",
                  scores = c(0, 1, 5)),
    weighted_case("weighted_colon_arms_by_extent", "colon_death.csv", "time", "status", colon,
                  "rx", "extent"),
    weighted_case("weighted_gbsg_grade_by_hormone", "gbsg.csv", "rfstime", "status", gbsg,
                  "grade", "hormon"),
    weighted_case("weighted_kidney_disease", "kidney.csv", "time", "status", kidney, "disease",
                  scores = c(-1.5, 0.25, 0.25, 4))
  ),
  lapply(sprintf("c%02d", 1:6), random_case),
  lapply(c("c05", "c09", "c11"), random_case, strata = "site")
)

write_cases("weighted_log_rank.json", cases)
