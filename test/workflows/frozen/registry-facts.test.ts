// One frozen sample of every fact and entry of the registry ever shipped, every field filled in: yesterday's log must stay readable.
// The JSON is never regenerated; a new shape comes as a new version with its own sample and an upgrade from the old.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { canonical } from '../../../workflows/core/canonical.ts'
import { registryEntries } from '../../../workflows/registry/entries.ts'
import { RegistryFact, registryFacts } from '../../../workflows/registry/facts.ts'
import { personFields } from '../../../workflows/registry/person.ts'

type Frozen = { readonly type: string; readonly entries?: readonly { readonly type: string; readonly data?: object }[] }
/** Fields that came later have their samples in files of their own. */
const [first, ...later] = ['registry-facts-1.json', 'registry-facts-2.json'].map((name): readonly Frozen[] =>
  JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')),
)
const frozen = first ?? []

test.each([...frozen, ...later.flat()].map((fact) => [fact.type, fact] as const))('%s is read as it was written', (_type, fact) => {
  expect(canonical(RegistryFact.parse(fact))).toBe(canonical(fact))
})
test('every fact, every entry and every field of a person has its sample', () => {
  expect(frozen.map(({ type }) => type).sort()).toEqual(registryFacts.map((option) => option.shape.type.value).sort())
  const entries = frozen.flatMap((fact) => fact.entries ?? [])
  expect([...new Set(entries.map(({ type }) => type))].sort()).toEqual(registryEntries.map((option) => option.shape.type.value).sort())
  const people = [...entries, ...later.flat().flatMap((fact) => fact.entries ?? [])].filter(({ type }) => type === 'personAdded')
  expect([...new Set(people.flatMap(({ data = {} }) => Object.keys(data)))].sort()).toEqual([...personFields].sort())
})
