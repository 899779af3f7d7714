#include "tests/core/support/json.h"

#include <cmath>
#include <cstring>

#include "core/base/document.h"

namespace riskset {
namespace {

using nlohmann::json;

void append(DocumentWriter& document, const json& value) {
  if (value.is_boolean()) {
    document.kind(value.get<bool>() ? DocumentKind::yes : DocumentKind::no);
  } else if (value.is_number()) {
    document.kind(DocumentKind::number);
    document.number(value.get<double>());
  } else if (value.is_string()) {
    document.kind(DocumentKind::text);
    document.text(value.get<std::string>());
  } else if (value.is_array()) {
    document.kind(DocumentKind::list);
    document.count(value.size());
    for (const json& item : value)
      append(document, item);
  } else if (value.is_object()) {
    document.kind(DocumentKind::object);
    document.count(value.size());
    for (const auto& [key, item] : value.items()) {
      document.text(key);
      append(document, item);
    }
  } else {
    document.kind(DocumentKind::null);
  }
}

class Reader {
 public:
  explicit Reader(const std::string& document) : at_(document.data()) {}

  json value() {
    switch (static_cast<DocumentKind>(take<char>())) {
      case DocumentKind::null:
        return nullptr;
      case DocumentKind::no:
        return false;
      case DocumentKind::yes:
        return true;
      case DocumentKind::number:
        return take<double>();
      case DocumentKind::text:
        return text();
      case DocumentKind::list:
        return list([&] { return value(); });
      case DocumentKind::wholes:
        return list([&] { return json(take<int>()); });
      case DocumentKind::reals:
      case DocumentKind::realsOrNull:
        return list([&] {
          const auto number = take<double>();
          return std::isnan(number) ? json() : json(number);
        });
      case DocumentKind::record:
        return record();
      case DocumentKind::object:
        break;
    }
    throw std::logic_error("the engine sends no such value");
  }

 private:
  template <class T>
  T take() {
    T value;
    std::memcpy(&value, at_, sizeof value);
    at_ += sizeof value;
    return value;
  }

  std::string text() {
    const auto size = take<std::uint32_t>();
    at_ += size;
    return std::string(at_ - size, size);
  }

  template <class Item>
  json list(const Item& item) {
    json items = json::array();
    for (auto left = take<std::uint32_t>(); left > 0; --left)
      items.push_back(item());
    return items;
  }

  json record() {
    const auto number = take<std::uint32_t>();
    if (number == keys_.size()) keys_.push_back(list([&] { return json(text()); }));
    const json keys = keys_.at(number);  // a copy: values tell further keys
    json object = json::object();
    for (const std::string key : keys)
      object[key] = value();
    return object;
  }

  const char* at_;
  std::vector<json> keys_;
};

}  // namespace

std::string toDocument(const json& value) {
  DocumentWriter document;
  append(document, value);
  return std::move(document.bytes);
}

json fromDocument(const std::string& document) {
  return Reader(document).value();
}

}  // namespace riskset
