// Worked cases of the registry by number (programme.md 13), dates known in part, numbers, places and spans of values.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkCitizenNumber } from '../../../workflows/registry/citizen-number.ts'
import { ageOn, isUnder, PartialDate, youngestReading } from '../../../workflows/registry/partial-date.ts'
import { PersonData, PersonPatch, personFields, personGroups } from '../../../workflows/registry/person.ts'
import { listOn, provinceName, provinceToday } from '../../../workflows/registry/places/places.ts'
import { oldProvinces } from '../../../workflows/registry/places/provinces-2004.ts'
import { provinces } from '../../../workflows/registry/places/provinces-2025.ts'
import { contradictionsIn, missingIn } from '../../../workflows/registry/quality.ts'
import { proposedStandard } from '../../../workflows/registry/rank-standard.ts'
import { forever, type Span, spanOn } from '../../../workflows/registry/records.ts'
import { changed, corrected, whole } from '../../../workflows/registry/spans.ts'

const person = (data: object): PersonData => PersonData.parse({ name: 'Nguyễn Thị Hà', ...data })

describe('worked cases', () => {
  test('H-1: a birth year of 1985 is read as 1 January: 40 on 30/6/2025, not under 40, and flagged', () => {
    expect(isUnder('1985', 40, '2025-06-30')).toEqual({ under: false, isFlagged: true })
    expect(isUnder('1985-08-01', 40, '2025-06-30')).toEqual({ under: true, isFlagged: false })
    expect(missingIn(person({ birthDate: '1985' }))).toContain('birthDay')
  })

  test('H-2: rank of specialist with the senior certificate, advanced theory and a degree: senior is proposed', () => {
    const held = {
      rank: { code: '01.003', name: 'Chuyên viên' },
      degrees: [{ level: 'bachelor' }],
      stateManagement: 'senior',
      politicalTheory: 'advanced',
    }
    expect(proposedStandard(person(held))).toBe('senior')
    // Without the theory the certificate carries no further than the rank below.
    expect(proposedStandard(person({ ...held, politicalTheory: 'intermediate' }))).toBe('principal')
    expect(proposedStandard(person({ rank: held.rank, stateManagement: 'senior' }))).toBe('specialist')
  })
})

describe('dates known in part', () => {
  test.each(['1985', '1985-03', '1985-03-20', '2028-02-29'])('%s is one', (date) => expect(PartialDate.safeParse(date).success).toBe(true))
  test.each(['85', '1985-13', '2026-02-29', '1985-3', '20/03/1985', ''])('%j is none', (date) =>
    expect(PartialDate.safeParse(date).success).toBe(false),
  )
  test('ages count by the oldest reading, the youngest ends the year or month', () => {
    expect(ageOn('1985-12', '2025-11-30')).toBe(39)
    expect(ageOn('1985-12', '2025-12-01')).toBe(40)
    expect(ageOn('2000-02-29', '2026-02-28')).toBe(25)
    expect(youngestReading('1985')).toBe('1985-12-31')
    expect(youngestReading('2028-02')).toBe('2028-02-29')
  })
})

describe('the citizen number (documents.md A9.3)', () => {
  test.each([
    ['001180000001', { birthDate: '1980-05-02', sex: 'female' }, []],
    ['001080000001', { birthDate: '1980', sex: 'female' }, ['sex-differs']],
    ['001281000001', { birthDate: '1980', sex: 'male' }, ['century-differs', 'birth-year-differs']],
    ['099180000001', {}, []],
    ['003180000001', {}, ['place-unknown']],
  ] as const)('%s of %j', (number, about, warnings) => expect(checkCitizenNumber(number, about)).toEqual({ isWellFormed: true, warnings }))
  test('twelve digits are the only hard rule', () => expect(checkCitizenNumber('01180000001', {}).isWellFormed).toBe(false))
})

