import { describe, expect, test } from 'vitest'
import type { JudgedCount } from '../../../workflows/conference/judged.ts'
import { canonical } from '../../../workflows/core/canonical.ts'
import { papersOwed } from '../../../workflows/papers/due.ts'
import { recordJson } from '../../../workflows/papers/requested-record.ts'
import { countMinutesOf } from '../../../workflows/papers/vote-summary.ts'
import type { CaseFact } from '../../../workflows/procedure/facts.ts'
import { type CaseState, evolve, type StoredFact } from '../../../workflows/procedure/state.ts'
import { rulebookIds } from '../../../workflows/rulebooks/types.ts'
import { sampleAppointment } from '../../../workflows/sample/appointment.ts'
import { sampleReappointment } from '../../support/sample-reappointment.ts'
import { play } from '../sample/play.ts'
import { type Drawn, drawOwed, env } from './drawing.ts'

// Numbers nobody else uses stand in for every number of the box: 770001 … votes, 88,… shares.
const secret = /\b77\d{4}\b|\b88,\d\d|không đọc được|UNREADABLE/u

function masked(fact: CaseFact, isTold: boolean): CaseFact | undefined {
  if (fact.type === 'resultAnnounced' && !isTold) return undefined
  if (fact.type === 'ballotsCollected') return { ...fact, collected: 770_001, unusedSealed: 770_002 }
  if (fact.type !== 'countConfirmed') return fact
  const votes = Object.fromEntries(Object.keys(fact.judged.input.count.votes ?? {}).map((name, at) => [name, 770_100 + at]))
  const counts = {
    ballotsValid: 770_003,
    ballotsInvalid: 770_004,
    ...(fact.entry.votes && { votes }),
    ...(fact.entry.agree !== undefined && { agree: 770_005, disagree: 770_006, noOpinion: 770_007 }),
  }
  const { input, output } = fact.judged
  const judged: JudgedCount = {
    ...fact.judged,
    input: { ...input, count: { ...input.count, ...counts, ballotsCollected: 770_001 } },
    output: { ...output, percent: Object.fromEntries(Object.keys(output.percent).map((name) => [name, '88,88'])) },
  }
  return { ...fact, entry: { ...counts, invalidReasons: { UNREADABLE: 770_004 } }, judged }
}

function refolded(facts: readonly StoredFact[], isTold: boolean): CaseState {
  let state: CaseState | null = null
  for (const stored of facts) {
    const fact = masked(stored.fact, isTold)
    if (fact) state = evolve(state, { ...stored, fact, version: (state?.version ?? 0) + 1 }, 'c1')
  }
  if (!state) throw new Error('no facts')
  return state
}

const samples = rulebookIds.flatMap((rulebook) => [
  { name: `appointment under ${rulebook}`, facts: play(sampleAppointment({ rulebook, overlay: true })).facts },
  { name: `reappointment under ${rulebook}`, facts: play(sampleReappointment({ rulebook })).facts },
])
const said = ({ paper, record }: Drawn): string => canonical([paper.blocks, paper.title, paper.abstract, record])
const ofKind = (drawn: readonly Drawn[], kind: string) => drawn.filter((one) => one.due.kind === kind)

describe.each(samples)('$name', ({ facts }) => {
  test('no number of the box comes into conference minutes whose result was not announced', () => {
    const { state, drawn } = drawOwed(refolded(facts, false))
    const conference = ofKind(drawn, 'conferenceMinutes')
    expect(conference.length).toBe(state.conferences.length)
    expect(conference.map((one) => secret.exec(said(one))?.[0])).toEqual(conference.map(() => undefined))
    expect(ofKind(drawn, 'voteCountMinutes').every((one) => secret.test(said(one)))).toBe(true)
  })

  test('nor does a digest from which the numbers could be found by trying', () => {
    const { state, drawn } = drawOwed(refolded(facts, false))
    const digests = state.conferences.flatMap((one) => {
      const found = countMinutesOf(state, one.conferenceId)
      return found ? [found.sha256, found.recordSha256] : []
    })
    expect(digests.length).toBeGreaterThan(1)
    // The envelope of the closing fact would tell who goes on.
    const proofs = { inclusion: { envelope: 'closing', index: 3, path: [] }, consistency: { size: 2, path: [] } }
    const proven = { ...env, logHead: { ...env.logHead, ...proofs } }
    for (const { due, record } of drawn) {
      const held = state.conferences.find((one) => one.conferenceId === due.conferenceId)
      const hides = due.kind === 'conferenceMinutes' && held?.counts.length !== 0
      const { inclusion, consistency } = recordJson(state, due, proven).auditLog
      expect([inclusion === undefined, consistency === undefined]).toEqual([hides, hides])
      expect(record.auditLog.inclusion).toBe(undefined)
    }
    for (const one of ofKind(drawn, 'conferenceMinutes')) {
      expect(digests.filter((digest) => said(one).includes(digest))).toEqual([])
    }
  })

  test('an announced result stands in the conference minutes; where the law keeps it, the minutes point to the count', () => {
    const { state, drawn } = drawOwed(refolded(facts, true))
    for (const { due, paper, record } of ofKind(drawn, 'conferenceMinutes')) {
      const held = state.conferences.find((one) => one.conferenceId === due.conferenceId)
      const isTold = held?.announcedAt !== undefined
      expect(secret.test(canonical([paper.blocks, record]))).toBe(isTold)
      expect(record.judged !== undefined).toBe(isTold)
      const pointsElsewhere = canonical(paper.blocks).includes('kết quả ghi trong biên bản kiểm phiếu')
      expect(pointsElsewhere).toBe(held?.counts.length !== 0 && !isTold)
    }
  })

  test('every record fits its schema and every string of paper and record is NFC', () => {
    const { state, drawn } = drawOwed(refolded(facts, true))
    expect(papersOwed(state)).toEqual([])
    for (const one of drawn) {
      const text = canonical([one.paper, one.record])
      expect(text).toBe(text.normalize('NFC'))
      expect(text).not.toMatch(/undefined|NaN|\[object/u)
      expect(one.record.sample).toBe(true)
    }
    expect(ofKind(drawn, 'voteSummary')).toHaveLength(1)
  })

  test('each stage record names the one before it; papers drawn late say what they would have said at once', () => {
    const late = drawOwed(refolded(facts, true)).drawn
    const records = late.filter(({ due }) => due.kind === 'voteCountMinutes')
    records.slice(1).forEach(({ record }, at) => {
      expect(record.previousRecord?.recordId).toBe(records[at]?.record.recordId)
    })
    let state: CaseState | null = null
    const early: Drawn[] = []
    for (const stored of facts) {
      const fact = masked(stored.fact, true)
      if (!fact) continue
      state = evolve(state, { ...stored, fact, version: (state?.version ?? 0) + 1 }, 'c1')
      if (fact.type !== 'conferenceClosed') continue
      const now = drawOwed(state)
      early.push(...now.drawn)
      state = now.state
    }
    expect(early).toEqual(late)
  })
})
