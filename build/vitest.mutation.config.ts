// The tests a mutant of the law must not survive: those of the conference, of the case around it, of the rulebooks and of the frozen facts.
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** A mutant is dead at the first test that fails: the frozen tables and the shapes come first, for they tell most that loads wrong; long walks last. */
const early = ['rulebooks/frozen.test.ts', 'shapes.test.ts']
const late = ['refusals.test.ts', 'engine.test.ts', 'oracle.test.ts', 'machines.test.ts']
const turnOf = ({ moduleId }: TestSpecification): number => {
  const isIt = (name: string) => moduleId.endsWith(name)
  const at = early.findIndex(isIt)
  return at < 0 ? late.findIndex(isIt) + 1 : at - early.length
}

class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => turnOf(a) - turnOf(b))
  }
}

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    environment: 'node',
    // One worker for all files of a mutant, ended with it: loading the law anew for each file took two thirds of the time.
    isolate: false,
    include: ['test/workflows/{conference,frozen,procedure,rulebooks}/**/*.test.ts'],
    // The random conferences run again for each mutant they reach: 2,000 still meet every outcome and refusal (`npm test` runs 20,000).
    env: { RANDOM_CONFERENCES: '2000' },
    sequence: { sequencer: QuickFirst },
    testTimeout: 60_000,
  },
})
