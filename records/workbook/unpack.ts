// The parts of a workbook that is a zip (.xlsx, .ods): sizes judged before anything unfolds, each part to its told size and no further.
import { ok, type Result, refuse } from '../../workflows/core/result.ts'
import { unzipEntry, zipDirectory } from '../zip.ts'
import type { WorkbookLimits, WorkbookRefusal } from './limits.ts'

/** By path. Pictures, printer settings and embedded files stay packed. */
export type Parts = ReadonlyMap<string, Uint8Array>

const needless =
  /^(?:xl\/(?:media|embeddings|printerSettings|drawings|charts|externalLinks)\/|Pictures\/|Thumbnails\/|Configurations2\/|Object )/

export async function unpackWorkbook(bytes: Uint8Array, limits: WorkbookLimits): Promise<Result<Parts, WorkbookRefusal>> {
  const directory = zipDirectory(bytes, { bytes: limits.unfolded, files: limits.parts })
  if (!directory.ok) {
    const { code } = directory.refusal
    if (code === 'zip-encrypted') return refuse({ code: 'workbook-locked' })
    if (code === 'zip-too-big' || code === 'zip-too-many-files')
      return refuse({ code: 'workbook-too-big', megabytes: Math.floor(limits.unfolded / 1_000_000) })
    return refuse({ code: 'workbook-broken' })
  }
  const names = new Set(directory.value.map(({ name }) => name))
  const isWorkbook =
    names.has('xl/workbook.xml') || names.has('xl/workbook.bin') || (names.has('content.xml') && names.has('META-INF/manifest.xml'))
  if (!isWorkbook) return refuse({ code: 'workbook-not-one' })
  const parts = new Map<string, Uint8Array>()
  for (const entry of directory.value) {
    if (needless.test(entry.name)) continue
    const part = await unzipEntry(bytes, entry)
    if (part === null) return refuse({ code: 'workbook-broken' })
    parts.set(entry.name, part)
  }
  return ok(parts)
}
