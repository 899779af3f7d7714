// Every reference case (tests/reference/README.md) through the one entry point, natively. The same
// cases run through the WebAssembly engine in tests/reference/runner.test.ts.

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <vector>

#include "tests/core/support/cohort.h"

namespace riskset {
namespace {

using nlohmann::json;

struct Tolerance {
  double rel, abs;
};

Tolerance toleranceOf(const json& holder) {
  return {holder.at("rel").get<double>(), holder.at("abs").get<double>()};
}

// What would lie inside a null is null: an interval that does not exist has no lower limit either.
const json* resolve(const json& document, const std::string& pointer) {
  static const json null;
  const json* value = &document;
  for (auto at = json::json_pointer(pointer); !at.empty();) {
    std::vector<std::string> parts;
    for (; !at.empty(); at = at.parent_pointer())
      parts.insert(parts.begin(), at.back());
    for (const auto& part : parts) {
      if (value->is_null()) return &null;
      const json::json_pointer step("/" + std::string(part));
      if (!value->contains(step)) return nullptr;
      value = &value->at(step);
    }
  }
  return value;
}

bool agrees(const json& found, const json& expected, Tolerance tolerance) {
  if (expected.is_number()) {
    if (!found.is_number()) return false;
    const double wanted = expected.get<double>();
    return std::abs(found.get<double>() - wanted) <=
           tolerance.abs + tolerance.rel * std::abs(wanted);
  }
  if (expected.is_object() && expected.contains("either")) {
    for (const auto& alternative : expected["either"]) {
      if (agrees(found, alternative, tolerance)) return true;
    }
    return false;
  }
  if (!expected.is_array()) return found == expected;
  if (!found.is_array() || found.size() != expected.size()) return false;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    if (!agrees(found[i], expected[i], tolerance)) return false;
  }
  return true;
}

bool hasCode(const json& found, const json& code) {
  for (const auto& entry : found) {
    if (entry.value("code", "") == code) return true;
  }
  return false;
}

class ReferenceCase : public testing::TestWithParam<json> {};

TEST_P(ReferenceCase, Holds) {
  const json& reference = GetParam();
  const std::string csv = reference["data"].is_null()
                              ? "\n"
                              : readFile("tests/reference/" + reference["data"].get<std::string>());
  const json results = analyzeCsv(csv, reference["analysis"]);
  for (const auto& expectation : reference["expected"]) {
    const std::string at = expectation["at"];
    const json* found = resolve(results, at);
    ASSERT_NE(found, nullptr) << at << " is not in the results: " << results.dump().substr(0, 2000);
    if (expectation.contains("hasCode")) {
      EXPECT_TRUE(hasCode(*found, expectation["hasCode"])) << at << ": " << found->dump();
      continue;
    }
    const json& tolerance =
        expectation.contains("tolerance") ? expectation["tolerance"] : reference["tolerance"];
    EXPECT_TRUE(agrees(*found, expectation["value"], toleranceOf(tolerance)))
        << at << "\n found    " << found->dump().substr(0, 1000) << "\n expected "
        << expectation["value"].dump().substr(0, 1000);
  }
}

std::vector<json> readCases() {
  std::vector<json> cases;
  for (const char* folder : {"build/cases", "tests/reference/cases"}) {
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      for (const auto& item : json::parse(readFile(entry.path().string()))) {
        // Tables are joined before the engine, by the reader that the page and the runner share.
        if (!item.contains("tables")) cases.push_back(item);
      }
    }
  }
  return cases;
}

std::string nameOf(const testing::TestParamInfo<json>& info) {
  std::string name = std::to_string(info.index) + "_" + info.param["id"].get<std::string>();
  for (char& character : name) {
    if (!std::isalnum(static_cast<unsigned char>(character))) character = '_';
  }
  return name;
}

INSTANTIATE_TEST_SUITE_P(Bank, ReferenceCase, testing::ValuesIn(readCases()), nameOf);

}  // namespace
}  // namespace riskset
