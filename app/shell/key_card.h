// SPDX-License-Identifier: GPL-3.0-or-later
// KeyCard: all keys of the program on a card over the window.
#pragma once

#include <QString>
#include <vector>

#include "app/shell/overlay_card.h"

class QScrollArea;

namespace entente {

struct KeyCardRow {
  QString keys;  ///< "Ctrl+O"
  QString what;  ///< "Open an archive"
};

/// The keys of one menu.
struct KeyCardGroup {
  QString title;
  std::vector<KeyCardRow> rows;
};

/// One to three columns, as many as the window has room for; scrolls where it is too low. `?` closes it
/// again.
class KeyCard : public OverlayCard {
  Q_OBJECT

 public:
  explicit KeyCard(QWidget* window);

  void setGroups(std::vector<KeyCardGroup> groups);
  /// What is on it, line by line: "Ctrl+O: Open an archive" under the titles.
  [[nodiscard]] QString text() const;
  [[nodiscard]] int columnCount() const { return m_columns; }

 protected:
  [[nodiscard]] QSize contentSize(QSize room) override;
  void styleContent() override;
  [[nodiscard]] QWidget* firstFocus() const override;
  [[nodiscard]] bool isClosingKey(const QKeyEvent& key) const override;

 private:
  void rebuild(int columns, bool wrap);
  [[nodiscard]] int columnWidth(const std::vector<std::size_t>& groups) const;
  /// Of so many columns side by side.
  [[nodiscard]] int widthOf(int columns) const;
  [[nodiscard]] std::vector<std::vector<std::size_t>> spread(int columns) const;
  [[nodiscard]] QWidget* columnOf(const std::vector<std::size_t>& groups, bool wrap) const;

  std::vector<KeyCardGroup> m_groups;
  QScrollArea* m_scroll;
  int m_columns = 0;
  bool m_wraps = false;
};

}  // namespace entente
