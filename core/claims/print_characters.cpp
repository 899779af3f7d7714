#include "core/claims/print_characters.h"

#include <algorithm>
#include <iterator>

namespace riskset {
namespace {

struct Spelling {
  std::string_view from, to;
};

// Characters of print in plain ones. A footnote mark becomes '*', a raised one has '^' before it.
constexpr Spelling kSpellings[]{
    {"\u00b7", "."},  {"\u2219", "."},  {"\u22c5", "."},  {"\u2024", "."},  {"\u066b", "."},
    {"\u2212", "-"},  {"\u2010", "-"},  {"\u2011", "-"},  {"\u2012", "-"},  {"\u2013", "-"},
    {"\u2014", "-"},  {"\ufe63", "-"},  {"\u2264", "<"},  {"\u2a7d", "<"},  {"\u2265", ">"},
    {"\u2a7e", ">"},  {"\u2248", "="},  {"~", "="},       {"\u00d7", "x"},  {"\u00a0", " "},
    {"\u2002", " "},  {"\u2003", " "},  {"\u2005", " "},  {"\u2006", " "},  {"\u2007", " "},
    {"\u2008", " "},  {"\u2009", " "},  {"\u200a", " "},  {"\u202f", " "},  {"\u3000", " "},
    {"\u2020", "*"},  {"\u2021", "*"},  {"\u00a7", "*"},  {"\u00b6", "*"},  {"\u2016", "*"},
    {"\u2217", "*"},  {"#", "*"},       {"\u2070", "^0"}, {"\u00b9", "^1"}, {"\u00b2", "^2"},
    {"\u00b3", "^3"}, {"\u2074", "^4"}, {"\u2075", "^5"}, {"\u2076", "^6"}, {"\u2077", "^7"},
    {"\u2078", "^8"}, {"\u2079", "^9"}, {"\u207b", "^-"}, {"\u00aa", "^a"}, {"\u1d43", "^a"},
    {"\u1d47", "^b"}, {"\u1d9c", "^c"}, {"\u1d48", "^d"}, {"\u1d49", "^e"}, {"\u221e", "inf"},
    {"\u2026", "-"}};

// Full-width forms are ASCII at a distance: U+FF01 is '!'.
bool readFullWidth(std::string_view text, std::string& plain) {
  if (text.size() < 3 || text[0] != '\xef') return false;
  const int high = static_cast<unsigned char>(text[1]), low = static_cast<unsigned char>(text[2]);
  if (high != 0xbc && high != 0xbd) return false;
  const int code = (high - 0xbc) * 64 + (low - 0x80) + 0x20;
  if (code <= 0x20 || code > 0x7e) return false;
  plain += static_cast<char>(code);
  return true;
}

}  // namespace

std::string plainCharacters(std::string_view text) {
  std::string plain;
  while (!text.empty()) {
    std::size_t taken = 1;
    const auto spelling =
        std::find_if(std::begin(kSpellings), std::end(kSpellings),
                     [&](const Spelling& each) { return text.starts_with(each.from); });
    if (spelling != std::end(kSpellings)) {
      plain += spelling->to;
      taken = spelling->from.size();
    } else if (readFullWidth(text, plain)) {
      taken = 3;
    } else {
      plain += text.front();
    }
    text.remove_prefix(taken);
  }
  return plain;
}

std::string lowerCase(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

}  // namespace riskset
