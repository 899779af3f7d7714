# Cox regression: ties, factors of three and four levels, strata, tests of proportional hazards.
source("lib/cases.R")
source("lib/cox_models.R")

# One analysis for each transform of the test of proportional hazards; the model itself is
# compared in the first.
cox_case <- function(id, file, time, event, columns, terms, strata = NULL, ties = "efron",
                     level = 0.95, where = NULL, keep = function(data) TRUE, note = NULL) {
  columns[[time]] <- number
  columns[[event]] <- number
  data <- read_data(file)
  data <- data[which(rep_len(keep(data), nrow(data))), ]
  data <- model_data(data, columns, c(time, event, terms, strata))
  formula_of <- function(terms) cox_formula(time, event, terms, strata)
  fit <- fit_cox(formula_of(terms), data, ties)
  analyses <- lapply(zph_transforms, function(transform) {
    c(list(id = transform, method = "cox", endpoint = "E", terms = I(terms), ties = ties,
           level = level, zphTransform = transform),
      if (!is.null(strata)) list(strata = I(strata)),
      if (!is.null(where)) list(where = where))
  })
  expected <- c(
    at("/results/0/used", fit$n),
    expect_cox("/results/0/value", fit, data, terms, formula_of, level),
    unlist(lapply(seq_along(zph_transforms), function(i) {
      expect_zph(sprintf("/results/%d/value/proportionalHazards", i - 1), fit, zph_transforms[i])
    }), recursive = FALSE)
  )
  case(id, file.path("data", file),
       list(columns = columns[c(time, event, terms, strata, where$column)], analyses = analyses,
            endpoints = list(E = endpoint(time, event))),
       expected, iterated, "cox.R: survival::coxph, cox.zph", note)
}

# Survival in whole months, rounded up as a typical chart review does: nearly every event is tied.
lung <- read_data("lung.csv")
lung_months <- data.frame(months = ceiling(lung$time / 30.4375), event = lung$event, age = lung$age,
                          sex = lung$sex, ecog = lung$ph.ecog)
write.csv(lung_months, "data/lung_months.csv", row.names = FALSE, quote = FALSE, na = "")

colon <- list(age = number, nodes = number, sex = category("0", "1"), obstruct = category("0", "1"),
              rx = category("Obs", "Lev", "Lev+5FU"), differ = category("1", "2", "3"),
              extent = category("1", "2", "3", "4"))
veteran <- list(karno = number, age = number, diagtime = number, trt = category("1", "2"),
                prior = category("0", "10"),
                celltype = category("squamous", "smallcell", "adeno", "large"))
months <- list(age = number, ecog = number, sex = category("1", "2"))
mgus2 <- list(age = number, hgb = number, creat = number, mspike = number, sex = category("F", "M"))
colon_terms <- c("rx", "age", "sex", "obstruct", "differ", "nodes")

cases <- list(
  cox_case("cox_colon_efron", "colon_death.csv", "time", "status", colon, colon_terms,
           note = "differentiation and nodes are missing in some patients"),
  cox_case("cox_colon_breslow_90", "colon_death.csv", "time", "status", colon, colon_terms,
           ties = "breslow", level = 0.9),
  cox_case("cox_colon_extent", "colon_death.csv", "time", "status", colon, c("extent", "rx")),
  cox_case("cox_colon_strata_extent", "colon_death.csv", "time", "status", colon,
           c("rx", "differ", "age"), strata = "extent"),
  cox_case("cox_colon_strata_sex_differ_breslow", "colon_death.csv", "time", "status", colon,
           c("rx", "nodes"), strata = c("sex", "differ"), ties = "breslow"),
  cox_case("cox_veteran_reference_squamous", "veteran.csv", "time", "status", veteran,
           c("celltype", "karno", "prior")),
  cox_case("cox_veteran_reference_squamous_breslow", "veteran.csv", "time", "status", veteran,
           c("celltype", "karno", "prior"), ties = "breslow", level = 0.99),
  cox_case("cox_veteran_strata_treatment_prior", "veteran.csv", "time", "status", veteran,
           c("karno", "celltype", "diagtime"), strata = c("trt", "prior")),
  cox_case("cox_veteran_below_65", "veteran.csv", "time", "status", veteran, c("trt", "karno"),
           where = list(column = "age", below = 65), keep = function(data) data$age < 65),
  cox_case("cox_lung_months_efron", "lung_months.csv", "months", "event", months,
           c("sex", "age", "ecog"), note = "heavy ties"),
  cox_case("cox_lung_months_breslow", "lung_months.csv", "months", "event", months,
           c("sex", "age", "ecog"), ties = "breslow", note = "heavy ties"),
  cox_case("cox_mgus2_converged", "mgus2.csv", "futime", "death", mgus2,
           c("age", "sex", "hgb", "creat", "mspike"),
           note = "R's default eps of 1e-9 stops early here: its cox.zph is off by up to 4e-7")
)

# Matched pairs: the two eyes of a patient are a stratum.
write.csv(survival::diabetic, "data/diabetic.csv", row.names = FALSE, quote = FALSE)
cases <- c(cases, list(
  cox_case("cox_diabetic_matched_pairs", "diabetic.csv", "time", "status",
           list(id = category(), trt = category("0", "1"), risk = number), c("trt", "risk"),
           strata = "id", ties = "breslow", note = "197 strata of two")
))

# Units do not matter: the columns of this file are those of the veteran data in units a million
# times smaller and larger. Everything but the coefficients and their errors is as it was.
raw <- read_data("veteran.csv")
scaled <- data.frame(time = raw$time, status = raw$status, karno = raw$karno * 1e6,
                     age = raw$age / 1e6)
write.csv(scaled, "data/veteran_scaled.csv", row.names = FALSE, quote = FALSE)
fit <- fit_cox(Surv(time, status) ~ karno + age, raw)
factors <- c(karno = 1e-6, age = 1e6)
statistics <- lapply(seq_along(factors), function(i) {
  se <- sqrt(vcov(fit)[i, i])
  to <- sprintf("/results/0/value/terms/%d", i - 1)
  c(fields(to, coef = coef(fit)[[i]] * factors[[i]], se = se * factors[[i]],
           z = coef(fit)[[i]] / se),
    p_value(to, 2 * pnorm(-abs(coef(fit)[[i]] / se))))
})
cases <- c(cases, list(
  case("cox_veteran_extreme_units", "data/veteran_scaled.csv",
       list(columns = list(time = number, status = number, karno = number, age = number),
            endpoints = list(E = endpoint("time", "status")),
            analyses = list(list(id = "scaled", method = "cox", endpoint = "E",
                                 terms = c("karno", "age")))),
       c(unlist(statistics, recursive = FALSE),
         at("/results/0/value/logLik", fit$loglik[2]),
         chi_square("/results/0/value/tests/likelihoodRatio", 2 * diff(fit$loglik), 2),
         chi_square("/results/0/value/tests/wald", fit$wald.test, 2),
         chi_square("/results/0/value/tests/score", fit$score, 2),
         expect_zph("/results/0/value/proportionalHazards", fit, "km")),
       list(rel = iterated$rel, abs = 0),
       "cox.R: survival::coxph on the unscaled columns, rescaled")
))

write_cases("cox.json", cases)
