// SPDX-License-Identifier: GPL-3.0-or-later
// Opens, waits for signals, and reads what the panes say.
#include "tests/app/main_window_fixture.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QLabel>
#include <QSignalSpy>
#include <QTextDocumentFragment>

#include "app/panes/detail_pane.h"
#include "app/timeline/timeline_view.h"
#include "core/archive/archive.h"
#include "core/base/check.h"

namespace entente::test {

namespace {

constexpr int kLongestMs = 10'000;

}  // namespace

WindowTest::WindowTest() : window(std::make_unique<MainWindow>(ThemeChoice::Light)) {
  window->resize(1440, 900);
  window->timeline().setReducedMotion(true);
  window->show();
}

WindowTest::~WindowTest() = default;

void WindowTest::open(const QString& path) {
  QSignalSpy opened(&session(), &Session::archiveOpened);
  session().open(path);
  ASSERT_TRUE(opened.count() > 0 || opened.wait(kLongestMs));
  if (session().selected()) waitForDetail();
  settle();
}

void WindowTest::openBuiltIn() {
  open(QStringLiteral(ENTENTE_BINARY_DIR "/share/entente/five-per-cent.entente"));
}

void WindowTest::openRecords(const Records& records) {
  const std::filesystem::path path = folder / "test.entente";
  const auto made = Archive::create(path, records, true);
  ASSERT_TRUE(made.has_value()) << made.error().text();
  open(QString::fromStdString(path.string()));
}

void WindowTest::waitForDetail() {
  QSignalSpy arrived(&session(), &Session::detailChanged);
  ASSERT_TRUE(session().detail() != nullptr || arrived.wait(kLongestMs));
  settle();
}

void WindowTest::settle() {
  constexpr int kMostMs = 200;
  QCoreApplication::processEvents(QEventLoop::AllEvents, kMostMs);
}

EventId WindowTest::id(const char* reference) {
  const auto ref = RecordRef::parse(reference);
  check(ref.has_value(), reference);
  const auto found = session().snapshot()->find(*ref);
  check(found.has_value(), reference);
  return *found;
}

void WindowTest::select(const char* reference) {
  session().select(id(reference));
  waitForDetail();
}

std::string WindowTest::selected() {
  const auto ref = session().selected() ? session().snapshot()->refOf(*session().selected()) : std::nullopt;
  return ref ? ref->uid : std::string();
}

QString WindowTest::detailTitle() {
  const auto* title = window->detail().findChild<QLabel*>(QStringLiteral("title"));
  return title ? title->text() : QString();
}

QString WindowTest::detailText() {
  QString words;
  for (const QLabel* label : window->detail().findChildren<QLabel*>()) {
    words += label->textFormat() == Qt::RichText
                 ? QTextDocumentFragment::fromHtml(label->text()).toPlainText()
                 : label->text();
    words += QLatin1Char('\n');
  }
  return words;
}

}  // namespace entente::test
