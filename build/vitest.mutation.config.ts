// The tests a mutant of the law must not survive: those of the conference, of the case around it and of the rulebooks, and no others.
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    environment: 'node',
    include: ['test/workflows/{conference,procedure,rulebooks}/**/*.test.ts'],
    testTimeout: 60_000,
  },
})
