// SPDX-License-Identifier: GPL-3.0-or-later
// The titles of columns, best first.
#include "core/exchange/event_fields.h"

#include <map>
#include <string>
#include <vector>

#include "core/exchange/published_text.h"

namespace entente {

namespace {

struct FieldTitles {
  EventField field;
  std::string_view titles;  ///< parted by '|', best first
};

constexpr std::array<FieldTitles, 31> kTitles{{
    {EventField::Key, "id|uid|key|event id|eventid|identifier|globaleventid|uuid|event key"},
    {EventField::Title,
     "headline|title|タイトル|出来事|事件|标题|題名|見出し|titel|titre|titulo|titolo|tytul|название|"
     "заголовок|event title|event name|short "
     "title|name|"
     "event|ereignis|evenement|evento|gebeurtenis|wydarzenie|событие|nom|nombre|nome|naam|nazwa|events|"
     "incident|what|was|subject|betreff|topic|thema|label|battle|milestone|what happened|happening|"
     "event description|incident name|exhibition|work|summary title|eintrag|entry|item|heading|titulo del "
     "evento|"
     "eventtitle|eventname|event_name|task|task name|activity|session|show|conference|content title"},
    {EventField::Date,
     "start date|startdate|日付|日期|时间|年月日|when|date start|date begin|begin date|date from|from "
     "date|start "
     "datetime|date|datum|"
     "fecha|data|дата|event date|eventdate|date of event|start|begin|beginn|anfang|debut|inicio|inizio|"
     "poczatek|начало|from|von|de|desde|du|startdatum|anfangsdatum|date de debut|fecha de inicio|fecha "
     "inicio|"
     "data inizio|data di inizio|data inicio|data de inicio|begindatum|data rozpoczecia|дата начала|exact "
     "date|"
     "datetime|date time|date and time|timestamp|dates|date "
     "range|datierung|zeit|zeitpunkt|period|zeitraum|periode|periodo|"
     "start time|starttime|starts at|start at|occurred|occurred at|date occurred|dtstart|isodate|iso "
     "date|sqldate|"
     "day date|event start|event start date|start_date|edtf|date edtf|incident date|inception|point in "
     "time|jahr datum|"
     "release date|launch date|publication date|pubdate|published|announced date|ymd|date utc|utc "
     "date|launch time"},
    {EventField::EndDate,
     "end date|enddate|終了日|结束日期|date end|date to|to "
     "date|end|ende|fin|fine|fim|einde|koniec|конец|until|to|bis|hasta|au|"
     "enddatum|date de fin|fecha de fin|fecha fin|data fine|data di fine|data fim|data de fim|einddatum|"
     "data zakonczenia|дата окончания|end datetime|finish|finish date|end time|ends at|end at|dtend|event "
     "end|"
     "event end date|date finish|stop|close date|through"},
    {EventField::Year,
     "年|西暦|年份|year|start year|startyear|jahr|annee|ano|anno|jaar|rok|год|begin year|year start|from "
     "year|yr|year "
     "begin|an|"
     "year of event|event year|iyear|annees|years"},
    {EventField::Month,
     "月|月份|month|start month|monat|mois|mes|mese|maand|miesiac|месяц|startmonth|month start|imonth|month "
     "name"},
    {EventField::Day,
     "日|day|start day|tag datum|jour|dia|giorno|dag|dzien|день|startday|day start|day of "
     "month|iday|monthday"},
    {EventField::Time,
     "time|uhrzeit|heure|hora|ora|tijd|godzina|время|time of day|start hour|event time|local time"},
    {EventField::EndYear, "end year|endyear|endjahr|annee de fin|to year|year end|ano fim|anno fine"},
    {EventField::EndMonth, "end month|endmonth|endmonat|month end"},
    {EventField::EndDay, "end day|endday|endtag|day end"},
    {EventField::EndTime, "end hour|endzeit"},
    {EventField::DisplayDate,
     "display date|displaydate|date display|date text|date label|date string|datetext|display_date|shown "
     "date|"
     "date as written|original date|verbatim date|datelabel"},
    {EventField::Summary,
     "text|summary|内容|説明|描述|详情|description|beschreibung|descripcion|descrizione|beschrijving|"
     "descricao|opis|описание|"
     "body|"
     "content|details|detail|abstract|zusammenfassung|resume|resumen|riassunto|samenvatting|resumo|текст|"
     "long description|"
     "full text|short description|texte|texto|testo|tekst|what happened in "
     "detail|narrative|explanation|inhalt|contenu|contenido|"
     "contenuto|inhoud|story|synopsis|blurb|info|information|erlauterung|event details|full description|desc|"
     "event summary|significance|caption text"},
    {EventField::Place,
     "place|location|location label|place "
     "label|場所|地点|ort|lieu|lugar|luogo|plaats|local|miejsce|место|venue|where|city|stadt|ville|"
     "ciudad|"
     "citta|"
     "stad|cidade|miasto|город|place name|location "
     "name|site|address|adresse|region|country|land|pays|pais|paese|kraj|"
     "страна|state|province|town|event location|locatie|localisation|ubicacion|geo|actiongeo "
     "fullname|location description"},
    {EventField::Latitude,
     "latitude|lat|breitengrad|breite|latitud|latitudine|breedtegraad|широта|y coord|actiongeo lat"},
    {EventField::Longitude,
     "longitude|lon|lng|long|langengrad|lange|longitud|longitudine|lengtegraad|долгота|x coord|actiongeo "
     "long"},
    {EventField::Coordinates,
     "coordinates|coords|latlng|lat lng|lat "
     "long|latlong|koordinaten|coordonnees|coordenadas|geometry|wkt|gps"},
    {EventField::Kind, "kind"},
    {EventField::Tag,
     "category|分類|类型|类别|カテゴリ|kategorie|categorie|categoria|kategoria|категория|group|gruppe|groupe|"
     "grupo|gruppo|type|typ|"
     "tipo|"
     "тип|event type|class|section|era|epoch|epoche|status|theme|main category|subcategory|sub category|"
     "categorie principale|categorie secondaire|track|series|rubrik|art|genre|arc|incident type|event "
     "category|color group"},
    {EventField::Tags,
     "tags|keywords|labels|schlagworte|stichworte|mots cles|palabras clave|parole "
     "chiave|trefwoorden|palavras chave|"
     "slowa kluczowe|теги|categories|kategorien|topics|story "
     "arcs|arcs|subjects|groups|themes|themen|hashtags|"
     "tag|schlagwort|etiquetas|etichette"},
    {EventField::Actors,
     "actors|participants|people|actor|participant|who|person|persons|personen|personnes|personas|persone|"
     "teilnehmer|beteiligte|acteurs|actores|attori|deelnemers|uczestnicy|участники|organisation|organization|"
     "organisations|organizations|organizer|organiser|speaker|speakers|author|autor|auteur|countries|actor1|"
     "actor2|actor1name|"
     "actor2name|side a|side b|parties|belligerents|involved|involved parties|host|players|key "
     "figures|characters|figures"},
    {EventField::Sources, "sources"},
    {EventField::SourceTitle,
     "source|source title|quelle|fuente|fonte|bron|zrodlo|источник|citation|reference|references|quellen|"
     "quellenangabe|fuentes|fonti|bronnen|zrodla|источники|referencia|bibliography|source "
     "name|publisher|sourcetitle|"
     "literatur|belege|footnote"},
    {EventField::SourceUrl,
     "source url|sourceurl|source link|url|link|links|web page|webpage|website|web|href|lien|enlace|weblink|"
     "сылка|ссылка|read more|more info|more information|wikipedia|source 1|source 2|source1|source2|event "
     "url|permalink|uri|"
     "reference url|article|article url|urls|wiki|homepage|page|reference link|external link|wikipedia "
     "url|wikipedia link"},
    {EventField::MediaUrl,
     "media|image|picture|photo|video|media url|image url|bild|foto|imagen|immagine|afbeelding|imagem|img|"
     "изображение|image link|photo url|video url|youtube|imageurl|picture url|illustration|fichier "
     "img|poster|audio|pic"},
    {EventField::MediaCredit,
     "media credit|credit|image credit|bildnachweis|photo credit|credits|mediacredit|media source|image "
     "source|attribution"},
    {EventField::MediaCaption,
     "media caption|caption|image caption|bildunterschrift|legende|photo caption|mediacaption|leyenda|image "
     "description|"
     "alt text|media alt"},
    {EventField::Weight, "weight|importance|gewicht|priority|rank|importanz|wichtigkeit"},
    {EventField::Note,
     "note|notes|notiz|notizen|anmerkung|anmerkungen|bemerkung|bemerkungen|comment|comments|kommentar|"
     "remarque|"
     "remarques|commentaire|notas|nota|observaciones|comentario|comentarios|osservazioni|commento|opmerking|"
     "opmerkingen|observacoes|uwagi|примечание|примечания|заметки|remarks|remark|additional info|extra"},
    {EventField::LeftOut,
     "background|media thumbnail|thumbnail|color|colour|farbe|couleur|icon|background color|background "
     "image|background alt|"
     "text color|textcolor|css class|font size|kleur|colore"},
}};

const std::map<std::string, TitleMeaning, std::less<>>& meanings() {
  static const std::map<std::string, TitleMeaning, std::less<>> kMeanings = [] {
    std::map<std::string, TitleMeaning, std::less<>> found;
    for (const FieldTitles& field : kTitles) {
      std::string_view rest = field.titles;
      for (int rank = 0; !rest.empty(); ++rank) {
        const std::size_t bar = rest.find('|');
        found.try_emplace(foldedText(rest.substr(0, bar)), TitleMeaning{field.field, rank});
        rest = bar == std::string_view::npos ? std::string_view() : rest.substr(bar + 1);
      }
    }
    return found;
  }();
  return kMeanings;
}

/// "startDate" as "start Date".
std::string parted(std::string_view title) {
  std::string text;
  char before = ' ';
  for (const char c : title) {
    const bool isHump = c >= 'A' && c <= 'Z' && before >= 'a' && before <= 'z';
    if (isHump) text += ' ';
    text += c;
    before = c;
  }
  return text;
}

std::optional<TitleMeaning> find(std::string_view title) {
  const auto found = meanings().find(foldedText(title));
  if (found == meanings().end()) return std::nullopt;
  return found->second;
}

/// Words at the ends of titles that are not known as a whole: "eruption_start_year", "battle_name". Years,
/// months and days of one thing only belong together: see partPrefix().
std::optional<TitleMeaning> findByEnds(std::string_view title) {
  struct End {
    std::string_view word;
    EventField field;
    int rank;
  };
  constexpr std::array<End, 11> kEnds{{{" start year", EventField::Year, 200},
                                       {" end year", EventField::EndYear, 200},
                                       {" start date", EventField::Date, 200},
                                       {" end date", EventField::EndDate, 200},
                                       {" year", EventField::Year, 210},
                                       {" month", EventField::Month, 210},
                                       {" day", EventField::Day, 210},
                                       {" date", EventField::Date, 220},
                                       {" title", EventField::Title, 220},
                                       {" name", EventField::Title, 230},
                                       {" url", EventField::SourceUrl, 230}}};
  const std::string folded = foldedText(parted(title));
  for (const End& end : kEnds) {
    if (folded.ends_with(end.word)) return TitleMeaning{end.field, end.rank};
  }
  if (folded.starts_with("date ")) return TitleMeaning{EventField::Date, 240};
  return std::nullopt;
}

}  // namespace

std::optional<TitleMeaning> meaningOfTitle(std::string_view title) {
  if (title.empty() || title.size() > 80) return std::nullopt;
  if (title.front() == '#') title.remove_prefix(1);
  if (auto whole = find(title)) return whole;
  if (auto humps = find(parted(title))) return humps;
  // "Date (YYYY-MM-DD)", "Title*", "Description [optional]"
  const std::size_t bracket = title.find_first_of("([{");
  if (bracket != std::string_view::npos && bracket > 0) {
    if (auto bare = find(title.substr(0, bracket))) return bare;
  }
  return findByEnds(title);
}

std::string partPrefix(std::string_view title) {
  const std::string folded = foldedText(parted(title));
  for (const std::string_view word : {"year", "month", "day"}) {
    if (folded.ends_with(word) && folded.size() > word.size())
      return folded.substr(0, folded.size() - word.size());
  }
  return {};
}

bool mayRepeat(EventField field) {
  switch (field) {
    case EventField::Ignore:
    case EventField::Other:
    case EventField::LeftOut:
    case EventField::Summary:
    case EventField::Place:
    case EventField::Tag:
    case EventField::Tags:
    case EventField::Actors:
    case EventField::Sources:
    case EventField::SourceTitle:
    case EventField::SourceUrl:
    case EventField::MediaUrl:
    case EventField::Note:
      return true;
    default:
      return false;
  }
}

}  // namespace entente
