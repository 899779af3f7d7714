// What the regression models of this folder share.
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <string>

#include "core/base/estimate.h"

namespace riskset {

// Firth's adds half the log determinant of the information to the log-likelihood.
BOOST_DEFINE_ENUM_CLASS(Penalty, none, firth)

// Likelihood-ratio test of one term: the model with it against the model without.
struct TermLikelihoodRatio {
  std::string name;
  ChiSquareTest test;
};
BOOST_DESCRIBE_STRUCT(TermLikelihoodRatio, (), (name, test))

// A ratio above exp(30) = 1e13, or below its inverse, is a unit chosen too large.
inline constexpr double kLargestLogRatio = 30;

}  // namespace riskset
