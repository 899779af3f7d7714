# Rates compared between arms in each level of a factor, and the interaction of arm and factor: by
# anova of two glm fits, and where a cell has one outcome only by Firth's penalised likelihood.
source("lib/cases.R")
source("lib/logistic_models.R")
source("lib/two_by_two.R")

# What a forest draws of x1 of n1 against x2 of n2; proportions.R holds the rest.
expect_pair <- function(pointer, x1, n1, x2, n2, level) {
  odds_ratio <- x1 * (n2 - x2) / (x2 * (n1 - x1))
  variance <- 1 / x1 + 1 / (n1 - x1) + 1 / x2 + 1 / (n2 - x2)
  expected_min <- min(outer(c(n1, n2), c(x1 + x2, n1 + n2 - x1 - x2)) / (n1 + n2))
  c(fields(paste0(pointer, "/difference"), value = x1 / n1 - x2 / n2),
    interval(paste0(pointer, "/difference/newcombe"), newcombe(x1, n1, x2, n2, level)),
    fields(paste0(pointer, "/oddsRatio"), value = odds_ratio),
    interval(paste0(pointer, "/oddsRatio/woolf"), log_interval(odds_ratio, variance, level)),
    p_value(paste0(pointer, "/tests/fisher"),
            fisher.test(rbind(c(x1, n1 - x1), c(x2, n2 - x2)))$p.value),
    fields(pointer, expectedMin = expected_min,
           chosen = if (expected_min >= 5) "pearson" else "fisher"))
}

expect_rate_subgroup <- function(pointer, has, arm, level) {
  n <- table(arm)
  x <- tapply(has, arm, sum, default = 0)
  reference <- 1
  pairs <- if (n[[reference]] > 0) setdiff(which(n > 0), reference)
  c(fields(pointer, n = length(has), events = sum(has)),
    unlist(lapply(seq_along(n), function(i) {
      to <- sprintf("%s/perArm/%d", pointer, i - 1)
      c(fields(to, label = names(n)[i], n = n[[i]], events = x[[i]]),
        if (n[[i]] == 0) fields(to, rate = NA)
        else interval(paste0(to, "/rate/intervals/clopperPearson"),
                      binom.test(x[[i]], n[[i]], conf.level = level)$conf.int))
    }), recursive = FALSE),
    unlist(Map(function(i, at) {
      to <- sprintf("%s/comparisons/%d", pointer, at - 1)
      c(fields(to, a = names(n)[i], b = names(n)[reference]),
        expect_pair(to, x[[i]], n[[i]], x[[reference]], n[[reference]], level))
    }, pairs, seq_along(pairs)), recursive = FALSE))
}

# The columns of the interaction come last in the design and are held at 0.
firth_interaction <- function(has, arm, factor) {
  x <- model.matrix(~ arm * factor)
  stopifnot(qr(x)$rank == ncol(x))
  held <- which(attr(x, "assign") == 3)
  full <- fit_firth(x, has)
  without <- fit_firth(x, has, held, rep(0, length(held)))
  list(statistic = 2 * (full$logLik - without$logLik), df = length(held))
}

glm_interaction <- function(has, arm, factor) {
  test <- anova(glm(has ~ arm + factor, binomial, control = tight),
                glm(has ~ arm * factor, binomial, control = tight), test = "LRT")
  list(statistic = test$Deviance[2], df = test$Df[2])
}

# Levels that say something have two arms and both outcomes.
expect_rate_interaction <- function(pointer, has, arm, factor) {
  known <- !is.na(factor)
  levels <- Filter(function(level) {
    own <- known & factor == level
    length(unique(arm[own])) > 1 && length(unique(has[own])) > 1
  }, levels(factor))
  test <- NULL
  if (length(levels) > 1) {
    rows <- factor %in% levels
    own <- list(has = has[rows], arm = droplevels(arm[rows]), factor = droplevels(factor[rows]))
    rates <- tapply(own$has, own[c("arm", "factor")], mean)
    separated <- any(rates %in% c(0, 1))
    test <- do.call(if (separated) firth_interaction else glm_interaction, own)
  }
  c(fields(pointer, n = sum(known)),
    if (is.null(test)) fields(pointer, chiSquare = NA, df = NA, p = NA)
    else c(fields(pointer, penalty = if (separated) "firth" else "none"),
           chi_square(pointer, test$statistic, test$df)))
}

