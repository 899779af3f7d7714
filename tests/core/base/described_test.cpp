// Described structs to documents and back.

#include "core/base/described.h"

#include <gtest/gtest.h>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <cmath>
#include <limits>

#include "core/base/decode.h"
#include "tests/core/support/json.h"

namespace riskset {
namespace {

using nlohmann::json;

BOOST_DEFINE_ENUM_CLASS(Colour, red, darkBlue)

BOOST_DEFINE_ENUM_CLASS(Pace, slow, auto_)

struct Journey {
  Pace pace{};
};
BOOST_DESCRIBE_STRUCT(Journey, (), (pace))

struct Base {
  double size = 1;
};
BOOST_DESCRIBE_STRUCT(Base, (), (size))

struct Thing : Base {
  std::string name;
  Colour colour{};
  std::optional<int> count;
  OneOrMany<std::string> tags;
  std::variant<Colour, double> either;
  std::vector<Base> parts;
  std::vector<double> reals;
  std::vector<int> wholes;
  std::vector<std::optional<double>> gaps;
  bool last = false;
};
BOOST_DESCRIBE_STRUCT(Thing, (Base),
                      (name, colour, count, tags, either, parts, reals, wholes, gaps, last))

struct Shelf {
  std::map<std::string, Thing> things;
};
BOOST_DESCRIBE_STRUCT(Shelf, (), (things))

struct Limits {
  OptionalReals lower;
};
BOOST_DESCRIBE_STRUCT(Limits, (), (lower))

template <class T = Thing>
Result<T> read(const json& document) {
  const std::string bytes = toDocument(document);
  return decode<T>(Document(bytes.data()), "thing");
}

TEST(Described, ComesBackFromADocumentAsItWas) {
  const json document = {{"size", 2.5},
                         {"name", "a"},
                         {"colour", "darkBlue"},
                         {"count", 3},
                         {"tags", {"x"}},
                         {"either", 0.05},
                         {"parts", {{{"size", 1.0}}, {{"size", 2.0}}}},
                         {"reals", {0.5, 1.5}},
                         {"wholes", {-1, 7}},
                         {"gaps", {1.5, nullptr, 2.5}},
                         {"last", true}};
  EXPECT_EQ(toJson(read(document).value()), document);
}

TEST(Described, HandsOverMissingNumbersAsNothing) {
  Limits limits{{0.5, {}, std::numeric_limits<double>::infinity()}};
  limits.lower.resize(5);
  limits.lower.set(4, 2);
  EXPECT_EQ(toJson(limits), (json{{"lower", {0.5, nullptr, nullptr, nullptr, 2.0}}}));
  EXPECT_EQ(limits.lower.front(), 0.5);
  EXPECT_FALSE(limits.lower[1]);
}

TEST(Described, LeavesOutTheUnderscoreOfAWordOfCpp) {
  const json document = {{"pace", "auto"}};
  EXPECT_EQ(read<Journey>(document)->pace, Pace::auto_);
  EXPECT_EQ(toJson(read<Journey>(document).value()), document);
  EXPECT_EQ(nameOf(Pace::auto_), "auto");
  EXPECT_FALSE(read<Journey>({{"pace", "auto_"}}));
}

TEST(Described, TakesArraysOfNumbersAsTheyAre) {
  const double reals[] = {1.5, std::numeric_limits<double>::quiet_NaN()};
  const std::int32_t wholes[] = {3, -1};
  DocumentWriter document;
  document.kind(DocumentKind::object);
  document.count(3);
  document.text("reals");
  document.kind(DocumentKind::reals);
  document.count(2);
  document.raw(reals, sizeof reals);
  document.text("wholes");
  document.kind(DocumentKind::wholes);
  document.count(2);
  document.raw(wholes, sizeof wholes);
  document.text("last");
  document.kind(DocumentKind::yes);
  const auto thing = decode<Thing>(Document(document.bytes.data()), "thing");
  ASSERT_TRUE(thing);
  ASSERT_EQ(thing->reals.size(), 2u);
  EXPECT_EQ(thing->reals[0], 1.5);
  EXPECT_TRUE(std::isnan(thing->reals[1]));
  EXPECT_EQ(thing->wholes, (std::vector<int>{3, -1}));
  EXPECT_TRUE(thing->last) << "what follows an array is found behind it";
}

TEST(Described, ReadsAMapByItsKeys) {
  const auto shelf =
      read<Shelf>({{"things", {{"a", {{"name", "first"}}}, {"b", {{"name", "second"}}}}}});
  ASSERT_TRUE(shelf);
  EXPECT_EQ(shelf->things.at("a").name, "first");
  EXPECT_EQ(shelf->things.at("b").name, "second");
}

TEST(Described, TakesTheAlternativeThatFits) {
  EXPECT_EQ(std::get<Colour>(read({{"either", "darkBlue"}})->either), Colour::darkBlue);
  EXPECT_EQ(std::get<double>(read({{"either", 2}})->either), 2);
}

TEST(Described, SaysWhatTheAlternativeMissesThatTakesThisKindOfValue) {
  const auto thing = read({{"either", "green"}});
  ASSERT_FALSE(thing);
  EXPECT_EQ(thing.problem().detail, "thing.either is 'green'; allowed: red, darkBlue");
  EXPECT_EQ(read({{"either", true}}).problem().detail, "thing.either must be a text");
}

TEST(Described, TakesOneValueForAListOfOne) {
  EXPECT_EQ(read({{"tags", "x"}})->tags, (OneOrMany<std::string>{"x"}));
}

TEST(Described, KeepsTheDefaultOfAnAbsentKey) {
  EXPECT_EQ(read(json::object())->size, 1);
}

TEST(Described, RefusesAnUnknownKeyByName) {
  const auto shelf = read<Shelf>(
      {{"things", {{"a", {{"parts", {{{"size", 1}}, {{"width", 1}, {"weight", 1}}}}}}}}});
  ASSERT_FALSE(shelf);
  EXPECT_EQ(shelf.problem().code, ProblemCode::unknownKey);
  EXPECT_EQ(shelf.problem().detail, "thing.things.a.parts[1].weight");
}

TEST(Described, RefusesAnotherTypeAndSaysWhichItWants) {
  const auto thing = read({{"count", 1.5}});
  ASSERT_FALSE(thing);
  EXPECT_EQ(thing.problem().code, ProblemCode::wrongType);
  EXPECT_EQ(thing.problem().detail, "thing.count must be a whole number");
}

TEST(Described, ListsTheAllowedValuesOfAnEnumeration) {
  const auto thing = read({{"colour", "green"}});
  ASSERT_FALSE(thing);
  EXPECT_EQ(thing.problem().code, ProblemCode::valueNotAllowed);
  EXPECT_EQ(thing.problem().detail, "thing.colour is 'green'; allowed: red, darkBlue");
}

TEST(Described, WritesNothingForANumberThatIsNone) {
  EXPECT_TRUE(toJson(Base{std::numeric_limits<double>::quiet_NaN()})["size"].is_null());
  EXPECT_TRUE(toJson(Base{std::numeric_limits<double>::infinity()})["size"].is_null());
}

}  // namespace
}  // namespace riskset
