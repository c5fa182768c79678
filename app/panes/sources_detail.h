// SPDX-License-Identifier: GPL-3.0-or-later
// SourcesDetail: who a source is: its record set as a column of blocks.
#pragma once

#include <QScrollArea>
#include <functional>
#include <optional>

#include "app/render/theme.h"
#include "core/view/source_voice.h"

namespace entente {

class SourcesDetail : public QScrollArea {
  Q_OBJECT

 public:
  /// `openUrl` is given web addresses alone.
  explicit SourcesDetail(std::function<void(const QString&)> openUrl, QWidget* parent = nullptr);

  /// With what it says and how that was judged.
  void setSource(const std::optional<Source>& source, const SourceVoice& voice = {});
  void setTheme(ThemeName name);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void rebuild();

  std::function<void(const QString&)> m_openUrl;
  std::optional<Source> m_source;
  SourceVoice m_voice;
  ThemeName m_theme = ThemeName::Light;
};

}  // namespace entente
