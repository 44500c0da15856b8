// The types of the DOM matchers for Vitest 5, whose `Matchers` takes the matchers of others; jest-dom's own declaration is for older ones.
import type { TestingLibraryMatchers } from '@testing-library/jest-dom/matchers'
import 'vitest'

declare module 'vitest' {
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> extends TestingLibraryMatchers<unknown, R> {}
}
