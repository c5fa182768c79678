// SPDX-License-Identifier: GPL-3.0-or-later
// Fills the tree.
#include "app/panes/claims_list.h"

#include <QHeaderView>
#include <QTreeWidgetItemIterator>

#include "app/words/claim_words.h"

namespace entente {

namespace {

constexpr int kTopicRole = Qt::UserRole;

QTreeWidgetItem* itemOf(const QTreeWidget& tree, int number) {
  for (QTreeWidgetItemIterator it(const_cast<QTreeWidget*>(&tree)); *it; ++it) {
    const QVariant topic = (*it)->data(0, kTopicRole);
    if (topic.isValid() && topic.toInt() == number) return *it;
  }
  return nullptr;
}

}  // namespace

ClaimsList::ClaimsList(QWidget* parent) : QTreeWidget(parent) {
  setObjectName(QStringLiteral("claimsList"));
  setAccessibleName(tr("Fields and questions with claims"));
  setColumnCount(2);
  setHeaderHidden(true);
  setRootIsDecorated(false);
  setIndentation(16);
  setUniformRowHeights(true);
  setFrameShape(QFrame::NoFrame);
  header()->setStretchLastSection(false);
  header()->setSectionResizeMode(0, QHeaderView::Stretch);
  header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
  connect(this, &QTreeWidget::currentItemChanged, this, [this] {
    if (const auto topic = current(); topic && !m_filling) Q_EMIT picked(*topic);
  });
}

std::optional<Topic> ClaimsList::current() const {
  const QTreeWidgetItem* item = currentItem();
  const QVariant number = item ? item->data(0, kTopicRole) : QVariant();
  return number.isValid() ? std::optional(m_topics[static_cast<std::size_t>(number.toInt())]) : std::nullopt;
}

void ClaimsList::show(std::shared_ptr<const Snapshot> snapshot, const std::optional<RecordRef>& only,
                      bool onlyDisputed) {
  const auto before = current();
  m_filling = true;
  clear();
  m_topics.clear();
  if (snapshot) {
    const auto topics = only ? snapshot->ledger.of(*only) : snapshot->ledger.all();
    QTreeWidgetItem* group = nullptr;
    std::optional<RecordRef> subject;
    for (const Resolution& resolution : topics) {
      if (onlyDisputed && !resolution.isDisputed()) continue;
      if (subject != resolution.topic.subject) {
        subject = resolution.topic.subject;
        group = new QTreeWidgetItem(this, {subjectInWords(*snapshot, *subject)});
        group->setFirstColumnSpanned(true);
        group->setFlags(Qt::ItemIsEnabled);
        QFont strong = font();
        strong.setWeight(QFont::DemiBold);
        group->setFont(0, strong);
      }
      const auto claims = resolution.claimCount();
      auto* item = new QTreeWidgetItem(
          group, {topicName(resolution.topic), claims == 1 ? tr("1 claim") : tr("%1 claims").arg(claims)});
      item->setData(0, kTopicRole, static_cast<int>(m_topics.size()));
      item->setToolTip(0, QStringLiteral("<qt>%1</qt>").arg(topicInWords(resolution.topic).toHtmlEscaped()));
      m_topics.push_back(resolution.topic);
    }
    expandAll();
  }
  if (!before || !pick(*before)) {
    if (!m_topics.empty()) setCurrentItem(itemOf(*this, 0));
  }
  m_filling = false;
}

bool ClaimsList::pick(const Topic& topic) {
  for (std::size_t i = 0; i < m_topics.size(); ++i) {
    if (!(m_topics[i] == topic)) continue;
    QTreeWidgetItem* item = itemOf(*this, static_cast<int>(i));
    setCurrentItem(item);
    scrollToItem(item);
    return true;
  }
  return false;
}

}  // namespace entente
