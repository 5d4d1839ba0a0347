-- Key and value pairs about the database itself; 'identity' differs for every database ever created.
CREATE TABLE metadata (
  key   TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

INSERT INTO metadata (key, value) VALUES ('identity', lower(hex(randomblob(16))));

-- The newest change's number. It outlives the articles, so no number is given out twice.
CREATE TABLE change_counter (
  id    INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  value INTEGER NOT NULL
) STRICT;

INSERT INTO change_counter (id, value) VALUES (1, 0);

-- The newest version of each article. Times are ISO 8601 in UTC; digest is the SHA-256 of the
-- content, see ArticleDigest.
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

-- What an article said before it was revised.
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
