// Family relations over the whole office (G-19): one conflict a pair of posts, on the day asked about, with its rule.
import { describe, expect, test } from 'vitest'
import { familyConflicts, sectorOfName } from '../../../workflows/eligibility/family-office.ts'
import { forever, type RegistryReads } from '../../../workflows/registry/records.ts'
import type { PostData, UnitData } from '../../../workflows/registry/unit.ts'

type Someone = {
  readonly name: string
  readonly post: string
  readonly from?: string
  readonly lastDay?: string
  readonly kin?: readonly (readonly [string, string])[]
}
const units: Readonly<Record<string, Pick<UnitData, 'name' | 'level'> & { readonly parentId?: string }>> = {
  tinh: { name: 'UBND tỉnh Mẫu', level: 'province' },
  'noi-vu': { name: 'Sở Nội vụ', level: 'department', parentId: 'tinh' },
  'tai-chinh': { name: 'Sở Tài chính', level: 'department', parentId: 'tinh' },
  phong: { name: 'Phòng Tổ chức', level: 'division', parentId: 'noi-vu' },
}
const posts: Readonly<Record<string, Pick<PostData, 'title' | 'isHead' | 'isKey'> & { readonly unitId: string }>> = {
  gd: { title: 'Giám đốc', unitId: 'noi-vu', isHead: true, isKey: true },
  pgd: { title: 'Phó Giám đốc', unitId: 'noi-vu', isKey: true },
  gdtc: { title: 'Giám đốc', unitId: 'tai-chinh', isHead: true, isKey: true },
  tp: { title: 'Trưởng phòng', unitId: 'phong', isHead: true },
  cv: { title: 'Chuyên viên', unitId: 'phong' },
}

function conflictsOn(day: string, people: Readonly<Record<string, Someone>>) {
  const span = <T>(data: T) => [{ from: '', until: forever, data }]
  const reads = {
    person(id: string) {
      const one = people[id]
      if (!one) return undefined
      const family = (one.kin ?? []).map(([relation, who]) => ({
        relation,
        name: people[who]?.name ?? who,
        ...(people[who] && { personId: who }),
      }))
      const tenure = { personId: id, postId: one.post, from: one.from ?? '2020-01-01', form: 'appointed', lastDay: one.lastDay }
      return { personId: id, spans: span({ name: one.name, family }), tenures: [{ tenureId: `t-${id}`, data: tenure }] }
    },
    post: (id: string) => posts[id] && { postId: id, spans: span({ group: 'other', ...posts[id] }) },
    unit: (id: string) => units[id] && { unitId: id, spans: span({ kind: 'government', ...units[id] }), events: [] },
  } as unknown as RegistryReads
  return familyConflicts(reads, Object.keys(people) as never, day)
}

describe('relatives in posts that may not be held together', () => {
  test('two key posts of one body: told once, though both records tell of the other', () => {
    const view = conflictsOn('2026-09-07', {
      a: { name: 'Nguyễn Văn A', post: 'gd', kin: [['spouse', 'b']] },
      b: { name: 'Trần Thị B', post: 'pgd', kin: [['spouse', 'a']] },
    })
    expect(view).toMatchObject({ looked: 1, unlinked: 0 })
    expect(view.conflicts).toMatchObject([
      { kind: 'bothKeyInOneBody', relation: 'spouse', one: { name: 'Nguyễn Văn A' }, other: { name: 'Trần Thị B' } },
    ])
    expect(view.conflicts[0]?.rule.article).toContain('114-QĐ/TW')
  })

  test('heads of two of the thirteen sectors of one level; the sector is told by the name and shown as a default', () => {
    const view = conflictsOn('2026-09-07', {
      a: { name: 'Nguyễn Văn A', post: 'gd', kin: [['brother', 'b']] },
      b: { name: 'Nguyễn Văn B', post: 'gdtc' },
    })
    expect(view.conflicts).toMatchObject([{ kind: 'sectorsOfOneLevel', rule: { evidence: 'DEFAULT' } }])
    expect(sectorOfName('Sở Văn hóa và Thể thao')).toBeUndefined()
  })

  test('one heads the unit directly above the other; a specialist there is no conflict, nor is a cousin', () => {
    expect(
      conflictsOn('2026-09-07', { a: { name: 'A', post: 'gd', kin: [['child', 'b']] }, b: { name: 'B', post: 'tp' } }).conflicts,
    ).toMatchObject([{ kind: 'oneAboveTheOther' }])
    expect(conflictsOn('2026-09-07', { a: { name: 'A', post: 'gd', kin: [['child', 'b']] }, b: { name: 'B', post: 'cv' } })).toMatchObject({
      conflicts: [],
      looked: 1,
    })
    expect(
      conflictsOn('2026-09-07', { a: { name: 'A', post: 'gd', kin: [['uncleOrAunt', 'b']] }, b: { name: 'B', post: 'pgd' } }),
    ).toMatchObject({ conflicts: [], looked: 0 })
  })

  test('by the posts of the day asked about; the rule before July 2023 is the older one', () => {
    const people = {
      a: { name: 'A', post: 'gd', kin: [['spouse', 'b']] },
      b: { name: 'B', post: 'pgd', lastDay: '2023-06-30' },
    } as const
    expect(conflictsOn('2023-06-30', people).conflicts[0]?.rule.article).toContain('205-QĐ/TW')
    expect(conflictsOn('2023-07-01', people).conflicts).toEqual([])
  })

  test('a relative typed by name alone is counted, not guessed', () => {
    expect(conflictsOn('2026-09-07', { a: { name: 'A', post: 'gd', kin: [['spouse', 'Ai đó']] } })).toMatchObject({
      unlinked: 1,
      looked: 0,
    })
  })
})
