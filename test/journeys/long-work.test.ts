// Long acts stopped in the middle, over real files: nothing half-written stays, the ledger knows nothing of it, and the same act afterwards goes through.
import { execFileSync } from 'node:child_process'
import { hash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { openArchive } from '../../db/open.ts'
import { playCase } from '../../electron/cli/play-case.ts'
import { papersNamed } from '../../electron/services/papers-named.ts'
import { sampleKeyId } from '../../electron/services/sample-keys.ts'
import { readWorkbook } from '../../records/workbook/read.ts'
import { PersonId } from '../../workflows/core/ids.ts'
import type { WorkView } from '../../workflows/long-work.ts'
import type { Question, ShellAct } from '../../workflows/office.ts'
import { desks } from '../../workflows/sample/department.ts'
import { sampleRegistry } from '../../workflows/sample/registry.ts'
import { workbook } from '../support/workbooks.ts'
import { officeIn, passphrase, value } from './office.ts'
import { sampleOf, tableOver } from './play.ts'

const short = sampleOf({ upTo: 'leadershipOrientation', papers: true })
const archive = { fileCode: '01.QTNS.2026', retention: '70 năm', access: 'Hạn chế' }

/** One signed meeting, for every test of this file. */
let desk: Awaited<ReturnType<typeof signedMeeting>>
beforeAll(async () => {
  desk = await signedMeeting()
  return () => desk.close()
}, 120_000)

async function signedMeeting() {
  const folder = mkdtempSync(join(tmpdir(), 'tien-cu-work-'))
  const office = await officeIn(folder, short.acts[0]?.at ?? '', { workNewsMs: 0 })
  const { organisation, operators } = short
  value(await office.act({ act: 'createFile', file: office.file, passphrase, organisation, operators: [...operators] }))
  await playCase({ doorway: office.doorway, setClock: office.setClock, signs: true }, short)
  value(await office.act({ act: 'startWork', operatorId: desks.hr }))
  const told: WorkView[] = []
  let stopAt: ((work: WorkView) => boolean) | null = null
  office.doorway.onChange((change) => {
    const work = (change as { work?: WorkView }).work
    if (work === undefined) return
    told.push(work)
    if (work.stop === 'may' && stopAt?.(work) === true) void office.ask({ about: 'stopWork', workId: work.workId })
  })
  async function stopping<T>(ask: () => Promise<T>, when: (work: WorkView) => boolean) {
    told.length = 0
    stopAt = when
    const answer = await ask()
    stopAt = null
    return { answer, told: [...told] }
  }
  return {
    office,
    folder,
    async close() {
      await office.close()
      rmSync(folder, { recursive: true, force: true })
    },
    size: async () => value(await office.ask({ about: 'session' })).ledger?.size,
    /** Stops the first work of which `when` is true; gives the answer and everything that was told. */
    stopped: (act: ShellAct, when: (work: WorkView) => boolean) => stopping(() => office.act(act), when),
    stoppedAsking: (question: Question, when: (work: WorkView) => boolean) => stopping(() => office.ask(question), when),
  }
}

const caseId = short.caseId as Extract<ShellAct, { act: 'exportCase' }>['caseId']
const stopped = { ok: false, refusal: { code: 'work-stopped' } }

describe('a case that goes out', () => {
  test('as a folder: what was written goes again, what lay there before stays, and the folder is left as it was', async () => {
    const folder = join(desk.folder, 'ho-so')
    const size = await desk.size()
    const act = { act: 'exportCase', caseId, folder } as const
    const { answer, told } = await desk.stopped(act, ({ done }) => done === 3)
    expect(answer).toEqual(stopped)
    expect(told.at(-1)).toMatchObject({ kind: 'exportCase', done: 3, over: 'stopped' })
    // The folder was made for this, so it goes with it.
    expect(existsSync(folder)).toBe(false)
    expect(await desk.size()).toBe(size)
    mkdirSync(folder)
    writeFileSync(join(folder, 'ghi-chu.txt'), 'của văn thư')
    expect((await desk.stopped(act, ({ done, of }) => done === of - 1)).answer).toEqual(stopped)
    expect(readdirSync(folder)).toEqual(['ghi-chu.txt'])
    expect(await desk.size()).toBe(size)
    const { exported } = value(await desk.office.act(act))
    expect(readdirSync(folder).toSorted()).toEqual([...(exported?.files ?? []), 'ghi-chu.txt'].toSorted())
    expect(await desk.size()).toBe((size ?? 0) + 1)
    // Once more over what lies there whole: stopped, it takes nothing away that was there before.
    expect((await desk.stopped(act, ({ done }) => done === 2)).answer).toEqual(stopped)
    expect(readdirSync(folder)).toHaveLength((exported?.files.length ?? 0) + 1)
  })

  test('as one PDF and as a package: no file, no part of one, no line in the ledger; afterwards whole', async () => {
    const keyId = value(await desk.office.ask({ about: 'keys' }))[0]?.keyId ?? ''
    const acts = [
      { act: 'exportOneFile', caseId, file: join(desk.folder, 'mot-tep.pdf') },
      { act: 'exportBag', caseId, file: join(desk.folder, 'goi.zip'), keyId, secret: 'x', archive },
    ] as const
    const listed = () => readdirSync(desk.folder).filter((name) => /mot-tep|goi/.test(name))
    for (const act of acts) {
      const size = await desk.size()
      const { answer, told } = await desk.stopped(act, ({ done, of }) => done >= 4 && of > 4)
      expect(answer).toEqual(stopped)
      expect(told.some(({ kind, of }) => kind === act.act && of > 4)).toBe(true)
      expect([listed(), await desk.size()]).toEqual([[], size])
    }
    for (const act of acts) value(await desk.office.act(act))
    expect(listed().toSorted()).toEqual(['goi.zip', 'mot-tep.pdf'])
    expect(() => execFileSync('qpdf', ['--check', acts[0].file], { stdio: 'pipe' })).not.toThrow()
    const bytes = readFileSync(acts[1].file).toString('base64')
    expect(value(await desk.office.ask({ about: 'file', name: 'goi.zip', bytes })).overall).toBe('HOP_LE')
    expect(desk.office.faults).toEqual([])
  })

  test('as Word copies: stopped while they are made or written, nothing of them stays', async () => {
    const folder = join(desk.folder, 'ban-word')
    const size = await desk.size()
    const act = { act: 'exportWord', caseId, folder } as const
    for (const when of [({ done }: WorkView) => done === 2, ({ done, of }: WorkView) => of > 0 && done === of - 1]) {
      const { answer, told } = await desk.stopped(act, when)
      expect(answer).toEqual(stopped)
      expect(told.at(-1)).toMatchObject({ kind: 'exportWord', over: 'stopped' })
      expect([existsSync(folder), await desk.size()]).toEqual([false, size])
    }
    const { exported } = value(await desk.office.act(act))
    expect(readdirSync(folder).toSorted()).toEqual(exported?.files.toSorted())
    expect(await desk.size()).toBe((size ?? 0) + 1)
  })

  // Joining a case lasts seconds: a stick that is not there is said before, not after.
  test('into a folder that is gone: said before anything is drawn, joined, packed or copied', async () => {
    const keyId = value(await desk.office.ask({ about: 'keys' }))[0]?.keyId ?? ''
    const gone = join(desk.folder, 'usb', 'ho-so')
    const acts = [
      { act: 'exportCase', caseId, folder: gone },
      { act: 'exportOneFile', caseId, file: join(gone, 'mot-tep.pdf') },
      { act: 'exportBag', caseId, file: join(gone, 'goi.zip'), keyId, secret: 'x', archive },
      { act: 'exportWord', caseId, folder: gone },
    ] as const
    for (const act of acts) {
      const { answer, told } = await desk.stopped(act, () => false)
      expect(answer, act.act).toMatchObject({ fault: { code: 'not-found' } })
      expect(
        told.filter(({ of }) => of > 0),
        act.act,
      ).toEqual([])
    }
    expect(existsSync(join(desk.folder, 'usb'))).toBe(false)
  })

  test('others are answered while it is written', async () => {
    const act = { act: 'exportCase', caseId, folder: join(desk.folder, 'xuat-cham') } as const
    let answered = 0
    let whenAnswered = ''
    desk.office.doorway.onChange((change) => {
      const work = (change as { work?: WorkView }).work
      if (work?.kind !== 'exportCase') return
      if (work.done === 2 && answered === 0)
        void desk.office.ask({ about: 'session' }).then(() => {
          answered += 1
        })
      if (answered > 0 && whenAnswered === '') whenAnswered = work.over ?? 'under way'
    })
    value(await desk.office.act(act))
    expect(whenAnswered).toBe('under way')
  })
})

describe('a check of a folder', () => {
  const verdicts = async (folder: string) => {
    const { files } = value(await desk.office.ask({ about: 'folder', folder }))
    return files.map(({ name, overall }) => [name, overall])
  }
  test('stopped, here or in its workers, notes nothing; to its end, every file is noted with its verdict', async () => {
    const folder = join(desk.folder, 'kiem')
    value(await desk.office.act({ act: 'exportCase', caseId, folder }))
    const papers = readdirSync(folder).filter((name) => name.endsWith('.pdf'))
    const size = await desk.size()
    const few = await desk.stoppedAsking({ about: 'folder', folder }, ({ done }) => done === 2)
    expect([few.answer, await desk.size()]).toEqual([stopped, size])
    expect((await verdicts(folder)).map(([, overall]) => overall)).toEqual(papers.map(() => 'HOP_LE'))
    expect(await desk.size()).toBe((size ?? 0) + papers.length)
    // Enough of them for two workers.
    for (let copy = 1; papers.length * (copy + 1) < 44; copy++)
      cpSync(folder, join(desk.folder, 'nhieu', `lan-${copy}`), { recursive: true })
    cpSync(folder, join(desk.folder, 'nhieu', 'hong'), { recursive: true })
    const spoilt = join(desk.folder, 'nhieu', 'hong', papers[0] ?? '')
    writeFileSync(spoilt, readFileSync(spoilt).fill(0x20, 900, 960))
    const many = join(desk.folder, 'nhieu')
    const before = await desk.size()
    const { answer, told } = await desk.stoppedAsking({ about: 'folder', folder: many }, ({ done }) => done >= 2)
    expect([answer, await desk.size()]).toEqual([stopped, before])
    expect(told.at(-1)).toMatchObject({ kind: 'checkFolder', over: 'stopped' })
    const found = await verdicts(many)
    expect(found.filter(([, overall]) => overall !== 'HOP_LE').map(([name]) => name)).toEqual([join('hong', papers[0] ?? '')])
    expect(await desk.size()).toBe((before ?? 0) + found.length)
  }, 60_000)

  test('a folder that is not there, or holds no record, is refused', async () => {
    expect(await desk.office.ask({ about: 'folder', folder: join(desk.folder, 'không có') })).toMatchObject({
      refusal: { code: 'folder-not-found' },
    })
    // A path that no disk can hold is one that is not there.
    expect(await desk.office.ask({ about: 'folder', folder: `/${'x'.repeat(300)}` })).toMatchObject({
      refusal: { code: 'folder-not-found' },
    })
    mkdirSync(join(desk.folder, 'rong'))
    expect(await desk.office.ask({ about: 'folder', folder: join(desk.folder, 'rong') })).toMatchObject({
      refusal: { code: 'folder-without-records' },
    })
  })
})

describe('a check of the ledger', () => {
  test('stopped, it answers nothing; to its end it is told of, and an act recorded meanwhile does not disturb it', async () => {
    const size = (await desk.size()) ?? 0
    const { answer, told } = await desk.stoppedAsking({ about: 'ledger' }, ({ kind, done }) => kind === 'checkLedger' && done > 0)
    expect(answer).toEqual(stopped)
    expect(told.at(-1)).toMatchObject({ kind: 'checkLedger', over: 'stopped' })
    const acts: ReturnType<typeof desk.office.act>[] = []
    const off = desk.office.doorway.onChange((change) => {
      const { work } = change as { work?: WorkView }
      if (work?.kind === 'checkLedger' && work.done > 0 && acts.length === 0)
        acts.push(desk.office.act({ act: 'startWork', operatorId: desks.hr }))
    })
    expect(value(await desk.office.ask({ about: 'ledger' }))).toMatchObject({ size, verified: true })
    off()
    expect(await acts[0]).toMatchObject({ ok: true })
    expect(value(await desk.office.ask({ about: 'ledger' }))).toMatchObject({ size: size + 1, verified: true })
  })

  test('of a big file may be stopped to its very end: while its pages are read too', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tien-cu-pages-'))
    const office = await officeIn(folder, short.acts[0]?.at ?? '', { workNewsMs: 0 })
    const { organisation, operators } = short
    value(await office.act({ act: 'createFile', file: office.file, passphrase, organisation, operators: [...operators] }))
    value(await office.act({ act: 'closeFile' }))
    const part = Buffer.alloc(1_048_576, 'x')
    const parts = Array.from({ length: 40 }, () => part)
    const file = openArchive({ file: office.file, passphrase })
    file.files.put(hash('sha256', Buffer.concat(parts), 'hex'), parts.length * part.length, parts)
    file.close()
    value(await office.act({ act: 'openFile', file: office.file, passphrase }))
    const told: WorkView[] = []
    let isStopped = false
    office.doorway.onChange((change) => {
      const { work } = change as { work?: WorkView }
      if (work === undefined) return
      told.push(work)
      // All of it was copied: what is under way is the reading.
      if (!isStopped && work.kind === 'checkPages' && work.done === work.of && work.of > parts.length * part.length) {
        isStopped = true
        void office.ask({ about: 'stopWork', workId: work.workId })
      }
    })
    expect(await office.ask({ about: 'ledger' })).toEqual(stopped)
    expect([isStopped, told.at(-1)?.over]).toEqual([true, 'stopped'])
    told.length = 0
    expect(value(await office.ask({ about: 'ledger' }))).toMatchObject({ verified: true })
    expect(told.map(({ stop }) => stop)).not.toContain('late')
    expect(readdirSync(folder).filter((name) => name.includes('kiem-tra'))).toEqual([])
    await office.close()
    rmSync(folder, { recursive: true, force: true })
  }, 60_000)
})