expect_rate_forest <- function(pointer, has, arm, factors, level = 0.95) {
  rows <- unlist(lapply(factors, function(factor) {
    lapply(levels(factor), function(one) which(factor == one))
  }), recursive = FALSE)
  rows <- Filter(length, rows)
  c(expect_rate_subgroup(paste0(pointer, "/overall"), has, arm, level),
    unlist(Map(function(own, at) {
      expect_rate_subgroup(sprintf("%s/rows/%d", pointer, at - 1), has[own], arm[own], level)
    }, rows, seq_along(rows)), recursive = FALSE),
    unlist(Map(function(factor, at) {
      to <- sprintf("%s/interactions/%d", pointer, at - 1)
      c(fields(to, factor = names(factors)[at]), expect_rate_interaction(to, has, arm, factor))
    }, factors, seq_along(factors)), recursive = FALSE))
}

forest_case <- function(id, data, columns, file_part, options, has, arm, factors, level = 0.95,
                        more = NULL, note = NULL) {
  analysis <- c(list(id = "forest", method = "rateSubgroups", factors = I(names(factors)),
                     level = level), options)
  case(id, data, c(list(columns = columns), file_part, list(analyses = list(analysis))),
       c(expect_rate_forest("/results/0/value", has, arm, factors, level), more),
       iterated, "rate_subgroups.R: anova(glm, test = \"LRT\"); Firth's by scoring", note)
}

cohort_columns <- list(
  arm = category("Chemotherapy", "Immunotherapy rechallenge"), best_response = category(),
  cps_group = category("<1", ">=1"), pathology = category("Diffuse or mixed", "Intestinal"),
  sex = category("Female", "Male"), her2 = category("Negative", "Positive")
)
cohort <- with_levels(read_data("rechallenge_cohort.csv"), cohort_columns)
cohort_case <- function(id, response, responders, denominator, level, note) {
  data <- cohort
  if (denominator == "evaluable") data <- droplevels(data[data$best_response != "NE", ])
  factors <- as.list(data[c("cps_group", "pathology", "sex", "her2")])
  forest_case(id, "data/rechallenge_cohort.csv", cohort_columns,
              list(arm = "arm", response = list(column = "best_response")),
              list(response = response, denominator = denominator),
              as.integer(data$best_response %in% responders), data$arm, factors, level,
              note = note)
}

colon_columns <- list(status = number, rx = category("Obs", "Lev", "Lev+5FU"),
                      sex = category("0", "1"), obstruct = category("0", "1"),
                      differ = category("1", "2", "3"))
colon <- with_levels(read_data("colon_death.csv"), colon_columns)
colon_case <- forest_case(
  "rate_subgroups_colon_three_arms", "data/colon_death.csv", colon_columns, NULL,
  list(column = "status", levels = "1", by = "rx"), colon$status, colon$rx,
  as.list(colon[c("sex", "obstruct", "differ")]),
  note = "differentiation is missing in 23 patients: they count overall and in the other factors"
)

# x and y say something; the third level has one arm, or one outcome, and counts for no test.
cell <- function(level, arm, events, n) {
  data.frame(event = rep(1:0, c(events, n - events)), arm, level)[seq_len(n), ]
}
both <- rbind(cell("x", "A", 4, 20), cell("x", "B", 11, 22), cell("y", "A", 7, 15),
              cell("y", "B", 6, 18))
edge_columns <- list(event = number, arm = category("A", "B"), level = category("x", "y", "z"))
edge_case <- function(id, data, note, more = NULL) {
  file <- sprintf("data/edge_%s.csv", id)
  write.csv(data, file, row.names = FALSE, quote = FALSE)
  data <- with_levels(data, edge_columns)
  forest_case(id, file, edge_columns, NULL, list(column = "event", levels = "1", by = "arm"),
              data$event, data$arm, list(level = data$level), more = more, note = note)
}

write_cases("rate_subgroups.json", list(
  cohort_case("rate_subgroups_orr_all", "orr", c("CR", "PR"), "all", 0.95,
              "two responders with chemotherapy: cells without one in every factor"),
  cohort_case("rate_subgroups_dcr_evaluable", "dcr", c("CR", "PR", "SD"), "evaluable", 0.9,
              "patients whose response is not evaluable are left out"),
  colon_case,
  edge_case("rate_subgroups_third_with_one_arm", rbind(both, cell("z", "B", 3, 9)), "z has one arm",
            has_warning(0, "notEstimable")),
  edge_case("rate_subgroups_third_without_events",
            rbind(both, cell("z", "A", 0, 8), cell("z", "B", 0, 6)), "nobody in z has the event"),
  edge_case("rate_subgroups_empty_cell",
            rbind(both, cell("z", "A", 0, 8), cell("z", "B", 3, 9)), "one cell is empty: Firth"),
  edge_case("rate_subgroups_one_level_speaks",
            rbind(both[both$level == "x", ], cell("y", "A", 5, 5), cell("y", "B", 1, 1)),
            "everybody in y has the event, and one arm is a single patient",
            has_warning(0, "notTested"))
))
