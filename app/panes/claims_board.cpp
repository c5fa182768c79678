// SPDX-License-Identifier: GPL-3.0-or-later
// Sets the board of one topic.
#include "app/panes/claims_board.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/render/date_words.h"
#include "app/words/claim_words.h"
#include "app/words/record_words.h"

namespace entente {

namespace {

constexpr double kHeadTint = 0.14;  ///< of the yellow, behind the question

/// A value's column: an accent edge at the left of the shown one.
class ValueCell : public QFrame {
 public:
  ValueCell(const Theme& theme, bool shown) : m_theme(theme), m_shown(shown) {}

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, m_shown ? 3 : 1, height()), m_shown ? m_theme.accent : m_theme.hairline);
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.hairline);
  }

 private:
  const Theme& m_theme;
  bool m_shown;
};

QString countInWords(std::size_t claims) {
  return claims == 1 ? ClaimsBoard::tr("1 claim") : ClaimsBoard::tr("%1 claims agree").arg(claims);
}

QPushButton* quietButton(const BlockStyle& style, const QString& text) {
  auto* button = new QPushButton(text);
  button->setFont(style.faces.caption);
  button->setAutoDefault(false);
  button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  return button;
}

}  // namespace

ClaimsBoard::ClaimsBoard(std::shared_ptr<const Snapshot> snapshot, const Topic& topic,
                         const BlockStyle& style, ClaimActions actions, int columns, QWidget* parent)
    : QFrame(parent),
      m_snapshot(std::move(snapshot)),
      m_resolution(*m_snapshot->ledger.of(topic)),
      m_style(style),
      m_actions(std::move(actions)) {
  setObjectName(QStringLiteral("claims"));
  setAccessibleName(topicInWords(topic));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(1, 1, 1, 1);
  column->setSpacing(0);
  addHead(*column);
  addValues(*column, columns);
  addFoot(*column);
}

void ClaimsBoard::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Theme& theme = m_style.theme;
  painter.fillRect(rect(), theme.canvas);
  const bool disputed = m_resolution.isDisputed();
  if (m_head)
    painter.fillRect(QRect(0, 0, width(), m_head->geometry().bottom() + 1),
                     disputed ? mixed(theme.disputeFill, theme.canvas, kHeadTint) : theme.header);
  painter.setPen(disputed ? theme.disputeEdge : theme.edge);
  painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
}

QLabel* ClaimsBoard::sentence(const QString& lead, const QString& text) {
  QLabel* label = textLine(m_style, m_style.faces.caption, Ink::Ink, {});
  label->setTextFormat(Qt::RichText);
  label->setText(lead.isEmpty()
                     ? text.toHtmlEscaped()
                     : QStringLiteral("<b>%1</b> %2").arg(lead.toHtmlEscaped(), text.toHtmlEscaped()));
  return label;
}

void ClaimsBoard::addHead(QVBoxLayout& column) {
  m_head = new QWidget;
  auto* head = new QVBoxLayout(m_head);
  head->setContentsMargins(10, 6, 10, 6);
  head->setSpacing(2);
  head->addWidget(textLine(m_style, m_style.faces.bodyStrong, Ink::Ink, topicInWords(m_resolution.topic)));
  head->addWidget(textLine(m_style, m_style.faces.caption, Ink::Ink2, ruleInShort(m_resolution)));
  column.addWidget(m_head);
}

void ClaimsBoard::addValues(QVBoxLayout& column, int columns) {
  auto* grid = new QGridLayout;
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setHorizontalSpacing(1);
  grid->setVerticalSpacing(1);
  const int count = static_cast<int>(m_resolution.values.size());
  const int across = std::max(1, std::min(columns, count));
  for (int i = 0; i < count; ++i)
    grid->addWidget(valueCell(static_cast<std::size_t>(i)), i / across, i % across);
  for (int i = 0; i < across; ++i)
    grid->setColumnStretch(i, 1);
  column.addLayout(grid);
}

