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
) STRICT;

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
