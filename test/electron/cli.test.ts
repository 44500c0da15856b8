// The command line as people run it: the real command in its own process, exit codes, one clear line for every refused input, nothing changed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openArchive } from '../../db/open.ts'
import { sampleSigner } from '../../electron/keys/sample-authority.ts'
import { makeCms } from '../../records/cms.ts'
import { sampleAppointment } from '../../workflows/sample/appointment.ts'
import { desks } from '../../workflows/sample/department.ts'

const root = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'tien-cu-cli-'))
const out = join(folder, 'mau')
const home = join(folder, 'home')

function run(args: readonly string[], { input = '', env = {} }: { input?: string; env?: Record<string, string> } = {}) {
  const { TIENCU_PASSPHRASE: _, ...clean } = process.env
  const done = spawnSync(process.execPath, [join(root, 'electron', 'cli.ts'), ...args], {
    encoding: 'utf8',
    input,
    env: { ...clean, TIEN_CU_DATA: home, NODE_NO_WARNINGS: '1', ...env },
  })
  return { exit: done.status, out: done.stdout, err: done.stderr, lines: done.stdout.split('\n').filter(Boolean) }
}
const recordNames = () => readdirSync(join(out, 'records')).filter((name) => name.endsWith('.pdf'))
const oneLine = (text: string) => expect(text.trim().split('\n')).toHaveLength(1)
const saved = (name: string, text: string) => {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

let made: ReturnType<typeof run>
beforeAll(() => {
  made = run(['sample', '--out', out, '--passphrase', 'bí mật mẫu'])
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('sample', () => {
  test('prints the mark, a line per stage and the records, all valid', () => {
    expect([made.exit, made.err]).toEqual([0, ''])
    expect(made.lines[0]).toContain('DỮ LIỆU MẪU')
    expect(made.lines.slice(1, 6).map((line) => line.split(/ {2,}/).slice(0, 2))).toEqual([
      ['Bước', 'Kết quả'],
      ['Hội nghị tập thể lãnh đạo', 'Đưa tiếp'],
      ['Hội nghị tập thể lãnh đạo mở rộng', 'Được chọn'],
      ['Hội nghị cán bộ chủ chốt', 'Được chọn'],
      ['Hội nghị tập thể lãnh đạo quyết định', 'Được chọn'],
    ])
    for (const line of made.lines.slice(2, 6)) expect(existsSync(join(out, 'records', line.split(/ {2,}/)[3] ?? ''))).toBe(true)
    // Every paper of the case: the minutes that are owed, and those a clerk asked for.
    expect(recordNames().length).toBeGreaterThanOrEqual(27)
    expect(made.lines.at(-1)).toContain(`${recordNames().length}/${recordNames().length}`)
    expect(existsSync(home)).toBe(false)
  })

  test('does not replace what is there unless asked, and then only its own', () => {
    const before = readdirSync(out)
    const again = run(['sample', '--out', out])
    expect(again.exit).toBe(1)
    oneLine(again.err)
    expect(again.err).toContain('--replace')
    expect(readdirSync(out)).toEqual(before)
    const own = join(folder, 'mau-2')
    const first = run(['sample', '--out', own, '--rulebook', 'RB2017', '--no-overlay', '--lang', 'en'])
    writeFileSync(join(own, 'ghi-chu.txt'), 'của tôi')
    const second = run(['sample', '--out', own, '--rulebook', 'RB2022', '--replace'])
    expect([first.exit, second.exit]).toEqual([0, 0])
    expect(first.lines[1]).toMatch(/^Stage\s+Outcome\s+Clause\s+Record$/)
    expect(first.lines[2]).toMatch(/^First leadership conference\s+Held, without a ballot\s/)
    expect(readFileSync(join(own, 'ghi-chu.txt'), 'utf8')).toBe('của tôi')
  })

  test.each([
    [['sample'], '--out'],
    [['sample', '--out', join(folder, 'x'), '--rulebook', 'RB1999'], 'RB1999'],
    [['sample', '--out', join(folder, 'x'), '--unknown'], '--unknown'],
    [['sample', '--out', join(folder, 'x'), '--out', join(folder, 'y')], '--out'],
    [['sample', '--out', join(folder, 'x'), '--lang', 'fr'], 'fr'],
    [[], 'sample'],
    [['samples'], 'samples'],
  ])('%j is refused in one line', (args, word) => {
    const done = run(args)
    expect(done.exit).toBe(2)
    expect(done.out).toBe('')
    oneLine(done.err)
    expect(done.err).toContain(word)
    expect(existsSync(join(folder, 'x'))).toBe(false)
  })
})

/** A disk of its own needs a mount, which only root may do. */
const mayMount = spawnSync('unshare', ['-m', 'true']).status === 0
if (!mayMount) console.log('not run: a full and a read-only disk under the command line (needs unshare -m, that is: Linux and root)')

test.runIf(mayMount)('a sample on a full or a read-only disk is one line, and the sample before it is still whole', () => {
  const disk = join(folder, 'disk')
  mkdirSync(disk)
  const script = `
mount -t tmpfs -o size=600k tmpfs "$1"
"$NODE" "$CLI" sample --out "$1/mau"; echo "exit $?"; ls -A "$1"
mount -o remount,ro "$1"
"$NODE" "$CLI" sample --out "$1/mau"; echo "exit $?"; ls -A "$1"`
  const done = spawnSync('unshare', ['-m', 'sh', '-c', script, 'sh', disk], {
    encoding: 'utf8',
    env: { ...process.env, NODE: process.execPath, CLI: join(root, 'electron', 'cli.ts'), TIEN_CU_DATA: home, NODE_NO_WARNINGS: '1' },
  })
  expect(done.stdout.trim().split('\n')).toEqual(['exit 2', 'exit 2'])
  expect(done.stderr.trim().split('\n')).toEqual(['Hết chỗ trên đĩa.', 'Không ghi được: thư mục hoặc tệp chỉ cho đọc.'])
})

describe('tally', () => {
  const count = { rulebook: 'RB2022', procedure: 'appointmentOnSite', stage: 'expandedNomination' }
  const won = { ...count, count: { convenedRaw: 24, present: 22, ballotsInvalid: 1, votes: { A: 13, B: 5, D: 3 } } }
  const wrong = { ...count, count: { convenedRaw: 24, present: 20, ballotsCollected: 21 } }

  test('decides one count on one line', () => {
    const done = run(['tally', saved('won.json', JSON.stringify(won))])
    expect(done.exit).toBe(0)
    expect(done.lines).toHaveLength(1)
    expect(JSON.parse(done.out)).toMatchObject({
      outcome: 'selected',
      selected: ['A'],
      percent: { A: '54,17' },
      base: { name: 'convened', value: 24 },
    })
  })

  test('reads standard input, element by element, and the exit code is the worst', () => {
    const refused = run(['tally', '-'], { input: JSON.stringify([won, wrong]) })
    expect(refused.exit).toBe(1)
    expect(refused.lines.map((line) => Object.keys(JSON.parse(line))[0])).toEqual(['outcome', 'refusal'])
    const faulty = run(['tally', '-'], { input: JSON.stringify([won, wrong, { ...won, stage: 'nowhere' }]) })
    expect(faulty.exit).toBe(2)
    expect(JSON.parse(faulty.lines[2] ?? '')).toEqual({ fault: { field: 'stage' } })
  })

  test.each([
    ['not JSON', '{', 'input'],
    ['an empty file', '', 'input'],
    ['a duplicate key', '{"rulebook":"RB2022","rulebook":"RB2022"}', 'rulebook'],
    ['an unknown rulebook', JSON.stringify({ ...won, rulebook: 'RB1999' }), 'rulebook'],
    ['a missing field', JSON.stringify({ ...count, count: { convenedRaw: 24 } }), 'count.present'],
    ['an unknown field', JSON.stringify({ ...won, extra: 1 }), 'extra'],
    ['a negative number', JSON.stringify({ ...count, count: { convenedRaw: 24, present: -1 } }), 'count.present'],
    ['a fraction', JSON.stringify({ ...count, count: { convenedRaw: 24, present: 2.5 } }), 'count.present'],
    [
      '2^53 + 1',
      JSON.stringify({ ...count, count: { convenedRaw: 24, present: 0 } }).replace('"present":0', '"present":9007199254740993'),
      'count.present',
    ],
    ['more than a megabyte', `${JSON.stringify(won)}${' '.repeat(1_100_000)}`, 'input'],
  ])('%s cannot be read', (_what, text, field) => {
    const done = run(['tally', saved('bad.json', text)])
    expect([done.exit, done.out.trim(), done.err]).toEqual([2, JSON.stringify({ fault: { field } }), ''])
  })

  test('bytes that are no text cannot be read either', () => {
    const file = join(folder, 'bytes.json')
    writeFileSync(file, Buffer.from([0x22, 0xff, 0x22]))
    expect(run(['tally', file])).toMatchObject({ exit: 2, out: `${JSON.stringify({ fault: { field: 'input' } })}\n` })
  })

  test('a file that is not there, or two of them, is one clear line', () => {
    for (const args of [['tally', join(folder, 'none.json')], ['tally'], ['tally', 'a', 'b'], ['tally', folder]]) {
      const done = run(args)
      expect([done.exit, done.out]).toEqual([2, ''])
      oneLine(done.err)
    }
  })
})

describe('verify', () => {
  const record = () => join(out, 'records', recordNames().find((name) => name.endsWith('-buoc-2-bien-ban-kiem-phieu.pdf')) ?? '')

  test('a folder of records: the sample mark first, each check numbered, exit 0', () => {
    const done = run(['verify', join(out, 'records')])
    expect([done.exit, done.err]).toEqual([0, ''])
    expect(done.lines[0]).toContain('DỮ LIỆU MẪU')
    expect(done.lines.filter((line) => line.endsWith(': HỢP LỆ'))).toHaveLength(recordNames().length)
    for (const no of [1, 2, 3, 4, 5, 6, 7, 8, 9])
      expect(done.lines.filter((line) => line.startsWith(`  ${no}. `))).toHaveLength(recordNames().length)
  })

  test('--json is one object per file; --lang en is English', () => {
    const json = run(['verify', '--json', record()])
    expect(json.lines).toHaveLength(1)
    expect(JSON.parse(json.out)).toMatchObject({ file: record(), overall: 'HOP_LE', isSample: true, signing: 'complete' })
    expect(run(['verify', '--lang', 'en', record()]).lines[1]).toBe(`${record()}: VALID`)
  })

  test('a record whose neighbour is not at hand is valid with a note, and undecided when strict', () => {
    expect(run(['verify', record()])).toMatchObject({ exit: 0 })
    expect(run(['verify', '--strict', record()])).toMatchObject({ exit: 2 })
    expect(run(['verify', '--strict', join(out, 'records')])).toMatchObject({ exit: 0 })
  })

  test('one altered byte is broken, and outweighs what cannot be decided', () => {
    const file = join(folder, 'altered.pdf')
    const bytes = readFileSync(record())
    bytes[5000] = (bytes[5000] ?? 0) ^ 1
    writeFileSync(file, bytes)
    expect(run(['verify', file]).exit).toBe(1)
    expect(run(['verify', saved('x.pdf', 'no record'), file, record()]).exit).toBe(1)
  })

  test('what is no record cannot be decided; what is not there is one line', () => {
    expect(run(['verify', saved('y.pdf', 'no record')]).exit).toBe(2)
    for (const args of [
      ['verify'],
      ['verify', join(folder, 'none.pdf')],
      ['verify', '--trust', join(folder, 'none'), record()],
      ['verify', '--report', join(folder, 'none', 'bao-cao.pdf'), record()],
    ]) {
      const done = run(args)
      expect([done.exit, done.out]).toEqual([2, ''])
      oneLine(done.err)
    }
  })

  test('--report draws the same list as a PDF, in the language asked for, and never over a file that is there', () => {
    const report = join(folder, 'bao-cao.pdf')
    const strange = join(folder, 'lạ 🙂.pdf')
    writeFileSync(strange, 'no record')
    const done = run(['verify', '--report', report, '--lang', 'en', record(), strange])
    expect([done.exit, done.err]).toEqual([2, ''])
    const text = spawnSync('pdftotext', ['-layout', report, '-'], { encoding: 'utf8' }).stdout.normalize('NFC')
    expect(text).toContain('RESULT OF A CHECK OF RECORDS')
    expect(text).toContain('lạ ?.pdf')
    expect(text).toMatch(/Valid[\s\S]*Cannot decide/)
    for (const title of ['File', 'Structure and coverage of the signatures', 'Chain of records', 'About this check'])
      expect(text).toContain(title)
    expect(text).toMatch(/Not done: the file is no record of this software/)
    const digest = createHash('sha256').update(readFileSync(record())).digest('hex')
    expect(text.replace(/\s/g, '')).toContain(digest)
    const fonts = spawnSync('pdffonts', [report], { encoding: 'utf8' }).stdout.trim().split('\n').slice(2)
    expect(fonts.every((line) => line.includes('Tinos') && / yes yes yes /.test(line))).toBe(true)
    const before = readFileSync(report)
    expect(run(['verify', '--report', report, record()]).exit).toBe(2)
    expect(readFileSync(report)).toEqual(before)
  })

  test('a package is checked with its records, and a file of 500 MB is told by its size', async () => {
    const { bagOf } = await import('../records/bags.ts')
    const zip = join(folder, 'goi.zip')
    const packer = await sampleSigner({ name: 'Nguyễn Văn Thư', citizenId: '001085000777' })
    const signature = async (tags: Uint8Array) =>
      makeCms(new Uint8Array(createHash('sha256').update(tags).digest()), packer, '2026-09-09T08:00:00+07:00')
    const payload = recordNames().map((name) => [name, new Uint8Array(readFileSync(join(out, 'records', name)))] as const)
    writeFileSync(zip, await bagOf(payload, { signature }))
    const done = run(['verify', zip])
    expect([done.exit, done.err]).toEqual([0, ''])
    expect(done.lines[0]).toBe(`${zip}: HỢP LỆ`)
    expect(done.lines.filter((line) => line.endsWith('.pdf: HỢP LỆ'))).toHaveLength(recordNames().length)
    const json = run(['verify', '--json', zip])
    expect(json.lines).toHaveLength(recordNames().length + 1)
    expect(JSON.parse(json.lines[0] ?? '')).toMatchObject({ file: zip, bag: true, overall: 'HOP_LE' })
    const huge = saved('to.pdf', '%PDF-1.7')
    truncateSync(huge, 500 * 1024 * 1024)
    const told = run(['verify', huge])
    expect(told.exit).toBe(2)
    expect(told.out).toContain('Tệp 500 MB, lớn hơn mức 64 MB của một hồ sơ; không đọc.')
  })

  test('files that cannot be read are told for themselves, the others are checked; no name of a file can speak for the check', () => {
    const odd = join(folder, 'la')
    mkdirSync(join(odd, 'thu-muc.pdf'), { recursive: true })
    copyFileSync(record(), join(odd, 'thu-muc.pdf', 'trong.pdf'))
    symlinkSync(join(odd, 'vong.pdf'), join(odd, 'vong.pdf'))
    symlinkSync('/dev/zero', join(odd, 'thiet-bi.pdf'))
    writeFileSync(join(odd, 'a.pdf\u001b[2J\nb.pdf: HỢP LỆ \u202e.pdf'), '')
    const done = run(['verify', odd])
    expect([done.exit, done.err]).toEqual([2, ''])
    const verdicts = done.lines.filter((line) => line.startsWith(odd)).map((line) => line.slice(odd.length + 1))
    expect(verdicts).toEqual([
      'a.pdf [2J b.pdf: HỢP LỆ  .pdf: CHƯA ĐỦ CƠ SỞ KẾT LUẬN',
      'thiet-bi.pdf: CHƯA ĐỦ CƠ SỞ KẾT LUẬN',
      'thu-muc.pdf/trong.pdf: HỢP LỆ',
      'vong.pdf: CHƯA ĐỦ CƠ SỞ KẾT LUẬN',
    ])
    expect(done.out).toContain('? Không đọc được tệp: lối tắt dẫn vòng quanh [FILE_UNREADABLE]')
    expect(run(['verify', join(odd, 'vong.pdf')])).toMatchObject({ exit: 2, err: '' })
  })

  test('fifty files on two workers get the answers one would give, in the order asked for', () => {
    const many = join(folder, 'nhieu')
    mkdirSync(many)
    for (let i = 0; i < 50; i++) copyFileSync(record(), join(many, `${String(i).padStart(2, '0')}.pdf`))
    const altered = readFileSync(record())
    altered[9000] = (altered[9000] ?? 0) ^ 1
    writeFileSync(join(many, '31.pdf'), altered)
    const done = run(['verify', '--json', many])
    const found = done.lines.map((line) => JSON.parse(line) as { file: string; overall: string; lines: unknown[] })
    expect(done.exit).toBe(1)
    expect(found.map(({ file }) => file)).toEqual(Array.from({ length: 50 }, (_, i) => join(many, `${String(i).padStart(2, '0')}.pdf`)))
    expect(found.filter(({ overall }) => overall !== 'HOP_LE').map(({ file }) => file)).toEqual([join(many, '31.pdf')])
    const alone = JSON.parse(run(['verify', '--json', record()]).out) as { lines: readonly { no: number }[] }
    expect(found[0]?.lines.filter((line) => (line as { no: number }).no < 9)).toEqual(alone.lines.filter(({ no }) => no < 9))
  })

  test('a root that lies beside the file is not trusted because of that', () => {
    const beside = join(folder, 'beside')
    mkdirSync(beside)
    copyFileSync(record(), join(beside, 'copy.pdf'))
    writeFileSync(join(beside, 'root.pem'), 'not even a certificate')
    expect(run(['verify', join(beside, 'copy.pdf')]).exit).toBe(0)
    expect(run(['verify', '--trust', beside, join(beside, 'copy.pdf')])).toMatchObject({ exit: 2, out: '' })
  })
})

describe('passphrase', () => {
  const own = join(folder, 'doi-mat-khau')
  const file = join(own, 'du-lieu-mau.tiencu')
  beforeAll(() => {
    mkdirSync(own)
    for (const name of ['du-lieu-mau.tiencu', 'du-lieu-mau.tiencu.key.json']) copyFileSync(join(out, name), join(own, name))
  })
  const opens = (passphrase: string) => run(['replay', '--data', own, '--passphrase', passphrase]).exit

  test.each([
    ['no new passphrase', 'bí mật mẫu', undefined, 2],
    ['one too short', 'bí mật mẫu', 'ngắn', 1],
    ['a wrong old passphrase', 'sai', 'mật khẩu mới', 2],
  ])('%s is one line, and the file opens as before', (_what, from, to, exit) => {
    const before = readFileSync(`${file}.key.json`)
    const done = run(['passphrase', '--data', own, '--passphrase', from], { env: to === undefined ? {} : { TIENCU_NEW_PASSPHRASE: to } })
    expect([done.exit, done.out]).toEqual([exit, ''])
    oneLine(done.err)
    expect(readFileSync(`${file}.key.json`).equals(before)).toBe(true)
  })

  test('the same data open with the new one and no longer with the old one; neither is printed', () => {
    const before = readFileSync(file)
    const done = run(['passphrase', '--data', own], { input: 'bí mật mẫu\n', env: { TIENCU_NEW_PASSPHRASE: 'mật khẩu mới' } })
    expect([done.exit, done.err]).toEqual([0, ''])
    expect(done.out).not.toMatch(/bí mật mẫu|mật khẩu mới/)
    expect([opens('bí mật mẫu'), opens('mật khẩu mới')]).toEqual([2, 0])
    expect(readFileSync(file).equals(before)).toBe(true)
  })
})

describe('replay and export', () => {
  const data = () => ['--data', out]

  test('the log is whole: chain, machines and list', () => {
    const done = run(['replay', ...data(), '--passphrase', 'bí mật mẫu'])
    expect([done.exit, done.err]).toEqual([0, ''])
    expect(done.lines).toHaveLength(1)
    expect(done.out).toMatch(/^Nguyên vẹn: \d+ sự kiện, 1 hồ sơ/)
  })

  test('the passphrase also comes by the environment or standard input', () => {
    expect(run(['replay', ...data()], { env: { TIENCU_PASSPHRASE: 'bí mật mẫu' } }).exit).toBe(0)
    expect(run(['replay', ...data()], { input: 'bí mật mẫu\n' }).exit).toBe(0)
  })

  test.each([
    ['a wrong passphrase', ['replay', '--data', out, '--passphrase', 'sai']],
    ['no passphrase', ['replay', '--data', out]],
    ['no data', ['replay', '--passphrase', 'x']],
    ['a folder without a data file', ['replay', '--data', root, '--passphrase', 'x']],
    ['a folder that is not there', ['replay', '--data', join(folder, 'none'), '--passphrase', 'x']],
  ])('%s is one line and changes nothing', (_what, args) => {
    const before = readFileSync(join(out, 'du-lieu-mau.tiencu'))
    const done = run(args)
    expect([done.exit, done.out]).toEqual([2, ''])
    oneLine(done.err)
    expect(readFileSync(join(out, 'du-lieu-mau.tiencu')).equals(before)).toBe(true)
  })

  test('a data file that is open elsewhere, or of a newer version, is one line and stays as it is', () => {
    const file = join(out, 'du-lieu-mau.tiencu')
    const args = ['export', ...data(), '--case', 'mau-bo-nhiem', '--out', join(folder, 'ra-3'), '--passphrase', 'bí mật mẫu']
    const holder = openArchive({ file, passphrase: 'bí mật mẫu' })
    const locked = run(args)
    holder.close()
    const newer = join(folder, 'newer')
    mkdirSync(newer)
    copyFileSync(file, join(newer, 'x.tiencu'))
    const key = JSON.parse(readFileSync(`${file}.key.json`, 'utf8'))
    writeFileSync(join(newer, 'x.tiencu.key.json'), JSON.stringify({ ...key, version: 2 }))
    const tooNew = run(['replay', '--data', newer, '--passphrase', 'bí mật mẫu'])
    for (const done of [locked, tooNew]) {
      expect([done.exit, done.out]).toEqual([2, ''])
      oneLine(done.err)
    }
    expect(locked.err).toContain('đang được chương trình khác mở')
    expect(tooNew.err).toContain('phiên bản mới hơn')
    expect(existsSync(join(folder, 'ra-3'))).toBe(false)
  })

  test.runIf(mayMount)('export onto a full disk, or where the stick was pulled out, is one line and leaves nothing half done', () => {
    const disk = join(folder, 'usb')
    mkdirSync(disk)
    const script = `
export_to() { "$NODE" "$CLI" export --data "$2" --case mau-bo-nhiem --out "$1" --passphrase 'bí mật mẫu'; echo "exit $?"; }
mount -t tmpfs -o size=1m tmpfs "$1"
export_to "$1/ra" "$2"; find "$1" -type f
umount "$1"; rmdir "$1"
export_to "$1/ra" "$2"; ls -d "$1" 2>/dev/null || echo none`
    const done = spawnSync('unshare', ['-m', 'sh', '-c', script, 'sh', disk, out], {
      encoding: 'utf8',
      env: { ...process.env, NODE: process.execPath, CLI: join(root, 'electron', 'cli.ts'), TIEN_CU_DATA: home, NODE_NO_WARNINGS: '1' },
    })
    expect(done.stdout.trim().split('\n')).toEqual(['exit 2', 'exit 2', 'none'])
    const [full, gone] = done.stderr.trim().split('\n')
    expect(full).toBe('Hết chỗ trên đĩa.')
    expect(gone).toContain('Không tìm thấy')
  })

  test('export writes the signed papers in order; an unknown case writes nothing', () => {
    const to = join(folder, 'ra')
    const args = ['--passphrase', 'bí mật mẫu']
    const done = run(['export', ...data(), '--case', 'mau-bo-nhiem', '--out', to, ...args])
    expect([done.exit, done.err]).toEqual([0, ''])
    expect(readdirSync(to).filter((name) => name.endsWith('.pdf'))).toEqual(
      readdirSync(join(out, 'records')).filter((name) => name.endsWith('.pdf')),
    )
    const none = run(['export', ...data(), '--case', 'khong-co', '--out', join(folder, 'ra-2'), ...args])
    expect([none.exit, none.out]).toEqual([1, ''])
    oneLine(none.err)
    expect(existsSync(join(folder, 'ra-2'))).toBe(false)
  })

  test('export as a package: signed by the key named, valid to verify; without what opens the key nothing is written', () => {
    const bag = join(folder, 'ho-so.zip')
    const chair = sampleAppointment({ rulebook: 'RB2026', overlay: true }).operators.find(({ operatorId }) => operatorId === desks.chair)
    const sampleKey = `sample-${chair?.citizenId}`
    const archive = ['--file-code', '01.2026', '--retention', '70 năm', '--access', 'Hạn chế']
    const args = ['export', ...data(), '--case', 'mau-bo-nhiem', '--bag', bag, '--passphrase', 'bí mật mẫu', ...archive]
    const secret = { env: { TIENCU_KEY_SECRET: 'mẫu' } }
    const closed = run([...args, '--key', sampleKey])
    expect([closed.exit, closed.out]).toEqual([2, ''])
    expect(closed.err).toContain('TIENCU_KEY_SECRET')
    const strange = run([...args, '--key', 'khong-co'], secret)
    expect([strange.exit, strange.out, existsSync(bag)]).toEqual([1, '', false])
    oneLine(strange.err)
    const done = run([...args, '--key', sampleKey], secret)
    expect([done.exit, done.err, done.lines]).toEqual([0, '', [bag]])
    expect(spawnSync('unzip', ['-tq', bag]).status).toBe(0)
    const checked = run(['verify', bag])
    expect([checked.exit, checked.err]).toEqual([0, ''])
    expect(checked.lines[0]).toBe(`${bag}: HỢP LỆ`)
    expect(checked.out).toContain(`Danh mục của gói do ${chair?.name} ký`)
  })
})
