# The design of trials and what it takes to overturn a result: sizes and power in closed form, the
# size for two rates also by power.prop.test's own root, the power of Fisher's test by fisher.test on
# every table, Simon's designs by trying all of them, fragility by fisher.test, p.adjust.
source("lib/cases.R")

value <- "/results/0/value"
design <- function(id, options, expected, tolerance = closed_form, source_text = "design.R") {
  case(id, NULL, list(analyses = list(options)), expected, tolerance, source_text)
}

# Sizes and power of a log-rank test.
critical <- function(alpha, sides) qnorm(alpha / sides, lower.tail = FALSE)
mean_of <- list(
  schoenfeld = function(hr, w) abs(log(hr)) * sqrt(w * (1 - w)),
  freedman = function(hr, w) {
    ratio <- (1 - w) / w
    abs(1 - hr) * sqrt(ratio) / (1 + ratio * hr)
  }
)

log_rank_size <- function(hr, alpha, sides, power, w, q) {
  expected <- lapply(names(mean_of), function(name) {
    mean <- mean_of[[name]](hr, w)
    events <- ((critical(alpha, sides) + qnorm(power)) / mean)^2
    fields(paste0(value, "/", name), eventsUnrounded = events, events = ceiling(events),
           power = pnorm(mean * sqrt(ceiling(events)) - critical(alpha, sides)),
           patientsUnrounded = events / q, patients = ceiling(events / q),
           patientsForWholeEvents = ceiling(ceiling(events) / q))
  })
  design(sprintf("size_log_rank_%g_%g_%d_%g_%g_%g", hr, alpha, sides, power, w, q),
         list(method = "sampleSize", hazardRatio = hr, alpha = alpha, sides = sides, power = power,
              allocation = w, eventProbability = q),
         do.call(c, expected))
}

log_rank_power <- function(hr, events, alpha, sides, power, w) {
  z <- critical(alpha, sides)
  detectable <- (z + qnorm(power)) / sqrt(events * w * (1 - w))
  design(sprintf("power_log_rank_%g_%g_%g_%d_%g_%g", hr, events, alpha, sides, power, w),
         list(method = "logRankPower", hazardRatio = hr, events = events, alpha = alpha,
              sides = sides, power = power, allocation = w),
         c(fields(value, power = pnorm(mean_of$schoenfeld(hr, w) * sqrt(events) - z),
                  freedmanPower = pnorm(mean_of$freedman(hr, w) * sqrt(events) - z)),
           fields(paste0(value, "/detectable"), lower = exp(-detectable), upper = exp(detectable))))
}

log_rank <- c(
  apply(expand.grid(hr = c(0.35, 0.74, 1.5), alpha = c(0.05, 0.01), sides = 1:2,
                    power = c(0.8, 0.9), w = c(0.5, 1 / 3), q = c(0.43, 1)), 1,
        function(x) do.call(log_rank_size, as.list(x))),
  apply(expand.grid(hr = c(0.6, 0.95, 2.2), events = c(17, 250), alpha = c(0.05, 0.001), sides = 1:2,
                    power = c(0.8, 0.95), w = c(0.5, 0.75)), 1,
        function(x) do.call(log_rank_power, as.list(x)))
)

# Two rates. The power of Fisher's test is summed over every table, each with fisher.test's own p.
fisher_power <- function(p1, p2, n1, n2, alpha, sides) {
  side <- if (sides == 2) "two.sided" else if (p1 > p2) "greater" else "less"
  rejected <- outer(0:n1, 0:n2, Vectorize(function(x1, x2) {
    fisher.test(matrix(c(x1, n1 - x1, x2, n2 - x2), 2), alternative = side)$p.value < alpha
  }))
  sum(rejected * outer(dbinom(0:n1, n1, p1), dbinom(0:n2, n2, p2)))
}

normal_power <- function(p1, p2, n1, n2, alpha, sides) {
  common <- (n1 * p1 + n2 * p2) / (n1 + n2)
  null <- sqrt(common * (1 - common) * (1 / n1 + 1 / n2))
  pnorm((abs(p1 - p2) - critical(alpha, sides) * null) /
          sqrt(p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2))
}

two_rates_power <- function(p1, p2, n1, n2, alpha = 0.05, sides = 2) {
  design(sprintf("power_rates_%g_%g_%d_%d_%g_%d", p1, p2, n1, n2, alpha, sides),
         list(method = "twoProportionsPower", p1 = p1, p2 = p2, n1 = n1, n2 = n2, alpha = alpha,
              sides = sides),
         fields(value, power = normal_power(p1, p2, n1, n2, alpha, sides),
                fisherPower = fisher_power(p1, p2, n1, n2, alpha, sides)))
}

