#include "core/base/decode.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

#include "core/base/contains.h"
#include "core/base/text.h"

namespace riskset {
namespace {

using Kind = Shape::Kind;
using Problems = std::optional<Problem>;

template <class T>
T& as(void* value) {
  return *static_cast<T*>(value);
}

void* at(void* first, std::size_t offset) {
  return static_cast<char*>(first) + offset;
}

Problems decodeWhole(int& value, const Document& document, const std::string& path) {
  constexpr double most = std::numeric_limits<int>::max();
  const double number = document.kind() == DocumentKind::number ? document.number() : 0.5;
  if (std::trunc(number) != number || std::abs(number) > most)
    return wrongType(path, "a whole number");
  value = static_cast<int>(number);
  return {};
}

Problems decodeEnum(void* value, const Shape& shape, const Document& document,
                    const std::string& path) {
  if (document.kind() != DocumentKind::text) return wrongType(path, "a text");
  const auto text = document.text();
  std::string allowed;
  for (int i = 0; i < static_cast<int>(shape.count); ++i) {
    if (text == shape.name(i)) {
      std::memcpy(value, &i, sizeof i);
      return {};
    }
    allowed += i == 0 ? "" : ", ";
    allowed += shape.name(i);
  }
  return Problem{ProblemCode::valueNotAllowed,
                 "",
                 {},
                 path + " is '" + std::string(text) + "'; allowed: " + allowed};
}

Problems decodeNumbers(void* list, const Shape& shape, const Document& document) {
  const auto numbers = document.numbers();
  void* const own = shape.make(list, numbers.size() / shape.itemSize);
  if (!numbers.empty()) std::memcpy(own, numbers.data(), numbers.size());
  return {};
}

Problems decodeList(void* list, const Shape& shape, const Document& document,
                    const std::string& path) {
  if (document.kind() != DocumentKind::list) {
    if (shape.kind != Kind::oneOrMany) return wrongType(path, "a list");
    return decodeInto(shape.make(list, 1), *shape.item, document, path);
  }
  const auto items = document.items();
  void* const own = shape.make(list, items.size());
  for (std::size_t i = 0; i < items.size(); ++i) {
    auto problem = decodeInto(at(own, i * shape.itemSize), *shape.item, items[i],
                              path + "[" + std::to_string(i) + "]");
    if (problem) return problem;
  }
  return {};
}

Problems decodeMap(void* map, const Shape& shape, const Document& document,
                   const std::string& path) {
  if (document.kind() != DocumentKind::object) return wrongType(path, "an object");
  for (const auto& [key, value] : document.entries()) {
    auto problem =
        decodeInto(shape.makeEntry(map, key), *shape.item, value, path + "." + std::string(key));
    if (problem) return problem;
  }
  return {};
}

// The first alternative that the document fits; if none, what the first one misses that takes this
// kind of value, else what the first one misses.
Problems decodeVariant(void* variant, const Shape& shape, const Document& document,
                       const std::string& path) {
  Problems missed;
  bool otherKind = true;
  for (std::size_t i = 0; i < shape.count; ++i) {
    auto problem = decodeInto(shape.make(variant, i), shape.alternative(i), document, path);
    if (!problem) return {};
    const bool other = problem->detail.starts_with(path + " must be ");
    if (!missed || (otherKind && !other)) missed = std::move(problem);
    otherKind = otherKind && other;
  }
  return missed;
}

Problems decodeStruct(void* value, const Shape& shape, const Document& document,
                      const std::string& path, HandledKeys handled) {
  if (document.kind() != DocumentKind::object) return wrongType(path, "an object");
  const std::string prefix = path.empty() ? "" : path + ".";
  auto unread = document.entries();
  std::erase_if(unread, [&](const auto& entry) { return contains(handled, entry.key); });
  for (unsigned i = 0; i < shape.count; ++i) {
    const Field field = shape.field(i);
    const auto entry = std::find_if(unread.begin(), unread.end(),
                                    [&](const auto& each) { return each.key == field.name; });
    if (entry == unread.end()) continue;
    auto problem = decodeInto(at(value, static_cast<std::size_t>(field.offset)), *field.shape,
                              entry->value, prefix + field.name);
    if (problem) return problem;
    unread.erase(entry);
  }
  if (unread.empty()) return {};
  const auto first = std::min_element(unread.begin(), unread.end(),
                                      [](const auto& a, const auto& b) { return a.key < b.key; });
  return Problem{ProblemCode::unknownKey, "", {}, prefix + std::string(first->key)};
}

}  // namespace

Problem wrongType(const std::string& path, std::string_view wanted) {
  return {ProblemCode::wrongType, "", {}, path + " must be " + std::string(wanted)};
}

Problems decodeInto(void* value, const Shape& shape, const Document& document,
                    const std::string& path, HandledKeys handled) {
  const DocumentKind kind = document.kind();
  switch (shape.kind) {
    case Kind::boolean:
      if (!document.isBoolean()) return wrongType(path, "true or false");
      as<bool>(value) = kind == DocumentKind::yes;
      return {};
    case Kind::whole:
      return decodeWhole(as<int>(value), document, path);
    case Kind::real:
      if (kind != DocumentKind::number) return wrongType(path, "a number");
      as<double>(value) = document.number();
      return {};
    case Kind::label:
      if (kind == DocumentKind::number) {
        as<std::string>(value) = shortestText(document.number());
        return {};
      }
      [[fallthrough]];
    case Kind::text:
      if (kind != DocumentKind::text) return wrongType(path, "a text");
      as<std::string>(value) = document.text();
      return {};
    case Kind::enumeration:
      return decodeEnum(value, shape, document, path);
    case Kind::optional:
      if (kind == DocumentKind::null) return {};
      return decodeInto(shape.make(value, 1), *shape.item, document, path);
    case Kind::reals:
      if (kind == DocumentKind::reals) return decodeNumbers(value, shape, document);
      return decodeList(value, shape, document, path);
    case Kind::wholes:
      if (kind == DocumentKind::wholes) return decodeNumbers(value, shape, document);
      return decodeList(value, shape, document, path);
    case Kind::realsOrNull:
    case Kind::list:
    case Kind::oneOrMany:
      return decodeList(value, shape, document, path);
    case Kind::map:
      return decodeMap(value, shape, document, path);
    case Kind::variant:
      return decodeVariant(value, shape, document, path);
    case Kind::structure:
      return decodeStruct(value, shape, document, path, handled);
  }
  return {};
}

}  // namespace riskset
