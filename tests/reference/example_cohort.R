# Every figure of the synthetic example cohort that the page shows.
source("lib/cases.R")
source("lib/survival_curves.R")
source("lib/cox_models.R")
source("lib/two_by_two.R")
source("lib/subgroups.R")
source("lib/logistic_models.R")

file <- "data/rechallenge_cohort.csv"
columns <- list(
  arm = category("Chemotherapy", "Immunotherapy rechallenge"),
  cps_group = category("<1", ">=1"), pathology = category("Diffuse or mixed", "Intestinal"),
  sex = category("Female", "Male"), her2 = category("Negative", "Positive"),
  age = number, ecog = number,
  best_response = category("CR", "PR", "SD", "PD", "NE"), worst_trae_grade = category(0:4),
  pfs_months = number, pfs_event = number, os_months = number, os_event = number
)
cohort <- with_levels(read_data("rechallenge_cohort.csv"),
                      columns[c("arm", "cps_group", "pathology", "sex", "her2")])
arms <- levels(cohort$arm)
endpoints <- list(OS = endpoint("os_months", "os_event"), PFS = endpoint("pfs_months", "pfs_event"))
columns_of <- list(OS = c("os_months", "os_event"), PFS = c("pfs_months", "pfs_event"))

example_case <- function(id, analyses, expected, tolerance, declared = columns) {
  case(id, file,
       list(columns = declared, arm = "arm", endpoints = endpoints,
            response = list(column = "best_response",
                            levels = list(CR = "CR", PR = "PR", SD = "SD", PD = "PD", NE = "NE")),
            analyses = analyses),
       expected, tolerance, "example_cohort.R", "SYNTHETIC cohort")
}

# --- Response and toxicity -----------------------------------------------------------------------

response_set <- function(pointer, data) {
  counted <- function(rows, levels) sum(rows$best_response %in% levels)
  groups <- lapply(seq_along(arms), function(i) {
    own <- data[data$arm == arms[i], ]
    to <- sprintf("%s/groups/%d", pointer, i - 1)
    c(fields(to, label = arms[i], n = nrow(own)),
      do.call(fields, c(paste0(to, "/counts"),
                        lapply(c(CR = "CR", PR = "PR", SD = "SD", PD = "PD", NE = "NE"),
                               function(level) counted(own, level)))),
      expect_proportion(paste0(to, "/orr"), counted(own, c("CR", "PR")), nrow(own)),
      expect_proportion(paste0(to, "/dcr"), counted(own, c("CR", "PR", "SD")), nrow(own)))
  })
  comparison <- function(rate, levels) {
    n <- table(data$arm)
    x <- tapply(data$best_response %in% levels, data$arm, sum)
    to <- sprintf("%s/comparisons/%s", pointer, rate)
    c(fields(to, a = arms[2], b = arms[1]), expect_comparison(to, x[[2]], n[[2]], x[[1]], n[[1]]))
  }
  c(unlist(groups, recursive = FALSE), comparison("orr", c("CR", "PR")),
    comparison("dcr", c("CR", "PR", "SD")))
}

# Clinical benefit: CR, PR, or SD for 24 weeks without progression or death. SD that was censored
# before counts as none among all treated, and is left out of the evaluable.
benefit_set <- function(pointer, data, leave_out) {
  lasted <- data$pfs_months >= 24 * 7 / 30.4375
  stable <- data$best_response == "SD"
  has <- data$best_response %in% c("CR", "PR") | (stable & lasted)
  unknown <- stable & !lasted & data$pfs_event == 0
  counted <- !(leave_out & unknown)
  x <- tapply(has[counted], data$arm[counted], sum)
  n <- table(data$arm[counted])
  c(unlist(lapply(1:2, function(i) {
      to <- sprintf("%s/groups/%d", pointer, i - 1)
      c(fields(to, benefitUnknown = sum(unknown & data$arm == arms[i])),
        expect_proportion(paste0(to, "/cbr"), x[[arms[i]]], n[[arms[i]]]))
    }), recursive = FALSE),
    expect_comparison(paste0(pointer, "/comparisons/cbr"),
                      x[[arms[2]]], n[[arms[2]]], x[[arms[1]]], n[[arms[1]]]))
}

evaluable <- cohort[cohort$best_response != "NE", ]
severe <- tapply(cohort$worst_trae_grade >= 3, cohort$arm, sum)
size <- table(cohort$arm)
response <- example_case(
  "example_response",
  list(list(id = "response", method = "bestResponse", by = "arm",
            clinicalBenefit = list(endpoint = "PFS", weeks = 24)),
       list(id = "grade3", method = "compareProportions", column = "worst_trae_grade",
            levels = c("3", "4", "5"), by = "arm"),
       list(id = "orr", method = "proportion", response = "orr", denominator = "evaluable"),
       list(id = "dcr", method = "compareProportions", response = "dcr", denominator = "all")),
  c(response_set("/results/0/value/sets/all", cohort),
    response_set("/results/0/value/sets/evaluable", evaluable),
    benefit_set("/results/0/value/sets/all", cohort, leave_out = FALSE),
    benefit_set("/results/0/value/sets/evaluable", evaluable, leave_out = TRUE),
    expect_comparison("/results/1/value", severe[[2]], size[[2]], severe[[1]], size[[1]]),
    expect_proportion("/results/2/value/groups/0", sum(evaluable$best_response %in% c("CR", "PR")),
                      nrow(evaluable)),
    expect_comparison("/results/3/value", 41, size[[2]], 13, size[[1]])),
  closed_form
)

# --- Survival by arm, in all and by CPS group ----------------------------------------------------

