// A cohort from CSV text, and an analysis file run on it, for native tests. The page and the runner
// read files with web/data; this reader knows only what the test data need: commas, quotes, and a
// type for each column from the analysis file (or, undeclared, from its values). Dates are written
// as 2024-06-30 or as days since 1970-01-01.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace riskset {

// Runs `analysis` (an analysis file) on the CSV text and returns the results document.
nlohmann::json analyzeCsv(const std::string& csv, const nlohmann::json& analysis);

// The same with one analysis, whose result is returned; `rest` holds the file's other keys.
nlohmann::json analyzeOne(const std::string& csv, nlohmann::json rest,
                          const nlohmann::json& analysis);

std::string readFile(const std::string& path);

}  // namespace riskset
