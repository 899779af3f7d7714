#include "core/linear/products.h"

#include <algorithm>
#include <cstring>

namespace riskset {
namespace {

using Eigen::Index;

// Two doubles in one register, in the vector extension that GCC and Clang share.
using Pair = double __attribute__((vector_size(16)));

// Rows taken together: their weighted columns stay in the nearest cache.
constexpr Index kChunk = 256;

Pair load(const double* at) {
  Pair pair;
  std::memcpy(&pair, at, sizeof pair);
  return pair;
}

double sumOf(Pair pair) {
  return pair[0] + pair[1];
}

struct Columns {
  const double* first;
  Index stride;

  const double* column(Index j) const { return first + j * stride; }
};

// Two columns against two: each value read serves two products.
void addBlock(Matrix& total, const Columns& left, const Columns& right, Index rows, Index j,
              Index k) {
  const double* a0 = left.column(j);
  const double* a1 = left.column(j + 1);
  const double* b0 = right.column(k);
  const double* b1 = right.column(k + 1);
  Pair s00{}, s01{}, s10{}, s11{};
  Index row = 0;
  for (; row + 2 <= rows; row += 2) {
    const Pair x0 = load(a0 + row), x1 = load(a1 + row);
    const Pair y0 = load(b0 + row), y1 = load(b1 + row);
    s00 += x0 * y0;
    s01 += x0 * y1;
    s10 += x1 * y0;
    s11 += x1 * y1;
  }
  double t00 = sumOf(s00), t01 = sumOf(s01), t10 = sumOf(s10), t11 = sumOf(s11);
  if (row < rows) {
    t00 += a0[row] * b0[row];
    t01 += a0[row] * b1[row];
    t10 += a1[row] * b0[row];
    t11 += a1[row] * b1[row];
  }
  total(j, k) += t00;
  if (k + 1 <= j) total(j, k + 1) += t01;
  total(j + 1, k) += t10;
  total(j + 1, k + 1) += t11;
}

// Four sums at a time: one alone waits for each addition to end.
double sumOfProducts(const double* a, const double* b, Index rows) {
  Pair first{}, second{};
  Index row = 0;
  for (; row + 4 <= rows; row += 4) {
    first += load(a + row) * load(b + row);
    second += load(a + row + 2) * load(b + row + 2);
  }
  double all = sumOf(first + second);
  for (; row < rows; ++row)
    all += a[row] * b[row];
  return all;
}

void addColumns(Matrix& total, const Columns& left, const Columns& right, Index rows) {
  const Index width = total.cols();
  Index j = 0;
  for (; j + 2 <= width; j += 2) {
    for (Index k = 0; k <= j; k += 2)
      addBlock(total, left, right, rows, j, k);
  }
  if (j < width) {
    for (Index k = 0; k <= j; ++k)
      total(j, k) += sumOfProducts(left.column(j), right.column(k), rows);
  }
}

}  // namespace

Vector product(const Matrix& a, const Vector& b) {
  Vector total = Vector::Zero(a.rows());
  for (Index from = 0; from < a.rows(); from += kChunk) {
    const Index rows = std::min(kChunk, a.rows() - from);
    double* out = total.data() + from;
    for (Index j = 0; j < a.cols(); ++j) {
      const double* column = a.data() + j * a.rows() + from;
      const double factor = b.data()[j];
      if (factor == 0) continue;  // as all are where a maximum is looked for from 0
      for (Index row = 0; row < rows; ++row)
        out[row] += factor * column[row];
    }
  }
  return total;
}

Vector productOfTransposed(const Matrix& a, const Vector& b) {
  Vector total(a.cols());
  for (Index j = 0; j < a.cols(); ++j)
    total(j) = sumOfProducts(b.data(), a.data() + j * a.rows(), a.rows());
  return total;
}

Matrix product(const Matrix& a, const Matrix& b) {
  Matrix total(a.rows(), b.cols());
  for (Index j = 0; j < b.cols(); ++j) {
    const Vector column = product(a, Vector(b.col(j)));
    std::copy_n(column.data(), column.size(), total.data() + j * total.rows());
  }
  return total;
}

void addProducts(Matrix& total, const Matrix& left, const Matrix& right) {
  addColumns(total, {left.data(), left.rows()}, {right.data(), right.rows()}, left.rows());
}

void addWeightedProducts(Matrix& total, const Matrix& x, const Vector& weight) {
  addWeightedProducts(total, {x.data(), x.rows(), x.rows()}, weight.data());
}

void addWeightedProducts(Matrix& total, const ColumnBlock& x, const double* weight) {
  Matrix weighted(kChunk, total.cols());
  for (Index from = 0; from < x.rows; from += kChunk) {
    const Index rows = std::min(kChunk, x.rows - from);
    for (Index j = 0; j < total.cols(); ++j) {
      const double* column = x.first + j * x.stride + from;
      double* own = weighted.data() + j * kChunk;
      for (Index row = 0; row < rows; ++row)
        own[row] = weight[from + row] * column[row];
    }
    addColumns(total, {weighted.data(), kChunk}, {x.first + from, x.stride}, rows);
  }
}

void addWeightedSums(Vector& total, const ColumnBlock& x, const double* weight) {
  for (Index j = 0; j < total.size(); ++j)
    total(j) += sumOfProducts(weight, x.first + j * x.stride, x.rows);
}

void copyLowerToUpper(Matrix& symmetric) {
  for (Index j = 0; j < symmetric.cols(); ++j) {
    for (Index k = 0; k < j; ++k)
      symmetric(k, j) = symmetric(j, k);
  }
}

}  // namespace riskset
