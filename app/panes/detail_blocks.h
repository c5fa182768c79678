// SPDX-License-Identifier: GPL-3.0-or-later
// The blocks that a detail is set from: a line of text, source words in their frame, a grade box.
#pragma once

#include <QFrame>
#include <QLabel>
#include <QString>
#include <QWidget>
#include <functional>

#include "app/render/theme.h"
#include "app/render/type.h"
#include "core/layout/slice_source.h"

class QHBoxLayout;

namespace entente {

/// What blocks are drawn with.
struct BlockStyle {
  const Theme& theme;
  TypeFaces faces;
};

/// Which of the theme's inks a line has.
enum class Ink : std::uint8_t { Ink, Ink2, Ink3, Refuted };

/// Text that wraps and can be selected with mouse and keys. Plain: what people wrote is never read as markup.
[[nodiscard]] QLabel* textLine(const BlockStyle& style, const QFont& font, Ink ink, const QString& text);

/// Gives the fields below a widget frames that can be seen on the canvas of every theme.
void frameFields(QWidget& widget, const Theme& theme);

/// The words with a capital at their begin.
[[nodiscard]] QString sentenceCase(QString words);

/// A line that is a link; `open` is called with `target` on click and on Enter. `html` is the link's inside,
/// already escaped.
[[nodiscard]] QLabel* linkLine(const BlockStyle& style, const QString& html, const QString& target,
                               std::function<void(const QString&)> open);

/// A caption at the left, a value beside it.
[[nodiscard]] QHBoxLayout* captionRow(const BlockStyle& style, const QString& caption, QWidget* value);

/// Source words: serif, tinted ground, a 3 px bar in the colour of the kind at the left.
class QuoteBlock : public QFrame {
 public:
  QuoteBlock(const BlockStyle& style, GlyphKind kind, const QString& words, QWidget* parent = nullptr);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QColor m_bar, m_ground, m_edge;
};

/// One or two letters of a grade in a 20 px box of radius 2.
class GradeBox : public QWidget {
 public:
  GradeBox(const BlockStyle& style, const QString& grade, QWidget* parent = nullptr);
  [[nodiscard]] QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QString m_grade;
  QFont m_font;
  QColor m_ink, m_edge, m_ground;
};

/// The yellow badge: over how many fields sources disagree.
class Badge : public QWidget {
  Q_OBJECT

 public:
  Badge(const BlockStyle& style, int disputedFields, QWidget* parent = nullptr);
  [[nodiscard]] QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  int m_count;
  QFont m_font;
  const Theme& m_theme;
};

/// The glyph of a kind on a 16 px square.
class GlyphBox : public QWidget {
 public:
  GlyphBox(const BlockStyle& style, GlyphKind kind, QWidget* parent = nullptr);
  [[nodiscard]] QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  GlyphKind m_kind;
  const Theme& m_theme;
};

}  // namespace entente
