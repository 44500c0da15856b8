// The last part of the check of the ledger: every page of the file, read by SQLite in one go. On a big file that takes seconds which nobody could
// stop and in which nobody else had a turn, so it is done by a process of its own. The file is ours alone (its lock lets no second reader
// in), so what is read there is a copy of its bytes, which is gone afterwards.
import { existsSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Archive } from '../../db/archive.ts'
import type { PagesRead } from '../../db/verify.ts'
import type { StartHelper } from '../helper.ts'
import type { Work } from './long-work.ts'

/** Bytes: reading so many is over before a process has started. */
export const fewPages = 32_000_000
/** Bytes left free for what is recorded meanwhile. */
const spare = 200_000_000

/** The bundle has the worker beside it; the sources run as they are. */
function workerFile(): string {
  const bundled = fileURLToPath(new URL('./pages-worker.cjs', import.meta.url))
  return existsSync(bundled) ? bundled : fileURLToPath(new URL('./pages-worker.ts', import.meta.url))
}

type Checked = { readonly archive: Pick<Archive, 'length' | 'withCopyAside' | 'unwrappedKey'>; readonly file: string }

/**
 * `whole`, or undefined where nothing was found out: a small file, no room for a copy, no process, or a page that did not hold in the copy.
 * Then the file itself is read, here, and that reading alone decides. A stop unwinds it at once, and the copy with it.
 */
export async function pagesRead({ archive, file }: Checked, work: Work, start: StartHelper, few = fewPages): Promise<PagesRead> {
  const length = archive.length()
  if (length <= few || !hasRoom(file, length)) return undefined
  try {
    return await archive.withCopyAside({
      step: (done, of) => work.step(done, of, 'checkPages'),
      use: (copy) => readBy(start, { file: copy, key: archive.unwrappedKey() }, work.signal),
    })
  } catch (error) {
    if (work.signal.aborted) throw error
    return undefined
  }
}

function hasRoom(file: string, length: number): boolean {
  const { bavail, bsize } = statfsSync(dirname(file))
  return bavail * bsize > length + spare
}

function readBy(start: StartHelper, errand: { readonly file: string; readonly key: Uint8Array }, signal: AbortSignal): Promise<PagesRead> {
  signal.throwIfAborted()
  return new Promise((done, fail) => {
    const helper = start(workerFile())
    let end = () => done(undefined)
    const finish = (how: () => void) => {
      end = how
      helper.kill()
    }
    // Over only when the process is: until then it holds the copy open.
    helper.onExit(() => end())
    helper.onMessage((answer) => {
      const isWhole = typeof answer === 'object' && answer !== null && Reflect.get(answer, 'isWhole') === true
      finish(() => done(isWhole ? 'whole' : undefined))
    })
    signal.addEventListener('abort', () => finish(() => fail(signal.reason)), { once: true })
    helper.send(errand)
  })
}
