// Reads an analysis file from any document View (core/base/decode.h).
#pragma once

#include <string>
#include <vector>

#include "core/analysis/file.h"
#include "core/base/decode.h"

namespace riskset {

struct ParsedAnalysis {
  std::string id, method;
  Result<Options> options;
};

struct ParsedFile {
  AnalysisFile file;
  std::vector<ParsedAnalysis> analyses;
};

namespace detail {

template <class View>
std::string textAt(const View& view, const std::string& key) {
  if (view.kind() != DocumentKind::object) return {};
  for (const std::string& candidate : view.keys()) {
    if (candidate == key && view.get(key).kind() == DocumentKind::text) return view.get(key).text();
  }
  return {};
}

template <class View, std::size_t at = 0>
Result<Options> parseOptions(const View& view, const std::string& method, const std::string& path) {
  if constexpr (at == std::variant_size_v<Options>) {
    if (method.empty()) return Problem{ProblemCode::missingKey, "", {}, path + ".method"};
    return Problem{ProblemCode::unknownMethod, "", {}, method};
  } else {
    using Candidate = std::variant_alternative_t<at, Options>;
    if (method != Candidate::method) return parseOptions<View, at + 1>(view, method, path);
    auto options = decode<Candidate>(view, path, {"id", "method"});
    if (!options) return options.problem();
    return Options{std::move(options).value()};
  }
}

template <class View>
Result<ParsedAnalysis> parseAnalysis(const View& view, const std::string& path) {
  if (view.kind() != DocumentKind::object) return wrongType(path, "an object");
  for (const std::string key : {"id", "method"}) {
    for (const std::string& own : view.keys()) {
      if (own == key && view.get(key).kind() != DocumentKind::text)
        return wrongType(path + "." + key, "a text");
    }
  }
  const std::string method = textAt(view, "method");
  return ParsedAnalysis{textAt(view, "id"), method, parseOptions(view, method, path)};
}

}  // namespace detail

// A later format may hold keys that this version cannot know: its number is the better answer.
template <class View>
std::optional<Problem> checkVersion(const View& view) {
  if (view.kind() != DocumentKind::object)
    return detail::wrongType("the analysis file", "an object");
  for (const std::string& key : view.keys()) {
    if (key != "riskset" || view.get(key).kind() != DocumentKind::number) continue;
    if (view.get(key).number() <= kFormatVersion) continue;
    return Problem{ProblemCode::versionTooNew,
                   "",
                   {},
                   shortestText(view.get(key).number()) + " > " + std::to_string(kFormatVersion)};
  }
  return {};
}

// What the page keeps for itself under `page` is not looked at.
// Problem: the file as a whole cannot be used. What is wrong with one analysis stays with it.
template <class View>
Result<ParsedFile> parseFile(const View& view) {
  if (const auto problem = checkVersion(view)) return *problem;
  auto file = decode<AnalysisFile>(view, "", {"analyses", "page"});
  if (!file) return file.problem();
  ParsedFile parsed{std::move(file).value(), {}};
  for (const std::string& key : view.keys()) {
    if (key != "analyses") continue;
    const View list = view.get(key);
    if (list.kind() != DocumentKind::list) return detail::wrongType(key, "a list");
    for (int i = 0; i < list.size(); ++i) {
      auto analysis = detail::parseAnalysis(list.at(i), "analyses[" + std::to_string(i) + "]");
      if (!analysis) return analysis.problem();
      parsed.analyses.push_back(std::move(analysis).value());
    }
  }
  return parsed;
}

}  // namespace riskset
