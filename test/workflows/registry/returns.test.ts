// Returns hold together: what is counted is listed, women are no more than all, age bands and levels add up to the total.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { degreeLevels, type PersonData, politicalTheoryLevels, rankStandards, sexes } from '../../../workflows/registry/person.ts'
import { figureFaults } from '../../../workflows/registry/returns/figures.ts'
import { type CountedPerson, countQuality, qualityReturn } from '../../../workflows/registry/returns/quality-return.ts'
import { qualityFigures } from '../../../workflows/wording/return-figures.ts'
import { peopleSheet, qualitySheet } from '../../../workflows/wording/returns.ts'

const day = '2025-06-30'
const person = (personId: string, data: Partial<PersonData>, ...units: string[]): CountedPerson => ({
  personId,
  data: { name: 'Nguyễn Văn An', ...data },
  units,
})

describe('BC-01', () => {
  test('H-1: a birth year alone is read as its first day: 1985 is 40 on 30/6/2025, and flagged', () => {
    const counted = qualityReturn([person('p1', { birthDate: '1985' })], day)
    expect([counted.all.ages, counted.flagged]).toEqual([[0, 0, 1, 0, 0], ['p1']])
  })
  test.each([
    ['1995-07-01', 0],
    ['1995-06-30', 1],
    ['1985-07-01', 1],
    ['1985-06-30', 2],
    ['1975-06-30', 3],
    ['1970-06-30', 4],
  ])('born %s stands in band %i: a birthday is reached on its day', (birthDate, band) => {
    const ages = [0, 0, 0, 0, 0]
    ages[band] = 1
    expect(countQuality([{ name: 'A', birthDate }], day).ages).toEqual(ages)
  })
  test('H-3: secretary and chair of one commune is one person; of two units, one in each row and once in all', () => {
    const counted = qualityReturn(
      [person('p1', { sex: 'female' }, 'Đảng ủy xã', 'Đảng ủy xã'), person('p2', {}, 'Đảng ủy xã', 'UBND xã'), person('p3', {})],
      day,
    )
    expect(counted.rows.map(({ unit, counts }) => [unit, counts.total, counts.women])).toEqual([
      ['', 1, 0],
      ['UBND xã', 1, 0],
      ['Đảng ủy xã', 2, 1],
    ])
    expect([counted.all.total, counted.inSeveral, figureFaults(qualityFigures(counted), 3)]).toEqual([3, 1, []])
  })
  test('the highest degree alone counts; ranks by code, then by name', () => {
    const counts = countQuality(
      [
        { name: 'A', degrees: [{ level: 'bachelor' }, { level: 'master' }], rank: { code: '01.002', name: 'CVC' } },
        { name: 'B', rank: { name: 'Chuyên viên cao cấp' } },
        { name: 'C', degrees: [{ level: 'college' }], rank: { code: 'V.07.03.28', name: 'Giáo viên' } },
      ],
      day,
    )
    expect(counts.degrees).toMatchObject({ master: 1, bachelor: 0, college: 1, none: 1 })
    expect(counts.ranks).toMatchObject({ principal: 1, senior: 1, other: 1, none: 0 })
  })
  test('a return that does not hold together says where', () => {
    const good = qualityFigures(qualityReturn([person('p1', { birthDate: '1980-01-01', sex: 'female' }, 'Sở')], day))
    const at = (head: string): number => good.columns.findIndex((column) => column.head === head)
    const put = (head: string, value: number) => good.all.map((one, i) => (i === at(head) ? value : one))
    expect(figureFaults({ ...good, all: put('Nữ', 2) }, 5)).toEqual([
      { code: 'column-exceeds-total', unit: '*', column: 'Nữ', count: 2, total: 1 },
      { code: 'column-differs-from-rows', column: 'Nữ', sum: 1, total: 2 },
      { code: 'list-differs-from-total', listed: 5, total: 1 },
    ])
    expect(figureFaults({ ...good, all: put('Tuổi: 40-49', 0) }, 1)).toEqual([
      { code: 'part-differs-from-total', unit: '*', part: 'ages', sum: 0, total: 1 },
      { code: 'column-differs-from-rows', column: 'Tuổi: 40-49', sum: 1, total: 0 },
    ])
  })

  const someone = fc.record(
    {
      birthDate: fc.constantFrom('1960', '1975-08', '1980-03-20', '1996-02-29'),
      sex: fc.constantFrom(...sexes),
      ethnicity: fc.constantFrom('Kinh', 'Tày', 'kinh'),
      religion: fc.constantFrom('Không', 'Công giáo'),
      partyJoinedOn: fc.constant('2001-02-03'),
      degrees: fc.array(fc.record({ level: fc.constantFrom(...degreeLevels) }), { maxLength: 3 }),
      politicalTheory: fc.constantFrom(...politicalTheoryLevels),
      stateManagement: fc.constantFrom(...rankStandards),
      rank: fc.constantFrom({ name: 'Chuyên viên' }, { code: '01.001', name: 'CVCC' }, { name: 'Bác sĩ' }),
    },
    { requiredKeys: [] },
  )
  test('whoever they are, totals equal the list, women are no more, bands and levels add up', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(someone, fc.subarray(['Sở', 'Phòng', 'Xã'])), { maxLength: 30 }), (people) => {
        const counted = qualityReturn(
          people.map(([data, units], i) => person(`p${i}`, data as Partial<PersonData>, ...units)),
          day,
        )
        expect(figureFaults(qualityFigures(counted), people.length)).toEqual([])
      }),
      { numRuns: 200, seed: 3 },
    )
  })
})

test('the sheet of BC-01 ends with everybody once; the list beside it has as many rows as that total', () => {
  const people = [
    person('p1', { birthDate: '1980-01-01', sex: 'female' }, 'Sở', 'Phòng'),
    person('p2', { birthDate: '1990-01-01' }, 'Sở'),
  ].map((one) => ({ ...one, posts: [] }))
  const sheet = qualitySheet(qualityReturn(people, day))
  const last = sheet.rows.at(-1) ?? []
  expect([sheet.rows.length, last[1], last[2], last[3]]).toEqual([3, 'Tổng cộng', 2, 1])
  expect(sheet.rows.every((row) => row.length === sheet.columns.length)).toBe(true)
  expect(peopleSheet(people, day, '').rows).toHaveLength(Number(last[2]))
})
