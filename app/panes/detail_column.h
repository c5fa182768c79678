// SPDX-License-Identifier: GPL-3.0-or-later
// DetailColumn: an event's detail set as one column of blocks, made once and thrown away with the next event.
#pragma once

#include <QWidget>
#include <functional>
#include <memory>
#include <vector>

#include "app/panes/detail_blocks.h"
#include "core/model/event_detail.h"

class QVBoxLayout;

namespace entente {

/// What a click in the column asks for.
struct DetailActions {
  std::function<void(const RecordRef&)> jump;   ///< to another event
  std::function<void(const QString&)> openUrl;  ///< only http and https
};

class DetailColumn : public QWidget {
  Q_OBJECT

 public:
  DetailColumn(std::shared_ptr<const EventDetail> detail, const BlockStyle& style, DetailActions actions,
               QWidget* parent = nullptr);

 private:
  void addHead();
  void addPeople();
  void addWords();
  void addFacts();
  void addStages();
  void addPositions();
  void addLinks();
  void addSources();
  void addDisputed();

  void addHeading(const QString& text, const QString& note = {});
  void addGap(int px);
  void add(QWidget* block);
  /// A caption at the left, a value beside it.
  void addRow(const QString& caption, QWidget* value);
  void addText(const QString& caption, const QString& value);
  [[nodiscard]] QWidget* linksTo(const std::vector<const LinkEnd*>& ends);
  [[nodiscard]] QString actorName(const ActorUid& uid) const;
  /// "Mark Rutte, Secretary General, NATO": with the office held on the day of the event.
  [[nodiscard]] QString actorWithOffice(const ActorUid& uid) const;
  [[nodiscard]] QString actorsWithOffices(const std::vector<ActorUid>& uids) const;
  [[nodiscard]] GlyphKind glyph() const;
  void addSource(const Source& source);
  void addClaims(const std::vector<const Claim*>& claims);

  std::shared_ptr<const EventDetail> m_kept;
  const EventDetail& m_detail;  ///< what m_kept keeps
  BlockStyle m_style;
  DetailActions m_actions;
  QVBoxLayout* m_column;
};

/// True for an address that may be handed to the system's browser: http or https with a host.
[[nodiscard]] bool isWebAddress(const QString& url);

}  // namespace entente
