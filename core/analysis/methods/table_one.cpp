#include "core/analysis/methods/methods.h"
#include "core/base/text.h"

namespace riskset {
namespace {

Problem notAllowed(const std::string& column, const std::string& detail) {
  return {ProblemCode::valueNotAllowed, column, {}, detail};
}

TableOneVariableOption asked(const std::variant<std::string, TableOneVariableOption>& variable) {
  if (const auto* column = std::get_if<std::string>(&variable)) return {*column, {}, {}};
  return *std::get_if<TableOneVariableOption>(&variable);
}

Result<TableOneVariable> variableOf(const TableOneVariableOption& option, Sample& sample) {
  const auto found = sample.study().column(option.column);
  if (!found) return found.problem();
  const Column& column = **found;
  if (column.type == ColumnType::date)
    return Problem{ProblemCode::columnWrongType, column.name, {}, "number or category"};
  TableOneVariable variable{column.name, option.summary, option.test, {}, {}};
  const bool category = column.type == ColumnType::category;
  if (option.summary == TableOneSummary::auto_)
    variable.summary = category ? TableOneSummary::counts : TableOneSummary::median;
  const bool counted = variable.summary == TableOneSummary::counts;
  if (category && !counted) return Problem{ProblemCode::columnWrongType, column.name, {}, "number"};
  if (!(counted ? isTestOfLevels(option.test) : isTestOfNumbers(option.test))) {
    return notAllowed(column.name, std::string(nameOf(option.test)) + " is no test of " +
                                       (counted ? "levels" : "numbers"));
  }
  if (counted) {
    auto levels = sample.factor(column.name);
    if (!levels) return levels.problem();
    variable.levels = std::move(levels).value();
  } else {
    variable.numbers = sample.numbers(column.name);
  }
  return variable;
}

void warnAbout(const TableOne& table, const std::vector<TableOneVariable>& variables,
               Sample& sample) {
  for (std::size_t i = 0; i < table.tests.size(); ++i) {
    const TableOneTest& test = table.tests[i];
    const GroupTestChoice choice = variables[i].test;
    if (!test.name && choice != GroupTestChoice::none)
      sample.warn({WarningCode::notTested, test.variable, {}, "variable"});
    if (test.name == GroupTestName::fisher && choice == GroupTestChoice::auto_) {
      sample.warn({WarningCode::smallExpectedCounts,
                   test.variable,
                   {},
                   shortestText(test.expectedMin.value_or(0))});
    }
  }
}

}  // namespace

Result<Outcome<TableOne>> run(const TableOneOptions& options, const Study& study) {
  if (options.variables.empty()) return Problem{ProblemCode::missingKey, "", {}, "variables"};
  if (!isQuantileType(options.quantileType))
    return notAllowed("", "quantileType must be 2, 6 or 7");
  const Names by = options.by.empty() && study.file().arm ? Names{*study.file().arm} : options.by;
  Sample sample(study);
  if (const auto problem = sample.open(options)) return *problem;
  if (const auto problem = sample.use(by)) return *problem;
  for (const auto& variable : options.variables) {
    if (const auto problem = sample.useWithMissing(asked(variable).column)) return *problem;
  }
  if (const auto problem = sample.close()) return *problem;
  const auto arms = sample.grouping(by);
  if (!arms) return arms.problem();
  std::vector<TableOneVariable> variables;
  for (const auto& option : options.variables) {
    auto variable = variableOf(asked(option), sample);
    if (!variable) return variable.problem();
    variables.push_back(std::move(variable).value());
  }
  TableOne table = tableOne(variables, *arms, {options.smd, options.adjust, options.quantileType});
  if (!by.empty() && table.arms.size() == 1)
    sample.warn({WarningCode::oneGroup, arms->name, {}, arms->levels.front()});
  warnAbout(table, variables, sample);
  return sample.answer(std::move(table));
}

}  // namespace riskset
