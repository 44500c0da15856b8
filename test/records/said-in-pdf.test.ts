// Every paper as drawn says what its Word copy would say, wherever its pages break; one that was put otherwise is told.
import { describe, expect, test } from 'vitest'
import { notSaidIn } from '../../records/word/said-in-pdf.ts'
import type { Paper } from '../../workflows/papers/paper.ts'
import { everyPaper, type Form, textOfWords, withLongNames, withRows, withTallRows } from './every-paper.ts'
import { sharedTypesetter } from './making.ts'

const pdfOf = async (paper: Paper): Promise<Uint8Array> => {
  const made = await (await sharedTypesetter()).typeset(paper, null)
  if (!made.ok) throw new Error(`${paper.kind}: ${JSON.stringify(made.refusal)}`)
  return made.value
}
const unsaid = async (paper: Paper, other: Paper = paper) => {
  const { blocks: body, annex, slip } = other
  return notSaidIn(await pdfOf(paper), { body, ...(annex && { annex }), ...(slip && { slip }) })
}

describe.each(['Party', 'State'] as const)('in the %s form', (form: Form) => {
  const papers = everyPaper(form)
  test('every paper says all of it', async () => {
    for (const paper of papers) expect([paper.kind, await unsaid(paper)]).toEqual([paper.kind, []])
  }, 60_000)

  test('over many pages, with long names, long rows, and paragraphs that break', async () => {
    const text: Paper['blocks'][number] = { type: 'paragraph', text: textOfWords(700) }
    for (const paper of papers.filter(({ slip }) => !slip)) {
      const long = withLongNames(withRows(paper, 30))
      expect([paper.kind, await unsaid({ ...long, blocks: [text, ...long.blocks] })]).toEqual([paper.kind, []])
      if (paper.kind === 'nomineeList') expect(await unsaid(withTallRows(paper, 'last'))).toEqual([])
    }
  }, 120_000)

  test('what another version would put otherwise is told, a word or a paragraph', async () => {
    const minutes = papers.find(({ kind }) => kind === 'conferenceMinutes')
    if (!minutes) throw new Error('minutes')
    const [first, ...rest] = minutes.blocks
    if (first?.type !== 'paragraph') throw new Error('a paragraph')
    const other = { ...first, text: first.text.replace('tổ chức', 'tiến hành') }
    const added = { type: 'paragraph', text: 'Một đoạn mà bản PDF không có.' } as const
    expect(await unsaid(minutes, { ...minutes, blocks: [other, ...rest, added] })).toEqual([other.text, added.text])
  })
})
