// SPDX-License-Identifier: GPL-3.0-or-later
// Folds by Unicode's decompositions and general categories.
#include "core/ledger/text_folding.h"

#include <QRegularExpression>
#include <QStringList>

namespace entente {

namespace {

constexpr QChar kEllipsis(0x2026);
constexpr QChar kBlank(u' ');

bool isDash(QChar c) {
  return c.category() == QChar::Punctuation_Dash || c == QChar(0x2212);
}

/// "-1", but not "2024-1".
bool isMinusAt(const QString& text, qsizetype at) {
  const bool atBegin = at == 0 || text[at - 1].isSpace();
  return isDash(text[at]) && atBegin && at + 1 < text.size() && text[at + 1].isDigit();
}

QString withPlainMarks(const QString& text) {
  QString plain;
  plain.reserve(text.size());
  for (const QChar c : text.normalized(QString::NormalizationForm_C)) {
    const bool isQuotationMark = c.category() == QChar::Punctuation_InitialQuote ||
                                 c.category() == QChar::Punctuation_FinalQuote || c == u'"' || c == u'`' ||
                                 c == QChar(0x201E) || c == QChar(0x201A);
    // Printers quote with single or double marks as they please.
    plain += isQuotationMark ? QChar(u'\'') : isDash(c) ? QChar(u'-') : c;
  }
  return plain;
}

QString foldedQuote(const QString& quote) {
  static const QRegularExpression ellipsis(
      QStringLiteral(R"(\[\s*(?:\.\.\.|…)\s*\]|\(\s*(?:\.\.\.|…)\s*\)|\.\.\.|…)"));
  return withPlainMarks(quote).replace(ellipsis, QString(kEllipsis)).simplified();
}

/// Without the marks around it and the stop or comma that a quoting sentence puts behind it.
QString bare(const QString& piece) {
  const auto isLoose = [](QChar c) { return c.isSpace() || c == u'\'' || c == u'.' || c == u','; };
  qsizetype begin = 0;
  qsizetype end = piece.size();
  while (begin < end && isLoose(piece[begin]))
    ++begin;
  while (end > begin && isLoose(piece[end - 1]))
    --end;
  return piece.sliced(begin, end - begin);
}

}  // namespace

QString foldedWords(const QString& text) {
  const QString parts = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
  QString folded;
  folded.reserve(parts.size());
  for (qsizetype i = 0; i < parts.size(); ++i) {
    const QChar c = parts[i];
    if (c.isMark()) continue;
    if (isMinusAt(parts, i)) {
      folded += u'-';
    } else if ((c.isPunct() && c != u'%' && c != u'?') || c.isSpace()) {
      folded += kBlank;
    } else {
      folded += c;
    }
  }
  return folded.simplified();
}

bool quoteStandsIn(const QString& quote, const QString& text) {
  const QString whole = foldedQuote(text);
  qsizetype from = 0;
  for (const QString& part : foldedQuote(quote).split(kEllipsis)) {
    const QString piece = bare(part);
    const qsizetype at = whole.indexOf(piece, from);
    if (at < 0) return false;
    from = at + piece.size();
  }
  return true;
}

bool leavesPartsOut(const QString& text) {
  static const QRegularExpression gap(QStringLiteral(R"(\[\s*(?:\.\.\.|…)\s*\])"));
  return gap.match(text).hasMatch();
}

}  // namespace entente
