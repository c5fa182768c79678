// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of the settings file.
#include "app/session/settings.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QSettings>
#include <QVariant>
#include <algorithm>
#include <array>
#include <utility>

namespace entente {

namespace {

const QString kTheme = QStringLiteral("theme");
const QString kTextPercent = QStringLiteral("textPercent");
const QString kGeometry = QStringLiteral("window/geometry");
const QString kState = QStringLiteral("window/state");
const QString kEventsTable = QStringLiteral("window/eventsTable");
const QString kRecent = QStringLiteral("archives/recent");
const QString kLast = QStringLiteral("archives/last");
const QString kStates = QStringLiteral("states");
const QString kGroups = QStringLiteral("charts/groups");

constexpr std::array kThemeWords{std::pair{ThemeChoice::System, "system"},
                                 std::pair{ThemeChoice::Light, "light"}, std::pair{ThemeChoice::Dark, "dark"},
                                 std::pair{ThemeChoice::HighContrast, "high-contrast"}};

QSettings file() {
  return QSettings(QStringLiteral("entente"), QStringLiteral("entente"));
}

QVariant read(const QString& key) {
  return file().value(key);
}

void write(const QString& key, const QVariant& value) {
  file().setValue(key, value);
}

/// Paths hold slashes, which are groups in a settings file.
QString stateKey(const QString& path) {
  const QByteArray hash = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256);
  constexpr int kLetters = 16;
  return kStates + QLatin1Char('/') + QString::fromLatin1(hash.toHex().left(kLetters));
}

}  // namespace

ThemeChoice themeChoiceFrom(const QString& word) {
  for (const auto& [choice, text] : kThemeWords) {
    if (word == QLatin1String(text)) return choice;
  }
  return ThemeChoice::System;
}

QString wordOf(ThemeChoice choice) {
  const auto found = std::ranges::find(kThemeWords, choice, &std::pair<ThemeChoice, const char*>::first);
  return QString::fromLatin1(found->second);
}

namespace settings {

ThemeChoice theme() {
  return themeChoiceFrom(read(kTheme).toString());
}
void setTheme(ThemeChoice choice) {
  write(kTheme, wordOf(choice));
}
int textPercent() {
  bool isNumber = false;
  const int percent = read(kTextPercent).toInt(&isNumber);
  if (!isNumber) return kUsualTextPercent;
  return std::clamp(percent / kTextStepPercent * kTextStepPercent, kSmallestTextPercent, kLargestTextPercent);
}
void setTextPercent(int percent) {
  write(kTextPercent, percent);
}
std::vector<NamedStates> stateGroups() {
  std::vector<NamedStates> groups;
  const QVariantList rows = read(kGroups).toList();
  for (const QVariant& row : rows) {
    QStringList words = row.toStringList();
    if (words.size() < 2) continue;
    const QString name = words.takeFirst();
    groups.push_back({name, words});
  }
  return groups;
}
void setStateGroups(const std::vector<NamedStates>& groups) {
  QVariantList rows;
  for (const NamedStates& group : groups)
    rows << QVariant(QStringList{group.name} + group.states);
  write(kGroups, rows);
}
QByteArray windowGeometry() {
  return read(kGeometry).toByteArray();
}
void setWindowGeometry(const QByteArray& geometry) {
  write(kGeometry, geometry);
}
QByteArray windowState() {
  return read(kState).toByteArray();
}
void setWindowState(const QByteArray& state) {
  write(kState, state);
}
QByteArray eventsTable() {
  return read(kEventsTable).toByteArray();
}
void setEventsTable(const QByteArray& state) {
  write(kEventsTable, state);
}

QStringList recentArchives() {
  return read(kRecent).toStringList();
}

void addRecentArchive(const QString& path) {
  QStringList recent = recentArchives();
  const QString absolute = QFileInfo(path).absoluteFilePath();
  recent.removeAll(absolute);
  recent.prepend(absolute);
  while (recent.size() > kMostRecentArchives)
    file().remove(stateKey(recent.takeLast()));
  write(kRecent, recent);
}

void clearRecentArchives() {
  file().remove(kRecent);
  file().remove(kStates);
}

std::optional<QString> lastArchive() {
  const QVariant last = read(kLast);
  return last.isValid() ? std::optional(last.toString()) : std::nullopt;
}

void setLastArchive(const QString& path) {
  write(kLast, path.isEmpty() ? QString() : QFileInfo(path).absoluteFilePath());
}

std::optional<SavedState> stateOf(const QString& path) {
  const QByteArray json = read(stateKey(QFileInfo(path).absoluteFilePath())).toByteArray();
  auto state = savedStateFromJson(json);
  return state ? std::optional(std::move(*state)) : std::nullopt;
}

void setStateOf(const QString& path, const SavedState& state) {
  write(stateKey(QFileInfo(path).absoluteFilePath()), toJson(state));
}

}  // namespace settings

}  // namespace entente
