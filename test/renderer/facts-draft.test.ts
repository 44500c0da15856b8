// What registry and planning know of a nominee goes through the boxes whole: what has no box is not lost, and what is changed by hand is not kept.
import { expect, test } from 'vitest'
import { draftOf, factsOf, knownIn } from '../../renderer/screens/case/facts-draft.ts'
import { NomineeFacts } from '../../workflows/eligibility/nominee-facts.ts'

const on = '2026-09-08'
const post = { title: 'Phó Giám đốc', unit: 'Sở Mẫu', isHead: false }
const known = NomineeFacts.parse({
  birthDate: '1977-07-28',
  planning: { on, list: [{ post: 'Phó Giám đốc', relation: 'samePost', from: on, document: { number: '12-QĐ/TU', date: on } }] },
  held: { on, list: [{ post: 'Trưởng phòng', level: 'nextLower', from: '2020-01-01', lostByDiscipline: true }] },
  disciplines: { on, list: [{ sanction: 'warning', effectiveOn: '2020-03-10', document: '5-QĐ', overturnedOn: '2021-01-01' }] },
  relatives: {
    on,
    list: [
      {
        name: 'Lê Thị Bích',
        relation: 'sister',
        inLaw: true,
        from: '2021-01-01',
        holds: { post: 'Giám đốc', unit: 'Sở Mẫu', level: 'province', isHead: true, isKey: true, superior: 'UBND tỉnh' },
      },
    ],
  },
})

test('an untouched line says what was known, with its document and whatever else has no box', () => {
  expect(factsOf(draftOf(known, undefined, undefined), post as never, on)?.facts).toEqual(known)
})

test('a line changed by hand says what its boxes say, and nothing of before', () => {
  const draft = draftOf(known, undefined, undefined)
  const [row] = draft.looked.planning.rows
  const changed = { ...draft, looked: { ...draft.looked, planning: { ...draft.looked.planning, rows: [{ ...row, relation: 'higher' }] } } }
  expect(factsOf(changed, post as never, on)?.facts.planning?.list).toEqual([{ post: 'Phó Giám đốc', relation: 'higher', from: on }])
})

test('each part of the form says how much of it is known: a list once it was looked up, deputies only beside a head', () => {
  const draft = draftOf(known, undefined, undefined)
  expect(knownIn(draft, false, 2026)).toEqual({
    person: { known: 1, of: 5 },
    ratings: { known: 0, of: 3 },
    said: { known: 0, of: 11 },
    lists: { known: 4, of: 7 },
  })
  expect(knownIn({ ...draft, ratings: { 2025: 'good', 2020: 'good' } }, true, 2026)).toMatchObject({
    ratings: { known: 1, of: 3 },
    said: { known: 0, of: 9 },
  })
})
