// SPDX-License-Identifier: GPL-3.0-or-later
// OverlayCard: a card over the middle of a window, with a title and a button that closes it.
#pragma once

#include <QPointer>
#include <QWidget>

#include "app/render/theme.h"
#include "app/render/type.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace entente {

/// A child of the window that covers it, unseen but for the card, so that a click beside the card closes it.
/// While it is open keys and Tab are its own; Esc closes it, and the focus goes back to where it was.
class OverlayCard : public QWidget {
  Q_OBJECT

 public:
  void setTheme(ThemeName name);

  void openCard();
  void closeCard();
  [[nodiscard]] bool isOpen() const { return !isHidden(); }

 Q_SIGNALS:
  void closed();

 protected:
  OverlayCard(const QString& title, QWidget* window);

  /// Where subclasses put what is on the card; its margins are set.
  [[nodiscard]] QVBoxLayout* column() const { return m_column; }
  [[nodiscard]] const Theme& colors() const { return theme(m_theme); }
  [[nodiscard]] TypeFaces faces() const;
  /// The size of what is on the card without title and margins, if it may be at most `room`.
  [[nodiscard]] virtual QSize contentSize(QSize room) = 0;
  virtual void styleContent() = 0;
  /// What has the focus when the card opens.
  [[nodiscard]] virtual QWidget* firstFocus() const;
  /// Whether it may be left by Esc or its button; false where something has to be said first.
  [[nodiscard]] virtual bool mayLeave() { return true; }
  /// A key beside Esc that closes it.
  [[nodiscard]] virtual bool isClosingKey(const QKeyEvent& key) const;
  /// Places the card anew after its content changed.
  void fit();
  void leave();
  void applyStyle();

  bool event(QEvent* event) override;
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;
  bool focusNextPrevChild(bool next) override;

 private:
  ThemeName m_theme = ThemeName::Light;
  QWidget* m_card;
  QLabel* m_title;
  QPushButton* m_close;
  QVBoxLayout* m_column;
  QPointer<QWidget> m_focusBefore;
};

}  // namespace entente
