// SPDX-License-Identifier: GPL-3.0-or-later
// Texts in the encodings of the world: what they are is found out from a few lines.
#include "core/exchange/text_bytes.h"

#include <gtest/gtest.h>
#include <unicode/ucnv.h>

#include <ostream>
#include <string>

namespace entente {
namespace {

std::string encoded(const std::string& utf8, TextEncoding encoding) {
  UErrorCode code = U_ZERO_ERROR;
  std::string bytes(utf8.size() * 3, '\0');
  const std::string name(wordOf(encoding));
  const int length = ucnv_convert(name.c_str(), "utf-8", bytes.data(), static_cast<int>(bytes.size()),
                                  utf8.data(), static_cast<int>(utf8.size()), &code);
  EXPECT_TRUE(U_SUCCESS(code)) << name;
  bytes.resize(static_cast<std::size_t>(length));
  return bytes;
}

struct Sample {
  TextEncoding encoding;
  const char* text;
};

void PrintTo(const Sample& sample, std::ostream* out) {
  *out << wordOf(sample.encoding);
}

class Encodings : public ::testing::TestWithParam<Sample> {};

TEST_P(Encodings, AreFoundOutAndSaid) {
  const std::string text = GetParam().text;
  const auto decoded = decodeText(encoded(text, GetParam().encoding));
  ASSERT_TRUE(decoded) << decoded.error().text();
  EXPECT_EQ(decoded->text, text);
  EXPECT_EQ(wordOf(decoded->encoding), wordOf(GetParam().encoding));
  EXPECT_EQ(decoded->replaced, 0U);
  ASSERT_EQ(decodingRemarks(*decoded).size(), 1U);
  EXPECT_EQ(decodingRemarks(*decoded)[0].text,
            "The text is not UTF-8; it was read as " + std::string(wordOf(GetParam().encoding)) + ".");
}

/// A line of ASCII says nothing, however many there are of it.
TEST_P(Encodings, AreFoundOutFromWhatTellsThem) {
  std::string text;
  for (int i = 0; i < 20'000; ++i)
    text += "1963-01-22,Number " + std::to_string(i) + " of the list\n";
  text += GetParam().text;
  const auto decoded = decodeText(encoded(text, GetParam().encoding));
  ASSERT_TRUE(decoded) << decoded.error().text();
  EXPECT_TRUE(decoded->text.ends_with(GetParam().text));
}

INSTANTIATE_TEST_SUITE_P(
    OfTexts, Encodings,
    ::testing::Values(
        Sample{TextEncoding::Windows1252, "Fecha,Título\n1931,Proclamación de la República en España\n"},
        Sample{TextEncoding::Windows1252, "Datum;Titel\n1989;Öffnung der Mauer\n1990;Wahl für alle Länder\n"},
        Sample{TextEncoding::Windows1252, "Date,Title\n1963,Élysée Treaty\n1990,Reunification – at last\n"},
        Sample{TextEncoding::MacRoman, "Date;Titre\n1963;Traité de l'Élysée signé\n1789;Liberté, égalité\n"},
        Sample{TextEncoding::Windows1250,
               "Data;Wydarzenie\n1918;Józef Piłsudski przejmuje władzę\n1980;Porozumień sierpniowych ciąg "
               "dalszy, strajk się kończy w Gdańsku\n"},
        Sample{TextEncoding::Latin2,
               "Data;Wydarzenie\n1918;Józef Piłsudski przejmuje władzę\n1980;Porozumień sierpniowych ciąg "
               "dalszy, strajk się kończy w Gdańsku\n"},
        Sample{TextEncoding::Windows1251, "Дата;Событие\n1961;Полёт Юрия Гагарина\n1945;День Победы\n"},
        Sample{TextEncoding::Koi8R, "Дата;Событие\n1961;Полёт Юрия Гагарина\n1945;День Победы\n"},
        Sample{TextEncoding::CyrillicIso, "Дата;Событие\n1961;Полёт Юрия Гагарина\n1945;День Победы\n"},
        Sample{TextEncoding::GreekIso, "Ημερομηνία;Γεγονός\n1821;Έναρξη της ελληνικής επανάστασης\n"},
        Sample{TextEncoding::Windows1254,
               "Tarih;Olay\n1923;Cumhuriyetin ilanı ve Lozan Antlaşması\n1920;Büyük Millet Meclisi açıldı\n"},
        Sample{TextEncoding::Windows1255, "תאריך;אירוע\n1948;הכרזת העצמאות\n1979;חתימת הסכם השלום\n"},
        Sample{TextEncoding::Windows1256, "التاريخ;الحدث\n1979;توقيع معاهدة السلام\n1952;قيام الثورة\n"},
        Sample{TextEncoding::ShiftJis, "日付,出来事\n1868年,王政復古の大号令\n1951年,平和条約の調印\n"},
        Sample{TextEncoding::EucJp, "日付,出来事\n1868年,王政復古の大号令\n1951年,平和条約の調印\n"},
        Sample{TextEncoding::Gb18030, "日期,事件\n1949年,中华人民共和国成立\n1972年,尼克松访问中国\n"},
        Sample{TextEncoding::Big5, "日期,事件\n1949年,中華人民共和國成立\n1972年,尼克松訪問中國\n"},
        Sample{TextEncoding::EucKr,
               "날짜,사건\n1945년,광복을 맞이하다\n2000년,남북 정상이 평양에서 만나다\n"}));

TEST(DecodedTexts, WhatTheCallerSaysIsNotGuessed) {
  const auto decoded = decodeText(
      "1931,Rep\xFA"
      "blica",
      TextEncoding::Windows1252);
  ASSERT_TRUE(decoded);
  EXPECT_EQ(decoded->text, "1931,República");
  EXPECT_FALSE(decoded->guessed);
}

TEST(DecodedTexts, BytesThatAreNoneAreCountedWithTheirLine) {
  const auto decoded = decodeText("a\nb\x81\xFF\nc\xFF,d\n", TextEncoding::ShiftJis);
  ASSERT_TRUE(decoded);
  EXPECT_GT(decoded->replaced, 1U);
  EXPECT_EQ(decoded->firstReplaced, 2);
  EXPECT_TRUE(decoded->text.ends_with(",d\n"));
}

}  // namespace
}  // namespace entente
