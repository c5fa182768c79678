// SPDX-License-Identifier: GPL-3.0-or-later
// KnownLine: the day as known on which the archive is shown.
#pragma once

#include <QTimer>
#include <vector>

#include "app/panes/line_bar.h"
#include "app/session/session.h"

class QLabel;
class QPushButton;
class QSlider;

namespace entente {

class DateEntry;

/// Shown while it is asked for or a day is set. The slider goes through the days on which something became
/// known; the field takes any date.
class KnownLine : public LineBar {
  Q_OBJECT

 public:
  explicit KnownLine(Session& session, QWidget* parent = nullptr);

  /// Shows the line and puts the cursor in it.
  void start();
  /// All that is known is shown again, and the line is closed.
  void stop();

 Q_SIGNALS:
  void left();

 protected:
  void styleContent() override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void take();
  void apply();
  void readDays();
  void placeSlider();

  Session& m_session;
  std::vector<std::int64_t> m_days;  ///< seconds at which a day begins on which something became known
  QLabel* m_label;
  QSlider* m_slider;
  DateEntry* m_entry;
  QPushButton* m_all;
  QTimer m_pause;
  bool m_taking = false;
};

}  // namespace entente
