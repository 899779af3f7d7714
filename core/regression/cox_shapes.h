// What a Cox model says beyond one hazard ratio per term: the curve of a number that enters by a
// spline, and the hazard ratio of a term in each period of follow-up.
#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/regression/cox_table.h"

namespace riskset {

// The hazard ratio against the median of the values, at `value` from the smallest to the largest,
// with pointwise limits. `nonlinearity`: likelihood-ratio test against the model in which the term
// is linear.
struct SplineCurve {
  std::string name;
  std::vector<double> knots;
  double reference = 0;
  std::vector<double> value;
  std::vector<std::optional<double>> hr, lower, upper;
  std::optional<ChiSquareTest> nonlinearity;
};
BOOST_DESCRIBE_STRUCT(SplineCurve, (),
                      (name, knots, reference, value, hr, lower, upper, nonlinearity))

// Follow-up after `from`, up to `to`; the last period has no end.
struct HazardRatioPeriod {
  double from = 0;
  std::optional<double> to;
  int n = 0, events = 0;  // rows watched in it
  std::vector<CoxRow> rows;
};
BOOST_DESCRIBE_STRUCT(HazardRatioPeriod, (), (from, to, n, events, rows))

// `constant`: likelihood-ratio test against one hazard ratio throughout.
struct PiecewiseHazardRatio {
  std::string name;
  std::vector<HazardRatioPeriod> periods;
  std::optional<ChiSquareTest> constant;
};
BOOST_DESCRIBE_STRUCT(PiecewiseHazardRatio, (), (name, periods, constant))

// The middle value, of an even number the mean of the two; of one value at least.
double medianOf(std::vector<double> values);

// One for each spline among the terms. `model` is that of the data and settings, converged.
std::vector<SplineCurve> splineCurves(const CoxData& data, const CoxSettings& settings,
                                      const CoxModel& model);

// Of the term at `term`, no interaction being among the terms; ascending `times` above 0. Empty
// when the model with the periods does not converge.
std::optional<PiecewiseHazardRatio> piecewiseHazardRatio(const CoxData& data,
                                                         const CoxSettings& settings,
                                                         const CoxModel& model, std::size_t term,
                                                         const std::vector<double>& times);

}  // namespace riskset
