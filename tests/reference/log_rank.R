# Log-rank tests: two to four groups, strata, subsets, missing values.
source("lib/cases.R")
source("lib/survival_curves.R")

# `keep` is the R twin of the conditions in `where`.
log_rank_case <- function(id, file, endpoint, columns, by, strata = NULL, where = NULL,
                          keep = function(data) TRUE, note = NULL) {
  data <- with_levels(read_data(file), columns)
  data <- data[which(rep_len(keep(data), nrow(data))), ]
  event <- sprintf("%s %%in%% %s", endpoint$event, deparse(as.numeric(endpoint$eventLevels)))
  right <- c(by, if (!is.null(strata)) sprintf("strata(%s)", paste(strata, collapse = ", ")))
  test <- survdiff(reformulate(right, sprintf("Surv(%s, %s)", endpoint$time, event)), data)
  analysis <- c(list(id = "test", method = "logRank", endpoint = "E", by = by),
                if (!is.null(strata)) list(strata = I(strata)),
                if (!is.null(where)) list(where = where))
  case(id, file.path("data", file),
       list(columns = columns, endpoints = list(E = endpoint), analyses = list(analysis)),
       c(at("/results/0/used", sum(test$n)),
         expect_log_rank("/results/0/value", test, levels(data[[by]]))),
       closed_form, "log_rank.R: survival::survdiff", note)
}

colon <- list(time = number, status = number, age = number, nodes = number,
              sex = category("0", "1"), rx = category("Obs", "Lev", "Lev+5FU"),
              differ = category("1", "2", "3"), extent = category("1", "2", "3", "4"))
veteran <- list(time = number, status = number, karno = number, trt = category("1", "2"),
                celltype = category("squamous", "smallcell", "adeno", "large"))
lung <- list(time = number, status = number, sex = category("2", "1"))
died <- endpoint("time", "status")

colon_case <- function(id, ...) log_rank_case(id, "colon_death.csv", died, colon, ...)
veteran_case <- function(id, ...) log_rank_case(id, "veteran.csv", died, veteran, ...)

cases <- list(
  colon_case("logrank_colon_three_arms", by = "rx"),
  colon_case("logrank_colon_three_arms_by_extent", by = "rx", strata = "extent"),
  colon_case("logrank_colon_three_arms_by_sex_and_differentiation", by = "rx",
             strata = c("sex", "differ"), note = "differentiation is missing in 23 patients"),
  colon_case("logrank_colon_differentiation", by = "differ"),
  colon_case("logrank_colon_nodes_at_least_5", by = "rx",
             where = list(column = "nodes", atLeast = 5), keep = function(data) data$nodes >= 5,
             note = "rows whose count of nodes is missing do not meet a condition on it"),
  colon_case("logrank_colon_young_women", by = "rx",
             where = list(list(column = "age", below = 60), list(column = "sex", "in" = I("0"))),
             keep = function(data) data$age < 60 & data$sex == "0"),
  veteran_case("logrank_veteran_celltype_by_treatment", by = "celltype", strata = "trt"),
  veteran_case("logrank_veteran_treatment_by_celltype", by = "trt", strata = "celltype"),
  log_rank_case("logrank_lung_events_named_2", "lung.csv", endpoint("time", "status", "2"), lung,
                by = "sex")
)

write_cases("log_rank.json", cases)
