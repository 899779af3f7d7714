// Reads an analysis file from a document.
#pragma once

#include <string>
#include <vector>

#include "core/analysis/file.h"
#include "core/base/document.h"
#include "core/base/result.h"

namespace riskset {

struct ParsedAnalysis {
  std::string id, method;
  Result<Options> options;
};

struct ParsedFile {
  AnalysisFile file;
  std::vector<ParsedAnalysis> analyses;
};

// What the page keeps for itself under `page` is not looked at.
// Problem: the file as a whole cannot be used. What is wrong with one analysis stays with it.
Result<ParsedFile> parseFile(const Document& document);

}  // namespace riskset
