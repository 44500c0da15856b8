// The law against the slow judge: random conferences of every rulebook, both procedures, all stages, settings, seats and ties.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { JudgementInput } from '../../../workflows/conference/judgement.ts'
import { judge, judgeBy } from '../../../workflows/conference/outcome.ts'
import { readElement, tally } from '../../../workflows/conference/tally-input.ts'
import { stageRule } from '../../../workflows/rulebooks/index.ts'
import { resolveStage } from '../../../workflows/rulebooks/resolve.ts'
import { anyConference } from '../../support/conferences.ts'
import { oracle, type Verdict } from '../../support/oracle.ts'
import { isTorture, randomConferences, randomTexts } from '../../support/torture.ts'

function verdict(input: JudgementInput): Verdict {
  const judged = judge(input)
  if (!judged.ok) return { refusal: judged.refusal.code }
  const { clause: _, ...rest } = judged.value
  return rest
}

const seen = new Map<string, number>()

test(`the law and the oracle say the same of ${randomConferences} conferences`, { timeout: isTorture ? 3_600_000 : 120_000 }, () => {
  fc.assert(
    fc.property(anyConference, (input) => {
      const said = verdict(input)
      const key = 'refusal' in said ? said.refusal : said.outcome
      seen.set(key, (seen.get(key) ?? 0) + 1)
      expect(said).toEqual(oracle(input))
    }),
    { numRuns: randomConferences, seed: 20_261_122 },
  )
})

test('the random conferences reach every outcome and every refusal of the kinds shipped', () => {
  expect([...seen.keys()].sort()).toEqual(
    [
      'selected',
      'carried',
      'stopped',
      'consulted',
      'divergenceBallot',
      'awaitingDirection',
      'headDecides',
      'reported',
      'notSelected',
      'notQuorate',
      'passed',
      'present-exceeds-convened',
      'prepared-below-issued',
      'issued-exceeds-present',
      'collected-exceeds-issued',
      'valid-and-invalid-differ-from-collected',
      'votes-exceed-valid',
      'votes-sum-exceeds-valid',
      'votes-and-blank-differ-from-valid',
      'opinions-differ-from-valid',
      'force-majeure-not-in-rulebook',
      'stage-not-in-rulebook',
      'name-not-on-list',
      'more-winners-than-seats',
    ].sort(),
  )
})

test('a count judged by the rule on its record gets the same answer, and so does one written as text and read again', () => {
  fc.assert(
    fc.property(anyConference, (input) => {
      const judged = judge(input)
      const stage = stageRule(input.rulebook, input.procedure, input.stage)
      if (stage) {
        const settings = input.context?.settings ?? {}
        const overlays = settings.actionProgram ? (['OV-AP2021'] as const) : []
        const onRecord = JSON.parse(JSON.stringify(resolveStage(stage, { rulebook: input.rulebook, settings, overlays })))
        expect(judgeBy(onRecord, input)).toEqual(judged)
      }
      const again = readElement(JSON.parse(JSON.stringify(input)))
      if ('fault' in again) return
      expect(judge(again)).toEqual(judged)
      expect(JSON.parse(tally(again).line)).toEqual(judged.ok ? judged.value : { refusal: judged.refusal })
    }),
    { numRuns: randomTexts, seed: 7 },
  )
})
