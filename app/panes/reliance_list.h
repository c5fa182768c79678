// SPDX-License-Identifier: GPL-3.0-or-later
// RelianceList: what rests on one source, asked of the archive and shown as a list.
#pragma once

#include <QTimer>
#include <QWidget>
#include <optional>

#include "app/render/theme.h"
#include "core/base/result.h"
#include "core/model/source_use.h"

class QLabel;
class QPushButton;

namespace entente {

class RelianceModel;
class Session;
class TableView;

/// Enter or a double click on a row that belongs to an event shows that event on the timeline.
class RelianceList : public QWidget {
  Q_OBJECT

 public:
  explicit RelianceList(Session& session, QWidget* parent = nullptr);

  /// Asks anew, also for the same source. None: an empty list.
  void setSource(const std::optional<SourceUid>& source);
  void setTheme(ThemeName name);

 Q_SIGNALS:
  /// The answer is there, or the error.
  void answered();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void take(Result<std::vector<Reliance>> answer);
  void fitHeadings();
  void openMenu(QPoint at);
  void applyStyle();

  Session& m_session;
  RelianceModel* m_model;
  TableView* m_table;
  QLabel* m_heading;
  QLabel* m_hint;
  QLabel* m_state;
  QPushButton* m_again;
  QTimer m_wait;  ///< before it is said that one has to wait
  std::optional<SourceUid> m_source;
  std::uint64_t m_request = 0;
  ThemeName m_theme = ThemeName::Light;
};

}  // namespace entente
