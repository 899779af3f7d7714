// Document -> described value, refusing what the description does not know: an unknown key, a
// wrong type and a value outside an enumeration are problems that name the place, as in
// "analyses[2].interval". A key that is absent keeps the member's default.
#pragma once

#include <initializer_list>

#include "core/base/document.h"
#include "core/base/result.h"
#include "core/base/shape.h"

namespace riskset {

// Keys that a caller has dealt with itself: they are not unknown, and not read.
using HandledKeys = std::initializer_list<std::string_view>;

Problem wrongType(const std::string& path, std::string_view wanted);

// Fills `value` from the document, or says what is wrong at `path`.
std::optional<Problem> decodeInto(void* value, const Shape& shape, const Document& document,
                                  const std::string& path, HandledKeys handled = {});

template <class T>
Result<T> decode(const Document& document, const std::string& path, HandledKeys handled = {}) {
  T value{};
  auto problem = decodeInto(&value, kShape<T, Use::read>, document, path, handled);
  if (problem) return *std::move(problem);
  return value;
}

// The alternative `index` of a variant.
template <class Variant>
Result<Variant> decodeAlternative(std::size_t index, const Document& document,
                                  const std::string& path, HandledKeys handled = {}) {
  Variant value;
  const Shape& shape = kShape<Variant, Use::read>;
  auto problem =
      decodeInto(shape.make(&value, index), shape.alternative(index), document, path, handled);
  if (problem) return *std::move(problem);
  return value;
}

}  // namespace riskset
