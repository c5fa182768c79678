// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of the settings file.
#include "app/session/settings.h"

#include <QSettings>
#include <QVariant>

namespace entente {

namespace {

const QString kTheme = QStringLiteral("theme");
const QString kGeometry = QStringLiteral("window/geometry");
const QString kState = QStringLiteral("window/state");

QVariant read(const QString& key) {
  return QSettings(QStringLiteral("entente"), QStringLiteral("entente")).value(key);
}

void write(const QString& key, const QVariant& value) {
  QSettings(QStringLiteral("entente"), QStringLiteral("entente")).setValue(key, value);
}

}  // namespace

ThemeChoice themeChoiceFrom(const QString& word) {
  if (word == QLatin1String("light")) return ThemeChoice::Light;
  if (word == QLatin1String("dark")) return ThemeChoice::Dark;
  return ThemeChoice::System;
}

QString wordOf(ThemeChoice choice) {
  switch (choice) {
    case ThemeChoice::Light:
      return QStringLiteral("light");
    case ThemeChoice::Dark:
      return QStringLiteral("dark");
    case ThemeChoice::System:
      break;
  }
  return QStringLiteral("system");
}

namespace settings {

ThemeChoice theme() {
  return themeChoiceFrom(read(kTheme).toString());
}
void setTheme(ThemeChoice choice) {
  write(kTheme, wordOf(choice));
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

}  // namespace settings

}  // namespace entente