describe('a signature', () => {
  test('stopped before it is on record is dropped; the paper is as it was and is signed by the next press', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tien-cu-sign-'))
    const sample = sampleOf({ upTo: 'leadershipOrientation' })
    const office = await officeIn(folder, sample.acts[0]?.at ?? '', { workNewsMs: 0 })
    const { organisation, operators } = sample
    value(await office.act({ act: 'createFile', file: office.file, passphrase, organisation, operators: [...operators] }))
    const table = tableOver(office, sample)
    await table.play(sample.acts)
    const paper = table.view().papers.find(({ status }) => status === 'awaiting-signatures')
    const signer = paper?.signers[0]
    if (paper?.sha256 === undefined || signer === undefined) throw new Error('nothing to sign')
    const paperId = paper.paperId as Extract<ShellAct, { act: 'signPaper' }>['paperId']
    const act = {
      act: 'signPaper',
      caseId,
      paperId,
      field: signer.field,
      keyId: sampleKeyId(signer),
      seen: paper.sha256,
      secret: 'mẫu',
    } as const
    const told: WorkView[] = []
    const stop = office.doorway.onChange((change) => {
      const { work } = change as { work?: WorkView }
      if (work) told.push(work)
      if (work?.stop === 'may' && work.over === undefined) void office.ask({ about: 'stopWork', workId: work.workId })
    })
    const before = value(await office.ask({ about: 'case', caseId })).version
    expect(await office.act(act)).toEqual(stopped)
    expect(told.at(-1)).toMatchObject({ kind: 'sign', over: 'stopped' })
    expect(value(await office.ask({ about: 'case', caseId })).version).toBe(before)
    stop()
    const signed = value(await office.act(act)).case?.papers.find((one) => one.paperId === paperId)
    expect(signed?.signers[0]?.signedAt).toBeDefined()
    await office.close()
    rmSync(folder, { recursive: true, force: true })
  }, 60_000)
})

