// The first screen is drawn with the words it read: every group of words that its files speak of is among them.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { firstWords } from '../renderer/messages/first-words.ts'
import { vi } from '../renderer/messages/vi.ts'

const renderer = fileURLToPath(new URL('../renderer/', import.meta.url))

/** `main.tsx` and whatever it imports at once; types and later screens are none of that. */
function readAtOnce(): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const open = [join(renderer, 'main.tsx')]
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (found.has(file)) continue
    const text = readFileSync(file, 'utf8')
    found.set(file, text)
    for (const [, names = '', from = ''] of text.matchAll(/^(?:import|export)\s+(?!type\b)(?:([^']*?)from\s+)?'(\.[^']+\.tsx?)'/gm)) {
      const isTypes =
        /^\{[^}]*\}\s*$/.test(names) &&
        names
          .replace(/[{}\s]/g, ' ')
          .split(',')
          .every((name) => /^\s*(type\s|$)/.test(name))
      if (!isTypes) open.push(join(dirname(file), from))
    }
  }
  return found
}

test('no file of the first screen speaks words that are read later', () => {
  const files = readAtOnce()
  expect(files.size).toBeGreaterThan(40)
  const spoken = new Map<string, string>()
  for (const [file, text] of files) {
    if (file.includes('/messages/')) continue
    for (const [, group = ''] of text.matchAll(/[`'"]([a-z][A-Za-z]*)\.(?:\$\{|[A-Za-z.]+[`'"])/g)) if (group in vi) spoken.set(group, file)
  }
  expect([...spoken.keys()]).toContain('home')
  expect([...spoken].filter(([group]) => !(group in firstWords))).toEqual([])
})
