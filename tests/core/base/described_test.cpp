// Described structs to documents and back.

#include "core/base/described.h"

#include <gtest/gtest.h>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <limits>

#include "tests/core/support/json.h"

namespace riskset {
namespace {

using nlohmann::json;

BOOST_DEFINE_ENUM_CLASS(Colour, red, darkBlue)

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
  std::map<std::string, Base> parts;
};
BOOST_DESCRIBE_STRUCT(Thing, (Base), (name, colour, count, tags, either, parts))

Result<Thing> read(const json& document) {
  return decode<Thing>(JsonView(document), "thing");
}

TEST(Described, ComesBackFromADocumentAsItWas) {
  const json document = {{"size", 2.5},
                         {"name", "a"},
                         {"colour", "darkBlue"},
                         {"count", 3},
                         {"tags", {"x"}},
                         {"either", 0.05},
                         {"parts", {{"p", {{"size", 1.0}}}}}};
  EXPECT_EQ(toJson(read(document).value()), document);
}

TEST(Described, TakesOneValueForAListOfOne) {
  EXPECT_EQ(read({{"tags", "x"}})->tags, (OneOrMany<std::string>{"x"}));
}

TEST(Described, KeepsTheDefaultOfAnAbsentKey) {
  EXPECT_EQ(read(json::object())->size, 1);
}

TEST(Described, RefusesAnUnknownKeyByName) {
  const auto thing = read({{"parts", {{"p", {{"weight", 1}}}}}});
  ASSERT_FALSE(thing);
  EXPECT_EQ(thing.problem().code, ProblemCode::unknownKey);
  EXPECT_EQ(thing.problem().detail, "thing.parts.p.weight");
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
