// SPDX-License-Identifier: GPL-3.0-or-later
// Words above and below the plot, the slider of years, and what stands in its place when there is nothing to
// plot.
#include "app/charts/chart_card.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QStackedLayout>
#include <QVBoxLayout>
#include <algorithm>

#include "app/charts/plot_view.h"
#include "app/charts/text_label.h"
#include "app/render/date_words.h"
#include "core/time/civil.h"

namespace entente {

namespace {

constexpr int kPlayMs = 800;

}  // namespace

ChartCard::ChartCard(QWidget* parent)
    : QWidget(parent),
      m_view(new PlotView),
      m_title(plainLabel()),
      m_subtitle(plainLabel()),
      m_source(plainLabel()),
      m_note(plainLabel()),
      m_showYears(new QPushButton),
      m_yearBar(new QWidget),
      m_play(new QPushButton(tr("Play"))),
      m_slider(new QSlider(Qt::Horizontal)),
      m_year(plainLabel()),
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
  makeYears();
  m_words->setSpacing(0);
  m_words->addWidget(m_title);
  m_words->addWidget(m_subtitle);
  m_words->addWidget(m_yearBar);
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

  connect(m_view, &PlotView::currentChanged, this, &ChartCard::describe);
  connect(m_view, &PlotView::yearAsked, this, &ChartCard::step);
  connect(m_view, &PlotView::playAsked, this, &ChartCard::play);
  connect(m_showYears, &QPushButton::clicked, this, [this] {
    if (const auto years = yearsOf(m_view->figure()))
      Q_EMIT spanAsked({startOfYear(years->first), startOfYear(std::int64_t{years->second} + 1)});
  });
}

void ChartCard::makeYears() {
  auto* row = new QHBoxLayout(m_yearBar);
  row->setContentsMargins(0, 4, 0, 2);
  row->setSpacing(8);
  m_play->setObjectName(QStringLiteral("play"));
  m_play->setToolTip(tr("Go through the years one by one (Space)"));
  m_slider->setObjectName(QStringLiteral("years"));
  m_slider->setAccessibleName(tr("Year"));
  m_slider->setPageStep(1);
  m_slider->setTickPosition(QSlider::TicksBelow);
  m_slider->setTickInterval(1);
  constexpr int kMostPx = 420;
  m_slider->setMaximumWidth(kMostPx);
  m_year->setObjectName(QStringLiteral("year"));
  m_year->setWordWrap(false);
  row->addWidget(m_play);
  row->addWidget(m_slider, 1);
  row->addWidget(m_year);
  row->addStretch(0);
  m_playing.setInterval(kPlayMs);
  connect(m_slider, &QSlider::valueChanged, this, [this](int index) {
    const auto& years = m_view->figure().years;
    if (index >= 0 && index < static_cast<int>(years.size()))
      Q_EMIT yearChosen(years[static_cast<std::size_t>(index)]);
  });
  connect(m_slider, &QSlider::sliderPressed, this, &ChartCard::stop);
  connect(m_play, &QPushButton::clicked, this, &ChartCard::play);
  connect(&m_playing, &QTimer::timeout, this, [this] {
    if (m_slider->value() == m_slider->maximum()) {
      m_playing.stop();
    } else {
      step(1);
    }
    m_play->setText(m_playing.isActive() ? tr("Stop") : tr("Play"));
  });
}

void ChartCard::step(int by) {
  m_slider->setValue(m_slider->value() + by);
}

void ChartCard::stop() {
  m_playing.stop();
  m_play->setText(tr("Play"));
}

void ChartCard::play() {
  if (m_playing.isActive()) {
    m_playing.stop();
  } else if (m_slider->maximum() > 0) {
    if (m_slider->value() == m_slider->maximum()) m_slider->setValue(0);
    m_playing.start();
  }
  m_play->setText(m_playing.isActive() ? tr("Stop") : tr("Play"));
}

