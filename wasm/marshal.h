// JavaScript values as documents (core/base/decode.h, encode.h). Typed arrays are copied out, so
// that no result holds on to the engine's memory and nothing needs to be deleted.
#pragma once

#include <emscripten/emscripten.h>
#include <emscripten/val.h>

#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "core/base/decode.h"
#include "core/base/encode.h"

namespace riskset {

class JsView {
 public:
  explicit JsView(emscripten::val value) : value_(std::move(value)) {}

  DocumentKind kind() const {
    const std::string type = value_.typeOf().as<std::string>();
    if (type == "boolean") return DocumentKind::boolean;
    if (type == "number") return DocumentKind::number;
    if (type == "string") return DocumentKind::text;
    if (type != "object" || value_.isNull()) return DocumentKind::null;
    if (value_.isArray()) return DocumentKind::list;
    if (isA("Float64Array")) return DocumentKind::reals;
    if (isA("Int32Array")) return DocumentKind::wholes;
    return DocumentKind::object;
  }

  bool boolean() const { return value_.as<bool>(); }
  double number() const { return value_.as<double>(); }
  std::string text() const { return value_.as<std::string>(); }
  int size() const { return value_["length"].as<int>(); }
  JsView at(int index) const { return JsView(value_[index]); }
  JsView get(const std::string& key) const { return JsView(value_[key]); }
  std::vector<std::string> keys() const {
    return emscripten::vecFromJSArray<std::string>(
        emscripten::val::global("Object").call<emscripten::val>("keys", value_));
  }
  std::vector<double> reals() const {
    return emscripten::convertJSArrayToNumberVector<double>(value_);
  }
  std::vector<int> wholes() const { return emscripten::convertJSArrayToNumberVector<int>(value_); }

 private:
  bool isA(const char* type) const { return value_.instanceof (emscripten::val::global(type)); }

  emscripten::val value_;
};

// One call for the whole list: a call for each number takes longer than to compute it.
EM_JS(emscripten::EM_VAL, numbersOrNull, (const double* numbers, int count), {
  const list = new Array(count);
  for (let at = 0; at < count; ++at) {
    const number = HEAPF64[(numbers >> 3) + at];
    list[at] = Number.isNaN(number) ? null : number;
  }
  return Emval.toHandle(list);
});

struct JsWriter {
  using Document = emscripten::val;

  Document null() const { return emscripten::val::null(); }
  Document boolean(bool value) const { return emscripten::val(value); }
  Document number(double value) const { return emscripten::val(value); }
  Document text(std::string_view value) const { return emscripten::val(std::string(value)); }
  Document reals(const std::vector<double>& values) const { return copied(values); }
  Document wholes(const std::vector<int>& values) const { return copied(values); }
  Document realsOrNull(const std::vector<double>& values) const {
    return emscripten::val::take_ownership(
        numbersOrNull(values.data(), static_cast<int>(values.size())));
  }
  Document list(std::vector<Document> items) const { return emscripten::val::array(items); }
  Document object(std::vector<std::pair<std::string, Document>> entries) const {
    auto object = emscripten::val::object();
    for (auto& [key, item] : entries)
      object.set(key, item);
    return object;
  }

 private:
  template <class T>
  static Document copied(const std::vector<T>& values) {
    return emscripten::val(emscripten::typed_memory_view(values.size(), values.data()))
        .template call<emscripten::val>("slice");
  }
};

}  // namespace riskset
