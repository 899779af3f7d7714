// Sums of products of columns, the most frequent work of a regression: a few columns, many rows.
//
// Both add to the lower triangle of `total` and leave the rest of it. The order of the additions
// is fixed, two rows side by side, so that every machine gives the same last digit.
#pragma once

#include "core/linear/matrix.h"

namespace riskset {

// a b. Eigen's own product of a matrix is a comdat function that any file may bring, compiled for
// size, into the most frequent loop of all; and it is code by the kilobyte.
Vector product(const Matrix& a, const Vector& b);
Matrix product(const Matrix& a, const Matrix& b);
Vector productOfTransposed(const Matrix& a, const Vector& b);  // a' b

// total(j, k) += left.col(j) . right.col(k) for k <= j.
void addProducts(Matrix& total, const Matrix& left, const Matrix& right);

// Some rows of a matrix: each column begins `stride` numbers after the one before.
struct ColumnBlock {
  const double* first;
  Eigen::Index rows, stride;
};

// total(j, k) += sum over the rows of weight x_j x_k for k <= j.
void addWeightedProducts(Matrix& total, const Matrix& x, const Vector& weight);
void addWeightedProducts(Matrix& total, const ColumnBlock& x, const double* weight);

// total(j) += sum over the rows of weight x_j.
void addWeightedSums(Vector& total, const ColumnBlock& x, const double* weight);

void copyLowerToUpper(Matrix& symmetric);

}  // namespace riskset
