-- Vectors as little-endian 32-bit floats, by the model and the SHA-256 of what was embedded.
CREATE TABLE embedding (
  key    TEXT NOT NULL,
  model  TEXT NOT NULL,
  vector BLOB NOT NULL,
  PRIMARY KEY (key, model)
) STRICT;
