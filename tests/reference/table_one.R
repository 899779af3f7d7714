# Table 1 of four cohorts, every cell: counts, percentages, quantiles, means, missing values, the
# test by rule, standardised differences, adjusted p values.
source("lib/cases.R")
source("lib/comparison.R")

counts <- list(summary = "counts")
median_of <- list(summary = "median")
mean_of <- list(summary = "mean")

cell <- function(pointer, label, x, summary, quantile_type) {
  known <- x[!is.na(x)]
  missing <- sum(is.na(x))
  q <- quantile_of(known, c(0, 0.25, 0.5, 0.75, 1), quantile_type)
  fields(pointer, label = label, n = length(known), missing = missing, percent = NA,
         mean = mean(known), sd = sd(known), median = q[3], q1 = q[2], q3 = q[4],
         min = q[1], max = q[5])
}

level_cell <- function(pointer, label, x, level) {
  known <- sum(!is.na(x))
  n <- sum(x == level, na.rm = TRUE)
  fields(pointer, label = label, n = n, missing = sum(is.na(x)), percent = 100 * n / known,
         mean = NA, sd = NA, median = NA, q1 = NA, q3 = NA, min = NA, max = NA)
}

# `variables`: how each is shown, by name. `by` has levels; its missing rows are left out.
table_case <- function(id, file, by, levels, variables, adjust = NULL, quantile_type = 7) {
  data <- read_data(file)
  data <- data[!is.na(data[[by]]), ]
  arm <- factor(data[[by]], levels)
  is_counts <- vapply(variables, function(own) own$summary == "counts", NA)
  values <- data[names(variables)]
  for (name in names(variables)[is_counts]) {
    values[[name]] <- factor(values[[name]], if (is.numeric(values[[name]])) {
      sort(unique(values[[name]]))
    } else {
      sort(unique(values[[name]]), method = "radix")
    })
  }
  expected <- c(fields("/results/0", used = nrow(data)),
                fields("/results/0/value", n = nrow(data)),
                unlist(lapply(seq_along(levels), function(i) {
                  fields(sprintf("/results/0/value/arms/%d", i - 1), label = levels[i],
                         n = sum(arm == levels[i]))
                }), recursive = FALSE))
  row <- 0
  p <- c()
  cells <- function(make) {
    to <- sprintf("/results/0/value/rows/%d", row)
    row <<- row + 1
    c(make(paste0(to, "/overall"), "all", TRUE),
      unlist(lapply(seq_along(levels), function(i) {
        make(sprintf("%s/perArm/%d", to, i - 1), levels[i], arm == levels[i])
      }), recursive = FALSE))
  }
  for (at in seq_along(variables)) {
    name <- names(variables)[at]
    x <- values[[name]]
    for (level in if (is_counts[at]) levels(x) else "") {
      expected <- c(expected, fields(sprintf("/results/0/value/rows/%d", row), variable = name,
                                     level = level, summary = variables[[at]]$summary))
      expected <- c(expected, cells(function(pointer, label, rows) {
        if (is_counts[at]) level_cell(pointer, label, x[rows], level)
        else cell(pointer, label, x[rows], variables[[at]]$summary, quantile_type)
      }))
    }
    known <- !is.na(x)
    test <- if (is_counts[at]) {
      test_levels(x[known], arm[known])
    } else {
      rule <- rule_numbers(x[known], arm[known], variables[[at]]$summary == "mean")
      test_numbers(rule, x[known], arm[known])
    }
    p <- c(p, test$p)
    expected <- c(expected, expect_test(sprintf("/results/0/value/tests/%d", at - 1), name, test))
    pairs <- combn(levels, 2, simplify = FALSE)
    smd <- vapply(pairs, function(pair) {
      rows <- known & arm %in% pair
      of <- if (is_counts[at]) smd_levels else smd_numbers
      of(x[rows], factor(arm[rows], pair))
    }, 0)
    to <- sprintf("/results/0/value/smd/%d", at - 1)
    overall <- if (length(smd) == 1) smd else max(abs(smd))
    expected <- c(expected, fields(to, variable = name, value = overall),
                  unlist(lapply(seq_along(pairs), function(i) {
                    fields(sprintf("%s/pairs/%d", to, i - 1), a = pairs[[i]][1], b = pairs[[i]][2],
                           value = smd[i])
                  }), recursive = FALSE))
  }
  adjusted <- if (is.null(adjust)) rep(NA, length(p)) else p.adjust(p, adjust)
  expected <- c(expected, unlist(lapply(seq_along(p), function(i) {
    list(list(at = sprintf("/results/0/value/tests/%d/adjustedP", i - 1), value = adjusted[i],
              tolerance = list(rel = 1e-6, abs = 0)))
  }), recursive = FALSE))

  declared <- lapply(setNames(names(variables), names(variables)), function(name) {
    if (is.numeric(data[[name]])) number else category(sort(unique(data[[name]]), method = "radix"))
  })
  declared[[by]] <- category(levels)
  analysis <- list(method = "tableOne", by = by, smd = TRUE, quantileType = quantile_type,
                   variables = lapply(seq_along(variables), function(i) {
                     c(list(column = names(variables)[i]), variables[[i]])
                   }))
  if (!is.null(adjust)) analysis$adjust <- adjust
  case(paste0("table_one_", id), file.path("data", file),
       list(columns = declared, analyses = list(analysis)), expected, closed_form,
       "table_one.R: quantile, t.test, wilcox.test, oneway.test, kruskal.test, chisq.test, fisher.test")
}

