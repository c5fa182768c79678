// SPDX-License-Identifier: GPL-3.0-or-later
// Follows search, filter and selection.
#include "app/panes/find_hit_line.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include "app/panes/filter_choice.h"
#include "app/render/type.h"

namespace entente {

HitLine::HitLine(Session& session, QWidget* parent)
    : QWidget(parent),
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
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(16, 4, 16, 4);
  row->setSpacing(12);
  row->addWidget(m_label, 1);
  row->addWidget(m_drop);
  connect(m_drop, &QPushButton::clicked, this,
          [this] { m_session.setFilter(withoutChoices(m_session.view().filter)); });
  connect(&m_session, &Session::findChanged, this, &HitLine::refresh);
  connect(&m_session, &Session::filterChanged, this, &HitLine::refresh);
  connect(&m_session, &Session::selectionChanged, this, &HitLine::refresh);
  hide();
  applyStyle();
  refresh();
}

void HitLine::setTheme(ThemeName name) {
  m_theme = name;
  applyStyle();
}

void HitLine::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::FontChange) applyStyle();
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

void HitLine::applyStyle() {
  QPalette colors = entente::palette(theme(m_theme));
  setPalette(colors);
  if (m_where.isError) colors.setColor(QPalette::WindowText, theme(m_theme).refuted);
  m_label->setPalette(colors);
  m_label->setFont(typeFaces(font(), font().pointSizeF() / kBasePoints).body);
  update();
}

void HitLine::paintEvent(QPaintEvent*) {
  const Theme& colors = theme(m_theme);
  QPainter painter(this);
  painter.fillRect(rect(), colors.canvas);
  painter.setPen(colors.edge);
  painter.drawLine(0, height() - 1, width(), height() - 1);
}

}  // namespace entente
