// SPDX-License-Identifier: GPL-3.0-or-later
// Topic: what claims are about: a field or a free question of one record.
#pragma once

#include <QString>
#include <tuple>

#include "core/model/record_ref.h"
#include "core/model/records.h"

namespace entente {

/// A field and a question of the same name are two topics. Fields come before questions.
struct Topic {
  RecordRef subject;
  bool isQuestion = false;
  QString name;

  bool operator==(const Topic&) const = default;
  bool operator<(const Topic& other) const {
    return std::tie(subject, isQuestion, name) < std::tie(other.subject, other.isQuestion, other.name);
  }
};

[[nodiscard]] inline Topic topicOf(const Claim& claim) {
  return {claim.subject, claim.field.isEmpty(), claim.field.isEmpty() ? claim.question : claim.field};
}

}  // namespace entente
