// Another process with an archive: holds it until ended, fills its disk, or meets a disk it cannot write.
import { readdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Archive } from '../../db/archive.ts'
import { ArchiveFault } from '../../db/fault.ts'
import { type OpenArchive, openArchive } from '../../db/open.ts'

const [file = '', what = '', how = ''] = process.argv.slice(2)
const who = { at: '2026-11-23T08:30:00+07:00', by: 'thu-ky' }
const passphrase = 'mật khẩu thử'
const create: OpenArchive = { file, passphrase, create: { origin: 'tien-cu.test/so' }, cost: 12 }

if (what === '--fill') fillDisk()
else if (what === '--settle') openArchive({ file, passphrase }).close()
else if (what === '--read-only') meetReadOnlyDisk()
else if (how !== '') await appendLong(openArchive({ file, unwrappedKey: Buffer.from(what, 'hex') }), Number(how))
else {
  const archive = openArchive({ file, unwrappedKey: Buffer.from(what, 'hex') })
  archive.append('case/a', archive.versionOf('case/a'), [{ type: 'noted', payload: {} }], who)
  console.log('held')
  setInterval(() => archive.head(), 1000)
}

/** So many big facts in one append, which then waits, with all of it written and nothing committed. */
async function appendLong(archive: Archive, count: number): Promise<void> {
  const facts = Array.from({ length: count }, (_, n) => ({ type: 'noted', payload: { n, text: 'x'.repeat(100_000) } }))
  const between = (isLast: boolean): Promise<void> | undefined => {
    if (!isLast) return undefined
    console.log('written')
    return new Promise((done) => setTimeout(done, 60_000))
  }
  await archive.appendLong('case/a', archive.versionOf('case/a'), facts, who, { between })
}

function codeOf(work: () => unknown): string {
  try {
    work()
    return 'none'
  } catch (error) {
    return error instanceof ArchiveFault ? error.code : String(error)
  }
}

/** Appends until the disk is full, then looks whether every acknowledged fact, and only those, is there after reopening. */
function fillDisk(): void {
  const archive = openArchive(create)
  let kept = 0
  const say = () => {
    archive.append('case/a', kept, [{ type: 'noted', payload: { text: 'x'.repeat(2000) } }], who, {
      papers: [{ bytes: Buffer.alloc(3000, kept) }],
    })
    kept++
  }
  console.log(
    'full:',
    codeOf(() => {
      for (;;) say()
    }),
  )
  const stillReads = archive.load('case/a').length === kept && archive.head().size === kept
  archive.close()
  const again = openArchive({ file, passphrase })
  const verified = again.verify()
  console.log('after:', stillReads && verified.ok && verified.facts === kept && again.papers.list().length === kept ? 'intact' : 'lost')
  again.close()
  const before = readdirSync(dirname(file)).join()
  const code = codeOf(() => openArchive({ ...create, file: `${file}-2` }))
  console.log('create on full:', `${code}, ${readdirSync(dirname(file)).join() === before ? 'nothing left' : 'rests left'}`)
}

function meetReadOnlyDisk(): void {
  console.log(
    'read-only:',
    codeOf(() => openArchive({ file, passphrase })),
  )
  console.log(
    'create on read-only:',
    codeOf(() => openArchive({ ...create, file: `${file}-2` })),
  )
  const code = codeOf(() => {
    const archive = openArchive({ file, passphrase, readOnly: true })
    if (!archive.verify().ok) throw new Error('broken')
    archive.close()
  })
  console.log('read-only disk, for reading:', code === 'none' ? 'intact' : code)
}
