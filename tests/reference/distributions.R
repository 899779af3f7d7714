# Tail probabilities and quantiles, down to 1e-300.
source("lib/cases.R")

relative <- function(rel) list(rel = rel, abs = 0)

distribution_case <- function(id, options, values, tolerance, source) {
  case(id, NULL, list(analyses = list(c(list(method = "distribution"), options))),
       at("/results/0/value/values", I(values)), tolerance, paste0("distributions.R: ", source))
}

# Both tails, and the quantiles of both: `p` and `q` are R's functions.
both_tails <- function(id, distribution, parameters, x, probabilities, p, q, tolerance) {
  lapply(list(
    list("lower", "x", x, p(x, TRUE)), list("upper", "x", x, p(x, FALSE)),
    list("lower", "p", probabilities, q(probabilities, TRUE)),
    list("upper", "p", probabilities, q(probabilities, FALSE))
  ), function(one) {
    asked <- list(I(one[[3]]))
    names(asked) <- one[[2]]
    options <- c(list(distribution = distribution, tail = one[[1]]), parameters, asked)
    what <- if (one[[2]] == "x") "p" else "q"
    distribution_case(sprintf("%s_%s_%s", what, id, one[[1]]), options, one[[4]], tolerance,
                      paste(what, distribution))
  })
}

probabilities <- c(1e-300, 1e-200, 1e-100, 1e-50, 1e-20, 1e-8, 0.001, 0.025, 0.3, 0.49, 0.51, 0.8,
                   0.975, 0.9999)

normal <- both_tails(
  "normal", "normal", list(), c(-37, -30, -12, -5.5, -1, -1e-9, 0, 0.3, 1.96, 8, 20, 37),
  probabilities, function(x, lower) pnorm(x, lower.tail = lower),
  function(p, lower) qnorm(p, lower.tail = lower), relative(1e-10)
)

# The largest value of each lets the tail be about 1e-300.
chi_square_of <- function(df) {
  both_tails(
    sprintf("chi_square_%g", df), "chiSquare", list(df = df),
    c(1e-10, 0.001, 0.5, 3.84, 20, 100, 400, qchisq(1e-300, df, lower.tail = FALSE)), probabilities,
    function(x, lower) pchisq(x, df, lower.tail = lower),
    function(p, lower) qchisq(p, df, lower.tail = lower), relative(1e-10)
  )
}

# R's qt loses digits below 1e-200 (2e-8 at 1e-300 with 3.7 degrees of freedom).
t_of <- function(df) {
  both_tails(
    sprintf("t_%g", df), "t", list(df = df), c(-40, -6, -1.5, -1e-8, 0, 0.2, 1, 3, 12, 1000),
    probabilities[-(1:2)], function(x, lower) pt(x, df, lower.tail = lower),
    function(p, lower) qt(p, df, lower.tail = lower), relative(1e-10)
  )
}

rank_sum_of <- function(m, n) {
  both_tails(
    sprintf("rank_sum_%d_%d", m, n), "rankSum", list(m = m, n = n),
    floor(c(-1, 0, 1, 0.1 * m * n, 0.35 * m * n, 0.5 * m * n, 0.81 * m * n, m * n - 1, m * n)),
    c(1e-12, 0.001, 0.025, 0.31, 0.77, 0.975),
    function(x, lower) pwilcox(x, m, n, lower.tail = lower),
    function(p, lower) qwilcox(p, m, n, lower.tail = lower), relative(1e-10)
  )
}

write_cases("distributions.json", c(
  normal,
  unlist(lapply(c(0.5, 1, 2, 3, 4, 9, 17.5, 60, 250), chi_square_of), recursive = FALSE),
  unlist(lapply(c(1, 2, 3.7, 5, 11, 29, 83.4, 500, 1e6), t_of), recursive = FALSE),
  unlist(Map(rank_sum_of, c(1L, 2L, 5L, 7L, 10L, 34L, 49L, 3L), c(1L, 9L, 5L, 12L, 10L, 40L, 48L, 60L)),
         recursive = FALSE)
))
