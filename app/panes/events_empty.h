// SPDX-License-Identifier: GPL-3.0-or-later
// EventsEmpty: what stands in place of the table where no event lies in the span, and what can be done about
// it.
#pragma once

#include <QWidget>
#include <optional>

#include "app/render/theme.h"
#include "core/model/uids.h"

class QLabel;
class QPushButton;

namespace entente {

class Session;

class EventsEmpty : public QWidget {
  Q_OBJECT

 public:
  explicit EventsEmpty(Session& session, QWidget* parent = nullptr);

  /// Says it of the session's span and filter as they are now.
  void refresh();
  void setTheme(ThemeName name);

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void applyStyle();
  void fitNearest();

  Session& m_session;
  QLabel* m_words;
  QLabel* m_hint;
  QPushButton* m_nearest;
  QPushButton* m_dropFilter;
  std::optional<EventId> m_nearestEvent;
  QString m_nearestText;
  ThemeName m_theme = ThemeName::Light;
};

}  // namespace entente
