// SPDX-License-Identifier: GPL-3.0-or-later
// Records that look like one: sorted by what would be the same, neighbours compared.
#include <QStringList>
#include <algorithm>
#include <tuple>

#include "core/ledger/consistency_checks.h"
#include "core/ledger/text_folding.h"
#include "core/ledger/topic.h"

namespace entente {

namespace {

/// A record, what would be the same if it stood twice, and when: all time if nobody knows.
struct Dated {
  QString key;
  RecordRef ref;
  ActDates dates;

  [[nodiscard]] TimeSpan span() const {
    if (dates.first == nullptr) return {kBeginningOfTime, kEndOfTime};
    return {dates.first->bounds().earliestBegin, dates.last->bounds().latestEnd};
  }
};

/// Calls found(one, other) for each record whose dates may overlap those of one of its key that begins
/// earlier; of several such with the one that ends last. Records without key are left out.
template <class F>
void forEachOverlap(std::vector<Dated> records, F&& found) {
  std::erase_if(records, [](const Dated& record) { return record.key.isEmpty(); });
  std::ranges::sort(records, [](const Dated& a, const Dated& b) {
    const Instant beginA = a.span().begin;
    const Instant beginB = b.span().begin;
    return std::tie(a.key, beginA, a.ref) < std::tie(b.key, beginB, b.ref);
  });
  const Dated* longest = nullptr;
  for (const Dated& record : records) {
    if (longest == nullptr || longest->key != record.key) {
      longest = &record;
      continue;
    }
    if (longest->span().overlaps(record.span())) found(record, *longest);
    if (longest->span().end < record.span().end) longest = &record;
  }
}

void checkEventTwins(const Records& records, Findings& findings) {
  const EventDates dates(records);
  std::vector<Dated> events;
  forEachEvent(records, [&](RecordKind kind, const Event& event) {
    const QString title = foldedWords(event.title);
    if (title.isEmpty()) return;
    events.push_back({wordAsText(kind) + u'\n' + title, eventRef(kind, event), dates.of(event.uid)});
  });
  forEachOverlap(std::move(events), [&](const Dated& one, const Dated& other) {
    Finding finding{CheckId::EventTwice, Severity::Warning, one.ref, {other.ref}, {}, {}};
    if (one.dates.first != nullptr && other.dates.first != nullptr)
      finding.dates = {*one.dates.first, *other.dates.first};
    findings.push_back(std::move(finding));
  });
}

/// A record and what would be the same if it stood twice.
struct Twin {
  QString key;
  Uid uid;
};

/// Calls found(uid, first) for each but the first uid of a key; twins without key are left out.
template <class F>
void forEachTwin(std::vector<Twin> twins, F&& found) {
  std::erase_if(twins, [](const Twin& twin) { return twin.key.isEmpty(); });
  std::ranges::sort(twins, {}, [](const Twin& twin) { return std::tie(twin.key, twin.uid); });
  const Twin* first = nullptr;
  for (const Twin& twin : twins) {
    if (first == nullptr || first->key != twin.key) {
      first = &twin;
    } else {
      found(twin.uid, first->uid);
    }
  }
}

void checkActorTwins(const Records& records, Findings& findings) {
  std::vector<Twin> twins;
  for (const Actor& actor : records.actors)
    twins.push_back({foldedWords(actor.name), actor.uid.value});
  forEachTwin(std::move(twins), [&](const Uid& uid, const Uid& first) {
    findings.push_back({CheckId::ActorTwice,
                        Severity::Warning,
                        {RecordKind::Actor, uid},
                        {{RecordKind::Actor, first}},
                        {},
                        {}});
  });
}

/// Without scheme, "www." and a slash at the end: none of them makes it another page.
QString foldedAddress(const QString& url) {
  QString address = url.trimmed();
  const qsizetype scheme = address.indexOf(QLatin1String("://"));
  if (scheme >= 0) address.remove(0, scheme + 3);
  const qsizetype slash = address.indexOf(u'/');
  const qsizetype hostEnd = slash < 0 ? address.size() : slash;
  address.replace(0, hostEnd, address.first(hostEnd).toLower());
  if (address.startsWith(QLatin1String("www."))) address.remove(0, 4);
  while (address.endsWith(u'/'))
    address.chop(1);
  return address;
}

QString edition(const Source& source) {
  if (!source.published || source.title.isEmpty() || source.publisher.isEmpty()) return {};
  return QStringList{foldedWords(source.title), foldedWords(source.publisher),
                     QString::fromStdString(source.published->edtf())}
      .join(u'\n');
}

void checkSourceTwins(const Records& records, Findings& findings) {
  std::vector<Dated> addresses;
  std::vector<Twin> editions;
  std::unordered_map<std::string, const Source*> sources;
  for (const Source& source : records.sources) {
    Dated dated{foldedAddress(source.url), {RecordKind::Source, source.uid.value}, {}};
    if (source.published) dated.dates.add(*source.published);
    addresses.push_back(std::move(dated));
    editions.push_back({edition(source), source.uid.value});
    sources.emplace(source.uid.value, &source);
  }
  const auto find = [&](const Uid& uid, const Uid& first, std::vector<QString> address) {
    findings.push_back({CheckId::SourceTwice,
                        Severity::Warning,
                        {RecordKind::Source, uid},
                        {{RecordKind::Source, first}},
                        {},
                        std::move(address)});
  };
  forEachOverlap(std::move(addresses), [&](const Dated& one, const Dated& other) {
    find(one.ref.uid, other.ref.uid, {sources.at(one.ref.uid)->url});
  });
  forEachTwin(std::move(editions), [&](const Uid& uid, const Uid& first) {
    // Two of one address are told already.
    const QString address = foldedAddress(sources.at(uid)->url);
    if (address.isEmpty() || address != foldedAddress(sources.at(first)->url)) find(uid, first, {});
  });
}

void checkClaimTwins(const Records& records, Findings& findings) {
  struct Said {
    const Claim* claim;
    Topic topic;
    QString value;
    QString locator;

    [[nodiscard]] auto key() const { return std::tie(topic, claim->source, value, locator); }
  };
  std::vector<Said> all;
  for (const Claim& claim : records.claims)
    all.push_back({&claim, topicOf(claim), foldedWords(claim.value), claim.locator.trimmed()});
  std::ranges::sort(all, {},
                    [](const Said& said) { return std::tuple_cat(said.key(), std::tie(said.claim->uid)); });
  const Said* first = nullptr;
  for (const Said& said : all) {
    if (first == nullptr || first->key() != said.key()) {
      first = &said;
      continue;
    }
    findings.push_back({CheckId::ClaimTwice,
                        Severity::Warning,
                        said.claim->subject,
                        {{RecordKind::Claim, said.claim->uid.value},
                         {RecordKind::Claim, first->claim->uid.value},
                         {RecordKind::Source, said.claim->source.value}},
                        {},
                        {said.topic.name, said.claim->value}});
  }
}

}  // namespace

void checkDuplicates(const Records& records, Findings& findings) {
  checkEventTwins(records, findings);
  checkActorTwins(records, findings);
  checkSourceTwins(records, findings);
  checkClaimTwins(records, findings);
}

}  // namespace entente
