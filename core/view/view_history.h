// SPDX-License-Identifier: GPL-3.0-or-later
// ViewHistory: the views that were looked at, and the way back to them.
#pragma once

#include <cstddef>
#include <vector>

#include "core/view/view_state.h"

namespace entente {

/// As in a browser: going somewhere drops what lay ahead.
class ViewHistory {
 public:
  /// What is kept at most; the oldest go first.
  static constexpr std::size_t kMost = 200;

  /// The view that is looked at now. The same as the present one changes nothing.
  void visit(const ViewState& view);
  /// The view before or after the present one, which it becomes; null at the ends.
  [[nodiscard]] const ViewState* back();
  [[nodiscard]] const ViewState* forward();
  [[nodiscard]] bool canGoBack() const { return m_at > 0; }
  [[nodiscard]] bool canGoForward() const { return m_at + 1 < m_views.size(); }
  void clear();

 private:
  std::vector<ViewState> m_views;
  std::size_t m_at = 0;  ///< of the present one
};

}  // namespace entente
