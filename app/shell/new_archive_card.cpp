// SPDX-License-Identifier: GPL-3.0-or-later
// Two fields and a file dialog.
#include "app/shell/new_archive_card.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>

namespace entente {

namespace {

const QString kSuffix = QStringLiteral(".entente");

}  // namespace

QString proposedArchive(const QString& folder, const QString& title) {
  static const QRegularExpression unfit(QStringLiteral("[/\\\\:*?\"<>|[:cntrl:]]+"));
  constexpr int kLongest = 80;
  QString name = title;
  name = name.replace(unfit, QStringLiteral(" ")).simplified().left(kLongest).trimmed();
  // Nothing hidden, nothing above the folder.
  while (name.startsWith(QLatin1Char('.')) || name.startsWith(QLatin1Char(' ')))
    name.remove(0, 1);
  if (name.isEmpty()) name = NewArchiveCard::tr("Untitled", "the file of an archive without a title");
  const QDir there(folder);
  QString path = there.filePath(name + kSuffix);
  for (int number = 2; QFileInfo::exists(path); ++number)
    path = there.filePath(QStringLiteral("%1 %2%3").arg(name).arg(number).arg(kSuffix));
  return path;
}

NewArchiveCard::NewArchiveCard(QWidget* window)
    : FormCard(tr("New archive"), tr("Make the archive"), window),
      m_title(new QLineEdit),
      m_path(new QLineEdit) {
  setObjectName(QStringLiteral("newArchiveCard"));
  m_title->setObjectName(QStringLiteral("newTitle"));
  m_title->setPlaceholderText(tr("What the story is called"));
  m_path->setObjectName(QStringLiteral("newPath"));
  auto* choose = new QPushButton(tr("Choose…"));
  choose->setObjectName(QStringLiteral("choosePlace"));
  auto* place = new QHBoxLayout;
  place->setSpacing(8);
  place->addWidget(m_path, 1);
  place->addWidget(choose);
  form()->addRow(tr("&Title"), m_title);
  form()->addRow(tr("&File"), place);
  static_cast<QLabel*>(form()->labelForField(place))->setBuddy(m_path);
  m_path->setAccessibleName(tr("File"));
  setIntroduction(tr("An archive is one file. Each change is saved in it at once, and can be undone."));
  connect(m_title, &QLineEdit::textChanged, this, [this] {
    if (m_follows) propose();
    check();
  });
  connect(m_path, &QLineEdit::textEdited, this, [this] {
    m_follows = false;
    m_replaced.clear();
    check();
  });
  connect(choose, &QPushButton::clicked, this, &NewArchiveCard::choose);
}

void NewArchiveCard::start(const QString& folder) {
  m_folder = folder;
  m_follows = true;
  m_replaced.clear();
  m_title->clear();
  propose();
  check();
  openCard();
}

QWidget* NewArchiveCard::firstFocus() const {
  return m_title;
}

void NewArchiveCard::propose() {
  m_path->setText(QDir::toNativeSeparators(proposedArchive(m_folder, m_title->text())));
}

void NewArchiveCard::choose() {
  const QString path = QFileDialog::getSaveFileName(window(), tr("Where shall the archive be kept?"),
                                                    QDir::fromNativeSeparators(m_path->text()),
                                                    tr("Entente archives (*.entente)"));
  if (path.isEmpty()) return;
  m_follows = false;
  // Of a name without its ending the dialog did not ask what we write.
  const bool whole = !QFileInfo(path).suffix().isEmpty();
  m_replaced = whole ? path : QString();
  m_path->setText(QDir::toNativeSeparators(whole ? path : path + kSuffix));
  check();
}

void NewArchiveCard::check() {
  const QString path = QDir::fromNativeSeparators(m_path->text().trimmed());
  QString problem;
  if (path.isEmpty()) {
    problem = tr("An archive needs a file.");
  } else if (QFileInfo::exists(path) && path != m_replaced) {
    problem = tr("%1 is there already. Choose it with the button to replace it.").arg(m_path->text());
  }
  setProblem(problem);
  doneButton()->setEnabled(problem.isEmpty() && !m_title->text().trimmed().isEmpty());
  doneButton()->setToolTip(m_title->text().trimmed().isEmpty() ? tr("Give it a title first") : QString());
}

void NewArchiveCard::finish() {
  QString path = QDir::fromNativeSeparators(m_path->text().trimmed());
  if (QFileInfo(path).isRelative()) path = QDir(m_folder).filePath(path);
  if (QFileInfo(path).suffix().isEmpty()) path += kSuffix;
  Q_EMIT wanted(m_title->text().trimmed(), path, path == m_replaced);
}

}  // namespace entente
