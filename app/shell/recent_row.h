// SPDX-License-Identifier: GPL-3.0-or-later
// RecentRow: an archive that was open before, as a button with its name and its folder.
#pragma once

#include <QAbstractButton>

#include "app/render/theme.h"
#include "app/render/type.h"

namespace entente {

/// Long names and folders wrap. Enter presses it like Space.
class RecentRow : public QAbstractButton {
  Q_OBJECT

 public:
  RecentRow(const QString& path, bool exists, QWidget* parent = nullptr);
  void setTheme(ThemeName name);

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;
  [[nodiscard]] bool hasHeightForWidth() const override { return true; }
  [[nodiscard]] int heightForWidth(int width) const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  [[nodiscard]] TypeFaces faces() const;
  /// Of the name and of the folder, for a width of the row.
  [[nodiscard]] QRect nameRect(int width) const;
  [[nodiscard]] QRect folderRect(int width) const;

  ThemeName m_theme = ThemeName::Light;
  QString m_name;
  QString m_folder;
};

}  // namespace entente
