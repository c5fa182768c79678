// SPDX-License-Identifier: GPL-3.0-or-later
// The detail pane: what it says of each kind, where its links lead, and what it never opens.
#include <gtest/gtest.h>

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

#include "app/panes/detail_column.h"
#include "app/panes/detail_pane.h"
#include "app/timeline/timeline_view.h"
#include "tests/app/main_window_fixture.h"

namespace entente {
namespace {

class DetailPaneTest : public test::WindowTest {
 protected:
  void expectSays(std::initializer_list<const char*> words) {
    const QString text = detailText();
    for (const char* word : words)
      EXPECT_TRUE(text.contains(QString::fromUtf8(word))) << word << " is not in\n" << text.toStdString();
  }

  QLabel* link(const char* reference) {
    for (QLabel* label : window->detail().findChildren<QLabel*>()) {
      if (label->textFormat() == Qt::RichText &&
          label->text().contains(QStringLiteral("href=\"%1\"").arg(QString::fromLatin1(reference))))
        return label;
    }
    return nullptr;
  }
};

TEST_F(DetailPaneTest, AMessageHasPeopleWordsStagesSourcesAndClaims) {
  openBuiltIn();
  expectSays({"Message, text message", "Tuesday 24 June 2025, hour unknown",
              "Mark Rutte, Secretary General, NATO", "Donald Trump, President, United States",
              "Safe travels and see you at His Majesty's dinner!", "Life line", "published the same day",
              "18 of 27 fields disputed", "The Irish Times", "usually reliable", "Also disputed"});
}

TEST_F(DetailPaneTest, EveryKindIsSetInItsOwnWay) {
  openBuiltIn();
  select("pledge:pl-2025-hague-5");
  expectSays({"Pledge, adopted", "at least 5% of GDP", "2035", "all members of NATO on 25 June 2025",
              "Positions", "Spain: Reservation, 19 June 2025"});
  select("summit:nato-2025-the-hague");
  expectSays({"Summit, NATO", "24 to 25 June 2025", "Host", "Dick Schoof"});
  select("statement:ru-inspectie-2022-10-03");
  expectSays({"Ruling", "te strenge selectie"});
  select("message:msg-macron-vonderleyen-2024-01");
  expectSays({"The wording of this message is not known.", "Some time in January 2024"});
}

TEST_F(DetailPaneTest, EveryEventOfTheArchiveCanBeShown) {
  openBuiltIn();
  for (const auto& [event, title] : session().snapshot()->titles) {
    session().select(event);
    waitForDetail();
    EXPECT_EQ(detailTitle(), title.title);
  }
}

TEST_F(DetailPaneTest, ALinkJumpsToTheOtherEvent) {
  openBuiltIn();
  QLabel* to = link("pledge:pl-2025-hague-5");
  ASSERT_NE(to, nullptr);
  QSignalSpy selectedSpy(&session(), &Session::selectionChanged);
  Q_EMIT to->linkActivated(QStringLiteral("pledge:pl-2025-hague-5"));
  ASSERT_TRUE(selectedSpy.count() > 0 || selectedSpy.wait(5000));
  waitForDetail();
  EXPECT_EQ(selected(), "pl-2025-hague-5");
  EXPECT_EQ(detailTitle(), QStringLiteral("The Hague commitment"));
}

TEST_F(DetailPaneTest, OnlyWebAddressesAreLinks) {
  EXPECT_TRUE(isWebAddress(QStringLiteral("https://www.irishtimes.com/world/")));
  EXPECT_TRUE(isWebAddress(QStringLiteral("http://m.example.org/a?b=c#d")));
  for (const char* url :
       {"", "javascript:alert(1)", "file:///etc/passwd", "ftp://example.org/", "https://", "//example.org",
        "data:text/html,x", "http:/etc", "smb://host/share", "https:///path"})
    EXPECT_FALSE(isWebAddress(QString::fromLatin1(url))) << url;
}

/// An archive may come from a stranger: what people wrote is never markup.
TEST_F(DetailPaneTest, MarkupInRecordsIsText) {
  Records records;
  records.properties = {{"title", QStringLiteral("<h1>x</h1>")}};
  Source source;
  source.uid = SourceUid("s");
  source.title = QStringLiteral("<a href=\"file:///etc/passwd\">click</a>");
  source.url = QStringLiteral("file:///etc/passwd");
  records.sources = {source};
  Actor actor;
  actor.uid = ActorUid("a");
  actor.name = QStringLiteral("<img src=x>");
  records.actors = {actor};
  Statement statement;
  statement.event.uid = EventUid("e");
  statement.event.title = QStringLiteral("<b>bold</b> & more");
  statement.event.when = *FuzzyDate::parse("2020-02-02");
  statement.event.sources = {SourceUid("s")};
  statement.speaker = ActorUid("a");
  statement.quote = QStringLiteral("<script>quote</script>\n\nsecond");
  records.statements = {statement};
  openRecords(records);
  select("statement:e");
  EXPECT_EQ(detailTitle(), QStringLiteral("<b>bold</b> & more"));
  expectSays({"<script>quote</script>", "<img src=x>", "<a href=\"file:///etc/passwd\">click</a>"});
  EXPECT_EQ(link("file:///etc/passwd"), nullptr);
}

}  // namespace
}  // namespace entente
