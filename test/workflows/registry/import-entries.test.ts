// Whatever stands in a workbook, what an import would record has the shape of the registry: a fact that cannot be read back is never written.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical } from '../../../workflows/core/canonical.ts'
import { UnitId } from '../../../workflows/core/ids.ts'
import { RegistryEntry } from '../../../workflows/registry/entries.ts'
import { newIds } from '../../../workflows/registry/ids.ts'
import { startAccount } from '../../../workflows/registry/import/account.ts'
import { importParts } from '../../../workflows/registry/import/entries.ts'
import { type ImportField, importFields } from '../../../workflows/registry/import/fields.ts'
import { recogniseLayout } from '../../../workflows/registry/import/layout.ts'
import { type ImportPlan, suggestedPlan } from '../../../workflows/registry/import/plan.ts'
import { rowReader } from '../../../workflows/registry/import/rows.ts'
import type { RawCell, RawSheet } from '../../../workflows/registry/import/sheet.ts'
import { type KnownUnit, knownRegistry } from '../../support/registry-known.ts'

const plain: Omit<RawSheet, 'rows'> = { name: 'S', merges: [], hiddenRows: [], hiddenColumns: [], isHidden: false, faces: [] }

/** Cells of rosters, and cells of nightmares. */
const cell: fc.Arbitrary<RawCell> = fc.oneof(
  fc.constantFrom<RawCell[]>(
    null,
    'Nguyễn Văn An',
    'TRẦN THỊ BÌNH',
    '15/08/1975',
    '1975',
    '036075001234',
    36075001234,
    'Nam',
    'x',
    'Đại học',
    'ThS. Luật',
    'CC',
    'CVC',
    'Anh B1, Pháp',
    '01.003',
    '4,98',
    '  ',
    '-',
    '12/12',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', minLength: 100, maxLength: 700 }),
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constantFrom<RawCell[]>(
    { error: '#N/A' },
    { formula: true },
    { date: '1975-08-15' },
    { date: '1975' },
    { date: '2026-12-12' },
    { number: 7, shown: '000000000007' },
  ),
)
const fields = importFields.filter((field) => field !== 'ordinal')

function entriesOf(
  rows: readonly (readonly RawCell[])[],
  columns: readonly ImportField[],
  more: Partial<ImportPlan> = {},
  units: readonly KnownUnit[] = [{ name: 'Sở Nội vụ', posts: [{ title: 'Giám đốc' }] }],
) {
  const sheet: RawSheet = { ...plain, rows }
  const plan: ImportPlan = {
    ...suggestedPlan(0, recogniseLayout(sheet), '2026-06-30'),
    headRow: 0,
    headRows: 0,
    dataRow: 0,
    columns: columns.map((field, column) => ({ column, field })),
    ...more,
  }
  const reader = rowReader(sheet, plan)
  const accountant = startAccount(
    knownRegistry([{ name: 'Nguyễn Văn An', birthDate: '1975-08-15', citizenId: '036075001234' }], units),
    plan,
  )
  accountant.take(reader.read(0, rows.length))
  return { account: accountant.finish(), parts: [...importParts(accountant.finish(), plan, 7, newIds)] }
}

describe('what an import records', () => {
  test('has the shape of the registry, whatever the cells hold', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: fields.length, maxLength: fields.length }), { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        (rows, isGenerous) => {
          const { parts } = entriesOf(
            rows,
            fields,
            isGenerous
              ? { padsZeros: true, groupsAreUnits: true, newUnits: { level: 'division', kind: 'other' }, undatedPostsFrom: '2026-01-01' }
              : {},
          )
          for (const { entries, texts } of parts) {
            for (const entry of entries) expect(RegistryEntry.safeParse(entry).error?.issues ?? []).toEqual([])
            // Recorded as they are: another text of the same would not be the one that gets hashed.
            for (const [data, text] of texts) expect(text).toBe(canonical(data))
            expect(texts.size).toBe(entries.filter(({ type }) => type === 'personAdded').length)
          }
        },
      ),
      { numRuns: 100, seed: 11 },
    )
  })

  const roster: readonly (readonly RawCell[])[] = [
    ['Nguyễn Văn An', '15/08/1975', '036075001234', 'Thanh Hóa', 'Sở Nội vụ', 'Giám đốc', '01/02/2022', '12/QĐ'],
    ['Trần Thị Bình', '20/03/1980', '001180001235', 'Nam Định', 'Phòng Mới', 'Trưởng phòng', '05/04/2019', null],
    ['Trần Thị Bình', '20/03/1980', '001180001235', 'Nam Định', 'Sở Nội vụ', 'Thư ký', '01/05/2023', null],
  ]
  const columns: readonly ImportField[] = [
    'fullName',
    'birthDate',
    'citizenId',
    'nativePlace',
    'unit',
    'post',
    'appointedOn',
    'decisionNumber',
  ]
  const made = { newUnits: { level: 'division', kind: 'government' } } as const

  test('a person on record is put right for life or from the day of the roster, posts are taken up, units come before those in them', () => {
    const { parts } = entriesOf(roster, columns, made)
    expect(parts.map(({ entries, rows }) => entries.map((entry, i) => [rows[i], entry]))).toEqual([
      [
        [1, { type: 'personCorrected', personId: 'p0', at: '2026-06-30', set: { nativePlace: { text: 'Thanh Hóa' } } }],
        [
          1,
          {
            type: 'tenureAdded',
            tenureId: 't8-0',
            data: {
              personId: 'p0',
              postId: 'c0-0',
              from: '2022-02-01',
              form: 'appointed',
              document: { number: '12/QĐ', date: '2022-02-01' },
            },
          },
        ],
        [
          2,
          {
            type: 'personAdded',
            personId: 'p8-1',
            data: { name: 'Trần Thị Bình', birthDate: '1980-03-20', nativePlace: { text: 'Nam Định' }, citizenId: '001180001235' },
          },
        ],
        [2, { type: 'unitAdded', unitId: 'u8-2', from: '2019-04-05', data: { name: 'Phòng Mới', level: 'division', kind: 'government' } }],
        [
          2,
          { type: 'postAdded', postId: 'c8-3', from: '2019-04-05', data: { unitId: 'u8-2', title: 'Trưởng phòng', group: 'divisionHead' } },
        ],
        [2, { type: 'tenureAdded', tenureId: 't8-4', data: { personId: 'p8-1', postId: 'c8-3', from: '2019-04-05', form: 'appointed' } }],
        [3, { type: 'postAdded', postId: 'c8-5', from: '2023-05-01', data: { unitId: 'u0', title: 'Thư ký', group: 'other' } }],
        [
          3,
          {
            type: 'tenureAdded',
            tenureId: 't8-6',
            data: { personId: 'p8-1', postId: 'c8-5', from: '2023-05-01', form: 'appointed', isConcurrent: true },
          },
        ],
      ],
    ])
  })
  test('posts go to the unit of the body whose roster it is, a unit only another body has is made anew under it', () => {
    const { account, parts } = entriesOf(
      [
        ['Lê Văn Chung', '001082001299', 'Văn phòng', 'Chánh Văn phòng', '01/02/2022'],
        ['Trần Thị Bình', '001180001235', 'Phòng Tài chính', 'Trưởng phòng', '01/03/2022'],
      ],
      ['fullName', 'citizenId', 'unit', 'post', 'appointedOn'],
      { ...made, rosterOf: UnitId.parse('u1') },
      [
        { name: 'Sở Nội vụ' },
        { name: 'Sở Y tế' },
        { name: 'Văn phòng', under: 0, posts: [{ title: 'Chánh Văn phòng' }] },
        { name: 'Văn phòng', under: 1, posts: [{ title: 'Chánh Văn phòng' }] },
        { name: 'Phòng Tài chính', under: 0, posts: [{ title: 'Trưởng phòng' }] },
      ],
    )
    expect([account.body, account.newUnits]).toEqual([{ name: 'Sở Y tế', path: [] }, ['Phòng Tài chính']])
    const entries = parts.flatMap((part) => part.entries)
    expect(entries.flatMap((entry) => (entry.type === 'tenureAdded' ? [entry.data.postId] : []))).toEqual(['c3-0', 'c8-4'])
    expect(entries).toContainEqual({
      type: 'unitAdded',
      unitId: 'u8-3',
      from: '2022-03-01',
      data: { name: 'Phòng Tài chính', level: 'division', kind: 'government', parentId: 'u1' },
    })
  })
  const again: readonly (readonly RawCell[])[] = [
    ['Lê Văn Chung', '1982', '001082001299', null],
    ['Lê Văn Chung', '30/11/1982', '001082001299', 'Tày'],
  ]
  test('what a second row tells more of somebody new is put to the record the first one made', () => {
    const { parts } = entriesOf(again, ['fullName', 'birthDate', 'citizenId', 'ethnicity'])
    expect(parts.flatMap(({ entries, rows }) => entries.map((entry, i) => [rows[i], entry]))).toEqual([
      [1, { type: 'personAdded', personId: 'p8-0', data: { name: 'Lê Văn Chung', birthDate: '1982', citizenId: '001082001299' } }],
      [2, { type: 'personCorrected', personId: 'p8-0', at: '2026-06-30', set: { birthDate: '1982-11-30', ethnicity: 'Tày' } }],
    ])
  })
  test('nothing is recorded of somebody whose rows contradict each other, whatever one of them said more', () => {
    const { account, parts } = entriesOf(
      [...again, ['Lê Văn Chung', '1982', '001082001299', 'Kinh']],
      ['fullName', 'birthDate', 'citizenId', 'ethnicity'],
    )
    expect([account.totals.refused, parts]).toEqual([3, []])
  })
  test('only what is missing, or nothing at all, when the clerk says so', () => {
    const known = [['Nguyễn Văn An', '15/08/1975', '036075001234', 'Kinh', 'Tày']] as const
    const of = (updates: ImportPlan['updates']) =>
      entriesOf(known, ['fullName', 'birthDate', 'citizenId', 'ethnicity', 'religion'], { updates }).account.rows[0]
    expect(of('onlyMissing')).toMatchObject({
      kind: 'changed',
      changes: [
        { field: 'ethnicity', to: 'Kinh' },
        { field: 'religion', to: 'Tày' },
      ],
      kept: [],
    })
    expect(of('none')).toMatchObject({ kind: 'unchanged', changes: [], kept: [{ field: 'ethnicity' }, { field: 'religion' }] })
  })
  test('parts stay within what a fact may hold, ids name the version that makes them', () => {
    const many = Array.from({ length: 1100 }, (_, i): RawCell[] => [
      `Nguyễn Văn ${'ABCDEFGH'[i % 8]}`,
      `${(i % 28) + 1}/${(i % 12) + 1}/${1950 + (i % 40)}`,
      `036075${String(i).padStart(6, '0')}`,
    ])
    const { parts } = entriesOf(many, ['fullName', 'birthDate', 'citizenId'])
    expect(parts.every(({ entries, rows }) => entries.length <= 500 && entries.length === rows.length)).toBe(true)
    expect(parts.reduce((sum, { entries }) => sum + entries.length, 0)).toBe(1100)
    const ids = parts.flatMap(({ entries }, part) =>
      entries.map((entry) => [entry.type === 'personAdded' ? entry.personId : '', part] as const),
    )
    expect(new Set(ids.map(([id]) => id)).size).toBe(1100)
    for (const [id, part] of ids) expect(id.startsWith(`p${(8 + part).toString(36)}-`)).toBe(true)
  })
})
