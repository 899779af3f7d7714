// Generalised Cholesky decomposition of an information matrix, A = L D L', without pivoting: the
// columns keep their order, and a column that earlier ones determine gets a zero pivot and is left
// out, so that of two collinear covariates the later is dropped and the others are unchanged.
//
// Source: Therneau TM, Grambsch PM (2000), Modeling Survival Data, Springer
// (doi:10.1007/978-1-4757-3294-8), whose software uses the same decomposition.
#pragma once

#include <vector>

#include "core/linear/matrix.h"

namespace riskset {

class GeneralisedCholesky {
 public:
  // A pivot below `tolerance` times its own diagonal element counts as zero: for an information
  // matrix the ratio is 1 - R^2 of the column on those before it.
  explicit GeneralisedCholesky(const Matrix& symmetric, double tolerance = 1e-11);

  bool dropped(Eigen::Index column) const { return pivots_(column) == 0; }
  int rank() const;
  double logDeterminant() const;  // of the kept columns

  // x with A x = b over the kept columns; zero in the dropped ones.
  Vector solve(const Vector& b) const;

  // The generalised inverse: that of the kept columns, zero in the dropped ones.
  Matrix inverse() const;

 private:
  Matrix lower_;   // unit lower triangular
  Vector pivots_;  // the diagonal of D
};

// A with the rows and columns that are left out set to 0: the decomposition drops them.
Matrix withoutColumns(Matrix symmetric, const std::vector<bool>& left);

// b' A^- b, the quadratic form of a chi-square statistic.
double quadraticForm(const GeneralisedCholesky& a, const Vector& b);

}  // namespace riskset