describe('a backup', () => {
  test('stopped while it is copied or read again leaves no file; the next one opens whole', async () => {
    const file = join(desk.folder, 'sao.tiencu')
    const act = { act: 'backup', file } as const
    const listed = () => readdirSync(desk.folder).filter((name) => name.startsWith('sao.tiencu'))
    const size = await desk.size()
    for (const kind of ['backup', 'proveBackup'] as const) {
      const { answer, told } = await desk.stopped(act, (work) => work.kind === kind)
      expect(answer).toEqual(stopped)
      expect(told.at(-1)).toMatchObject({ kind, over: 'stopped' })
      expect([listed(), await desk.size()]).toEqual([[], size])
    }
    value(await desk.office.act(act))
    expect(listed().toSorted()).toEqual(['sao.tiencu', 'sao.tiencu.key.json'])
    expect(await desk.size()).toBe((size ?? 0) + 1)
    const copy = openArchive({ file, passphrase, readOnly: true })
    expect(copy.verify(papersNamed)).toMatchObject({ ok: true, facts: size })
    copy.close()
  })
})

describe('the registry', () => {
  test('a big list that is stopped is handed to nobody and noted nowhere; written by a worker, it comes whole', async () => {
    for (const { type: _, ...part } of sampleRegistry({ people: 1600, version: 0, day: '2026-09-01' }))
      value(await desk.office.dispatch({ to: 'registry', command: { type: 'importEntries', ...part } }))
    const act = { act: 'exportRegistry', book: 'people', day: value(await desk.office.ask({ about: 'session' })).today } as const
    const size = await desk.size()
    for (const when of [({ done, of }: WorkView) => done > 0 && done < of && of === 1600, ({ kind }: WorkView) => kind === 'writeBook']) {
      const { answer } = await desk.stopped(act, when)
      expect(answer).toEqual(stopped)
      expect(await desk.size()).toBe(size)
    }
    let answered = 0
    const asking = setInterval(() => void desk.office.ask({ about: 'session' }).then(() => answered++), 20)
    const { book } = value(await desk.office.act(act))
    clearInterval(asking)
    expect(book?.rows).toBe(1600)
    // The spreadsheet was written, which takes most of the time, while others were answered.
    expect(answered).toBeGreaterThan(5)
    const read = await readWorkbook(Buffer.from(book?.bytes ?? '', 'base64'))
    expect(read.ok && read.value.sheets[0]?.rows.length).toBe(1600 + 3)
    expect(await desk.size()).toBe((size ?? 0) + 1)
  }, 60_000)

  test('a return that looks back on every tenure is read in turns too, and can be stopped between two of them', async () => {
    const { today: day } = value(await desk.office.ask({ about: 'session' }))
    const act = { act: 'exportRegistry', book: 'moves', day } as const
    const { answer, told } = await desk.stopped(act, ({ kind, done, of }) => kind !== 'writeBook' && done > 0 && done < of)
    expect(answer).toEqual(stopped)
    expect(told.some(({ kind }) => kind === 'writeBook')).toBe(false)
  }, 60_000)

  test('a 2C form that is stopped is handed to nobody and noted nowhere', async () => {
    const { today: day } = value(await desk.office.ask({ about: 'session' }))
    const personId = PersonId.parse(value(await desk.office.ask({ about: 'people', day })).rows[0]?.personId)
    const size = await desk.size()
    const act = { act: 'exportForm2C', personId, day, as: 'pdf' } as const
    expect((await desk.stopped(act, () => true)).answer).toEqual(stopped)
    expect(await desk.size()).toBe(size)
    const { book } = value(await desk.office.act(act))
    expect(
      Buffer.from(book?.bytes ?? '', 'base64')
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    expect(await desk.size()).toBe((size ?? 0) + 1)
  })

  test('a roster stopped before it is recorded changes nothing, and is recorded by the next press; then it is past stopping', async () => {
    const bytes = Buffer.from(workbook({ name: 'Cán bộ', rows: [['Họ và tên', 'Ngày sinh'], ...newcomers] })).toString('base64')
    const view = value(await desk.office.ask({ about: 'roster', name: 'moi.xlsx', bytes }))
    const plan = view.sheets[view.best]?.plan
    if (plan === undefined) throw new Error('no plan')
    expect(value(await desk.office.ask({ about: 'rosterAccount', roster: view.roster, plan })).totals.new).toBe(newcomers.length)
    const size = await desk.size()
    const act = { act: 'importRoster', roster: view.roster } as const
    expect((await desk.stopped(act, () => true)).answer).toEqual(stopped)
    expect(await desk.size()).toBe(size)
    const { answer, told } = await desk.stopped(act, ({ stop }) => stop !== 'may')
    expect(value(answer).imported?.entries).toBe(newcomers.length)
    expect(told.map(({ stop, over }) => over ?? stop)).toEqual(['may', 'late', 'done'])
  })
})

const newcomers = ['Lò Thị Mới', 'Vàng A Thử', 'Y Bih Niê'].map((name, i) => [name, `0${i + 1}/02/1991`])

describe('an import', () => {
  const heads = ['STT', 'Họ và tên', 'Ngày sinh', 'Số CCCD']
  const count = 3000
  const bytes = workbook({
    name: 'Danh sách',
    rows: [
      heads,
      ...Array.from({ length: count }, (_, i) => [
        i + 1,
        `Nguyễn Văn ${['An', 'Bình'][i % 2]}`,
        '01/02/1970',
        `036070${String(i).padStart(6, '0')}`,
      ]),
    ],
  })

  test('stopped while it is recorded leaves nothing, and whoever asks meanwhile is answered by the file as it was or as it is', async () => {
    const view = value(await desk.office.ask({ about: 'roster', name: 'lon.xlsx', bytes: Buffer.from(bytes).toString('base64') }))
    value(await desk.office.ask({ about: 'rosterAccount', roster: view.roster, plan: view.sheets[view.best]?.plan as never }))
    const act = { act: 'importRoster', roster: view.roster } as const
    const found = async () => value(await desk.office.ask({ about: 'people', day: '2026-11-23', search: 'nguyen van' }))
    const before = { size: await desk.size(), people: (await found()).found }
    const stops = await desk.stopped(act, ({ kind, done }) => kind === 'importRoster' && done > count / 3)
    expect(stops.answer).toEqual(stopped)
    expect(stops.told.at(-1)).toMatchObject({ kind: 'importRoster', of: count + 1, over: 'stopped' })
    expect({ size: await desk.size(), people: (await found()).found }).toEqual(before)
    // The roster is still open, so the same press again goes through; a question and an order of the middle of it wait for its end.
    const meanwhile: Promise<readonly [string, number | undefined]>[] = []
    let isOver = false
    const ends = desk.office.doorway.onChange((change) => {
      const { work } = change as { work?: WorkView }
      if (work?.kind !== 'importRoster') return
      if (work.over) isOver = true
      if (work.done < count / 3 || meanwhile.length > 0) return
      meanwhile.push(desk.size().then((size) => [isOver ? 'over' : 'under way', size] as const))
      meanwhile.push(
        desk.office.act({ act: 'startWork', operatorId: desks.hr }).then(() => [isOver ? 'over' : 'under way', undefined] as const),
      )
    })
    const { imported } = value(await desk.office.act(act))
    ends()
    const answers = await Promise.all(meanwhile)
    const size = (before.size ?? 0) + (imported?.parts ?? 0)
    expect(imported).toMatchObject({ entries: count, parts: 7 })
    // The order that waited came last.
    expect(answers).toEqual([
      ['over', size],
      ['over', undefined],
    ])
    expect(await desk.size()).toBe(size + 1)
    expect((await found()).isMore).toBe(true)
    expect(value(await desk.office.ask({ about: 'ledger' })).verified).toBe(true)
    expect(desk.office.faults).toEqual([])
  }, 30_000)
})
