// Claims that are true, printed as papers print: computed from simulated patients by textbook
// formulas of its own, rounded to the usual decimals. For the rate of false alarms, and with a
// digit altered, of what is caught.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "core/base/random.h"
#include "core/claims/claim_check.h"
#include "core/distributions/distributions.h"
#include "core/tables/contingency.h"
#include "core/tables/exact_contingency.h"
#include "core/tables/proportion.h"
#include "core/tables/two_proportions.h"

namespace riskset {

class HonestPrints {
 public:
  explicit HonestPrints(std::uint64_t seed) : random_(seed) {}

  Claim percentage() {
    const int n = between(8, 800), k = between(0, n);
    Claim claim = of(ClaimKind::percentOfN);
    if (coin()) claim.count = std::to_string(k);
    claim.n = std::to_string(n);
    claim.percent = printed(100.0 * k / n, between(0, 3));
    return claim;
  }

  // Of somewhat fewer patients than the arm has: with the count, or with n from elsewhere.
  Claim percentageOfFewer() {
    const int n = between(20, 800), k = between(1, n / 2);
    Claim claim = of(ClaimKind::percentOfN);
    claim.nAssumed = coin();
    if (!claim.nAssumed) claim.count = std::to_string(k);
    claim.n = std::to_string(n);
    const int evaluable = between(claim.nAssumed ? (4 * n + 4) / 5 : (9 * n + 9) / 10, n);
    claim.percent = printed(100.0 * k / evaluable, between(0, 3));
    return claim;
  }

  // The same of two arms, with the p of those evaluable; one decimal at least, and so many fewer
  // that it shows.
  Claim tableOfFewer() {
    Claim claim = of(ClaimKind::twoArmCounts);
    claim.nAssumed = coin();
    std::vector<Counts> shares;
    const double rate = 0.2 + 0.3 * random_.unit();
    const int decimals = between(1, 3);
    while (shares.size() < 2) {
      const int n = between(20, 150), evaluable = between((9 * n + 9) / 10, n - 1);
      const int k = std::max(1, draw(evaluable, rate));
      ClaimArm arm;
      if (!claim.nAssumed) arm.count = {std::to_string(k)};
      arm.n = std::to_string(n);
      const auto percent = printed(100.0 * k / evaluable, decimals);
      if (percent == printed(100.0 * k / n, decimals)) continue;
      if (claim.nAssumed && printsOfAnyCount(percent, n, decimals)) continue;
      arm.percent = {percent};
      shares.push_back({k, evaluable});
      claim.arms.push_back(arm);
    }
    const auto tests = twoProportionTests(shares[0], shares[1]);
    claim.p = printedP(coin() || !tests.pearson ? tests.fisher.p : tests.pearson->p);
    return claim;
  }

  // By any usual test, with 2 or 3 decimals of p and 0 to 3 of the percentages; counts printed or
  // not.
  Claim table() {
    const int n1 = between(8, 300), n2 = between(8, 300);
    const double rate = random_.unit(), shift = (random_.unit() - 0.5) * 0.5;
    const int k1 = draw(n1, rate), k2 = draw(n2, std::clamp(rate + shift, 0.01, 0.99));
    const auto tests = twoProportionTests({k1, n1}, {k2, n2});
    Claim claim = of(ClaimKind::twoArmCounts);
    double p = tests.fisher.p;
    const int test = between(0, 2);
    if (tests.pearson && test == 0) p = tests.pearson->p;
    if (tests.yates && test == 1) p = tests.yates->p;
    claim.p = printedP(p);
    const bool counted = coin();
    const int decimals = between(0, 3);
    for (const auto& [k, n] : {std::pair{k1, n1}, {k2, n2}}) {
      ClaimArm arm;
      if (counted) arm.count = {std::to_string(k)};
      arm.n = std::to_string(n);
      if (!counted || coin()) arm.percent = {printed(100.0 * k / n, decimals)};
      claim.arms.push_back(arm);
    }
    return claim;
  }

