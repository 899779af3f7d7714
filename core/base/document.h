// A document - what JSON can hold, and arrays of plain numbers - as one run of bytes. In this form
// a question crosses from JavaScript and its answer back in one piece each (wasm/riskset.js).
//
// A value is its kind, one byte, and then
//
//   null, no, yes          nothing
//   number                 a double
//   text                   count, bytes of UTF-8
//   list                   count, values
//   object                 count, for each entry its key (count, bytes) and its value
//   record                 number of the struct, its values. A number that was not met before is
//                          followed by count, keys: a struct's keys are told once in a document.
//   reals, wholes          count, doubles or 32-bit integers: a typed array, in which NaN is
//                          a missing number
//   realsOrNull            count, doubles: a list of numbers in which NaN stands for null
//
// Counts and numbers of structs take 4 bytes. Everything is little-endian, and nothing is aligned.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace riskset {

enum class DocumentKind : unsigned char {
  null,
  no,
  yes,
  number,
  text,
  list,
  object,
  record,
  reals,
  wholes,
  realsOrNull
};

// A value in a document that somebody else holds and that comes without records and realsOrNull,
// as a question does. Each function but kind() belongs to the kinds that its name tells.
class Document {
 public:
  struct Entry;

  explicit Document(const char* bytes) : bytes_(bytes) {}

  DocumentKind kind() const { return static_cast<DocumentKind>(*bytes_); }
  bool isBoolean() const { return kind() == DocumentKind::no || kind() == DocumentKind::yes; }

  double number() const;
  std::string_view text() const;
  std::vector<Document> items() const;
  std::vector<Entry> entries() const;
  std::span<const char> numbers() const;  // the bytes of reals or wholes

 private:
  const char* end() const;  // behind the value

  const char* bytes_;
};

struct Document::Entry {
  std::string_view key;
  Document value;
};

// Appends to `bytes` what the description above lists.
class DocumentWriter {
 public:
  void kind(DocumentKind kind) { bytes += static_cast<char>(kind); }
  void count(std::size_t count);
  void number(double number) { raw(&number, sizeof number); }
  void text(std::string_view text);  // count, bytes
  void raw(const void* values, std::size_t size);

  std::string bytes;
};

}  // namespace riskset
