#include "core/linear/cholesky.h"

#include <cmath>

namespace riskset {

using Eigen::Index;

GeneralisedCholesky::GeneralisedCholesky(const Matrix& symmetric, double tolerance)
    : lower_(Matrix::Identity(symmetric.rows(), symmetric.rows())),
      pivots_(Vector::Zero(symmetric.rows())) {
  const Index size = symmetric.rows();
  Matrix rest = symmetric;  // the Schur complement still to be decomposed
  for (Index j = 0; j < size; ++j) {
    const double pivot = rest(j, j);
    const bool keep = symmetric(j, j) > 0 && pivot > tolerance * symmetric(j, j);
    if (!keep) continue;
    pivots_(j) = pivot;
    for (Index i = j + 1; i < size; ++i)
      lower_(i, j) = rest(i, j) / pivot;
    for (Index i = j + 1; i < size; ++i) {
      for (Index k = j + 1; k <= i; ++k)
        rest(i, k) -= lower_(i, j) * pivot * lower_(k, j);
    }
  }
}

int GeneralisedCholesky::rank() const {
  return static_cast<int>((pivots_.array() > 0).count());
}

double GeneralisedCholesky::logDeterminant() const {
  double sum = 0;
  for (Index j = 0; j < pivots_.size(); ++j) {
    if (!dropped(j)) sum += std::log(pivots_(j));
  }
  return sum;
}

Vector GeneralisedCholesky::solve(const Vector& b) const {
  const Index size = b.size();
  Vector x = b;
  for (Index i = 0; i < size; ++i) {
    if (dropped(i)) {
      x(i) = 0;
      continue;
    }
    for (Index j = 0; j < i; ++j)
      x(i) -= lower_(i, j) * x(j);
  }
  for (Index i = 0; i < size; ++i) {
    if (!dropped(i)) x(i) /= pivots_(i);
  }
  for (Index i = size - 1; i >= 0; --i) {
    if (dropped(i)) continue;
    for (Index j = i + 1; j < size; ++j)
      x(i) -= lower_(j, i) * x(j);
  }
  return x;
}

Matrix GeneralisedCholesky::inverse() const {
  const Index size = pivots_.size();
  Matrix inverse(size, size);
  for (Index j = 0; j < size; ++j)
    inverse.col(j) = solve(Vector::Unit(size, j));
  for (Index j = 0; j < size; ++j) {
    if (dropped(j)) inverse.col(j).setZero();
  }
  return inverse;
}

Matrix withoutColumns(Matrix symmetric, const std::vector<bool>& left) {
  for (Index j = 0; j < symmetric.rows(); ++j) {
    if (!left[static_cast<std::size_t>(j)]) continue;
    symmetric.row(j).setZero();
    symmetric.col(j).setZero();
  }
  return symmetric;
}

double quadraticForm(const GeneralisedCholesky& a, const Vector& b) {
  return b.dot(a.solve(b));
}

}  // namespace riskset
