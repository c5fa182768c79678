// SPDX-License-Identifier: GPL-3.0-or-later
// XML of strangers: what is looked at before and while QXmlStreamReader reads it.
#pragma once

#include <QString>
#include <QXmlStreamReader>
#include <string_view>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/exchange/foreign_archive.h"

namespace entente {

/// Steps through the elements of a text within bounds. Nothing is fetched; a document type with declarations
/// of its own is refused, since they can make a short text endless. The bytes must outlive it.
class XmlText {
 public:
  XmlText(std::string_view bytes, const ForeignCaps& caps, const Progress& progress);

  [[nodiscard]] QXmlStreamReader& reader() { return m_reader; }
  [[nodiscard]] TablePlace place() const { return {m_reader.lineNumber(), m_reader.columnNumber() + 1}; }

  /// The next start or end of an element; Invalid at the end of the document or if something is refused: see
  /// error(). Depth is counted here.
  QXmlStreamReader::TokenType nextTag();
  /// The next child of the element at whose start it is (or whose last child was read whole); false at its
  /// end.
  bool nextChild();
  /// All text in the element at whose start it is, of elements within it too; at its end afterwards.
  QString textOf();
  void skip();

  [[nodiscard]] bool failed() const { return m_failed; }
  /// "line 3, column 5: reason".
  [[nodiscard]] Error error() const { return m_error; }

 private:
  QXmlStreamReader::TokenType step();
  QXmlStreamReader::TokenType refuse(ErrorKind kind, const std::string& reason);

  QXmlStreamReader m_reader;
  ForeignCaps m_caps;
  const Progress& m_progress;
  int m_depth = 0;
  std::uint64_t m_steps = 0;
  bool m_failed = false;
  Error m_error;
};

/// How often "<event" and the like stands in it: a bound of how many elements there are, known before any is
/// read.
[[nodiscard]] std::size_t countTags(std::string_view bytes, std::string_view tag);

}  // namespace entente
