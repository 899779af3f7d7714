# Max-combo tests: z and correlations from the definitions, p by mvtnorm::pmvnorm. Early, late and
# middle weights, strata, six tests at once, tests that are nearly one.
source("lib/cases.R")
source("lib/log_rank.R")
suppressPackageStartupMessages(library(mvtnorm))

usual <- list(c(0, 0), c(1, 0), c(0, 1), c(1, 1))
six <- list(c(0, 0), c(0, 0.5), c(0, 2), c(0.5, 0), c(0.5, 0.5), c(1, 2))
nearly_one <- list(c(0, 0), c(0.001, 0), c(0, 1), c(0.01, 0.01))

# pmvnorm says how far it may be off: that much and the 1e-5 that is promised may lie between.
maximum_p <- function(maximum, correlation) {
  bound <- rep(maximum, nrow(correlation))
  set.seed(1, kind = "Mersenne-Twister")
  inside <- pmvnorm(-bound, bound, corr = correlation,
                    algorithm = GenzBretz(maxpts = 2e7, abseps = 3e-6))
  list(value = 1 - as.numeric(inside),
       tolerance = list(rel = 0, abs = signif(1e-5 + attr(inside, "error"), 3)))
}

max_combo_case <- function(id, file, time, event, columns, by, strata = NULL, tests = usual,
                           where = NULL, keep = function(data) TRUE, note = NULL) {
  data <- with_levels(read_data(file), columns)
  data <- data[which(rep_len(keep(data), nrow(data))), ]
  data <- data[complete.cases(data[c(time, event, by, strata)]), ]
  tables <- tables_of(data[[time]], data[[event]] == 1, droplevels(data[[by]]),
                      if (!is.null(strata)) interaction(data[strata]))
  count <- length(tests)
  covariance <- matrix(0, count, count)
  for (k in seq_len(count)) for (l in seq_len(count)) {
    covariance[k, l] <- covariance_of(tables, tests[[k]], tests[[l]])[2, 2]
  }
  z <- vapply(seq_len(count), function(k) {
    result <- weighted_log_rank(tables, tests[[k]])
    (result$observed - result$expected)[2] / sqrt(covariance[k, k])
  }, 0)
  correlation <- covariance / sqrt(diag(covariance) %o% diag(covariance))
  p <- maximum_p(max(abs(z)), correlation)
  to <- "/results/0/value"
  case(id, file.path("data", file),
       list(columns = columns, endpoints = list(E = endpoint(time, event)),
            analyses = list(c(
              list(id = "combo", method = "maxCombo", endpoint = "E", by = by),
              if (!is.null(strata)) list(strata = I(strata)),
              if (!identical(tests, usual)) list(tests = lapply(tests, test_option)),
              if (!is.null(where)) list(where = where)))),
       c(unlist(lapply(seq_len(count), function(k) {
           fields(sprintf("%s/statistics/%d", to, k - 1), rho = tests[[k]][1],
                  gamma = tests[[k]][2], z = z[k])
         }), recursive = FALSE),
         list(list(at = paste0(to, "/correlation"),
                   value = lapply(seq_len(count), function(k) correlation[k, ]))),
         fields(to, maximum = max(abs(z))),
         list(c(list(at = paste0(to, "/p")), p))),
       closed_form,
       sprintf("max_combo.R: definitions, mvtnorm::pmvnorm %s", packageDescription("mvtnorm")$Version),
       note)
}

lung <- list(time = number, event = number, sex = category("2", "1"), ph.ecog = category())
veteran <- list(time = number, status = number, trt = category("1", "2"), celltype = category())
aml <- list(time = number, status = number, x = category("Maintained", "Nonmaintained"))
gbsg <- list(rfstime = number, status = number, hormon = category("0", "1"), grade = category())
kidney <- list(time = number, status = number, sex = category("1", "2"))
ovarian <- list(futime = number, fustat = number, rx = category("1", "2"))
myeloid <- list(futime = number, death = number, trt = category("A", "B"))
cohorts <- list(cohort = category(), time = number, event = number, site = category(),
                arm = category("A", "B", "C"))

lung_case <- function(id, ...) max_combo_case(id, "lung.csv", "time", "event", lung, "sex", ...)
veteran_case <- function(id, ...) {
  max_combo_case(id, "veteran.csv", "time", "status", veteran, "trt", ...)
}
random_case <- function(cohort, ...) {
  max_combo_case(paste0("max_combo_random_", cohort), "random_cohorts.csv", "time", "event",
                 cohorts, "arm", where = list(list(column = "cohort", "in" = I(cohort)),
                                              list(column = "arm", "in" = I(c("A", "B")))),
                 keep = function(data) data$cohort == cohort & data$arm %in% c("A", "B"), ...)
}

cases <- c(
  list(
    lung_case("max_combo_lung"),
    lung_case("max_combo_lung_by_ecog", strata = "ph.ecog"),
    lung_case("max_combo_lung_six_tests", tests = six),
    lung_case("max_combo_lung_nearly_one", tests = nearly_one),
    lung_case("max_combo_lung_two_tests", tests = list(c(0, 0), c(0, 1))),
    veteran_case("max_combo_veteran"),
    veteran_case("max_combo_veteran_by_celltype", strata = "celltype"),
    veteran_case("max_combo_veteran_six_tests", tests = six),
    veteran_case("max_combo_veteran_nearly_one", tests = nearly_one),
    max_combo_case("max_combo_aml", "aml.csv", "time", "status", aml, "x"),
    max_combo_case("max_combo_ovarian", "ovarian.csv", "futime", "fustat", ovarian, "rx"),
    max_combo_case("max_combo_kidney", "kidney.csv", "time", "status", kidney, "sex"),
    max_combo_case("max_combo_myeloid", "myeloid.csv", "futime", "death", myeloid, "trt"),
    max_combo_case("max_combo_gbsg_by_grade", "gbsg.csv", "rfstime", "status", gbsg, "hormon",
                   "grade")
  ),
  lapply(c("c01", "c02", "c04", "c05", "c07", "c08", "c10", "c11"), random_case),
  lapply(c("c03", "c06"), random_case, strata = "site")
)

write_cases("max_combo.json", cases)
