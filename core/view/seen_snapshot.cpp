// SPDX-License-Identifier: GPL-3.0-or-later
// Makes a snapshot of an archive's content: what is known, what it resolves to, and where that is shown.
#include <algorithm>

#include "core/ledger/known_from.h"
#include "core/ledger/shown_value.h"
#include "core/model/message_date.h"
#include "core/view/sieve.h"
#include "core/view/snapshot.h"

namespace entente {

namespace {

/// As they are shown: with the dates that their claims come down to.
using StagesOf = std::unordered_map<Uid, std::vector<Stage>>;

/// Fills a snapshot, one step after the other.
class SnapshotMaker {
 public:
  SnapshotMaker(const ArchiveContent& content, const Lens& lens, Snapshot& snapshot)
      : m_content(content), m_lens(lens), m_sieve(lens), m_snapshot(snapshot) {}

  /// Titles, and whether any of them is not as in the archive.
  std::vector<EventTitle> seenTitles() {
    readStages();
    for (const EventTitle& title : m_content.titles)
      m_own.emplace(title.uid.value, ownKnownFrom(title));
    for (const EventTitle& title : m_content.titles)
      m_spoken.emplace(title.uid.value, spokenFrom(title));
    for (const Link& link : m_content.links) {
      if (link.relation == Relation::Announces) announce(link);
    }
    std::vector<EventTitle> titles;
    titles.reserve(m_content.titles.size());
    for (const EventTitle& title : m_content.titles) {
      if (auto seen = see(title)) titles.push_back(std::move(*seen));
    }
    return titles;
  }

  [[nodiscard]] bool changedEvents() const { return m_changed; }

  /// What `info` says of what is seen. After seeLists().
  void count(const std::vector<EventTitle>& titles) {
    const auto set = [this](TableId table, std::size_t number) {
      m_snapshot.info.counts[static_cast<std::size_t>(table)] = static_cast<std::int64_t>(number);
    };
    const auto countKind = [&titles](EventKind kind) {
      return static_cast<std::size_t>(std::ranges::count(titles, kind, &EventTitle::kind));
    };
    set(TableId::Summits, countKind(EventKind::Summit));
    set(TableId::Messages, countKind(EventKind::Message));
    set(TableId::Pledges, countKind(EventKind::Pledge));
    set(TableId::Statements, countKind(EventKind::Statement));
    set(TableId::Periods, countKind(EventKind::Period));
    set(TableId::Events, countKind(EventKind::Event));
    std::unordered_set<Uid> there;
    for (const EventTitle& title : titles)
      there.insert(title.uid.value);
    set(TableId::Stages,
        static_cast<std::size_t>(std::ranges::count_if(m_content.stages, [&](const Stage& one) {
          return there.contains(one.message.value) && m_sieve.passes(one.source) &&
                 m_sieve.passes(knownFrom(one, m_known.at(one.message.value)));
        })));
    set(TableId::Positions,
        static_cast<std::size_t>(std::ranges::count_if(m_content.positions, [&](const Position& one) {
          return there.contains(one.pledge.value) &&
                 m_sieve.passes(ownOr(one.knownFrom, fromBegin(one.when))) && m_sieve.passes(one.source);
        })));
    set(TableId::Links, static_cast<std::size_t>(std::ranges::count_if(m_content.links, [&](const Link& one) {
          const auto isThere = [&](const RecordRef& end) {
            return !isEventKind(end.kind) || there.contains(end.uid);
          };
          return isThere(one.from) && isThere(one.to) && m_sieve.passes(fromBegin(one.knownFrom)) &&
                 m_sieve.passes(one.source);
        })));
    set(TableId::Offices, m_snapshot.offices.size());
    set(TableId::Accessions, m_snapshot.accessions.size());
    set(TableId::Sources, m_snapshot.sources.size());
    set(TableId::Spending, m_snapshot.spending.size());
    set(TableId::BulkEvents, m_snapshot.dataset.bulk->size());
    std::size_t claims = 0;
    for (const Resolution& topic : m_snapshot.ledger.all())
      claims += topic.claimCount();
    set(TableId::Claims, claims);
    setSpan(titles);
  }

