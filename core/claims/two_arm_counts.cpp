// Counts of two arms against the p that is printed with them.
//
// Tried in this order: the tests of the table as printed; Fisher's of one side; with printed
// percentages that are of another size, a smaller one or, with counts, the other arm's; other
// tabulations; digits cut off; a last digit off by one. A percentage that no count gives leaves no
// table that a p could be said not to follow from.
#include <algorithm>

#include "core/base/text.h"
#include "core/claims/candidate_tables.h"
#include "core/claims/kinds.h"
#include "core/claims/percentages.h"
#include "core/claims/printed_p.h"
#include "core/claims/two_arm_tables.h"
#include "core/claims/two_arms.h"
#include "core/claims/wording.h"

namespace riskset {
namespace {

using enum ClaimVerdict;

bool allSound(const std::vector<PercentCheck>& checks) {
  return std::all_of(checks.begin(), checks.end(), isSound);
}

class TwoArmCheck {
 public:
  TwoArmCheck(std::vector<PrintedArm> arms, bool nAssumed, std::optional<PrintedP> p, Methods named)
      : arms_(std::move(arms)), nAssumed_(nAssumed), p_(std::move(p)), named_(std::move(named)) {}

  ClaimCheck check() {
    if (const auto refused = checkSums()) return *refused;
    checkPercents();
    for (std::size_t i = 0; i < arms_.size(); ++i)
      if (arms_[i].sum() > sizes_[i]) return tooMany(arms_[i]);
    const auto first = possibleRows(arms_[0], sizes_[0]);
    const auto second = possibleRows(arms_[1], sizes_[1]);
    if (first.rows.empty() || second.rows.empty()) return withoutTable();
    Candidates tables = tablesOf(
        first, second, swapped_ ? ClaimTabulation::swappedArms : ClaimTabulation::asPrinted);
    // A table that nobody printed is not shown as the two arms'.
    if (percentVerdict_ != cannotCheck)
      check_.recomputed.tables = {tables.tables[tables.tables.size() / 2]};
    if (!p_) return withoutP();
    judgeP(tables);
    return finished();
  }

 private:
  // Levels of one variable cannot hold more patients than there are; a count may be of the other
  // arm's patients (checkPercents).
  std::optional<ClaimCheck> checkSums() {
    for (const auto& arm : arms_) {
      const int most = arm.isBinary() ? std::max(arms_[0].n, arms_[1].n) : arm.n;
      if (arm.sum() > most) return tooMany(arm);
    }
    return {};
  }

  static ClaimCheck tooMany(const PrintedArm& arm) {
    return {impossible,
            {},
            {},
            std::to_string(arm.sum()) + " patients are more than the " + std::to_string(arm.n) +
                " they are counted among."};
  }

  void checkPercents() {
    sizes_ = {arms_[0].n, arms_[1].n};
    auto& all = check_.recomputed.percentages;
    all = percentsWith(sizes_);
    percentVerdict_ = consistent;
    for (const auto& each : all)
      percentVerdict_ = worse(percentVerdict_, each.verdict);
    const bool fits = arms_[0].sum() <= sizes_[0] && arms_[1].sum() <= sizes_[1];
    if (fits && isSoundPercent()) return;
    // Without counts another size fits by chance all too often.
    const std::vector<int> exchanged{sizes_[1], sizes_[0]};
    if (arms_[0].isBinary() && arms_[0].percents.size() == 1 && arms_[1].percents.size() == 1 &&
        !arms_[0].counts.empty() && !arms_[1].counts.empty() && arms_[0].sum() <= exchanged[0] &&
        arms_[1].sum() <= exchanged[1]) {
      const auto other = percentsWith(exchanged);
      if (allSound(other)) {
        swapped_ = true;
        sizes_ = exchanged;
        all = other;
        percentVerdict_ = otherTabulation;
        return;
      }
    }
    if (isSoundPercent()) percentVerdict_ = impossible;
  }

  std::vector<PercentCheck> percentsWith(const std::vector<int>& sizes) const {
    auto all = checkPercentages(arms_[0], sizes[0], nAssumed_);
    for (auto& each : checkPercentages(arms_[1], sizes[1], nAssumed_))
      all.push_back(std::move(each));
    return all;
  }

  ClaimCheck withoutTable() {
    check_.verdict = percentVerdict_ == consistent ? cannotCheck : percentVerdict_;
    check_.sentence =
        percentWords() + "The percentages leave several counts open, so the table is not known.";
    return std::move(check_);
  }

