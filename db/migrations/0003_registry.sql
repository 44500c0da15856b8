-- The registry as its facts left it: rows for looking up, searching and counting. Every row is made from facts of the stream `registry`,
-- in the transaction that appends them, so all of them can be dropped and made anew. Days are ISO text; `since` is counted, `until` not.

-- Which facts speak of a record: 'person …', 'unit …', 'post …'.
CREATE TABLE registry_touches (
  entity TEXT NOT NULL CHECK (entity <> ''),
  version INTEGER NOT NULL CHECK (version > 0),
  PRIMARY KEY (entity, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE registry_undone (
  version INTEGER PRIMARY KEY CHECK (version > 0),
  undone_by INTEGER NOT NULL CHECK (undone_by > version)
) STRICT;

CREATE TABLE registry_imports (
  import_id TEXT NOT NULL CHECK (import_id <> ''),
  part INTEGER NOT NULL CHECK (part > 0),
  version INTEGER NOT NULL CHECK (version > 0),
  PRIMARY KEY (import_id, part)
) STRICT, WITHOUT ROWID;

-- record: the spans of the record, canonical JSON. missing, contradictions: bits in the order the law lists them.
CREATE TABLE registry_people (
  id INTEGER PRIMARY KEY,
  person TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL CHECK (revision > 0),
  merged_into TEXT,
  confirmed_on TEXT NOT NULL,
  missing INTEGER NOT NULL,
  contradictions INTEGER NOT NULL,
  record TEXT NOT NULL
) STRICT;
CREATE INDEX registry_people_merged ON registry_people (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX registry_people_quality ON registry_people (person, confirmed_on, missing, contradictions) WHERE merged_into IS NULL;

-- What lists show of a person and find it by, for each stretch of days in which it is the same. sort_key sorts by plain code units.
CREATE TABLE registry_names (
  id INTEGER PRIMARY KEY,
  person INTEGER NOT NULL,
  since TEXT NOT NULL,
  until TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  folded TEXT NOT NULL,
  name TEXT NOT NULL,
  birth_date TEXT,
  sex TEXT CHECK (sex IN ('male', 'female')),
  citizen_id TEXT,
  merged INTEGER NOT NULL CHECK (merged IN (0, 1))
) STRICT;
CREATE INDEX registry_names_of_person ON registry_names (person);
CREATE INDEX registry_names_in_order ON registry_names (sort_key, folded, since, until) WHERE merged = 0;
CREATE INDEX registry_names_by_number ON registry_names (citizen_id) WHERE citizen_id IS NOT NULL;

-- The words of `folded`; rowid is the id of the row above.
CREATE VIRTUAL TABLE registry_words USING fts5 (
  words, content = '', detail = 'none', columnsize = 0, tokenize = 'unicode61 remove_diacritics 0'
);

-- person: the record that goes on; owner: the one the tenure was recorded for, another where two records were merged.
CREATE TABLE registry_tenures (
  person TEXT NOT NULL,
  tenure TEXT NOT NULL,
  owner TEXT NOT NULL,
  post TEXT NOT NULL,
  unit TEXT NOT NULL,
  since TEXT NOT NULL,
  until TEXT NOT NULL,
  data TEXT NOT NULL,
  PRIMARY KEY (person, tenure)
) STRICT, WITHOUT ROWID;
CREATE INDEX registry_tenures_in_unit ON registry_tenures (unit, post, since, until);

CREATE TABLE registry_units (
  unit TEXT PRIMARY KEY NOT NULL,
  revision INTEGER NOT NULL CHECK (revision > 0),
  record TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE registry_unit_spans (
  unit TEXT NOT NULL,
  since TEXT NOT NULL,
  until TEXT NOT NULL,
  parent TEXT NOT NULL,
  folded TEXT NOT NULL,
  data TEXT NOT NULL,
  PRIMARY KEY (unit, since)
) STRICT, WITHOUT ROWID;
CREATE INDEX registry_unit_spans_below ON registry_unit_spans (parent, since, until);

CREATE TABLE registry_posts (
  post TEXT PRIMARY KEY NOT NULL,
  unit TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision > 0),
  record TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX registry_posts_in_unit ON registry_posts (unit);
