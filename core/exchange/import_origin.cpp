// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the source, or makes it.
#include "core/exchange/import_origin.h"

#include <algorithm>
#include <string>

#include "core/exchange/published_text.h"

namespace entente {

namespace {

constexpr std::size_t kLongestSourceSlug = 60;

Source madeFrom(const ImportOrigin& origin, TakenUids& uids) {
  Source source;
  source.title = origin.title.trimmed();
  source.author = origin.author.trimmed();
  source.publisher = origin.publisher.trimmed();
  source.url = origin.url.trimmed();
  source.published = origin.published;
  source.reliability = origin.reliability;
  source.kind = SourceKind::Dataset;
  if (!origin.licence.trimmed().isEmpty())
    source.note = QStringLiteral("Licence: ") + origin.licence.trimmed();
  const std::string date = source.published ? source.published->edtf() : std::string();
  std::string words = source.title.toStdString() + ' ' + date;
  const std::string publisher = source.publisher.toStdString();
  if (!slugOf(words, kLongestUid).starts_with(slugOf(publisher, kLongestUid)))
    words = publisher + ' ' + words;
  const std::string slug = slugOf(words, kLongestSourceSlug);
  source.uid = SourceUid(uids.take(slug.empty() ? "dataset" : slug));
  return source;
}

}  // namespace

Result<SettledOrigin> settleOrigin(const ImportOrigin& origin, std::span<const Source> sources,
                                   TakenUids& uids) {
  if (!origin.known.value.empty()) {
    const auto found = std::ranges::find(sources, origin.known, &Source::uid);
    if (found == sources.end())
      return fail(ErrorKind::NotFound, fmt::format("There is no source '{}'.", origin.known.value));
    return SettledOrigin{*found, false};
  }
  if (origin.title.trimmed().isEmpty())
    return fail(ErrorKind::Invalid, "The source of what is imported has no title.");
  const auto found = std::ranges::find_if(sources, [&origin](const Source& source) {
    return source.kind == SourceKind::Dataset && source.title == origin.title.trimmed() &&
           source.publisher == origin.publisher.trimmed() && source.url == origin.url.trimmed() &&
           source.published == origin.published;
  });
  if (found != sources.end()) return SettledOrigin{*found, false};
  return SettledOrigin{madeFrom(origin, uids), true};
}

}  // namespace entente
