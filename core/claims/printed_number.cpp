#include "core/claims/printed_number.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

#include "core/base/contains.h"
#include "core/base/text.h"
#include "core/claims/print_characters.h"

namespace riskset {
namespace {

constexpr std::size_t kMostBytes = 64, kMostDigits = 15;

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

bool isLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Cuts a number to sign, digits and point as it goes: from both ends inwards.
class Reader {
 public:
  Reader(std::string_view text, bool whole) : rest_(trimmed(text)), whole_(whole) {}

  bool read(PrintedNumber& number) {
    skipLabel();
    number.relation = relation();
    std::string_view power = cutPower();
    skipMarks(number);
    if (power.empty()) power = cutExponent();
    const auto exponent = power.empty() ? std::optional(0.0) : numberIn(power);
    const auto mantissa = mantissaText();
    if (!exponent || std::abs(*exponent) > 300 || mantissa.empty()) return false;
    const auto value = numberIn(mantissa);
    if (!value) return false;
    const double scale = std::pow(10, *exponent);
    const auto point = mantissa.find('.');
    const int behind =
        point == std::string::npos ? 0 : static_cast<int>(mantissa.size() - point - 1);
    number.decimals = std::max(0, behind - static_cast<int>(*exponent));
    number.unit = std::pow(10, *exponent - behind);
    number.value = *exponent == 0 ? *value : *value * scale;
    return std::isfinite(number.value);
  }

 private:
  void trim() { rest_ = trimmed(rest_); }

  bool skip(std::string_view start) {
    if (!rest_.starts_with(start)) return false;
    rest_.remove_prefix(start.size());
    trim();
    return true;
  }

  // "P", "p-value", "n" before a sign or digit.
  void skipLabel() {
    while (skip("(") || skip("[")) {
    }
    if (rest_.empty() || !contains(std::string_view("PpNn"), rest_.front())) return;
    rest_.remove_prefix(1);
    trim();
    const auto before = rest_;
    if (skip("-")) trim();
    if (!skip("value") && !skip("Value")) rest_ = before;
    skip(":");
  }

  PrintedNumber::Relation relation() {
    using enum PrintedNumber::Relation;
    auto found = equal;
    if (skip("<"))
      found = below;
    else if (skip(">"))
      found = above;
    skip("=");
    return found;
  }

  // What follows "x 10": the power of ten.
  std::string_view cutPower() {
    const auto times = rest_.find_first_of("xX*");
    if (times == std::string_view::npos) return {};
    auto behind = trimmed(rest_.substr(times + 1));
    if (!behind.starts_with("10")) return {};
    behind.remove_prefix(2);
    power_.clear();
    for (const char c : behind) {
      if (c != '^' && c != '*' && c != ')' && c != ' ') power_ += c;
    }
    rest_ = trimmed(rest_.substr(0, times));
    return power_;
  }

  std::string_view cutExponent() {
    const auto e = rest_.find_first_of("eE");
    if (e == std::string_view::npos) return {};
    const auto exponent = rest_.substr(e + 1);
    rest_ = rest_.substr(0, e);
    return exponent.empty() ? "?" : exponent;
  }

  void skipMarks(PrintedNumber& number) {
    for (;;) {
      trim();
      const std::size_t size = rest_.size();
      if (size == 0) return;
      const char last = rest_.back();
      if (size >= 2 && rest_[size - 2] == '^') {
        rest_.remove_suffix(2);
      } else if (contains(std::string_view("*^)];,"), last)) {
        rest_.remove_suffix(1);
      } else if (last == '%') {
        number.percentSign = true;
        rest_.remove_suffix(1);
      } else if (size >= 2 && isLetter(last) &&
                 (isDigit(rest_[size - 2]) || rest_[size - 2] == ' ')) {
        rest_.remove_suffix(1);  // a footnote's letter
      } else {
        return;
      }
    }
  }

  // Groups of three digits behind `mark` are thousands.
  static bool inThousands(std::string_view text, char mark) {
    std::size_t run = 0;
    bool first = true;
    for (const char c : text) {
      if (c == '.') break;
      if (c != mark) {
        ++run;
        continue;
      }
      if (first ? run < 1 || run > 3 : run != 3) return false;
      first = false;
      run = 0;
    }
    return !first && run == 3;
  }

