-- An archive as the program wrote it when its schema was 1. Not to be edited: such files are out there.
PRAGMA application_id = 1164866609;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE accession(
  uid TEXT PRIMARY KEY,
  organisation TEXT NOT NULL REFERENCES actor(uid),
  state TEXT NOT NULL REFERENCES actor(uid),
  date TEXT NOT NULL,
  source TEXT REFERENCES source(uid),
  known_from TEXT,
  note TEXT
) STRICT, WITHOUT ROWID;
INSERT INTO "accession" VALUES('land-in','pact','land','1955-05-06',NULL,NULL,NULL);
CREATE TABLE actor(
  uid TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  short_name TEXT,
  kind TEXT NOT NULL,
  country TEXT,
  known_from TEXT,
  note TEXT
) STRICT, WITHOUT ROWID;
INSERT INTO "actor" VALUES('ann','ann','A.','person',NULL,NULL,NULL);
INSERT INTO "actor" VALUES('ben','ben',NULL,'person',NULL,NULL,NULL);
INSERT INTO "actor" VALUES('land','Land',NULL,'state','LND',NULL,NULL);
INSERT INTO "actor" VALUES('pact','Pact of Two',NULL,'organisation',NULL,NULL,NULL);
CREATE TABLE bulk_batch(
  uid TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  source TEXT REFERENCES source(uid),
  imported_at TEXT,
  note TEXT
) STRICT, WITHOUT ROWID;
INSERT INTO "bulk_batch" VALUES('coded','Coded by machine','wire','1999-01-02',NULL);
CREATE TABLE bulk_chunk(                 -- derived: the numeric columns of 65,536 rows each, little-endian 64 bit
  number INTEGER PRIMARY KEY,
  rows INTEGER NOT NULL,
  keys BLOB NOT NULL,
  begins BLOB NOT NULL,
  ends BLOB NOT NULL,
  sha256 TEXT NOT NULL                   -- of the rows' canonical CSV
) STRICT;
INSERT INTO "bulk_chunk" VALUES(0,3,X'8B0300000000000084030000000000009203000000000000',X'0016ACF2FFFFFFFF00B9AEF2FFFFFFFF80F4D4F2FFFFFFFF',X'8067ADF2FFFFFFFF800AB0F2FFFFFFFF00D3FDF2FFFFFFFF','e1d98d25c2eeb5e97ba118aad661c407cdc7a72a92c1ded0d08d50c1c2396feb');
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
INSERT INTO "bulk_event" VALUES(0,907,'coded','1962-12-01',-223603200,-223516800,1,2,NULL,3,10,'-1.50',0);
INSERT INTO "bulk_event" VALUES(1,900,'coded','1962-12-03',-223430400,-223344000,1,NULL,NULL,3,0,NULL,0);
INSERT INTO "bulk_event" VALUES(2,914,'coded','1963-01',-220924800,-218246400,1,2,NULL,3,20,'-1.50',0);
CREATE TABLE bulk_word(                  -- dictionary of actors, places and codes of bulk events
  id INTEGER PRIMARY KEY,
  word TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO "bulk_word" VALUES(1,'LND');
INSERT INTO "bulk_word" VALUES(2,'DEU');
INSERT INTO "bulk_word" VALUES(3,'042');
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
INSERT INTO "claim" VALUES('claim-1','message:letter',NULL,'was it read','yes',NULL,NULL,'paper',NULL,NULL,'2',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "claim" VALUES('claim-2','summit:summit-1','when',NULL,'27 October 1962','1962-10-27',NULL,'wire','p. 3','opened on Saturday','1','adopted',NULL,NULL,NULL,'1962-10-30');
INSERT INTO "claim" VALUES('claim-3','pledge:pledge-1','target',NULL,'2.0',NULL,'2.0','paper',NULL,NULL,'6',NULL,NULL,NULL,NULL,NULL);
CREATE TABLE digest(                     -- SHA-256 of a table's canonical CSV, kept with every change
  name TEXT PRIMARY KEY,
  rows INTEGER NOT NULL,
  sha256 TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "digest" VALUES('accessions',1,'2366b3b39b9928cd9ab0402794971d4d40e3eb3f43df202c4f6eb79f3cc6aeff');
INSERT INTO "digest" VALUES('actors',4,'0005759fdd30a74347f3f5c74aa673a4082eac8076eaac63dbe8f5e72d31fd95');
INSERT INTO "digest" VALUES('bulk_batches',1,'e538e0bbd3245853f22d3699c4710d94b79238b9664b03e3b6528ba0dc7ef0de');
INSERT INTO "digest" VALUES('claims',3,'d85dd2707f34a530ae2c40525a8d570c7861544bbaa7ffd309ab49ced5310d1a');
INSERT INTO "digest" VALUES('event_keys',6,'5f926f0b41be769d3b45cdb0f79a792a3b0cba82939d68fea64c2a1355ead20e');
INSERT INTO "digest" VALUES('links',1,'692dad89c25ede648029bcfa8e8856ce4165286d187b4f3f370d5477e7bfd338');
INSERT INTO "digest" VALUES('messages',1,'9fb390d63c74eebe6e61d6b9f110ae34f048a7933d7318961e880bf599a3c21d');
INSERT INTO "digest" VALUES('offices',1,'c261287715d4a57504684ee981ed91c5a1126497d7afe8d8e4fa5e1a4bffc4b8');
INSERT INTO "digest" VALUES('periods',1,'c97bddb4bff23c07b642aebfd81a31211ab5ec6d0386b5ceb0bacf8929ba6048');
INSERT INTO "digest" VALUES('pins',1,'c930287358c1e36d6b3b893fc6565e0445d408d06ee902e0fe395af1f0e60048');
INSERT INTO "digest" VALUES('places',1,'27bd1ca01d1e0dc3a142a0ebce08c64351dd89725735416456c6a05bcc31c07b');
INSERT INTO "digest" VALUES('pledges',1,'0bd857f7258b276d3125addf9c86e8bded8a3a24c43be824b5332c2fa52d6160');
INSERT INTO "digest" VALUES('positions',1,'5d100c349f80d6dd4310c3311282b029fdf1a0bde6f06d3a8a10dde7c2e15c07');
INSERT INTO "digest" VALUES('properties',2,'3369fe7bc55299b84674b89cdcf16ea3d02c142a679e900ac43b61be66416591');
INSERT INTO "digest" VALUES('sources',2,'52ced1c4e9c6c534518f4b99804873409f1e2b21fd500cfd2705eb99d1b8bbfd');
INSERT INTO "digest" VALUES('spending',1,'8a9b76ad4bd888639fe51929644e7752038fff75fbed370bf227fb0e9552b96f');
INSERT INTO "digest" VALUES('stages',2,'b3fe0afcdeb4727daad56da7c4288cb5613d460b010a5b4250523e2f52ad3863');
INSERT INTO "digest" VALUES('statements',2,'1d85a18e5a78711f36c9eaf8fad54074e772348cd9ea9d3d50792a708a85b03c');
INSERT INTO "digest" VALUES('summits',1,'28f2fd0aab396e62ee346974d9bb1a542223690d8477e79b80e44713869e5ca7');
INSERT INTO "digest" VALUES('views',1,'f7830b644d0520f71f29b37c2ccd52a4f71c4653ac37de49d3461d24e6fc7b94');
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
INSERT INTO "event" VALUES('summit-1',1,'summit','First meeting','Meeting','1962-10-27/1962-10-28','town','Two days behind closed doors.',NULL,'1962-10-29',NULL,NULL,'1962-10-27/1962-10-28',-226627200,-226540801,-226540799,-226454400);
INSERT INTO "event" VALUES('letter',2,'message','Ann to Ben',NULL,NULL,NULL,NULL,NULL,NULL,'Facsimile seen.',NULL,'1962-10-22',-227059200,-226972801,-227059199,-226972800);
INSERT INTO "event" VALUES('pledge-1',3,'pledge','Two per cent',NULL,'1962-10-28',NULL,NULL,NULL,NULL,NULL,NULL,'1962-10-28',-226540800,-226454401,-226540799,-226454400);
INSERT INTO "event" VALUES('era',5,'period','The quiet years',NULL,'1956/..',NULL,NULL,NULL,NULL,NULL,NULL,'1956/..',-441849600,-410227201,3155760000000000000,3155760000000000000);
INSERT INTO "event" VALUES('afterword',6,'statement','Ann looks back',NULL,'1975',NULL,NULL,7,NULL,NULL,NULL,'1975',157766400,189302399,157766401,189302400);
INSERT INTO "event" VALUES('speech',7,'statement','Ben answers',NULL,'1962-11~',NULL,NULL,7,NULL,NULL,NULL,'1962-11~',-226195200,-223603201,-226195199,-223603200);
CREATE TABLE event_participant(
  event TEXT NOT NULL REFERENCES event(uid) ON DELETE CASCADE,
  role TEXT NOT NULL,
  position INTEGER NOT NULL,
  actor TEXT NOT NULL REFERENCES actor(uid),
  PRIMARY KEY(event, role, position)
) STRICT, WITHOUT ROWID;
INSERT INTO "event_participant" VALUES('afterword','speaker',0,'ann');
INSERT INTO "event_participant" VALUES('letter','recipient',1,'ann');
INSERT INTO "event_participant" VALUES('letter','sender',0,'ann');
INSERT INTO "event_participant" VALUES('summit-1','chair',0,'ann');
INSERT INTO "event_participant" VALUES('letter','carried-by',0,'ben');
INSERT INTO "event_participant" VALUES('letter','recipient',0,'ben');
INSERT INTO "event_participant" VALUES('speech','speaker',0,'ben');
CREATE TABLE event_source(
  event TEXT NOT NULL REFERENCES event(uid) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  source TEXT NOT NULL REFERENCES source(uid),
  PRIMARY KEY(event, position)
) STRICT, WITHOUT ROWID;
INSERT INTO "event_source" VALUES('letter',1,'paper');
INSERT INTO "event_source" VALUES('summit-1',0,'paper');
INSERT INTO "event_source" VALUES('letter',0,'wire');
CREATE TABLE link(
  uid TEXT PRIMARY KEY,
  "from" TEXT NOT NULL,
  relation TEXT NOT NULL,
  "to" TEXT NOT NULL,
  source TEXT REFERENCES source(uid),
  known_from TEXT,
  note TEXT
) STRICT, WITHOUT ROWID;
INSERT INTO "link" VALUES('link-1','message:letter','prompts','summit:summit-1',NULL,NULL,NULL);
CREATE TABLE message(
  uid TEXT PRIMARY KEY REFERENCES event(uid) ON DELETE CASCADE,
  channel TEXT NOT NULL,
  language TEXT,
  text TEXT
) STRICT, WITHOUT ROWID;
INSERT INTO "message" VALUES('letter','text message','en','Dear Ben,

it is "done"; more soon.');
CREATE TABLE meta(                       -- 'compatible': the oldest schema version whose readers understand it;
                                         -- 'last_key': of events; 'revision': goes up with every change
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "meta" VALUES('compatible','1');
INSERT INTO "meta" VALUES('last_key','7');
INSERT INTO "meta" VALUES('revision','3');
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
INSERT INTO "office" VALUES('ann-chair','ann','Chair','Pact','1960/1964','paper',NULL,NULL);
CREATE TABLE period(
  uid TEXT PRIMARY KEY REFERENCES event(uid) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
INSERT INTO "period" VALUES('era');
CREATE TABLE pin(
  uid TEXT PRIMARY KEY,
  subject TEXT NOT NULL,
  field TEXT NOT NULL,
  claim TEXT NOT NULL REFERENCES claim(uid),
  reason TEXT NOT NULL,
  pinned_at TEXT,
  UNIQUE (subject, field)
) STRICT, WITHOUT ROWID;
INSERT INTO "pin" VALUES('pin-1','summit:summit-1','when','claim-2','the minutes agree','1962-11-01');
CREATE TABLE place(
  uid TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  country TEXT,
  latitude TEXT,
  longitude TEXT,
  known_from TEXT,
  note TEXT
) STRICT, WITHOUT ROWID;
INSERT INTO "place" VALUES('town','Würzburg','DEU','49.79','9.95',NULL,NULL);
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
INSERT INTO "pledge" VALUES('pledge-1','summit-1',NULL,'defence spending','pct_gdp','at least','2.0','pct_gdp','1970',NULL,'adopted');
CREATE TABLE pledge_adherent(
  event TEXT NOT NULL REFERENCES pledge(uid) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  actor TEXT NOT NULL REFERENCES actor(uid),
  members_on TEXT,                       -- EDTF: all members of the organisation on that day
  PRIMARY KEY(event, position)
) STRICT, WITHOUT ROWID;
INSERT INTO "pledge_adherent" VALUES('pledge-1',0,'pact','1962-10-28');
INSERT INTO "pledge_adherent" VALUES('pledge-1',1,'ben',NULL);
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
INSERT INTO "position" VALUES('land-reserves','pledge-1','land','reservation','1962-11','subject to parliament','paper',NULL,NULL);
CREATE TABLE property(
  uid TEXT PRIMARY KEY,
  value TEXT
) STRICT, WITHOUT ROWID;
INSERT INTO "property" VALUES('format','1');
INSERT INTO "property" VALUES('title','Schema one');
CREATE TABLE rule(                       -- versions of the rules that made the derived data
  name TEXT PRIMARY KEY,
  version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "rule" VALUES('dates',1);
CREATE TABLE saved_view(
  uid TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  position INTEGER NOT NULL,
  state TEXT NOT NULL                    -- JSON
) STRICT, WITHOUT ROWID;
INSERT INTO "saved_view" VALUES('view-1','Start',1,'{"lanes":[]}');
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
INSERT INTO "source" VALUES('paper','paper','Zoë Müller','The Daily Wire',NULL,NULL,'1962-10-24',NULL,'article',NULL,'B',NULL,NULL);
INSERT INTO "source" VALUES('wire','wire',NULL,NULL,NULL,NULL,NULL,NULL,'article',NULL,'B',NULL,NULL);
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
INSERT INTO "spending" VALUES('land-1962','land',1962,'pct_gdp','1.80',1,'paper',NULL,NULL);
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
INSERT INTO "stage" VALUES('letter-received','letter','received','1962-10-23T09:30',NULL,'ben',NULL,NULL,NULL,'by courier');
INSERT INTO "stage" VALUES('letter-sent','letter','sent','1962-10-22','Europe/Berlin','ann','Telegraph office','wire',NULL,NULL);
CREATE TABLE statement(
  uid TEXT PRIMARY KEY REFERENCES event(uid) ON DELETE CASCADE,
  form TEXT NOT NULL,
  medium TEXT,
  quote TEXT
) STRICT, WITHOUT ROWID;
INSERT INTO "statement" VALUES('afterword','interview','Radio','It was done.');
INSERT INTO "statement" VALUES('speech','interview','Radio','We naïvely believed the café rumours.');
CREATE TABLE summit(
  uid TEXT PRIMARY KEY REFERENCES event(uid) ON DELETE CASCADE,
  series TEXT NOT NULL,
  number INTEGER,
  host TEXT,
  status TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "summit" VALUES('summit-1','pact',1,'Ben''s town','held');
CREATE TABLE summit_document(
  event TEXT NOT NULL REFERENCES summit(uid) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  source TEXT NOT NULL REFERENCES source(uid),
  PRIMARY KEY(event, position)
) STRICT, WITHOUT ROWID;
INSERT INTO "summit_document" VALUES('summit-1',0,'wire');
CREATE INDEX office_actor ON office(actor);
CREATE INDEX event_begin ON event(earliest_begin);
CREATE INDEX event_source_source ON event_source(source);
CREATE INDEX event_participant_actor ON event_participant(actor);
CREATE INDEX stage_message ON stage(message);
CREATE INDEX position_pledge ON position(pledge);
CREATE INDEX spending_figure ON spending(actor, year, metric);
CREATE INDEX claim_subject ON claim(subject);
CREATE INDEX claim_source ON claim(source);
CREATE INDEX link_from ON link("from");
CREATE INDEX link_to ON link("to");
COMMIT;
