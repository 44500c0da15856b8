// What every screen test starts with: the DOM matchers, the sentences as a screen has them a second after the first, and an empty page after each test.
import '@testing-library/jest-dom/vitest'
import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'
import { readSentences } from '../renderer/read-sentences.ts'

afterEach(cleanup)
await readSentences()
