// SPDX-License-Identifier: GPL-3.0-or-later
// Reads expressions one by one and prints at once, so that it works in a pipe.
#include "app/cli/date_command.h"

#include <fmt/format.h>

#include <QByteArray>
#include <QString>
#include <algorithm>
#include <iostream>
#include <optional>

#include "app/cli/archive_commands.h"
#include "app/render/date_words.h"
#include "core/time/edtf_days.h"
#include "core/time/fuzzy_date.h"

namespace entente::cli {

namespace {

/// What there is to say of one expression.
struct Reading {
  std::string input;
  std::optional<FuzzyDate> date;  ///< also of what only archives read
  std::optional<EdtfProblem> problem;
};

Reading read(std::string input) {
  Reading reading{std::move(input), std::nullopt, std::nullopt};
  auto date = FuzzyDate::read(reading.input, &reading.problem);
  if (date)
    reading.date = std::move(*date);
  else
    reading.problem = date.error();
  return reading;
}

std::string textOf(const OutermostDay& day, const char* infinite) {
  switch (day.kind) {
    case OutermostDay::Kind::Day:
      return dayText(day.day);
    case OutermostDay::Kind::Infinite:
      return infinite;
    case OutermostDay::Kind::Unknown:
      return "unknown";
    case OutermostDay::Kind::NotDefined:
      break;
  }
  return {};
}

/// How many bytes of well-formed UTF-8 begin at `at`; 0 if none do.
std::size_t wellFormed(const std::string& text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::size_t length = lead < 0x80   ? 1
                             : lead < 0xC2 ? 0
                             : lead < 0xE0 ? 2
                             : lead < 0xF0 ? 3
                             : lead < 0xF5 ? 4
                                           : 0;
  if (length == 0 || at + length > text.size()) return 0;
  const QString decoded = QString::fromUtf8(text.data() + at, static_cast<qsizetype>(length));
  return decoded.toUtf8() == QByteArray(text.data() + at, static_cast<qsizetype>(length)) ? length : 0;
}

std::string quoted(const std::string& text) {
  std::string json = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const std::size_t length = wellFormed(text, at);
    if (byte == '"' || byte == '\\') {
      json += '\\';
      json += text[at];
    } else if (byte < 0x20) {
      json += fmt::format("\\u{:04x}", byte);
    } else if (length == 0) {
      json += fmt::format("\\udc{:02x}", byte);
    } else {
      json.append(text, at, length);
    }
    at += std::max<std::size_t>(length, 1);
  }
  return json + '"';
}

std::string quotedOrNull(const std::string& text) {
  return text.empty() ? "null" : quoted(text);
}

std::string jsonOf(const Reading& reading) {
  if (reading.problem)
    return fmt::format(
        R"({{"input":{},"valid":false,"level":null,"canonical":null,"earliest":null,"latest":null,"error":{{"position":{},"reason":{}}}}})",
        quoted(reading.input), reading.problem->offset, quoted(reading.problem->reason));
  const OutermostDays days = outermostDays(reading.date->expression());
  return fmt::format(
      R"({{"input":{},"valid":true,"level":{},"canonical":{},"earliest":{},"latest":{},"error":null}})",
      quoted(reading.input), reading.date->level(), quoted(reading.date->canonical()),
      quotedOrNull(textOf(days.earliest, "-inf")), quotedOrNull(textOf(days.latest, "inf")));
}

std::string lineOf(const Reading& reading) {
  if (reading.problem)
    return fmt::format("{:<28} not EDTF: position {}: {}{}", reading.input, reading.problem->offset + 1,
                       reading.problem->reason, reading.date ? " (archives read it all the same)" : "");
  const OutermostDays days = outermostDays(reading.date->expression());
  const auto shown = [](const std::string& text) { return text.empty() ? std::string("not defined") : text; };
  return fmt::format("{:<28} level {}  {:>11} to {:<11}  {}", reading.input, reading.date->level(),
                     shown(textOf(days.earliest, "-inf")), shown(textOf(days.latest, "inf")),
                     dateInWords(*reading.date).toStdString());
}

bool say(std::string input, bool json) {
  const Reading reading = read(std::move(input));
  print(stdout, (json ? jsonOf(reading) : lineOf(reading)) + '\n');
  return !reading.problem;
}

}  // namespace

int date(const std::vector<std::string>& expressions, bool json) {
  bool allValid = true;
  for (const std::string& expression : expressions) {
    if (expression != "-") {
      allValid = say(expression, json) && allValid;
      continue;
    }
    for (std::string line; std::getline(std::cin, line);)
      allValid = say(line, json) && allValid;
  }
  return allValid ? kDone : kFailed;
}

}  // namespace entente::cli