# The size at which the power is the wanted one: a root, not the formula that the engine has.
two_rates_size <- function(p1, p2, power, w, alpha = 0.05, sides = 2) {
  ratio <- (1 - w) / w
  n1 <- uniroot(function(n) normal_power(p1, p2, n, n * ratio, alpha, sides) - power, c(1, 1e7),
                tol = 1e-9)$root
  if (w == 0.5 && sides == 2) {
    stopifnot(all.equal(n1, power.prop.test(p1 = p1, p2 = p2, power = power, sig.level = alpha,
                                            tol = 1e-10)$n, tolerance = 1e-7))
  }
  corrected <- n1 / 4 * (1 + sqrt(1 + 2 * (1 + ratio) / (n1 * ratio * abs(p1 - p2))))^2
  size <- function(name, n) {
    n2 <- ceiling(n * ratio)
    c(at(sprintf("%s/%s/n1Unrounded", value, name), n),
      fields(paste0(value, "/", name), n1 = ceiling(n), n2 = n2, n = ceiling(n) + n2,
             power = normal_power(p1, p2, ceiling(n), n2, alpha, sides)))
  }
  design(sprintf("size_rates_%g_%g_%g_%g_%g_%d", p1, p2, power, w, alpha, sides),
         list(method = "twoProportionsSampleSize", p1 = p1, p2 = p2, power = power, allocation = w,
              alpha = alpha, sides = sides),
         c(size("uncorrected", n1), size("corrected", corrected)), list(rel = 1e-8, abs = 1e-10))
}

rates <- list(
  two_rates_power(0.3, 0.06, 49, 34), two_rates_power(0.06, 0.3, 34, 49, 0.05, 1),
  two_rates_power(0.5, 0.5001, 12, 7), two_rates_power(0.2, 0.9, 15, 15, 0.01),
  two_rates_power(0, 0.4, 20, 10), two_rates_power(0.99, 0.01, 30, 30),
  two_rates_power(0.7, 0.4, 25, 40, 0.1, 1),
  two_rates_size(0.2, 0.4, 0.8, 0.5), two_rates_size(0.65, 0.5, 0.9, 0.5),
  two_rates_size(0.05, 0.01, 0.8, 2 / 3), two_rates_size(0.1, 0.3, 0.9, 0.25, 0.01),
  two_rates_size(0.8, 0.9, 0.85, 0.5, 0.05, 1), two_rates_size(0.001, 0.002, 0.8, 0.5)
)

# Simon's two stages: every r1 < n1 < n and r1 < r < n, up to n_max.
simon <- function(p0, p1, alpha, power, n_max) {
  all <- NULL
  for (n in 2:n_max) for (n1 in 1:(n - 1)) for (r1 in 0:(n1 - 1)) {
    if (pbinom(r1, n1, p1, lower.tail = FALSE) < power) break
    x <- (r1 + 1):n1
    go <- function(r, p) sum(dbinom(x, n1, p) * pbinom(r - x, n - n1, p, lower.tail = FALSE))
    r <- (r1 + 1):(n - 1)
    a <- vapply(r, go, 0, p0)
    b <- vapply(r, go, 0, p1)
    good <- which(a <= alpha & b >= power)
    if (length(good) == 0) next
    stop <- pbinom(r1, n1, p0)
    all <- rbind(all, data.frame(r1, n1, r = r[good[1]], n, size = n1 + (1 - stop) * (n - n1), stop,
                                 alpha = a[good[1]], power = b[good[1]]))
  }
  all
}

simon_case <- function(p0, p1, alpha, power, n_max) {
  all <- simon(p0, p1, alpha, power, n_max)
  smallest <- all[all$n == min(all$n), ]
  expect <- function(name, x) {
    x <- x[which.min(x$size), ]
    fields(paste0(value, "/", name), r1 = x$r1, n1 = x$n1, r = x$r, n = x$n, expectedSize = x$size,
           stopProbability = x$stop, alpha = x$alpha, power = x$power)
  }
  design(sprintf("simon_%g_%g_%g_%g", p0, p1, alpha, power),
         list(method = "simonTwoStage", p0 = p0, p1 = p1, alpha = alpha, power = power),
         c(expect("optimal", all), expect("minimax", smallest), at(paste0(value, "/exhaustive"), TRUE)))
}