  ClaimCheck withoutP() {
    const auto& all = check_.recomputed.percentages;
    check_.verdict = all.empty() ? cannotCheck : percentVerdict_;
    if (all.empty())
      check_.sentence = "No p value or percentage is printed to check the counts with.";
    else if (percentVerdict_ == consistent) {
      check_.sentence =
          wordsOf({percentageSentence(all.front()), " ", percentageSentence(all.back())});
      check_.reproducedBy = {ClaimMethod::count};
    } else {
      check_.sentence = percentWords();
      check_.sentence.erase(check_.sentence.find_last_not_of(' ') + 1);
    }
    return std::move(check_);
  }

  // What is wrong with the percentages, and a space behind it.
  std::string percentWords() const {
    if (percentVerdict_ == consistent) return "";
    if (swapped_) return "The percentages would be those of the other arm's size each. ";
    std::string words;
    for (const auto& each : check_.recomputed.percentages)
      if (each.verdict == percentVerdict_ && (words.empty() || arms_[0].isBinary()))
        words += percentageSentence(each) + " ";
    return words;
  }

  void judgeP(Candidates& tables) {
    const PrintedNumber& number = p_->number;
    const auto prints = [&](Interval p) { return overlap(number.rounded(), p); };
    const Methods expected = named_.empty() ? kExpected : named_;
    if (percentVerdict_ == cannotCheck) {
      if (!matchesEvaluable(prints)) conclude(cannotCheck);
      return;
    }
    if (findMatch(tables, expected, prints, check_)) return conclude(consistent);
    if (findMatch(tables, kUsual, prints, check_))
      return conclude(named_.empty() ? consistent : otherTest);
    if (findMatch(tables, {ClaimMethod::fisherOneSided}, prints, check_)) return conclude(oneSided);
    if (matchesEvaluable(prints)) return;
    if (hasNoCount()) return conclude(cannotCheck);
    if (matchesOtherTabulation(prints)) return;
    for (auto& each : evaluableTables(arms_, check_.recomputed.percentages).tables) {
      check_.recomputed.tables.push_back(each);
      tables.tables.push_back(std::move(each));
    }
    const auto cut = [&](Interval p) { return overlap(number.cutOff(), p); };
    if (number.relation == PrintedNumber::Relation::equal && findMatch(tables, kUsual, cut, check_))
      return conclude(truncated);
    const auto near = [&](Interval p) {
      return overlap(number.neighbours(), p) && !p_->isOtherSideOf(p);
    };
    if (findMatch(tables, expected, near, check_) || findMatch(tables, kUsual, near, check_))
      return conclude(lastDigit);
    conclude(allOnOtherSide(tables) ? decisionError : inconsistent);
  }

  bool isSoundPercent() const {
    return percentVerdict_ == consistent || percentVerdict_ == truncated ||
           percentVerdict_ == otherTabulation;
  }

  // Whether the table of some arm is only that of the count nearest to a percentage.
  bool hasNoCount() const {
    std::size_t at = 0;
    for (const auto& arm : arms_) {
      for (std::size_t i = 0; i < arm.percents.size(); ++i, ++at) {
        const auto& each = check_.recomputed.percentages[at];
        if (arm.counts.empty() && each.possible == 0 && !isSound(each)) return true;
      }
    }
    return false;
  }

  // Where n is printed and no count is, only a p that is a number speaks for fewer patients: nearly
  // any table gives "<0.001".
  bool matchesEvaluable(const HoldsOfP& prints) {
    if (hasNoCount() && !nAssumed_ && p_->number.relation != PrintedNumber::Relation::equal)
      return false;
    Candidates candidates = evaluableTables(arms_, check_.recomputed.percentages);
    const auto asPrinted = check_.recomputed.tables;
    if (!findMatch(candidates, named_.empty() ? kExpected : named_, prints, check_)) return false;
    check_.recomputed.tables.insert(check_.recomputed.tables.begin(), asPrinted.begin(),
                                    asPrinted.end());
    percentVerdict_ = otherTabulation;
    conclude(otherTabulation);
    return true;
  }

  bool matchesOtherTabulation(const HoldsOfP& prints) {
    const auto& table = check_.recomputed.tables.front().table;
    std::vector<int> unknown(2);
    if (!arms_[0].isBinary()) {
      for (std::size_t i = 0; i < 2; ++i) {
        int sum = 0;
        for (const int count : table[i])
          sum += count;
        unknown[i] = std::max(0, arms_[i].n - sum);
      }
    }
    Candidates candidates{otherTabulations(table, unknown)};
    const auto asPrinted = check_.recomputed.tables;
    const bool found = findMatch(candidates, kExpected, prints, check_);
    check_.recomputed.tables = asPrinted;
    check_.recomputed.tables.insert(check_.recomputed.tables.end(), candidates.tables.begin(),
                                    candidates.tables.end());
    if (found) conclude(otherTabulation);
    return found;
  }

