// Drafts of whoever is at work, in the encrypted file: on the disk before the next key is pressed, and read by nobody else.
import { ok, type Result, refuse } from '../../workflows/core/result.ts'
import type { DraftView } from '../../workflows/drafts.ts'
import type { Done, Refusal, ShellAct } from '../../workflows/office.ts'
import type { OpenFile } from './open-file.ts'
import type { Services } from './services.ts'

/** Ids of operators hold no blank, so nobody's prefix begins another's. */
const prefixOf = (operatorId: string) => `${operatorId} `

export function keepDraft(
  { clock }: Services,
  open: OpenFile,
  { key, value }: Extract<ShellAct, { act: 'keepDraft' }>,
): Result<Done, Refusal> {
  const operator = open.operator()
  if (operator === undefined) return refuse({ code: 'nobody-at-work' })
  const whole = `${prefixOf(operator.operatorId)}${key}`
  if (value === null) open.archive.drafts.drop(whole)
  else open.archive.drafts.put({ key: whole, value, updated: clock() })
  return ok({})
}

export function draftsOf(open: OpenFile): readonly DraftView[] {
  const operator = open.operator()
  if (operator === undefined) return []
  const prefix = prefixOf(operator.operatorId)
  return open.archive.drafts
    .list()
    .filter(({ key }) => key.startsWith(prefix))
    .map(({ key, value, updated }) => ({ key: key.slice(prefix.length), value, at: updated }))
}
