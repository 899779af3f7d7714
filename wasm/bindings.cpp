// The names that JavaScript sees. No statistics and no decisions here.

#include <emscripten/bind.h>

#include "core/analysis/analyze.h"
#include "wasm/marshal.h"

namespace {

using emscripten::val;

val analyzeWithProgress(val file, val columns, int rows, val onProgress) {
  riskset::JsWriter writer;
  auto read = riskset::decode<std::vector<riskset::Column>>(riskset::JsView(columns), "columns");
  if (!read) {
    riskset::Results refused;
    refused.engine = RISKSET_VERSION;
    refused.problem = read.problem();
    return riskset::encode(writer, refused);
  }
  riskset::Progress progress;
  if (!onProgress.isNull()) progress = [&](int done, int total) { onProgress(done, total); };
  return riskset::encode(writer, riskset::analyze(riskset::parseFile(riskset::JsView(file)),
                                                  std::move(read).value(), rows, progress));
}

val analyze(val file, val columns, int rows) {
  return analyzeWithProgress(file, columns, rows, val::null());
}

std::string version() {
  return RISKSET_VERSION;
}

}  // namespace

EMSCRIPTEN_BINDINGS(riskset) {
  emscripten::function("analyze", &analyze);
  emscripten::function("analyze", &analyzeWithProgress);
  emscripten::function("version", &version);
}
