// SPDX-License-Identifier: GPL-3.0-or-later
// Looks names up by their folded letters.
#include "core/exchange/named_records.h"

#include <fmt/core.h>

#include <QUrl>
#include <iterator>
#include <string_view>
#include <utility>

#include "core/exchange/country_names.h"
#include "core/exchange/published_text.h"

namespace entente {

namespace {

constexpr std::size_t kLongestNameSlug = 60;

/// Letters of scripts that have no folded form count as they are.
std::string keyOf(const QString& name) {
  const std::string text = name.simplified().toLower().toStdString();
  std::string folded = foldedText(text);
  return folded.empty() ? text : folded;
}

bool isName(const QString& name) {
  for (const QChar c : name) {
    if (c.isLetterOrNumber()) return true;
  }
  return false;
}

bool soundsLikeOrganisation(const std::string& folded) {
  constexpr std::string_view kWords =
      "|agency|alliance|army|assembly|association|authority|bank|board|bureau|cabinet|chamber|church|"
      "college|commission|committee|community|company|conference|congress|corporation|council|court|"
      "delegation|department|embassy|federation|force|forces|foundation|fund|government|group|house|inc|"
      "institute|institution|league|ltd|ministry|museum|nato|navy|office|organisation|organization|"
      "parliament|party|police|school|secretariat|senate|society|soviet|team|tribunal|un|union|university|";
  for (std::string_view rest = folded; !rest.empty();) {
    const std::size_t stop = rest.find(' ');
    if (isListed(rest.substr(0, stop), kWords)) return true;
    rest.remove_prefix(stop == std::string_view::npos ? rest.size() : stop + 1);
  }
  return false;
}

Actor actorCalled(const QString& name) {
  Actor actor;
  actor.name = name.simplified();
  if (const auto state = CountryNames::get().find(actor.name.toStdString()); state && !state->isGroup) {
    actor.kind = ActorKind::State;
    actor.country = QString::fromStdString(state->code);
  } else if (soundsLikeOrganisation(foldedText(actor.name.toStdString()))) {
    actor.kind = ActorKind::Organisation;
  }
  return actor;
}

/// What two descriptions of one work have in common.
std::string identityOf(const Source& source) {
  if (!source.url.isEmpty()) return "url " + source.url.trimmed().toStdString();
  return fmt::format("work {}\n{}\n{}", keyOf(source.title), keyOf(source.author),
                     source.published ? source.published->edtf() : std::string());
}

std::string slugOr(const QString& name, const char* otherwise) {
  std::string slug = slugOf(name.toStdString(), kLongestNameSlug);
  return slug.empty() ? otherwise : slug;
}

template <class T>
void take(T& into, const T& from) {
  if (from != T()) into = from;
}

}  // namespace

NamedRecords::NamedRecords(const Records& there, std::vector<PlannedRecord>& made)
    : m_made(made), m_actorUids(there.actors), m_placeUids(there.places), m_sourceUids(there.sources) {
  for (const Actor& actor : there.actors)
    m_actors.emplace(keyOf(actor.name), actor.uid);
  for (const Actor& actor : there.actors) {
    if (!actor.shortName.isEmpty()) m_actors.emplace(keyOf(actor.shortName), actor.uid);
  }
  for (const Place& place : there.places)
    m_places.emplace(keyOf(place.name), place.uid);
  for (const Source& source : there.sources) {
    m_sources.emplace(identityOf(source), source.uid);
    m_works.emplace(workKey(source), &source);
    if (!source.url.isEmpty()) m_addresses.emplace(source.url.trimmed().toStdString(), &source);
  }
}

ActorUid NamedRecords::actor(const QString& name) {
  if (!isName(name)) return {};
  const auto [found, isNew] = m_actors.try_emplace(keyOf(name));
  if (!isNew) return found->second;
  Actor actor = actorCalled(name);
  actor.uid = ActorUid(m_actorUids.take(slugOr(name, "actor")));
  found->second = actor.uid;
  ++m_newActors;
  m_made.emplace_back(std::move(actor));
  return found->second;
}

PlaceUid NamedRecords::place(const ForeignEvent& entry) {
  QString name = entry.where.simplified();
  if (!isName(name) && entry.latitude && entry.longitude)
    name = QString::fromStdString(entry.latitude->text + ", " + entry.longitude->text);
  if (!isName(name)) return {};
  const auto [found, isNew] = m_places.try_emplace(keyOf(name));
  if (!isNew) return found->second;
  Place place;
  place.uid = PlaceUid(m_placeUids.take(slugOr(name, "place")));
  place.name = name;
  place.latitude = entry.latitude;
  place.longitude = entry.longitude;
  found->second = place.uid;
  ++m_newPlaces;
  m_made.emplace_back(std::move(place));
  return found->second;
}

const Source* NamedRecords::knownWork(const ForeignSource& work, bool alone) const {
  if (const auto found = m_works.find(workKey(work.source)); found != m_works.end()) return found->second;
  const std::string address = work.source.url.trimmed().toStdString();
  const auto [first, last] = m_addresses.equal_range(address);
  const bool isOne = first != last && std::next(first) == last;
  return alone && isOne && !address.empty() ? first->second : nullptr;
}

SourceUid NamedRecords::source(const ForeignSource& work) {
  const auto found = m_sources.find(identityOf(work.source));
  return found != m_sources.end() ? found->second : newWork(work);
}

SourceUid NamedRecords::newWork(const ForeignSource& work) {
  Source source = work.source;
  if (source.title.trimmed().isEmpty()) {
    const QUrl url(source.url);
    source.title = url.host().isEmpty() ? source.url : url.host() + url.path();
  }
  source.uid = SourceUid(m_sourceUids.take(slugOr(work.key.isEmpty() ? source.title : work.key, "source")));
  m_sources.emplace(identityOf(work.source), source.uid);
  ++m_newSources;
  const SourceUid uid = source.uid;
  m_made.emplace_back(std::move(source));
  return uid;
}

std::string workKey(const Source& source) {
  return source.url.isEmpty()
             ? identityOf(source)
             : fmt::format("url {}\n{}", source.url.trimmed().toStdString(), keyOf(source.title));
}

Source mergedSource(Source source, const Source& other) {
  take(source.title, other.title);
  take(source.author, other.author);
  take(source.publisher, other.publisher);
  take(source.root, other.root);
  take(source.url, other.url);
  take(source.published, other.published);
  take(source.accessed, other.accessed);
  take(source.language, other.language);
  take(source.note, other.note);
  return source;
}

}  // namespace entente
