// Every option and result struct is described once, with Boost.Describe. This header names the
// kinds of type that a description may hold. The tables that documents are written and read by
// (shape.h) and the TypeScript types are made of them, so that no field is ever typed twice.
#pragma once

#include <array>
#include <boost/describe/enumerators.hpp>
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

namespace riskset {

// A JSON value given alone or in a list: `"by": "arm"` and `"by": ["arm", "sex"]`.
template <class T>
struct OneOrMany : std::vector<T> {
  using std::vector<T>::vector;
};

// The text of a level. A number in the file stands for its text: `"in": [1, 2]`.
struct Label : std::string {
  using std::string::string;
  Label(std::string text) : std::string(std::move(text)) {}
};

template <class T>
using DescribedMembers = boost::describe::describe_members<T, boost::describe::mod_public |
                                                                  boost::describe::mod_inherited>;

template <class T>
concept DescribedStruct = std::is_class_v<T> && boost::describe::has_describe_members<T>::value;

template <class T>
concept DescribedEnum = std::is_enum_v<T> && boost::describe::has_describe_enumerators<T>::value;

template <class T>
inline constexpr bool isOptional = false;
template <class T>
inline constexpr bool isOptional<std::optional<T>> = true;

template <class T>
inline constexpr bool isVector = false;
template <class T>
inline constexpr bool isVector<std::vector<T>> = true;

template <class T>
inline constexpr bool isOneOrMany = false;
template <class T>
inline constexpr bool isOneOrMany<OneOrMany<T>> = true;

template <class T>
inline constexpr bool isVariant = false;
template <class... T>
inline constexpr bool isVariant<std::variant<T...>> = true;

template <class T>
inline constexpr bool isStringMap = false;
template <class T>
inline constexpr bool isStringMap<std::map<std::string, T>> = true;

template <class>
inline constexpr bool alwaysFalse = false;

// Calls f(name, pointer to member) for each described member, bases first.
template <DescribedStruct T, class F>
void forEachMember(F&& f) {
  boost::mp11::mp_for_each<DescribedMembers<T>>(
      [&](auto member) { f(std::string_view(member.name), member.pointer); });
}

// The name of an enumerator. One that is a word of C++ has an underscore there, which is none of
// its name: auto_ is "auto".
template <class Enumerator>
inline constexpr auto kWithoutUnderscore = [] {
  std::array<char, std::string_view(Enumerator::name).size()> name{};
  for (std::size_t i = 0; i + 1 < name.size(); ++i)
    name[i] = Enumerator::name[i];
  return name;
}();

template <class Enumerator>
constexpr const char* nameOfEnumerator() {
  if constexpr (std::string_view(Enumerator::name).ends_with('_')) {
    return kWithoutUnderscore<Enumerator>.data();
  } else {
    return Enumerator::name;
  }
}

// Calls f(enumerator, name) for each described enumerator.
template <DescribedEnum E, class F>
void forEachEnumerator(F&& f) {
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>(
      [&](auto item) { f(item.value, std::string_view(nameOfEnumerator<decltype(item)>())); });
}

template <DescribedEnum E>
std::string_view nameOf(E value) {
  std::string_view name;
  forEachEnumerator<E>([&](E candidate, std::string_view text) {
    if (candidate == value) name = text;
  });
  return name;
}

}  // namespace riskset
