// Every paper the app draws has the places to sign that a check asks of its kind.
import { describe, expect, test } from 'vitest'
import { paperKinds, paperSlugs } from '../../../workflows/papers/kinds.ts'
import { paperKindOf, placesDue } from '../../../workflows/papers/signing-places.ts'
import { signerRoles } from '../../../workflows/wording/check-subjects.ts'
import { everyPaper } from '../../records/every-paper.ts'

describe.each(['Party', 'State'] as const)('papers of a %s body', (form) => {
  const papers = everyPaper(form)

  test('are of every kind', () => {
    expect(new Set(papers.map(({ kind }) => kind))).toEqual(new Set(paperKinds))
  })

  test.each(papers.map((paper) => [paper.kind, paper] as const))('%s has the places that are due', (kind, { signBlocks }) => {
    const held = signBlocks.filter(({ required }) => required).map(({ field }) => field)
    expect(placesDue[kind].filter((places) => !places.some((place) => held.includes(place)))).toEqual([])
    // What may go unsigned by law is the slip alone.
    expect(placesDue[kind].length > 0).toBe(kind !== 'ballotSlip')
  })
})

test('a kind is known by the name records give it', () => {
  expect(paperKinds.map((kind) => paperKindOf(paperSlugs[kind]))).toEqual([...paperKinds])
  expect([paperKindOf('bao-cao'), paperKindOf('')]).toEqual([undefined, undefined])
})

test('every place that is due has words', () => {
  const roles = Object.values(placesDue)
    .flat(2)
    .map((field) => field.replace(/^ky\./, '').replace(/_\d+$/, '').replaceAll('_', '-'))
  const known = Object.keys(signerRoles.vi)
  expect(roles.filter((role) => !known.includes(role))).toEqual([])
})
