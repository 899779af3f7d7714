#include "core/base/document.h"

#include <cstring>

namespace riskset {
namespace {

constexpr std::size_t kCountSize = sizeof(std::uint32_t);

std::size_t countAt(const char* bytes) {
  std::uint32_t count;
  std::memcpy(&count, bytes, sizeof count);
  return count;
}

std::string_view textAt(const char* bytes) {
  return {bytes + kCountSize, countAt(bytes)};
}

}  // namespace

double Document::number() const {
  double number;
  std::memcpy(&number, bytes_ + 1, sizeof number);
  return number;
}

std::string_view Document::text() const {
  return textAt(bytes_ + 1);
}

std::span<const char> Document::numbers() const {
  const std::size_t size = kind() == DocumentKind::reals ? sizeof(double) : sizeof(std::int32_t);
  return {bytes_ + 1 + kCountSize, size * countAt(bytes_ + 1)};
}

std::vector<Document> Document::items() const {
  std::vector<Document> items;
  const char* at = bytes_ + 1 + kCountSize;
  for (std::size_t left = countAt(bytes_ + 1); left > 0; --left) {
    items.emplace_back(at);
    at = items.back().end();
  }
  return items;
}

std::vector<Document::Entry> Document::entries() const {
  std::vector<Entry> entries;
  const char* at = bytes_ + 1 + kCountSize;
  for (std::size_t left = countAt(bytes_ + 1); left > 0; --left) {
    const auto key = textAt(at);
    entries.push_back({key, Document(key.data() + key.size())});
    at = entries.back().value.end();
  }
  return entries;
}

const char* Document::end() const {
  switch (kind()) {
    case DocumentKind::number:
      return bytes_ + 1 + sizeof(double);
    case DocumentKind::text:
      return text().data() + text().size();
    case DocumentKind::reals:
    case DocumentKind::wholes:
      return numbers().data() + numbers().size();
    case DocumentKind::list: {
      const auto all = items();
      return all.empty() ? bytes_ + 1 + kCountSize : all.back().end();
    }
    case DocumentKind::object: {
      const auto all = entries();
      return all.empty() ? bytes_ + 1 + kCountSize : all.back().value.end();
    }
    default:
      return bytes_ + 1;
  }
}

void DocumentWriter::count(std::size_t count) {
  const auto short_ = static_cast<std::uint32_t>(count);
  raw(&short_, sizeof short_);
}

void DocumentWriter::text(std::string_view text) {
  count(text.size());
  bytes += text;
}

void DocumentWriter::raw(const void* values, std::size_t size) {
  bytes.append(static_cast<const char*>(values), size);
}

}  // namespace riskset