survival_part <- function(endpoint, subset, index) {
  data <- if (is.null(subset)) cohort else cohort[cohort$cps_group == subset, ]
  names <- columns_of[[endpoint]]
  formula <- reformulate("arm", sprintf("Surv(%s, %s)", names[1], names[2]))
  reversed <- reformulate("arm", sprintf("Surv(%s, 1 - %s)", names[1], names[2]))
  where <- if (!is.null(subset)) list(where = list(column = "cps_group", "in" = subset))
  name <- paste(endpoint, if (is.null(subset)) "all" else subset)
  list(
    analyses = list(
      c(list(id = paste(name, "curves"), method = "kaplanMeier", endpoint = endpoint, by = "arm",
             times = c(0, 3, 6, 12, 18)), where),
      c(list(id = paste(name, "test"), method = "logRank", endpoint = endpoint), where),
      c(list(id = paste(name, "follow-up"), method = "kaplanMeier", endpoint = endpoint, by = "arm",
             reverse = TRUE), where)
    ),
    expected = c(
      expect_curves(sprintf("/results/%d/value", index),
                    survfit(formula, data, conf.type = "log"), arms,
                    times = c(0, 3, 6, 12, 18), steps = is.null(subset)),
      expect_log_rank(sprintf("/results/%d/value", index + 1), survdiff(formula, data), arms),
      expect_curves(sprintf("/results/%d/value", index + 2), survfit(reversed, data), arms)
    )
  )
}

settings <- expand.grid(subset = c("all", "<1", ">=1"), endpoint = c("OS", "PFS"),
                        stringsAsFactors = FALSE)
parts <- lapply(seq_len(nrow(settings)), function(i) {
  subset <- if (settings$subset[i] != "all") settings$subset[i]
  survival_part(settings$endpoint[i], subset, 3 * (i - 1))
})
survival <- example_case("example_survival",
                         unlist(lapply(parts, `[[`, "analyses"), recursive = FALSE),
                         unlist(lapply(parts, `[[`, "expected"), recursive = FALSE), closed_form)

# --- Cox models, tables and subgroups ------------------------------------------------------------

terms <- c("arm", "cps_group", "pathology", "age", "sex", "ecog")

cox_part <- function(endpoint, index) {
  time <- columns_of[[endpoint]][1]
  event <- columns_of[[endpoint]][2]
  formula_of <- function(terms) cox_formula(time, event, terms)
  data <- model_data(cohort, columns, c(time, event, terms))
  fit <- fit_cox(formula_of(terms), data)
  to <- sprintf("/results/%d/value", index)
  c(expect_cox(to, fit, data, terms, formula_of),
    expect_zph(paste0(to, "/proportionalHazards"), fit, "km"))
}

cox <- example_case(
  "example_cox",
  lapply(names(endpoints), function(name) {
    list(id = name, method = "cox", endpoint = name, terms = terms)
  }),
  c(cox_part("OS", 0), cox_part("PFS", 1)), iterated
)

cox_table <- example_case(
  "example_cox_table",
  lapply(names(endpoints), function(name) {
    list(id = name, method = "coxTable", endpoint = name, terms = terms)
  }),
  c(expect_cox_table("/results/0/value", cohort, columns, "os_months", "os_event", terms),
    expect_cox_table("/results/1/value", cohort, columns, "pfs_months", "pfs_event", terms)),
  iterated
)

factors <- c("cps_group", "pathology", "sex", "ecog", "her2")
by_level <- cohort
by_level$ecog <- factor(by_level$ecog, 0:1)
subgroups <- example_case(
  "example_subgroups",
  lapply(names(endpoints), function(name) {
    list(id = name, method = "subgroups", endpoint = name, arm = "arm", factors = factors)
  }),
  c(expect_subgroups("/results/0/value", by_level, "os_months", "os_event", "arm", factors),
    expect_subgroups("/results/1/value", by_level, "pfs_months", "pfs_event", "arm", factors)),
  iterated, declared = modifyList(columns, list(ecog = category("0", "1")))
)

# --- Odds ratios of response -----------------------------------------------------------------------

# The columns as the page reads them, the terms of its table, and those that enter.
as_read <- modifyList(columns, list(ecog = category("0", "1"), metastatic_sites = number,
                                    prior_ici_pfs_months = number))
entered <- c("arm", "age", "sex", "ecog", "pathology", "cps_group")
table_terms <- c(entered, "her2", "metastatic_sites", "prior_ici_pfs_months")
levels_of <- list(orr = c("CR", "PR"), dcr = c("CR", "PR", "SD"))
tables <- expand.grid(response = names(levels_of), denominator = c("all", "evaluable"),
                      penalty = c("none", "firth"), stringsAsFactors = FALSE)
logistic_table <- example_case(
  "example_logistic_table",
  lapply(seq_len(nrow(tables)), function(i) {
    own <- tables[i, ]
    list(id = paste(unlist(own), collapse = " "), method = "logisticTable", response = own$response,
         denominator = own$denominator, terms = table_terms, entry = "chosen",
         chosen = entered, penalty = own$penalty)
  }),
  unlist(lapply(seq_len(nrow(tables)), function(i) {
    own <- tables[i, ]
    data <- if (own$denominator == "all") cohort else evaluable
    y <- as.numeric(data$best_response %in% levels_of[[own$response]])
    expect_logistic_table(sprintf("/results/%d/value", i - 1), data, as_read, y, table_terms,
                          entered, own$penalty)
  }), recursive = FALSE),
  iterated, declared = as_read
)

write_cases("example_cohort.json",
            list(response, survival, cox, cox_table, subgroups, logistic_table))
