// SPDX-License-Identifier: GPL-3.0-or-later
// Puts the pane together: head, facts line, chart and facts, wide or narrow.
#include <QAbstractItemView>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

#include "app/charts/chart_card.h"
#include "app/charts/number_card.h"
#include "app/charts/pledge_facts.h"
#include "app/charts/pledge_pane.h"
#include "app/charts/plot_view.h"
#include "app/charts/states_menu.h"
#include "app/charts/text_label.h"
#include "app/render/scene_painter.h"
#include "app/session/session.h"
#include "app/words/event_words.h"
#include "core/time/civil.h"

namespace entente {

namespace {

constexpr double kNarrowPx = 720;
constexpr double kNarrowGutterPx = 40;
constexpr int kInsetPx = 12;
constexpr double kFactsPx = 312;
constexpr double kWideChartPx = 160;
constexpr double kNarrowChartPx = 320;
constexpr int kRightPx = 8;
constexpr int kSpacingPx = 8;

int scaled(double px, double scale) {
  return static_cast<int>(px * scale);
}

void letShrink(QComboBox& box) {
  box.setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  constexpr int kFewestLetters = 12;
  box.setMinimumContentsLength(kFewestLetters);
  box.setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

/// No wider than its widest item needs, unless it has a row for itself.
void limitWidth(QComboBox& box, bool fillsRow) {
  int widest = 0;
  for (int i = 0; i < box.count(); ++i)
    widest = std::max(widest, box.fontMetrics().horizontalAdvance(box.itemText(i)));
  constexpr int kFramePx = 34;
  box.setMaximumWidth(fillsRow ? QWIDGETSIZE_MAX : widest + kFramePx);
  box.view()->setMinimumWidth(widest + kFramePx);
}

}  // namespace

PledgePane::PledgePane(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_shelf(session),
      m_page(new QScrollArea),
      m_content(new QWidget),
      m_quiet(plainLabel()),
      m_pledges(new QComboBox),
      m_kinds(new QComboBox),
      m_editionBox(new QComboBox),
      m_eventsButton(new QPushButton(tr("Events\u2026"))),
      m_roomButton(new QPushButton(tr("Size"))),
      m_statesButton(new QPushButton(tr("States\u2026"))),
      m_statesMenu(new StatesMenu(this)),
      m_factsButton(new QPushButton(tr("Facts"))),
      m_factsLine(new QLabel),
      m_noSeries(plainLabel()),
      m_partLink(new QLabel),
      m_chart(new ChartCard),
      m_side(new QWidget),
      m_numberCard(new NumberCard),
      m_facts(new PledgeFacts) {
  setObjectName(QStringLiteral("pledge"));
  setAccessibleName(tr("Pledge and spending"));
  auto* whole = new QVBoxLayout(this);
  whole->setContentsMargins(0, 0, 0, 0);
  m_page->setFrameShape(QFrame::NoFrame);
  m_page->setWidgetResizable(true);
  m_page->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_page->setFocusPolicy(Qt::NoFocus);
  m_page->setWidget(m_content);
  m_quiet->setObjectName(QStringLiteral("quiet"));
  m_quiet->setMargin(kInsetPx);
  m_quiet->setAlignment(Qt::AlignLeft | Qt::AlignTop);
  whole->addWidget(m_quiet);
  whole->addWidget(m_page);
  auto* column = new QVBoxLayout(m_content);
  column->setContentsMargins(0, 4, 0, 2);
  column->setSpacing(4);
  makeHead();
  makeBody();
  connectSession();
  restyle();
  takeArchive();
}

void PledgePane::makeHead() {
  m_pledgeCaption = plainLabel(tr("Pledge"));
  m_pledgeCaption->setWordWrap(false);
  m_pledgeCaption->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
  m_pledgeCaption->setBuddy(m_pledges);
  m_pledges->setObjectName(QStringLiteral("pledges"));
  m_pledges->setAccessibleName(tr("Pledge"));
  m_editionBox->setObjectName(QStringLiteral("editions"));
  m_editionBox->setAccessibleName(tr("Edition of the figures"));
  m_kinds->setObjectName(QStringLiteral("kinds"));
  m_kinds->setAccessibleName(tr("Kind of chart"));
  m_roomButton->setObjectName(QStringLiteral("room"));
  m_roomButton->setAccessibleName(tr("Larger or smaller chart"));
  m_roomButton->setToolTip(tr("Give the chart most of the window, or take it back (F9)"));
  connect(m_roomButton, &QPushButton::clicked, this, &PledgePane::roomAsked);
  m_eventsButton->setObjectName(QStringLiteral("events"));
  m_eventsButton->setAccessibleName(tr("Events over the chart"));
  m_eventsButton->setToolTip(tr("Lay events of the timeline over the chart"));
  makeEventsMenu();
  m_statesButton->setObjectName(QStringLiteral("states"));
  m_statesButton->setAccessibleName(tr("States to compare"));
  m_statesButton->setToolTip(tr("Choose the states that are compared"));
  m_statesButton->setMenu(m_statesMenu);
  m_factsButton->setObjectName(QStringLiteral("factsButton"));
  m_factsButton->setCheckable(true);
  m_factsButton->setAccessibleName(tr("Facts and positions"));
  m_factsButton->setToolTip(tr("Show what the pledge says and where states stand, beside the chart"));
  for (QPushButton* button : {m_statesButton, m_eventsButton, m_roomButton, m_factsButton})
    button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  letShrink(*m_kinds);
  letShrink(*m_pledges);
  letShrink(*m_editionBox);

  m_headLayout = new QBoxLayout(QBoxLayout::LeftToRight);
  m_headLayout->setSpacing(kSpacingPx);
  auto* first = new QHBoxLayout;
  first->setSpacing(kSpacingPx);
  first->addWidget(m_pledgeCaption);
  first->addWidget(m_pledges, 1);
  auto* second = new QHBoxLayout;
  second->setSpacing(kSpacingPx);
  second->addWidget(m_kinds, 1);
  second->addWidget(m_editionBox, 1);
  auto* third = new QHBoxLayout;
  third->setSpacing(kSpacingPx);
  third->addWidget(m_statesButton);
  third->addWidget(m_eventsButton);
  third->addWidget(m_roomButton);
  third->addWidget(m_factsButton);
  third->addStretch(1);
  m_headLayout->addLayout(first, 240);
  m_headLayout->addLayout(second, 300);
  m_headLayout->addLayout(third, 0);
  m_headLayout->addStretch(1);
  static_cast<QVBoxLayout*>(m_content->layout())->addLayout(m_headLayout);

  connect(m_pledges, &QComboBox::activated, this, [this](int index) {
    m_session.select(EventId{EventOrigin::Curated, m_pledges->itemData(index).toLongLong()});
    // What is selected already is not selected again, but it is wanted now.
    choose();
  });
  connect(m_editionBox, &QComboBox::activated, this, [this] {
    ChartChoice choice = m_choice;
    choice.edition = SourceUid(m_editionBox->currentData().toString().toStdString());
    setChoice(choice);
  });
  connect(m_kinds, &QComboBox::activated, this, [this] {
    ChartChoice choice = m_choice;
    choice.kind = static_cast<ChartKind>(m_kinds->currentData().toInt());
    // Each kind has the years that it has: what was chosen for another one may not be among them.
    choice.year.reset();
    setChoice(choice);
  });
  connect(m_statesMenu, &StatesMenu::ticked, this, &PledgePane::tick);
  connect(m_statesMenu, &StatesMenu::resetAsked, this, [this] {
    ChartChoice choice = m_choice;
    choice.highlighted.reset();
    choice.compared.reset();
    choice.states.clear();
    choice.group = StateGroup::Members;
    setChoice(choice);
  });
  connect(m_statesMenu, &StatesMenu::groupChosen, this, &PledgePane::chooseGroup);
  connect(m_statesMenu, &StatesMenu::keepGroupAsked, this, &PledgePane::keepGroup);
  connect(m_statesMenu, &StatesMenu::forgetGroupAsked, this, &PledgePane::forgetGroup);
  connect(m_factsButton, &QPushButton::toggled, this, &PledgePane::arrange);
}

void PledgePane::makeEventsMenu() {
  auto* menu = new QMenu(this);
  for (const EventKind kind :
       {EventKind::Summit, EventKind::Message, EventKind::Pledge, EventKind::Statement, EventKind::Event}) {
    QAction* action = menu->addAction(eventKindsInWords(kind));
    action->setCheckable(true);
    connect(action, &QAction::toggled, this, [this, kind](bool on) {
      std::erase(m_eventKinds, kind);
      if (on) m_eventKinds.push_back(kind);
      refreshOverlay();
    });
  }
  m_eventsButton->setMenu(menu);
}

void PledgePane::makeBody() {
  auto* column = static_cast<QVBoxLayout*>(m_content->layout());
  m_factsLine->setObjectName(QStringLiteral("factsLine"));
  m_factsLine->setTextFormat(Qt::RichText);
  m_partLink->setObjectName(QStringLiteral("partLink"));
  m_partLink->setTextFormat(Qt::RichText);
  m_noSeries->setObjectName(QStringLiteral("noSeries"));
  for (QLabel* label : {m_factsLine, m_partLink}) {
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    label->setFocusPolicy(Qt::StrongFocus);
    connect(label, &QLabel::linkActivated, this, [this](const QString& target) {
      if (const auto ref = RecordRef::parse(target.toStdString())) jump(*ref);
    });
  }
  column->addWidget(m_factsLine);
  column->addWidget(m_noSeries);
  column->addWidget(m_partLink);
  m_body = new QBoxLayout(QBoxLayout::LeftToRight);
  m_body->setSpacing(0);
  m_body->addWidget(m_chart, 1);
  auto* side = new QVBoxLayout(m_side);
  side->setContentsMargins(0, 0, 0, 0);
  side->setSpacing(0);
  side->addWidget(m_numberCard);
  side->addWidget(m_facts, 1);
  m_body->addWidget(m_side, 0);
  column->addLayout(m_body, 1);

  PlotView& view = m_chart->view();
  connect(&view, &PlotView::stateChosen, this, &PledgePane::highlight);
  connect(&view, &PlotView::numberChosen, this, [this](const FigureKey& key) { explain(key); });
  connect(&view, &PlotView::eventChosen, this, [this](EventId id) { m_session.select(id); });
  connect(&view, &PlotView::pointedChanged, &m_session, &Session::pointAt);
  connect(&view, &PlotView::spanAsked, &m_session, &Session::setSpan);
  connect(m_chart, &ChartCard::spanAsked, &m_session, &Session::setSpan);
  connect(m_chart, &ChartCard::yearChosen, this, [this](int year) {
    ChartChoice choice = m_choice;
    choice.year = year;
    setChoice(choice);
  });
  connect(m_numberCard, &NumberCard::closed, this, [this] { explain(std::nullopt); });
  connect(m_numberCard, &NumberCard::sourceAsked, &m_session, &Session::showSource);
  connect(m_numberCard, &NumberCard::editionsAsked, this, [this] {
    ChartChoice choice = m_choice;
    choice.kind = ChartKind::Revisions;
    choice.year = m_number->year;
    setChoice(choice);
  });
  connect(m_numberCard, &NumberCard::yearAsked, this, [this] {
    const TimeSpan year{startOfYear(m_number->year), startOfYear(std::int64_t{m_number->year} + 1)};
    m_session.setSpan({plusSeconds(year.begin, -year.seconds()), plusSeconds(year.end, year.seconds())});
  });
  connect(m_facts, &PledgeFacts::stateChosen, this, &PledgePane::highlight);
  connect(m_facts, &PledgeFacts::jumpAsked, this, &PledgePane::jump);
}

double PledgePane::textScale() const {
  return font().pointSizeF() > 0 ? font().pointSizeF() / kBasePoints : 1;
}

bool PledgePane::isNarrow() const {
  return width() < kNarrowPx * textScale();
}

QSize PledgePane::sizeHint() const {
  return {600, 248};
}

QSize PledgePane::minimumSizeHint() const {
  return {240, 120};
}

void PledgePane::setTheme(ThemeName name) {
  m_theme = name;
  restyle();
}

void PledgePane::setHeaderWidth(std::optional<double> px) {
  m_headerPx = px;
  arrange();
}

void PledgePane::setCanvasWidth(std::optional<double> px) {
  m_canvasPx = px;
  arrange();
}

void PledgePane::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::FontChange) restyle();
}

void PledgePane::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  arrange();
}

