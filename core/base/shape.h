// What a described type is made of, as a constant table. The one encoder (encode.cpp) and the one
// decoder (decode.cpp) walk these tables, so that a new struct adds rows to a table and no code.
//
// A table serves either writing or reading. One for writing tells where the parts of a value lie;
// one for reading knows how to make new parts, which no result ever needs.
#pragma once

#include <array>
#include <cstddef>
#include <cstring>
#include <string>
#include <utility>

#include "core/base/described.h"
#include "core/base/optional_reals.h"

namespace riskset {

enum class Use { write, read };

struct Shape;

// A member of a struct: a pointer to it is, with the compilers we use, its distance in bytes.
struct Field {
  const char* name;
  const Shape* shape;
  std::ptrdiff_t offset;
};

// What a value holds: the optional's 0 or 1, the list's items, or the alternative `count` of a
// variant.
struct Contents {
  const void* first;
  std::size_t count;
};

struct Shape {
  enum class Kind : unsigned char {
    boolean,
    whole,
    real,
    text,
    label,
    enumeration,
    optional,
    reals,
    wholes,
    realsOrNull,
    list,
    oneOrMany,
    map,
    variant,
    structure
  };

  Kind kind;
  unsigned count = 0;           // of names, fields or alternatives
  const void* parts = nullptr;  // which see below
  const Shape* item = nullptr;  // of an optional, a list, a map
  std::size_t itemSize = 0;     // of a list

  // For writing an optional, a list, a variant.
  Contents (*contents)(const void* value) = nullptr;

  // For reading the same, afresh: the optional's value; `count` items, of which the first is
  // returned; the alternative `count`. And the map's item under a key.
  void* (*make)(void* value, std::size_t count) = nullptr;
  void* (*makeEntry)(void* map, std::string_view key) = nullptr;

