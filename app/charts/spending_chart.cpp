// SPDX-License-Identifier: GPL-3.0-or-later
// Words above and below the plot, and what stands in its place when there is nothing to plot.
#include "app/charts/spending_chart.h"

#include <QLabel>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

#include "app/charts/spending_view.h"
#include "app/charts/text_label.h"
#include "app/render/date_words.h"
#include "core/time/civil.h"

namespace entente {

SpendingChart::SpendingChart(QWidget* parent)
    : QWidget(parent),
      m_view(new SpendingView),
      m_title(plainLabel()),
      m_subtitle(plainLabel()),
      m_source(plainLabel()),
      m_note(plainLabel()),
      m_showYears(new QPushButton),
      m_stack(new QStackedLayout),
      m_words(new QVBoxLayout),
      m_foot(new QVBoxLayout),
      m_noteColumn(new QVBoxLayout) {
  m_title->setObjectName(QStringLiteral("chartTitle"));
  m_subtitle->setObjectName(QStringLiteral("chartSubtitle"));
  m_source->setObjectName(QStringLiteral("chartSource"));
  m_note->setObjectName(QStringLiteral("chartNote"));
  m_showYears->setObjectName(QStringLiteral("showYears"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(2);
  m_words->setSpacing(0);
  m_words->addWidget(m_title);
  m_words->addWidget(m_subtitle);
  column->addLayout(m_words);

  auto* empty = new QWidget;
  m_noteColumn->setSpacing(8);
  m_noteColumn->addWidget(m_note);
  m_noteColumn->addWidget(m_showYears, 0, Qt::AlignLeft);
  m_noteColumn->addStretch(1);
  empty->setLayout(m_noteColumn);
  m_stack->addWidget(m_view);
  m_stack->addWidget(empty);
  column->addLayout(m_stack, 1);
  m_foot->addWidget(m_source);
  column->addLayout(m_foot);

  m_note->setText(tr("No figures in this span."));
  connect(m_view, &SpendingView::stateChosen, this, &SpendingChart::stateChosen);
  connect(m_view, &SpendingView::currentChanged, this, &SpendingChart::describe);
  connect(m_showYears, &QPushButton::clicked, this, [this] {
    if (m_years)
      Q_EMIT spanAsked({startOfYear(m_years->first), startOfYear(std::int64_t{m_years->second} + 1)});
  });
}

void SpendingChart::setChart(const ChartData& chart) {
  m_title->setText(chart.title);
  m_subtitle->setText(chart.subtitle);
  m_source->setText(chart.source);
  m_description = chart.description;
  m_years = yearsOf(chart);
  if (m_years) {
    m_showYears->setText(
        m_years->first == m_years->second
            ? tr("Show %1").arg(yearInWords(m_years->first))
            : tr("Show %1 to %2").arg(yearInWords(m_years->first), yearInWords(m_years->second)));
    m_showYears->setAccessibleName(m_showYears->text());
  }
  m_view->setAccessibleName(tr("Chart: %1").arg(chart.title));
  m_view->setChart(chart);
  showWhatThereIs();
}

void SpendingChart::describe(const QString& current) {
  m_view->setAccessibleDescription(
      current.isEmpty() ? m_description : tr("%1. %2", "figure, description").arg(current, m_description));
}

void SpendingChart::setLook(ThemeName name, const TypeFaces& faces, double scale) {
  const Theme& colors = theme(name);
  setInk(*m_title, faces.chartTitle, colors.ink);
  setInk(*m_subtitle, faces.caption, colors.ink2);
  setInk(*m_source, faces.caption, colors.ink3);
  setInk(*m_note, faces.body, colors.ink2);
  m_showYears->setFont(faces.body);
  m_view->setLook(name, faces, scale);
}

void SpendingChart::setSpan(TimeSpan span) {
  m_view->setSpan(span);
  showWhatThereIs();
}

void SpendingChart::setFrame(const ChartFrame& frame, double textLeftPx) {
  const int left = static_cast<int>(textLeftPx);
  constexpr int kRightPx = 8;
  m_words->setContentsMargins(left, 0, kRightPx, 0);
  m_foot->setContentsMargins(left, 0, kRightPx, 0);
  m_noteColumn->setContentsMargins(left, 12, kRightPx, 0);
  m_view->setFrame(frame);
}

void SpendingChart::showWhatThereIs() {
  const bool hadFocus = m_view->hasFocus() || m_showYears->hasFocus();
  m_stack->setCurrentIndex(m_view->hasFiguresInSpan() ? 0 : 1);
  if (!hadFocus) return;
  // What the keyboard stood on is hidden now.
  QWidget* shown = m_stack->currentIndex() == 0 ? static_cast<QWidget*>(m_view) : m_showYears;
  shown->setFocus();
}

}  // namespace entente
