// SPDX-License-Identifier: GPL-3.0-or-later
// Follows search, filter and selection.
#include "app/panes/find_hit_line.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include "app/panes/filter_choice.h"
#include "app/render/type.h"

namespace entente {

HitLine::HitLine(Session& session, QWidget* parent)
    : LineBar(parent),
      m_session(session),
      m_label(new QLabel),
      m_drop(new QPushButton(tr("Drop the filter"))) {
  setObjectName(QStringLiteral("hitLine"));
  setAccessibleName(tr("Where it was found"));
  m_label->setObjectName(QStringLiteral("where"));
  m_label->setTextFormat(Qt::RichText);
  m_label->setWordWrap(true);
  m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_drop->setObjectName(QStringLiteral("dropFilter"));
  row()->addWidget(m_label, 1);
  row()->addWidget(m_drop);
  connect(m_drop, &QPushButton::clicked, this,
          [this] { m_session.setFilter(withoutChoices(m_session.view().filter)); });
  connect(&m_session, &Session::findChanged, this, &HitLine::refresh);
  connect(&m_session, &Session::filterChanged, this, &HitLine::refresh);
  connect(&m_session, &Session::selectionChanged, this, &HitLine::refresh);
  hide();
  applyStyle();
  refresh();
}

void HitLine::refresh() {
  // While an answer is on its way the last one stays: what comes and goes with every letter flickers.
  if (m_session.found().searching) return;
  const FindWhere where = whereFound(m_session, hitsOf(m_session));
  if (where == m_where) return;
  const bool other = where.text != m_where.text;
  m_where = where;
  m_label->setText(where.html);
  m_label->setAccessibleName(where.text);
  m_drop->setVisible(where.canDropFilter);
  applyStyle();
  setVisible(!where.text.isEmpty());
  if (other) Q_EMIT whereChanged(where.text);
}

void HitLine::styleContent() {
  QPalette own = palette();
  if (m_where.isError) own.setColor(QPalette::WindowText, colors().refuted);
  m_label->setPalette(own);
  m_label->setFont(typeFaces(font(), font().pointSizeF() / kBasePoints).body);
}

}  // namespace entente
