#include "core/analysis/methods/sample.h"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>

#include "core/base/text.h"
#include "core/base/times.h"

namespace riskset {
namespace {

// The combinations of two groupings that occur, in the order of their levels.
Factor crossed(const Factor& first, const Factor& second) {
  std::map<std::pair<int, int>, int> codeOf;
  for (std::size_t i = 0; i < first.codes.size(); ++i) {
    codeOf.emplace(std::pair(first.codes[i], second.codes[i]), 0);
  }
  Factor result{first.name + ", " + second.name, {}, {}};
  for (auto& [pair, code] : codeOf) {
    code = static_cast<int>(result.levels.size());
    result.levels.push_back(first.levels[static_cast<std::size_t>(pair.first)] + ", " +
                            second.levels[static_cast<std::size_t>(pair.second)]);
  }
  for (std::size_t i = 0; i < first.codes.size(); ++i) {
    result.codes.push_back(codeOf.at({first.codes[i], second.codes[i]}));
  }
  return result;
}

}  // namespace

std::optional<Problem> checkLevel(double level) {
  if (level > 0 && level < 1) return {};
  return Problem{ProblemCode::valueNotAllowed, "", {}, "level must lie between 0 and 1"};
}

std::optional<Problem> Sample::open(const CommonOptions& options) {
  if (const auto problem = checkLevel(options.level)) return problem;
  for (const auto& conditions : {study_.file().where, options.where}) {
    for (const auto& condition : conditions) {
      if (const auto column = study_.column(condition.column)) noteGuess(**column);
    }
    if (const auto problem = selection_.where(conditions)) return problem;
  }
  return {};
}

std::optional<Problem> Sample::useFollowUp(const std::string& endpoint) {
  const auto followUp = study_.followUp(endpoint);
  if (!followUp) return followUp.problem();
  followUp_ = *followUp;
  if (!followUp_->entry.empty()) noteGuess(**study_.column(followUp_->entryColumn));
  for (const auto& warning : followUp_->warnings)
    warn(warning);
  for (const auto& name : followUp_->timeColumns)
    noteGuess(**study_.column(name));
  noteGuess(**study_.column(followUp_->eventColumn));
  return selection_.dropMissing(*followUp_);
}

std::optional<Problem> Sample::use(const std::string& name) {
  const auto column = study_.column(name);
  if (!column) return column.problem();
  noteGuess(**column);
  selection_.dropMissing(**column);
  return {};
}

std::optional<Problem> Sample::use(const std::vector<std::string>& columns) {
  for (const auto& name : columns) {
    if (const auto problem = use(name)) return problem;
  }
  return {};
}

std::optional<Problem> Sample::useWeights(const std::string& name) {
  const auto column = study_.column(name);
  if (!column) return column.problem();
  if ((*column)->type != ColumnType::number)
    return Problem{ProblemCode::columnWrongType, name, {}, "number"};
  if (const auto problem = use(name)) return problem;
  const auto weights = numbers(name);
  const auto rowsWith = [&](auto&& holds) {
    return rowNumbers([&](std::size_t i) { return holds(weights[i]); });
  };
  auto negative = rowsWith([](double weight) { return weight < 0; });
  if (!negative.empty()) {
    const double first =
        *std::find_if(weights.begin(), weights.end(), [](double weight) { return weight < 0; });
    return Problem{ProblemCode::weightNegative, name, std::move(negative), shortestText(first)};
  }
  auto zero = rowsWith([](double weight) { return weight == 0; });
  if (!zero.empty()) warn({WarningCode::weightZero, name, std::move(zero), ""});
  return {};
}

std::optional<Problem> Sample::useWithMissing(const std::string& name) {
  const auto column = study_.column(name);
  if (!column) return column.problem();
  noteGuess(**column);
  return {};
}

void Sample::useOnly(const std::string& name, const std::vector<bool>& usable) {
  Column column;
  column.name = name;
  for (const bool use : usable)
    column.numbers.push_back(use ? 0 : std::numeric_limits<double>::quiet_NaN());
  selection_.dropMissing(column);
}

std::optional<Problem> Sample::close() {
  if (size() == 0) return Problem{ProblemCode::noRows, "", {}, ""};
  if (!followUp_) return {};
  if (const auto problem = settleTimes()) return problem;
  settleEvents();
  warnOfEventsAtZero();
  return {};
}

// Merges ties of times and entries together, so that who enters when another leaves is told so.
std::optional<Problem> Sample::settleTimes() {
  selection_.sortBy(followUp_->order);
  const bool late = !followUp_->entry.empty();
  auto both = pick(followUp_->time);
  if (late) {
    const auto entry = pick(followUp_->entry);
    both.insert(both.end(), entry.begin(), entry.end());
  }
  times_ = mergeTies(both);
  if (!late) return {};
  entries_.assign(times_.begin() + size(), times_.end());
  times_.resize(static_cast<std::size_t>(size()));
  auto wrong = rowNumbers([&](std::size_t i) { return entries_[i] >= times_[i]; });
  if (wrong.empty()) return {};
  const std::size_t first = static_cast<std::size_t>(
      std::find(selection_.rows().begin(), selection_.rows().end(), wrong.front() - 1) -
      selection_.rows().begin());
  return Problem{ProblemCode::entryNotBeforeTime, followUp_->entryColumn, std::move(wrong),
                 shortestText(entries_[first]) + " >= " + shortestText(times_[first])};
}

void Sample::warnOfEventsAtZero() {
  std::vector<int> rows;
  for (std::size_t i = 0; i < times_.size() && times_[i] == 0; ++i) {
    if (events_[i]) rows.push_back(rowNumber(i));
  }
  if (rows.empty()) return;
  std::sort(rows.begin(), rows.end());
  const auto count = std::to_string(rows.size());
  const std::string& column = followUp_->endColumn(rows.front() - 1);
  warn({WarningCode::eventAtTimeZero, column, std::move(rows), count});
}

void Sample::settleEvents() {
  const std::vector<int>& rows = selection_.rows();
  events_.resize(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i)
    events_[i] = followUp_->event[static_cast<std::size_t>(rows[i])] == true;
}

std::vector<double> Sample::numbers(const std::string& name) const {
  return pick((*study_.column(name))->numbers);
}

int Sample::eventCount() const {
  return std::accumulate(events_.begin(), events_.end(), 0);
}

std::optional<Problem> Sample::requireEvents() const {
  if (eventCount() > 0) return {};
  return Problem{ProblemCode::noEvents, followUp_->eventColumn, {}, ""};
}

Result<Factor> Sample::factor(const std::string& name, int most) {
  const auto found = study_.column(name);
  if (!found) return found.problem();
  const Column& whole = **found;
  Column column;
  column.name = whole.name;
  column.type = whole.type;
  column.levels = whole.levels;
  if (column.type == ColumnType::category) {
    column.codes = pick(whole.codes);
  } else {
    column.numbers = pick(whole.numbers);
  }
  auto factor = asFactor(column, most);
  if (!factor) return factor.problem();
  std::vector<std::string> empty;
  Factor kept = withoutEmptyLevels(std::move(factor).value(), &empty);
  if (!empty.empty()) warn({WarningCode::levelEmpty, kept.name, {}, joined(empty)});
  return kept;
}

Result<Factor> Sample::grouping(const std::vector<std::string>& columns, int most) {
  if (columns.empty())
    return Factor{"", {"all"}, std::vector<int>(static_cast<std::size_t>(size()), 0)};
  std::optional<Factor> all;
  for (const auto& name : columns) {
    auto next = factor(name, most);
    if (!next) return next.problem();
    if (!all) {
      all = std::move(next).value();
      continue;
    }
    all = crossed(*all, *next);
  }
  return *all;
}

Result<Factor> Sample::strata(const std::vector<std::string>& columns) {
  return grouping(columns, std::numeric_limits<int>::max());
}

bool Sample::isInteraction(const std::string& name) const {
  return name.find(':') != std::string::npos && study_.column(name).ok() == false &&
         study_.column(name).problem().code == ProblemCode::columnMissing;
}

std::vector<std::string> Sample::columnsOf(const std::vector<std::string>& names) const {
  std::vector<std::string> columns;
  for (const auto& name : names) {
    if (!isInteraction(name)) columns.push_back(name);
  }
  return columns;
}

Result<std::vector<Term>> Sample::terms(const std::vector<std::string>& names) {
  std::vector<Term> terms;
  const auto position = [&](const std::string& name) {
    return std::find_if(terms.begin(), terms.end(),
                        [&](const Term& term) { return nameOf(term) == name; }) -
           terms.begin();
  };
  for (const auto& name : names) {
    if (position(name) < std::ssize(terms))
      return Problem{ProblemCode::duplicateName, name, {}, "terms"};
    if (isInteraction(name)) {
      // A column's name may itself hold a colon: the parts are where both are terms.
      auto first = std::ssize(terms), second = first;
      for (auto colon = name.find(':');
           colon != std::string::npos && std::max(first, second) >= std::ssize(terms);
           colon = name.find(':', colon + 1)) {
        first = position(name.substr(0, colon));
        second = position(name.substr(colon + 1));
      }
      if (std::max(first, second) >= std::ssize(terms) || first == second) {
        return Problem{ProblemCode::valueNotAllowed,
                       name,
                       {},
                       "an interaction stands after both of its columns in terms"};
      }
      terms.push_back(
          InteractionTerm{name, static_cast<std::size_t>(first), static_cast<std::size_t>(second)});
      continue;
    }
    const Column& column = **study_.column(name);
    if (column.type == ColumnType::number) {
      terms.push_back(NumericTerm{name, pick(column.numbers)});
    } else if (column.type == ColumnType::date) {
      return Problem{ProblemCode::columnWrongType, name, {}, "number or category"};
    } else {
      auto levels = factor(name);
      if (!levels) return levels.problem();
      terms.push_back(FactorTerm{name, levels->levels, levels->codes});
    }
  }
  return terms;
}

void Sample::warn(Warning warning) {
  const bool known = std::any_of(warnings_.begin(), warnings_.end(), [&](const Warning& given) {
    return given.code == warning.code && given.column == warning.column &&
           given.detail == warning.detail && given.levels == warning.levels;
  });
  if (!known) warnings_.push_back(std::move(warning));
}

void Sample::noteGuess(const Column& column) {
  if (!column.guessed) return;
  warn({WarningCode::columnTypeGuessed, column.name, {}, std::string(nameOf(column.type))});
}

}  // namespace riskset
