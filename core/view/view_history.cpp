// SPDX-License-Identifier: GPL-3.0-or-later
// A list with a place in it.
#include "core/view/view_history.h"

namespace entente {

void ViewHistory::visit(const ViewState& view) {
  if (!m_views.empty() && m_views[m_at] == view) return;
  if (!m_views.empty()) m_views.resize(m_at + 1);
  m_views.push_back(view);
  if (m_views.size() > kMost) m_views.erase(m_views.begin());
  m_at = m_views.size() - 1;
}

const ViewState* ViewHistory::back() {
  return canGoBack() ? &m_views[--m_at] : nullptr;
}

const ViewState* ViewHistory::forward() {
  return canGoForward() ? &m_views[++m_at] : nullptr;
}

void ViewHistory::clear() {
  m_views.clear();
  m_at = 0;
}

}  // namespace entente