QWidget* ClaimsBoard::valueCell(std::size_t place) {
  const ClaimedValue& value = m_resolution.values[place];
  const bool shown = place == 0 && m_resolution.shown();
  auto* cell = new ValueCell(m_style.theme, shown);
  cell->setObjectName(QStringLiteral("value"));
  auto* column = new QVBoxLayout(cell);
  column->setContentsMargins(12, 8, 8, 8);
  column->setSpacing(4);
  auto* top = new QHBoxLayout;
  const QString state = shown           ? tr("\u2713 Shown")
                        : value.refuted ? tr("\u2715 Refuted")
                                        : tr("\u2260 Disputed");
  QLabel* stateLine =
      textLine(m_style, m_style.faces.caption, value.refuted && !shown ? Ink::Refuted : Ink::Ink2, state);
  if (shown) {
    QPalette colors = stateLine->palette();
    colors.setColor(QPalette::WindowText, m_style.theme.accent);
    stateLine->setPalette(colors);
  }
  stateLine->setWordWrap(false);
  top->addWidget(stateLine);
  top->addStretch(1);
  QLabel* count = textLine(m_style, m_style.faces.caption, Ink::Ink3, countInWords(value.claims.size()));
  count->setWordWrap(false);
  top->addWidget(count);
  column->addLayout(top);
  QFont font = m_style.faces.date;
  font.setWeight(QFont::DemiBold);
  font.setStrikeOut(value.refuted && !shown);
  QLabel* words =
      textLine(m_style, font, value.refuted && !shown ? Ink::Ink2 : Ink::Ink, valueInWords(value));
  words->setObjectName(QStringLiteral("claimedValue"));
  column->addWidget(words);
  // The sentence below says the verdict of a lone claim.
  const bool said =
      value.claims.size() == 1 && (value.refuted ? !shown : m_resolution.wonBy == WonBy::Adopted && shown);
  for (const Claim* claim : value.claims)
    column->addWidget(claimBlock(*claim, !said));
  column->addWidget(sentence(shown ? tr("Why it is shown.") : tr("Why it is not."),
                             shown ? whyShown(m_resolution) : whyNotShown(m_resolution, place)));
  addPinning(*column, place);
  column->addStretch(1);
  return cell;
}

QWidget* ClaimsBoard::claimBlock(const Claim& claim, bool judged) {
  const Source* source = m_snapshot->ledger.source(claim.source);
  auto* block = new QWidget;
  auto* column = new QVBoxLayout(block);
  column->setContentsMargins(0, 2, 0, 4);
  column->setSpacing(1);
  QString name = QString::fromStdString(claim.source.value);
  if (source) name = source->publisher.isEmpty() ? source->title : source->publisher;
  if (m_actions.showSource) {
    QLabel* link = linkLine(m_style, name.toHtmlEscaped(), name,
                            [this, uid = claim.source](const QString&) { m_actions.showSource(uid); });
    if (source) link->setToolTip(source->title.toHtmlEscaped());
    column->addWidget(link);
  } else {
    column->addWidget(textLine(m_style, m_style.faces.bodyStrong, Ink::Ink, name));
  }
  QStringList under;
  if (source && source->published) under << dateInWords(*source->published);
  if (!claim.locator.isEmpty()) under << claim.locator;
  if (source && !source->root.isEmpty() && source->root != source->publisher)
    under << tr("story of %1").arg(source->root);
  if (!source || source->root.isEmpty()) under << tr("independence not known");
  column->addWidget(
      textLine(m_style, m_style.faces.caption, Ink::Ink3, under.join(QStringLiteral(" \u00b7 "))));
  const Grade grade{source ? source->reliability : std::nullopt, claim.credibility};
  auto* graded = new QHBoxLayout;
  graded->setSpacing(6);
  QString code = gradeCode(grade);
  code.insert(1, QLatin1Char('|'));
  graded->addWidget(new GradeBox(m_style, code), 0, Qt::AlignTop);
  graded->addWidget(textLine(m_style, m_style.faces.caption, Ink::Ink2, gradeInWords(grade)), 1);
  column->addLayout(graded);
  if (!claim.quote.isEmpty()) {
    QFont serif = m_style.faces.quote;
    column->addWidget(textLine(m_style, serif, Ink::Ink, QStringLiteral("\u201c%1\u201d").arg(claim.quote)));
  }
  if (judged && (claim.verdict || !claim.reason.isEmpty())) {
    QString words = claim.verdict ? verdictInWords(*claim.verdict) : QString();
    if (!claim.reason.isEmpty()) words += (words.isEmpty() ? QString() : QStringLiteral(": ")) + claim.reason;
    column->addWidget(textLine(m_style, m_style.faces.caption,
                               claim.verdict == Verdict::Refuted ? Ink::Refuted : Ink::Ink2, words));
  }
  if (m_actions.edit) {
    column->addWidget(linkLine(m_style, tr("Edit this claim\u2026").toHtmlEscaped(), QStringLiteral("edit"),
                               [this, uid = claim.uid](const QString&) { m_actions.edit(uid); }));
  }
  return block;
}

