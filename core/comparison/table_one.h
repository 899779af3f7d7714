// Table 1: the patients of each arm and of all, variable by variable.
//
// A variable is shown by its levels (n and the percentage of those with a known value) or by its
// numbers (median and quartiles, mean and standard deviation, range). Patients without a value are
// counted as missing and are in no percentage. Each variable is tested across the arms
// (group_tests.h), and the arms are set against each other by standardised differences.
//
// In a trial a baseline difference is chance by design, and elsewhere a p value says more about the
// number of patients than about the difference: the standardised difference is what to look at [1].
//
// [1] Austin PC (2009). Stat. Med. 28:3083-3107. doi:10.1002/sim.3697
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <string>
#include <vector>

#include "core/base/column.h"
#include "core/comparison/description.h"
#include "core/comparison/group_tests.h"
#include "core/tables/multiplicity.h"

namespace riskset {

// How a variable is shown; what decides on its test by rule. auto: levels of a category, the median
// of numbers.
BOOST_DEFINE_ENUM_CLASS(TableOneSummary, auto_, median, mean, counts)

// One arm's part of a row. `n`: patients with the level, or with a number. Of a level `percent`, of
// numbers the rest; `missing` is of the variable.
struct TableOneCell {
  std::string label;
  int n = 0, missing = 0;
  std::optional<double> percent, mean, sd, median, q1, q3, min, max;
};
BOOST_DESCRIBE_STRUCT(TableOneCell, (),
                      (label, n, missing, percent, mean, sd, median, q1, q3, min, max))

// `level` is empty for numbers, and where nobody has a value.
struct TableOneRow {
  std::string variable, level;
  TableOneSummary summary{};
  TableOneCell overall;
  std::vector<TableOneCell> perArm;
};
BOOST_DESCRIBE_STRUCT(TableOneRow, (), (variable, level, summary, overall, perArm))

// `name` is empty where there is no test.
struct TableOneTest {
  std::string variable;
  std::optional<GroupTestName> name;
  std::optional<double> statistic, df, df2, p, adjustedP, expectedMin;
  std::optional<Interval> interval;
};
BOOST_DESCRIBE_STRUCT(TableOneTest, (),
                      (variable, name, statistic, df, df2, p, adjustedP, expectedMin, interval))

// `b` against `a`: signed for numbers and two levels, else the distance.
struct TableOnePair {
  std::string a, b;
  std::optional<double> value;
};
BOOST_DESCRIBE_STRUCT(TableOnePair, (), (a, b, value))

// Of two arms their difference; of more the largest in size, empty where one of them is.
struct TableOneDifference {
  std::string variable;
  std::optional<double> value;
  std::vector<TableOnePair> pairs;
};
BOOST_DESCRIBE_STRUCT(TableOneDifference, (), (variable, value, pairs))

struct TableOneArm {
  std::string label;
  int n = 0;
};
BOOST_DESCRIBE_STRUCT(TableOneArm, (), (label, n))

// One entry of `rows` for each level or number, of `tests` and `smd` for each variable.
struct TableOne {
  int n = 0;
  std::vector<TableOneArm> arms;  // none without a grouping
  std::vector<TableOneRow> rows;
  std::vector<TableOneTest> tests;
  std::vector<TableOneDifference> smd;
};
BOOST_DESCRIBE_STRUCT(TableOne, (), (n, arms, rows, tests, smd))

// `levels` where it is shown by counts, else `numbers` (NaN: missing). `summary` is not auto.
struct TableOneVariable {
  std::string name;
  TableOneSummary summary{};
  GroupTestChoice test{};
  Factor levels;
  std::vector<double> numbers;
};

struct TableOneRules {
  bool smd = false;
  std::optional<Adjustment> adjust;  // of the p values for each other
  int quantileType = 7;
};

// `arms`: a group for each patient. Without a name it is no grouping, and has one level.
TableOne tableOne(const std::vector<TableOneVariable>& variables, const Factor& arms,
                  const TableOneRules& rules);

}  // namespace riskset
