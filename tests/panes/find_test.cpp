// SPDX-License-Identifier: GPL-3.0-or-later
// The find field and the line under it: typing, walking, leaving, chips that fit and chips that do not.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/panes/filter_choice.h"
#include "app/panes/find_chip.h"
#include "app/panes/find_field.h"
#include "app/panes/find_hit_line.h"
#include "tests/support/open_session.h"

namespace entente::test {
namespace {

constexpr int kLongestMs = 10'000;

class FindFieldTest : public OpenSession {
 protected:
  void show(int width = 700) {
    openBuiltIn();
    window = std::make_unique<QWidget>();
    field = new FindField(session, window.get());
    field->resize(width, field->sizeHint().height());
    line = new HitLine(session, window.get());
    line->move(0, 60);
    window->resize(1000, 200);
    window->show();
    edit().setFocus();
  }
  void settle() { QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); }

  template <class T>
  T& child(const char* name) {
    return *field->findChild<T*>(QLatin1String(name));
  }
  QLineEdit& edit() { return child<QLineEdit>("words"); }
  QToolButton& button(const char* name) { return child<QToolButton>(name); }
  std::string count() {
    return child<QLabel>("count").isVisible() ? child<QLabel>("count").text().toStdString() : "";
  }
  std::vector<FindChip*> chips() {
    settle();
    std::vector<FindChip*> seen;
    for (FindChip* chip : field->findChildren<FindChip*>(QStringLiteral("chip"))) {
      if (chip->isVisible()) seen.push_back(chip);
    }
    return seen;
  }
  std::vector<QString> chipWords() {
    std::vector<QString> words;
    for (const FindChip* chip : chips())
      words.push_back(chip->words());
    return words;
  }
  void type(const char* words) { QTest::keyClicks(&edit(), QLatin1String(words)); }
  void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&edit(), key, modifiers); }
  /// Until the answer to the words of the field is there.
  void waitForAnswer() {
    QSignalSpy changed(&session, &Session::findChanged);
    while (session.found().searching || session.found().words != edit().text().trimmed())
      ASSERT_TRUE(changed.wait(kLongestMs));
  }
  void chooseFour() {
    EventFilter filter;
    filter.kinds = {EventKind::Message};
    filter.disputes = {DisputeState::Disputed};
    filter.countries = {QStringLiteral("USA")};
    filter.actors = {ActorUid{"trump"}};
    session.setFilter(filter);
  }

  std::unique_ptr<QWidget> window;
  FindField* field = nullptr;
  HitLine* line = nullptr;
};

TEST_F(FindFieldTest, TypingSearchesAfterAPause) {
  show();
  session.select(std::nullopt);
  QSignalSpy changed(&session, &Session::findChanged);
  type("daddy");
  EXPECT_EQ(changed.count(), 0);
  waitForAnswer();
  // Asked once, answered once: not letter by letter.
  EXPECT_EQ(changed.count(), 2);
  ASSERT_FALSE(session.found().hits.empty());
  EXPECT_EQ(count(), std::to_string(session.found().hits.size()) + " found");
  EXPECT_TRUE(button("nextHit").isVisible());
  EXPECT_TRUE(button("previousHit").isVisible());
  EXPECT_TRUE(button("endSearch").isVisible());
}

TEST_F(FindFieldTest, EnterSearchesAtOnceAndWalksWhenTheAnswerIsThere) {
  show();
  session.select(std::nullopt);
  type("trump");
  press(Qt::Key_Return);
  EXPECT_TRUE(session.found().searching);
  EXPECT_EQ(count(), "searching…");
  waitForAnswer();
  const auto& hits = session.found().hits;
  ASSERT_GT(hits.size(), 2U);
  const std::string all = std::to_string(hits.size());
  EXPECT_EQ(session.selected(), hits[0].event);
  EXPECT_EQ(count(), "1 of " + all);
  press(Qt::Key_Enter);
  EXPECT_EQ(session.selected(), hits[1].event);
  EXPECT_EQ(count(), "2 of " + all);
  press(Qt::Key_Return, Qt::ShiftModifier);
  press(Qt::Key_Return, Qt::ShiftModifier);
  EXPECT_EQ(session.selected(), hits.back().event);
  EXPECT_EQ(count(), all + " of " + all);
  QTest::mouseClick(&button("nextHit"), Qt::LeftButton);
  EXPECT_EQ(count(), "1 of " + all);
  QTest::mouseClick(&button("previousHit"), Qt::LeftButton);
  EXPECT_EQ(count(), all + " of " + all);
}

TEST_F(FindFieldTest, EscapeEndsTheSearchAndLeaves) {
  show();
  QSignalSpy left(field, &FindField::left);
  type("daddy");
  waitForAnswer();
  press(Qt::Key_Escape);
  EXPECT_EQ(left.count(), 1);
  EXPECT_TRUE(edit().text().isEmpty());
  EXPECT_FALSE(session.found().isActive());
  EXPECT_EQ(count(), "");
  for (const char* name : {"nextHit", "previousHit", "endSearch"})
    EXPECT_FALSE(button(name).isVisible()) << name;
}

