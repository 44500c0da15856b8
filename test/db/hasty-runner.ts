// A runner as it must not be: it acknowledges each order some orders before it is durable. By one alone, a slow disk would hide it: a process is
// mostly killed while it waits for the disk, and what it wrote is there by then.
import type { Archive } from '../../db/archive.ts'
import { openArchive } from '../../db/open.ts'

const ahead = 5

type Opening = { readonly file: string; readonly key: Uint8Array }

const say = (archive: Archive, version: number): void =>
  void archive.append('case/a', version - 1, [{ type: 'ordered', payload: {} }], { at: '2026-11-23T08:30:00+07:00', by: 'thu-ky' })

export function start({ file, key }: Opening) {
  const archive = openArchive({ file, unwrappedKey: key })
  let version = archive.versionOf('case/a')
  return {
    order() {
      const durable = archive.versionOf('case/a')
      if (version - durable >= ahead) say(archive, durable + 1)
      version++
      return { stream: 'case/a', version, seq: version, root: '' }
    },
    stop: archive.close,
  }
}

export const afterKill = (): readonly string[] => []
