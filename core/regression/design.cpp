#include "core/regression/design.h"

#include <algorithm>
#include <numeric>

#include "core/regression/spline.h"

namespace riskset {
namespace {

using Eigen::Index;

struct Block {
  std::vector<Vector> columns;
  std::vector<std::string> levels;  // of the columns; {""} for a number
};

Block blockOf(const NumericTerm& term) {
  Block block{{}, {""}};
  block.columns.emplace_back(
      Eigen::Map<const Vector>(term.values.data(), static_cast<Index>(term.values.size())));
  return block;
}

Block blockOf(const SplineTerm& term) {
  Block block{splineColumns(term.values, term.knots), {}};
  for (std::size_t j = 1; j <= block.columns.size(); ++j)
    block.levels.push_back("spline " + std::to_string(j));
  return block;
}

Block blockOf(const FactorTerm& term) {
  Block block;
  for (std::size_t level = 1; level < term.levels.size(); ++level) {
    Vector indicator(static_cast<Index>(term.codes.size()));
    for (std::size_t i = 0; i < term.codes.size(); ++i) {
      indicator(static_cast<Index>(i)) = term.codes[i] == static_cast<int>(level) ? 1 : 0;
    }
    block.columns.push_back(std::move(indicator));
    block.levels.push_back(term.levels[level]);
  }
  return block;
}

Block productOf(const Block& first, const Block& second) {
  Block block;
  for (std::size_t j = 0; j < second.columns.size(); ++j) {
    for (std::size_t i = 0; i < first.columns.size(); ++i) {
      block.columns.emplace_back(first.columns[i].cwiseProduct(second.columns[j]));
      const bool both = !first.levels[i].empty() && !second.levels[j].empty();
      block.levels.push_back(first.levels[i] + (both ? ":" : "") + second.levels[j]);
    }
  }
  return block;
}

}  // namespace

const std::string& nameOf(const Term& term) {
  return std::visit([](const auto& held) -> const std::string& { return held.name; }, term);
}

Design designMatrix(const std::vector<Term>& terms, Index patients) {
  Design design;
  std::vector<Block> blocks;
  Index width = 0;
  for (const Term& term : terms) {
    if (const auto* interaction = std::get_if<InteractionTerm>(&term)) {
      blocks.push_back(productOf(blocks[interaction->first], blocks[interaction->second]));
    } else if (const auto* factor = std::get_if<FactorTerm>(&term)) {
      blocks.push_back(blockOf(*factor));
      design.rows.push_back({factor->name, factor->levels.front(), -1});
    } else if (const auto* spline = std::get_if<SplineTerm>(&term)) {
      blocks.push_back(blockOf(*spline));
    } else {
      blocks.push_back(blockOf(std::get<NumericTerm>(term)));
    }
    const Block& block = blocks.back();
    const auto count = static_cast<Index>(block.columns.size());
    design.terms.push_back({nameOf(term), width, count});
    for (std::size_t j = 0; j < block.columns.size(); ++j) {
      design.rows.push_back(
          {nameOf(term), block.levels[j], static_cast<int>(width) + static_cast<int>(j)});
    }
    width += count;
  }
  design.x.resize(patients, width);
  Index at = 0;
  for (const Block& block : blocks) {
    for (const Vector& column : block.columns)
      design.x.col(at++) = column;
  }
  return design;
}

Index coefficientsOf(const std::vector<Term>& terms) {
  std::vector<std::size_t> own;
  for (const Term& term : terms) {
    if (const auto* interaction = std::get_if<InteractionTerm>(&term))
      own.push_back(own[interaction->first] * own[interaction->second]);
    else if (const auto* factor = std::get_if<FactorTerm>(&term))
      own.push_back(factor->levels.size() - 1);
    else if (const auto* spline = std::get_if<SplineTerm>(&term))
      own.push_back(spline->knots.size() - 1);
    else
      own.push_back(1);
  }
  return static_cast<Index>(std::accumulate(own.begin(), own.end(), std::size_t{0}));
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
