// No refusal of ours is left without its sentence in both languages, and no sentence is left without its refusal.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isCheckFault } from '../../../workflows/wording/check-faults.ts'
import { refusalSentences, refusalText } from '../../../workflows/wording/refusals.ts'

const folders = [
  'workflows/conference',
  'workflows/procedure',
  'workflows/rulebooks',
  'workflows/desk',
  'workflows/papers',
  'workflows/rehearsal',
  'workflows/bundles',
  'workflows/registry',
  'workflows/eligibility',
  'workflows/planning',
  'electron/services',
  'electron/keys',
  'records',
]

const sources = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8')),
)
/** Answers of the shell that are faults, not refusals: no sentence of the law belongs to them. */
const faults = new Set(['unreadable-order', 'fault'])
/** Notices have their own words on screen, and their type asks for all of them. */
const notices = new Set([...readFileSync('workflows/notices.ts', 'utf8').matchAll(/code: '([a-z0-9-]+)'/g)].map((found) => found[1] ?? ''))
const codes = new Set(sources.flatMap((text) => [...text.matchAll(/code: '([a-z0-9-]+)'/g)].map((found) => found[1] ?? '')))

describe('the language of refusals', () => {
  test('every code has its sentence', () => {
    expect(codes.size).toBeGreaterThan(100)
    // What opening a package answers becomes a line of a check, and has its words there.
    const isSaid = (code: string) => Object.hasOwn(refusalSentences, code) || isCheckFault(code)
    expect([...codes].filter((code) => !faults.has(code) && !notices.has(code) && !isSaid(code))).toEqual([])
  })
  test.each(Object.keys(refusalSentences))('%s says in both languages what cannot be done and what comes next', (code) => {
    for (const lang of ['vi', 'en'] as const) {
      const text = refusalText({ code, names: ['Người A'] }, lang)
      expect(text).toBe(text.normalize('NFC'))
      expect(text).not.toMatch(/lỗi|vui lòng|error|please/i)
      expect(text).not.toContain(code)
      expect(text.endsWith('.')).toBe(true)
    }
    expect(refusalText({ code }, 'vi')).not.toBe(refusalText({ code }, 'en'))
  })
  test('numbers stand in the sentence', () => {
    expect(refusalText({ code: 'quorum-missing', present: 15, convened: 24, needed: 16 }, 'vi')).toBe(
      'Chưa tiến hành được: có mặt 15/24 người được triệu tập, cần 16. Điểm danh thêm 1 người hoặc ghi nhận không đủ số người.',
    )
    expect(refusalText({ code: 'collected-exceeds-issued', ballotsCollected: 24, ballotsIssued: 23 }, 'en')).toContain(
      '1 more than the 23 issued',
    )
  })
})
