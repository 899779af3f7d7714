#include "tests/core/support/cohort.h"

#include <algorithm>
#include <fstream>
#include <limits>
#include <set>
#include <sstream>
#include <stdexcept>

#include "core/analysis/analyze.h"
#include "core/base/dates.h"
#include "core/base/text.h"
#include "tests/core/support/json.h"

namespace riskset {
namespace {

using Texts = std::vector<std::string>;

Texts splitLine(const std::string& line) {
  Texts cells{""};
  bool quoted = false;
  for (const char character : line) {
    if (character == '"') {
      quoted = !quoted;
    } else if (character == ',' && !quoted) {
      cells.emplace_back();
    } else if (character != '\r') {
      cells.back() += character;
    }
  }
  return cells;
}

bool missing(const std::string& text) {
  return text.empty() || text == "NA";
}

Column readColumn(const std::string& name, const Texts& texts, const nlohmann::json& specs) {
  Column column;
  column.name = name;
  const bool declared = specs.contains(name) && specs[name].contains("type");
  const bool numeric = std::all_of(texts.begin(), texts.end(), [](const auto& text) {
    return missing(text) || numberIn(text).has_value();
  });
  const bool asNumber = declared ? specs[name]["type"] != "category" : numeric;
  column.guessed = !declared;
  column.type = asNumber ? ColumnType::number : ColumnType::category;
  if (declared && specs[name]["type"] == "date") column.type = ColumnType::date;
  Problem notNumbers{ProblemCode::notANumber, name, {}, ""};
  for (std::size_t row = 0; row < texts.size(); ++row) {
    const std::string& text = texts[row];
    if (asNumber) {
      const auto day = column.type == ColumnType::date ? dayNamed(text) : std::nullopt;
      const auto number = day ? day : numberIn(text);
      if (!number && !missing(text)) notNumbers.rows.push_back(static_cast<int>(row) + 1);
      column.numbers.push_back(number.value_or(std::numeric_limits<double>::quiet_NaN()));
      continue;
    }
    if (missing(text)) {
      column.codes.push_back(-1);
      continue;
    }
    const auto found = std::find(column.levels.begin(), column.levels.end(), text);
    column.codes.push_back(static_cast<int>(found - column.levels.begin()));
    if (found == column.levels.end()) column.levels.push_back(text);
  }
  if (!notNumbers.rows.empty()) column.problem = notNumbers;
  return column;
}

}  // namespace

nlohmann::json analyzeCsv(const std::string& csv, const nlohmann::json& analysis) {
  std::istringstream lines(csv);
  std::string line;
  std::getline(lines, line);
  const Texts header = splitLine(line);
  std::vector<Texts> columns(header.size());
  int rows = 0;
  for (; std::getline(lines, line); ++rows) {
    const Texts cells = splitLine(line);
    for (std::size_t i = 0; i < header.size(); ++i)
      columns[i].push_back(cells.at(i));
  }
  const auto specs = analysis.value("columns", nlohmann::json::object());
  std::vector<Column> read;
  for (std::size_t i = 0; i < header.size(); ++i)
    read.push_back(readColumn(header[i], columns[i], specs));
  const std::string file = toDocument(analysis);
  return toJson(analyze(parseFile(Document(file.data())), std::move(read), rows));
}

nlohmann::json analyzeOne(const std::string& csv, nlohmann::json rest,
                          const nlohmann::json& analysis) {
  rest["analyses"] = nlohmann::json::array({analysis});
  return analyzeCsv(csv, rest)["results"][0];
}

std::string readFile(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace riskset
