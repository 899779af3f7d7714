// JSON as documents (core/base/document.h), for native tests.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "core/base/encode.h"

namespace riskset {

// The document, as JavaScript would send it.
std::string toDocument(const nlohmann::json& value);

// What a document of the engine holds, as JavaScript would read it.
nlohmann::json fromDocument(const std::string& document);

template <class T>
nlohmann::json toJson(const T& value) {
  return fromDocument(encode(value));
}

}  // namespace riskset
