// Document -> described value, refusing what the description does not know: an unknown key, a
// wrong type and a value outside an enumeration are problems that name the place, as in
// "analyses[2].interval". A key that is absent keeps the member's default.
//
// A View reads one kind of document (a JavaScript value, JSON): kind(), boolean(), number(),
// text(), size(), at(int), keys(), get(string), and reals()/wholes() for kinds `reals`/`wholes`
// (typed arrays; a document form without them never reports these kinds).
#pragma once

#include <cmath>
#include <limits>
#include <set>

#include "core/base/described.h"
#include "core/base/result.h"
#include "core/base/text.h"

namespace riskset {

enum class DocumentKind { null, boolean, number, text, list, object, reals, wholes };

// Keys that a caller has dealt with itself: they are not unknown, and not read.
using HandledKeys = std::set<std::string>;

// Fills `value` from the document, or says what is wrong at `path`.
template <class T, class View>
std::optional<Problem> decodeInto(T& value, const View& view, const std::string& path,
                                  const HandledKeys& handled = {});

template <class T, class View>
Result<T> decode(const View& view, const std::string& path, const HandledKeys& handled = {}) {
  T value{};
  if (auto problem = decodeInto(value, view, path, handled)) return *std::move(problem);
  return value;
}

namespace detail {

inline Problem wrongType(const std::string& path, std::string_view wanted) {
  return {ProblemCode::wrongType, "", {}, path + " must be " + std::string(wanted)};
}

template <class List, class View>
std::optional<Problem> decodeList(List& list, const View& view, const std::string& path) {
  using Item = typename List::value_type;
  if constexpr (std::is_same_v<List, std::vector<double>>) {
    if (view.kind() == DocumentKind::reals) {
      list = view.reals();
      return {};
    }
  }
  if constexpr (std::is_same_v<List, std::vector<int>>) {
    if (view.kind() == DocumentKind::wholes) {
      list = view.wholes();
      return {};
    }
  }
  list.clear();
  const auto append = [&](const View& item, const std::string& itemPath) {
    Item value{};
    auto problem = decodeInto(value, item, itemPath);
    list.push_back(std::move(value));
    return problem;
  };
  if (view.kind() == DocumentKind::list) {
    for (int i = 0; i < view.size(); ++i) {
      if (auto problem = append(view.at(i), path + "[" + std::to_string(i) + "]")) return problem;
    }
    return {};
  }
  if constexpr (isOneOrMany<List>) return append(view, path);
  return wrongType(path, "a list");
}

template <class E, class View>
std::optional<Problem> decodeEnum(E& value, const View& view, const std::string& path) {
  if (view.kind() != DocumentKind::text) return wrongType(path, "a text");
  const std::string text = view.text();
  bool found = false;
  std::string allowed;
  forEachEnumerator<E>([&](E candidate, std::string_view name) {
    if (name == text) {
      value = candidate;
      found = true;
    }
    allowed += (allowed.empty() ? "" : ", ") + std::string(name);
  });
  if (found) return {};
  return Problem{
      ProblemCode::valueNotAllowed, "", {}, path + " is '" + text + "'; allowed: " + allowed};
}

// The first alternative that the document fits; if none, what the first one misses that takes this
// kind of value, else what the first one misses.
template <class Variant, class View, std::size_t at = 0>
std::optional<Problem> decodeVariant(Variant& value, const View& view, const std::string& path) {
  std::variant_alternative_t<at, Variant> alternative{};
  auto problem = decodeInto(alternative, view, path);
  if (!problem) {
    value = std::move(alternative);
    return {};
  }
  if constexpr (at + 1 < std::variant_size_v<Variant>) {
    auto next = decodeVariant<Variant, View, at + 1>(value, view, path);
    const auto otherKind = [&](const Problem& each) {
      return each.detail.starts_with(path + " must be ");
    };
    if (!next || (otherKind(*problem) && !otherKind(*next))) return next;
  }
  return problem;
}

template <class T, class View>
std::optional<Problem> decodeStruct(T& value, const View& view, const std::string& path,
                                    const HandledKeys& handled) {
  if (view.kind() != DocumentKind::object) return wrongType(path, "an object");
  const std::string prefix = path.empty() ? "" : path + ".";
  std::set<std::string> unread;
  for (const std::string& key : view.keys()) {
    if (!handled.contains(key)) unread.insert(key);
  }
  std::optional<Problem> problem;
  forEachMember<T>([&](std::string_view name, auto member) {
    const std::string key(name);
    if (!problem && unread.erase(key))
      problem = decodeInto(value.*member, view.get(key), prefix + key);
  });
  if (problem) return problem;
  if (!unread.empty()) return Problem{ProblemCode::unknownKey, "", {}, prefix + *unread.begin()};
  return {};
}

}  // namespace detail

template <class T, class View>
std::optional<Problem> decodeInto(T& value, const View& view, const std::string& path,
                                  const HandledKeys& handled) {
  const DocumentKind kind = view.kind();
  if constexpr (isOptional<T>) {
    if (kind == DocumentKind::null) return {};
    return decodeInto(value.emplace(), view, path);
  } else if constexpr (std::is_same_v<T, bool>) {
    if (kind != DocumentKind::boolean) return detail::wrongType(path, "true or false");
    value = view.boolean();
  } else if constexpr (std::is_floating_point_v<T>) {
    if (kind != DocumentKind::number) return detail::wrongType(path, "a number");
    value = view.number();
  } else if constexpr (std::is_integral_v<T>) {
    constexpr double most = std::numeric_limits<T>::max();
    if (kind != DocumentKind::number || std::trunc(view.number()) != view.number() ||
        std::abs(view.number()) > most) {
      return detail::wrongType(path, "a whole number");
    }
    value = static_cast<T>(view.number());
  } else if constexpr (std::is_same_v<T, Label>) {
    if (kind != DocumentKind::text && kind != DocumentKind::number)
      return detail::wrongType(path, "a text");
    value = kind == DocumentKind::text ? Label(view.text()) : Label(shortestText(view.number()));
  } else if constexpr (std::is_same_v<T, std::string>) {
    if (kind != DocumentKind::text) return detail::wrongType(path, "a text");
    value = view.text();
  } else if constexpr (DescribedEnum<T>) {
    return detail::decodeEnum(value, view, path);
  } else if constexpr (isVariant<T>) {
    return detail::decodeVariant(value, view, path);
  } else if constexpr (isVector<T> || isOneOrMany<T>) {
    return detail::decodeList(value, view, path);
  } else if constexpr (isStringMap<T>) {
    if (kind != DocumentKind::object) return detail::wrongType(path, "an object");
    for (const std::string& key : view.keys()) {
      if (auto problem = decodeInto(value[key], view.get(key), path + "." + key)) return problem;
    }
  } else if constexpr (DescribedStruct<T>) {
    return detail::decodeStruct(value, view, path, handled);
  } else {
    static_assert(alwaysFalse<T>, "no document form for this type");
  }
  return {};
}

}  // namespace riskset
