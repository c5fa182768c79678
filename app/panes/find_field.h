// SPDX-License-Identifier: GPL-3.0-or-later
// FindField: the field of the tool bar: the filter as chips, words to look for, and how many events have
// them.
#pragma once

#include <QTimer>
#include <QWidget>
#include <optional>
#include <vector>

#include "app/panes/filter_choice.h"
#include "app/render/theme.h"
#include "core/view/lane_slices.h"

class QLabel;
class QLineEdit;
class QToolButton;

namespace entente {

class FindChip;
class Session;

/// Searches kPauseMs after the last letter. Enter and Shift+Enter walk through the hits (and search at once
/// if the text is newer than the answer; the walk follows it), Esc ends the search and leaves, Down leaves
/// and keeps it. Chips that find no room stand together as "+3".
class FindField : public QWidget {
  Q_OBJECT

 public:
  static constexpr int kPauseMs = 150;

  explicit FindField(Session& session, QWidget* parent = nullptr);
  void setTheme(ThemeName name);
  /// Takes the focus, with all words selected.
  void start();

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 Q_SIGNALS:
  /// The focus belongs to the timeline again.
  void left();
  /// The rest of the chips is asked for.
  void filterRequested();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;

 private:
  void makeEdit();
  void makeTail();
  void connectSession();
  bool keyPressed(const QKeyEvent& key);
  void searchNow();
  void endSearch();
  void walk(LaneSlices::Step step);
  void onFindChanged();
  void refreshChips();
  void refreshCount();
  [[nodiscard]] std::size_t focusedChip() const;
  void setTabs();
  void arrange();
  int arrangeTail();
  int arrangeChips(int left, int right);
  [[nodiscard]] int leastEditPx() const;
  void applyStyle();

  Session& m_session;
  ThemeName m_theme = ThemeName::Light;
  QTimer m_pause;
  QString m_asked;                                ///< what this field, or another, asked for last
  std::optional<LaneSlices::Step> m_walkOnFound;  ///< Enter came before the answer
  std::vector<FilterChoice> m_choices;
  std::vector<FindChip*> m_chips;
  FindChip* m_more;
  QLineEdit* m_edit;
  QLabel* m_count;
  QToolButton* m_previous;
  QToolButton* m_next;
  QToolButton* m_clear;
};

}  // namespace entente
