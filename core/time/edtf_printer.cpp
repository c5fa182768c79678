// SPDX-License-Identifier: GPL-3.0-or-later
// Writes an expression canonically.
#include <fmt/format.h>

#include <cstdlib>

#include "core/time/edtf.h"

namespace entente {

namespace {

using Text = fmt::memory_buffer;

void put(Text& text, char c) {
  text.push_back(c);
}

void put(Text& text, std::string_view words) {
  text.append(words.data(), words.data() + words.size());
}

void putMark(Text& text, Qualifier qualifier) {
  if (!qualifier.any()) return;
  put(text, qualifier.uncertain && qualifier.approximate ? '%' : qualifier.uncertain ? '?' : '~');
}

/// So many digits of a number, X where the mask says so.
void putDigits(Text& text, std::int64_t number, unsigned mask, int digits) {
  std::int64_t power = 1;
  for (int i = 1; i < digits; ++i)
    power *= 10;
  for (int i = digits - 1; i >= 0; --i, power /= 10)
    put(text, (mask >> i & 1U) != 0 ? 'X' : static_cast<char>('0' + number / power % 10));
}

void putYear(Text& text, const DatePart& part) {
  if (part.longYear) put(text, 'Y');
  if (part.negativeYear) put(text, '-');
  std::int64_t size = part.negativeYear ? -part.year : part.year;
  if (part.longYear) {
    for (int i = 0; i < part.exponent; ++i)
      size /= 10;
    fmt::format_to(std::back_inserter(text), "{}", size);
    if (part.exponent >= 0) fmt::format_to(std::back_inserter(text), "E{}", part.exponent);
  } else {
    putDigits(text, size, part.yearMask, 4);
  }
  if (part.significantDigits > 0) fmt::format_to(std::back_inserter(text), "S{}", part.significantDigits);
}

void putTime(Text& text, const DatePart& part) {
  put(text, 'T');
  putDigits(text, part.hour, 0, 2);
  if (part.precision <= DatePrecision::Minute) {
    put(text, ':');
    putDigits(text, part.minute, 0, 2);
  }
  if (part.precision == DatePrecision::Second) {
    put(text, ':');
    putDigits(text, part.second, 0, 2);
  }
  if (!part.hasOffset) return;
  if (part.offsetMinutes == 0) return put(text, 'Z');
  put(text, part.offsetMinutes < 0 ? '-' : '+');
  const int minutes = std::abs(part.offsetMinutes);
  putDigits(text, minutes / 60, 0, 2);
  put(text, ':');
  putDigits(text, minutes % 60, 0, 2);
}

/// How many components from the left are qualified alike, if no other one is qualified; 0 if none is, -1 if
/// each needs a mark of its own.
int groupOf(const DatePart& part) {
  const Qualifier year = part.yearQualifier;
  if (!year.any()) return part.monthQualifier.any() || part.dayQualifier.any() ? -1 : 0;
  if (part.hasDay && part.dayQualifier == year && part.monthQualifier == year) return 3;
  if (part.dayQualifier.any()) return -1;
  if (part.hasMonth && part.monthQualifier == year) return 2;
  return part.monthQualifier.any() ? -1 : 1;
}

void putDate(Text& text, const DatePart& part) {
  const int group = groupOf(part);
  const auto component = [&](int index, Qualifier qualifier, auto&& write) {
    if (index > 1) put(text, '-');
    if (group < 0) putMark(text, qualifier);
    write();
    if (index == 3 && part.hasTime) putTime(text, part);
    if (index == group) putMark(text, qualifier);
  };
  component(1, part.yearQualifier, [&] { putYear(text, part); });
  if (part.hasMonth)
    component(2, part.monthQualifier, [&] { putDigits(text, part.month, part.monthMask, 2); });
  if (part.hasDay) component(3, part.dayQualifier, [&] { putDigits(text, part.day, part.dayMask, 2); });
}

void putEnd(Text& text, const DatePart& part, EndKind kind) {
  if (kind == EndKind::Known) putDate(text, part);
  if (kind == EndKind::Open) put(text, "..");
}

void putMembers(Text& text, const EdtfExpression& expression) {
  for (const SetMember& member : expression.members) {
    if (&member != &expression.members.front()) put(text, ',');
    if (member.openBegin) put(text, "..");
    putDate(text, member.first);
    if (member.isRange || member.openEnd) put(text, "..");
    if (member.isRange) putDate(text, member.last);
  }
}

}  // namespace

std::string printEdtf(const EdtfExpression& expression) {
  Text text;
  switch (expression.form) {
    case EdtfForm::Date:
      putDate(text, expression.begin);
      break;
    case EdtfForm::Interval:
      putEnd(text, expression.begin, expression.beginKind);
      put(text, '/');
      putEnd(text, expression.end, expression.endKind);
      break;
    case EdtfForm::OneOf:
    case EdtfForm::AllOf:
      put(text, expression.form == EdtfForm::OneOf ? '[' : '{');
      putMembers(text, expression);
      put(text, expression.form == EdtfForm::OneOf ? ']' : '}');
      break;
  }
  return fmt::to_string(text);
}

}  // namespace entente
