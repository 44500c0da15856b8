-- Names are searched in memory, in the order they are listed: the full-text index goes, and a row of a name says itself whose it is.
DROP TABLE registry_words;

CREATE TABLE registry_names_now (
  id INTEGER PRIMARY KEY,
  person TEXT NOT NULL,
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
INSERT INTO registry_names_now
SELECT n.id, p.person, n.since, n.until, n.sort_key, n.folded, n.name, n.birth_date, n.sex, n.citizen_id, n.merged
FROM registry_names n JOIN registry_people p ON p.id = n.person ORDER BY n.id;
DROP TABLE registry_names;
ALTER TABLE registry_names_now RENAME TO registry_names;
CREATE INDEX registry_names_of_person ON registry_names (person);
CREATE INDEX registry_names_in_order ON registry_names (sort_key, folded, since, until) WHERE merged = 0;
CREATE INDEX registry_names_by_number ON registry_names (citizen_id) WHERE citizen_id IS NOT NULL;
