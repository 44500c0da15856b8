// One frozen sample of every fact of planning ever shipped. The JSON is never regenerated.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { canonical } from '../../../workflows/core/canonical.ts'
import { PlanningFact } from '../../../workflows/planning/facts.ts'
import { readPlanningFact } from '../../../workflows/planning/replay.ts'

const frozen: readonly { readonly type: string }[] = JSON.parse(readFileSync(new URL('planning-facts-1.json', import.meta.url), 'utf8'))

test.each(frozen.map((fact) => [fact.type, fact] as const))('%s is read as it was written', (type, fact) => {
  expect(canonical(PlanningFact.parse(fact))).toBe(canonical(fact))
  const { type: _, ...payload } = fact
  expect(readPlanningFact(1, type, payload)).toEqual(fact)
})
test('every fact has its sample', () => {
  const known = PlanningFact.options.map((option) => option.shape.type.value)
  expect(frozen.map((fact) => fact.type)).toEqual([...known].sort())
})
test('a payload of another shape is a corrupt log', () => {
  expect(() => readPlanningFact(1, 'planningApproved', { listId: 'l1' })).toThrow('planning')
})
