-- What the program wrote when schema 1 was its newest.
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
CREATE TABLE metadata (
  key   TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;
INSERT INTO "metadata" VALUES('identity','5ac1d3a0f6c04c0c8a9b1a2b3c4d5e6f');
PRAGMA application_id = 1179537236;
PRAGMA user_version = 1;
COMMIT;
