// SPDX-License-Identifier: GPL-3.0-or-later
// CentralStack: the timeline, or what there is to say while there is none; errors stand above it, in place.
#pragma once

#include <QWidget>

class QLabel;
class QStackedWidget;

namespace entente {

class TimelineView;

class CentralStack : public QWidget {
  Q_OBJECT

 public:
  /// Takes the timeline over.
  explicit CentralStack(TimelineView* timeline, QWidget* parent = nullptr);

  void showTimeline();
  void showError(const QString& text);
  void setLoading(bool loading);

 Q_SIGNALS:
  void openRequested();

 private:
  QStackedWidget* m_pages;
  QWidget* m_banner;
  QLabel* m_error;
  QLabel* m_empty;
};

}  // namespace entente
