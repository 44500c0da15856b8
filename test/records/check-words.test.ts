// Every code and every fault a check can name has its words, and whatever is not simply right says what it means and what to do.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type CheckOptions, checkRecord } from '../../records/check.ts'
import { checkAdvice } from '../../workflows/wording/check-advice.ts'
import { type CheckCode, checkCodes, checkSentence, checkTitles } from '../../workflows/wording/check-codes.ts'
import { checkFaults, faultWords, isCheckFault } from '../../workflows/wording/check-faults.ts'
import { checkRows, verdictOf } from '../../workflows/wording/check-list.ts'
import { checkLead, checkSubject } from '../../workflows/wording/check-subjects.ts'

const folder = join(import.meta.dirname, '..', '..', 'records')
const sources = [
  ...readdirSync(join(folder, 'checks')).map((name) => join('checks', name)),
  'check.ts',
  'signed-file.ts',
  'cms.ts',
  'record-json.ts',
  'crypto/chain.ts',
  '../electron/services/read-file.ts',
  '../electron/services/check-work.ts',
  'zip.ts',
  'bag.ts',
]
/** Kebab words of those files that are no faults: kinds of paper, ways to inflate, verdicts of the mathematics. */
const others = ['bien-ban-kiem-phieu', 'deflate-raw', 'utf-8', 'awaiting-signatures', 'rsa-sha256', 'bagit-txt']

