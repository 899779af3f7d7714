# Interaction tests at the edge: levels without events, with one arm, with events in one arm only.
# Where fewer than two levels have a hazard ratio there is nothing to compare, whatever R's anova of
# two coxph fits prints (its p stands in the note). Writes its data beside the others.
source("lib/cases.R")
source("lib/cox_models.R")
source("lib/edge_cases.R")

# One row for each patient of an arm in a level.
cell <- function(level, arm, time, event) data.frame(time, event, arm, level)
slow <- c(14, 22, 9, 31, 17, 26, 12, 35)
fast <- c(4, 11, 7, 19, 3, 15, 8, 24)
most <- c(1, 1, 1, 0, 1, 1, 1, 0)
none <- rep(0, 8)
both_arms <- rbind(cell("x", "A", fast, most), cell("x", "B", slow, most))
other <- rbind(cell("y", "A", fast + 2, most), cell("y", "B", slow - 5, rev(most)))

likelihood_ratio <- function(data) {
  data <- transform(data, arm = factor(arm), level = factor(level))
  fits <- suppressWarnings(lapply(c(~ arm + level, ~ arm * level), function(terms) {
    coxph(update(Surv(time, event) ~ ., terms), data, ties = "efron", control = converged)
  }))
  df <- sum(!is.na(coef(fits[[2]]))) - sum(!is.na(coef(fits[[1]])))
  list(statistic = 2 * (fits[[2]]$loglik[2] - fits[[1]]$loglik[2]), df = df)
}

printed <- function(data) {
  test <- likelihood_ratio(data)
  if (test$df == 0) return("R: df 0")
  sprintf("R: chi-square %.3g, df %d, p %.3g", test$statistic, test$df,
          pchisq(test$statistic, test$df, lower.tail = FALSE))
}

forest_case <- function(id, data, expected, note) {
  columns <- list(time = number, event = number, arm = category("A", "B"),
                  level = category("x", "y", "z"))
  edge_case(id, data, columns,
            list(list(id = "forest", method = "subgroups", arm = "arm", factors = "level")),
            expected, iterated, paste0(note, ". ", printed(data)))
}

interaction <- "/results/0/value/interactions/0"
untested <- function(id, data, note) {
  forest_case(id, data, c(fields(interaction, n = nrow(data), chiSquare = NA, df = NA, p = NA),
                          has_warning(0, "notTested")), note)
}
# As in `of`, the patients of the levels that say something.
tested <- function(id, data, of, note) {
  test <- likelihood_ratio(of)
  forest_case(id, data, c(fields(interaction, n = nrow(data)),
                          chi_square(interaction, test$statistic, test$df)), note)
}

no_events <- function(level) rbind(cell(level, "A", fast, none), cell(level, "B", slow, none))
events_in_a <- function(level) rbind(cell(level, "A", fast, most), cell(level, "B", slow, none))

write_cases("degenerate_subgroups.json", list(
  untested("subgroups_one_ratio", rbind(both_arms, events_in_a("y")),
           "the ratio of y runs to 0"),
  untested("subgroups_no_ratio", rbind(events_in_a("x"), events_in_a("y")),
           "the ratios of x and y both run to 0"),
  untested("subgroups_no_ratio_opposite",
           rbind(events_in_a("x"), cell("y", "A", fast, none), cell("y", "B", slow, most)),
           "one ratio runs to 0, the other to infinity"),
  untested("subgroups_one_arm", rbind(both_arms, cell("y", "A", fast, most)),
           "y has one arm only"),
  untested("subgroups_level_without_events", rbind(both_arms, no_events("y")),
           "nobody in y has the event"),
  tested("subgroups_third_without_events", rbind(both_arms, other, no_events("z")),
         rbind(both_arms, other), "nobody in z has the event, which is no degree of freedom"),
  tested("subgroups_third_runs_off", rbind(both_arms, other, events_in_a("z")),
         rbind(both_arms, other, events_in_a("z")), "the ratio of z runs to 0 and stays in the test")
))
