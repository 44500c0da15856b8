// The list of cases: a window at a time, nearest deadline first; its rows are written late, and a crash loses none of it.
import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { keyFileOf } from '../../db/key-file.ts'
import { openArchive } from '../../db/open.ts'
import { replayArchive } from '../../electron/cli/replay.ts'
import type { CaseSummary } from '../../workflows/office.ts'
import { sampleCases } from '../../workflows/sample/many.ts'
import { freshFolder, passphrase, type TestOffice, testOffice, value } from './office.ts'

type CaseOrder = Extract<Parameters<TestOffice['dispatch']>[0], { to: 'case' }>

/** A file with `n` short cases, each order through the doorway. */
async function officeWith(n: number): Promise<TestOffice> {
  const samples = [...sampleCases(n)]
  const [first] = samples
  if (!first) throw new Error('no sample')
  let now = first.acts[0]?.at ?? ''
  const office = await testOffice(now)
  value(
    await office.act({
      act: 'createFile',
      file: office.file,
      passphrase,
      organisation: first.organisation,
      operators: [...first.operators],
    }),
  )
  for (const { caseId, acts } of samples) {
    let seen = 0
    let atWork = ''
    for (const { by, at, command } of acts) {
      now = Date.parse(at) > Date.parse(now) ? at : now
      office.setClock(now)
      if (by !== atWork) value(await office.act({ act: 'startWork', operatorId: by as never }))
      atWork = by
      const order: CaseOrder = { to: 'case', caseId: caseId as CaseOrder['caseId'], seen, command }
      seen = value(await office.dispatch(order)).case?.version ?? 0
    }
  }
  return office
}

const rowsOf = async (office: TestOffice): Promise<readonly CaseSummary[]> => value(await office.ask({ about: 'cases', count: 500 })).rows

/** What a crash at this moment would leave on the disk. */
function crashOf(office: TestOffice): string {
  const file = join(freshFolder(), 'thu.tiencu')
  copyFileSync(office.file, file)
  if (existsSync(`${office.file}-wal`)) copyFileSync(`${office.file}-wal`, `${file}-wal`)
  copyFileSync(keyFileOf(office.file), keyFileOf(file))
  return file
}

function inArchive<T>(file: string, work: (archive: ReturnType<typeof openArchive>) => T, readOnly = false): T {
  const archive = openArchive({ file, passphrase, readOnly })
  try {
    return work(archive)
  } finally {
    archive.close()
  }
}

describe('a window of the list', () => {
  test('tells how many there are, how many match, and gives the lines asked for, nearest deadline first', async () => {
    const office = await officeWith(9)
    const rows = await rowsOf(office)
    expect(rows).toHaveLength(9)
    const due = rows.map(({ nextDeadline }) => nextDeadline?.dueOn ?? '9999')
    expect(due).toEqual(due.toSorted())
    expect(new Set(due).size).toBeGreaterThan(1)
    expect(value(await office.ask({ about: 'cases', from: 4, count: 3 }))).toEqual({ total: 9, found: 9, from: 4, rows: rows.slice(4, 7) })
    expect(value(await office.ask({ about: 'cases', from: 50 }))).toEqual({ total: 9, found: 9, from: 50, rows: [] })
    const heads = rows.filter(({ title }) => /phó|phòng/i.test(title))
    expect(heads.length).toBeGreaterThan(1)
    const found = value(await office.ask({ about: 'cases', search: 'PHO', from: 1, count: 500 }))
    expect(found).toEqual({ total: 9, found: heads.length, from: 1, rows: heads.slice(1) })
  })
})

describe('rows written late', () => {
  test('are told anew when a file left by a crash is opened, and replay finds no fault in them', async () => {
    const office = await officeWith(9)
    const rows = await rowsOf(office)
    const crashed = crashOf(office)
    expect(inArchive(crashed, ({ summaries }) => summaries.behind().length)).toBeGreaterThan(0)
    expect(inArchive(crashed, replayArchive, true).broken).toBeUndefined()
    const again = await testOffice(rows[0]?.lastAt ?? '')
    value(await again.act({ act: 'openFile', file: crashed, passphrase }))
    expect(await rowsOf(again)).toEqual(rows)
    value(await again.act({ act: 'closeFile' }))
    expect(inArchive(crashed, ({ summaries }) => summaries.behind())).toEqual([])
    expect(inArchive(crashed, replayArchive, true).broken).toBeUndefined()
  })

  test('are written at closing, and the list is the same when the file is opened again', async () => {
    const office = await officeWith(5)
    const rows = await rowsOf(office)
    value(await office.act({ act: 'closeFile' }))
    expect(inArchive(office.file, ({ summaries }) => summaries.behind())).toEqual([])
    value(await office.act({ act: 'openFile', file: office.file, passphrase }))
    expect(await rowsOf(office)).toEqual(rows)
  })

  test('do not excuse a row that is missing, of another version or of other words', async () => {
    const office = await officeWith(5)
    value(await office.act({ act: 'closeFile' }))
    const [row] = inArchive(office.file, ({ summaries }) => summaries.list())
    if (!row) throw new Error('no row')
    const wrong = [
      { ...row, version: row.version - 1 },
      { ...row, version: row.version + 1 },
      { ...row, sortText: 'khác' },
    ]
    for (const change of wrong) {
      inArchive(office.file, ({ summaries }) => summaries.putAll([change]))
      expect(inArchive(office.file, replayArchive, true).broken).toMatchObject({ what: 'summary-differs', stream: row.stream })
    }
    inArchive(office.file, ({ summaries }) => {
      const rest = summaries.list().filter(({ stream }) => stream !== row.stream)
      summaries.dropAll()
      summaries.putAll(rest)
    })
    expect(inArchive(office.file, replayArchive, true).broken).toMatchObject({ what: 'summary-missing', stream: row.stream })
  })

  test('change with the holidays, and the list agrees with the facts again', async () => {
    const office = await officeWith(5)
    const before = await rowsOf(office)
    const due = before.flatMap(({ nextDeadline }) => nextDeadline?.dueOn ?? [])[0] ?? ''
    const { officeVersion: seen } = value(await office.ask({ about: 'session' }))
    const year = Number(due.slice(0, 4))
    value(await office.dispatch({ to: 'office', seen, command: { type: 'changeHolidays', year, off: [due as never], working: [] } }))
    const after = await rowsOf(office)
    expect(after.flatMap(({ nextDeadline }) => nextDeadline?.dueOn ?? [])).not.toContain(due)
    value(await office.act({ act: 'closeFile' }))
    expect(inArchive(office.file, replayArchive, true).broken).toBeUndefined()
  })
})
