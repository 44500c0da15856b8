// What can go wrong with a data file: one error type, one code each, so that the shell can say one clear line.

export type ArchiveFaultCode =
  | 'not-found'
  | 'exists'
  | 'key-file-missing'
  | 'key-file-damaged'
  | 'wrong-passphrase'
  | 'not-an-archive'
  | 'newer-version'
  | 'locked'
  | 'read-only'
  | 'half-written'
  | 'disk-full'
  | 'disk-failed'
  | 'corrupt'
  | 'closed'

/** `code` is for people's sentences (in `wording`), `message` for the log file; neither holds data of the archive. */
export class ArchiveFault extends Error {
  readonly code: ArchiveFaultCode
  constructor(code: ArchiveFaultCode, detail = '', cause?: unknown) {
    super(detail === '' ? code : `${code}: ${detail}`, { cause })
    this.name = 'ArchiveFault'
    this.code = code
  }
}

/** SQLite result codes and file system codes by their beginning; what is not listed is a defect and stays what it was. */
const codes: readonly (readonly [string, ArchiveFaultCode])[] = [
  ['SQLITE_BUSY', 'locked'],
  ['SQLITE_LOCKED', 'locked'],
  ['SQLITE_PROTOCOL', 'locked'],
  ['SQLITE_FULL', 'disk-full'],
  // A crash in the middle of a big append left a journal, and whoever only reads may not take back what it holds.
  ['SQLITE_READONLY_ROLLBACK', 'half-written'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_CANTOPEN', 'read-only'],
  ['SQLITE_PERM', 'read-only'],
  ['SQLITE_NOTADB', 'corrupt'],
  ['SQLITE_CORRUPT', 'corrupt'],
  ['SQLITE_IOERR', 'disk-failed'],
  ['EIO', 'disk-failed'],
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EROFS', 'read-only'],
  ['EACCES', 'read-only'],
  ['EPERM', 'read-only'],
  ['ENOENT', 'not-found'],
  ['ENOTDIR', 'not-found'],
]

/** What the disk or SQLite threw, by its name in our list; anything else stays what it is. */
export function asFault(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof ArchiveFault) return error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const known = codes.find(([start]) => code.startsWith(start))
  return known === undefined ? error : new ArchiveFault(known[1], code, error)
}

/** Runs `work`; a failing disk or a foreign file becomes an ArchiveFault. */
export function faultsNamed<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw asFault(error)
  }
}
