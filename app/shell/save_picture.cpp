// SPDX-License-Identifier: GPL-3.0-or-later
// The file dialog and the export behind it.
#include "app/shell/save_picture.h"

#include <QApplication>
#include <QFileDialog>
#include <QFileInfo>

#include "app/export/output_file.h"
#include "app/export/timeline_export.h"
#include "app/session/session.h"

namespace entente {

std::optional<QString> savePictureOf(const Session& session, ThemeName theme, QSize size, QWidget* parent) {
  QString asked = QFileDialog::getSaveFileName(
      parent, QApplication::translate("SavePicture", "Save the timeline"), QStringLiteral("timeline.png"),
      QApplication::translate("SavePicture", "PNG picture (*.png);;SVG drawing (*.svg)"));
  if (asked.isEmpty()) return std::nullopt;
  if (QFileInfo(asked).suffix().isEmpty()) asked += QStringLiteral(".png");
  const auto format = pictureFormatOf(asked);
  if (!format) return QString::fromStdString(format.error().text());
  TimelineExport what;
  what.snapshot = session.snapshot();
  what.state.view = session.view();
  what.size = size;
  what.theme = theme;
  what.format = *format;
  what.today = currentInstant();
  what.program = QStringLiteral("Entente " ENTENTE_VERSION);
  what.font = QApplication::font();
  const auto bytes = exportTimeline(what);
  if (!bytes) return QString::fromStdString(bytes.error().text());
  // The dialog has asked before overwriting.
  const auto written = writeFile(asked, *bytes, true);
  return written ? std::nullopt : std::optional(QString::fromStdString(written.error().text()));
}

}  // namespace entente
