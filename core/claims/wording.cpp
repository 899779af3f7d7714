#include "core/claims/wording.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string_view>

namespace riskset {

std::string wordsOf(std::initializer_list<std::string_view> parts) {
  std::string all;
  for (const auto part : parts)
    all += part;
  return all;
}

std::string fixed(double x, int decimals) {
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, "%.*f", std::clamp(decimals, 0, 12), x);
  return buffer;
}

std::string pText(double p, int decimals) {
  const int shown = std::max(3, decimals);
  if (p >= std::pow(10, -shown)) return fixed(p, shown);
  if (p < 1e-4) return "below 0.0001";
  return fixed(p, 4);
}

std::string withPercentSign(const std::string& printed) {
  if (printed.ends_with('%')) return printed;
  return printed + "%";
}

int decimalsOf(const std::string& printed) {
  constexpr std::string_view kMiddleDot = "\u00b7";
  auto point = printed.find_first_of(".,");
  if (point == std::string::npos) {
    point = printed.find(kMiddleDot);
    if (point == std::string::npos) return 0;
    point += kMiddleDot.size() - 1;
  }
  const auto end = printed.find_first_not_of("0123456789", point + 1);
  return static_cast<int>((end == std::string::npos ? printed.size() : end) - point - 1);
}

std::string listedWith(const std::vector<std::string>& items, const std::string& word) {
  std::string all;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) all += i + 1 == items.size() ? " " + word + " " : ", ";
    all += items[i];
  }
  return all;
}

std::string nameOfMethod(ClaimMethod method) {
  switch (method) {
    case ClaimMethod::count:
      return "the count over all patients";
    case ClaimMethod::countAsFraction:
      return "the count as a fraction";
    case ClaimMethod::pearson:
      return "Pearson's chi-square test";
    case ClaimMethod::yates:
      return "the chi-square test with Yates's correction";
    case ClaimMethod::fisher:
      return "Fisher's exact test";
    case ClaimMethod::likelihoodRatio:
      return "the likelihood-ratio (G) test";
    case ClaimMethod::fisherOneSided:
      return "Fisher's exact test of one side";
    case ClaimMethod::waldTest:
      return "Wald's test";
    case ClaimMethod::oneSidedWaldTest:
      return "Wald's test of one side";
    case ClaimMethod::clopperPearson:
      return "Clopper and Pearson's interval";
    case ClaimMethod::wilson:
      return "Wilson's interval";
    case ClaimMethod::wilsonCorrected:
      return "Wilson's interval with continuity correction";
    case ClaimMethod::wald:
      return "Wald's interval";
    case ClaimMethod::waldCorrected:
      return "Wald's interval with continuity correction";
    case ClaimMethod::agrestiCoull:
      return "Agresti and Coull's interval";
    case ClaimMethod::jeffreys:
      return "Jeffreys's interval";
    case ClaimMethod::midP:
      return "the mid-P interval";
    case ClaimMethod::symmetricInterval:
      return "a symmetric interval, as SPSS prints it";
    case ClaimMethod::asymmetricInterval:
      return "an interval from the curve's own limits";
    case ClaimMethod::meanVariance:
      return "the mean of the two variances";
    case ClaimMethod::firstVariance:
      return "the variance of the first arm";
    case ClaimMethod::secondVariance:
      return "the variance of the second arm";
    case ClaimMethod::chiSquareTest:
      return "the chi-square distribution";
    case ClaimMethod::normalTest:
      return "the normal distribution";
    case ClaimMethod::tTest:
      return "Student's t distribution";
    case ClaimMethod::eventsApproximation:
      return "the approximation from the number of events";
  }
  return {};
}

std::string namesOf(const std::vector<ClaimMethod>& methods) {
  std::vector<std::string> names;
  for (const ClaimMethod method : methods)
    names.push_back(nameOfMethod(method));
  return listedWith(names, "or");
}

}  // namespace riskset