  const char* name(int value) const {  // of an enumeration
    return static_cast<const char* const*>(parts)[value];
  }
  const Shape& alternative(std::size_t index) const {  // of a variant
    return *static_cast<const Shape* const*>(parts)[index];
  }
  Field field(unsigned index) const {  // of a structure
    Field field;
    std::memcpy(&field, static_cast<const Field*>(parts) + index, sizeof field);
    return field;
  }
};

namespace detail {

template <class T, Use use>
constexpr Shape shapeOf();

}  // namespace detail

template <class T, Use use>
inline constexpr Shape kShape = detail::shapeOf<T, use>();

namespace detail {

// A Field whose offset is still a typed pointer, which a constant can hold.
template <class Struct, class Member>
struct TypedField {
  const char* name;
  const Shape* shape;
  Member Struct::*offset;
  static_assert(sizeof offset == sizeof(std::ptrdiff_t));
};

// Fields of several types in a row.
template <class First, class... Rest>
struct Fields {
  constexpr Fields(First one, Rest... others) : first(one), rest(others...) {}
  First first;
  Fields<Rest...> rest;
};

template <class Last>
struct Fields<Last> {
  constexpr explicit Fields(Last one) : first(one) {}
  Last first;
};

template <class T, class Description>
using MemberOf = std::remove_cvref_t<decltype(std::declval<T&>().*Description::pointer)>;

template <class T, Use use, template <class...> class List, class... Descriptions>
constexpr auto fieldsOf(List<Descriptions...>) {
  return Fields<TypedField<T, MemberOf<T, Descriptions>>...>(
      {Descriptions::name, &kShape<MemberOf<T, Descriptions>, use>, Descriptions::pointer}...);
}

template <class T, Use use>
inline constexpr auto kFields = fieldsOf<T, use>(DescribedMembers<T>{});

template <class E, template <class...> class List, class... Enumerators>
constexpr auto namesOf(List<Enumerators...>) {
  int next = 0;
  if (!((static_cast<int>(Enumerators::value) == next++) && ...)) std::abort();  // not 0, 1, 2 ...
  return std::array{nameOfEnumerator<Enumerators>()...};
}

template <class E>
inline constexpr auto kNames = namesOf<E>(boost::describe::describe_enumerators<E>{});

template <class T, Use use>
inline constexpr bool kAlternatives = false;
template <class... T, Use use>
inline constexpr std::array kAlternatives<std::variant<T...>, use> = {&kShape<T, use>...};

template <class List>
Contents itemsOf(const void* value) {
  const auto& list = *static_cast<const List*>(value);
  return {list.data(), list.size()};
}

template <class Optional>
Contents valueOf(const void* value) {
  const auto& optional = *static_cast<const Optional*>(value);
  return {optional ? &*optional : nullptr, optional.has_value()};
}

template <class Variant, std::size_t... index>
Contents alternativeOf(const Variant& variant, std::index_sequence<index...>) {
  const void* held = nullptr;
  ((held = variant.index() == index ? std::get_if<index>(&variant) : held), ...);
  return {held, variant.index()};
}

template <class Variant>
Contents heldBy(const void* value) {
  return alternativeOf(*static_cast<const Variant*>(value),
                       std::make_index_sequence<std::variant_size_v<Variant>>{});
}

template <class List>
void* makeItems(void* value, std::size_t count) {
  auto& list = *static_cast<List*>(value);
  list.clear();
  list.resize(count);
  return list.data();
}

template <class Optional>
void* makeValue(void* value, std::size_t) {
  return &static_cast<Optional*>(value)->emplace();
}

template <class Variant, std::size_t index>
void* emplaceAt(void* value) {
  return &static_cast<Variant*>(value)->template emplace<index>();
}

template <class Variant, std::size_t... index>
constexpr auto emplacersOf(std::index_sequence<index...>) {
  return std::array{&emplaceAt<Variant, index>...};
}

template <class Variant>
void* makeAlternative(void* value, std::size_t index) {
  static constexpr auto emplace =
      emplacersOf<Variant>(std::make_index_sequence<std::variant_size_v<Variant>>{});
  return emplace[index](value);
}

template <class Map>
void* makeEntryOf(void* value, std::string_view key) {
  return &(*static_cast<Map*>(value))[std::string(key)];
}

template <class List, Use use>
constexpr Shape listShape(Shape::Kind kind) {
  using Item = typename List::value_type;
  static_assert(!std::is_same_v<Item, bool>, "a std::vector<bool> has no items to point at");
  Shape shape{kind};
  shape.item = &kShape<Item, use>;
  shape.itemSize = sizeof(Item);
  if constexpr (use == Use::write) shape.contents = itemsOf<List>;
  if constexpr (use == Use::read) shape.make = makeItems<List>;
  return shape;
}

template <class T, Use use>
constexpr Shape shapeOf() {
  using Kind = Shape::Kind;
  constexpr bool written = use == Use::write;
  if constexpr (std::is_same_v<T, bool>) {
    return {Kind::boolean};
  } else if constexpr (std::is_same_v<T, int>) {
    return {Kind::whole};
  } else if constexpr (std::is_same_v<T, double>) {
    return {Kind::real};
  } else if constexpr (std::is_same_v<T, std::string>) {
    return {Kind::text};
  } else if constexpr (std::is_same_v<T, Label>) {
    return {Kind::label};
  } else if constexpr (DescribedEnum<T>) {
    static_assert(sizeof(T) == sizeof(int));
    return {Kind::enumeration, static_cast<unsigned>(kNames<T>.size()), kNames<T>.data()};
  } else if constexpr (isOptional<T>) {
    Shape shape{Kind::optional};
    shape.item = &kShape<typename T::value_type, use>;
    if constexpr (written) shape.contents = valueOf<T>;
    if constexpr (!written) shape.make = makeValue<T>;
    return shape;
  } else if constexpr (isVariant<T>) {
    constexpr const auto& alternatives = kAlternatives<T, use>;
    Shape shape{Kind::variant, static_cast<unsigned>(alternatives.size()), alternatives.data()};
    if constexpr (written) shape.contents = heldBy<T>;
    if constexpr (!written) shape.make = makeAlternative<T>;
    return shape;
  } else if constexpr (std::is_same_v<T, std::vector<double>>) {
    return listShape<T, use>(Kind::reals);
  } else if constexpr (std::is_same_v<T, std::vector<int>>) {
    return listShape<T, use>(Kind::wholes);
  } else if constexpr (std::is_same_v<T, std::vector<std::optional<double>>>) {
    return listShape<T, use>(Kind::realsOrNull);
  } else if constexpr (std::is_same_v<T, OptionalReals>) {
    static_assert(written, "nothing that is read holds them");
    Shape shape{Kind::reals};
    shape.itemSize = sizeof(double);
    shape.contents = itemsOf<T>;
    return shape;
  } else if constexpr (isOneOrMany<T>) {
    return listShape<T, use>(Kind::oneOrMany);
  } else if constexpr (isVector<T>) {
    return listShape<T, use>(Kind::list);
  } else if constexpr (isStringMap<T>) {
    static_assert(!written, "no result holds a map");
    Shape shape{Kind::map};
    shape.item = &kShape<typename T::mapped_type, use>;
    shape.makeEntry = makeEntryOf<T>;
    return shape;
  } else {
    static_assert(DescribedStruct<T>, "no document form for this type");
    constexpr auto count = boost::mp11::mp_size<DescribedMembers<T>>::value;
    static_assert(sizeof kFields<T, use> == count * sizeof(Field));
    return {Kind::structure, static_cast<unsigned>(count), &kFields<T, use>};
  }
}

}  // namespace detail

}  // namespace riskset