  bool allOnOtherSide(const Candidates& candidates) const {
    bool any = false;
    for (const auto& table : candidates.tables) {
      for (const ClaimMethod method : kExpected) {
        const auto p = pOf(table, method);
        if (!p) continue;
        if (!p_->isOtherSideOf(*p)) return false;
        any = true;
      }
    }
    return any;
  }

  void conclude(ClaimVerdict verdict) { pVerdict_ = verdict; }

  const TableCheck& matched() const {
    const auto& tables = check_.recomputed.tables;
    const auto found = std::find_if(tables.begin(), tables.end(),
                                    [](const TableCheck& each) { return !each.matches.empty(); });
    if (found != tables.end()) return *found;
    const auto fewer = std::find_if(tables.begin(), tables.end(), [](const TableCheck& each) {
      return each.tabulation == ClaimTabulation::evaluable;
    });
    return fewer == tables.end() ? tables.front() : *fewer;
  }

  std::string pSentence() const {
    const TableCheck& table = matched();
    const bool binary = arms_[0].isBinary();
    const auto& asPrinted = check_.recomputed.tables.front().table;
    const auto& counted = table.tabulation == ClaimTabulation::evaluable ? table.table : asPrinted;
    const std::string counts =
        rowText(counted[0], binary) + " against " + rowText(counted[1], binary);
    const std::string by = namesOf(check_.reproducedBy);
    const int decimals = p_->number.decimals + (pVerdict_ == truncated ? 1 : 0);
    switch (pVerdict_) {
      case consistent:
        return wordsOf({p_->words(), " follows from ", counts, " by ", by, "."});
      case otherTest:
        return wordsOf({p_->words(), " follows from ", counts, " by ", by,
                        ", not by the test that is named."});
      case oneSided:
        return wordsOf({p_->words(), " follows from ", counts, " only by ", by, "."});
      case otherTabulation:
        return wordsOf(
            {p_->words(), " follows from ", counts, " by ", by, " ", tabulationText(table), "."});
      case truncated:
        return wordsOf({"For ", counts, " p is ",
                        computedText(table, check_.reproducedBy, decimals), "; ", p_->words(),
                        " has its digits cut off instead of rounded."});
      case lastDigit:
        return wordsOf({"For ", counts, " p is ",
                        computedText(table, check_.reproducedBy, decimals), "; ", p_->words(),
                        " is off by one in the last digit."});
      default:
        break;
    }
    std::string sentence = wordsOf({p_->words(), " does not follow from ", counts, ": p is ",
                                    computedText(table, kExpected, decimals)});
    if (pVerdict_ == decisionError) sentence += ", on the other side of " + shortestText(p_->alpha);
    return sentence + ".";
  }

  // The figures of a claim are together as true as the least of them.
  static ClaimVerdict worse(ClaimVerdict a, ClaimVerdict b) {
    const auto rank = [](ClaimVerdict verdict) {
      const ClaimVerdict worstFirst[]{decisionError, impossible, inconsistent,    lastDigit,
                                      cannotCheck,   truncated,  otherTabulation, oneSided,
                                      otherTest,     consistent};
      return std::find(std::begin(worstFirst), std::end(worstFirst), verdict) -
             std::begin(worstFirst);
    };
    return rank(a) < rank(b) ? a : b;
  }

  ClaimCheck finished() {
    check_.verdict = worse(percentVerdict_, pVerdict_);
    if (pVerdict_ == cannotCheck) {
      check_.sentence = percentWords();
      check_.sentence.pop_back();
      return std::move(check_);
    }
    const bool namesSizes =
        pVerdict_ == otherTabulation && matched().tabulation == ClaimTabulation::evaluable;
    check_.sentence = (namesSizes ? "" : percentWords()) + pSentence();
    return std::move(check_);
  }

  std::vector<PrintedArm> arms_;
  bool nAssumed_;
  std::optional<PrintedP> p_;
  Methods named_;
  std::vector<int> sizes_;
  bool swapped_ = false;
  ClaimVerdict percentVerdict_ = consistent, pVerdict_ = consistent;
  ClaimCheck check_;
};

}  // namespace

Result<ClaimCheck> checkTwoArmCounts(const Claim& claim, double level) {
  auto arms = readArms(claim.arms);
  if (!arms) return arms.problem();
  auto p = readP(claim, level);
  if (!p) return p.problem();
  return TwoArmCheck(*arms, claim.nAssumed, *p, testsNamed(claim.test.value_or(""))).check();
}

}  // namespace riskset
