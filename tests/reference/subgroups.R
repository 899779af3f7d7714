# Subgroup forests with three arms and missing factors, and of rows that enter late; and tables of univariable and multivariable
# hazard ratios whose terms are missing in different patients.
source("lib/cases.R")
source("lib/survival_curves.R")
source("lib/cox_models.R")
source("lib/subgroups.R")

colon_columns <- list(time = number, status = number, age = number, nodes = number,
                      rx = category("Obs", "Lev", "Lev+5FU"), sex = category("0", "1"),
                      obstruct = category("0", "1"), differ = category("1", "2", "3"))
colon <- with_levels(read_data("colon_death.csv"), colon_columns)
factors <- c("sex", "obstruct", "differ")
colon_terms <- c("rx", "age", "sex", "differ", "nodes")
colon_case <- function(id, analysis, expected, note) {
  case(id, "data/colon_death.csv",
       list(columns = colon_columns, endpoints = list(E = endpoint("time", "status")),
            analyses = list(c(analysis, endpoint = "E"))),
       expected, iterated, "subgroups.R: survival::coxph, survfit, survdiff", note)
}

forest <- colon_case(
  "subgroups_colon_three_arms",
  list(id = "forest", method = "subgroups", arm = "rx", factors = factors),
  expect_subgroups("/results/0/value", colon, "time", "status", "rx", factors),
  "differentiation is missing in 23 patients: they count overall and in the other factors"
)
table <- colon_case(
  "cox_table_colon", list(id = "table", method = "coxTable", terms = colon_terms),
  expect_cox_table("/results/0/value", colon, colon_columns, "time", "status", colon_terms),
  "univariable: all patients whose value of that term is known; multivariable: the complete ones"
)

heart_columns <- list(start = number, stop = number, event = number,
                      surgery = category("0", "1"), transplant = category("0", "1"))
heart <- with_levels(read_data("heart.csv"), heart_columns)
outcome <- endpoint("stop", "event")
outcome$entry <- "start"
late <- case(
  "subgroups_heart_late_entry", "data/heart.csv",
  list(columns = heart_columns, endpoints = list(E = outcome),
       analyses = list(list(id = "forest", method = "subgroups", endpoint = "E", arm = "surgery",
                            factors = "transplant"))),
  expect_subgroups("/results/0/value", heart, "stop", "event", "surgery", "transplant", "start"),
  iterated, "subgroups.R: survival::coxph, survfit",
  "each patient's time before and after a transplant is a row of its own"
)

write_cases("subgroups.json", list(forest, table, late))
