#include "core/safety/adverse_events.h"

#include <gtest/gtest.h>

namespace riskset {
namespace {

WorstGrade graded(int grade) {
  WorstGrade worst;
  worst.addGrade(grade);
  return worst;
}

TEST(WorstGrade, KnowsWhatOneEventIsEnoughToKnow) {
  WorstGrade worst = graded(2);
  EXPECT_EQ(worst.reaches(1), true);
  EXPECT_EQ(worst.reaches(3), false);
  worst.addUngraded();  // another event, perhaps a severe one
  EXPECT_EQ(worst.reaches(1), true);
  EXPECT_FALSE(worst.reaches(3) || worst.grade());
  worst.addGrade(4);
  EXPECT_EQ(worst.reaches(3), true);
  EXPECT_FALSE(worst.reaches(5) || worst.grade());
  worst.addGrade(5);  // nothing is worse
  EXPECT_EQ(worst.grade(), 5);
}

TEST(WorstGrade, DoesNotTakeTheUnknownForNone) {
  WorstGrade worst = graded(0);
  worst.addUnknown();
  EXPECT_FALSE(worst.reaches(1) || worst.grade());
  EXPECT_FALSE(WorstGrade().reaches(1));
  worst.addGrade(1);
  EXPECT_EQ(worst.reaches(1), true);
  EXPECT_FALSE(worst.reaches(3));
}

// Two arms of two; death counts at every bound.
TEST(AdverseEvents, CountsPatientsAtEveryBound) {
  const SafetyCohort cohort{{"arm", {"A", "B"}, {0, 0, 1, 1}}, {10, 20, 30, 40}};
  const auto term =
      adverseEventTerm({"rash", {graded(0), graded(1), graded(3), graded(5)}}, cohort, 0.95);
  EXPECT_EQ(term.perArm[0].any, 1);
  EXPECT_EQ(term.perArm[0].grade3plus, 0);
  EXPECT_EQ(term.perArm[1].any, 2);
  EXPECT_EQ(term.perArm[1].grade3plus, 2);
  EXPECT_EQ(term.perArm[1].grade5, 1);
  EXPECT_EQ(term.perArm[1].worst, (std::vector<int>{0, 0, 0, 1, 0, 1}));
  EXPECT_EQ(*term.difference.value, 0.5);
  EXPECT_EQ(term.any.exposureAdjusted->groups[1]->time, 70);
  EXPECT_EQ(term.any.exposureAdjusted->groups[0]->rate, 1 / 30.0);
}

// An arm of which nothing is known is not replaced by another in the comparison.
TEST(AdverseEvents, ComparesNoArmOfWhichNothingIsKnown) {
  const SafetyCohort cohort{{"arm", {"A", "B", "C"}, {0, 1, 2}}, {}};
  const auto term = adverseEventTerm({"rash", {graded(1), WorstGrade(), graded(2)}}, cohort, 0.95);
  EXPECT_EQ(term.perArm[1].n, 0);
  EXPECT_EQ(term.any.groups.size(), 2u);
  EXPECT_FALSE(term.any.comparison);
  EXPECT_FALSE(term.difference.value || term.p);
}

TEST(AdverseEvents, SortsByPatientsOrByDifference) {
  const SafetyCohort cohort{{"arm", {"A", "B"}, {0, 0, 1, 1}}, {}};
  const auto term = [&](const char* name, std::vector<int> grades) {
    std::vector<WorstGrade> worst;
    for (const int grade : grades)
      worst.push_back(graded(grade));
    return adverseEventTerm({name, worst}, cohort, 0.95);
  };
  std::vector terms{term("few", {0, 0, 0, 1}), term("all", {1, 1, 1, 1}),
                    term("one arm", {2, 2, 0, 0})};
  const auto names = [&] { return terms[0].term + ", " + terms[1].term + ", " + terms[2].term; };
  sortTerms(terms, AdverseEventOrder::file);
  EXPECT_EQ(names(), "few, all, one arm");
  sortTerms(terms, AdverseEventOrder::frequency);
  EXPECT_EQ(names(), "all, one arm, few");
  sortTerms(terms, AdverseEventOrder::difference);
  EXPECT_EQ(names(), "one arm, few, all");
}

}  // namespace
}  // namespace riskset
