// The pages of a big file are read by a process of its own over a copy: stopped at once, never a false verdict, the file and its lock untouched.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { forkHelper, type Helper, type StartHelper } from '../../electron/helper.ts'
import { pagesRead } from '../../electron/services/check-pages.ts'
import { unwatched } from '../../electron/services/long-work.ts'
import { filled, freshArchive, reopened } from '../db/archive-fixture.ts'

const whole = () => {
  const { archive, file, key } = freshArchive()
  filled(archive, 30)
  return { archive, file, key, rests: () => readdirSync(dirname(file)).filter((name) => name.includes('kiem-tra')) }
}

/** A process that never answers, or ends without a word. */
function silent(endsAtOnce: boolean): { readonly start: StartHelper; readonly errands: unknown[]; readonly killed: () => number } {
  const errands: unknown[] = []
  let killed = 0
  const start: StartHelper = (): Helper => {
    let onExit: () => void = () => undefined
    return {
      send(errand) {
        errands.push(errand)
        if (endsAtOnce) setImmediate(onExit)
      },
      onMessage: () => undefined,
      onExit(listener) {
        onExit = listener
      },
      kill() {
        killed++
        setImmediate(onExit)
      },
    }
  }
  return { start, errands, killed: () => killed }
}

test('a file whose pages hold is whole, its copy is gone, and no other process can take it', async () => {
  const { archive, file, rests } = whole()
  const steps: string[] = []
  const step = async (done: number, of: number, kind?: string) => void steps.push(`${done < of} ${kind}`)
  expect(await pagesRead({ archive, file }, { ...unwatched, step }, forkHelper, 0)).toBe('whole')
  expect(steps).toEqual(['true checkPages', 'false checkPages'])
  expect(rests()).toEqual([])
  const other = `import { openArchive } from ${JSON.stringify(new URL('../../db/open.ts', import.meta.url).href)}
    try { openArchive({ file: ${JSON.stringify(file)}, passphrase: 'mật khẩu thử' }); console.log('taken') } catch (error) { console.log(error.code) }`
  expect(execFileSync(process.execPath, ['--input-type=module', '-e', other], { encoding: 'utf8' }).trim()).toBe('locked')
  filled(archive, 3)
  expect(archive.verify()).toMatchObject({ ok: true, facts: 33 })
})

test('a page that does not hold decides nothing in the copy: the file itself is read, and names it', async () => {
  const { archive, file, key } = whole()
  archive.close()
  const bytes = readFileSync(file)
  const said: unknown[] = []
  // One page after another, but for the first, without which nothing opens.
  for (let page = 1; page < bytes.length / 4096; page++) {
    const spoilt = Buffer.from(bytes)
    spoilt.writeUInt8(spoilt.readUInt8(page * 4096 + 1000) ^ 1, page * 4096 + 1000)
    writeFileSync(file, spoilt)
    const fresh = (() => {
      try {
        return reopened(file, key)
      } catch {
        return undefined
      }
    })()
    if (fresh === undefined) continue
    if (said.length < 4) said.push(await pagesRead({ archive: fresh, file }, unwatched, forkHelper, 0), fresh.verify().ok)
    fresh.close()
  }
  expect(said.length).toBe(4)
  expect(new Set(said)).toEqual(new Set([undefined, false]))
}, 60_000)

test('stopped while the pages are read, it unwinds at once: the process is ended, the copy gone, the file goes on', async () => {
  const { archive, file, rests } = whole()
  const stopper = new AbortController()
  const { start, errands, killed } = silent(false)
  const reading = pagesRead({ archive, file }, { ...unwatched, signal: stopper.signal }, start, 0)
  await expect.poll(() => errands.length).toBe(1)
  expect(rests()).toHaveLength(1)
  filled(archive, 3)
  stopper.abort(new Error('thôi'))
  await expect(reading).rejects.toThrow('thôi')
  expect([killed(), rests()]).toEqual([1, []])
  expect(archive.verify()).toMatchObject({ ok: true, facts: 33 })
})

test('a process that ends without a word, and a small file, leave the reading to the file itself', async () => {
  const { archive, file, rests } = whole()
  expect(await pagesRead({ archive, file }, unwatched, silent(true).start, 0)).toBeUndefined()
  const { start, errands } = silent(false)
  expect(await pagesRead({ archive, file }, unwatched, start)).toBeUndefined()
  expect([errands, rests()]).toEqual([[], []])
})

test('a backup begun meanwhile waits for the copy, and both are whole', async () => {
  const { archive, file, key } = whole()
  let asked = 0
  const backup: ReturnType<typeof archive.copyInto>[] = []
  const step = async () => {
    if (asked++ === 0) backup.push(archive.copyInto(`${file}.ban-sao`))
    filled(archive, 1)
  }
  expect(await pagesRead({ archive, file }, { ...unwatched, step }, forkHelper, 0)).toBe('whole')
  const [head] = await Promise.all(backup)
  const copy = reopened(`${file}.ban-sao`, key)
  expect(copy.verify()).toMatchObject({ ok: true })
  // What was recorded before its turn came is in it, and what it says of itself holds.
  expect(copy.head()).toEqual(head)
  expect(copy.head().size).toBe(32)
})

test('what a crash left of such a copy is taken away when the file is opened', () => {
  const { archive, file, key } = whole()
  archive.close()
  writeFileSync(`${file}.kiem-tra`, 'dở')
  reopened(file, key)
  expect(existsSync(`${file}.kiem-tra`)).toBe(false)
})
