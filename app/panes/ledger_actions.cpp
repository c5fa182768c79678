// SPDX-License-Identifier: GPL-3.0-or-later
// Turns what is asked into changes with a name.
#include "app/panes/ledger_actions.h"

#include <QCoreApplication>
#include <QDate>

#include "app/panes/claim_copy.h"
#include "app/session/session.h"
#include "app/words/claim_words.h"
#include "core/view/ledger_changes.h"

namespace entente {

namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("LedgerActions", text);
}

QString aboutInWords(const Snapshot& snapshot, const Topic& topic) {
  return QStringLiteral("%1, %2").arg(subjectInWords(snapshot, topic.subject), topicName(topic));
}

template <class F>
void later(QObject* receiver, F does) {
  QMetaObject::invokeMethod(receiver, std::move(does), Qt::QueuedConnection);
}

}  // namespace

FuzzyDate todayAsDate() {
  return *FuzzyDate::parse(QDate::currentDate().toString(Qt::ISODate).toStdString());
}

ClaimActions ledgerActions(Session& session, QObject* receiver) {
  Session* const shared = &session;
  ClaimActions actions;
  actions.pin = [shared, receiver](const ClaimUid& uid, const QString& reason) {
    later(receiver, [shared, uid, reason] {
      const Snapshot& snapshot = *shared->snapshot();
      const Claim* claim = snapshot.ledger.claim(uid);
      if (!claim) return;
      const FuzzyDate today = todayAsDate();
      shared->change(
          [uid, reason, today](const Snapshot& now) -> Result<RecordChanges> {
            return pinClaim(now, uid, reason, today);
          },
          tr("Pin %1 (%2)").arg(valueInWords(*claim), aboutInWords(snapshot, topicOf(*claim))));
    });
  };
  actions.unpin = [shared, receiver](const Topic& topic) {
    later(receiver, [shared, topic] {
      const Snapshot& snapshot = *shared->snapshot();
      shared->change([topic](const Snapshot& now) -> Result<RecordChanges> { return unpin(now, topic); },
                     tr("Unpin (%1)").arg(aboutInWords(snapshot, topic)));
    });
  };
  actions.add = [shared, receiver](const Topic& topic) {
    later(receiver, [shared, topic] { shared->editClaim(topic, ClaimUid()); });
  };
  actions.edit = [shared, receiver](const ClaimUid& uid) {
    later(receiver, [shared, uid] {
      if (const Claim* claim = shared->snapshot()->ledger.claim(uid)) shared->editClaim(topicOf(*claim), uid);
    });
  };
  actions.attribute = [shared](const Topic& topic) { copyAttribution(*shared, topic); };
  actions.showSource = [shared, receiver](const SourceUid& source) {
    later(receiver, [shared, source] { shared->showSource(source); });
  };
  return actions;
}

}  // namespace entente
