// One frozen sample of every fact and entry of the registry ever shipped, every field filled in: yesterday's log must stay readable.
// The JSON is never regenerated; a new shape comes as a new version with its own sample and an upgrade from the old.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { canonical } from '../../../workflows/core/canonical.ts'
import { registryEntries } from '../../../workflows/registry/entries.ts'
import { RegistryFact, registryFacts } from '../../../workflows/registry/facts.ts'
import { personFields } from '../../../workflows/registry/person.ts'

type Frozen = { readonly type: string; readonly entries?: readonly { readonly type: string; readonly data?: object }[] }
const frozen: readonly Frozen[] = JSON.parse(readFileSync(new URL('registry-facts-1.json', import.meta.url), 'utf8'))

test.each(frozen.map((fact) => [fact.type, fact] as const))('%s is read as it was written', (_type, fact) => {
  expect(canonical(RegistryFact.parse(fact))).toBe(canonical(fact))
})
test('every fact, every entry and every field of a person has its sample', () => {
  expect(frozen.map(({ type }) => type).sort()).toEqual(registryFacts.map((option) => option.shape.type.value).sort())
  const entries = frozen.flatMap((fact) => fact.entries ?? [])
  expect([...new Set(entries.map(({ type }) => type))].sort()).toEqual(registryEntries.map((option) => option.shape.type.value).sort())
  const person = entries.find(({ type }) => type === 'personAdded')?.data ?? {}
  expect(Object.keys(person).sort()).toEqual([...personFields].sort())
})
