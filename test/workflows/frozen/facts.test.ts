// One frozen sample of every fact ever shipped: a change of shape that can no longer read yesterday's log fails here.
// The JSON is never regenerated; a new shape comes as a new version with its own sample and an upgrade from the old.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { canonical } from '../../../workflows/core/canonical.ts'
import { CaseFact } from '../../../workflows/procedure/facts.ts'

const frozen: readonly { readonly type: string }[] = JSON.parse(readFileSync(new URL('case-facts-1.json', import.meta.url), 'utf8'))

test.each(frozen.map((fact) => [fact.type, fact] as const))('%s is read as it was written', (_type, fact) => {
  expect(canonical(CaseFact.parse(fact))).toBe(canonical(fact))
})
test('every fact has its sample', () => {
  const known = CaseFact.options.map((option) => option.shape.type.value)
  expect(frozen.map((fact) => fact.type)).toEqual([...known].sort())
})
