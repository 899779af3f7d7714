// Patients with adverse events: each counts once for a term, with the worst grade of it, and once
// in all, with the worst grade of any; the patients with any event are no sum over the terms.
//
// Grades are those of CTCAE, 1 (mild) to 5 (death); 0: there was no such event. Grade 3 or higher
// includes death. Where it is not known whether a patient's worst grade reaches a bound, the
// patient is left out of the rates at this bound, as neither with nor without the event.
//
// Source: National Cancer Institute (2017). Common Terminology Criteria for Adverse Events v5.0.
#pragma once

#include <algorithm>
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/safety/incidence_rate.h"
#include "core/tables/proportion_comparison.h"

namespace riskset {

inline constexpr int kWorstGrade = 5;  // death
inline constexpr int kSevereGrade = 3;

// What is known of one patient's events of one kind.
class WorstGrade {
 public:
  void addGrade(int grade) { known_ = std::max(known_.value_or(grade), grade); }
  void addUngraded() { ungraded_ = true; }  // it occurred, nobody knows how gravely
  void addUnknown() { unknown_ = true; }    // nobody knows whether it occurred
  void add(const WorstGrade& other);

  // Whether the worst grade is at least `bound` >= 1; empty: not known.
  std::optional<bool> reaches(int bound) const;
  // Empty: not known.
  std::optional<int> grade() const;

 private:
  std::optional<int> known_;
  bool ungraded_ = false, unknown_ = false;
};

// Of a term, the worst of each patient.
struct TermEvents {
  std::string term;
  std::vector<WorstGrade> worst;
};

// `exposure`: time of each patient under observation, NaN where it is not known; empty without.
struct SafetyCohort {
  Factor groups;  // of the patients
  std::vector<double> exposure;
};

// Patients of one arm: those of whom it is known whether they had it (`n`), and those who did.
// `worst`: by their worst grade, 0 to 5, where that is known.
struct AdverseEventArm {
  std::string label;
  int n = 0, any = 0, grade3plus = 0, grade5 = 0;
  std::vector<int> worst;
};
BOOST_DESCRIBE_STRUCT(AdverseEventArm, (), (label, n, any, grade3plus, grade5, worst))

// Patients with the event per time of exposure of all of the arm (also of that after the event:
// when it occurred is not known, so the rate is a lower bound of that until the first one). An arm
// without exposure has none.
struct ExposureAdjusted {
  std::vector<std::optional<IncidenceRate>> groups;
  std::optional<IncidenceRatio> ratio;  // of the second arm to the first
};
BOOST_DESCRIBE_STRUCT(ExposureAdjusted, (), (groups, ratio))

// Rates at one bound, of the arms of whose patients something is known; `comparison` where there
// are two or more of them.
struct AdverseEventRates {
  std::vector<ProportionGroup> groups;
  std::optional<ProportionComparison> comparison;
  std::optional<ExposureAdjusted> exposureAdjusted;
};
BOOST_DESCRIBE_STRUCT(AdverseEventRates, (), (groups, comparison, exposureAdjusted))

// `difference` (second arm less the first, with Newcombe's interval) and `p` (Fisher) are those of
// any grade; those of the higher grades stand with their rates.
struct AdverseEventTerm {
  std::string term;
  std::vector<AdverseEventArm> perArm;
  Estimate difference;
  std::optional<double> p;
  AdverseEventRates any, grade3plus, grade5;
};
BOOST_DESCRIBE_STRUCT(AdverseEventTerm, (), (term, perArm, difference, p, any, grade3plus, grade5))

BOOST_DEFINE_ENUM_CLASS(AdverseEventOrder, file, frequency, difference)

struct AdverseEvents {
  std::vector<AdverseEventTerm> terms;
  AdverseEventTerm anyTerm;  // of any term; without a name
};
BOOST_DESCRIBE_STRUCT(AdverseEvents, (), (terms, anyTerm))

AdverseEventTerm adverseEventTerm(const TermEvents& events, const SafetyCohort& cohort,
                                  double level);

// The most frequent first (patients of all arms), or those whose arms differ most. Ties keep their
// order.
void sortTerms(std::vector<AdverseEventTerm>& terms, AdverseEventOrder order);

}  // namespace riskset
