-- The archive as first shipped: facts, papers and signed heads that only grow; summaries and drafts that may change.

CREATE TABLE migrations (
  number INTEGER PRIMARY KEY CHECK (number > 0),
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64)
) STRICT;

-- The name of this log and the key that signs its heads. One row.
CREATE TABLE device (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  origin TEXT NOT NULL CHECK (origin <> ''),
  public_key BLOB NOT NULL CHECK (length(public_key) = 32),
  private_key BLOB NOT NULL CHECK (length(private_key) = 32)
) STRICT;

-- node_hash: hash of the biggest whole subtree of the Merkle tree that this fact completes; none at an odd seq, where that is the leaf.
CREATE TABLE facts (
  seq INTEGER PRIMARY KEY CHECK (seq > 0),
  stream TEXT NOT NULL CHECK (stream <> ''),
  version INTEGER NOT NULL CHECK (version > 0),
  type TEXT NOT NULL CHECK (type <> ''),
  at TEXT NOT NULL CHECK (at <> ''),
  by TEXT NOT NULL CHECK (by <> ''),
  payload TEXT NOT NULL,
  payload_sha256 BLOB NOT NULL CHECK (length(payload_sha256) = 32),
  leaf_hash BLOB NOT NULL CHECK (length(leaf_hash) = 32),
  chain_hash BLOB NOT NULL CHECK (length(chain_hash) = 32),
  node_hash BLOB CHECK (CASE seq % 2 WHEN 1 THEN node_hash IS NULL ELSE length(node_hash) = 32 END),
  UNIQUE (stream, version)
) STRICT;

CREATE TABLE papers (
  sha256 BLOB PRIMARY KEY NOT NULL CHECK (length(sha256) = 32),
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE checkpoints (
  size INTEGER PRIMARY KEY CHECK (size >= 0),
  note TEXT NOT NULL
) STRICT;

CREATE TABLE summaries (
  stream TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  kind TEXT NOT NULL CHECK (kind <> ''),
  sort_text TEXT NOT NULL,
  sort_at TEXT NOT NULL,
  summary TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE drafts (
  key TEXT PRIMARY KEY NOT NULL CHECK (key <> ''),
  value TEXT NOT NULL,
  updated TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Append-only by trigger. The insert triggers also close the side door INSERT OR REPLACE, which deletes first.
CREATE TRIGGER facts_insert BEFORE INSERT ON facts
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM facts)
  OR NEW.version <> (SELECT coalesce(max(version), 0) + 1 FROM facts WHERE stream = NEW.stream)
BEGIN SELECT RAISE(ABORT, 'facts are numbered without gaps'); END;
CREATE TRIGGER facts_update BEFORE UPDATE ON facts BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER facts_delete BEFORE DELETE ON facts BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;

CREATE TRIGGER papers_insert BEFORE INSERT ON papers
WHEN EXISTS (SELECT 1 FROM papers WHERE sha256 = NEW.sha256)
BEGIN SELECT RAISE(IGNORE); END;
CREATE TRIGGER papers_update BEFORE UPDATE ON papers BEGIN SELECT RAISE(ABORT, 'papers are append-only'); END;
CREATE TRIGGER papers_delete BEFORE DELETE ON papers BEGIN SELECT RAISE(ABORT, 'papers are append-only'); END;

CREATE TRIGGER checkpoints_insert BEFORE INSERT ON checkpoints
WHEN NEW.size <= (SELECT max(size) FROM checkpoints)
BEGIN SELECT RAISE(ABORT, 'checkpoints only grow'); END;
CREATE TRIGGER checkpoints_update BEFORE UPDATE ON checkpoints BEGIN SELECT RAISE(ABORT, 'checkpoints are append-only'); END;
CREATE TRIGGER checkpoints_delete BEFORE DELETE ON checkpoints BEGIN SELECT RAISE(ABORT, 'checkpoints are append-only'); END;

CREATE TRIGGER device_insert BEFORE INSERT ON device
WHEN EXISTS (SELECT 1 FROM device)
BEGIN SELECT RAISE(ABORT, 'the device key is made once'); END;
CREATE TRIGGER device_update BEFORE UPDATE ON device BEGIN SELECT RAISE(ABORT, 'the device key is made once'); END;
CREATE TRIGGER device_delete BEFORE DELETE ON device BEGIN SELECT RAISE(ABORT, 'the device key is made once'); END;
