// SPDX-License-Identifier: GPL-3.0-or-later
// The files of the small bundle.
#include "tests/exchange/small_bundle.h"

#include "core/base/check.h"
#include "tests/support/temporary_folder.h"

namespace entente::test {

SmallBundle::SmallBundle()
    : files{
          {"properties.csv", "uid,value\nformat,1\ntitle,Small\n"},
          {"sources.csv",
           "uid,title,author,publisher,root,url,published,accessed,kind,language,reliability,known_from,"
           "note\n"
           "s1,A paper,,,,,2025-06-24,,article,en,B,,\n"
           "s2,Another,,,,,,,post,,,,\n"},
          {"actors.csv",
           "uid,name,short_name,kind,country,known_from,note\n"
           "a1,\u00C9lise,,person,NLD,,\n"
           "a2,Bob,,person,,,\n"
           "nato,NATO,,organisation,,,\n"},
          {"places.csv", "uid,name,country,latitude,longitude,known_from,note\np1,Here,NLD,52.1,4.3,,\n"},
          {"offices.csv", "uid,actor,office,body,held,source,known_from,note\n"},
          {"accessions.csv", "uid,organisation,state,date,source,known_from,note\n"},
          {"summits.csv",
           "uid,title,short_title,when,place,series,number,host,status,summary,documents,participants,"
           "sources,tags,weight,"
           "known_from,note\n"
           "su1,A summit,,2025-06-24/2025-06-25,p1,nato,36,,held,,s1;s2,host:a1,s1,talks;The Hague,9,,\n"},
          {"messages.csv",
           "uid,title,short_title,sender,recipients,channel,language,text,summary,place,participants,sources,"
           "tags,"
           "weight,"
           "known_from,note\n"
           "m1,A message,,a1,a2,Signal,en,\"Two\nlines, \"\"so\"\"\",,,,s1,,,,\n"},
          {"stages.csv",
           "uid,message,stage,when,zone,actor,where,source,known_from,note\nst1,m1,sent,2025-06-24,,a1,,s1,,"
           "\n"},
          {"pledges.csv",
           "uid,title,short_title,made_at,when,part_of,metric,measured_by,sense,target,unit,due,review,"
           "status,adherents,"
           "summary,place,participants,sources,tags,weight,known_from,note\n"
           "pl1,A pledge,,su1,2025-06-25,,spending,pct_gdp,at "
           "least,5.0,pct_gdp,2035,,adopted,a1;nato@2025-06-25,,,,,,,,\n"},
          {"positions.csv", "uid,pledge,actor,position,when,detail,source,known_from,note\n"},
          {"spending.csv",
           "uid,actor,year,metric,value,estimate,source,known_from,note\nf1,a1,2024,pct_gdp,2.05,1,s1,,\n"},
          {"statements.csv",
           "uid,title,short_title,speaker,when,form,medium,place,summary,quote,participants,sources,tags,"
           "weight,"
           "known_from,note\n"},
          {"periods.csv",
           "uid,title,short_title,when,place,summary,participants,sources,tags,weight,known_from,note\n"},
          {"events.csv",
           "uid,title,short_title,when,place,summary,participants,sources,tags,weight,known_from,note\n"
           "e1,Undated,,,,,,,,,,\n"
           "e2,A treaty,,2025-07,p1,,signed:a1,s1,talks,,,\n"},
          {"claims.csv",
           "uid,subject,field,question,value,edtf,number,source,locator,quote,credibility,verdict,agrees_"
           "with,reason,"
           "known_from,recorded_at\n"
           "c1,message:m1,channel,,Signal,,,s1,,,1,adopted,,,,\n"
           "c2,message:m1,channel,,Signal,,,s2,,,2,,c1,,,\n"
           "c3,figure:a1/2024/pct_gdp,,estimate?,yes,,,s1,,,3,,,,,\n"},
          {"pins.csv",
           "uid,subject,field,question,claim,reason,pinned_at\npin1,message:m1,channel,,c1,clear,\n"},
          {"links.csv",
           "uid,from,relation,to,source,known_from,note\nl1,message:m1,follows,summit:su1,s1,,\n"},
          {"views.csv", "uid,title,position,state\nv1,First,1,\"{\"\"version\"\":1}\"\n"},
          {"bulk_batches.csv", "uid,title,source,imported_at,note\nb1,A batch,,,\n"},
          {"bulk_events.csv",
           "uid,batch,when,actor1,actor2,place,code,mentions,tone\n17,b1,2025-06-24,NLD,,,042,3,-1.5\n"},
      } {}

SmallBundle& SmallBundle::replace(std::string_view file, std::string_view from, std::string_view to) {
  const auto found = files.find(file);
  check(found != files.end(), "the small bundle has the file");
  const std::size_t at = found->second.find(from);
  check(at != std::string::npos, "the text to be replaced stands in the file");
  found->second.replace(at, from.size(), to);
  return *this;
}

void SmallBundle::writeTo(const std::filesystem::path& folder) const {
  std::filesystem::create_directories(folder);
  for (const auto& [name, bytes] : files)
    writeFile(folder / name, bytes);
}

std::map<std::string, std::string, std::less<>> filesIn(const std::filesystem::path& folder) {
  std::map<std::string, std::string, std::less<>> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    files[entry.path().filename().string()] =
        entry.is_regular_file() ? readFile(entry.path()) : std::string("(no file)");
  return files;
}

}  // namespace entente::test
