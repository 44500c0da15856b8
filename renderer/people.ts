// People as typed into lists before there is a registry: the same name in the same case is the same person, unless a mark tells them apart.
import type { ConvocationRow } from '../workflows/conference/commands.ts'
import { PersonId } from '../workflows/core/ids.ts'
import type { CaseView } from '../workflows/procedure/case-view.ts'
import { clean } from './parts/form.tsx'

const fold = (name: string) => clean(name).toLocaleLowerCase('vi')

/** Everyone the case already knows, by name: nominees and all who were convened. */
function knownPeople(view: CaseView): ReadonlyMap<string, string> {
  const known = new Map<string, string>()
  const conferences = [...view.pastConferences, ...(view.conference === undefined ? [] : [view.conference])]
  for (const conference of conferences) for (const invitee of conference.list) known.set(fold(invitee.name), invitee.personId)
  for (const nominee of view.nominees) known.set(fold(nominee.name), nominee.personId)
  return known
}

/** A name as the typed list says it, with a mark where two people bear it. */
function namesAndMarks(rows: readonly ConvocationRow[]): readonly (readonly [text: string, personId: string, mark: string])[] {
  const people = new Map<string, Set<string>>()
  for (const { name, personId } of rows) people.set(fold(name), (people.get(fold(name)) ?? new Set()).add(personId))
  return rows.map(({ name, personId }) => {
    const mark = (people.get(fold(name))?.size ?? 0) > 1 ? personId : ''
    return [mark === '' ? name : `${name} ${mark}`, personId, mark]
  })
}

/** Rows drawn from the registry as one would type them. */
export const writeDrawn = (rows: readonly ConvocationRow[]): string =>
  namesAndMarks(rows)
    .map(([, , mark], index) => [rows[index]?.name, rows[index]?.title, rows[index]?.role, '', mark].join('; ').replace(/(; )+$/, ''))
    .join('\n')

/** How a list typed differs from the one drawn: people added, left out, and listed otherwise; null where it is the same. */
export function handChanges(
  drawn: readonly ConvocationRow[],
  rows: readonly ConvocationRow[],
): { readonly added: number; readonly removed: number; readonly edited: number } | null {
  const of = (list: readonly ConvocationRow[]) => {
    const people = new Map<string, string>()
    for (const { personId, title, role, hasVote } of list)
      people.set(personId, `${people.get(personId) ?? ''}${JSON.stringify([title, role, hasVote])}`)
    return people
  }
  const [before, after] = [of(drawn), of(rows)]
  const added = [...after.keys()].filter((id) => !before.has(id)).length
  const removed = [...before.keys()].filter((id) => !after.has(id)).length
  const edited = [...after].filter(([id, said]) => before.has(id) && before.get(id) !== said).length
  return added + removed + edited === 0 ? null : { added, removed, edited }
}

/** New ids for people nobody knows yet; the same name asks once. */
export function idBook(view: CaseView, drawn: readonly ConvocationRow[] = []) {
  const book = new Map(knownPeople(view))
  // People drawn from the registry keep the ids they have there.
  for (const [text, personId] of namesAndMarks(drawn)) if (!book.has(fold(text))) book.set(fold(text), personId)
  return (name: string): PersonId => {
    const key = fold(name)
    const id = book.get(key) ?? crypto.randomUUID()
    book.set(key, id)
    return PersonId.parse(id)
  }
}

export type ListLine = { readonly lineNo: number; readonly row?: ConvocationRow; readonly problem?: 'name-missing' | 'too-many-columns' }

const noVote = /^(không|khong|0|no|k)(\s|$)/i

/**
 * The typed list: a line a person, columns parted by a tab or a semicolon: name; title; role; `không` where the person has no vote;
 * a mark that tells two people of one name apart.
 */
export function readList(text: string, idOf: (name: string) => PersonId): readonly ListLine[] {
  return text
    .split('\n')
    .map((line, index) => ({ line: clean(line), lineNo: index + 1 }))
    .filter(({ line }) => line !== '')
    .map(({ line, lineNo }) => {
      const [name = '', title = '', role = '', vote = '', mark = '', ...more] = line.split(/\t|;/).map(clean)
      if (name === '') return { lineNo, problem: 'name-missing' }
      if (more.length > 0) return { lineNo, problem: 'too-many-columns' }
      const personId = idOf(mark === '' ? name : `${name} ${mark}`)
      return {
        lineNo,
        row: {
          personId,
          name,
          title: title === '' ? '-' : title,
          role: role === '' ? (title === '' ? '-' : title) : role,
          hasVote: !noVote.test(vote),
        },
      }
    })
}

/** The list as one would type it, to correct it. */
export const writeList = (
  rows: readonly { readonly name: string; readonly title: string; readonly roles: readonly string[]; readonly hasVote: boolean }[],
): string =>
  rows
    .flatMap((row) => row.roles.map((role) => [row.name, row.title, role, row.hasVote ? '' : 'không'].join('; ').replace(/(; )+$/, '')))
    .join('\n')

/** Given name first, as Vietnamese lists are read: `Nguyễn Thị An` stands under `An`. */
export const byGivenName = (one: string, other: string): number => {
  const given = (name: string) => name.trim().split(/\s+/).at(-1) ?? ''
  return given(one).localeCompare(given(other), 'vi') || one.localeCompare(other, 'vi')
}