  Claim levels() {
    const int count = between(3, 5);
    std::vector<std::vector<int>> table(2, std::vector<int>(static_cast<std::size_t>(count)));
    for (auto& row : table)
      for (int patient = between(15, 90); patient > 0; --patient)
        ++row[random_.below(static_cast<std::uint32_t>(count))];
    Claim claim = of(ClaimKind::twoArmCounts);
    const auto pearson = pearsonChiSquare(table);
    const auto exact = coin() ? exactContingency(table, 20'000, 1) : std::nullopt;
    claim.p = printedP(exact && !exact->monteCarlo ? exact->p : pearson->p);
    for (const auto& row : table) {
      ClaimArm arm;
      arm.count.emplace();
      for (const int k : row)
        arm.count->push_back(std::to_string(k));
      claim.arms.push_back(arm);
    }
    return claim;
  }

  Claim interval() {
    const int n = between(8, 400), k = between(0, n), decimals = between(0, 2);
    const auto all = proportion(k, n).intervals;
    const Interval choices[]{
        all.clopperPearson, all.wilson, all.wilsonCorrected, all.wald, all.agrestiCoull,
        all.jeffreys,       all.midP};
    const Interval chosen = choices[between(0, 6)];
    Claim claim = of(ClaimKind::proportionWithInterval);
    if (coin()) claim.count = std::to_string(k);
    claim.n = std::to_string(n);
    claim.percent = printed(100.0 * k / n, between(decimals, 2));
    claim.lower = printed(100 * chosen.lower, decimals);
    claim.upper = printed(100 * chosen.upper, decimals);
    return claim;
  }

  Claim difference() {
    const int n1 = between(20, 300), n2 = between(20, 300);
    const int k1 = between(1, n1 - 1), k2 = between(1, n2 - 1);
    const double p1 = 1.0 * k1 / n1, p2 = 1.0 * k2 / n2;
    Claim claim = of(ClaimKind::standardizedDifference);
    for (const auto& [k, n] : {std::pair{k1, n1}, {k2, n2}}) {
      ClaimArm arm;
      arm.count = {std::to_string(k)};
      arm.n = std::to_string(n);
      claim.arms.push_back(arm);
    }
    claim.value =
        printed(std::abs(p1 - p2) / std::sqrt((p1 * (1 - p1) + p2 * (1 - p2)) / 2), between(2, 3));
    return claim;
  }

  Claim statistic() {
    const int df = between(1, 6);
    const double chiSquare = 2.5 * df * random_.unit() * random_.unit() * 2;
    Claim claim = of(ClaimKind::testStatistic);
    claim.statistic = printed(chiSquare, between(2, 3));
    claim.df = std::to_string(df);
    claim.p = printedP(chiSquareP(chiSquare, df));
    return claim;
  }

  // The odds ratio of a logistic model of two arms, Wald's interval and p.
  Claim oddsRatio() {
    int n1, n2, k1, k2;
    do {
      n1 = between(15, 300);
      n2 = between(15, 300);
      k1 = draw(n1, random_.unit());
      k2 = draw(n2, random_.unit());
    } while (k1 == 0 || k2 == 0 || k1 == n1 || k2 == n2);
    const double b = std::log(1.0 * k1 * (n2 - k2) / (1.0 * k2 * (n1 - k1)));
    const double se = std::sqrt(1.0 / k1 + 1.0 / (n1 - k1) + 1.0 / k2 + 1.0 / (n2 - k2));
    return ratio(ClaimMeasure::OR, b, se, normalTwoSidedP(b / se));
  }

  enum class Test { wald, logRank, likelihoodRatio };

  // The hazard ratio of two simulated arms (Efron's ties), Wald's interval and the p of `test`.
  Claim hazardRatio(Test test) {
    for (;;) {
      const Fit fit = simulatedFit();
      if (!(std::abs(fit.logRatio) < 4) || !(fit.stdError < 1.5)) continue;
      const double wald = fit.logRatio / fit.stdError;
      const double p = test == Test::wald      ? normalTwoSidedP(wald)
                       : test == Test::logRank ? chiSquareP(fit.logRankChiSquare, 1)
                                               : chiSquareP(fit.likelihoodRatio, 1);
      return ratio(ClaimMeasure::HR, fit.logRatio, fit.stdError, p);
    }
  }

  // The same with its events and the size of each arm; sometimes without the interval.
  Claim events() {
    for (;;) {
      const Fit fit = simulatedFit();
      if (!(std::abs(fit.logRatio) < 4) || !(fit.stdError < 1.5)) continue;
      Claim claim =
          ratio(ClaimMeasure::HR, fit.logRatio, fit.stdError, chiSquareP(fit.logRankChiSquare, 1));
      claim.kind = ClaimKind::eventsAndRatio;
      for (int arm : {1, 0}) {
        ClaimArm& each = claim.arms.emplace_back();
        each.n = std::to_string(fit.n[arm]);
        each.events = std::to_string(fit.events[arm]);
      }
      if (coin()) {
        claim.lower.reset();
        claim.upper.reset();
      }
      return claim;
    }
  }

  // SPSS's symmetric interval, or two limits around a median.
  Claim median() {
    const double value = 2 + 30 * random_.unit(), half = value * random_.unit() * 0.8;
    const int decimals = between(1, 3);
    Claim claim = of(ClaimKind::medianWithInterval);
    const double skew = coin() ? 1 : 1 + random_.unit();
    claim.value = printed(value, decimals);
    claim.lower = printed(value - half, decimals);
    claim.upper = printed(value + skew * half, decimals);
    return claim;
  }

  // One digit of one printed number, replaced by another.
  Claim altered(Claim claim) {
    std::vector<std::string*> prints;
    const auto add = [&](Print& print) {
      if (print) prints.push_back(&*print);
    };
    for (Print* print :
         {&claim.percent, &claim.value, &claim.lower, &claim.upper, &claim.p, &claim.statistic})
      add(*print);
    for (auto& arm : claim.arms) {
      for (Prints* list : {&arm.count, &arm.percent}) {
        if (!*list) continue;
        for (auto& each : **list)
          prints.push_back(&each);
      }
    }
    for (;;) {
      std::string& text = *prints[random_.below(static_cast<std::uint32_t>(prints.size()))];
      char& c = text[random_.below(static_cast<std::uint32_t>(text.size()))];
      if (c < '0' || c > '9') continue;
      c = static_cast<char>('0' + (c - '0' + between(1, 9)) % 10);
      return claim;
    }
  }

 private:
  struct Fit {
    double logRatio, stdError, logRankChiSquare, likelihoodRatio;
    int n[2]{}, events[2]{};
  };

  static Claim of(ClaimKind kind) {
    Claim claim;
    claim.kind = kind;
    return claim;
  }

  int between(int low, int high) {
    return low + static_cast<int>(random_.below(static_cast<std::uint32_t>(high - low + 1)));
  }
  bool coin() { return random_.below(2) == 0; }

  int draw(int n, double rate) {
    int events = 0;
    for (int i = 0; i < n; ++i)
      events += random_.unit() < rate;
    return events;
  }

  static std::string printed(double x, int decimals) {
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, "%.*f", decimals, x);
    return buffer;
  }