  void seeLists() {
    const auto copy = [](const auto& from, auto& to, const auto& passes) {
      std::ranges::copy_if(from, std::back_inserter(to), passes);
    };
    copy(m_content.offices, m_snapshot.offices, [this](const Office& office) {
      return m_sieve.passes(ownOr(office.knownFrom, fromBegin(office.held))) && m_sieve.passes(office.source);
    });
    for (Office& office : m_snapshot.offices)
      office.held = heldAsKnown(office.held, m_lens);
    copy(m_content.accessions, m_snapshot.accessions, [this](const Accession& accession) {
      return m_sieve.passes(ownOr(accession.knownFrom, fromBegin(accession.date))) &&
             m_sieve.passes(accession.source);
    });
    const LedgerRows& rows = *m_content.ledger;
    std::unordered_set<Uid> sources;
    for (std::size_t i = 0; i < rows.sources.size(); ++i) {
      if (!m_sieve.passes(knownFrom(rows.sources[i]))) continue;
      sources.insert(rows.sources[i].uid.value);
      m_snapshot.sources.push_back(rows.sources[i]);
      m_snapshot.sourceUses.push_back(m_content.sourceUses[i]);
    }
    copy(m_content.spending, m_snapshot.spending, [&](const Spending& figure) {
      if (!m_sieve.passes(figure.source)) return false;
      return figure.knownFrom ? m_sieve.passes(fromBegin(figure.knownFrom))
                              : sources.contains(figure.source.value);
    });
  }

  /// Machine-coded events are known from their begin; they are in its order.
  void seeBulk() {
    m_snapshot.dataset.revision = m_content.dataset.revision;
    m_snapshot.dataset.bulk = m_content.dataset.bulk;
    if (!m_lens.until) return;
    const BulkSegment& all = *m_content.dataset.bulk;
    const auto count = std::ranges::lower_bound(all.begins, m_lens.until->seconds) - all.begins.begin();
    auto known = std::make_shared<BulkSegment>();
    known->keys.assign(all.keys.begin(), all.keys.begin() + count);
    known->begins.assign(all.begins.begin(), all.begins.begin() + count);
    known->ends.assign(all.ends.begin(), all.ends.begin() + count);
    m_snapshot.dataset.bulk = std::move(known);
  }

 private:
  void setSpan(const std::vector<EventTitle>& titles) {
    ArchiveInfo& info = m_snapshot.info;
    info.earliest.reset();
    info.latest.reset();
    const auto begins = [](const FuzzyDate& date) {
      return date.beginKind() == EndKind::Known ? date.bounds().earliestBegin : date.bounds().earliestEnd;
    };
    const auto ends = [](const FuzzyDate& date) {
      return date.endKind() == EndKind::Known ? date.bounds().latestEnd : date.bounds().latestBegin;
    };
    for (const EventTitle& title : titles) {
      if (!title.when) continue;
      if (!info.earliest || begins(*title.when) < begins(*info.earliest)) info.earliest = title.when;
      if (!info.latest || ends(*title.when) > ends(*info.latest)) info.latest = title.when;
    }
  }

  void readStages() {
    std::unordered_map<Uid, std::vector<const Stage*>> recorded;
    for (const Stage& stage : m_content.stages)
      recorded[stage.message.value].push_back(&stage);
    for (auto& [message, stages] : recorded) {
      sortStages(stages);
      const RecordRef ref{RecordKind::Message, message};
      ShownStages shown(ref, m_snapshot.ledger);
      std::vector<Stage>& all = m_stages[message];
      for (const Stage* stage : stages) {
        all.push_back(*stage);
        all.back().when = shown.when(*stage);
      }
    }
  }

  [[nodiscard]] const std::vector<Stage>& stagesOf(const Uid& message) const {
    static const std::vector<Stage> none;
    const auto found = m_stages.find(message);
    return found == m_stages.end() ? none : found->second;
  }

  /// The earliest day of the sources of an event.
  [[nodiscard]] KnownFrom fromSources(EventId id) const {
    const auto parties = std::ranges::lower_bound(m_content.parties, id, {}, &EventParties::id);
    if (parties == m_content.parties.end() || parties->id != id) return {};
    std::optional<KnownFrom> first;
    for (const SourceUid& uid : parties->sources) {
      const Source* source = m_content.ledger->source(uid);
      if (!source || (!source->published && !source->knownFrom)) continue;
      first = first ? earlierOf(*first, knownFrom(*source)) : knownFrom(*source);
    }
    return first.value_or(KnownFrom{});
  }

