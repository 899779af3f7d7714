# Cases on small tables that a script writes itself.

edge_case <- function(id, data, columns, analyses, expected, tolerance, note = NULL) {
  file <- sprintf("data/edge_%s.csv", id)
  write.csv(data, file, row.names = FALSE, quote = FALSE)
  case(paste0("edge_", id), file,
       list(columns = columns[names(data)], endpoints = list(E = endpoint("time", "event")),
            analyses = lapply(analyses, function(x) c(x, endpoint = "E"))),
       expected, tolerance, "survival::survfit, survdiff, coxph", note)
}

# The analysis is refused with this problem.
refused <- function(result, code) {
  c(at(sprintf("/results/%d/ok", result), FALSE),
    at(sprintf("/results/%d/problem/code", result), code))
}
