// SPDX-License-Identifier: GPL-3.0-or-later
// SvgEngine and SvgDevice: our own way from a QPainter to an SVG in which text stays text and clips, ids and
// metadata hold.
#pragma once

#include <QBrush>
#include <QBuffer>
#include <QByteArray>
#include <QFont>

#include <QHash>
#include <QLinearGradient>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainterPath>
#include <QPen>
#include <QSizeF>
#include <QString>
#include <QTransform>
#include <QXmlStreamWriter>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace entente {

/// What an SVG says about itself. Any text; characters that XML cannot hold are left out.
struct SvgAbout {
  QString title;
  QString description;
  QString source;  ///< Dublin Core "source"
  QString recipe;  ///< JSON text
};

/// Writes SVG 1.1 elements. Deterministic: ids are counted, numbers have at most three decimals (five in the
/// linear part of a transform), there is no date. A text drawn with a pen wider than 1 is outlined; if the
/// same text is then drawn again in the same place, both become one <text> whose outline lies under its fill.
/// Not supported, and drawn in the brush's plain colour: radial and conical gradients, texture brushes.
/// Composition modes are ignored.
class SvgEngine : public QPaintEngine {
 public:
  SvgEngine(QSizeF size, SvgAbout about);

  bool begin(QPaintDevice* device) override;
  bool end() override;
  void updateState(const QPaintEngineState& now) override;
  void drawPath(const QPainterPath& path) override;
  void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override;
  void drawRects(const QRectF* rects, int count) override;
  void drawLines(const QLineF* lines, int count) override;
  void drawEllipse(const QRectF& rect) override;
  void drawTextItem(const QPointF& at, const QTextItem& item) override;
  void drawImage(const QRectF& rect, const QImage& image, const QRectF& part,
                 Qt::ImageConversionFlags flags) override;
  void drawPixmap(const QRectF& rect, const QPixmap& pixmap, const QRectF& part) override;
  [[nodiscard]] Type type() const override { return User; }
  using QPaintEngine::drawEllipse;
  using QPaintEngine::drawLines;
  using QPaintEngine::drawPolygon;
  using QPaintEngine::drawRects;

  [[nodiscard]] QByteArray svg() const { return m_bytes; }

 private:
  struct Text {
    QPointF at;
    QString text;
    QFont font;
    QTransform transform;
    QPen pen;
    double opacity = 1;
  };

  using Attributes = std::vector<std::pair<QString, QString>>;

  void writeAbout();
  void updateClip(const QPaintEngineState& now);
  void addClip(const QPainterPath& devicePath, Qt::ClipOperation operation);
  /// Before an element: opens the groups of the current clip and transform.
  void openGroups();
  void closeGroups();
  /// Before anything but text: texts that wait are written first.
  void prepareShape();
  void writeShape(const QString& element, const Attributes& geometry, bool filled);
  void writeText(const Text& text, const QPen* outline);
  /// Whether the second text goes on where the first one ends, on the same line in the same manner: Qt hands
  /// over a text in pieces where a letter comes from another font.
  [[nodiscard]] static bool goesOn(const Text& text, const Text& next);
  /// The text that is being put together, in one with its outline where that waits.
  void writeRun();
  void writeTexts();
  [[nodiscard]] QString clipReference();
  [[nodiscard]] Attributes fillAttributes(const QBrush& brush);
  [[nodiscard]] Attributes strokeAttributes(const QPen& pen);
  /// "#0072B2" or "url(#gradient3)", and an opacity. Writes the definition if it is new.
  [[nodiscard]] std::pair<QString, double> paintOf(const QBrush& brush);
  [[nodiscard]] QString gradientReference(const QLinearGradient& gradient, const QTransform& transform);
  [[nodiscard]] QString patternReference(const QBrush& brush);
  /// The id of the definition with this content: as it was, or a new one that is still to be written.
  struct Definition {
    QString id;
    bool isNew;
  };
  [[nodiscard]] Definition definition(const QString& kind, const QString& content);

  QSizeF m_size;
  SvgAbout m_about;
  QByteArray m_bytes;
  QBuffer m_buffer;
  QXmlStreamWriter m_xml;
  QHash<QString, QString> m_ids;   ///< content of a definition -> its id
  QHash<QString, int> m_counters;  ///< kind of definition -> how many there are
  QPen m_pen;
  QBrush m_brush;
  QTransform m_transform;
  double m_opacity = 1;
  bool m_clipEnabled = false;
  std::vector<QPainterPath> m_clips;  ///< in device coordinates; what is shown lies in all of them
  QString m_openClip;                 ///< of the group that is open: "url(#clip2)"; empty for none
  QTransform m_openTransform;         ///< of the group within it; identity for none
  std::optional<Text> m_run;          ///< the text that is being put together
  std::vector<Text> m_waiting;        ///< texts with a wide pen that wait for their fill; older than m_run
};

/// A page for one painter. Resolution 96 dpi: a CSS pixel is a logical pixel.
class SvgDevice : public QPaintDevice {
 public:
  SvgDevice(QSizeF size, SvgAbout about);
  ~SvgDevice() override;

  [[nodiscard]] QPaintEngine* paintEngine() const override { return m_engine.get(); }
  /// The whole document, once the painter has ended.
  [[nodiscard]] QByteArray svg() const { return m_engine->svg(); }

 protected:
  int metric(PaintDeviceMetric metric) const override;

 private:
  QSizeF m_size;
  std::unique_ptr<SvgEngine> m_engine;
};

}  // namespace entente
