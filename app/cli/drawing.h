// SPDX-License-Identifier: GPL-3.0-or-later
// DrawingApplication: what a subcommand needs to draw without a display.
#pragma once

#include <QFont>
#include <QGuiApplication>
#include <memory>

namespace entente::cli {

/// Qt's offscreen platform, so that a picture is the same wherever it is drawn. One a process, and as long as
/// something is drawn.
class DrawingApplication {
 public:
  enum class Kind { Painting, Widgets };
  explicit DrawingApplication(Kind kind);

  /// Of the usual size, whatever the system's is.
  [[nodiscard]] QFont font() const;

 private:
  int m_argc = 1;
  char m_name[8] = "entente";
  char* m_argv[2] = {m_name, nullptr};
  std::unique_ptr<QGuiApplication> m_application;
};

}  // namespace entente::cli
