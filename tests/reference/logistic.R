# Logistic models by glm and by Firth's penalised likelihood: numbers, factors, interactions,
# missing values, other coverages, response rates, separation and collinear columns.
source("lib/cases.R")
source("lib/logistic_models.R")

logistic <- function(terms, ..., penalty = "none", level = 0.95) {
  list(id = penalty, method = "logistic", ..., terms = I(terms), penalty = penalty, level = level)
}

# By maximum likelihood and, as a second analysis, by Firth's. `levels` of the column `outcome`.
both <- function(id, file, columns, outcome, levels, terms, level = 0.95, note = NULL) {
  data <- read_data(file)
  used <- unique(c(outcome, unlist(strsplit(terms, ":", fixed = TRUE))))
  data <- logistic_data(data, columns, used)
  y <- as.numeric(as.character(data[[outcome]]) %in% levels)
  penalties <- c("none", "firth")
  case(id, file.path("data", file),
       list(columns = columns[used],
            analyses = lapply(penalties, function(penalty) {
              logistic(terms, outcome = outcome, levels = I(levels), penalty = penalty,
                       level = level)
            })),
       c(expect_logistic("/results/0/value", data, y, terms, "none", level),
         expect_logistic("/results/1/value", data, y, terms, "firth", level)),
       iterated, "glm with offsets; Firth's by scoring (lib/logistic_models.R)", note)
}

pbc <- list(death = number, spiders = number, age = number, sex = category("m", "f"),
            bili = number, edema = category("0", "0.5", "1"), stage = category("1", "2", "3", "4"),
            trig = number)
lung <- list(event = number, status = number, age = number, sex = category("1", "2"),
             ph.ecog = category("0", "1", "2", "3"), wt.loss = number)
veteran <- list(prior = number, trt = category("1", "2"), karno = number, age = number,
                celltype = category("squamous", "smallcell", "adeno", "large"))
colon <- list(node4 = category("0", "1"), rx = category("Obs", "Lev", "Lev+5FU"), age = number,
              differ = category("1", "2", "3"), extent = number, sex = category("0", "1"))

# The rechallenge cohort: response of all treated, and of those whose response was evaluated.
cohort <- read_data("rechallenge_cohort.csv")
cohort_columns <- list(arm = category("Chemotherapy", "Immunotherapy rechallenge"), age = number,
                       sex = category("Female", "Male"), best_response = category())
response_case <- function(id, response, denominator, terms) {
  responders <- if (response == "orr") c("CR", "PR") else c("CR", "PR", "SD")
  data <- cohort
  evaluated <- data$best_response %in% c("CR", "PR", "SD", "PD")
  if (denominator == "evaluable") data <- data[evaluated, ]
  data <- logistic_data(data, cohort_columns, terms)
  y <- as.numeric(data$best_response %in% responders)
  case(id, "data/rechallenge_cohort.csv",
       list(columns = cohort_columns, response = list(column = "best_response"),
            analyses = lapply(c("none", "firth"), function(penalty) {
              logistic(terms, response = response, denominator = denominator, penalty = penalty)
            })),
       c(expect_logistic("/results/0/value", data, y, terms, "none"),
         expect_logistic("/results/1/value", data, y, terms, "firth")),
       iterated, "glm with offsets; Firth's by scoring (lib/logistic_models.R)")
}

# Nobody in group c has the outcome, or everybody: no odds ratio of it, and of the others that of
# the rows without c. Firth's penalised likelihood gives one for all.
separated_case <- function(id, everybody) {
  n <- 40
  data <- data.frame(y = as.integer((seq_len(n) * 7) %% 11 < 5),
                     x = round(10 * sin(seq_len(n)), 1),
                     g = c("a", "b", "c")[1 + seq_len(n) %% 3])
  data$y[data$g == "c"] <- as.integer(everybody)
  columns <- list(y = number, x = number, g = category("a", "b", "c"))
  file <- sprintf("edge_%s.csv", id)
  write.csv(data, file.path("data", file), row.names = FALSE, quote = FALSE)
  all <- logistic_data(data, columns, names(columns))
  rest <- droplevels(subset(all, g != "c"))
  x <- model.matrix(~ x + g, rest)
  fit <- fit_glm(x, rest$y)
  se <- sqrt(diag(solve(fit$information)))
  fit_with <- function(held, value, start) fit_glm(x, rest$y, held, value)
  terms <- c("x", "g")
  case(id, file.path("data", file),
       list(columns = columns,
            analyses = list(logistic(terms, outcome = "y", levels = I("1")),
                            logistic(terms, outcome = "y", levels = I("1"), penalty = "firth"))),
       c(has_warning(0, "separation"),
         fields("/results/0/value", n = n, events = sum(data$y), logLik = fit$logLik),
         fields("/results/0/value/terms/0", coef = fit$coef[2], se = se[[2]], diverging = FALSE,
                profileLower = exp(profile_limit(fit_with, fit, 2, 0.95, -1)),
                profileUpper = exp(profile_limit(fit_with, fit, 2, 0.95, 1))),
         fields("/results/0/value/terms/2", coef = fit$coef[3], se = se[[3]], diverging = FALSE),
         fields("/results/0/value/terms/3", coef = NA, se = NA, z = NA, p = NA, oddsRatio = NA,
                lower = NA, upper = NA, profileP = NA, profileLower = NA, profileUpper = NA,
                diverging = TRUE),
         expect_logistic("/results/1/value", all, all$y, terms, "firth")),
       iterated, "glm without the group; Firth's by scoring (lib/logistic_models.R)")
}