example <- list(age = median_of, sex = counts, ecog = counts, pathology = counts,
                cps_group = counts, her2 = counts, worst_trae_grade = counts)
arms <- c("Chemotherapy", "Immunotherapy rechallenge")
pbc <- list(age = mean_of, sex = counts, ascites = counts, hepato = counts, spiders = counts,
            edema = counts, bili = median_of, chol = median_of, albumin = mean_of,
            copper = median_of, alk.phos = median_of, ast = median_of, trig = median_of,
            platelet = mean_of, protime = median_of, stage = counts)
colon <- list(sex = counts, age = mean_of, obstruct = counts, perfor = counts, adhere = counts,
              nodes = median_of, differ = counts, extent = counts, surg = counts, node4 = counts)
gbsg <- list(age = mean_of, meno = counts, size = median_of, grade = counts, nodes = median_of,
             pgr = median_of, er = median_of)

write_cases("table_one.json", list(
  table_case("example_cohort", "rechallenge_cohort.csv", "arm", arms, example),
  table_case("pbc", "pbc.csv", "trt", c("1", "2"), pbc, adjust = "holm"),
  table_case("colon_death", "colon_death.csv", "rx", c("Obs", "Lev", "Lev+5FU"), colon,
             adjust = "BH"),
  table_case("gbsg", "gbsg.csv", "hormon", c("0", "1"), gbsg, adjust = "bonferroni"),
  table_case("gbsg_hochberg", "gbsg.csv", "hormon", c("0", "1"), gbsg, adjust = "hochberg"),
  table_case("colon_death_hommel", "colon_death.csv", "rx", c("Obs", "Lev", "Lev+5FU"), colon,
             adjust = "hommel"),
  table_case("pbc_by", "pbc.csv", "trt", c("1", "2"), pbc, adjust = "BY"),
  table_case("gbsg_type2", "gbsg.csv", "hormon", c("0", "1"), gbsg, quantile_type = 2),
  table_case("gbsg_type6", "gbsg.csv", "hormon", c("0", "1"), gbsg, quantile_type = 6),
  table_case("pbc_by_stage", "pbc.csv", "stage", c("1", "2", "3", "4"),
             list(age = mean_of, bili = median_of, sex = counts, ascites = counts, chol = mean_of)),
  # few, untied values: the exact rank-sum test
  table_case("ovarian", "ovarian.csv", "rx", c("1", "2"),
             list(age = median_of, resid.ds = counts, ecog.ps = counts))
))
