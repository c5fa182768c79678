// SPDX-License-Identifier: GPL-3.0-or-later
// BlockColumn: blocks about one event set below each other, made once and thrown away with the next event.
#pragma once

#include <QWidget>
#include <functional>
#include <memory>
#include <vector>

#include "app/panes/claims_board.h"
#include "app/panes/detail_blocks.h"
#include "core/model/event_detail.h"
#include "core/view/record_edits.h"

class QVBoxLayout;

namespace entente {

/// What a click in a column asks for.
struct BlockActions {
  std::function<void(const RecordRef&)> jump;   ///< to another event
  std::function<void(const QString&)> openUrl;  ///< only http and https
  std::function<bool(const Topic&)> isOpen;     ///< whether the claims about it stand open
  std::function<void(const Topic&, bool open)> setOpen;
  ClaimActions claims;
  // Forms of records; not offered where they are not set.
  std::function<void(const RecordKey&)> edit;
  std::function<void(const EditableRecord&)> make;
  std::function<void(const RecordKey&)> remove;
  std::function<void(const QString&)> filterTag;  ///< keeps the events of a tag
};

/// The other end of a link as a line that jumps there, with its date; plain text if it is no event.
[[nodiscard]] QWidget* eventLink(const BlockStyle& style, const BlockActions& actions, const LinkEnd& end);

class BlockColumn : public QWidget {
  Q_OBJECT

 protected:
  BlockColumn(std::shared_ptr<const EventDetail> detail, std::shared_ptr<const Snapshot> snapshot,
              const BlockStyle& style, BlockActions actions, QWidget* parent);

  [[nodiscard]] const EventDetail& detail() const { return *m_detail; }
  [[nodiscard]] const std::shared_ptr<const EventDetail>& sharedDetail() const { return m_detail; }
  [[nodiscard]] const Snapshot& snapshot() const { return *m_snapshot; }
  [[nodiscard]] const BlockStyle& look() const { return m_style; }
  [[nodiscard]] const RecordRef& record() const { return m_record; }
  [[nodiscard]] QVBoxLayout& column() { return *m_column; }

  void addHeading(const QString& text, const QString& note = {});
  void addGap(int px);
  void add(QWidget* block);
  /// A caption at the left, a value beside it.
  void addRow(const QString& caption, QWidget* value);
  void addText(const QString& caption, const QString& value);
  /// The mark of a topic of this event, and a place for its claims that it opens; both null if nothing is
  /// claimed.
  struct TopicBlocks {
    QWidget* mark = nullptr;
    QWidget* board = nullptr;
  };
  [[nodiscard]] TopicBlocks topicBlocks(const Topic& topic);
  [[nodiscard]] TopicBlocks fieldBlocks(const QString& field) {
    return topicBlocks({m_record, false, field});
  }
  /// A topic as a row: its name, the shown value, the mark; below, its claims.
  void addTopic(const Resolution& resolution);
  /// A line of text with a mark behind it, and what the mark opens below.
  void addMarked(QLabel* line, const TopicBlocks& blocks);
  /// Title or publisher as a link, day and grade in words.
  void addSource(const Source& source);
  /// What the event is linked with, by relation; nothing if nothing is.
  void addLinks();
  [[nodiscard]] GlyphKind glyph() const;
  [[nodiscard]] const BlockActions& actions() const { return m_actions; }
  /// Words that do something, side by side; `name` is what a test finds the first by, and so on.
  struct WordAction {
    QString words;
    QString name;
    std::function<void()> does;
  };
  void addWordActions(const std::vector<WordAction>& actions);
  /// A line of text with "Edit" and "Delete" behind it.
  void addEditable(QWidget* line, const RecordKey& key);

 private:
  [[nodiscard]] QLabel* wordLink(const WordAction& action);

  std::shared_ptr<const EventDetail> m_detail;
  std::shared_ptr<const Snapshot> m_snapshot;
  RecordRef m_record;
  BlockStyle m_style;
  BlockActions m_actions;
  QVBoxLayout* m_column;
};

/// True for an address that may be handed to the system's browser: http or https with a host.
[[nodiscard]] bool isWebAddress(const QString& url);

}  // namespace entente
