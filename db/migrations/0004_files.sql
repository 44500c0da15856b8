-- Files of dossiers, each once under its SHA-256, in parts of bounded size: a scan of hundreds of pages is never whole in memory.

CREATE TABLE files (
  sha256 BLOB PRIMARY KEY NOT NULL CHECK (length(sha256) = 32),
  length INTEGER NOT NULL CHECK (length > 0),
  parts INTEGER NOT NULL CHECK (parts > 0)
) STRICT;

CREATE TABLE file_parts (
  sha256 BLOB NOT NULL REFERENCES files (sha256),
  no INTEGER NOT NULL CHECK (no > 0),
  bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 1048576),
  UNIQUE (sha256, no)
) STRICT;

-- A file and its parts land in one transaction and never change. The insert triggers also close the side door INSERT OR REPLACE.
CREATE TRIGGER files_insert BEFORE INSERT ON files
WHEN EXISTS (SELECT 1 FROM files WHERE sha256 = NEW.sha256)
BEGIN SELECT RAISE(IGNORE); END;
CREATE TRIGGER files_update BEFORE UPDATE ON files BEGIN SELECT RAISE(ABORT, 'files are append-only'); END;
CREATE TRIGGER files_delete BEFORE DELETE ON files BEGIN SELECT RAISE(ABORT, 'files are append-only'); END;
CREATE TRIGGER file_parts_insert BEFORE INSERT ON file_parts
WHEN NEW.no <> (SELECT coalesce(max(no), 0) + 1 FROM file_parts WHERE sha256 = NEW.sha256)
  OR NEW.no > (SELECT parts FROM files WHERE sha256 = NEW.sha256)
BEGIN SELECT RAISE(ABORT, 'parts of a file are numbered without gaps'); END;
CREATE TRIGGER file_parts_update BEFORE UPDATE ON file_parts BEGIN SELECT RAISE(ABORT, 'files are append-only'); END;
CREATE TRIGGER file_parts_delete BEFORE DELETE ON file_parts BEGIN SELECT RAISE(ABORT, 'files are append-only'); END;
