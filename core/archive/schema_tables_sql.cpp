// SPDX-License-Identifier: GPL-3.0-or-later
// The tables as SQL.
#include "core/archive/schema_tables_sql.h"

namespace entente {

// Names of columns are those of the bundle, so that one description (core/model/record_tables.h) serves both.
// NULL means that nothing is recorded. What is derived (and rebuilt when its rule changes) is said to be so.
// From schema 2 there is the table `search` beside these (see searchTableSql): derived, a row an event, its
// rowid the event's key, a column each of SearchField in that order. It keeps texts of its own although all
// of them stand in other tables: to delete a row from an index without texts FTS5 must be given the words as
// they were, which a change no longer has. FTS5 keeps it in tables named search_*. There are no triggers:
// with an untrusted schema FTS5 fails in them.
const char* const kCommonTables = R"sql(
CREATE TABLE meta(                       -- 'compatible': the oldest schema version whose readers understand it;
                                         -- 'last_key': of events; 'revision': goes up with every change
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE rule(                       -- versions of the rules that made the derived data
  name TEXT PRIMARY KEY,
  version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE digest(                     -- SHA-256 of a table's canonical CSV, kept with every change
  name TEXT PRIMARY KEY,
  rows INTEGER NOT NULL,
  sha256 TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE property(
  uid TEXT PRIMARY KEY,
  value TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE source(
  uid TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  author TEXT,
  publisher TEXT,
  root TEXT,
  url TEXT,
  published TEXT,
  accessed TEXT,
  kind TEXT NOT NULL,
  language TEXT,
  reliability TEXT,
  known_from TEXT,
  note TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE actor(
  uid TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  short_name TEXT,
  kind TEXT NOT NULL,
  country TEXT,
  known_from TEXT,
  note TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE place(
  uid TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  country TEXT,
  latitude TEXT,
  longitude TEXT,
  known_from TEXT,
  note TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE office(
  uid TEXT PRIMARY KEY,
  actor TEXT NOT NULL REFERENCES actor(uid),
  office TEXT NOT NULL,
  body TEXT,
  held TEXT NOT NULL,
  source TEXT REFERENCES source(uid),
  known_from TEXT,
  note TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX office_actor ON office(actor);

CREATE TABLE accession(
  uid TEXT PRIMARY KEY,
  organisation TEXT NOT NULL REFERENCES actor(uid),
  state TEXT NOT NULL REFERENCES actor(uid),
  date TEXT NOT NULL,
  source TEXT REFERENCES source(uid),
  known_from TEXT,
  note TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE event(                      -- what every curated event has
  uid TEXT PRIMARY KEY,
  key INTEGER NOT NULL UNIQUE,           -- stable, never used again: the key of its EventId
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  short_title TEXT,
  "when" TEXT,
  place TEXT REFERENCES place(uid),
  summary TEXT,
  weight INTEGER,
  known_from TEXT,
  note TEXT,
  promoted_from INTEGER,                 -- key of the bulk event that it was copied from
  shown_when TEXT,                       -- derived: the date it is shown at (of a message, of a stage)
  earliest_begin INTEGER,                -- derived from shown_when: seconds since 1970 UTC
  latest_begin INTEGER,
  earliest_end INTEGER,
  latest_end INTEGER
) STRICT;
CREATE INDEX event_begin ON event(earliest_begin);

CREATE TABLE event_source(
  event TEXT NOT NULL REFERENCES event(uid) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  source TEXT NOT NULL REFERENCES source(uid),
  PRIMARY KEY(event, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_source_source ON event_source(source);

CREATE TABLE event_participant(
  event TEXT NOT NULL REFERENCES event(uid) ON DELETE CASCADE,
  role TEXT NOT NULL,
  position INTEGER NOT NULL,
  actor TEXT NOT NULL REFERENCES actor(uid),
  PRIMARY KEY(event, role, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_participant_actor ON event_participant(actor);

CREATE TABLE summit(
  uid TEXT PRIMARY KEY REFERENCES event(uid) ON DELETE CASCADE,
  series TEXT NOT NULL,
  number INTEGER,
  host TEXT,
  status TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE summit_document(
  event TEXT NOT NULL REFERENCES summit(uid) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  source TEXT NOT NULL REFERENCES source(uid),
  PRIMARY KEY(event, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE message(
  uid TEXT PRIMARY KEY REFERENCES event(uid) ON DELETE CASCADE,
  channel TEXT NOT NULL,
  language TEXT,
  text TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE stage(
  uid TEXT PRIMARY KEY,
  message TEXT NOT NULL REFERENCES message(uid),
  stage TEXT NOT NULL,
  "when" TEXT,
  zone TEXT,
  actor TEXT REFERENCES actor(uid),
  "where" TEXT,
  source TEXT REFERENCES source(uid),
  known_from TEXT,
  note TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX stage_message ON stage(message);

CREATE TABLE pledge(
  uid TEXT PRIMARY KEY REFERENCES event(uid) ON DELETE CASCADE,
  made_at TEXT REFERENCES summit(uid),
  part_of TEXT REFERENCES pledge(uid),
  metric TEXT NOT NULL,
  measured_by TEXT,
  sense TEXT NOT NULL,
  target TEXT NOT NULL,
  unit TEXT NOT NULL,
  due TEXT,
  review TEXT,
  status TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE pledge_adherent(
  event TEXT NOT NULL REFERENCES pledge(uid) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  actor TEXT NOT NULL REFERENCES actor(uid),
  members_on TEXT,                       -- EDTF: all members of the organisation on that day
  PRIMARY KEY(event, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE position(
  uid TEXT PRIMARY KEY,
  pledge TEXT NOT NULL REFERENCES pledge(uid),
  actor TEXT NOT NULL REFERENCES actor(uid),
  position TEXT NOT NULL,
  "when" TEXT,
  detail TEXT,
  source TEXT REFERENCES source(uid),
  known_from TEXT,
  note TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX position_pledge ON position(pledge);

CREATE TABLE spending(                   -- the source is the edition
  uid TEXT PRIMARY KEY,
  actor TEXT NOT NULL REFERENCES actor(uid),
  year INTEGER NOT NULL,
  metric TEXT NOT NULL,
  value TEXT NOT NULL,                   -- decimal as published
  estimate INTEGER NOT NULL,
  source TEXT NOT NULL REFERENCES source(uid),
  known_from TEXT,
  note TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX spending_figure ON spending(actor, year, metric);

CREATE TABLE statement(
  uid TEXT PRIMARY KEY REFERENCES event(uid) ON DELETE CASCADE,
  form TEXT NOT NULL,
  medium TEXT,
  quote TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE period(
  uid TEXT PRIMARY KEY REFERENCES event(uid) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE claim(
  uid TEXT PRIMARY KEY,
  subject TEXT NOT NULL,                 -- kind:uid
  field TEXT,
  question TEXT,
  value TEXT NOT NULL,
  edtf TEXT,
  number TEXT,
  source TEXT NOT NULL REFERENCES source(uid),
  locator TEXT,
  quote TEXT,
  credibility TEXT NOT NULL,
  verdict TEXT,
  agrees_with TEXT REFERENCES claim(uid),
  reason TEXT,
  known_from TEXT,
  recorded_at TEXT,
  CHECK ((field IS NULL) <> (question IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_subject ON claim(subject);
CREATE INDEX claim_source ON claim(source);

CREATE TABLE link(
  uid TEXT PRIMARY KEY,
  "from" TEXT NOT NULL,
  relation TEXT NOT NULL,
  "to" TEXT NOT NULL,
  source TEXT REFERENCES source(uid),
  known_from TEXT,
  note TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX link_from ON link("from");
CREATE INDEX link_to ON link("to");

CREATE TABLE saved_view(
  uid TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  position INTEGER NOT NULL,
  state TEXT NOT NULL                    -- JSON
) STRICT, WITHOUT ROWID;

CREATE TABLE bulk_batch(
  uid TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  source TEXT REFERENCES source(uid),
  imported_at TEXT,
  note TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE bulk_word(                  -- dictionary of actors, places and codes of bulk events
  id INTEGER PRIMARY KEY,
  word TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE bulk_event(                 -- row numbers are in time order; nothing refers to them
  row INTEGER PRIMARY KEY,
  key INTEGER NOT NULL UNIQUE,           -- the publisher's own number: the key of its EventId
  batch TEXT NOT NULL REFERENCES bulk_batch(uid),
  "when" TEXT NOT NULL,
  earliest_begin INTEGER NOT NULL,       -- derived from "when"
  latest_end INTEGER NOT NULL,
  actor1 INTEGER,
  actor2 INTEGER,
  place INTEGER,
  code INTEGER NOT NULL,
  mentions INTEGER NOT NULL,
  tone TEXT,
  masked INTEGER NOT NULL DEFAULT 0      -- 1: promoted to a curated event and no longer shown as bulk
) STRICT;

CREATE TABLE bulk_chunk(                 -- derived: the numeric columns of 65,536 rows each, little-endian 64 bit
  number INTEGER PRIMARY KEY,
  rows INTEGER NOT NULL,
  keys BLOB NOT NULL,
  begins BLOB NOT NULL,
  ends BLOB NOT NULL,
  sha256 TEXT NOT NULL                   -- of the rows' canonical CSV
) STRICT;
)sql";

const char* const kPinTable2 = R"sql(
CREATE TABLE pin(
  uid TEXT PRIMARY KEY,
  subject TEXT NOT NULL,
  field TEXT NOT NULL,
  claim TEXT NOT NULL REFERENCES claim(uid),
  reason TEXT NOT NULL,
  pinned_at TEXT,
  UNIQUE (subject, field)
) STRICT, WITHOUT ROWID;
)sql";

const char* const kPinTable = R"sql(
CREATE TABLE pin(
  uid TEXT PRIMARY KEY,
  subject TEXT NOT NULL,
  field TEXT,
  question TEXT,
  claim TEXT NOT NULL REFERENCES claim(uid),
  reason TEXT NOT NULL,
  pinned_at TEXT,
  CHECK ((field IS NULL) <> (question IS NULL))
) STRICT, WITHOUT ROWID;
)sql";

const char* const kStepTable = R"sql(
CREATE TABLE step(                       -- the history of the curated records, oldest first
  number INTEGER PRIMARY KEY,            -- never used again
  title TEXT NOT NULL,                   -- what the editor called it
  made_at TEXT NOT NULL,                 -- EDTF, UTC
  undone INTEGER NOT NULL,               -- 1: does not hold now, and neither does any step after it
  changeset BLOB NOT NULL,               -- of SQLite's session extension
  sha256 TEXT NOT NULL                   -- of all of these
) STRICT;
)sql";

const char* const kTagTables = R"sql(
CREATE TABLE plain_event(                -- the kind is called 'event'
  uid TEXT PRIMARY KEY REFERENCES event(uid) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE event_tag(
  event TEXT NOT NULL REFERENCES event(uid) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  tag TEXT NOT NULL,
  PRIMARY KEY(event, position)
) STRICT, WITHOUT ROWID;
)sql";

}  // namespace entente
