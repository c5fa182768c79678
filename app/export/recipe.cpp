// SPDX-License-Identifier: GPL-3.0-or-later
// Recipes to JSON and back.
#include "app/export/recipe.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonParseError>

namespace entente {
namespace {

const QString kArchive = QStringLiteral("archive");
const QString kFingerprint = QStringLiteral("fingerprint");
const QString kView = QStringLiteral("view");
const QString kProgram = QStringLiteral("program");

}  // namespace

QByteArray toJson(const Recipe& recipe) {
  const QJsonObject object{{kArchive, recipe.archive},
                           {kFingerprint, recipe.fingerprint},
                           {kProgram, recipe.program},
                           {kView, recipe.view}};
  return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<Recipe> recipeFromJson(const QByteArray& json) {
  QJsonParseError problem;
  const QJsonObject object = QJsonDocument::fromJson(json, &problem).object();
  if (problem.error != QJsonParseError::NoError)
    return fail(ErrorKind::Invalid, "the recipe is not JSON: " + problem.errorString().toStdString());
  for (const QString& key : {kArchive, kFingerprint, kView, kProgram}) {
    if (!object.value(key).isString())
      return fail(ErrorKind::Invalid, "the recipe has no text for \"" + key.toStdString() + "\"");
  }
  return Recipe{object.value(kArchive).toString(), object.value(kFingerprint).toString(),
                object.value(kView).toString(), object.value(kProgram).toString()};
}

}  // namespace entente