  std::string mantissaText() {
    std::string text(rest_);
    std::string sign;
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
      if (text.front() == '-') sign = "-";
      text = std::string(trimmed(std::string_view(text).substr(1)));
    }
    if (text.find_first_not_of("0123456789., '") != std::string::npos) return {};
    for (const char mark : {' ', '\''}) {
      if (text.find(mark) == std::string::npos) continue;
      if (!inThousands(text, mark)) return {};
      std::erase(text, mark);
    }
    const bool point = text.find('.') != std::string::npos;
    if (text.find(',') != std::string::npos) {
      if ((whole_ || point) && inThousands(text, ','))
        std::erase(text, ',');
      else
        std::replace(text.begin(), text.end(), ',', '.');
    }
    const auto digits = std::count_if(text.begin(), text.end(), isDigit);
    if (std::count(text.begin(), text.end(), '.') > 1 || digits == 0 ||
        static_cast<std::size_t>(digits) > kMostDigits)
      return {};
    return sign + text;
  }

  std::string_view rest_;
  std::string power_;
  bool whole_;
};

std::string shortened(std::string_view text) {
  if (text.size() <= kMostBytes) return std::string(text);
  std::size_t end = kMostBytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80)
    --end;  // not within a character
  return std::string(text.substr(0, end)) + "\u2026";
}

Problem noNumber(std::string_view text, const std::string& field, std::string_view kind) {
  return {ProblemCode::valueNotAllowed,
          "",
          {},
          field + " is \u201c" + shortened(text) + "\u201d, which is no " + std::string(kind)};
}

Result<PrintedNumber> readAs(std::string_view text, const std::string& field, bool whole,
                             std::string_view kind) {
  PrintedNumber number;
  number.text = shortened(trimmed(text));
  if (text.size() > kMostBytes) return noNumber(text, field, kind);
  const std::string plain = plainCharacters(text);
  const std::string word = lowerCase(std::string(trimmed(plain)));
  if (word == "ns" || word == "n.s.") {
    number.value = 0.05;
    number.unit = 0.01;
    number.decimals = 2;
    number.relation = PrintedNumber::Relation::above;
    return number;
  }
  if (!Reader(plain, whole).read(number)) return noNumber(text, field, kind);
  return number;
}

}  // namespace

Interval PrintedNumber::within(double below, double above) const {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  const double slack = 1e-9 * unit + 1e-12 * std::abs(value);
  switch (relation) {
    case Relation::below:
      return {-kInfinity, value + slack};
    case Relation::above:
      return {value - slack, kInfinity};
    case Relation::equal:
      break;
  }
  return {value - below * unit - slack, value + above * unit + slack};
}

Result<PrintedNumber> readNumber(std::string_view text, const std::string& field) {
  return readAs(text, field, false, "number");
}

Result<int> readCount(std::string_view text, const std::string& field) {
  constexpr double kMost = 1e8;
  constexpr std::string_view kind = "number of patients";
  const auto number = readAs(text, field, true, kind);
  if (!number) return number.problem();
  const bool counts = number->relation == PrintedNumber::Relation::equal && number->decimals == 0 &&
                      !number->percentSign && number->value >= 0 && number->value <= kMost &&
                      number->value == std::trunc(number->value);
  if (!counts) return noNumber(text, field, kind);
  return static_cast<int>(number->value);
}

bool isNotReached(std::string_view text) {
  if (text.size() > kMostBytes) return false;
  std::string word = lowerCase(plainCharacters(text));
  std::erase_if(word, [](char c) { return c == '*' || c == '(' || c == ')'; });
  const auto bare = trimmed(word);
  static constexpr std::string_view kWords[]{"nr",
                                             "na",
                                             "n/a",
                                             "n.a.",
                                             "n.r.",
                                             "ne",
                                             "nc",
                                             "-",
                                             "--",
                                             "inf",
                                             "infinity",
                                             "not reached",
                                             "not estimable",
                                             "not available",
                                             "undefined",
                                             "not calculable"};
  return std::find(std::begin(kWords), std::end(kWords), bare) != std::end(kWords);
}

}  // namespace riskset
