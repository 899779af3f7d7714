# Cohen's kappa. Its standard errors do not come from the published formula but from the delta
# method itself: the gradient of kappa by the complex step (exact to rounding, as kappa is a ratio of
# polynomials of the shares), with the covariance of a multinomial at the observed shares, and for
# the test at the product of the margins.
source("lib/cases.R")

kappa_weights <- function(k, weights) {
  apart <- abs(outer(seq_len(k), seq_len(k), "-")) / (k - 1)
  switch(weights, none = diag(k), linear = 1 - apart, quadratic = 1 - apart^2)
}

kappa_of <- function(shares, w) {
  expected <- sum(w * outer(rowSums(shares), colSums(shares)))
  (sum(w * shares) - expected) / (1 - expected)
}

delta_error <- function(shares, w, n) {
  gradient <- vapply(seq_along(shares), function(cell) {
    step <- shares + 0i
    step[cell] <- step[cell] + 1e-30i
    Im(kappa_of(step, w)) / 1e-30
  }, 0)
  sqrt((sum(shares * gradient^2) - sum(shares * gradient)^2) / n)
}

expect_kappa <- function(table, weights, level) {
  w <- kappa_weights(nrow(table), weights)
  n <- sum(table)
  shares <- table / n
  kappa <- kappa_of(shares, w)
  chance <- outer(rowSums(shares), colSums(shares))
  error <- delta_error(shares, w, n)
  error_null <- delta_error(chance, w, n)
  limits <- kappa + c(-1, 1) * qnorm((1 + level) / 2) * error
  c(fields("/results/0/value", agreement = sum(w * shares), expectedAgreement = sum(w * chance),
           kappa = kappa, stdError = error, lower = limits[1], upper = limits[2],
           stdErrorNull = error_null, z = kappa / error_null),
    p_value("/results/0/value", 2 * pnorm(-abs(kappa / error_null))))
}

source_text <- "kappa.R: delta method by complex steps"

from_counts <- function(id, table, weights, level = 0.95) {
  case(sprintf("kappa_%s_%s", id, weights), NULL,
       list(analyses = list(list(method = "kappa", weights = weights, level = level,
                                 counts = unname(apply(table, 1, I, simplify = FALSE))))),
       expect_kappa(table, weights, level), closed_form, source_text)
}

square <- function(...) {
  counts <- c(...)
  matrix(counts, sqrt(length(counts)), byrow = TRUE)
}
tables <- list(
  two = square(20, 5, 10, 15), two_opposed = square(1, 12, 14, 3), two_rare = square(118, 5, 4, 2),
  three = square(44, 5, 1, 7, 20, 3, 9, 5, 6), three_gap = square(12, 0, 3, 0, 0, 0, 2, 0, 9),
  four = square(1, 2, 1, 0, 2, 9, 5, 1, 0, 4, 30, 8, 1, 0, 6, 25),
  five_large = square(5000, 310, 20, 4, 1, 280, 4100, 350, 33, 2, 17, 402, 3900, 290, 31, 5, 44, 333,
                      2800, 256, 0, 6, 29, 301, 1900)
)
each_weights <- c("none", "linear", "quadratic")
counted <- unlist(lapply(names(tables), function(id) {
  lapply(each_weights, function(weights) from_counts(id, tables[[id]], weights))
}), recursive = FALSE)
levels <- list(from_counts("three_90", tables$three, "none", 0.9),
               from_counts("four_99", tables$four, "quadratic", 0.99))

# The Karnofsky index as physician and patient rate it: numbers, of which the physicians never gave
# 30 and 40.
lung <- read_data("lung.csv")
rated <- lung[!is.na(lung$ph.karno) & !is.na(lung$pat.karno), ]
index <- sort(unique(c(rated$ph.karno, rated$pat.karno)))
karnofsky <- lapply(each_weights, function(weights) {
  table <- table(factor(rated$ph.karno, index), factor(rated$pat.karno, index))
  case(paste0("kappa_karnofsky_", weights), "data/lung.csv",
       list(columns = list(ph.karno = number, pat.karno = number),
            analyses = list(list(method = "kappa", rows = "ph.karno", columns = "pat.karno",
                                 weights = weights))),
       c(at("/results/0/used", nrow(rated)), at("/results/0/value/levels", as.character(index)),
         at("/results/0/value/table", unname(apply(table, 1, I, simplify = FALSE))),
         expect_kappa(unclass(table), weights, 0.95)),
       closed_form, source_text)
})

write_cases("kappa.json", c(counted, levels, karnofsky))
