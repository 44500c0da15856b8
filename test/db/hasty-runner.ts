// A runner as it must not be: it acknowledges each order one order before it is durable.
import type { Archive } from '../../db/archive.ts'
import { openArchive } from '../../db/open.ts'

type Opening = { readonly file: string; readonly key: Uint8Array }

const say = (archive: Archive, version: number): void =>
  void archive.append('case/a', version - 1, [{ type: 'ordered', payload: {} }], { at: '2026-11-23T08:30:00+07:00', by: 'thu-ky' })

export function start({ file, key }: Opening) {
  const archive = openArchive({ file, unwrappedKey: key })
  let version = archive.versionOf('case/a')
  return {
    order() {
      if (archive.versionOf('case/a') < version) say(archive, version)
      version++
      return { stream: 'case/a', version, seq: version, root: '' }
    },
    stop: archive.close,
  }
}

export const afterKill = (): readonly string[] => []
