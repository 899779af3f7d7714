# Cox models at the edge: columns that others determine, groups of one, likelihoods without a
# maximum. Writes its data beside the others.
source("lib/cases.R")
source("lib/cox_models.R")
source("lib/edge_cases.R")

columns <- list(time = number, event = number, x = number, w = number, z = number,
                arm = category("A", "B"), group = category("a", "b", "c"),
                side = category("left", "right"))

model_case <- function(id, data, terms, expected, note = NULL) {
  edge_case(id, data, columns, list(list(id = "model", method = "cox", terms = I(terms))), expected,
            iterated, note)
}

fit_of <- function(data, terms) {
  fit_cox(cox_formula("time", "event", terms), model_data(data, columns, c("time", "event", terms)))
}

# The term `dropped` is determined by others: it is named as aliased, and everything else is as in
# the model without it.
aliased_case <- function(id, data, terms, dropped, note = NULL) {
  kept <- fit_of(data, setdiff(terms, dropped))
  rows <- unlist(lapply(terms, function(name) {
    if (name != dropped) return(term_rows(kept, name))
    lapply(seq_len(max(1, length(columns[[name]]$levels))), function(i) {
      list(name = name, aliased = i > 1 || columns[[name]]$type == "number")
    })
  }), recursive = FALSE)
  term <- function(row, i) {
    to <- sprintf("/results/0/value/terms/%d", i - 1)
    if (is.null(row$aliased)) return(expect_term(to, row, kept, 0.95))
    fields(to, name = row$name, aliased = row$aliased, coef = NA, se = NA, p = NA,
           hr = if (row$aliased) NA else 1)
  }
  df <- length(coef(kept))
  tests <- "/results/0/value/tests/"
  model_case(id, data, terms, c(
    has_warning(0, "aliased"),
    unlist(Map(term, rows, seq_along(rows)), recursive = FALSE),
    fields("/results/0/value", n = kept$n, events = kept$nevent, logLik = kept$loglik[2],
           aic = AIC(kept)),
    chi_square(paste0(tests, "likelihoodRatio"), 2 * diff(kept$loglik), df),
    chi_square(paste0(tests, "wald"), kept$wald.test, df),
    chi_square(paste0(tests, "score"), kept$score, df)
  ), note)
}

cohort <- data.frame(
  time = c(5, 8, 12, 3, 15, 9, 22, 7, 18, 11, 30, 2, 26, 14, 6, 20, 17, 4, 25, 10),
  event = c(1, 1, 0, 1, 1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 1, 1, 0, 1, 1, 1),
  x = c(2.1, 0.4, 1.7, 3.3, 0.2, 1.1, 0.9, 2.8, 0.5, 1.9,
        0.1, 3.9, 0.8, 1.2, 2.2, 0.7, 1.5, 2.6, 0.3, 1.0),
  w = c(0, 1, 1, 0, 0, 1, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 0, 1, 0, 1)
)
one_in_b <- transform(cohort, arm = ifelse(seq_along(time) == 6, "B", "A"))
split <- data.frame(time = 1:20, event = rep(c(1, 0), each = 10), x = rep(c(1, 0), each = 10),
                    w = rep(c(1.5, 2, 0.3, 4, 2.2), 4))
group <- c("a", "b", "c")[1 + seq_along(cohort$time) %% 3]
nobody_in_c <- transform(cohort, group = group, event = ifelse(group == "c", 0, event))

write_cases("degenerate_models.json", list(
  aliased_case("collinear", transform(cohort, z = 2 * x + 1), c("x", "z", "w"), "z",
               note = "z = 2 x + 1"),
  aliased_case("constant_column", transform(cohort, z = 4), c("z", "x"), "z"),
  aliased_case("factor_of_a_covariate", transform(cohort, side = ifelse(w == 1, "right", "left")),
               c("x", "w", "side"), "side", note = "side is right where w is 1"),
  model_case("cox_group_of_one", one_in_b, c("arm", "x"),
             expect_terms("/results/0/value", fit_of(one_in_b, c("arm", "x")), c("arm", "x"),
                          0.95)),
  model_case("monotone", split, c("x", "w"), has_warning(0, "monotoneLikelihood"),
             note = "all with x = 1 have the event, and before anyone with x = 0 is censored"),
  model_case("level_without_events", nobody_in_c, c("group", "x"),
             has_warning(0, "monotoneLikelihood"),
             note = "nobody in level c has the event: its hazard ratio runs to zero")
))
