// SPDX-License-Identifier: GPL-3.0-or-later
// RecordDesk: what a pane does with records that are to be made, changed, deleted or merged: one page at a
// time.
#pragma once

#include <QObject>
#include <QPointer>
#include <functional>
#include <memory>
#include <optional>

#include "app/panes/detail_blocks.h"
#include "core/view/record_references.h"

class QWidget;

namespace entente {

class RecordForm;
class Session;

/// GUI thread. Follows what the session is asked for. A page that holds something unsaved stays until it is
/// saved or thrown away, whatever is asked for meanwhile. A deletion that touches nothing else is done at
/// once, since it can be undone; any other one is shown first.
class RecordDesk : public QObject {
  Q_OBJECT

 public:
  RecordDesk(Session& session, std::function<BlockStyle()> look, QObject* parent);

  [[nodiscard]] bool isBusy() const { return m_page != nullptr; }

 Q_SIGNALS:
  /// The receiver owns the page.
  void pageMade(QWidget* page);
  void ended();

 private:
  void edit(const RecordKey& key);
  void make(const EditableRecord& draft);
  void remove(const std::vector<RecordKey>& keys);
  void merge(const RecordKey& key, const Uid& other);
  /// Whether another page may take the place of this one; else that one asks.
  [[nodiscard]] bool isFree();
  void showForm(const EditableRecord& draft, const std::optional<EditableRecord>& before);
  void showPage(QWidget* page);
  void saveForm();
  void carryOut(RecordsChangeMaker make, const QString& title, const std::optional<RecordKey>& shown = {});
  void onChanged();
  void onFailed(const QString& problem);
  void onSelected();
  void end();

  Session& m_session;
  std::function<BlockStyle()> m_look;
  QPointer<QWidget> m_page;
  QPointer<RecordForm> m_form;
  QString m_archive;                 ///< that the page is of
  std::shared_ptr<RecordKey> m_put;  ///< what a change puts, once it is made
  bool m_saving = false;
};

}  // namespace entente