two_stage <- list(
  simon_case(0.05, 0.25, 0.05, 0.8, 40), simon_case(0.1, 0.3, 0.05, 0.8, 45),
  simon_case(0.1, 0.3, 0.1, 0.9, 50), simon_case(0.2, 0.4, 0.05, 0.8, 55),
  simon_case(0.3, 0.5, 0.1, 0.9, 60), simon_case(0.5, 0.7, 0.05, 0.8, 60),
  simon_case(0.7, 0.9, 0.05, 0.9, 50), simon_case(0.05, 0.2, 0.05, 0.9, 60),
  simon_case(0.2, 0.6, 0.01, 0.95, 40), simon_case(0.8, 0.95, 0.1, 0.9, 60)
)

# Fragility.
fragility <- function(x1, n1, x2, n2, alpha = 0.05) {
  p_of <- function(x1, x2) fisher.test(matrix(c(x1, n1 - x1, x2, n2 - x2), 2))$p.value
  path <- p_of(x1, x2)
  first <- x1 / n1 < x2 / n2
  while (tail(path, 1) < alpha) {
    if (first) x1 <- x1 + 1 else x2 <- x2 + 1
    path <- c(path, p_of(x1, x2))
  }
  index <- if (length(path) > 1) length(path) - 1 else NA
  design(sprintf("fragility_%d_%d_%d_%d_%g", x1, n1, x2, n2, alpha),
         list(method = "fragility", alpha = alpha,
              counts = list(x1 = if (first) x1 - length(path) + 1 else x1, n1 = n1,
                            x2 = if (first) x2 else x2 - length(path) + 1, n2 = n2)),
         fields(value, p = path[1], index = index, quotient = index / (n1 + n2), path = I(path),
                changed = if (is.na(index)) NULL else if (first) "1" else "2"))
}

fragile <- list(
  fragility(15, 49, 2, 34), fragility(2, 34, 15, 49, 0.01), fragility(10, 20, 9, 20),
  fragility(0, 30, 12, 30), fragility(30, 30, 12, 30, 0.001), fragility(200, 1000, 130, 1000),
  fragility(5, 5, 0, 5), fragility(3, 400, 40, 800, 0.1)
)

# E-values, from VanderWeele and Ding's formulas.
e_value <- function(measure, estimate, lower, upper, rare) {
  risk_ratio <- function(x) {
    if (rare || measure == "RR") x
    else if (measure == "OR") sqrt(x)
    else (1 - 0.5^sqrt(x)) / (1 - 0.5^sqrt(1 / x))
  }
  e <- function(rr) {
    rr <- max(rr, 1 / rr)
    rr + sqrt(rr * (rr - 1))
  }
  rr <- vapply(c(estimate, lower, upper), risk_ratio, 0)
  limit <- if (rr[2] <= 1 && rr[3] >= 1) 1 else e(if (rr[1] > 1) rr[2] else rr[3])
  design(sprintf("e_value_%s_%g_%s", measure, estimate, if (rare) "rare" else "common"),
         list(method = "eValue", measure = measure, estimate = estimate, lower = lower,
              upper = upper, rareOutcome = rare),
         c(fields(paste0(value, "/riskRatio"), value = rr[1], lower = rr[2], upper = rr[3]),
           fields(value, value = e(rr[1]), limit = limit)))
}

e_values <- unlist(lapply(c("RR", "OR", "HR"), function(measure) {
  unlist(lapply(c(FALSE, TRUE), function(rare) {
    list(e_value(measure, 0.42, 0.25, 0.71, rare), e_value(measure, 0.9, 0.7, 1.16, rare),
         e_value(measure, 1.86, 1.13, 3.07, rare), e_value(measure, 1, 0.8, 1.25, rare),
         e_value(measure, 12, 1, 144, rare))
  }), recursive = FALSE)
}), recursive = FALSE)

# p values adjusted, with ties, zeros, ones and missing ones.
adjusted <- function(id, p) {
  methods <- c("bonferroni", "holm", "hochberg", "hommel", "BH", "BY")
  expected <- lapply(methods, function(method) {
    at(paste0(value, "/", method), I(p.adjust(p, method)))
  })
  design(paste0("adjusted_", id), list(method = "adjustP", p = I(p)), do.call(c, expected))
}

set.seed(11)
several <- list(
  adjusted("two", c(0.04, 0.03)), adjusted("ties", c(0.02, 0.01, 0.02, 0.02, 0.5)),
  adjusted("missing", c(NA, 0.01, 0.2, NA, 0.03)), adjusted("ends", c(0, 1, 1e-300, 0.5)),
  adjusted("all_small", c(0.001, 0.0011, 0.0012)), adjusted("thirty", round(runif(30)^3, 4)),
  adjusted("hundred", rbeta(100, 0.3, 2))
)

write_cases("design.json", c(log_rank, rates, two_stage, fragile, e_values, several))