void ClaimsBoard::addPinning(QVBoxLayout& column, std::size_t place) {
  const bool pinned = place == 0 && m_resolution.wonBy == WonBy::Pin;
  if (pinned && m_actions.unpin) {
    QPushButton* unpin = quietButton(m_style, tr("Unpin"));
    unpin->setObjectName(QStringLiteral("unpin"));
    connect(unpin, &QPushButton::clicked, this, [this] { m_actions.unpin(m_resolution.topic); });
    column.addWidget(unpin);
  }
  if (pinned || !m_actions.pin) return;
  QPushButton* pin = quietButton(m_style, tr("Pin this value\u2026"));
  pin->setObjectName(QStringLiteral("pin"));
  pin->setToolTip(tr("Show this value, whatever the rule says, with your reason"));
  column.addWidget(pin);
  auto* form = new QWidget;
  form->hide();
  auto* lines = new QVBoxLayout(form);
  lines->setContentsMargins(0, 0, 0, 0);
  lines->setSpacing(4);
  auto* reason = new QLineEdit;
  reason->setObjectName(QStringLiteral("pinReason"));
  reason->setPlaceholderText(tr("Why? The reason is shown"));
  reason->setAccessibleName(tr("Reason for pinning this value"));
  lines->addWidget(reason);
  auto* buttons = new QHBoxLayout;
  QPushButton* done = quietButton(m_style, tr("Pin"));
  done->setObjectName(QStringLiteral("pinDone"));
  done->setEnabled(false);
  QPushButton* cancel = quietButton(m_style, tr("Cancel"));
  buttons->addWidget(done);
  buttons->addWidget(cancel);
  buttons->addStretch(1);
  lines->addLayout(buttons);
  column.addWidget(form);
  connect(reason, &QLineEdit::textChanged, done,
          [done](const QString& text) { done->setEnabled(!text.trimmed().isEmpty()); });
  connect(reason, &QLineEdit::returnPressed, done, &QPushButton::click);
  const ClaimUid claim = m_resolution.values[place].strongest().uid;
  connect(done, &QPushButton::clicked, this, [this, claim, reason] {
    const QString words = reason->text().trimmed();
    reason->clear();
    m_actions.pin(claim, words);
  });
  connect(cancel, &QPushButton::clicked, form, [form, pin, reason] {
    reason->clear();
    form->hide();
    pin->show();
    pin->setFocus();
  });
  connect(pin, &QPushButton::clicked, form, [form, pin, reason] {
    pin->hide();
    form->show();
    reason->setFocus();
  });
}

void ClaimsBoard::addFoot(QVBoxLayout& column) {
  auto* foot = new QWidget;
  auto* lines = new QVBoxLayout(foot);
  lines->setContentsMargins(12, 6, 8, 8);
  lines->setSpacing(4);
  const QString differs = differenceFromRule(m_resolution);
  if (!differs.isEmpty()) lines->addWidget(sentence(tr("Against the rule."), differs));
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(8);
  if (m_actions.attribute) {
    QPushButton* copy = quietButton(m_style, tr("Copy with attribution"));
    copy->setObjectName(QStringLiteral("attribute"));
    connect(copy, &QPushButton::clicked, this, [this] { m_actions.attribute(m_resolution.topic); });
    buttons->addWidget(copy);
  }
  if (m_actions.add) {
    QPushButton* add = quietButton(m_style, tr("Add a claim\u2026"));
    add->setObjectName(QStringLiteral("addClaim"));
    connect(add, &QPushButton::clicked, this, [this] { m_actions.add(m_resolution.topic); });
    buttons->addWidget(add);
  }
  buttons->addStretch(1);
  if (!differs.isEmpty() || buttons->count() > 1) {
    lines->addLayout(buttons);
    column.addWidget(foot);
  } else {
    delete buttons;
    delete foot;
  }
}

}  // namespace entente
