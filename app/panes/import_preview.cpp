// SPDX-License-Identifier: GPL-3.0-or-later
// Cells as they were published.
#include "app/panes/import_preview.h"

#include <algorithm>

namespace entente {

void ImportPreview::setImport(const std::shared_ptr<const FigureImport>& import) {
  beginResetModel();
  m_import = import;
  endResetModel();
}

int ImportPreview::rowCount(const QModelIndex& parent) const {
  if (parent.isValid() || !m_import) return 0;
  return static_cast<int>(std::min<std::size_t>(m_import->figures.size(), kPreviewedFigures));
}

int ImportPreview::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : kColumns;
}

QVariant ImportPreview::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || !m_import) return {};
  if (role == Qt::TextAlignmentRole && (index.column() == Year || index.column() == Value))
    return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
  if (role != Qt::DisplayRole) return {};
  const ImportedFigure& figure = m_import->figures[static_cast<std::size_t>(index.row())];
  switch (index.column()) {
    case State: {
      const NamedActor& actor = m_import->actors[figure.actor];
      return actor.isGroup ? tr("%1 (group)").arg(actor.name) : actor.name;
    }
    case Year:
      return QString::number(figure.year);
    case Value:
      return QString::fromStdString(figure.value.text);
    case Estimate:
      return figure.estimate ? tr("estimate") : QString();
    default:
      return {};
  }
}

QVariant ImportPreview::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::TextAlignmentRole)
    return QVariant::fromValue(Qt::Alignment(
        (section == Year || section == Value ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
  if (role != Qt::DisplayRole) return {};
  switch (section) {
    case State:
      return tr("State");
    case Year:
      return tr("Year");
    case Value:
      return tr("Value");
    case Estimate:
      return tr("Estimate");
    default:
      return {};
  }
}

}  // namespace entente