TEST_F(FindFieldTest, DownLeavesAndKeepsTheSearch) {
  show();
  QSignalSpy left(field, &FindField::left);
  type("daddy");
  press(Qt::Key_Down);
  EXPECT_EQ(left.count(), 1);
  EXPECT_EQ(session.found().words.toStdString(), "daddy");
  waitForAnswer();
  EXPECT_EQ(edit().text().toStdString(), "daddy");
}

TEST_F(FindFieldTest, TheClearButtonEndsTheSearchAndKeepsTheFocus) {
  show();
  type("daddy");
  waitForAnswer();
  QTest::mouseClick(&button("endSearch"), Qt::LeftButton);
  EXPECT_FALSE(session.found().isActive());
  EXPECT_TRUE(edit().text().isEmpty());
  EXPECT_EQ(window->focusWidget(), &edit());
}

TEST_F(FindFieldTest, NothingFoundIsSaidInTheLineToo) {
  show();
  type("qqqqq");
  waitForAnswer();
  EXPECT_EQ(count(), "none found");
  EXPECT_FALSE(button("nextHit").isEnabled());
  EXPECT_EQ(line->where().toStdString(), "No event has “qqqqq”. Try fewer words, or fewer letters of them.");
  EXPECT_TRUE(line->isVisible());
  press(Qt::Key_Escape);
  EXPECT_FALSE(line->isVisible());
}

TEST_F(FindFieldTest, StartTakesTheFocusAndSelectsAll) {
  show();
  edit().setText(QStringLiteral("daddy"));
  edit().clearFocus();
  field->start();
  EXPECT_EQ(window->focusWidget(), &edit());
  EXPECT_EQ(edit().selectedText().toStdString(), "daddy");
}

TEST_F(FindFieldTest, AScreenReaderHearsTheCount) {
  show();
  EXPECT_EQ(edit().accessibleName().toStdString(), "Search words, people, places");
  type("daddy");
  waitForAnswer();
  EXPECT_EQ(edit().accessibleDescription().toStdString(), count());
}

TEST_F(FindFieldTest, ASearchFromElsewhereIsShown) {
  show();
  find(QStringLiteral("daddy"));
  EXPECT_EQ(edit().text().toStdString(), "daddy");
  session.close();
  EXPECT_TRUE(edit().text().isEmpty());
  EXPECT_FALSE(edit().isEnabled());
  EXPECT_FALSE(line->isVisible());
}

TEST_F(FindFieldTest, HitsThatTheFilterLeavesOutAreNotCountedAndSaidSo) {
  show();
  type("daddy");
  waitForAnswer();
  const auto& hits = session.found().hits;
  session.select(std::nullopt);
  EventFilter filter;
  filter.kinds = {EventKind::Period};
  for (const SearchHit& hit : hits)
    ASSERT_NE(session.snapshot()->title(hit.event)->kind, EventKind::Period);
  session.setFilter(filter);
  EXPECT_EQ(count(), "none found");
  EXPECT_EQ(line->where().toStdString(),
            "All " + std::to_string(hits.size()) + " events found are left out by the filter.");
  QTest::mouseClick(line->findChild<QPushButton*>(QStringLiteral("dropFilter")), Qt::LeftButton);
  EXPECT_TRUE(session.view().filter.isEmpty());
  EXPECT_EQ(count(), std::to_string(hits.size()) + " found");
  EXPECT_FALSE(line->isVisible());
}

TEST_F(FindFieldTest, TheLineSaysWhereWithTheWordsBold) {
  show();
  type("travels");
  press(Qt::Key_Return);
  waitForAnswer();
  const auto& hits = session.found().hits;
  const auto hit = std::ranges::find(hits, SearchField::Words, &SearchHit::field);
  ASSERT_NE(hit, hits.end());
  session.select(hit->event);
  const bool message = session.snapshot()->title(hit->event)->kind == EventKind::Message;
  const QString begin = message ? QStringLiteral("Found in the text of the message: ")
                                : QStringLiteral("Found in the quotation: ");
  EXPECT_EQ(line->where(), begin + hit->excerpt);
  EXPECT_TRUE(line->isVisible());
  const QString html = line->findChild<QLabel*>(QStringLiteral("where"))->text();
  EXPECT_EQ(html.count(QStringLiteral("<b>")), hit->marks.size());
  EXPECT_TRUE(html.contains(QStringLiteral("<b>travels</b>"), Qt::CaseInsensitive)) << html.toStdString();
  session.select(std::nullopt);
  EXPECT_FALSE(line->isVisible());
}

