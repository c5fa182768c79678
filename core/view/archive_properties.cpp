// SPDX-License-Identifier: GPL-3.0-or-later
// Between the rows and their names.
#include "core/view/archive_properties.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace entente {

namespace {

struct Named {
  std::string_view uid;
  QString ArchiveProperties::*value;
};

constexpr std::array<Named, 5> kNames{{{"title", &ArchiveProperties::title},
                                       {"description", &ArchiveProperties::description},
                                       {"authors", &ArchiveProperties::authors},
                                       {"licence", &ArchiveProperties::licence},
                                       {"default_zone", &ArchiveProperties::zone}}};

}  // namespace

ArchiveProperties propertiesOf(const std::vector<Property>& rows) {
  ArchiveProperties properties;
  for (const Property& row : rows) {
    const auto named = std::ranges::find(kNames, std::string_view(row.uid), &Named::uid);
    if (named != kNames.end()) properties.*(named->value) = row.value;
  }
  return properties;
}

Result<RecordChanges> changeProperties(const Snapshot& now, const ArchiveProperties& wanted,
                                       const ArchiveProperties& before) {
  const ArchiveProperties there = propertiesOf(now.content->properties);
  if (there != before)
    return fail(ErrorKind::Conflict,
                "Somebody else has changed the archive's properties meanwhile; look at them again.");
  RecordChanges changes;
  for (const Named& named : kNames) {
    const QString& value = wanted.*(named.value);
    if (value == there.*(named.value)) continue;
    if (value.isEmpty()) {
      changes.emplace_back(RemoveRecord{TableId::Properties, Uid(named.uid)});
    } else {
      changes.emplace_back(PutRecord{Property{Uid(named.uid), value}});
    }
  }
  return changes;
}

Records emptyArchive(const QString& title) {
  Records records;
  records.properties = {{Uid("format"), QStringLiteral("1")}, {Uid("title"), title}};
  return records;
}

}  // namespace entente
