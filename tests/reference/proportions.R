# Proportions and 2x2 tables from counts, down to empty arms and up to 10,000.
source("lib/cases.R")
source("lib/two_by_two.R")

proportion_case <- function(x, n, level, null = 0.3) {
  case(sprintf("proportion_%d_of_%d_%g", x, n, 100 * level), NULL,
       list(analyses = list(list(id = "rate", method = "proportion", counts = list(x = x, n = n),
                                 level = level, null = null))),
       c(expect_proportion("/results/0/value/groups/0", x, n, level),
         expect_exact_test("/results/0/value/groups/0", x, n, null)),
       closed_form, "proportions.R: binom.test, prop.test(correct = FALSE), qbeta, pbinom; others by formula")
}

two_proportions_case <- function(x1, n1, x2, n2, level) {
  case(sprintf("two_proportions_%d_%d_%d_%d_%g", x1, n1, x2, n2, 100 * level), NULL,
       list(analyses = list(list(id = "comparison", method = "compareProportions", level = level,
                                 counts = list(x1 = x1, n1 = n1, x2 = x2, n2 = n2)))),
       expect_comparison("/results/0/value", x1, n1, x2, n2, level),
       closed_form, "proportions.R: chisq.test, fisher.test; intervals by formula")
}

counts <- list(
  c(0, 1), c(1, 1), c(0, 5), c(5, 5), c(1, 7), c(6, 7), c(3, 17), c(0, 49), c(13, 49), c(33, 83),
  c(83, 83), c(1, 1000), c(999, 1000), c(137, 1000), c(0, 10000), c(1, 10000), c(4321, 10000),
  c(10000, 10000)
)
proportions <- c(
  lapply(counts, function(x) proportion_case(x[1], x[2], 0.95)),
  lapply(counts[c(3, 7, 9, 17)], function(x) proportion_case(x[1], x[2], 0.9)),
  lapply(counts[c(3, 7, 9, 17)], function(x) proportion_case(x[1], x[2], 0.99))
)

# Small tables in every combination of small, empty and full arms, then clinical sizes, then large.
tables <- list(
  c(0, 1, 0, 1), c(1, 1, 1, 1), c(0, 1, 1, 1), c(0, 2, 2, 2), c(1, 2, 1, 2), c(0, 3, 1, 4),
  c(2, 3, 1, 4), c(3, 3, 0, 4), c(3, 3, 4, 4), c(0, 5, 0, 9), c(5, 5, 4, 9), c(1, 5, 9, 9),
  c(0, 20, 1, 20), c(0, 20, 6, 20), c(19, 20, 20, 20), c(1, 100, 1, 3), c(2, 3, 50, 100),
  c(0, 100, 1, 1), c(7, 7, 1, 15), c(4, 16, 4, 16), c(5, 10, 5, 10), c(8, 16, 8, 17),
  c(10, 20, 5, 20), c(5, 20, 10, 20), c(12, 18, 7, 19), c(9, 25, 3, 24), c(1, 30, 8, 31),
  c(11, 37, 19, 41), c(13, 49, 12, 34), c(16, 48, 2, 33), c(40, 48, 13, 33), c(28, 34, 12, 21),
  c(9, 15, 2, 13), c(3, 83, 80, 83), c(41, 83, 42, 83), c(22, 61, 35, 59), c(17, 120, 31, 118),
  c(60, 120, 61, 120), c(5, 150, 14, 148), c(75, 150, 120, 150), c(2, 210, 0, 205),
  c(101, 210, 84, 205), c(33, 300, 57, 300), c(299, 300, 290, 300), c(150, 300, 150, 300),
  c(12, 400, 3, 80), c(250, 500, 240, 480), c(0, 1000, 3, 1000), c(0, 1000, 0, 1000),
  c(1000, 1000, 997, 1000), c(510, 1000, 480, 1000), c(137, 1000, 201, 1000),
  c(1, 10000, 8, 10000), c(0, 10000, 10, 10000), c(5000, 10000, 5100, 10000),
  c(4000, 10000, 4400, 10000), c(9990, 10000, 9950, 10000), c(3, 10, 3000, 10000),
  c(9, 10, 3000, 10000), c(2500, 10000, 20, 100), c(700, 10000, 800, 9000)
)
at_level <- function(tables, level) {
  lapply(tables, function(x) two_proportions_case(x[1], x[2], x[3], x[4], level))
}
some <- c(5, 14, 26, 41, 56)
two_proportions <- c(at_level(tables, 0.95), at_level(tables[some], 0.9),
                     at_level(tables[some], 0.99))

# Three arms: each against the first, and all at once. Patients of unknown differentiation are left
# out.
colon <- read_data("colon_death.csv")
colon <- colon[!is.na(colon$differ), ]
arms <- c("Obs", "Lev", "Lev+5FU")
n <- table(factor(colon$rx, arms))
poor <- table(factor(colon$rx, arms)[colon$differ == 3])
three_arms <- case(
  "proportions_of_three_arms", "data/colon_death.csv",
  list(columns = list(rx = category(arms), differ = category("1", "2", "3")),
       analyses = list(list(id = "rates", method = "proportion", column = "differ", levels = "3",
                            by = "rx"),
                       list(id = "comparison", method = "compareProportions", column = "differ",
                            levels = "3", by = "rx"))),
  c(at("/results/0/used", nrow(colon)),
    unlist(lapply(1:3, function(i) {
      c(fields(sprintf("/results/0/value/groups/%d", i - 1), label = arms[i]),
        expect_proportion(sprintf("/results/0/value/groups/%d", i - 1), poor[[i]], n[[i]]))
    }), recursive = FALSE),
    fields("/results/1/value", a = arms[2], b = arms[1]),
    expect_comparison("/results/1/value", poor[[2]], n[[2]], poor[[1]], n[[1]]),
    fields("/results/1/value/others/0", a = arms[3], b = arms[1]),
    expect_comparison("/results/1/value/others/0", poor[[3]], n[[3]], poor[[1]], n[[1]]),
    expect_chisq_test("/results/1/value/overall", rbind(poor, n - poor), correct = FALSE)),
  closed_form, "proportions.R: chisq.test, fisher.test; intervals by formula"
)

write_cases("proportions.json", proportions)
write_cases("two_proportions.json", c(two_proportions, list(three_arms)))