const kebabIn = (text: string): readonly string[] =>
  [...text.replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\//g, '').matchAll(/'([a-z]+(?:-[a-z0-9]+)+)'/g)].map(([, word]) => word ?? '')

describe('the words', () => {
  test.each([
    ['ky.to_truong_kiem_phieu', 'Tổ trưởng kiểm phiếu: ', 'Head of the counting team: '],
    ['ky.thanh_vien_2', 'Thành viên tổ kiểm phiếu 2: ', 'Member of the counting team 2: '],
    ['ky.nguoi_ky', 'Người ký: ', 'Signer: '],
    ['leadershipOrientation', 'Hội nghị tập thể lãnh đạo: ', 'Leadership conference: '],
    // A file made elsewhere names its fields as it likes.
    ['Signature1', 'Signature1: ', 'Signature1: '],
    ['2', 'Chữ ký số 2: ', 'Signature 2: '],
    ['ky.ai_do', 'ky.ai_do: ', 'ky.ai_do: '],
  ])('%s is named in words, not by its key', (subject, vi, en) => {
    expect([checkLead(subject, 'vi'), checkLead(subject, 'en')]).toEqual([vi, en])
  })

  test('an outcome that differs is told by its parts, and never without end', () => {
    const recorded = { outcome: 'selected', selected: ['Nguyễn Văn An'], percent: { 'Nguyễn Văn An': '75,00' }, next: 'leadershipReview' }
    const again = { outcome: 'notSelected', selected: [], percent: { 'Nguyễn Văn An': '45,00' }, next: null }
    const line = (one: unknown, other: unknown) =>
      ({ code: 'OUTCOME_DIFFERS', numbers: { recorded: JSON.stringify(one), recomputed: JSON.stringify(other) } }) as const
    expect(checkSentence(line(recorded, again), 'vi')).toBe(
      'Tính lại từ số phiếu cho kết quả khác: kết luận: hồ sơ Được chọn, tính lại Không ai được chọn, báo cáo; người được chọn: hồ sơ Nguyễn Văn An, tính lại không có; tỷ lệ Nguyễn Văn An: hồ sơ 75,00, tính lại 45,00; bước tiếp theo: hồ sơ Hội nghị tập thể lãnh đạo lần 2, tính lại không có',
    )
    const many = Object.fromEntries(Array.from({ length: 9_000 }, (_, i) => [`n${'x'.repeat(i % 500)}${i}`, '1']))
    const said = checkSentence(line({ ...recorded, percent: many }, recorded), 'en')
    expect(said).toMatch(/ and 8996 more$/)
    expect(said.length).toBeLessThan(1_500)
  })

  test('every place to sign of our papers has a role in words', () => {
    const sources = [
      'sign-blocks.ts',
      ...readdirSync(join(folder, '..', 'workflows', 'papers', 'requested')).map((name) => join('requested', name)),
    ]
    const fields = sources.flatMap((name) => [
      ...readFileSync(join(folder, '..', 'workflows', 'papers', name), 'utf8').matchAll(/['`](ky\.[a-z_]+)(?:\$\{[^}]*\})?['`]/g),
    ])
    expect(fields.length).toBeGreaterThan(8)
    for (const [, field = ''] of fields) expect(checkSubject(field.replace(/_$/, '_1'), 'vi'), field).not.toContain('ky.')
  })

  test('every fault the sources can name is said in both languages, in composed letters', () => {
    const named = sources.flatMap((name) => kebabIn(readFileSync(join(folder, name), 'utf8')))
    expect(named.length).toBeGreaterThan(60)
    expect([...new Set(named)].filter((fault) => !isCheckFault(fault) && !others.includes(fault))).toEqual([])
    for (const { vi, en } of Object.values(checkFaults)) {
      expect(vi).toBe(vi.normalize('NFC'))
      expect(en).toMatch(/^[\x20-\x7e]+$/)
    }
    expect(faultWords('OpenAction', 'vi')).toBe('OpenAction')
  })

  test('every code that can be other than right has its advice', () => {
    const all =
      sources.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n') + readFileSync(join(folder, 'check-bag.ts'), 'utf8')
    const codes = (Object.keys(checkCodes) as CheckCode[]).filter((code) => new RegExp(`'${code}'`).test(all))
    expect(codes.length).toBeGreaterThan(50)
    const right =
      /_OK$|^OK$|^FILE_READ$|^FILE_AS_|^CHECKED_AT$|^TRUST_LIST(_AGE)?$|^REVOCATION_LIST$|^LOG_(INCLUDED|LEADS_ON|IS_OURS)$|^CHAIN_(FIRST|WHOLE)$|^FOREIGN_HOLDS$|^BAG_(SIGNED|ATTACHED)$/
    expect(codes.filter((code) => !right.test(code) && !checkAdvice[code])).toEqual([])
    for (const advice of Object.values(checkAdvice)) {
      for (const { vi, en } of [advice.means, advice.todo]) {
        expect(vi).toBe(vi.normalize('NFC'))
        expect(en).toMatch(/^[\x20-\x7e]+$/)
      }
    }
  })
})

describe('the list', () => {
  const options: CheckOptions = { roots: [], now: Date.parse('2026-02-10T00:00:00Z') }

  test('always has all nine checks; what could not be done is said as not done, never as right', async () => {
    for (const text of ['', 'xin chào', '%PDF-1.7\n%%EOF\n']) {
      const report = await checkRecord(new TextEncoder().encode(text), options)
      const rows = checkRows(report.lines)
      expect(rows.map(({ no }) => no)).toEqual(checkTitles.map((_, at) => at + 1))
      expect(rows.slice(1, 8).map(({ state }) => state)).toEqual(Array(7).fill('skipped'))
      expect(report.notDone).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
      expect(verdictOf(report, 'vi')).toEqual({
        title: 'Chưa đủ cơ sở kết luận',
        sub: 'Chưa kết luận được ở phép kiểm số 1 trong 9. Có 8 phép chưa làm hoặc chưa làm đủ.',
      })
    }
  })

  test('a row half done is not a right one, and the worst line of a row stands first', () => {
    const rows = checkRows([
      { no: 1, state: 'ok' },
      { no: 1, state: 'skipped' },
      { no: 3, state: 'ok' },
      { no: 3, state: 'broken' },
      { no: 3, state: 'note' },
    ] as const)
    expect(rows.map(({ state }) => state)).toEqual(['skipped', 'skipped', 'broken', ...Array(6).fill('skipped')])
    expect(rows[2]?.lines.map(({ state }) => state)).toEqual(['broken', 'note', 'ok'])
  })
})
