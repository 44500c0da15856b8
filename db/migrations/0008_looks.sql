-- Who looked at whose personal record, when and in which view: no fact and no proof, kept for some days and then gone.
CREATE TABLE looks (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL CHECK (at <> ''),
  by TEXT NOT NULL CHECK (by <> ''),
  person TEXT NOT NULL CHECK (person <> ''),
  view TEXT NOT NULL CHECK (view <> '')
) STRICT;
