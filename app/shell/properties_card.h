// SPDX-License-Identifier: GPL-3.0-or-later
// PropertiesCard: what an archive says of itself, to be read and changed, and what it holds.
#pragma once

#include "app/shell/form_card.h"
#include "core/view/archive_properties.h"

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace entente {

class PropertiesCard : public FormCard {
  Q_OBJECT

 public:
  explicit PropertiesCard(QWidget* window);

  /// Opens it on what the snapshot's archive says. `isEditable`: what is changed goes into that file itself.
  void start(const Snapshot& snapshot, bool isEditable);

 Q_SIGNALS:
  void saved(const entente::ArchiveProperties& wanted, const entente::ArchiveProperties& before);

 protected:
  void finish() override;
  void styleContent() override;
  [[nodiscard]] QWidget* firstFocus() const override;

 private:
  [[nodiscard]] ArchiveProperties read() const;
  void check();

  ArchiveProperties m_before;
  QLineEdit* m_title;
  QPlainTextEdit* m_description;
  QLineEdit* m_authors;
  QComboBox* m_licence;
  QLineEdit* m_zone;
};

}  // namespace entente