TEST_F(FindFieldTest, MarkupInAnArchiveIsShownAsItIs) {
  Records records;
  records.properties = {{"title", QStringLiteral("Markup")}};
  Actor actor;
  actor.uid = ActorUid{"a"};
  actor.name = QStringLiteral("<u>Tom</u> & Co");
  records.actors = {actor};
  Statement statement;
  statement.event.uid = EventUid{"s"};
  statement.event.title = QStringLiteral("A <u>marked</u> title");
  statement.event.when = FuzzyDate::parse("2025-06-24").value();
  statement.speaker = ActorUid{"a"};
  records.statements = {statement};
  openRecords(records);
  FindField bar(session);
  HitLine below(session);
  bar.resize(700, 28);
  bar.show();
  session.select(id("statement:s"));
  find(QStringLiteral("marked"));
  const QString html = below.findChild<QLabel*>(QStringLiteral("where"))->text();
  EXPECT_TRUE(html.contains(QStringLiteral("&lt;u&gt;<b>marked</b>&lt;/u&gt;")))
      << html.toStdString() << " of " << session.found().hits.front().excerpt.toStdString()
      << session.found().hits.front().marks.size();
  session.setFilter(withChoice({}, ActorUid{"a"}, true));
  const auto* chip = bar.findChild<FindChip*>(QStringLiteral("chip"));
  EXPECT_EQ(chip->words().toStdString(), "<u>Tom</u> & Co ×");
  EXPECT_TRUE(chip->toolTip().contains(QStringLiteral("&lt;u&gt;Tom")));
}

TEST_F(FindFieldTest, ChipsAreTheFilterAndRemoveTheirChoice) {
  show();
  chooseFour();
  EXPECT_THAT(chipWords(), testing::ElementsAre(QStringLiteral("Messages ×"), QStringLiteral("disputed ×"),
                                                QStringLiteral("USA ×"), QStringLiteral("Donald Trump ×")));
  EXPECT_EQ(chips()[0]->accessibleName().toStdString(), "Remove Messages from the filter");
  EXPECT_EQ(chips()[2]->accessibleName().toStdString(), "Remove the country United States from the filter");
  EXPECT_FALSE(button("moreChips").isVisible());
  QTest::mouseClick(chips()[1], Qt::LeftButton);
  EXPECT_TRUE(session.view().filter.disputes.empty());
  EXPECT_EQ(chips().size(), 3U);
}

TEST_F(FindFieldTest, ChipsByKeyboard) {
  show();
  chooseFour();
  chips()[1]->setFocus();
  QTest::keyClick(chips()[1], Qt::Key_Delete);
  EXPECT_TRUE(session.view().filter.disputes.empty());
  // The focus is on the chip that took its place, and at last in the field.
  EXPECT_EQ(window->focusWidget(), chips()[1]);
  QTest::keyClick(chips()[1], Qt::Key_Return);
  QTest::keyClick(chips()[1], Qt::Key_Space);
  QTest::keyClick(chips()[0], Qt::Key_Backspace);
  EXPECT_TRUE(session.view().filter.isEmpty());
  EXPECT_EQ(window->focusWidget(), &edit());
}

TEST_F(FindFieldTest, TabGoesFromChipToChipToTheField) {
  show();
  chooseFour();
  chips()[0]->setFocus();
  for (std::size_t i = 1; i < 4; ++i) {
    QTest::keyClick(window->focusWidget(), Qt::Key_Tab);
    EXPECT_EQ(window->focusWidget(), chips()[i]);
  }
  QTest::keyClick(window->focusWidget(), Qt::Key_Tab);
  EXPECT_EQ(window->focusWidget(), &edit());
}

TEST_F(FindFieldTest, ChipsThatDoNotFitStandTogether) {
  show(700);
  chooseFour();
  QSignalSpy asked(field, &FindField::filterRequested);
  std::size_t last = 4;
  for (int width = 700; width >= field->minimumSizeHint().width(); width -= 20) {
    field->resize(width, field->height());
    const std::size_t seen = chips().size();
    EXPECT_LE(seen, last);
    last = seen;
    const FindChip& more = child<FindChip>("moreChips");
    EXPECT_EQ(more.isVisible(), seen < 4);
    if (seen < 4) {
      EXPECT_EQ(more.words(), QStringLiteral("+%1").arg(4 - seen));
    }
    int right = 0;
    for (const FindChip* chip : chips()) {
      EXPECT_GE(chip->width(), chip->sizeHint().width());
      right = std::max(right, chip->geometry().right());
    }
    EXPECT_LT(right, edit().x());
    EXPECT_GE(edit().width(), 90) << width;
  }
  EXPECT_LT(last, 4U);
  QTest::mouseClick(&button("moreChips"), Qt::LeftButton);
  EXPECT_EQ(asked.count(), 1);
}

TEST_F(FindFieldTest, NarrowWithASearchNothingOverlaps) {
  show(300);
  chooseFour();
  session.setFilter({});
  type("trump");
  waitForAnswer();
  chooseFour();
  for (const int width : {field->minimumSizeHint().width(), 300, 420, 700}) {
    field->resize(width, field->height());
    int right = 0;
    for (const char* name : {"words", "count", "previousHit", "nextHit", "endSearch"}) {
      const auto& part = child<QWidget>(name);
      ASSERT_TRUE(part.isVisible());
      EXPECT_GE(part.x(), right) << name << " at " << width;
      right = part.x() + part.width();
    }
    EXPECT_LE(right, width);
    EXPECT_GE(child<QLabel>("count").width(), child<QLabel>("count").sizeHint().width());
    EXPECT_GE(edit().width(), 60) << width;
  }
}

}  // namespace
}  // namespace entente::test
