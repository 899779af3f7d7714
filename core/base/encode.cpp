#include "core/base/encode.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

#include "core/base/document.h"

namespace riskset {
namespace {

using Kind = Shape::Kind;

template <class T>
const T& as(const void* value) {
  return *static_cast<const T*>(value);
}

const char* at(const void* first, std::size_t offset) {
  return static_cast<const char*>(first) + offset;
}

class Encoder {
 public:
  void write(const void* value, const Shape& shape);

  DocumentWriter document;

 private:
  void number(double number);
  void text(std::string_view text);
  void enumerator(const void* value, const Shape& shape);
  void items(Contents items, const Shape& shape);
  void plain(DocumentKind kind, Contents items, std::size_t size);
  void realsOrNull(Contents items);
  void structure(const void* value, const Shape& shape);
  void keysOf(const Shape& structure);

  std::vector<const Shape*> told_;  // the structs whose keys are in the document
};

void Encoder::write(const void* value, const Shape& shape) {
  switch (shape.kind) {
    case Kind::boolean:
      return document.kind(as<bool>(value) ? DocumentKind::yes : DocumentKind::no);
    case Kind::whole:
      return number(as<int>(value));
    case Kind::real:
      return number(as<double>(value));
    case Kind::text:
    case Kind::label:
      return text(as<std::string>(value));
    case Kind::enumeration:
      return enumerator(value, shape);
    case Kind::structure:
      return structure(value, shape);
    default:
      break;
  }
  const Contents contents = shape.contents(value);
  switch (shape.kind) {
    case Kind::variant:
      return write(contents.first, shape.alternative(contents.count));
    case Kind::reals:
      return plain(DocumentKind::reals, contents, shape.itemSize);
    case Kind::wholes:
      return plain(DocumentKind::wholes, contents, shape.itemSize);
    case Kind::realsOrNull:
      return realsOrNull(contents);
    case Kind::optional:
      if (contents.first) return write(contents.first, *shape.item);
      return document.kind(DocumentKind::null);
    default:
      return items(contents, shape);
  }
}

void Encoder::number(double number) {
  if (!std::isfinite(number)) return document.kind(DocumentKind::null);
  document.kind(DocumentKind::number);
  document.number(number);
}

void Encoder::text(std::string_view text) {
  document.kind(DocumentKind::text);
  document.text(text);
}

void Encoder::enumerator(const void* value, const Shape& shape) {
  int number;
  std::memcpy(&number, value, sizeof number);
  text(shape.name(number));
}

void Encoder::items(Contents items, const Shape& shape) {
  document.kind(DocumentKind::list);
  document.count(items.count);
  for (std::size_t i = 0; i < items.count; ++i)
    write(at(items.first, i * shape.itemSize), *shape.item);
}

void Encoder::plain(DocumentKind kind, Contents items, std::size_t size) {
  document.kind(kind);
  document.count(items.count);
  document.raw(items.first, items.count * size);
}

void Encoder::realsOrNull(Contents items) {
  document.kind(DocumentKind::realsOrNull);
  document.count(items.count);
  const auto* numbers = static_cast<const std::optional<double>*>(items.first);
  for (std::size_t i = 0; i < items.count; ++i) {
    const double number = numbers[i].value_or(std::numeric_limits<double>::infinity());
    document.number(std::isfinite(number) ? number : std::numeric_limits<double>::quiet_NaN());
  }
}

void Encoder::structure(const void* value, const Shape& shape) {
  document.kind(DocumentKind::record);
  const auto told = std::find(told_.begin(), told_.end(), &shape);
  document.count(static_cast<std::size_t>(told - told_.begin()));
  if (told == told_.end()) keysOf(shape);
  for (unsigned i = 0; i < shape.count; ++i) {
    const Field field = shape.field(i);
    write(at(value, static_cast<std::size_t>(field.offset)), *field.shape);
  }
}

void Encoder::keysOf(const Shape& structure) {
  told_.push_back(&structure);
  document.count(structure.count);
  for (unsigned i = 0; i < structure.count; ++i)
    document.text(structure.field(i).name);
}

}  // namespace

std::string encode(const void* value, const Shape& shape) {
  Encoder encoder;
  encoder.write(value, shape);
  return std::move(encoder.document.bytes);
}

}  // namespace riskset
