// SPDX-License-Identifier: GPL-3.0-or-later
// Opens, and waits for signals.
#include "tests/support/open_session.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QSignalSpy>

#include "core/archive/archive.h"
#include "core/base/check.h"

namespace entente::test {

namespace {

constexpr int kLongestMs = 10'000;

}  // namespace

void OpenSession::open(const QString& path) {
  QSignalSpy opened(&session, &Session::archiveOpened);
  session.open(path);
  ASSERT_TRUE(opened.count() > 0 || opened.wait(kLongestMs));
  if (session.selected()) waitForDetail();
  settle();
}

void OpenSession::openBuiltIn() {
  open(QStringLiteral(ENTENTE_BINARY_DIR "/share/entente/five-per-cent.entente"));
}

void OpenSession::openRecords(const Records& records) {
  const std::filesystem::path path = folder / "test.entente";
  const auto made = Archive::create(path, records, true);
  ASSERT_TRUE(made.has_value()) << made.error().text();
  open(QString::fromStdString(path.string()));
}

void OpenSession::waitForDetail() {
  QSignalSpy arrived(&session, &Session::detailChanged);
  ASSERT_TRUE(session.detail() != nullptr || arrived.wait(kLongestMs));
  settle();
}

void OpenSession::settle() {
  constexpr int kMostMs = 200;
  QCoreApplication::processEvents(QEventLoop::AllEvents, kMostMs);
}

void OpenSession::find(const QString& words) {
  QSignalSpy changed(&session, &Session::findChanged);
  session.find(words);
  while (session.found().searching)
    ASSERT_TRUE(changed.wait(kLongestMs));
}

EventId OpenSession::id(const char* reference) {
  const auto ref = RecordRef::parse(reference);
  check(ref.has_value(), reference);
  const auto found = session.snapshot()->find(*ref);
  check(found.has_value(), reference);
  return *found;
}

void OpenSession::select(const char* reference) {
  session.select(id(reference));
  waitForDetail();
}

std::string OpenSession::selected() {
  const auto ref = session.selected() ? session.snapshot()->refOf(*session.selected()) : std::nullopt;
  return ref ? ref->uid : std::string();
}

}  // namespace entente::test
