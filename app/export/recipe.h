// SPDX-License-Identifier: GPL-3.0-or-later
// Recipe: what an exported picture was made from, so that it can be made again.
#pragma once

#include <QByteArray>
#include <QString>

#include "core/base/result.h"

namespace entente {

/// Goes into every export as metadata. The same recipe on the same archive gives the same bytes: nothing here
/// says when or where the export was made.
struct Recipe {
  QString archive;      ///< its title or file name, for people
  QString fingerprint;  ///< its digests
  QString view;         ///< what part was shown: JSON text, kept to the letter
  QString program;      ///< name and version

  bool operator==(const Recipe&) const = default;
};

/// One line; keys in alphabetical order.
[[nodiscard]] QByteArray toJson(const Recipe& recipe);
/// ErrorKind::Invalid if it is no recipe.
[[nodiscard]] Result<Recipe> recipeFromJson(const QByteArray& json);

/// The PNG text chunk that holds it; also the name of the element in an SVG's metadata.
inline constexpr const char* kRecipeKey = "Entente-Recipe";

}  // namespace entente
