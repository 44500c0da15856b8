// The tests a mutant of the law must not survive: those of the conference, of the case around it, of the rulebooks and of the frozen facts.
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** A mutant is dead at the first test that fails, so the quick tables come first and the long walks last. */
const lateFirst = ['machines.test.ts', 'oracle.test.ts', 'engine.test.ts', 'refusals.test.ts']
const lateness = ({ moduleId }: TestSpecification): number => {
  const at = lateFirst.findIndex((name) => moduleId.endsWith(name))
  if (moduleId.endsWith('rulebooks/frozen.test.ts')) return -1
  return at < 0 ? 0 : lateFirst.length - at
}

class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => lateness(a) - lateness(b))
  }
}

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    environment: 'node',
    include: ['test/workflows/{conference,frozen,procedure,rulebooks}/**/*.test.ts'],
    // The random conferences run again for each mutant they reach: 2,000 still meet every outcome and refusal (`npm test` runs 20,000).
    env: { RANDOM_CONFERENCES: '2000' },
    sequence: { sequencer: QuickFirst },
    testTimeout: 60_000,
  },
})
