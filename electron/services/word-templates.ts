// Word templates of the office: its own where it loaded one, else those the app ships. Every version stays in the file.
import { sha256Hex } from '../../db/hashing.ts'
import { checkTemplate } from '../../records/word/check-template.ts'
import type { Parts } from '../../records/word/docx.ts'
import { shippedTemplate } from '../../records/word/shipped.ts'
import { ok, type Result, refuse } from '../../workflows/core/result.ts'
import { findOperator, findWordTemplate } from '../../workflows/desk/state.ts'
import type { Answers, Question, Refusal, ShellAct } from '../../workflows/office.ts'
import { type PaperKind, paperSlugs } from '../../workflows/papers/kinds.ts'
import type { PaperProfile } from '../../workflows/papers/paper.ts'
import type { WordFamily } from '../../workflows/word.ts'
import { stampFor } from './at-work.ts'
import { OfficeFault } from './faults.ts'
import type { OpenFile } from './open-file.ts'

type Act<A extends ShellAct['act']> = Extract<ShellAct, { act: A }>
type Ask<Q extends Question['about']> = Extract<Question, { about: Q }>

export const familyOf = (profile: PaperProfile): WordFamily => (profile === 'STATE_ND30_2020' ? 'state' : 'party')

export function templateViews(open: OpenFile): Answers['wordTemplates'] {
  const { state } = open.desk()
  return state.wordTemplates
    .filter((one) => one === findWordTemplate(state, one.family, one.kind))
    .map(({ family, kind, version, name, loadedAt, by }) => ({
      family,
      kind,
      version,
      name,
      loadedAt,
      by: findOperator(state, by)?.name ?? by,
    }))
}

export function templateBytes(open: OpenFile, family: WordFamily, kind: PaperKind): Uint8Array {
  const own = findWordTemplate(open.desk().state, family, kind)
  if (!own) return shippedTemplate(family, kind)
  const bytes = open.archive.papers.get(own.sha256)
  if (bytes === undefined) throw new OfficeFault('paper-missing', own.sha256)
  return bytes
}

export const templateToChange = (open: OpenFile, { family, kind }: Ask<'wordTemplate'>): Answers['wordTemplate'] => ({
  bytes: Buffer.from(templateBytes(open, family, kind)).toString('base64'),
  name: `mau-${paperSlugs[kind]}-${family === 'party' ? 'dang' : 'nha-nuoc'}.docx`,
})

export const checkWord = async ({ kind, bytes }: Ask<'wordCheck'>): Promise<Answers['wordCheck']> => ({
  problems: (await checkTemplate(Buffer.from(bytes, 'base64'), kind)).problems,
})

/** Kept only when nothing is wrong with it. */
export async function loadTemplate(open: OpenFile, act: Act<'loadWordTemplate'>): Promise<Result<null, Refusal>> {
  const { family, kind, name } = act
  const stamp = stampFor(open, 'loadWordTemplate')
  if (!stamp.ok) return stamp
  const bytes = Buffer.from(act.bytes, 'base64')
  const { problems } = await checkTemplate(bytes, kind)
  if (problems.length > 0) return refuse({ code: 'word-template-faulty', problems: problems.length })
  const { state } = open.desk()
  const version = 1 + state.wordTemplates.filter((one) => one.family === family && one.kind === kind).length
  const sha256 = sha256Hex(bytes)
  const done = open.recordDesk([{ type: 'wordTemplateLoaded', family, kind, version, sha256, name }], stamp.value, state.version, [
    { sha256, bytes },
  ])
  return done.ok ? ok(null) : done
}

export function dropTemplate(open: OpenFile, { family, kind }: Act<'dropWordTemplate'>): Result<null, Refusal> {
  const stamp = stampFor(open, 'loadWordTemplate')
  if (!stamp.ok) return stamp
  if (!findWordTemplate(open.desk().state, family, kind)) return refuse({ code: 'word-template-none' })
  const done = open.recordDesk([{ type: 'wordTemplateDropped', family, kind }], stamp.value)
  return done.ok ? ok(null) : done
}

/** The parts of a template that was checked when it was loaded; a fault where it does not pass any more. */
export async function partsOf(bytes: Uint8Array, kind: PaperKind): Promise<Parts> {
  const { parts, problems } = await checkTemplate(bytes, kind)
  if (!parts) throw new OfficeFault('word-template-faulty', problems[0]?.code ?? kind)
  return parts
}
