// Described value -> document. A Writer makes one kind of document (a JavaScript value, JSON); the
// walk over the descriptions is written here once for all of them.
//
// A Writer has a type Document and makes: null(), boolean(bool), number(double), text(string_view),
// reals(vector<double>), wholes(vector<int>), list(vector<Document>),
// object(vector<pair<string, Document>>), and realsOrNull(vector<double>): a list with null for
// NaN. A curve has millions of such numbers, and a Document of its own for each would cost more
// than all its statistics.
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "core/base/described.h"

namespace riskset {

template <class Writer, class T>
typename Writer::Document encode(Writer& writer, const T& value) {
  using Document = typename Writer::Document;
  if constexpr (isOptional<T>) {
    return value ? encode(writer, *value) : writer.null();
  } else if constexpr (isVariant<T>) {
    return std::visit([&](const auto& held) { return encode(writer, held); }, value);
  } else if constexpr (std::is_same_v<T, bool>) {
    return writer.boolean(value);
  } else if constexpr (std::is_arithmetic_v<T>) {
    // What is not a number has no place in a document: it is absent.
    const double number = static_cast<double>(value);
    return std::isfinite(number) ? writer.number(number) : writer.null();
  } else if constexpr (std::is_convertible_v<T, std::string_view>) {
    return writer.text(value);
  } else if constexpr (DescribedEnum<T>) {
    return writer.text(nameOf(value));
  } else if constexpr (std::is_same_v<T, std::vector<double>>) {
    return writer.reals(value);
  } else if constexpr (std::is_same_v<T, std::vector<int>>) {
    return writer.wholes(value);
  } else if constexpr (std::is_same_v<T, std::vector<std::optional<double>>>) {
    std::vector<double> numbers(value.size());
    std::transform(value.begin(), value.end(), numbers.begin(), [](const auto& number) {
      return number && std::isfinite(*number) ? *number : std::numeric_limits<double>::quiet_NaN();
    });
    return writer.realsOrNull(numbers);
  } else if constexpr (isVector<T> || isOneOrMany<T>) {
    std::vector<Document> items;
    items.reserve(value.size());
    for (const auto& item : value)
      items.push_back(encode(writer, item));
    return writer.list(std::move(items));
  } else if constexpr (isStringMap<T>) {
    std::vector<std::pair<std::string, Document>> entries;
    for (const auto& [key, item] : value)
      entries.emplace_back(key, encode(writer, item));
    return writer.object(std::move(entries));
  } else if constexpr (DescribedStruct<T>) {
    std::vector<std::pair<std::string, Document>> entries;
    forEachMember<T>([&](std::string_view name, auto member) {
      entries.emplace_back(std::string(name), encode(writer, value.*member));
    });
    return writer.object(std::move(entries));
  } else {
    static_assert(alwaysFalse<T>, "no document form for this type");
  }
}

}  // namespace riskset
