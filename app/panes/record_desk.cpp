// SPDX-License-Identifier: GPL-3.0-or-later
// Makes pages, and changes of what they hold.
#include "app/panes/record_desk.h"

#include <QTimer>

#include "app/panes/record_form.h"
#include "app/panes/record_pages.h"
#include "app/session/session.h"
#include "app/words/field_words.h"
#include "app/words/record_titles.h"

namespace entente {

namespace {

/// "event: The Hague Summit", "3 events".
QString named(TableId table, const QString& title) {
  return RecordDesk::tr("%1: %2", "kind of record, its name").arg(recordInWords(table), title);
}

/// What is called nothing is called by its kind alone.
QString stepTitle(const char* verb, const EditableRecord& record) {
  const TableId table = keyOf(record).table;
  const bool hasName = !cellOf(record, "title").empty() || !cellOf(record, "name").empty();
  return RecordDesk::tr(verb).arg(hasName ? named(table, titleOf(record)) : recordInWords(table));
}

}  // namespace

RecordDesk::RecordDesk(Session& session, std::function<BlockStyle()> look, QObject* parent)
    : QObject(parent), m_session(session), m_look(std::move(look)) {
  connect(&m_session, &Session::recordEditRequested, this, &RecordDesk::edit);
  connect(&m_session, &Session::recordMakeRequested, this, &RecordDesk::make);
  connect(&m_session, &Session::recordsDeleteRequested, this, &RecordDesk::remove);
  connect(&m_session, &Session::recordMergeRequested, this, &RecordDesk::merge);
  connect(&m_session, &Session::changed, this, &RecordDesk::onChanged);
  connect(&m_session, &Session::changeFailed, this, [this](const Error& error) {
    if (m_saving) onFailed(QString::fromStdString(error.text()));
  });
  connect(&m_session, &Session::waitingDropped, this, [this] { onFailed({}); });
  connect(&m_session, &Session::selectionChanged, this, &RecordDesk::onSelected);
  connect(&m_session, &Session::archiveClosed, this, &RecordDesk::end);
  // A copy in which a waiting change goes on is another file, and the page's work is done there.
  connect(&m_session, &Session::archiveOpened, this, [this] {
    if (m_page && !m_saving && m_session.path() != m_archive) end();
  });
}

bool RecordDesk::isFree() {
  if (!m_session.snapshot() || m_saving) return false;
  if (!m_form || !m_form->isWritten()) return true;
  m_form->leave();
  return false;
}

void RecordDesk::edit(const RecordKey& key) {
  if (!isFree()) return;
  m_session.askRecord(key, this, [this](const Result<EditableRecord>& record) {
    if (record && isFree()) showForm(*record, *record);
  });
}

void RecordDesk::make(const EditableRecord& draft) {
  if (isFree()) showForm(draft, std::nullopt);
}

void RecordDesk::showForm(const EditableRecord& draft, const std::optional<EditableRecord>& before) {
  auto* form = new RecordForm(m_session.snapshot(), draft, before, m_look());
  m_form = form;
  connect(form, &RecordForm::saved, this, &RecordDesk::saveForm);
  connect(form, &RecordForm::left, this, &RecordDesk::end, Qt::QueuedConnection);
  connect(form, &RecordForm::topicAsked, &m_session, &Session::showTopic);
  if (before)
    connect(
        form, &RecordForm::deleteAsked, this,
        [this, key = keyOf(*before)] {
          end();
          remove({key});
        },
        Qt::QueuedConnection);
  showPage(form);
  for (const char* first : {"title", "name", "actor", "relation"}) {
    auto* field = form->findChild<FormField*>(QString::fromLatin1(first));
    if (!field) continue;
    field->setFocus();
    break;
  }
}

void RecordDesk::showPage(QWidget* page) {
  m_page = page;
  m_archive = m_session.path();
  Q_EMIT pageMade(page);
}

void RecordDesk::saveForm() {
  RecordEdit edit = m_form->edit();
  const QString title = stepTitle(edit.before ? QT_TR_NOOP("Edit %1") : QT_TR_NOOP("Add %1"), edit.record);
  auto put = std::make_shared<RecordKey>();
  m_put = put;
  carryOut(
      [edit = std::move(edit), put](const Records& now) -> Result<RecordChanges> {
        auto changes = putRecord(now, edit);
        if (changes) *put = keyOf(std::get<PutRecord>(changes->back()).record);
        return changes;
      },
      title);
}

void RecordDesk::carryOut(RecordsChangeMaker make, const QString& title,
                          const std::optional<RecordKey>& shown) {
  if (shown) m_put = std::make_shared<RecordKey>(*shown);
  m_saving = true;
  m_session.change(std::move(make), title);
}

void RecordDesk::remove(const std::vector<RecordKey>& keys) {
  if (keys.empty() || !isFree()) return;
  m_session.askDeletion(keys, this, [this](const Result<PlannedDeletion>& planned) {
    if (!planned || planned->plan.asked.empty() || !isFree()) return;
    const DeletionPlan& plan = planned->plan;
    QString title = tr("Delete %1").arg(recordCountsInWords(plan.asked));
    if (plan.asked.size() == 1) {
      if (const auto record = findRecord(*planned->records, plan.asked.front()))
        title = stepTitle(QT_TR_NOOP("Delete %1"), *record);
    }
    const auto carry = [this, plan, title] {
      carryOut([plan](const Records& now) { return deleteAsPlanned(now, plan); }, title);
    };
    if (plan.isSimple()) {
      end();
      return carry();
    }
    auto* page = new DeletePage(*planned, m_look());
    connect(page, &DeletePage::confirmed, this, carry, Qt::QueuedConnection);
    connect(page, &DeletePage::left, this, &RecordDesk::end, Qt::QueuedConnection);
    showPage(page);
    page->setFocus();
  });
}

void RecordDesk::merge(const RecordKey& key, const Uid& other) {
  if (!isFree()) return;
  auto* page = new MergePage(m_session.snapshot(), key, other, m_look());
  connect(
      page, &MergePage::confirmed, this,
      [this, key](const Uid& gone, const QString& goneName) {
        const auto kept = recordIn(*m_session.snapshot()->content, key);
        if (!kept) return;
        carryOut(
            [key, gone](const Records& now) {
              return mergeRecords(now, key.table, key.uid, gone, &lostInWords);
            },
            tr("Merge %1 into %2").arg(goneName, titleOf(*kept)));
      },
      Qt::QueuedConnection);
  connect(page, &MergePage::left, this, &RecordDesk::end, Qt::QueuedConnection);
  showPage(page);
  page->setFocus();
}

void RecordDesk::onChanged() {
  if (!m_saving) return;
  m_saving = false;
  const auto put = std::exchange(m_put, nullptr);
  end();
  if (!put) return;
  if (put->table == TableId::Sources) return m_session.showSource(SourceUid(put->uid));
  if (!isEventTable(put->table)) return;
  m_session.select(RecordRef{recordKindOf(eventKindOf(put->table)), put->uid});
}

void RecordDesk::onFailed(const QString& problem) {
  m_saving = false;
  m_put.reset();
  if (m_form) m_form->goOn(problem);
}

void RecordDesk::onSelected() {
  if (m_page && !m_saving && (!m_form || !m_form->isWritten())) end();
}

void RecordDesk::end() {
  m_saving = false;
  if (!m_page) return;
  m_page = nullptr;
  m_form = nullptr;
  Q_EMIT ended();
}

}  // namespace entente
