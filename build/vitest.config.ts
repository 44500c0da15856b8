// Which tests run where: the law and the archive in plain Node, screens in happy-dom, whole flows in real Chromium.
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

export default defineConfig({
  root,
  cacheDir: 'out/vite',
  test: {
    // Two cores are what an office PC and our test machines have: more workers only fight over them.
    maxWorkers: 2,
    // V8 of Node 24 now and then ends with SIGSEGV where its compiler works on a thread of its own and the machine has no core to spare
    // (nodejs/node#64841, #66126): a few of the thousands of processes these runs start. Compiling on the main thread costs the runs little, if anything.
    execArgv: ['--no-concurrent-recompilation'],
    passWithNoTests: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/{workflows,db,records,electron,build,support}/**/*.test.ts', 'test/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'renderer',
          environment: 'happy-dom',
          include: ['test/renderer/**/*.test.tsx', 'test/renderer/**/*.test.ts'],
          setupFiles: ['build/vitest.renderer.ts'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          environment: 'node',
          include: ['test/journeys/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.test.ts'],
          // One browser at a time, after everything else: two at once make the clicks of both slow and their timeouts false.
          maxWorkers: 1,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
