#include "core/analysis/parse.h"

#include "core/base/decode.h"
#include "core/base/text.h"

namespace riskset {
namespace {

std::optional<Document> valueAt(const Document& document, std::string_view key) {
  for (const auto& entry : document.entries()) {
    if (entry.key == key) return entry.value;
  }
  return {};
}

// A later format may hold keys that this version cannot know: its number is the better answer.
std::optional<Problem> checkVersion(const Document& document) {
  if (document.kind() != DocumentKind::object) return wrongType("the analysis file", "an object");
  const auto version = valueAt(document, "riskset");
  if (!version || version->kind() != DocumentKind::number) return {};
  if (version->number() <= kFormatVersion) return {};
  return Problem{ProblemCode::versionTooNew,
                 "",
                 {},
                 shortestText(version->number()) + " > " + std::to_string(kFormatVersion)};
}

template <class... Each>
constexpr std::array<std::string_view, sizeof...(Each)> methodsOf(std::variant<Each...>*) {
  return {Each::method...};
}

constexpr auto kMethods = methodsOf(static_cast<Options*>(nullptr));

Result<Options> parseOptions(const Document& document, const std::string& method,
                             const std::string& path) {
  if (method.empty()) return Problem{ProblemCode::missingKey, "", {}, path + ".method"};
  const auto found = std::find(kMethods.begin(), kMethods.end(), method);
  if (found == kMethods.end()) return Problem{ProblemCode::unknownMethod, "", {}, method};
  return decodeAlternative<Options>(static_cast<std::size_t>(found - kMethods.begin()), document,
                                    path, {"id", "method"});
}

Result<std::string> textAt(const Document& document, const std::string& key,
                           const std::string& path) {
  const auto value = valueAt(document, key);
  if (!value) return std::string();
  if (value->kind() != DocumentKind::text) return wrongType(path + "." + key, "a text");
  return std::string(value->text());
}

Result<ParsedAnalysis> parseAnalysis(const Document& document, const std::string& path) {
  if (document.kind() != DocumentKind::object) return wrongType(path, "an object");
  const auto id = textAt(document, "id", path);
  if (!id) return id.problem();
  const auto method = textAt(document, "method", path);
  if (!method) return method.problem();
  return ParsedAnalysis{*id, *method, parseOptions(document, *method, path)};
}

}  // namespace

Result<ParsedFile> parseFile(const Document& document) {
  if (const auto problem = checkVersion(document)) return *problem;
  auto file = decode<AnalysisFile>(document, "", {"analyses", "page"});
  if (!file) return file.problem();
  ParsedFile parsed{std::move(file).value(), {}};
  const auto analyses = valueAt(document, "analyses");
  if (!analyses) return parsed;
  if (analyses->kind() != DocumentKind::list) return wrongType("analyses", "a list");
  for (const Document& each : analyses->items()) {
    const auto path = "analyses[" + std::to_string(parsed.analyses.size()) + "]";
    auto analysis = parseAnalysis(each, path);
    if (!analysis) return analysis.problem();
    parsed.analyses.push_back(std::move(analysis).value());
  }
  return parsed;
}

}  // namespace riskset
