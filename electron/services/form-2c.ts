// The personal record of one person as a page or a Word file, as of a day; that it went out is kept like every other list.
import { sha256Hex } from '../../db/hashing.ts'
import { form2CWord } from '../../records/word/form-2c.ts'
import { ok, type Result, refuse } from '../../workflows/core/result.ts'
import type { Refusal, ShellAct } from '../../workflows/office.ts'
import { mayReadRegistry } from '../../workflows/registry/commands.ts'
import { form2C } from '../../workflows/registry/form-2c.ts'
import { spanOn } from '../../workflows/registry/records.ts'
import { isHeldOn } from '../../workflows/registry/tenure.ts'
import type { BookBytes } from '../../workflows/registry-export.ts'
import { formWords } from '../../workflows/wording/form-2c.ts'
import { mustBeAllowed } from './at-work.ts'
import { unlessStopped, type Work } from './long-work.ts'
import { noteLook } from './look-log.ts'
import type { OpenFile } from './open-file.ts'
import { namesOn } from './registry-names.ts'
import type { Services } from './services.ts'

/** Refused: the role, `person-unknown`, and what the face of papers cannot write. */
export async function exportForm2C(
  services: Services,
  open: OpenFile,
  { personId, day, as }: Extract<ShellAct, { act: 'exportForm2C' }>,
  work: Work,
): Promise<Result<BookBytes, Refusal>> {
  const allowed = mustBeAllowed(open.operator(), 'exportRegistry', mayReadRegistry)
  if (!allowed.ok) return allowed
  const { reads } = open.archive.registry
  const record = reads.person(personId)
  const data = record && (spanOn(record.spans, day) ?? record.spans.at(-1))?.data
  if (record === undefined || data === undefined) return refuse({ code: 'person-unknown', personId })
  const names = namesOn(reads)
  const posts = record.tenures
    .filter(({ data: tenure }) => isHeldOn(tenure, day))
    .map((tenure) => names.held(tenure, day))

    .map(({ title, unit, above, data: tenure }) => ({
      title,
      unit: above === '' ? unit : `${unit}, ${above}`,
      from: tenure.from,
      isConcurrent: tenure.isConcurrent === true,
    }))
    // The post itself before those held besides.
    .sort((a, b) => Number(a.isConcurrent) - Number(b.isConcurrent))
  const { organisation } = open.desk().state.opened
  const form = form2C({ organisation: organisation.name, place: organisation.place, day, data, posts }, formWords)
  const drawn = as === 'docx' ? ok(form2CWord(form)) : await unlessStopped(services.drawing.form2C(form), work)
  if (!drawn.ok) return drawn
  const bytes = drawn.value
  await work.settle()
  const now = open.stamp()
  if (!now.ok) return now
  const noted = open.recordDesk(
    [{ type: 'registryExported', book: 'form2C', day, filter: personId, rows: 1, sha256: sha256Hex(bytes) }],
    now.value,
  )
  if (noted.ok) noteLook(open, 'form2C', personId)
  return noted.ok ? ok({ bytes: Buffer.from(bytes).toString('base64'), name: `2c-${personId}-${day}.${as}`, rows: 1 }) : noted
}
