// The share of each person is found where the papers print it, for one nominee and for sixty, whatever they are called and however their names
// break; and the share of another never passes for it.
import { describe, expect, test } from 'vitest'
import { PageWords } from '../../records/checks/page-words.ts'
import { pagesOf } from '../../records/pdf/document.ts'
import { openPdf } from '../../records/pdf/file.ts'
import { pageRuns } from '../../records/pdf/page-text.ts'
import type { Block, Paper } from '../../workflows/papers/paper.ts'
import { everyPaper, withLongNames } from './every-paper.ts'
import { sha256, sharedTypesetter } from './making.ts'

const record = new TextEncoder().encode('{}')

async function wordsOf(paper: Paper): Promise<PageWords> {
  const made = await (await sharedTypesetter()).typeset({ ...paper, proof: { ...paper.proof, recordSha256: sha256(record) } }, record)
  if (!made.ok) throw new Error(JSON.stringify(made.refusal))
  const file = openPdf(made.value)
  return new PageWords(await Promise.all(pagesOf(file).map((page) => pageRuns(file, page))))
}

const families = ['Nguyễn Văn', 'Nguyễn', 'Công Tằng Tôn Nữ Lê', 'Trần Thị Ngọc']
const given = ['An', 'Anh', 'Bình', 'Bình An', 'Hoàng Ngọc Phương Thủy Nghĩa', 'Ý']
const two = (number: number) => String(number).padStart(2, '0')
const nameOf = (i: number) =>
  `${families[i % 4]} ${given[i % 6]}${i > 23 ? ` ${String.fromCharCode(65 + (i % 26))}n${'aeiou'[Math.floor(i / 26)]}` : ''}`
const shareOf = (i: number) => `${(i * 7) % 24}/24 = ${two(i)},${two((i * 37) % 100)}%`

type Person = { readonly name: string; readonly share: string }

/** Its tables that print shares, filled with so many people; null where the paper has none. */
function withPeople(paper: Paper, count: number): { readonly paper: Paper; readonly people: readonly Person[] } | null {
  const people = Array.from({ length: count }, (_, i) => ({ name: nameOf(i), share: shareOf(i) }))
  let isFilled = false
  const blocks = paper.blocks.map((block): Block => {
    if (block.type !== 'table' || isFilled) return block
    const [row] = block.rows
    const share = row?.findIndex((cell) => typeof cell === 'string' && /\d,\d\d%/.test(cell)) ?? -1
    const name = row?.findIndex((cell) => typeof cell === 'string' && /^\p{Lu}\p{L}+ \p{Lu}/u.test(cell)) ?? -1
    if (!row || share < 0 || name < 0) return block
    isFilled = true
    const rows = people.map((one) => row.map((cell, at) => (at === name ? one.name : at === share ? one.share : cell)))
    return { ...block, rows }
  })
  return isFilled ? { paper: { ...paper, blocks }, people } : null
}

describe.each(['Party', 'State'] as const)('in the %s form', (form) => {
  const papers = everyPaper(form).filter((paper) => withPeople(paper, 1) !== null)

  test('some papers print shares in tables', () => {
    expect(papers.map(({ kind }) => kind)).toContain('voteCountMinutes')
  })

  test.each([1, 2, 3, 7, 24, 60])(
    'of %i people',
    async (count) => {
      for (const one of papers) {
        const filled = withPeople(one, count)
        if (!filled) throw new Error('no table')
        for (const paper of [filled.paper, withLongNames(filled.paper)]) {
          const words = await wordsOf(paper)
          const names = filled.people.map(({ name }) => name)
          const lost = filled.people.filter(
            ({ name, share }) => !words.say({ words: name }) || !words.say({ words: share, of: name, names }),
          )
          expect([paper.kind, lost]).toEqual([paper.kind, []])
          const taken = filled.people.filter(({ name }, i) => {
            const other = filled.people[(i + 1) % count]
            return other !== undefined && other.name !== name && words.say({ words: other.share, of: name, names })
          })
          expect([paper.kind, taken]).toEqual([paper.kind, []])
        }
      }
    },
    60_000,
  )
})
