// SPDX-License-Identifier: GPL-3.0-or-later
// JSON in the forms that people keep it in, and what is refused where.
#include "core/exchange/json_text.h"

#include <gtest/gtest.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace {

using namespace entente;

std::string compact(const QJsonValue& value) {
  std::string text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).toStdString();
  return text.substr(1, text.size() - 2);
}

/// All parts as "name=value;", or the error.
std::string read(std::string_view bytes) {
  const auto text = readJsonText(bytes);
  if (!text) return "error: " + text.error().message;
  std::string all;
  for (const JsonPart& part : text->parts)
    all += part.name + "=" + compact(part.value) + ";";
  return all;
}

std::size_t remarksOf(std::string_view bytes) {
  const auto text = readJsonText(bytes);
  return text ? text->remarks.size() : 0;
}

TEST(JsonText, PlainJson) {
  EXPECT_EQ(read(R"({"a": [1, -2.5e3, "x", null, true]})"), R"(={"a":[1,-2500,"x",null,true]};)");
  EXPECT_EQ(read("\xEF\xBB\xBF[]"), "=[];");
  EXPECT_EQ(read("\"\\u00e9\\n\""), "=\"\xC3\xA9\\n\";");
  EXPECT_EQ(remarksOf("{}"), 0U);
}

TEST(JsonText, Wrappers) {
  EXPECT_EQ(read("storyjs_jsonp_data = {\"a\":1};"), "storyjs_jsonp_data={\"a\":1};");
  EXPECT_EQ(read("var a = [1];\nexport const b = {};"), "a=[1];b={};");
  EXPECT_EQ(read("/* x */ window.onData({\"a\":1}, 5);"), "window.onData={\"a\":1};");
  EXPECT_EQ(read("export default {\"a\":1}"), "={\"a\":1};");
  EXPECT_EQ(read("module.exports = [1]"), "module.exports=[1];");
  EXPECT_EQ(read("var items = new vis.DataSet([{id: 1}]);"), "items=[{\"id\":1}];");
}

TEST(JsonText, ScriptLiterals) {
  EXPECT_EQ(read("{a: 'it\\'s', // c\n 'b': \"say \\\"x\\\"\", c: [1,2,], }"),
            R"(={"a":"it's","b":"say \"x\"","c":[1,2]};)");
  EXPECT_EQ(read("['a' + \"b\" +\n 'c', undefined, .5, 08, 'x\"y', `l\nm`]"),
            R"(=["abc",null,0.5,8,"x\"y","l\nm"];)");
  EXPECT_EQ(read("[new Date(2014, 3, 23), new Date(2014,0), new Date('2014-04-20'), new Date(5)]"),
            R"(=["2014-04-23T00:00:00","2014-01-01T00:00:00","2014-04-20",5];)");
  EXPECT_EQ(read("[new Date(), new Date(14, 1), new Date(2014, 12, 1)]"),
            R"x(=["new Date(...)","new Date(...)","new Date(...)"];)x");
  EXPECT_EQ(remarksOf("[new Date()]"), 1U);
  EXPECT_EQ(read("[new Date((new Date()).valueOf() - 5), new Date(5).x]"), "=[null,null];");
  EXPECT_EQ(read("[moment('2014-04-20'), moment('2014').add(1)]"), R"(=["2014-04-20",null];)");
}

TEST(JsonText, CodeIsSteppedOverWithARemark) {
  const std::string_view text =
      "var box = document.getElementById('x;');\nvar items = [{a: f(1, [2]), b: 3}]\nnew vis.Timeline(box, "
      "items, {});";
  EXPECT_EQ(read(text), R"(items=[{"a":null,"b":3}];)");
  EXPECT_EQ(remarksOf(text), 3U);
  EXPECT_EQ(read("var o = {a: 1000 * 60, b: 'x' + y, c: 3 /* * */};\n})();"),
            R"(o={"a":null,"b":null,"c":3};)");
  EXPECT_EQ(remarksOf(R"({"a":1,"a":2})"), 1U) << "a second member of the same name";
}

TEST(JsonText, Encodings) {
  const std::string little("\xFF\xFE[\0\"\0\xE9\0\"\0]\0", 12);
  EXPECT_EQ(read(little), "=[\"\xC3\xA9\"];");
  const std::string big("\0[\0\"\0\xE9\0\"\0]", 10);
  EXPECT_EQ(read(big), "=[\"\xC3\xA9\"];");
  EXPECT_EQ(read("[\"\xE9\x80\"]"), "=[\"\xC3\xA9\xE2\x82\xAC\"];");
  EXPECT_EQ(remarksOf("[\"\xE9\"]"), 1U);
  EXPECT_EQ(read(std::string_view("\0\1\2\3\0\1\2\3", 8)).substr(0, 6), "error:");
}

TEST(JsonText, RefusalsNameThePlace) {
  EXPECT_EQ(read("{\"a\":1\n \"b\":2}"), "error: line 2, column 2: a comma or '}' is missing");
  EXPECT_EQ(read("[1, 2"), "error: line 1, column 6: the text ends in the middle of a value");
  EXPECT_EQ(read("[\"abc"), "error: line 1, column 2: a text that begins here has no closing quote");
  EXPECT_EQ(read("[010]"), "error: line 1, column 2: a number begins with a zero");
  EXPECT_EQ(read("[1e999]"), "error: line 1, column 2: a number is too large or too small");
  EXPECT_EQ(read("[`a${b}`]").substr(0, 31), "error: line 1, column 4: a text");
  EXPECT_EQ(read("[1] ]"), "error: line 1, column 5: something that is no data stands behind the data");
  EXPECT_EQ(read(" \n"), "error: the file is empty");
  EXPECT_EQ(read("<html>"), "error: this is a page or XML, not JSON: line 1 begins with '<'");
  EXPECT_EQ(read("hello world"), "error: there are no data in the file, only code or remarks");
}

TEST(JsonText, DepthAndValuesAreBounded) {
  const std::string deep(64, '[');
  EXPECT_EQ(read(deep + std::string(64, ']')).substr(0, 3), "=[[");
  const auto tooDeep = readJsonText(deep + "[");
  ASSERT_FALSE(tooDeep.has_value());
  EXPECT_EQ(tooDeep.error().kind, ErrorKind::Invalid);
  std::string many = "[";
  for (std::size_t i = 0; i <= kMostJsonValues; ++i)
    many += "1,";
  const auto tooMany = readJsonText(many + "1]");
  ASSERT_FALSE(tooMany.has_value());
  EXPECT_EQ(tooMany.error().kind, ErrorKind::Invalid);
}

}  // namespace
