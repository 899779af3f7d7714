// Numbers described, compared between groups, and with each other.
#include <algorithm>
#include <limits>

#include "core/analysis/methods/counts.h"
#include "core/analysis/methods/methods.h"

namespace riskset {
namespace {

using Values = std::vector<std::vector<std::optional<double>>>;

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

struct NumberGroups {
  std::vector<std::string> labels;
  std::vector<Sorted> values;
  std::vector<int> missing;
};

Problem notAllowed(const std::string& detail) {
  return {ProblemCode::valueNotAllowed, "", {}, detail};
}

std::vector<double> known(const std::vector<std::optional<double>>& values) {
  std::vector<double> numbers;
  for (const auto& value : values)
    numbers.push_back(value.value_or(kNone));
  return numbers;
}

// Lists of numbers alone: the second is what the first is set against, as of counts.
NumberGroups groupsOf(const Values& values) {
  NumberGroups groups;
  for (std::size_t i = 0; i < values.size(); ++i) {
    groups.labels.push_back(std::to_string(i + 1));
    groups.values.push_back(sorted(known(values[i])));
    groups.missing.push_back(static_cast<int>(values[i].size() - groups.values.back().size()));
  }
  return groups;
}

Result<const Column*> numberColumn(const Study& study, const std::string& name) {
  const auto column = study.column(name);
  if (column && (*column)->type != ColumnType::number)
    return Problem{ProblemCode::columnWrongType, name, {}, "number"};
  return column;
}

Result<NumberGroups> groupsOf(const NumbersOptions& options, const Names& by, Sample& sample) {
  if (!options.column) return Problem{ProblemCode::missingKey, "", {}, "column, or values"};
  const auto column = numberColumn(sample.study(), *options.column);
  if (!column) return column.problem();
  if (const auto problem = sample.open(options)) return *problem;
  if (const auto problem = sample.use(by)) return *problem;
  if (const auto problem = sample.useWithMissing(*options.column)) return *problem;
  if (const auto problem = sample.close()) return *problem;
  const auto factor = sample.grouping(by);
  if (!factor) return factor.problem();
  const auto numbers = sample.numbers(*options.column);
  NumberGroups groups{
      factor->levels, sortedGroups(numbers, factor->codes, factor->levels.size()), {}};
  for (std::size_t group = 0; group < groups.values.size(); ++group) {
    const auto n = std::count(factor->codes.begin(), factor->codes.end(), static_cast<int>(group));
    groups.missing.push_back(static_cast<int>(n - std::ssize(groups.values[group])));
  }
  return groups;
}

std::optional<Problem> check(const NumbersOptions& options) {
  if (const auto problem = checkLevel(options.level)) return problem;
  if (!isQuantileType(options.quantileType)) return notAllowed("quantileType must be 2, 6 or 7");
  for (const double p : options.quantiles) {
    if (!(p >= 0 && p <= 1)) return notAllowed("quantiles must lie between 0 and 1");
  }
  return {};
}

int valuesIn(const NumberGroups& groups) {
  int all = 0;
  for (std::size_t group = 0; group < groups.values.size(); ++group)
    all += static_cast<int>(groups.values[group].size()) + groups.missing[group];
  return all;
}

std::vector<NumbersGroup> described(const NumberGroups& groups, const NumbersOptions& options) {
  std::vector<NumbersGroup> result;
  for (std::size_t group = 0; group < groups.values.size(); ++group) {
    const Sorted& values = groups.values[group];
    NumbersGroup own{describe(values, groups.missing[group], options.quantileType),
                     groups.labels[group],
                     {},
                     {}};
    for (const double p : options.quantiles) {
      own.quantiles.push_back({p, {}});
      if (!values.empty()) own.quantiles.back().value = quantile(values, p, options.quantileType);
    }
    own.shapiroWilk = shapiroWilk(values);
    result.push_back(std::move(own));
  }
  return result;
}

// `against`: where the reference of two stands.
CompareNumbersValue compared(const NumberGroups& groups, const NumbersOptions& options,
                             std::size_t against) {
  CompareNumbersValue value;
  value.groups = described(groups, options);
  value.anova = anovaTest(groups.values);
  value.welchAnova = welchAnovaTest(groups.values);
  value.kruskalWallis = kruskalWallisTest(groups.values);
  value.bartlett = bartlettTest(groups.values);
  value.brownForsythe = brownForsytheTest(groups.values);
  if (groups.values.size() != 2) return value;
  const Sorted &a = groups.values[1 - against], &b = groups.values[against];
  value.a = groups.labels[1 - against];
  value.b = groups.labels[against];
  value.welch = welchTest(a, b, options.level);
  value.student = studentTest(a, b, options.level);
  value.wilcoxon = wilcoxonTest(a, b, options.level);
  value.standardizedDifference = standardizedDifference(a, b);
  return value;
}

Problem oneGroup(const Names& by, const NumberGroups& groups) {
  return {ProblemCode::oneGroup,
          by.empty() ? "" : by.front(),
          {},
          groups.labels.empty() ? "" : groups.labels.front()};
}

}  // namespace

Result<Outcome<DescribeValue>> run(const DescribeOptions& options, const Study& study) {
  if (const auto problem = check(options)) return *problem;
  if (options.values) {
    const auto groups = groupsOf(*options.values);
    return Outcome<DescribeValue>{{described(groups, options)}, valuesIn(groups), {}, {}};
  }
  Sample sample(study);
  const auto groups = groupsOf(options, options.by, sample);
  if (!groups) return groups.problem();
  return sample.answer(DescribeValue{described(*groups, options)});
}

// Of the rows that a derived column is made of: no condition is asked.
Result<Outcome<CutPointsValue>> run(const CutPointsOptions& options, const Study& study) {
  const auto at =
      study.cutPoints({options.cut, options.at, options.quantiles, {}, options.patient, {}});
  if (!at) return at.problem();
  const auto values = study.values(options.cut);
  if (!values) return values.problem();
  Sample sample(study);
  if (const auto problem = sample.use(options.cut)) return *problem;
  return sample.answer(CutPointsValue{*at, groupsAt(*values, *at)});
}

Result<Outcome<CompareNumbersValue>> run(const CompareNumbersOptions& options, const Study& study) {
  if (const auto problem = check(options)) return *problem;
  if (options.values) {
    const auto groups = groupsOf(*options.values);
    if (groups.values.size() < 2) return oneGroup({}, groups);
    return Outcome<CompareNumbersValue>{compared(groups, options, 1), valuesIn(groups), {}, {}};
  }
  const Names by = options.by.empty() && study.file().arm ? Names{*study.file().arm} : options.by;
  if (by.empty()) return Problem{ProblemCode::missingKey, "", {}, "by"};
  Sample sample(study);
  const auto groups = groupsOf(options, by, sample);
  if (!groups) return groups.problem();
  if (groups->values.size() < 2) return oneGroup(by, *groups);
  return sample.answer(compared(*groups, options, 0));
}

Result<Outcome<Correlation>> run(const CorrelationOptions& options, const Study& study) {
  if (const auto problem = checkLevel(options.level)) return *problem;
  const auto notEstimable = [&] {
    return Problem{ProblemCode::notEstimable, options.y.value_or(""), {}, "correlation"};
  };
  if (options.values) {
    if (options.values->size() != 2 ||
        options.values->front().size() != options.values->back().size())
      return notAllowed("values must be two lists of equal length");
    std::vector<double> x, y;
    for (std::size_t i = 0; i < options.values->front().size(); ++i) {
      const auto &first = options.values->front()[i], &second = options.values->back()[i];
      if (!first || !second) continue;
      x.push_back(*first);
      y.push_back(*second);
    }
    const auto result = correlation(x, y, options.level);
    if (!result) return notEstimable();
    return Outcome<Correlation>{*result, result->n, {}, {}};
  }
  if (!options.x || !options.y)
    return Problem{ProblemCode::missingKey, "", {}, "x and y, or values"};
  Sample sample(study);
  if (const auto problem = sample.open(options)) return *problem;
  for (const auto& name : {*options.x, *options.y}) {
    const auto column = numberColumn(study, name);
    if (!column) return column.problem();
    if (const auto problem = sample.use(name)) return *problem;
  }
  if (const auto problem = sample.close()) return *problem;
  const auto result =
      correlation(sample.numbers(*options.x), sample.numbers(*options.y), options.level);
  if (!result) return notEstimable();
  return sample.answer(*result);
}

Result<Outcome<StandardizedDifferenceValue>> run(const StandardizedDifferenceOptions& options,
                                                 const Study& study) {
  if (options.counts) {
    const auto& counts = *options.counts;
    if (counts.size() != 2) return refusedCounts("two rows, one a group");
    if (const auto problem = checkTable(counts)) return *problem;
    return Outcome<StandardizedDifferenceValue>{
        {standardizedDifference(counts[0], counts[1]), "", ""}, total(counts), {}, {}};
  }
  if (!options.column) return Problem{ProblemCode::missingKey, "", {}, "column, or counts"};
  const Names by = options.by.empty() && study.file().arm ? Names{*study.file().arm} : options.by;
  if (by.empty()) return Problem{ProblemCode::missingKey, "", {}, "by"};
  Sample sample(study);
  if (const auto problem = sample.open(options)) return *problem;
  if (const auto problem = sample.use(by)) return *problem;
  if (const auto problem = sample.use(*options.column)) return *problem;
  if (const auto problem = sample.close()) return *problem;
  const auto groups = sample.grouping(by);
  if (!groups) return groups.problem();
  if (groups->levels.size() < 2)
    return Problem{ProblemCode::oneGroup, groups->name, {}, groups->levels.front()};
  if (groups->levels.size() > 2)
    return Problem{
        ProblemCode::twoGroupsOnly, groups->name, {}, std::to_string(groups->levels.size())};
  StandardizedDifferenceValue value{{}, groups->levels[1], groups->levels[0]};
  if ((*study.column(*options.column))->type == ColumnType::number) {
    const auto values = sortedGroups(sample.numbers(*options.column), groups->codes, 2);
    static_cast<StandardizedDifference&>(value) = standardizedDifference(values[1], values[0]);
  } else {
    const auto levels = sample.factor(*options.column);
    if (!levels) return levels.problem();
    std::vector<std::vector<int>> counts(2, std::vector<int>(levels->levels.size()));
    for (std::size_t i = 0; i < groups->codes.size(); ++i)
      ++counts[static_cast<std::size_t>(groups->codes[i])]
              [static_cast<std::size_t>(levels->codes[i])];
    static_cast<StandardizedDifference&>(value) = standardizedDifference(counts[1], counts[0]);
  }
  return sample.answer(std::move(value));
}

}  // namespace riskset
