# Expectations on subgroup forests and on tables of univariable and multivariable hazard ratios.
# `entry`: the column of late entry, if there is one.

survival_of <- function(time, event, entry) {
  sprintf("Surv(%s)", paste(c(entry, time, event), collapse = ", "))
}

# survdiff takes no late entry; there the score test with exact ties, which is the same test.
log_rank_p <- function(formula, data, entry) {
  statistic <- if (is.null(entry)) survdiff(formula, data)$chisq
               else coxph(formula, data, ties = "exact", iter.max = 0)$score
  pchisq(statistic, 1, lower.tail = FALSE)
}

# The effect of `label` against the first level of `arm`, in the patients of these two arms.
expect_arm_effect <- function(pointer, data, time, event, arm, label, entry) {
  pair <- droplevels(data[data[[arm]] %in% c(levels(data[[arm]])[1], label), ])
  formula <- reformulate(arm, survival_of(time, event, entry))
  summary <- summary(fit_cox(formula, pair))
  c(fields(pointer, a = label, b = levels(pair[[arm]])[1], ratio = summary$conf.int[1, 1],
           lower = summary$conf.int[1, 3], upper = summary$conf.int[1, 4],
           small = any(tapply(pair[[event]], pair[[arm]], sum) < 5),
           logRankP = log_rank_p(formula, pair, entry)),
    p_value(pointer, summary$coefficients[1, 5]))
}

expect_subgroup <- function(pointer, data, time, event, arm, entry) {
  labels <- levels(data[[arm]])
  per_arm <- lapply(seq_along(labels), function(i) {
    own <- data[data[[arm]] == labels[i], ]
    curve <- curve_of(survfit(reformulate("1", survival_of(time, event, entry)), own))
    fields(sprintf("%s/perArm/%d", pointer, i - 1), label = labels[i], n = nrow(own),
           events = sum(own[[event]]), median = crossing(curve$time, curve$survival, 0.5))
  })
  effects <- lapply(seq_along(labels)[-1], function(i) {
    to <- if (i == 2) pointer else sprintf("%s/others/%d", pointer, i - 3)
    expect_arm_effect(to, data, time, event, arm, labels[i], entry)
  })
  c(fields(pointer, n = nrow(data), events = sum(data[[event]])),
    unlist(effects, recursive = FALSE), unlist(per_arm, recursive = FALSE))
}

expect_subgroups <- function(pointer, data, time, event, arm, factors, entry = NULL) {
  rows <- unlist(lapply(factors, function(factor) {
    lapply(levels(data[[factor]]), function(level) list(factor = factor, level = level))
  }), recursive = FALSE)
  forest <- lapply(seq_along(rows), function(i) {
    to <- sprintf("%s/rows/%d", pointer, i - 1)
    own <- data[data[[rows[[i]]$factor]] %in% rows[[i]]$level, ]
    c(fields(to, factor = rows[[i]]$factor, level = rows[[i]]$level),
      expect_subgroup(to, own, time, event, arm, entry))
  })
  interactions <- lapply(seq_along(factors), function(i) {
    to <- sprintf("%s/interactions/%d", pointer, i - 1)
    known <- data[!is.na(data[[factors[i]]]), ]
    response <- survival_of(time, event, entry)
    additive <- fit_cox(reformulate(c(arm, factors[i]), response), known)
    product <- fit_cox(reformulate(paste(arm, factors[i], sep = " * "), response), known)
    c(fields(to, factor = factors[i]),
      chi_square(to, 2 * (product$loglik[2] - additive$loglik[2]),
                 length(coef(product)) - length(coef(additive))))
  })
  c(expect_subgroup(paste0(pointer, "/overall"), data, time, event, arm, entry),
    unlist(forest, recursive = FALSE), unlist(interactions, recursive = FALSE))
}

# Each term alone in the rows where it is known, then all together in the complete rows.
expect_cox_table <- function(pointer, data, columns, time, event, terms) {
  complete <- model_data(data, columns, c(time, event, terms))
  together <- fit_cox(cox_formula(time, event, terms), complete)
  row_of <- function(row) {
    own <- model_data(data, columns, c(time, event, row$name))
    alone <- fit_cox(cox_formula(time, event, row$name), own)
    counted <- if (is.null(row$level)) own else own[own[[row$name]] == row$level, ]
    to <- sprintf("%s/rows/%d", pointer, row$index)
    effect <- function(field, fit) {
      values <- summary(fit)
      term <- row$coefficient
      c(fields(paste0(to, "/", field), hr = values$conf.int[term, 1],
               lower = values$conf.int[term, 3], upper = values$conf.int[term, 4]),
        p_value(paste0(to, "/", field), values$coefficients[term, 5]))
    }
    c(fields(to, name = row$name, reference = is.null(row$coefficient)),
      if (!is.null(row$level)) fields(to, level = row$level),
      fields(to, n = nrow(counted), events = sum(counted[[event]])),
      if (!is.null(row$coefficient)) {
        c(effect("univariable", alone), effect("multivariable", together))
      })
  }
  rows <- unlist(lapply(terms, function(name) term_rows(together, name)), recursive = FALSE)
  rows <- Map(function(row, i) c(row, index = i - 1), rows, seq_along(rows))
  c(unlist(lapply(rows, row_of), recursive = FALSE),
    fields(pointer, n = nrow(complete), events = together$nevent,
           eventsPerVariable = together$nevent / length(coef(together))))
}
