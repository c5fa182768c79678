// SPDX-License-Identifier: GPL-3.0-or-later
// CheckPane: what contradicts what in the archive; a row leads to its record.
#pragma once

#include <QWidget>
#include <vector>

#include "app/render/theme.h"
#include "core/ledger/consistency.h"

class QLabel;
class QTreeWidget;

namespace entente {

class Session;

/// Looks again whenever the archive has changed, while it is visible.
class CheckPane : public QWidget {
  Q_OBJECT

 public:
  explicit CheckPane(Session& session, QWidget* parent = nullptr);
  void setTheme(ThemeName name);
  [[nodiscard]] QSize sizeHint() const override;

 Q_SIGNALS:
  void countChanged(int findings);

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  void ask();
  void list(const std::vector<Finding>& findings, const Records& records);
  void go();

  Session& m_session;
  QLabel* m_note;
  QTreeWidget* m_list;
  std::vector<Finding> m_findings;
  std::uint64_t m_checked = 0;  ///< the revision that was looked at
  const void* m_content = nullptr;
  ThemeName m_theme = ThemeName::Light;
};

}  // namespace entente
