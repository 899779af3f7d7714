#include "core/claims/candidate_tables.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/claims/percentages.h"
#include "core/claims/two_arm_tables.h"
#include "core/claims/wording.h"

namespace riskset {
namespace {

std::optional<std::size_t> tableWith(const Candidates& candidates, ClaimMethod method,
                                     const HoldsOfP& holds) {
  std::optional<Interval> range;
  for (std::size_t i = 0; i < candidates.tables.size(); ++i) {
    const auto p = pRangeOf(candidates.tables[i], method);
    if (!p) continue;
    if (holds(*p)) return i;
    if (!range) range = p;
    range = {std::min(range->lower, p->lower), std::max(range->upper, p->upper)};
  }
  if (candidates.thinned && range && holds(*range)) return candidates.tables.size() / 2;
  return {};
}

// The sizes that the percentage of a binary arm may be of.
std::vector<int> sizesOf(const PrintedArm& arm, const PercentCheck& own) {
  if (arm.percents.empty() || isSound(own)) return {arm.n};
  std::vector<int> fewer;
  for (const auto& count : own.evaluable)
    fewer.push_back(count.n);
  return fewer;
}

}  // namespace

Candidates tablesOf(const PossibleRows& first, const PossibleRows& second,
                    ClaimTabulation tabulation) {
  Candidates candidates{{}, first.thinned || second.thinned};
  for (const auto& a : first.rows) {
    for (const auto& b : second.rows) {
      candidates.tables.push_back(tableCheck({a, b}, true));
      candidates.tables.back().tabulation = tabulation;
    }
  }
  return candidates;
}

Candidates evaluableTables(const std::vector<PrintedArm>& arms,
                           const std::vector<PercentCheck>& percentages) {
  Candidates all;
  if (!arms[0].isBinary() || std::all_of(percentages.begin(), percentages.end(), isSound))
    return all;
  const auto first = sizesOf(arms[0], percentages.front());
  const auto second = sizesOf(arms[1], percentages.back());
  for (const int n1 : first) {
    for (const int n2 : second) {
      auto some = tablesOf(possibleRows(arms[0], n1), possibleRows(arms[1], n2),
                           ClaimTabulation::evaluable);
      all.thinned = all.thinned || some.thinned;
      for (auto& table : some.tables)
        all.tables.push_back(std::move(table));
    }
  }
  // Of three or more sizes only some are known.
  all.thinned = all.thinned || first.size() > 2 || second.size() > 2;
  return all;
}

bool findMatch(Candidates& candidates, const Methods& methods, const HoldsOfP& holds,
               ClaimCheck& check) {
  for (const ClaimMethod method : methods) {
    const auto found = tableWith(candidates, method, holds);
    if (!found) continue;
    TableCheck& table = candidates.tables[*found];
    table.matches = {method};
    for (const ClaimMethod other : kUsual) {
      const auto p = pRangeOf(table, other);
      if (other != method && p && holds(*p)) table.matches.push_back(other);
    }
    check.reproducedBy = table.matches;
    check.recomputed.tables = {table};
    return true;
  }
  return false;
}

std::string computedText(const TableCheck& table, const Methods& methods, int decimals) {
  std::vector<std::string> items;
  for (const ClaimMethod method : methods) {
    if (const auto p = pOf(table, method))
      items.push_back(pText(*p, decimals) + " by " + nameOfMethod(method));
  }
  return listedWith(items);
}

std::string tabulationText(const TableCheck& table) {
  const std::string level = std::to_string(table.level);
  switch (table.tabulation) {
    case ClaimTabulation::asPrinted:
      return "";
    case ClaimTabulation::swappedArms:
      return "with the sizes of the two arms exchanged";
    case ClaimTabulation::evaluable:
      return "if so many were evaluable";
    case ClaimTabulation::withUnknown:
      return "with the patients of no printed level as a level of their own";
    case ClaimTabulation::oneAgainstRest:
      return wordsOf({"of level ", level, " against the rest"});
    case ClaimTabulation::mergedNeighbours:
      return table.table.front().size() == 2 ? "of the levels up to " + level + " against the rest"
                                             : "with level " + level + " and the next one merged";
    case ClaimTabulation::withoutLevel:
      return "without level " + level;
  }
  return "";
}

}  // namespace riskset