describe('places', () => {
  test('63 provinces went into 34, each into one; the same name changed its code', () => {
    expect(Object.keys(oldProvinces)).toHaveLength(63)
    expect(Object.keys(provinces)).toHaveLength(34)
    const now = Object.keys(oldProvinces).map((code) => provinceToday({ list: 'QD124_2004', code })?.code)
    expect(new Set(now)).toEqual(new Set(Object.keys(provinces)))
    expect(provinceToday({ list: 'QD124_2004', code: '10' })).toEqual({ list: 'QD19_2025', code: '15' })
    expect(provinceName({ list: 'QD124_2004', code: '15' })).toBe('Yên Bái')
    expect(provinceName({ list: 'QD19_2025', code: '15' })).toBe('Lào Cai')
    expect([listOn('2025-06-30'), listOn('2025-07-01')]).toEqual(['QD124_2004', 'QD19_2025'])
  })
})

describe('a record', () => {
  test('every field of the form stands in one group', () => {
    expect(Object.values(personGroups).flat().toSorted()).toEqual([...personFields].sort())
  })
  test('a patch says something, and only what the form knows', () => {
    expect(PersonPatch.safeParse({}).success).toBe(false)
    expect(PersonPatch.safeParse({ phone: null }).success).toBe(true)
    expect(PersonPatch.safeParse({ name: null }).success).toBe(false)
    expect(PersonPatch.safeParse({ shoeSize: 42 }).success).toBe(false)
  })
  test('what contradicts itself is named, and a date known in part contradicts nothing it could agree with', () => {
    expect(contradictionsIn(person({ birthDate: '1980-05-02', partyJoinedOn: '1997-05-01', partyOfficialOn: '1996-01-01' }), [])).toEqual([
      'party-official-before-joined',
      'party-too-young',
    ])
    expect(contradictionsIn(person({ birthDate: '1980-05-02', partyJoinedOn: '1998' }), [])).toEqual([])
  })
})

describe('values in time', () => {
  type Values = { readonly a?: string; readonly b?: string }
  const day = fc.constantFrom('2010-01-01', '2015-06-30', '2018-01-01', '2021-07-01', '2024-02-29', '2026-11-23')
  const patch = fc.record({ a: fc.constantFrom('1', '2', null), b: fc.constantFrom('x', 'y', null) }, { requiredKeys: [] })
  const edits = fc.array(fc.record({ isChange: fc.boolean(), day, patch }), { maxLength: 12 })
  const apply = (spans: readonly Span<Values>[], one: { isChange: boolean; day: string; patch: object }) =>
    one.isChange ? changed(spans, one.day, one.patch as Values) : corrected(spans, one.day, one.patch as Values)

  test('spans stay in order without gaps and say nothing twice', () => {
    fc.assert(
      fc.property(edits, (list) => {
        const spans = list.reduce(apply, whole<Values>('', { a: '0' }))
        expect(spans[0]?.from).toBe('')
        expect(spans.at(-1)?.until).toBe(forever)
        spans.slice(1).forEach((span, index) => {
          expect(span.from).toBe(spans[index]?.until)
          expect(span.data).not.toEqual(spans[index]?.data)
        })
      }),
    )
  })

  test('after a change or a correction the day it speaks of says what was said', () => {
    fc.assert(
      fc.property(edits, fc.boolean(), day, patch, (list, isChange, on, set) => {
        const before = list.reduce(apply, whole<Values>('', { a: '0' }))
        const now: Readonly<Record<string, string | undefined>> = spanOn(apply(before, { isChange, day: on, patch: set }), on)?.data ?? {}
        for (const [field, value] of Object.entries(set)) expect(now[field] ?? null).toBe(value)
      }),
    )
  })

  test('a correction leaves the days on which another value was in force', () => {
    fc.assert(
      fc.property(edits, day, day, (list, on, other) => {
        const before = list.reduce(apply, whole<Values>('', { a: '0' }))
        const wrong = spanOn(before, on)?.data.a
        const after = corrected(before, on, { a: 'right' })
        const was = spanOn(before, other)?.data.a
        if (was !== wrong) expect(spanOn(after, other)?.data.a).toBe(was)
        expect(spanOn(after, other)?.data.b).toBe(spanOn(before, other)?.data.b)
      }),
    )
  })
})