  [[nodiscard]] KnownFrom ownKnownFrom(const EventTitle& title) const {
    if (title.kind == EventKind::Message)
      return messageKnownFrom(title.knownFrom, stagesOf(title.uid.value), fromSources(title.id));
    return ownOr(title.knownFrom, fromBegin(claimedWhen(title)));
  }

  /// Of an event that is no message, as shown.
  [[nodiscard]] std::optional<FuzzyDate> claimedWhen(const EventTitle& title) const {
    const Resolution* claimed =
        m_snapshot.ledger.field({recordKindOf(title.kind), title.uid.value}, QStringLiteral("when"));
    return claimed ? shownDate(title.when, *claimed) : title.when;
  }

  /// Since when what it announces can be known: a summit that is long foreseen announces when it meets.
  [[nodiscard]] KnownFrom spokenFrom(const EventTitle& title) const {
    const KnownFrom& own = m_own.at(title.uid.value);
    return title.kind == EventKind::Message ? own : laterOf(own, fromBegin(claimedWhen(title)));
  }

  void announce(const Link& link) {
    const auto from = m_spoken.find(link.from.uid);
    const auto to = m_own.find(link.to.uid);
    if (from == m_spoken.end() || to == m_own.end()) return;
    const KnownFrom known = ownOr(link.knownFrom, from->second);
    const auto [place, first] = m_announced.try_emplace(link.to.uid, known);
    if (!first) place->second = earlierOf(place->second, known);
  }

  [[nodiscard]] KnownFrom knownFromOf(const EventTitle& title) const {
    const KnownFrom own = m_own.at(title.uid.value);
    const auto announced = m_announced.find(title.uid.value);
    // A recorded day says more than a link.
    return title.knownFrom || announced == m_announced.end() ? own : earlierOf(own, announced->second);
  }

  /// Whether every source of the event is the one that the lens leaves out.
  [[nodiscard]] bool restsOnWithout(EventId id) const {
    if (m_lens.without.value.empty()) return false;
    const auto parties = std::ranges::lower_bound(m_content.parties, id, {}, &EventParties::id);
    return parties != m_content.parties.end() && parties->id == id && !parties->sources.empty() &&
           std::ranges::all_of(parties->sources,
                               [this](const SourceUid& uid) { return uid == m_lens.without; });
  }

  [[nodiscard]] std::optional<FuzzyDate> shownWhen(const EventTitle& title, const KnownFrom& known) const {
    if (title.kind != EventKind::Message) return claimedWhen(title);
    MessageDate date;
    for (const Stage& stage : stagesOf(title.uid.value)) {
      if (stage.when && m_sieve.passes(knownFrom(stage, known)) && m_sieve.passes(stage.source))
        date.add(stage.stage, *stage.when);
    }
    return date.shown();
  }

  std::optional<EventTitle> see(const EventTitle& title) {
    const KnownFrom known = knownFromOf(title);
    m_known.emplace(title.uid.value, known);
    const Certainty certainty = m_sieve.known(known);
    if (certainty == Certainty::Impossible || restsOnWithout(title.id)) {
      m_changed = true;
      return std::nullopt;
    }
    if (certainty == Certainty::Possible) m_snapshot.possiblyKnown.insert(title.id);
    m_snapshot.knownFrom.emplace(title.id, known);
    EventTitle seen = title;
    const RecordRef ref{recordKindOf(title.kind), title.uid.value};
    seen.when = shownWhen(title, known);
    const bool ahead = m_lens.until && seen.when && seen.when->bounds().earliestBegin >= *m_lens.until;
    if (ahead) seen.scheduled = true;
    if (seen.when != title.when || seen.scheduled != title.scheduled) m_changed = true;
    if (const Resolution* channel = m_snapshot.ledger.field(ref, QStringLiteral("channel")))
      seen.channel = channelAsShown(title.channel, *channel);
    noteRivals(seen, ref);
    return seen;
  }

  /// As the detail shows it: see shownWord().
  static QString channelAsShown(const QString& recorded, const Resolution& claimed) {
    const auto own = fromWord<Channel>(recorded.toStdString());
    if (!own) return recorded;
    const std::string_view word = wordOf(shownWord(*own, claimed));
    return QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size()));
  }

