// Whether a number belongs into a Cox model as it is: the martingale residuals of the model
// without it, against it. Where its effect is linear and moderate, their smooth line is straight;
// its shape is roughly that of the effect [1]. The line is that of natural_smooth.h.
//
// [1] Therneau TM, Grambsch PM, Fleming TR (1990). Biometrika 77:147-160.
//     doi:10.1093/biomet/77.1.147
#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/regression/cox_table.h"

namespace riskset {

struct FormSmooth {
  std::vector<double> value, residual;
};
BOOST_DESCRIBE_STRUCT(FormSmooth, (), (value, residual))

// `value` and `residual` of each row; `smooth` is empty where there are too few different values.
struct FunctionalForm {
  std::string name;
  std::vector<int> rows;
  std::vector<double> value, residual;
  std::optional<FormSmooth> smooth;
};
BOOST_DESCRIBE_STRUCT(FunctionalForm, (), (name, rows, value, residual, smooth))

// Of the number or spline at `term`, with the interactions it is part of left out too. Rows by
// their position in the data; ties by Efron or Breslow. Empty when the model without it does not
// converge.
std::optional<FunctionalForm> functionalForm(const CoxData& data, CoxTies ties, std::size_t term);

}  // namespace riskset
