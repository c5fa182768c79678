// SPDX-License-Identifier: GPL-3.0-or-later
// DetailPane: what is known of the selected event, and who says so.
#pragma once

#include <QScrollArea>

#include "app/render/theme.h"

namespace entente {

class Session;
struct Error;

/// Follows the session's selection. Links jump by selecting; web addresses go to the system's browser.
class DetailPane : public QScrollArea {
  Q_OBJECT

 public:
  explicit DetailPane(Session& session, QWidget* parent = nullptr);

  void setTheme(ThemeName name);
  [[nodiscard]] QSize sizeHint() const override;

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void rebuild();
  void showNote(const QString& head, const QStringList& lines);

  Session& m_session;
  ThemeName m_theme = ThemeName::Light;
};

}  // namespace entente
