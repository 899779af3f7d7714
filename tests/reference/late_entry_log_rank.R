# Log-rank tests of late entering patients, which survdiff does not take. The score test of a Cox
# model with exact ties is the same test, and coxph does, where few are tied; where many are, the
# test from its definition.
source("lib/cases.R")
source("lib/survival_curves.R")
source("lib/log_rank.R")

late_case <- function(id, file, entry, time, event, by, levels, strata = NULL, tied = FALSE) {
  columns <- setNames(list(number, number, number, do.call(category, as.list(levels))),
                      c(entry, time, event, by))
  if (!is.null(strata)) columns[[strata]] <- category()
  data <- with_levels(read_data(file), columns)
  if (tied) {
    tables <- tables_of(data[[time]], data[[event]] == 1, data[[by]], entry = data[[entry]])
    statistic <- weighted_log_rank(tables, "logRank")$chisq
    source <- "lib/log_rank.R"
  } else {
    terms <- c(by, if (!is.null(strata)) sprintf("strata(%s)", strata))
    formula <- reformulate(terms, sprintf("Surv(%s, %s, %s)", entry, time, event))
    statistic <- coxph(formula, data, ties = "exact", iter.max = 0)$score
    source <- "survival::coxph(ties = \"exact\")$score"
  }
  outcome <- endpoint(time, event)
  outcome$entry <- entry
  analysis <- list(id = "test", method = "logRank", endpoint = "E", by = by)
  if (!is.null(strata)) analysis$strata <- strata
  case(id, file.path("data", file),
       list(columns = columns, endpoints = list(E = outcome), analyses = list(analysis)),
       c(fields("/results/0", used = nrow(data)),
         chi_square("/results/0/value", statistic, length(levels) - 1)),
       closed_form, paste0("late_entry_log_rank.R: ", source))
}

write_cases("late_entry_log_rank.json", list(
  late_case("late_entry_log_rank_mgus2", "mgus2_age.csv", "from", "to", "death", "sex",
            c("F", "M"), tied = TRUE),
  late_case("late_entry_log_rank_heart", "heart.csv", "start", "stop", "event", "transplant",
            c("0", "1")),
  late_case("late_entry_log_rank_heart_by_surgery", "heart.csv", "start", "stop", "event",
            "transplant", c("0", "1"), "surgery")
))