void ChartCard::setFigure(const Figure& figure, bool animated) {
  m_title->setText(figure.title);
  m_subtitle->setText(figure.subtitle);
  m_subtitle->setVisible(!figure.subtitle.isEmpty());
  m_source->setText(figure.source);
  if (const auto years = yearsOf(figure)) {
    m_showYears->setText(
        years->first == years->second
            ? tr("Show %1").arg(yearInWords(years->first))
            : tr("Show %1 to %2").arg(yearInWords(years->first), yearInWords(years->second)));
    m_showYears->setAccessibleName(m_showYears->text());
  }
  m_view->setAccessibleName(tr("Chart: %1").arg(figure.title));
  m_view->setFigure(figure, animated);
  m_view->setSpan(figure.isOverTime() ? m_span : std::nullopt);
  showYears();
  showWhatThereIs();
}

void ChartCard::showYears() {
  const Figure& figure = m_view->figure();
  const bool has = figure.years.size() > 1;
  m_yearBar->setVisible(has);
  if (!has) stop();
  const QSignalBlocker quiet(m_slider);
  m_slider->setRange(0, std::max(0, static_cast<int>(figure.years.size()) - 1));
  if (!figure.year) return;
  const auto at = std::ranges::find(figure.years, *figure.year);
  m_slider->setValue(static_cast<int>(at - figure.years.begin()));
  m_year->setText(yearInWords(*figure.year));
}

void ChartCard::describe(const QString& current) {
  const QString& description = m_view->figure().description;
  m_view->setAccessibleDescription(
      current.isEmpty() ? description : tr("%1. %2", "figure, description").arg(current, description));
}

void ChartCard::setLook(ThemeName name, const TypeFaces& faces, double scale) {
  const Theme& colors = theme(name);
  m_scale = scale;
  setInk(*m_title, faces.chartTitle, colors.ink);
  setInk(*m_subtitle, faces.caption, colors.ink2);
  setInk(*m_source, faces.caption, colors.ink3);
  setInk(*m_note, faces.body, colors.ink2);
  setInk(*m_year, faces.bodyStrong, colors.ink);
  m_showYears->setFont(faces.body);
  m_play->setFont(faces.body);
  m_view->setLook(name, faces, scale);
}

void ChartCard::setSpan(TimeSpan span) {
  m_span = span;
  m_view->setSpan(m_view->figure().isOverTime() ? m_span : std::nullopt);
  showWhatThereIs();
}

void ChartCard::setFrame(const PlotFrame& frame, double textLeftPx) {
  const int left = static_cast<int>(textLeftPx);
  constexpr int kRightPx = 8;
  m_words->setContentsMargins(left, 0, kRightPx, 0);
  m_foot->setContentsMargins(left, 0, kRightPx, 0);
  m_noteColumn->setContentsMargins(left, 12, kRightPx, 0);
  m_view->setFrame(frame);
}

int ChartCard::neededHeight(int widthPx) const {
  const auto heightOf = [widthPx](const QLabel* label) {
    const int inner = widthPx - label->parentWidget()->contentsMargins().left();
    return label->isHidden() ? 0 : label->heightForWidth(std::max(80, inner));
  };
  int height = heightOf(m_title) + heightOf(m_subtitle) + heightOf(m_source) + 12;
  if (!m_yearBar->isHidden()) height += m_yearBar->sizeHint().height();
  return height + static_cast<int>(entente::neededHeight(m_view->figure(), widthPx, m_scale));
}

void ChartCard::showWhatThereIs() {
  const bool hadFocus = m_view->hasFocus() || m_showYears->hasFocus();
  const Figure& figure = m_view->figure();
  m_note->setText(figure.isEmpty() ? figure.nothing : tr("No figures in this span."));
  m_showYears->setVisible(!figure.isEmpty());
  m_stack->setCurrentIndex(m_view->hasFiguresInSpan() ? 0 : 1);
  if (!hadFocus) return;
  // What the keyboard stood on is hidden now.
  QWidget* shown = m_stack->currentIndex() == 0 ? static_cast<QWidget*>(m_view) : m_showYears;
  shown->setFocus();
}

}  // namespace entente