  static bool printsOfAnyCount(const std::string& percent, int n, int decimals) {
    for (int k = 0; k <= n; ++k)
      if (printed(100.0 * k / n, decimals) == percent) return true;
    return false;
  }

  std::string printedP(double p) {
    const int decimals = between(2, 3);
    if (p < std::pow(10, -decimals)) return decimals == 2 ? "<0.01" : "<0.001";
    return printed(p, decimals);
  }

  Claim ratio(ClaimMeasure measure, double logRatio, double stdError, double p) {
    const double half = normalCritical(0.95) * stdError;
    const int decimals = between(2, 3);
    Claim claim = of(ClaimKind::ratioWithInterval);
    claim.measure = measure;
    claim.value = printed(std::exp(logRatio), decimals);
    claim.lower = printed(std::exp(logRatio - half), decimals);
    claim.upper = printed(std::exp(logRatio + half), decimals);
    claim.p = printedP(p);
    return claim;
  }

  struct Patient {
    double time;
    bool event;
    int arm;
  };

  std::vector<Patient> patients() {
    const int n1 = between(12, 150), n2 = between(12, 150);
    const double ratio = std::exp((random_.unit() - 0.5) * 2.4), followUp = 5 + 40 * random_.unit();
    const bool months = coin();  // whole months have ties
    std::vector<Patient> all;
    for (int i = 0; i < n1 + n2; ++i) {
      const int arm = i < n1;
      const double event = -12 * std::log(1 - random_.unit()) / (arm ? ratio : 1);
      const double censored = followUp * (0.3 + 0.7 * random_.unit());
      const double time = std::min(event, censored);
      all.push_back({months ? std::ceil(time) : time, event <= censored, arm});
    }
    std::sort(all.begin(), all.end(),
              [](const Patient& a, const Patient& b) { return a.time < b.time; });
    return all;
  }

  // Log-likelihood, score and information of one binary covariate at b, with Efron's ties; at 0
  // also the log-rank variance.
  struct Step {
    double logLik = 0, score = 0, information = 0, logRankVariance = 0, logRankScore = 0;
  };

  static Step stepAt(const std::vector<Patient>& all, double b) {
    Step step;
    double atRisk[2]{};
    for (const auto& each : all)
      ++atRisk[each.arm];
    for (std::size_t i = 0; i < all.size();) {
      double events[2]{}, gone[2]{};
      const double time = all[i].time;
      for (; i < all.size() && all[i].time == time; ++i) {
        ++gone[all[i].arm];
        events[all[i].arm] += all[i].event;
      }
      const double d = events[0] + events[1], n = atRisk[0] + atRisk[1];
      for (int tied = 0; tied < d; ++tied) {
        const double share = tied / d;
        const double treated = (atRisk[1] - share * events[1]) * std::exp(b);
        const double sum = treated + atRisk[0] - share * events[0], mean = treated / sum;
        step.logLik -= std::log(sum);
        step.score -= mean;
        step.information += mean * (1 - mean);
      }
      step.logLik += b * events[1];
      step.score += events[1];
      if (d > 0) {
        step.logRankScore += events[1] - d * atRisk[1] / n;
        if (n > 1) step.logRankVariance += d * (n - d) / (n - 1) * atRisk[0] * atRisk[1] / (n * n);
      }
      for (int arm : {0, 1})
        atRisk[arm] -= gone[arm];
    }
    return step;
  }

  Fit simulatedFit() {
    const auto all = patients();
    double b = 0;
    Step step;
    for (int iteration = 0; iteration < 30; ++iteration) {
      step = stepAt(all, b);
      if (!(step.information > 0)) return {9, 9, 0, 0};
      b += std::clamp(step.score / step.information, -1.0, 1.0);
    }
    const Step null = stepAt(all, 0);
    Fit fit{b, 1 / std::sqrt(step.information),
            null.logRankScore * null.logRankScore / null.logRankVariance,
            2 * (step.logLik - null.logLik)};
    for (const auto& each : all) {
      ++fit.n[each.arm];
      fit.events[each.arm] += each.event;
    }
    return fit;
  }

  Random random_;
};

}  // namespace riskset