void PledgePane::restyle() {
  const Theme& colors = theme(m_theme);
  const TypeFaces faces = typeFaces(font(), textScale());
  QPalette ground = palette();
  ground.setColor(QPalette::Window, colors.canvas);
  setPalette(ground);
  setAutoFillBackground(true);
  setInk(*m_quiet, faces.body, colors.ink2);
  setInk(*m_pledgeCaption, faces.body, colors.ink2);
  setInk(*m_factsLine, faces.caption, colors.ink2);
  setInk(*m_noSeries, faces.body, colors.ink);
  setInk(*m_partLink, faces.body, colors.ink);
  for (QWidget* control :
       {static_cast<QWidget*>(m_pledges), static_cast<QWidget*>(m_kinds), static_cast<QWidget*>(m_editionBox),
        static_cast<QWidget*>(m_statesButton), static_cast<QWidget*>(m_eventsButton),
        static_cast<QWidget*>(m_roomButton), static_cast<QWidget*>(m_factsButton)})
    control->setFont(faces.body);
  m_numberCard->setLook(colors, faces);
  m_chart->setLook(m_theme, faces, textScale());
  if (m_detail) refreshFacts();
  arrange();
}

void PledgePane::arrange() {
  const double scale = textScale();
  const bool narrow = isNarrow();
  const bool shown = m_detail != nullptr;
  const bool measured = isMeasured();
  const bool isQuiet = !m_quiet->text().isEmpty() && !shown;
  m_quiet->setVisible(isQuiet);
  m_page->setVisible(shown);
  if (!shown) return;

  const double gutter = narrow ? kNarrowGutterPx * scale : m_headerPx.value_or(headerWidthPx(scale));
  const double wordsLeft = narrow ? kInsetPx : gutter;
  m_headLayout->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
  m_headLayout->setContentsMargins(kInsetPx, 0, kRightPx, 0);
  // The chooser begins where the timeline's canvas does.
  m_pledgeCaption->setFixedWidth(narrow ? m_pledgeCaption->sizeHint().width()
                                        : static_cast<int>(gutter) - kInsetPx - kSpacingPx);
  for (QComboBox* box : {m_pledges, m_kinds, m_editionBox})
    limitWidth(*box, narrow);
  // The style's buttons have room for longer words.
  constexpr int kButtonPx = 20;
  constexpr int kArrowPx = 14;
  for (QPushButton* button : {m_factsButton, m_roomButton})
    button->setFixedWidth(button->fontMetrics().horizontalAdvance(button->text()) + kButtonPx);
  for (QPushButton* button : {m_statesButton, m_eventsButton})
    button->setFixedWidth(button->fontMetrics().horizontalAdvance(button->text()) + kButtonPx +
                          scaled(kArrowPx, scale));
  m_editionBox->setVisible(measured);
  m_kinds->setVisible(measured);
  m_roomButton->setVisible(measured && !narrow);
  m_statesButton->setVisible(measured);
  m_eventsButton->setVisible(measured && m_figure.isOverTime());
  m_factsButton->setVisible(measured && !narrow);

  const bool factsShown = narrow || !measured || m_factsButton->isChecked();
  m_factsLine->setVisible(!factsShown);
  m_noSeries->setVisible(!measured);
  m_partLink->setVisible(!measured && !m_partLink->text().isEmpty());
  for (QLabel* label : {m_factsLine, m_noSeries, m_partLink})
    label->setContentsMargins(static_cast<int>(wordsLeft), 0, kRightPx, 0);
  m_body->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
  m_chart->setVisible(measured);
  const bool numberShown = measured && m_number.has_value();
  const bool sideShown = factsShown || numberShown;
  // Only a plot that reaches to the pane's edge can have the timeline's axis.
  const bool asTimeline = !sideShown;
  const double plotGutter = m_figure.isOverTime() ? gutter : std::min(gutter, kNarrowGutterPx * scale);
  m_chart->setFrame({plotGutter, asTimeline ? m_canvasPx : std::nullopt, !asTimeline}, wordsLeft);
  m_chart->view().setWheelZooms(!narrow);
  const bool isColumn = measured && !narrow;
  const int sideWidth = isColumn && sideShown ? scaled(kFactsPx, scale) : 0;
  // Above the least height of a plot all rows and all small charts are shown; the page scrolls.
  const int least = scaled(narrow ? kNarrowChartPx : kWideChartPx, scale);
  m_chart->setMinimumHeight(
      m_figure.isOverTime() ? least : std::max(least, m_chart->neededHeight(width() - sideWidth)));
  m_numberCard->setVisible(numberShown);
  m_facts->setVisible(factsShown);
  m_side->setVisible(sideShown);
  m_side->setMinimumWidth(sideWidth);
  m_side->setMaximumWidth(isColumn ? scaled(kFactsPx, scale) : QWIDGETSIZE_MAX);
  m_facts->setWhole(!isColumn);
  m_body->setContentsMargins(measured || narrow ? 0 : static_cast<int>(wordsLeft) - kInsetPx, 0, 0, 0);
}

}  // namespace entente
