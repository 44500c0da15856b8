// A paper line by line with the place of each: what is compared is what the paper prints.

import { type AsDrawn, typedFor } from './as-drawn.ts'
import type { Place } from './difference.ts'
import type { Block } from './paper.ts'

/** One line of text: a paragraph, the value of a row of facts, a cell of a table. `cells`: the whole row a cell stands in, by column title. */
export type Line = {
  readonly text: string
  readonly place: Place
  readonly isRow?: boolean
  readonly cells?: ReadonlyMap<string, string>
  /** Meetings of one name are told apart by their order: the first, the second of this name. */
  readonly meeting?: { readonly name: string; readonly nth: number; readonly day?: string }
}

const read = new WeakMap<AsDrawn, readonly Line[]>()

export function linesOf(drawn: AsDrawn): readonly Line[] {
  const known = read.get(drawn)
  if (known) return known
  const { abstract, blocks, annex } = drawn.paper
  const typed = typedFor(drawn)
  const lines = [
    { text: abstract, place: withField(typed, abstract, {}) },
    ...linesOfBlocks(blocks, typed),
    ...linesOfBlocks(annex?.blocks ?? [], typed),
  ]
  read.set(drawn, lines)
  return lines
}

function linesOfBlocks(blocks: readonly Block[], typed: Readonly<Record<string, string>>): Line[] {
  let heading: string | undefined
  let paragraph = 0
  return blocks.flatMap((block): Line[] => {
    const under: Place = heading === undefined ? {} : { heading }
    switch (block.type) {
      case 'heading':
        heading = block.text
        return []
      case 'facts':
        return block.rows.map(([label, text]) => ({ text, isRow: true, place: withField(typed, text, { ...under, label }) }))
      case 'table':
        return meetingsOf(block).flatMap(({ cells, meeting }) =>
          [...cells].map(([label, text]) => ({ text, cells, place: { ...under, label }, ...(meeting && { meeting }) })),
        )
      default:
        paragraph += 1
        return [{ text: block.text, place: withField(typed, block.text, { ...under, paragraph }) }]
    }
  })
}

type Row = { readonly cells: ReadonlyMap<string, string>; readonly meeting?: NonNullable<Line['meeting']> }

/** Rows of one meeting stand together; where the meeting changes, or a person comes again, the next one begins. */
function meetingsOf({ columns, rows }: Extract<Block, { type: 'table' }>): Row[] {
  const begun = new Map<string, number>()
  let last = ''
  let people = new Set<string>()
  return rows.map((row): Row => {
    const cells = new Map(columns.map(({ title }, at) => [title, row[at] ?? '']))
    const title = cells.get('Hội nghị')
    if (title === undefined) return { cells }
    const [name = '', day] = title.split(', ngày ')
    const person = cells.get('Họ và tên') ?? ''
    if (title !== last || people.has(person)) {
      begun.set(name, (begun.get(name) ?? 0) + 1)
      people = new Set()
    }
    last = title
    people.add(person)
    return { cells, meeting: { name, nth: begun.get(name) ?? 1, ...(day !== undefined && { day }) } }
  })
}

/** The box whose words stand in this text: there it can be put right. */
function withField(typed: Readonly<Record<string, string>>, text: string, place: Place): Place {
  const field = Object.entries(typed).find(([, words]) =>
    words
      .split('\n')
      .map((one) => one.trim().replace(/[;.,]+$/u, ''))
      .some((one) => one.length > 7 && text.includes(one)),
  )?.[0]
  return field === undefined ? place : { ...place, field }
}
