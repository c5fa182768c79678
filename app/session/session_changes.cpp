// SPDX-License-Identifier: GPL-3.0-or-later
// Changes, and the steps of the history.
#include "app/session/session.h"

#include <QFileInfo>
#include <algorithm>
#include <utility>

namespace entente {

bool Session::isEditable() const {
  if (!m_snapshot || !m_snapshot->isWritable) return false;
  return m_protected.isEmpty() ||
         QFileInfo(m_path).canonicalFilePath() != QFileInfo(m_protected).canonicalFilePath();
}

void Session::change(RecordChanges changes, const QString& title) {
  change([changes = std::move(changes)](const Snapshot&) -> Result<RecordChanges> { return changes; }, title);
}

void Session::change(ChangeMaker make, const QString& title) {
  changeOrWait({std::move(make), title, {}});
}

void Session::change(RecordsChangeMaker make, const QString& title, std::stop_token stop) {
  changeOrWait({std::move(make), title, std::move(stop)});
}

void Session::changeOrWait(Waiting one) {
  if (!m_snapshot) return;
  if (isEditable()) {
    if (auto* make = std::get_if<ChangeMaker>(&one.make))
      return m_reader.change(m_opening, std::move(*make), one.title, this, afterChange(one.title));
    // The reader, which the session owns, is waited for before the session goes.
    const Progress progress{one.stop, [this](std::int64_t done, std::int64_t total) {
                              QMetaObject::invokeMethod(
                                  this, [this, done, total] { Q_EMIT changeProgressed(done, total); },
                                  Qt::QueuedConnection);
                            }};
    return m_reader.change(m_opening, std::move(std::get<RecordsChangeMaker>(one.make)), one.title, this,
                           afterChange(one.title), progress);
  }
  m_waiting.push_back(std::move(one));
  if (m_waiting.size() == 1) Q_EMIT copyNeeded();
}

void Session::dropWaiting() {
  const bool waited = !m_waiting.empty();
  m_waiting.clear();
  m_goesOnIn.clear();
  if (waited) Q_EMIT waitingDropped();
}

void Session::makeWaiting() {
  if (m_waiting.empty() || m_path != m_goesOnIn || !isEditable()) return;
  auto waiting = std::exchange(m_waiting, {});
  m_goesOnIn.clear();
  for (Waiting& one : waiting)
    changeOrWait(std::move(one));
}

void Session::goToStep(std::int64_t number) {
  // A key that is held down must not undo more than one sees.
  if (!m_snapshot || !isEditable() || m_stepping) return;
  m_stepping = true;
  m_reader.goToStep(m_opening, number, this, afterChange({}));
}

std::function<void(Result<ArchiveReader::Content>)> Session::afterChange(const QString& title) {
  return [this, opening = m_opening, path = m_path, title](Result<ArchiveReader::Content> answer) {
    m_stepping = false;
    if (!answer) {
      Q_EMIT changeFailed(answer.error());
    } else if (opening == m_opening) {
      m_known = fileMark();
      look(*answer);
      Q_EMIT changed(title);
    } else if (path == m_path) {
      // It was read again meanwhile, perhaps before the change.
      Q_EMIT changed(title);
      open(m_path, state());
    }
  };
}

const HistoryStep* Session::lastStep() const {
  const HistoryStep* last = nullptr;
  if (!m_snapshot) return last;
  for (const HistoryStep& step : m_snapshot->content->history) {
    if (!step.undone) last = &step;
  }
  return last;
}

const HistoryStep* Session::undoneStep() const {
  if (!m_snapshot) return nullptr;
  const std::vector<HistoryStep>& steps = m_snapshot->content->history;
  const auto first = std::ranges::find(steps, true, &HistoryStep::undone);
  return first == steps.end() ? nullptr : &*first;
}

void Session::undo() {
  const HistoryStep* last = lastStep();
  if (!last) return;
  std::int64_t before = 0;
  for (const HistoryStep& step : m_snapshot->content->history) {
    if (&step != last && !step.undone) before = step.number;
  }
  goToStep(before);
}

void Session::redo() {
  if (const HistoryStep* step = undoneStep()) goToStep(step->number);
}

}  // namespace entente
