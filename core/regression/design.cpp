#include "core/regression/design.h"

#include <algorithm>
#include <numeric>

#include "core/regression/spline.h"

namespace riskset {
namespace {

using Eigen::Index;

using Columns = Eigen::Ref<Matrix>;
using Levels = std::vector<std::string>;  // of the columns of a term; {""} for a number

Levels fill(const NumericTerm& term, Columns columns) {
  std::copy(term.values.begin(), term.values.end(), columns.data());
  return {""};
}

Levels fill(const SplineTerm& term, Columns columns) {
  Levels levels;
  Index at = 0;
  for (const Vector& column : splineColumns(term.values, term.knots)) {
    columns.col(at++) = column;
    levels.push_back("spline " + std::to_string(at));
  }
  return levels;
}

Levels fill(const FactorTerm& term, Columns columns) {
  for (Index at = 0; at < columns.cols(); ++at) {
    for (std::size_t row = 0; row < term.codes.size(); ++row)
      columns(static_cast<Index>(row), at) = term.codes[row] == at + 1 ? 1 : 0;
  }
  return {term.levels.begin() + 1, term.levels.end()};
}

struct Filled {
  Eigen::Ref<const Matrix> columns;
  const Levels& levels;
};

Levels fillWithProducts(const Filled& first, const Filled& second, Columns columns) {
  Levels levels;
  Index at = 0;
  for (std::size_t j = 0; j < second.levels.size(); ++j) {
    for (std::size_t i = 0; i < first.levels.size(); ++i) {
      columns.col(at++) = first.columns.col(static_cast<Index>(i))
                              .cwiseProduct(second.columns.col(static_cast<Index>(j)));
      const bool both = !first.levels[i].empty() && !second.levels[j].empty();
      levels.push_back(first.levels[i] + (both ? ":" : "") + second.levels[j]);
    }
  }
  return levels;
}

// The number of columns of each term.
std::vector<Index> widthsOf(const std::vector<Term>& terms) {
  std::vector<Index> widths;
  for (const Term& term : terms) {
    if (const auto* interaction = std::get_if<InteractionTerm>(&term))
      widths.push_back(widths[interaction->first] * widths[interaction->second]);
    else if (const auto* factor = std::get_if<FactorTerm>(&term))
      widths.push_back(static_cast<Index>(factor->levels.size()) - 1);
    else if (const auto* spline = std::get_if<SplineTerm>(&term))
      widths.push_back(static_cast<Index>(spline->knots.size()) - 1);
    else
      widths.push_back(1);
  }
  return widths;
}

}  // namespace

const std::string& nameOf(const Term& term) {
  return std::visit([](const auto& held) -> const std::string& { return held.name; }, term);
}

Design designMatrix(const std::vector<Term>& terms, Index patients) {
  Design design;
  const auto widths = widthsOf(terms);
  design.x.resize(patients, std::accumulate(widths.begin(), widths.end(), Index{0}));
  std::vector<Levels> levels;
  const auto filled = [&](std::size_t term) -> Filled {
    const TermColumns& own = design.terms[term];
    return {design.x.middleCols(own.first, own.count), levels[term]};
  };
  Index width = 0;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    const Term& term = terms[i];
    auto columns = design.x.middleCols(width, widths[i]);
    if (const auto* interaction = std::get_if<InteractionTerm>(&term)) {
      levels.push_back(
          fillWithProducts(filled(interaction->first), filled(interaction->second), columns));
    } else if (const auto* factor = std::get_if<FactorTerm>(&term)) {
      levels.push_back(fill(*factor, columns));
      design.rows.push_back({factor->name, factor->levels.front(), -1});
    } else if (const auto* spline = std::get_if<SplineTerm>(&term)) {
      levels.push_back(fill(*spline, columns));
    } else {
      levels.push_back(fill(std::get<NumericTerm>(term), columns));
    }
    design.terms.push_back({nameOf(term), width, widths[i]});
    for (const std::string& level : levels.back())
      design.rows.push_back({nameOf(term), level, static_cast<int>(width++)});
  }
  return design;
}

Index coefficientsOf(const std::vector<Term>& terms) {
  const auto widths = widthsOf(terms);
  return std::accumulate(widths.begin(), widths.end(), Index{0});
}

std::vector<bool> columnsWith(const Design& design, const std::vector<Term>& terms,
                              std::size_t left) {
  std::vector<bool> columns(static_cast<std::size_t>(design.x.cols()), false);
  std::vector<bool> gone(terms.size(), false);  // the factors of an interaction stand before it
  for (std::size_t i = left; i < terms.size(); ++i) {
    const auto* interaction = std::get_if<InteractionTerm>(&terms[i]);
    gone[i] = i == left || (interaction && (gone[interaction->first] || gone[interaction->second]));
    if (!gone[i]) continue;
    const TermColumns& own = design.terms[i];
    std::fill_n(columns.begin() + own.first, own.count, true);
  }
  return columns;
}

}  // namespace riskset
