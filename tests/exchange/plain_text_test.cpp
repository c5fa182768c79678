// SPDX-License-Identifier: GPL-3.0-or-later
// HTML as text: what a reader would see, and nothing that merely looks like markup lost.
#include "core/exchange/plain_text.h"

#include <gtest/gtest.h>

namespace {

using entente::plainText;

std::string plain(const char* html) {
  return plainText(QString::fromUtf8(html)).toStdString();
}

TEST(PlainText, TagsGoAndBlocksMakeLines) {
  EXPECT_EQ(plain("<p>One <b>two</b></p><p>three</p>"), "One two\n\nthree");
  EXPECT_EQ(plain("a<br>b<br/>c"), "a\nb\nc");
  EXPECT_EQ(plain("<ul><li>one</li><li>two</li></ul>"), "- one\n- two");
  EXPECT_EQ(plain("one\n  <i>two</i>\nthree"), "one two three");
}

TEST(PlainText, ReferencesAreResolved) {
  EXPECT_EQ(plain("Caf&eacute; &amp; Bar&nbsp;&#8211; &#x41;&#150;"), "Café & Bar – A–");
  EXPECT_EQ(plain("&yuml;&Agrave;&unknown; AT&T;"), "ÿÀ&unknown; AT&T;");
  EXPECT_EQ(plain("one &amp; two\nthree"), "one & two\nthree") << "lines stay where there are no tags";
}

TEST(PlainText, LinksKeepTheirAddress) {
  EXPECT_EQ(plain("see <a href=\"https://example.org/a?b=1&amp;c=2\">the text</a>."),
            "see the text (https://example.org/a?b=1&c=2).");
  EXPECT_EQ(plain("<a href='https://example.org'>https://example.org</a>"), "https://example.org");
  EXPECT_EQ(plain("<a href=\"javascript:alert(1)\">x</a>"), "x");
}

TEST(PlainText, WhatIsNoMarkupStays) {
  EXPECT_EQ(plain("a < b and c > d"), "a < b and c > d");
  EXPECT_EQ(plain("if a<b then c>d"), "if a<b then c>d");
  EXPECT_EQ(plain("<video controls>x</video><hr noshade />y"), "x\ny");
  EXPECT_EQ(plain("mail <somebody@example.org>"), "mail <somebody@example.org>");
  EXPECT_EQ(plain("a\r\nb\rc"), "a\nb\nc");
  EXPECT_EQ(plain("an open <b tag"), "an open <b tag");
}

TEST(PlainText, ScriptsAndCommentsLeaveNoTrace) {
  EXPECT_EQ(plain("a<script>if (x < 1) y()</script>b<!-- c -->d<style>e</style>"), "abd");
  EXPECT_EQ(plain("a<script>never closed"), "a");
}

}  // namespace
