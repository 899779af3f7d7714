// Tail probabilities and quantiles that the methods need. Upper tails are computed as such, never
// as 1 minus a lower one, so that small p values keep their relative precision.
#pragma once

namespace riskset {

// z with P(Z <= z) = p for standard normal Z; p in (0, 1).
double normalQuantile(double p);

// The two-sided critical value z of a normal interval of coverage `level` in (0, 1).
double normalCritical(double level);

// P(Z <= z) and P(Z >= z).
double normalLowerP(double z);
double normalUpperP(double z);

// P(|Z| >= |z|).
double normalTwoSidedP(double z);

// P(X >= chiSquare) and P(X <= chiSquare) for X chi-square with df > 0 degrees of freedom;
// chiSquare >= 0.
double chiSquareP(double chiSquare, double df);
double chiSquareLowerP(double chiSquare, double df);

// x with P(X <= x) = p, and with P(X >= x) = p, for X chi-square; p in (0, 1).
double chiSquareQuantile(double p, double df);
double chiSquareUpperQuantile(double p, double df);

// P(T >= t) for T of Student's t distribution with df >= 1 degrees of freedom.
double tUpperP(double t, double df);

// t with P(T <= t) = p; p in (0, 1).
double tQuantile(double p, double df);

// P(F >= f) for F of the F distribution with df1, df2 > 0 degrees of freedom; f >= 0.
double fUpperP(double f, double df1, double df2);

// x with P(X <= x) = p for X ~ Beta(a, b); p in (0, 1), a, b > 0.
double betaQuantile(double p, double a, double b);

// x with P(X > x) = p: the upper end, without forming 1 - p.
double betaUpperQuantile(double p, double a, double b);

// P(X <= x) and P(X > x) for X ~ Beta(a, b); x in [0, 1], a, b > 0.
double betaLowerP(double x, double a, double b);
double betaUpperP(double x, double a, double b);

// The density of Beta(a, b) at x in (0, 1).
double betaDensity(double x, double a, double b);

}  // namespace riskset
