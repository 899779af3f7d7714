// Described value -> document. What is not a number has no place in a document: a NaN or an
// infinity is written as null, but for the arrays of plain numbers, which hold it as it is.
#pragma once

#include <string>

#include "core/base/shape.h"

namespace riskset {

std::string encode(const void* value, const Shape& shape);

template <class T>
std::string encode(const T& value) {
  return encode(&value, kShape<T, Use::write>);
}

}  // namespace riskset
