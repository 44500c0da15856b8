-- Numbers of papers, each register without gaps; made from facts, so the rows can be dropped and made anew, but never changed.

-- A row is a run of numbers that one fact took: a drawn paper takes one, the office's own book may take many at once.
CREATE TABLE numbers (
  register TEXT NOT NULL CHECK (register <> ''),
  first INTEGER NOT NULL CHECK (first > 0),
  last INTEGER NOT NULL CHECK (last >= first),
  stream TEXT NOT NULL CHECK (stream <> ''),
  version INTEGER NOT NULL CHECK (version > 0),
  PRIMARY KEY (register, first),
  UNIQUE (stream, version)
) STRICT, WITHOUT ROWID;

-- Also closes the side door INSERT OR REPLACE: a number that is there is not the next one.
CREATE TRIGGER numbers_insert BEFORE INSERT ON numbers
WHEN NEW.first <> (SELECT coalesce(max(last), 0) + 1 FROM numbers WHERE register = NEW.register)
BEGIN SELECT RAISE(ABORT, 'registers have no gaps'); END;
CREATE TRIGGER numbers_update BEFORE UPDATE ON numbers BEGIN SELECT RAISE(ABORT, 'numbers never change'); END;
