-- What the program wrote when schema 4 was its newest.
BEGIN TRANSACTION;
CREATE TABLE article (
  id        TEXT    NOT NULL PRIMARY KEY,
  sequence  INTEGER NOT NULL UNIQUE,
  version   INTEGER NOT NULL,
  stored    TEXT    NOT NULL,
  title     TEXT    NOT NULL,
  url       TEXT    NOT NULL,
  publisher TEXT    NOT NULL,
  author    TEXT,
  published TEXT    NOT NULL,
  body      TEXT    NOT NULL,
  digest    BLOB    NOT NULL
) STRICT;
INSERT INTO "article" VALUES('a',4,3,'2026-06-05T08:00:00Z','Title of a','https://example.org/a','Example News',NULL,'2026-06-03T00:00:00Z','First, corrected twice.',X'FFAF0169B87304891743DC012370C08261FB15B592E3FBEC0F79C82DDAE03590');
INSERT INTO "article" VALUES('b',2,1,'2026-06-05T08:00:00Z','Title of b','https://example.org/b','Example News',NULL,'2026-06-03T00:00:00Z','Second.

Paragraph; with ''quotes''.',X'428193094CDF4605363A63492E30BCD801A2B9BD470EE635701D8AE5BEB31F69');
CREATE TABLE article_version (
  id        TEXT    NOT NULL REFERENCES article (id),
  version   INTEGER NOT NULL,
  sequence  INTEGER NOT NULL UNIQUE,
  stored    TEXT    NOT NULL,
  title     TEXT    NOT NULL,
  url       TEXT    NOT NULL,
  publisher TEXT    NOT NULL,
  author    TEXT,
  published TEXT    NOT NULL,
  body      TEXT    NOT NULL,
  digest    BLOB    NOT NULL,
  PRIMARY KEY (id, version)
) STRICT;
INSERT INTO "article_version" VALUES('a',1,1,'2026-06-05T08:00:00Z','Title of a','https://example.org/a','Example News',NULL,'2026-06-03T00:00:00Z','First.',X'D5D9B61F813654084FE221E93233B4CA3C0F2DC5954BEC52E2BC6FE79B05973B');
INSERT INTO "article_version" VALUES('a',2,3,'2026-06-05T08:00:00Z','Title of a','https://example.org/a','Example News',NULL,'2026-06-03T00:00:00Z','First, corrected.',X'0774850636411330AC165B6137B29C5D56B60CB0F7E344A1F0AB9EFAA0D9E19F');
CREATE TABLE change_counter (
  id    INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  value INTEGER NOT NULL
) STRICT;
INSERT INTO "change_counter" VALUES(1,4);
CREATE TABLE embedding (
  key    TEXT NOT NULL,
  model  TEXT NOT NULL,
  vector BLOB NOT NULL,
  PRIMARY KEY (key, model)
) STRICT;
INSERT INTO "embedding" VALUES('k2','m',X'0000803F');
CREATE TABLE metadata (
  key   TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;
INSERT INTO "metadata" VALUES('identity','5ac1d3a0f6c04c0c8a9b1a2b3c4d5e6f');
-- Requests of chat platforms, from acceptance to delivery. Times are milliseconds since 1970 in UTC.
-- What somebody typed (command), where the answer goes (address, may hold short-lived secrets) and
-- the reply are removed once the request is done.
CREATE TABLE request (
  id            INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  platform      TEXT    NOT NULL,
  tenant        TEXT    NOT NULL,
  channel       TEXT    NOT NULL,
  user          TEXT    NOT NULL,
  conversation  TEXT    NOT NULL,
  command       TEXT,
  wants_private INTEGER,
  is_private    INTEGER NOT NULL,
  administrator INTEGER NOT NULL,
  address       TEXT,
  received      INTEGER NOT NULL,
  state         TEXT    NOT NULL CHECK (state IN
    ('ACCEPTED', 'ANSWERED', 'DELIVERING', 'DELIVERED', 'GONE', 'UNCONFIRMED')),
  attempts      INTEGER NOT NULL DEFAULT 0,
  due           INTEGER NOT NULL DEFAULT 0,
  reply         TEXT,
  note          TEXT
) STRICT;

CREATE INDEX request_unfinished ON request (id)
  WHERE state IN ('ACCEPTED', 'ANSWERED', 'DELIVERING');
CREATE INDEX request_conversation ON request (platform, tenant, conversation);
CREATE INDEX request_received ON request (received);

-- The names of a request on its platform: two requests never share one.
CREATE TABLE request_key (
  key     TEXT    NOT NULL PRIMARY KEY,
  request INTEGER NOT NULL REFERENCES request (id) ON DELETE CASCADE,
  at      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX request_key_request ON request_key (request);
CREATE INDEX request_key_at ON request_key (at);

-- The messages that a reply became, as the platform names them; part -1 is the reply as a whole.
CREATE TABLE message (
  request   INTEGER NOT NULL REFERENCES request (id) ON DELETE CASCADE,
  part      INTEGER NOT NULL,
  reference TEXT    NOT NULL,
  PRIMARY KEY (request, part)
) STRICT, WITHOUT ROWID;

CREATE INDEX message_reference ON message (reference);

-- What was answered in each conversation, in the order of sequence; both texts are JSON.
CREATE TABLE answer (
  sequence     INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  id           TEXT    NOT NULL UNIQUE,
  platform     TEXT    NOT NULL,
  tenant       TEXT    NOT NULL,
  conversation TEXT    NOT NULL,
  at           INTEGER NOT NULL,
  answered     TEXT    NOT NULL,
  reply        TEXT    NOT NULL
, seen_by TEXT) STRICT;

CREATE INDEX answer_conversation ON answer (platform, tenant, conversation, sequence);
CREATE INDEX answer_at ON answer (at);

-- What readers think of answers, the last word of each.
CREATE TABLE feedback (
  platform TEXT    NOT NULL,
  tenant   TEXT    NOT NULL,
  answer   TEXT    NOT NULL REFERENCES answer (id) ON DELETE CASCADE,
  user     TEXT    NOT NULL,
  at       INTEGER NOT NULL,
  good     INTEGER NOT NULL,
  reason   TEXT,
  words    TEXT,
  PRIMARY KEY (platform, tenant, answer, user)
) STRICT, WITHOUT ROWID;

CREATE INDEX feedback_answer ON feedback (answer);

-- Texts that do not fit into a button, by what stands there instead.
CREATE TABLE remembered (
  platform TEXT    NOT NULL,
  tenant   TEXT    NOT NULL,
  token    TEXT    NOT NULL,
  text     TEXT    NOT NULL,
  at       INTEGER NOT NULL,
  PRIMARY KEY (platform, tenant, token)
) STRICT, WITHOUT ROWID;

CREATE INDEX remembered_at ON remembered (at);

-- What each tenant's administrators settled, as JSON.
CREATE TABLE tenant_settings (
  platform TEXT NOT NULL,
  tenant   TEXT NOT NULL,
  settings TEXT NOT NULL,
  PRIMARY KEY (platform, tenant)
) STRICT, WITHOUT ROWID;

-- Every attempt to change settings.
CREATE TABLE audit (
  sequence INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  platform TEXT    NOT NULL,
  tenant   TEXT    NOT NULL,
  at       INTEGER NOT NULL,
  user     TEXT    NOT NULL,
  what     TEXT    NOT NULL,
  refused  INTEGER NOT NULL
) STRICT;

CREATE INDEX audit_tenant ON audit (platform, tenant, sequence);

-- What adapters keep for a tenant.
CREATE TABLE tenant_data (
  platform TEXT NOT NULL,
  tenant   TEXT NOT NULL,
  name     TEXT NOT NULL,
  value    BLOB NOT NULL,
  PRIMARY KEY (platform, tenant, name)
) STRICT, WITHOUT ROWID;

CREATE INDEX tenant_data_name ON tenant_data (platform, name);
INSERT INTO request VALUES(1,'test','acme','C1','user-1','test:acme:user-1',NULL,NULL,0,0,NULL,1780747200000,'DELIVERED',0,0,NULL,NULL);
INSERT INTO request VALUES(2,'test','acme','C1','ann','test:acme:ann','{"kind":"Ask","question":"How much did Acme spend? 2"}',NULL,0,0,'{"to":"2"}',1780747200000,'ANSWERED',1,1780750800000,'{"answerId":"f1p49n91kzgtadu","blocks":[{"kind":"Paragraph","spans":[{"kind":"Text","text":"Acme spent $72.2 billion in 2025 on data centers. ","style":"PLAIN"},{"kind":"Cite","number":1},{"kind":"Cite","number":2},{"kind":"Text","text":" ","style":"PLAIN"},{"kind":"Text","text":"A spokesman said the API would come in June. ","style":"PLAIN"},{"kind":"Cite","number":2}]},{"kind":"Heading","text":"Sources differ: How often it slipped"},{"kind":"Bullets","items":[[{"kind":"Text","text":"repeatedly ","style":"PLAIN"},{"kind":"Cite","number":1}],[{"kind":"Text","text":"twice ","style":"PLAIN"},{"kind":"Cite","number":2}]]},{"kind":"Note","spans":[{"kind":"Text","text":"As of 5 June 2026. 1 statement was removed because its sources did not carry it.","style":"PLAIN"}]}],"citations":[{"number":1,"publisher":"The Daily Paper","title":"Acme delays the Anvil API","published":"2026-06-03","quote":"Acme spent $72.2 billion in 2025 on data centers.","document":"2026/06/acme-delays-anvil-api"},{"number":2,"publisher":"The Letter","title":"No date for Anvil","url":"https://letter.example/anvil?a=1&b=2","published":"2026-06-05","quote":"A spokesman said the API would come in June.","document":"2026/06/acme-delays-anvil-api"}],"actions":[{"kind":"Evidence"},{"kind":"FollowUp","question":"Who leads Acme?"},{"kind":"Feedback"}]}',NULL);
INSERT INTO request_key VALUES('1',1,1780747200000);
INSERT INTO request_key VALUES('2',2,1780747200000);
INSERT INTO message VALUES(1,-1,'m1');
INSERT INTO answer VALUES(1,'2cnzs9dazvdx7qqx','test','acme','test:acme:user-1',1780747200000,'{"query":{"text":"How much did Acme spend? 1","kind":"DATE","window":{},"today":"2026-06-06","latest":false,"mentions":[{"kind":"ENTITY","id":"acme","name":"Acme","start":13,"end":17,"names":["Acme"]}],"unknownNames":[],"sides":[],"dates":[],"future":false,"timeWords":[]},"answer":{"kind":"Grounded","statements":[{"text":"Acme spent $72.2 billion in 2025 on data centers.","citations":[1,2]},{"text":"A spokesman said the API would come in June.","citations":[2]}],"citations":[{"number":1,"publisher":"The Daily Paper","title":"Acme delays the Anvil API","published":"2026-06-03","quote":"Acme spent $72.2 billion in 2025 on data centers.","document":"2026/06/acme-delays-anvil-api"},{"number":2,"publisher":"The Letter","title":"No date for Anvil","url":"https://letter.example/anvil?a=1&b=2","published":"2026-06-05","quote":"A spokesman said the API would come in June.","document":"2026/06/acme-delays-anvil-api"}],"disagreements":[{"about":"How often it slipped","values":[{"text":"repeatedly","citations":[1]},{"text":"twice","citations":[2]}]}],"asOf":"2026-06-05","followUps":["Who leads Acme?"],"removed":1,"notes":[]},"retrieve":"PT0.004S","write":"PT0.002S","total":"PT0.009S"}','{"answerId":"2cnzs9dazvdx7qqx","blocks":[{"kind":"Paragraph","spans":[{"kind":"Text","text":"Acme spent $72.2 billion in 2025 on data centers. ","style":"PLAIN"},{"kind":"Cite","number":1},{"kind":"Cite","number":2},{"kind":"Text","text":" ","style":"PLAIN"},{"kind":"Text","text":"A spokesman said the API would come in June. ","style":"PLAIN"},{"kind":"Cite","number":2}]},{"kind":"Heading","text":"Sources differ: How often it slipped"},{"kind":"Bullets","items":[[{"kind":"Text","text":"repeatedly ","style":"PLAIN"},{"kind":"Cite","number":1}],[{"kind":"Text","text":"twice ","style":"PLAIN"},{"kind":"Cite","number":2}]]},{"kind":"Note","spans":[{"kind":"Text","text":"As of 5 June 2026. 1 statement was removed because its sources did not carry it.","style":"PLAIN"}]}],"citations":[{"number":1,"publisher":"The Daily Paper","title":"Acme delays the Anvil API","published":"2026-06-03","quote":"Acme spent $72.2 billion in 2025 on data centers.","document":"2026/06/acme-delays-anvil-api"},{"number":2,"publisher":"The Letter","title":"No date for Anvil","url":"https://letter.example/anvil?a=1&b=2","published":"2026-06-05","quote":"A spokesman said the API would come in June.","document":"2026/06/acme-delays-anvil-api"}],"actions":[{"kind":"Evidence"},{"kind":"FollowUp","question":"Who leads Acme?"},{"kind":"Feedback"}]}',NULL);
INSERT INTO feedback VALUES('test','acme','2cnzs9dazvdx7qqx','ann',1780747200000,0,'OUTDATED','words');
INSERT INTO remembered VALUES('test','acme','1fdwve5ei20ttn0g0kf7s1y8','text',1780747200000);
INSERT INTO tenant_settings VALUES('test','acme','{"privateByDefault":false,"channels":["C1"],"length":"NORMAL","topics":[]}');
INSERT INTO audit VALUES(1,'test','acme',1780747200000,'boss','channels: C1',0);
INSERT INTO tenant_data VALUES('test','acme','token',X'01');
PRAGMA application_id = 1179537236;
PRAGMA user_version = 4;
COMMIT;
