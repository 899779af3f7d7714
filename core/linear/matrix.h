// Dense matrices. This folder is the only one that includes Eigen; others use these names.
#pragma once

#include <Eigen/Core>

namespace riskset {

using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;

}  // namespace riskset
