#include "core/regression/cox_shapes.h"

#include <algorithm>
#include <cmath>

#include "core/distributions/distributions.h"
#include "core/regression/spline.h"
#include "core/regression/time_split.h"

namespace riskset {
namespace {

using Eigen::Index;

constexpr int kPoints = 61;

// Of two nested models, by the plain likelihood; a penalised one is not compared.
std::optional<ChiSquareTest> compare(double logLik, int coefficients, double less, int fewer,
                                     Penalty penalty) {
  const int df = coefficients - fewer;
  if (penalty == Penalty::firth || df < 1) return {};
  const double chiSquare = std::max(0.0, 2 * (logLik - less));
  return ChiSquareTest{chiSquare, df, chiSquareP(chiSquare, df)};
}

SplineCurve curveOf(const SplineTerm& term, const CoxModel& model, double level) {
  SplineCurve curve;
  curve.name = term.name;
  curve.knots = term.knots;
  curve.reference = medianOf(term.values);
  const auto [smallest, largest] = std::minmax_element(term.values.begin(), term.values.end());
  for (int i = 0; i < kPoints; ++i)
    curve.value.push_back(*smallest + (*largest - *smallest) * i / (kPoints - 1));

  // The places of the spline's columns among the coefficients.
  std::vector<std::size_t> places;
  std::vector<double> coefs;
  std::size_t place = 0;
  for (const CoxRow& row : model.terms) {
    if (row.reference) continue;
    if (row.name == term.name && row.coef) {
      places.push_back(place);
      coefs.push_back(*row.coef);
    }
    ++place;
  }
  const auto columns = splineColumns(curve.value, term.knots);
  const std::vector<double> middle{curve.reference};
  const auto reference = splineColumns(middle, term.knots);
  const std::size_t size = curve.value.size();
  curve.hr.resize(size);
  curve.lower.resize(size);
  curve.upper.resize(size);
  if (places.size() != columns.size()) return curve;  // a column is aliased or runs off
  const double critical = normalCritical(level);
  for (std::size_t i = 0; i < size; ++i) {
    double log = 0, variance = 0;
    const auto difference = [&](std::size_t j) {
      return columns[j](static_cast<Index>(i)) - reference[j](0);
    };
    for (std::size_t j = 0; j < places.size(); ++j) {
      log += coefs[j] * difference(j);
      for (std::size_t k = 0; k < places.size(); ++k)
        variance +=
            difference(j) * difference(k) * model.covariance[places[j]][places[k]].value_or(0);
    }
    const double half = critical * std::sqrt(std::max(0.0, variance));
    const auto ratio = [](double of) {
      return std::abs(of) > kLargestLogRatio ? std::optional<double>() : std::exp(of);
    };
    curve.hr[i] = ratio(log);
    curve.lower[i] = ratio(log - half);
    curve.upper[i] = ratio(log + half);
  }
  return curve;
}

}  // namespace

double medianOf(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const std::size_t middle = values.size() / 2;
  return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

std::vector<SplineCurve> splineCurves(const CoxData& data, const CoxSettings& settings,
                                      const CoxModel& model) {
  std::vector<SplineCurve> curves;
  for (std::size_t i = 0; i < data.terms.size(); ++i) {
    const auto* spline = std::get_if<SplineTerm>(&data.terms[i]);
    if (!spline) continue;
    SplineCurve curve = curveOf(*spline, model, settings.level);
    CoxData linear = data;
    linear.terms[i] = NumericTerm{spline->name, spline->values};
    const CoxEffects less = coxEffects(linear, settings);
    if (less.converged) {
      curve.nonlinearity = compare(model.logLik, coefficientsOf(model.terms), less.logLik,
                                   coefficientsOf(less.terms), settings.penalty);
    }
    curves.push_back(std::move(curve));
  }
  return curves;
}

std::optional<PiecewiseHazardRatio> piecewiseHazardRatio(const CoxData& data,
                                                         const CoxSettings& settings,
                                                         const CoxModel& model, std::size_t term,
                                                         const std::vector<double>& times) {
  const TimeSplit split = splitAt(data, term, times);
  const CoxEffects effects = coxEffects(split.data, settings);
  if (!effects.converged) return {};
  PiecewiseHazardRatio result;
  result.name = nameOf(data.terms[term]);
  std::vector<CoxRow> own;
  for (const CoxRow& row : effects.terms) {
    if (row.name == result.name) own.push_back(row);
  }
  const std::size_t each = own.size() / (times.size() + 1);
  for (std::size_t k = 0; k <= times.size(); ++k) {
    HazardRatioPeriod period;
    if (k > 0) period.from = times[k - 1];
    if (k < times.size()) period.to = times[k];
    period.n = split.rowsIn[k];
    period.events = split.eventsIn[k];
    const auto first = own.begin() + static_cast<std::ptrdiff_t>(k * each);
    period.rows.assign(first, first + static_cast<std::ptrdiff_t>(each));
    result.periods.push_back(std::move(period));
  }
  result.constant = compare(effects.logLik, coefficientsOf(effects.terms), model.logLik,
                            coefficientsOf(model.terms), settings.penalty);
  return result;
}

}  // namespace riskset
