// DIỄN TẬP on every page of every kind of paper a rehearsal draws, in every form, however long.
import { describe, expect, test } from 'vitest'
import { checkSheet } from '../../records/check-sheet.ts'
import { paperKinds } from '../../workflows/papers/kinds.ts'
import { type Paper, slipFormats } from '../../workflows/papers/paper.ts'
import { put, run, workFolder } from '../support/tools.ts'
import { everyPaper, everyRehearsedPaper, type Form, withRecipients, withRows } from './every-paper.ts'
import { sharedTypesetter } from './making.ts'

const mark = 'DIỄN TẬP'

/** What stands on each page, the marks turned in the middle of it with their letters in a row. */
async function pagesOf(paper: Paper): Promise<readonly string[]> {
  const drawn = await (await sharedTypesetter()).typeset(paper, null)
  if (!drawn.ok) throw new Error(JSON.stringify(drawn.refusal))
  return run('pdftotext', ['-raw', put(workFolder(), 'paper.pdf', drawn.value), '-'])
    .split('\f')
    .slice(0, -1)
}

const markedPages = (pages: readonly string[]) => pages.filter((page) => page.includes(mark))

describe.each<Form>(['State', 'Party'])('in the %s form', (form) => {
  const papers = everyRehearsedPaper(form)

  test('a rehearsal draws every kind of paper there is', () => {
    expect(papers.map(({ kind }) => kind).toSorted()).toEqual([...paperKinds].toSorted())
  })

  test.each(papers.map((paper) => [paper.kind, paper] as const))(
    'every page of %s says so, and no page that it is a sample',
    async (_kind, paper) => {
      const pages = await pagesOf(paper)
      expect(pages.length).toBeGreaterThan(0)
      expect(markedPages(pages)).toEqual(pages)
      expect(pages.join('')).not.toContain('DỮ LIỆU MẪU')
    },
  )

  test('the same papers of a real case say nothing of it', async () => {
    for (const paper of everyPaper(form).slice(0, 3)) expect(markedPages(await pagesOf(paper))).toEqual([])
  })
})

test('a table over many pages, upright and on its side, bears it on each', async () => {
  const papers = everyRehearsedPaper('State')
  for (const kind of ['conferenceMinutes', 'convocationList', 'nomineeList'] as const) {
    const paper = papers.find((one) => one.kind === kind)
    if (!paper) throw new Error(kind)
    const pages = await pagesOf(withRecipients(withRows(paper, 120), 40))
    expect(pages.length).toBeGreaterThan(3)
    expect(markedPages(pages)).toEqual(pages)
  }
})

test.each(slipFormats)('slips in the format %s bear it', async (format) => {
  const slip = everyRehearsedPaper('State').find(({ kind }) => kind === 'ballotSlip')
  if (!slip?.slip) throw new Error('no slip')
  const pages = await pagesOf({ ...slip, slip: { ...slip.slip, format } })
  const slips = Number(/x(\d)$/u.exec(format)?.[1] ?? 1)
  for (const page of pages) expect(page.split(mark).length - 1).toBeGreaterThanOrEqual(slips)
})

test('the printed report of a check calls it a rehearsal in both languages, and a sample a sample', async () => {
  const reportOf = (codes: readonly string[]) => ({
    isSample: true,
    overall: 'KHONG_HOP_LE' as const,
    lines: codes.map((code) => ({ no: 1, code, state: 'note' as const, numbers: {} })),
    sha256: 'a'.repeat(64),
  })
  const typesetter = await sharedTypesetter()
  for (const [lang, codes, words] of [
    ['vi', ['SAMPLE', 'REHEARSAL'], mark],
    ['en', ['SAMPLE', 'REHEARSAL'], 'REHEARSAL'],
    ['vi', ['SAMPLE'], 'DỮ LIỆU MẪU'],
    ['en', ['SAMPLE'], 'SAMPLE DATA'],
  ] as const) {
    const sheet = checkSheet([{ name: 'bien-ban.pdf', report: reportOf(codes) as never }], lang, '2026-11-30')
    expect(sheet.files[0]?.mark).toBe(words)
    const drawn = await typesetter.checkReport(sheet)
    if (!drawn.ok) throw new Error(JSON.stringify(drawn.refusal))
    expect(run('pdftotext', ['-raw', put(workFolder(), 'bao-cao.pdf', drawn.value), '-']).split('\n')).toContain(words)
  }
})
