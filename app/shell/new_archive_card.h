// SPDX-License-Identifier: GPL-3.0-or-later
// NewArchiveCard: what a new archive shall be called, and where it shall be.
#pragma once

#include "app/shell/form_card.h"

class QLineEdit;

namespace entente {

/// Until a place is chosen or typed it follows the title, in the folder that start() gave.
class NewArchiveCard : public FormCard {
  Q_OBJECT

 public:
  explicit NewArchiveCard(QWidget* window);

  /// Opens it empty, proposing a place in that folder.
  void start(const QString& folder);

 Q_SIGNALS:
  /// `replace`: a person was asked about the file that is there, and means it.
  void wanted(const QString& title, const QString& path, bool replace);

 protected:
  void finish() override;
  [[nodiscard]] QWidget* firstFocus() const override;

 private:
  void propose();
  void choose();
  void check();

  QLineEdit* m_title;
  QLineEdit* m_path;
  QString m_folder;
  QString m_replaced;  ///< a file of which the file dialog has asked
  bool m_follows = true;
};

/// A file for an archive of that title: nothing is there yet. "The 5%/GDP story" gives "The 5% GDP
/// story.entente".
[[nodiscard]] QString proposedArchive(const QString& folder, const QString& title);

}  // namespace entente
