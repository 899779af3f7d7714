// JSON as documents (core/base/decode.h, encode.h), for native tests.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "core/base/decode.h"
#include "core/base/encode.h"

namespace riskset {

class JsonView {
 public:
  explicit JsonView(const nlohmann::json& value) : value_(&value) {}

  DocumentKind kind() const {
    if (value_->is_boolean()) return DocumentKind::boolean;
    if (value_->is_number()) return DocumentKind::number;
    if (value_->is_string()) return DocumentKind::text;
    if (value_->is_array()) return DocumentKind::list;
    if (value_->is_object()) return DocumentKind::object;
    return DocumentKind::null;
  }

  bool boolean() const { return value_->get<bool>(); }
  double number() const { return value_->get<double>(); }
  std::string text() const { return value_->get<std::string>(); }
  int size() const { return static_cast<int>(value_->size()); }
  JsonView at(int index) const { return JsonView((*value_)[static_cast<std::size_t>(index)]); }
  JsonView get(const std::string& key) const { return JsonView(value_->at(key)); }
  std::vector<std::string> keys() const {
    std::vector<std::string> keys;
    for (const auto& item : value_->items())
      keys.push_back(item.key());
    return keys;
  }
  std::vector<double> reals() const { return {}; }  // JSON has no typed arrays
  std::vector<int> wholes() const { return {}; }

 private:
  const nlohmann::json* value_;
};

struct JsonWriter {
  using Document = nlohmann::json;

  Document null() const { return nullptr; }
  Document boolean(bool value) const { return value; }
  Document number(double value) const { return value; }
  Document text(std::string_view value) const { return std::string(value); }
  Document reals(const std::vector<double>& values) const { return values; }
  Document wholes(const std::vector<int>& values) const { return values; }
  Document realsOrNull(const std::vector<double>& values) const {
    Document list = Document::array();
    for (const double value : values)
      list.push_back(std::isnan(value) ? Document() : Document(value));
    return list;
  }
  Document list(std::vector<Document> items) const { return items; }
  Document object(std::vector<std::pair<std::string, Document>> entries) const {
    Document object = Document::object();
    for (auto& [key, item] : entries)
      object[key] = std::move(item);
    return object;
  }
};

template <class T>
nlohmann::json toJson(const T& value) {
  JsonWriter writer;
  return encode(writer, value);
}

}  // namespace riskset
