// Tables of counts as an analysis file gives them, without a cohort.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/problem.h"

namespace riskset {

using CountTable = std::vector<std::vector<int>>;

inline constexpr int kMostCounted = 1'000'000;       // of one cell
inline constexpr double kMostInAll = 1'000'000'000;  // which an int still holds

Problem refusedCounts(const std::string& why);

// Problem: rows of unequal length, a count below 0 or above kMostCounted, more than kMostInAll.
std::optional<Problem> checkTable(const CountTable& table);
// Also when the table is no square of that size.
std::optional<Problem> checkSquare(const CountTable& table, std::size_t size);

int total(const CountTable& table);

}  // namespace riskset
