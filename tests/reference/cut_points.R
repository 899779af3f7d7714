# Where numbers are cut at quantiles, and curves and counts of the groups: quantile(type = 7) and
# cut(right = FALSE). Ties at the cut points, missing values, excluded rows, and conditions of the
# whole file that come after the cut.
source("lib/cases.R")

groups_of <- function(x, at) cut(x, c(-Inf, at, Inf), right = FALSE)

expect_cuts <- function(result, x, at) {
  to <- sprintf("/results/%d/value", result)
  group <- groups_of(x, at)
  c(at(paste0(to, "/at"), I(at)),
    unlist(lapply(seq_along(levels(group)), function(i) {
      own <- x[which(as.integer(group) == i)]
      fields(sprintf("%s/groups/%d", to, i - 1), n = length(own), smallest = min(own),
             largest = max(own))
    }), recursive = FALSE),
    at(sprintf("/results/%d/used", result), sum(!is.na(x))))
}

# The groups of a derived column, as the curves by it count them.
expect_curves <- function(result, time, event, group, labels) {
  to <- sprintf("/results/%d/value/groups", result)
  unlist(lapply(seq_along(labels), function(i) {
    own <- which(as.integer(group) == i)
    fields(sprintf("%s/%d", to, i - 1), label = labels[i], n = length(own),
           events = sum(event[own]))
  }), recursive = FALSE)
}

shares <- list(median = 0.5, tertiles = c(1, 2) / 3, quartiles = c(0.25, 0.5, 0.75),
               uneven = c(0.1, 0.15, 0.9))

# `kept`: rows that the file does not exclude; `where`: rows that meet its conditions.
cut_case <- function(id, file, columns, cut, time, event, event_level, quantiles, kept = TRUE,
                     exclude = NULL, where = NULL, meets = TRUE, note = NULL) {
  data <- read_data(file)
  all <- rep(kept, length.out = nrow(data))
  x <- ifelse(all, data[[cut]], NA)
  at <- unname(quantile(x, quantiles, type = 7, na.rm = TRUE))
  labels <- paste("group", seq_len(length(at) + 1))
  used <- all & rep(meets, length.out = nrow(data)) & !is.na(x) & !is.na(data[[time]])
  file_keys <- list(
    columns = columns,
    derived = list(groups = list(cut = cut, quantiles = I(quantiles), labels = I(labels))),
    endpoints = list(OS = endpoint(time, event, event_level)))
  if (!is.null(exclude)) file_keys$exclude <- exclude
  if (!is.null(where)) file_keys$where <- where
  file_keys$analyses <- list(
    list(method = "cutPoints", cut = cut, quantiles = I(quantiles)),
    list(method = "kaplanMeier", endpoint = "OS", by = "groups"))
  case(sprintf("cut_points_%s", id), file.path("data", file), file_keys,
       c(expect_cuts(0, x, at),
         expect_curves(1, data[[time]][used], data[[event]][used] == event_level,
                       droplevels(groups_of(x[used], at)), labels)),
       closed_form, "cut_points.R: quantile(type = 7), cut(right = FALSE)", note)
}

lung_columns <- list(age = number, wt.loss = number, meal.cal = number, time = number,
                     status = number, sex = number)
of_lung <- function(id, cut, quantiles, ...) {
  cut_case(id, "lung.csv", lung_columns, cut, "time", "status", 2, quantiles, ...)
}
lung <- read_data("lung.csv")
each <- function(cut) {
  lapply(names(shares), function(name) {
    of_lung(paste(sub(".", "_", cut, fixed = TRUE), name, sep = "_"), cut, shares[[name]])
  })
}
left_out <- c(1, 7, 60, 228)
excluded <- list(
  of_lung("excluded", "age", 0.5, kept = !(seq_len(nrow(lung)) %in% left_out),
          exclude = lapply(left_out, function(row) list(row = row, why = "withdrew consent")),
          note = "The quantiles are of the rows that are not excluded."),
  of_lung("where", "age", shares$tertiles, where = list(column = "sex", `in` = I("2")),
          meets = lung$sex == 2, note = "Conditions of the whole file come after the cut.")
)

write_cases("cut_points.json", c(each("age"), each("meal.cal"), each("wt.loss"), excluded))
