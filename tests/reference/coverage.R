# The probability that an interval covers the true rate, by enumerating every count: n = 1 ... 40,
# rates 0.01 ... 0.99. A row of each interval is one n.
source("lib/cases.R")
source("lib/two_by_two.R")

rates <- 1:99 / 100

coverage <- function(limits_of) {
  lapply(1:40, function(n) {
    limits <- vapply(0:n, function(x) as.vector(limits_of(x, n)), c(0, 0))
    vapply(rates, function(p) {
      sum(dbinom(0:n, n, p)[limits[1, ] <= p & p <= limits[2, ]])
    }, 0)
  })
}

intervals <- list(
  clopperPearson = coverage(function(x, n) binom.test(x, n)$conf.int),
  wilson = coverage(function(x, n) wilson(x, n, 0.95))
)
stopifnot(min(unlist(intervals$clopperPearson)) >= 0.95)

rows <- function(name) {
  paste0("  \"", name, "\": [\n",
         paste0("    ", vapply(intervals[[name]], json, ""), collapse = ",\n"), "\n  ]")
}
text <- c(paste0("  \"source\": \"coverage.R: binom.test, prop.test, dbinom; ", versions, "\""),
          vapply(names(intervals), rows, ""))
writeLines(paste0("{\n", paste(text, collapse = ",\n"), "\n}"), "enumerated/coverage.json",
           useBytes = TRUE)
