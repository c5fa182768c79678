// SPDX-License-Identifier: GPL-3.0-or-later
// Fields for the properties, a line of facts.
#include "app/shell/properties_card.h"

#include <QComboBox>
#include <QCompleter>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTimeZone>
#include <array>

#include "app/render/date_words.h"
#include "app/render/zone_tables.h"

namespace entente {

namespace {

/// SPDX identifiers with what they are called.
constexpr std::array<std::array<const char*, 2>, 10> kLicences{{
    {"CC0-1.0", QT_TRANSLATE_NOOP("PropertiesCard", "Public domain: anything may be done with it")},
    {"CC-BY-4.0", QT_TRANSLATE_NOOP("PropertiesCard", "Creative Commons: the authors are to be named")},
    {"CC-BY-SA-4.0",
     QT_TRANSLATE_NOOP("PropertiesCard", "Creative Commons: authors named, passed on as it came")},
    {"CC-BY-NC-4.0", QT_TRANSLATE_NOOP("PropertiesCard", "Creative Commons: authors named, no commerce")},
    {"CC-BY-NC-SA-4.0",
     QT_TRANSLATE_NOOP("PropertiesCard",
                       "Creative Commons: authors named, no commerce, passed on as it came")},
    {"CC-BY-ND-4.0", QT_TRANSLATE_NOOP("PropertiesCard", "Creative Commons: authors named, nothing changed")},
    {"ODbL-1.0", QT_TRANSLATE_NOOP("PropertiesCard", "Open Database License")},
    {"ODC-By-1.0", QT_TRANSLATE_NOOP("PropertiesCard", "Open Data Commons: the authors are to be named")},
    {"GPL-3.0-or-later", QT_TRANSLATE_NOOP("PropertiesCard", "GNU General Public License, 3 or later")},
    {"LicenseRef-All-rights-reserved", QT_TRANSLATE_NOOP("PropertiesCard", "All rights reserved")},
}};

QStringList zoneNames() {
  QStringList names;
  for (const QByteArray& id : QTimeZone::availableTimeZoneIds()) {
    const QString name = QString::fromLatin1(id);
    if (name == QLatin1String("UTC") ||
        (name.contains(QLatin1Char('/')) && !name.startsWith(QLatin1String("SystemV"))))
      names << name;
  }
  return names;
}

QString factsInWords(const Snapshot& snapshot) {
  const auto number = [](std::size_t n) { return wordsLocale().toString(static_cast<qulonglong>(n)); };
  const ArchiveContent& content = *snapshot.content;
  const std::size_t events = content.titles.size() + content.dataset.bulk->keys.size();
  QStringList facts;
  facts << (events == 1 ? PropertiesCard::tr("1 event")
                        : PropertiesCard::tr("%1 events").arg(number(events)));
  const std::size_t sources = content.ledger->sources.size();
  facts << (sources == 1 ? PropertiesCard::tr("1 source")
                         : PropertiesCard::tr("%1 sources").arg(number(sources)));
  const std::size_t claims = content.ledger->claims.size();
  facts << (claims == 1 ? PropertiesCard::tr("1 claim")
                        : PropertiesCard::tr("%1 claims").arg(number(claims)));
  const std::size_t steps = content.history.size();
  if (steps > 0)
    facts << (steps == 1 ? PropertiesCard::tr("1 step in its history")
                         : PropertiesCard::tr("%1 steps in its history").arg(number(steps)));
  return QString::fromStdString(content.info.path.string()) + QLatin1Char('\n') +
         facts.join(QStringLiteral("   "));
}

}  // namespace

PropertiesCard::PropertiesCard(QWidget* window)
    : FormCard(tr("Properties of the archive"), tr("Save the properties"), window),
      m_title(new QLineEdit),
      m_description(new QPlainTextEdit),
      m_authors(new QLineEdit),
      m_licence(new QComboBox),
      m_zone(new QLineEdit) {
  setObjectName(QStringLiteral("propertiesCard"));
  m_title->setObjectName(QStringLiteral("archiveTitle"));
  m_description->setObjectName(QStringLiteral("archiveDescription"));
  m_description->setTabChangesFocus(true);
  m_description->setPlaceholderText(tr("What it is about, and what was left out"));
  m_authors->setObjectName(QStringLiteral("archiveAuthors"));
  m_authors->setPlaceholderText(tr("Who made it"));
  m_licence->setObjectName(QStringLiteral("archiveLicence"));
  m_licence->setEditable(true);
  m_licence->setInsertPolicy(QComboBox::NoInsert);
  m_licence->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  m_licence->lineEdit()->setPlaceholderText(tr("What others may do with it"));
  for (const auto& [id, words] : kLicences) {
    m_licence->addItem(QString::fromLatin1(id));
    m_licence->setItemData(m_licence->count() - 1, tr(words), Qt::ToolTipRole);
  }
  m_zone->setObjectName(QStringLiteral("archiveZone"));
  m_zone->setPlaceholderText(tr("UTC, or a place: Europe/Amsterdam"));
  m_zone->setToolTip(tr("The clocks by which the axis goes when the archive is opened"));
  auto* zones = new QCompleter(zoneNames(), m_zone);
  zones->setCaseSensitivity(Qt::CaseInsensitive);
  zones->setFilterMode(Qt::MatchContains);
  m_zone->setCompleter(zones);
  form()->addRow(tr("&Title"), m_title);
  form()->addRow(tr("&Description"), m_description);
  form()->addRow(tr("&Authors"), m_authors);
  form()->addRow(tr("&Licence"), m_licence);
  form()->addRow(tr("Time &zone"), m_zone);
  for (QLineEdit* field : {m_title, m_authors, m_zone, m_licence->lineEdit()})
    connect(field, &QLineEdit::textChanged, this, &PropertiesCard::check);
  connect(m_description, &QPlainTextEdit::textChanged, this, &PropertiesCard::check);
}

void PropertiesCard::start(const Snapshot& snapshot, bool isEditable) {
  m_before = propertiesOf(snapshot.content->properties);
  m_title->setText(m_before.title);
  m_description->setPlainText(m_before.description);
  m_authors->setText(m_before.authors);
  m_licence->setCurrentText(m_before.licence);
  for (QLineEdit* field : {m_title, m_authors, m_licence->lineEdit()})
    field->setCursorPosition(0);
  m_zone->setText(m_before.zone);
  setIntroduction(isEditable ? QString()
                             : tr("This archive is kept as it is: what you change goes into a copy of it."));
  setFacts(factsInWords(snapshot));
  check();
  openCard();
}

QWidget* PropertiesCard::firstFocus() const {
  return m_title;
}

ArchiveProperties PropertiesCard::read() const {
  return {m_title->text().trimmed(), m_description->toPlainText().trimmed(), m_authors->text().trimmed(),
          m_licence->currentText().trimmed(), m_zone->text().trimmed()};
}

void PropertiesCard::check() {
  const QString zone = m_zone->text().trimmed();
  const bool isKnown = zone == m_before.zone || isZone(zone);
  setProblem(
      isKnown
          ? QString()
          : tr("There is no time zone of the name %1. Zones have names such as Europe/Amsterdam.").arg(zone));
  m_licence->setToolTip(m_licence->currentText());
  doneButton()->setEnabled(isKnown && read() != m_before);
}

void PropertiesCard::styleContent() {
  FormCard::styleContent();
  constexpr int kLines = 5;
  m_description->setFixedHeight(kLines * QFontMetrics(faces().body).lineSpacing());
}

void PropertiesCard::finish() {
  closeCard();
  Q_EMIT saved(read(), m_before);
}

}  // namespace entente
