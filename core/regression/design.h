// Design matrix of a regression: numbers as they are or by a spline, factors as indicators of each
// level but the first (treatment contrasts; levels[0] is the reference), interactions as products
// of the columns of two terms. Columns of a spline are its levels "spline 1", "spline 2" ...
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/base/column.h"
#include "core/linear/matrix.h"

namespace riskset {

struct NumericTerm {
  std::string name;
  std::vector<double> values;
};

struct FactorTerm {
  std::string name;
  std::vector<std::string> levels;
  std::vector<int> codes;  // every row has one
};

// A number by a restricted cubic spline (spline.h).
struct SplineTerm {
  std::string name;
  std::vector<double> values, knots;
};

struct InteractionTerm {
  std::string name;
  std::size_t first, second;  // positions among the terms, before this one; may be interactions
};

using Term = std::variant<NumericTerm, FactorTerm, SplineTerm, InteractionTerm>;

// One coefficient or, for a reference level, none.
struct DesignRow {
  std::string term;
  std::string level;  // empty for a number
  int column = -1;    // in the matrix; -1 for the reference level
};

struct TermColumns {
  std::string name;
  Eigen::Index first, count;
};

struct Design {
  Matrix x;                     // patients x coefficients
  std::vector<DesignRow> rows;  // as a table shows them: reference level first
  std::vector<TermColumns> terms;
};

Design designMatrix(const std::vector<Term>& terms, Eigen::Index patients);

// The width of that matrix.
Eigen::Index coefficientsOf(const std::vector<Term>& terms);

// Which coefficients go with the term at `left`: its own, and those of interactions it is part of.
std::vector<bool> columnsWith(const Design& design, const std::vector<Term>& terms,
                              std::size_t left);

const std::string& nameOf(const Term& term);

}  // namespace riskset