# A number sorts the outcomes.
sorted_case <- function() {
  data <- data.frame(y = rep(0:1, c(9, 7)), x = c(1:9, 11:17),
                     w = c(3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3))
  columns <- list(y = number, x = number, w = number)
  write.csv(data, "data/edge_sorted_outcome.csv", row.names = FALSE, quote = FALSE)
  terms <- c("x", "w")
  none <- function(i) {
    fields(sprintf("/results/0/value/terms/%d", i), coef = NA, se = NA, p = NA, oddsRatio = NA,
           lower = NA, upper = NA, profileP = NA, profileLower = NA, profileUpper = NA,
           diverging = TRUE)
  }
  case("sorted_outcome", "data/edge_sorted_outcome.csv",
       list(columns = columns,
            analyses = list(logistic("x", outcome = "y", levels = I("1")),
                            logistic(terms, outcome = "y", levels = I("1"), penalty = "firth"))),
       c(has_warning(0, "separation"), none(0),
         fields("/results/0/value/cStatistic", value = 1),
         expect_logistic("/results/1/value", data, data$y, terms, "firth")),
       iterated, "Firth's by scoring (lib/logistic_models.R)")
}

# The same model with a column that others determine, and with a constant.
aliased_case <- function() {
  data <- read_data("veteran.csv")
  data$karno_tenths <- data$karno / 10 + 2
  data$hospital <- 7
  file <- "edge_aliased_logistic.csv"
  write.csv(data[c("prior", "karno", "karno_tenths", "hospital", "age")], file.path("data", file),
            row.names = FALSE, quote = FALSE)
  y <- as.numeric(data$prior == 10)
  x <- model.matrix(~ karno + age, data)
  fit <- fit_glm(x, y)
  se <- sqrt(diag(solve(fit$information)))
  terms <- c("karno", "karno_tenths", "hospital", "age")
  aliased <- function(i) {
    fields(sprintf("/results/0/value/terms/%d", i), aliased = TRUE, coef = NA, oddsRatio = NA,
           profileLower = NA)
  }
  case("aliased_logistic", file.path("data", file),
       list(columns = list(prior = number, karno = number, karno_tenths = number,
                           hospital = number, age = number),
            analyses = list(logistic(terms, outcome = "prior", levels = I("10")))),
       c(has_warning(0, "aliased"), aliased(1), aliased(2),
         fields("/results/0/value", logLik = fit$logLik, aic = 2 * 3 - 2 * fit$logLik),
         fields("/results/0/value/tests/likelihoodRatio", df = 2),
         fields("/results/0/value/terms/0", coef = fit$coef[2], se = se[[2]]),
         fields("/results/0/value/terms/3", coef = fit$coef[3], se = se[[3]])),
       iterated, "glm without the columns")
}

write_cases("logistic.json", list(
  both("logistic_pbc", "pbc.csv", pbc, "spiders", "1", c("age", "sex", "bili", "edema")),
  both("logistic_pbc_interactions", "pbc.csv", pbc, "death", "1",
       c("sex", "bili", "edema", "sex:bili", "bili:edema"), level = 0.9),
  both("logistic_lung_missing", "lung.csv", lung, "status", "2", c("age", "sex", "wt.loss")),
  both("logistic_veteran", "veteran.csv", veteran, "prior", "10",
       c("trt", "celltype", "karno", "age"), level = 0.99),
  both("logistic_colon", "colon_death.csv", colon, "node4", "1",
       c("rx", "age", "differ", "extent", "sex")),
  response_case("logistic_orr_all", "orr", "all", c("arm", "age", "sex")),
  response_case("logistic_dcr_evaluable", "dcr", "evaluable", c("arm", "age")),
  separated_case("nobody_responds", FALSE),
  separated_case("everybody_responds", TRUE),
  sorted_case(),
  aliased_case()
))
