# What the reference scripts share: writing cases in the format of README.md, reading the data,
# and expectations on survival curves.
#
# JSON of an R value: a list with names is an object, one without an array; a vector is an array,
# a vector of length one a plain value unless wrapped in I(); NA, NaN and infinite numbers are null.
# A number is written with the digits (up to 17) that read back as the same number.

suppressPackageStartupMessages(library(survival))

# The shortest text that reads back as the same number.
number_text <- function(x) {
  if (!is.finite(x)) return("null")
  for (digits in 15:17) {
    text <- sprintf("%.*g", digits, x)
    if (as.numeric(text) == x) break
  }
  text
}

scalar_text <- function(x) {
  if (is.character(x)) {
    if (is.na(x)) "null" else encodeString(x, quote = "\"")
  } else if (is.logical(x)) {
    if (is.na(x)) "null" else tolower(as.character(x))
  } else {
    number_text(x)
  }
}

json <- function(x) {
  if (is.null(x)) return("null")
  if (is.list(x)) {
    parts <- vapply(x, json, "")
    if (is.null(names(x))) return(paste0("[", paste(parts, collapse = ", "), "]"))
    keys <- encodeString(names(x), quote = "\"")
    return(paste0("{ ", paste0(keys, ": ", parts, collapse = ", "), " }"))
  }
  if (is.factor(x)) x <- as.character(x)
  parts <- vapply(unname(unclass(x)), scalar_text, "")
  if (length(x) == 1 && !inherits(x, "AsIs")) return(parts)
  paste0("[", paste(parts, collapse = ", "), "]")
}

versions <- sprintf("R %s, survival %s", getRversion(), packageDescription("survival")$Version)

# R prints 17 significant digits of a closed formula: what is left is rounding.
closed_form <- list(rel = 1e-9, abs = 1e-12)
# Newton's method stopped at 1e-14 of the log-likelihood (`converged` below; R's default of 1e-9 can
# leave errors of 1e-6). Refits from other starting values agree to 1e-12; 1e-8 leaves room for z
# and test statistics, whose terms cancel.
iterated <- list(rel = 1e-8, abs = 1e-10)
converged <- coxph.control(eps = 1e-14, toler.chol = 1e-15, iter.max = 60)

case <- function(id, data, analysis, expected, tolerance, source, note = NULL) {
  result <- list(id = id, data = data, analysis = c(list(riskset = 1), analysis),
                 expected = expected, tolerance = tolerance,
                 source = paste0(source, "; ", versions))
  if (!is.null(note)) result$note <- note
  result
}

# One line for each expectation, so that a changed number is one changed line.
case_text <- function(x) {
  head <- x[setdiff(names(x), "expected")]
  lines <- paste0("    ", encodeString(names(head), quote = "\""), ": ", vapply(head, json, ""))
  expected <- paste0("      ", vapply(x$expected, json, ""), collapse = ",\n")
  lines <- c(lines, paste0("    \"expected\": [\n", expected, "\n    ]"))
  paste0("  {\n", paste(lines, collapse = ",\n"), "\n  }")
}

write_cases <- function(file, cases) {
  ids <- vapply(cases, function(x) x$id, "")
  stopifnot(!anyDuplicated(ids))
  text <- paste0("[\n", paste(vapply(cases, case_text, ""), collapse = ",\n"), "\n]")
  writeLines(text, file.path("cases", file), useBytes = TRUE)
}

read_data <- function(file) {
  read.csv(file.path("data", file), na.strings = c("", "NA"), check.names = TRUE)
}

# Category columns with declared levels become factors with these levels.
with_levels <- function(data, columns) {
  for (name in intersect(names(columns), names(data))) {
    levels <- columns[[name]]$levels
    if (!is.null(levels)) data[[name]] <- factor(data[[name]], levels = unclass(levels))
  }
  data
}

# A column of the analysis file; without levels, these come by first appearance.
category <- function(...) {
  c(list(type = "category"), if (...length()) list(levels = I(c(...))))
}
number <- list(type = "number")

endpoint <- function(time, event, levels = "1") {
  list(time = time, event = event, eventLevels = I(as.character(levels)))
}

at <- function(pointer, value) list(list(at = pointer, value = value))
either <- function(...) list(either = list(...))
has_warning <- function(result, code) {
  list(list(at = sprintf("/results/%d/warnings", result), hasCode = code))
}

# fields("/a/b", x = 1, y = 2): expectations on /a/b/x and /a/b/y.
# (The dot keeps a field named p from being taken for the pointer.)
fields <- function(.at, ...) {
  values <- list(...)
  unname(Map(function(name, value) list(at = paste0(.at, "/", name), value = value),
             names(values), values))
}

# Interval that is not estimable as soon as one limit is not.
interval <- function(pointer, limits) {
  if (any(is.nan(limits))) limits <- c(NA, NA)
  fields(pointer, lower = limits[1], upper = limits[2])
}

# A small p must be right in its digits, not just small. Its relative error is that of the statistic
# times the statistic itself, so it has a tolerance of its own.
p_value <- function(pointer, p) {
  expectation <- list(at = paste0(pointer, "/p"), value = p)
  if (is.finite(p) && p < 1e-3) expectation$tolerance <- list(rel = 1e-6, abs = 0)
  list(expectation)
}

chi_square <- function(pointer, statistic, df, p = pchisq(statistic, df, lower.tail = FALSE)) {
  c(fields(pointer, chiSquare = statistic, df = df), p_value(pointer, p))
}