  void noteRivals(const EventTitle& title, const RecordRef& ref) {
    const QString field =
        title.kind == EventKind::Message ? stageField(StageKind::Sent) : QStringLiteral("when");
    const Resolution* claimed = m_snapshot.ledger.field(ref, field);
    if (!claimed) return;
    std::vector<RivalDate>& rivals = m_snapshot.rivalDates[title.id];
    for (std::size_t i = claimed->shown() ? 1 : 0; i < claimed->values.size(); ++i) {
      auto date = dateOf(claimed->values[i]);
      if (date && date != title.when) rivals.push_back({std::move(*date), claimed->topic, i});
    }
    if (rivals.empty()) m_snapshot.rivalDates.erase(title.id);
  }

  const ArchiveContent& m_content;
  const Lens& m_lens;
  Sieve m_sieve;
  Snapshot& m_snapshot;
  StagesOf m_stages;
  std::unordered_map<Uid, KnownFrom> m_own;        ///< without announcements
  std::unordered_map<Uid, KnownFrom> m_spoken;     ///< when it announces what it announces
  std::unordered_map<Uid, KnownFrom> m_announced;  ///< by the first link that does
  std::unordered_map<Uid, KnownFrom> m_known;      ///< the one or the other
  bool m_changed = false;
};

std::shared_ptr<const CuratedSegment> segmentOf(const std::vector<EventTitle>& titles) {
  auto segment = std::make_shared<CuratedSegment>();
  for (const EventTitle& title : titles) {
    if (title.when) {
      append(*segment, {title.id.key, title.kind, title.form, title.weight, title.scheduled}, *title.when);
    } else {
      segment->undated.push_back(title.id.key);
    }
  }
  std::ranges::sort(segment->undated);
  sortByBegin(*segment);
  return segment;
}

}  // namespace

namespace {

void readLinks(Snapshot& snapshot) {
  const Sieve sieve(snapshot.lens);
  for (const Link& link : snapshot.content->links) {
    const auto from = snapshot.find(link.from);
    const auto to = snapshot.find(link.to);
    if (!from || !to || from == to) continue;
    if (!sieve.passes(fromBegin(link.knownFrom)) || !sieve.passes(link.source)) continue;
    snapshot.links[*from].push_back({*to, link.relation, true});
    snapshot.links[*to].push_back({*from, link.relation, false});
  }
  const auto place = [&](const EventLink& link) {
    const auto& when = snapshot.title(link.other)->when;
    return std::tuple(when ? when->bounds().earliestBegin : kEndOfTime, link.other.key, link.relation,
                      link.outgoing);
  };
  for (auto& [id, links] : snapshot.links) {
    std::ranges::sort(links, {}, place);
    links.erase(std::unique(links.begin(), links.end()), links.end());
  }
}

}  // namespace

bool speaks(const Snapshot& snapshot, const SourceUid& source) {
  return source != snapshot.lens.without && snapshot.source(source) != nullptr;
}

Snapshot seenThrough(const std::shared_ptr<const ArchiveContent>& content, const Lens& lens) {
  Snapshot snapshot;
  snapshot.content = content;
  snapshot.lens = lens;
  snapshot.ledger = Ledger(content->ledger, lens);
  snapshot.info = content->info;
  snapshot.isWritable = content->isWritable;
  snapshot.views = content->views;
  SnapshotMaker maker(*content, lens, snapshot);
  std::vector<EventTitle> titles = maker.seenTitles();
  snapshot.dataset.curated = maker.changedEvents() ? segmentOf(titles) : content->dataset.curated;
  maker.seeBulk();
  maker.seeLists();
  if (!lens.isClear()) maker.count(titles);
  for (EventTitle& title : titles) {
    const RecordRef ref{recordKindOf(title.kind), title.uid.value};
    if (!snapshot.ledger.of(ref).empty())
      snapshot.disputes.emplace(title.id, snapshot.ledger.disputesOf(ref));
    snapshot.m_byUid.emplace(title.uid.value, title.id);
    snapshot.titles.emplace(title.id, std::move(title));
  }
  readLinks(snapshot);
  for (const Actor& actor : content->actors)
    snapshot.actors.emplace(actor.uid.value, actor);
  for (const EventParties& one : content->parties) {
    if (!snapshot.titles.contains(one.id)) continue;
    EventParties& seen = snapshot.parties.emplace(one.id, one).first->second;
    if (!lens.isClear())
      std::erase_if(seen.sources, [&](const SourceUid& uid) { return !speaks(snapshot, uid); });
  }
  return snapshot;
}

}  // namespace entente
