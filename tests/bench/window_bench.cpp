// SPDX-License-Identifier: GPL-3.0-or-later
// The window in the hand: frames while panning and zooming, hover, selection, regrouping and the start, each
// against its target. 1920x1080, offscreen, 5,000 made-up events.
#include <QApplication>
#include <QFile>
#include <QMouseEvent>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <functional>
#include <iterator>
#include <memory>
#include <vector>

#include "app/shell/main_window.h"
#include "app/shell/window_program.h"
#include "app/timeline/timeline_view.h"
#include "core/archive/archive.h"
#include "core/base/check.h"
#include "core/time/civil.h"
#include "tests/bench/first_paint.h"
#include "tests/bench/made_up.h"

namespace entente {
namespace {

using Clock = std::chrono::steady_clock;
constexpr int kEvents = 5'000;
constexpr QSize kSize(1920, 1080);

double msSince(Clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

/// One line of the table.
struct Row {
  const char* what;
  double measured = 0;
  double target = 0;
  const char* unit = "ms";
};

struct Times {
  std::vector<double> ms;

  /// 0..1 of them are shorter.
  [[nodiscard]] double at(double part) const {
    std::vector<double> sorted = ms;
    std::ranges::sort(sorted);
    return sorted[std::min(sorted.size() - 1,
                           static_cast<std::size_t>(part * static_cast<double>(sorted.size())))];
  }
};

void settle() {
  for (int i = 0; i < 4; ++i)
    QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
}

/// What is done, with all that is painted for it.
Times measure(int times, const std::function<void(int)>& does) {
  Times all;
  for (int i = 0; i < times; ++i) {
    const auto begin = Clock::now();
    does(i);
    QCoreApplication::sendPostedEvents();
    all.ms.push_back(msSince(begin));
    settle();
  }
  return all;
}

QString benchArchive(const QTemporaryDir& folder) {
  const QString path = folder.filePath(QStringLiteral("bench.entente"));
  const auto made = Archive::create(path.toStdString(), madeUpRecords(kEvents), true);
  check(made.has_value(), "the archive of the benchmark can be made");
  return path;
}

void openIn(Session& session, const QString& path) {
  QSignalSpy opened(&session, &Session::archiveOpened);
  session.open(path);
  check(opened.wait(60'000), "the archive of the benchmark opens");
}

/// From 1950 to now and back, ten years wide.
TimeSpan panned(int i) {
  const int step = i % 400 < 200 ? i % 400 : 400 - i % 400;
  const Instant begin = plusSeconds(startOfYear(1950), step * 120 * kSecondsPerDay);
  return {begin, plusSeconds(begin, 3'650 * kSecondsPerDay)};
}

/// From all to a week and back.
TimeSpan zoomedTo(int i) {
  const double part = i % 400 < 200 ? i % 400 / 200.0 : 2 - i % 400 / 200.0;
  const double days = 28'000 * std::pow(7.0 / 28'000, part);
  const Instant middle = startOfYear(2018);
  const auto half = static_cast<std::int64_t>(days * kSecondsPerDay / 2);
  return {plusSeconds(middle, -half), plusSeconds(middle, half)};
}

/// The timeline alone.
std::vector<Row> benchCanvas(const QString& path) {
  Session session;
  TimelineView timeline(session);
  timeline.setReducedMotion(true);
  timeline.resize(kSize);
  timeline.show();
  openIn(session, path);
  settle();
  std::vector<Row> rows;
  const Times pan = measure(400, [&](int i) { session.setSpan(panned(i)); });
  rows.push_back({"pan: a frame, median", pan.at(0.5), 3});
  rows.push_back({"pan: a frame, 95 of 100", pan.at(0.95), 6});
  const Times zoom = measure(400, [&](int i) { session.setSpan(zoomedTo(i)); });
  rows.push_back({"zoom: a frame, median", zoom.at(0.5), 3});
  rows.push_back({"zoom: a frame, 95 of 100", zoom.at(0.95), 6});

  const Instant begin = startOfYear(2016);
  session.setSpan({begin, plusSeconds(begin, 730 * kSecondsPerDay)});
  settle();
  const Times hover = measure(400, [&](int i) {
    const QPointF at(300 + i * 37 % 1'400, 60 + i * 23 % 800);
    QWidget& canvas = *timeline.viewport();
    QMouseEvent move(QEvent::MouseMove, at, canvas.mapToGlobal(at), Qt::NoButton, Qt::NoButton,
                     Qt::NoModifier);
    QCoreApplication::sendEvent(&canvas, &move);
  });
  rows.push_back({"hover, median", hover.at(0.5), 1});
  rows.push_back({"hover, 95 of 100", hover.at(0.95), 1});
  const std::vector<EventId> events = session.slices()->eventsIn(session.view().span);
  const Times selection =
      measure(400, [&](int i) { session.select(events[static_cast<std::size_t>(i) * 7 % events.size()]); });
  rows.push_back({"selection, median", selection.at(0.5), 1});
  rows.push_back({"selection, 95 of 100", selection.at(0.95), 1});

  session.setSpan(zoomedTo(0));
  settle();
  const Times regroup = measure(
      24, [&](int i) { session.setGrouping(kGroupings[static_cast<std::size_t>(i) % kGroupings.size()]); });
  rows.push_back({"another grouping, median", regroup.at(0.5), 30});
  rows.push_back({"another grouping, longest of 24", regroup.at(1), 30});
  return rows;
}

/// The whole window, with overview, panes and table.
std::vector<Row> benchWindow(const QString& path) {
  MainWindow window(ThemeChoice::Light);
  window.resize(kSize);
  window.show();
  openIn(window.session(), path);
  window.timeline().setReducedMotion(true);
  settle();
  std::vector<Row> rows;
  const Times pan = measure(400, [&](int i) { window.session().setSpan(panned(i)); });
  rows.push_back({"pan of the whole window: a frame, median", pan.at(0.5), 3});
  rows.push_back({"pan of the whole window: a frame, 95 of 100", pan.at(0.95), 6});
  return rows;
}

/// Milliseconds from the start of a program to its first paint, the median of several runs.
double startMs(const QString& program, const QStringList& arguments) {
  constexpr int kRuns = 9;
  Times all;
  for (int run = 0; run < kRuns; ++run) {
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    const auto begin = Clock::now().time_since_epoch().count();
    process.start(program, arguments);
    check(process.waitForFinished(60'000), "the program paints something");
    const auto painted = process.readAllStandardOutput().trimmed().toLongLong();
    all.ms.push_back(static_cast<double>(painted - begin) / 1e6);
  }
  return all.at(0.5);
}

void print(const std::vector<Row>& rows) {
  std::printf("\n%-52s %12s %12s\n", "1920x1080, offscreen, 5,000 events", "target", "measured");
  for (const Row& row : rows) {
    std::printf("%-52s %9.2f %-2s %9.2f %-2s  %s\n", row.what, row.target, row.unit, row.measured, row.unit,
                row.measured <= row.target ? "" : "MISSED");
  }
}

/// The program itself, until its timeline shows the built-in archive.
void waitForTimeline() {
  static const auto first = std::make_unique<FirstPaint>([](const QWidget& painted) {
    const auto* timeline = qobject_cast<const TimelineView*>(painted.parentWidget());
    return timeline && timeline->hasPicture() && &painted == timeline->viewport();
  });
}

}  // namespace
}  // namespace entente

int main(int argc, char** argv) {
  const QTemporaryDir settings;
  qputenv("QT_QPA_PLATFORM", "offscreen");
  if (argc == 3 && std::strcmp(argv[1], "--start") == 0) {
    qAddPreRoutine(entente::waitForTimeline);
    entente::WindowRequest request;
    request.file = QString::fromLocal8Bit(argv[2]);
    request.size = QSize(1920, 1080);
    return entente::runWindow(argc, argv, request);
  }
  for (const char* place : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"})
    qputenv(place, settings.path().toLocal8Bit());
  QApplication application(argc, argv);
  const QTemporaryDir folder;
  const QString archive = entente::benchArchive(folder);
  std::vector<entente::Row> rows = entente::benchCanvas(archive);
  if (argc > 1 && std::strcmp(argv[1], "--canvas") == 0) {
    entente::print(rows);
    return 0;
  }
  std::ranges::copy(entente::benchWindow(archive), std::back_inserter(rows));
  const QString here = QCoreApplication::applicationDirPath();
  const double bare = entente::startMs(here + QStringLiteral("/bare_window"), {});
  const double whole = entente::startMs(
      QCoreApplication::applicationFilePath(),
      {QStringLiteral("--start"), QStringLiteral(ENTENTE_BINARY_DIR "/share/entente/five-per-cent.entente")});
  std::printf("\nfirst paint: a bare window %.0f ms, the built-in archive %.0f ms\n", bare, whole);
  rows.push_back({"start to first paint, against a bare window", whole / bare, 1.5, "x"});
  entente::print(rows);
  return 0;
}
