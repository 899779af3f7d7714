// What riskset.js calls. Documents go in and come out at addresses; no statistics and no decisions
// here.

#include <emscripten/emscripten.h>

#include <cstdlib>
#include <memory>
#include <string>

#include "core/analysis/analyze.h"
#include "core/base/decode.h"
#include "core/base/encode.h"

namespace {

// The columns of one analysis, up to the first that cannot be read.
struct Cohort {
  std::vector<riskset::Column> columns;
  std::optional<riskset::Problem> problem;
};

// A document that riskset.js has put into memory, which is given back when it is read.
class Sent {
 public:
  explicit Sent(char* bytes) : bytes_(bytes, std::free) {}
  riskset::Document document() const { return riskset::Document(bytes_.get()); }

 private:
  std::unique_ptr<char, void (*)(void*)> bytes_;
};

// The address of a document that stands there until the next is asked for.
const char* answer(std::string document) {
  static std::string last;
  last = std::move(document);
  return last.data();
}

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE Cohort* newCohort() {
  return new Cohort;
}

// One by one: what is copied twice on its way is then never more than a column.
EMSCRIPTEN_KEEPALIVE void addColumn(Cohort* cohort, char* bytes) {
  auto& [columns, problem] = *cohort;
  const std::string path = "columns[" + std::to_string(columns.size()) + "]";
  auto column = riskset::decode<riskset::Column>(Sent(bytes).document(), path);
  if (problem) return;
  if (column) columns.push_back(std::move(column).value());
  if (!column) problem = column.problem();
}

// The results; the cohort is used up.
EMSCRIPTEN_KEEPALIVE const char* analyze(Cohort* cohort, char* bytes, int rows) {
  const std::unique_ptr<Cohort> own(cohort);
  const Sent file(bytes);
  riskset::Results results;
  if (own->problem) {
    results.engine = RISKSET_VERSION;
    results.problem = own->problem;
  } else {
    results = riskset::analyze(riskset::parseFile(file.document()), std::move(own->columns), rows);
  }
  return answer(riskset::encode(results));
}

EMSCRIPTEN_KEEPALIVE const char* version() {
  return answer(riskset::encode(std::string(RISKSET_VERSION)));
}
}
