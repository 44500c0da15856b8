// What a package carries beside the papers of this app: the files of the dossiers, under names any PC can write (documents.md B6.5, A7).
import { bagNames } from '../../records/bag.ts'
import type { Payload } from '../../records/pack-bag.ts'
import { checkPolicy } from '../../records/policy.ts'
import { slugOf } from '../../workflows/core/folded-text.ts'
import type { PersonId } from '../../workflows/core/ids.ts'
import { ok, type Result, refuse } from '../../workflows/core/result.ts'
import { dossierRules } from '../../workflows/eligibility/dossier-rules.ts'
import type { DossierFile } from '../../workflows/eligibility/facts.ts'
import { eligibilityOf } from '../../workflows/eligibility/state.ts'
import type { Refusal } from '../../workflows/office.ts'
import type { CaseState } from '../../workflows/procedure/state.ts'
import { mayReadRegistry } from '../../workflows/registry/commands.ts'
import { mustBeAllowed } from './at-work.ts'
import type { Work } from './long-work.ts'
import { noteLook } from './look-log.ts'
import type { OpenFile } from './open-file.ts'

type Named = DossierFile & { readonly personId: PersonId; readonly path: string }

/** `01-truong-the-hoan/HS03-01-so-yeu-ly-lich.pdf`; a paper that was sent back is no part of the dossier. */
export function dossierFiles(state: CaseState): readonly Named[] {
  const rules = dossierRules({ rulebook: state.rulebook, kind: state.opened.kind, overlays: state.opened.overlays })
  return state.nominees.flatMap(({ personId, name }, index) =>
    eligibilityOf(state.eligibility, personId)
      .dossier.filter(({ settled }) => settled?.isAccepted !== false)
      .flatMap(({ item, no, files }) =>
        files.map((file, at): Named => {
          const two = (value: number) => String(value).padStart(2, '0')
          const [, stem = file.name, ending = ''] = /^(.*?)(\.[A-Za-z0-9]{1,5})?$/u.exec(file.name) ?? []
          const code = rules.find((one) => one.item === item)?.code ?? 'HS'
          const parts = [code, two(no), ...(files.length > 1 ? [two(at + 1)] : []), slugOf(stem).slice(0, 80)]
          return {
            ...file,
            personId,
            path: `${two(index + 1)}-${slugOf(name)}/${parts.filter((part) => part !== '').join('-')}${ending.toLowerCase()}`,
          }
        }),
      ),
  )
}

/** Refused: `role-may-not` where the reader may open no dossier; more, or a bigger file, than the check of a package reads. */
export async function dossierIn(
  open: OpenFile,
  state: CaseState,
  beside: number,
  work: Work,
): Promise<Result<readonly Payload[], Refusal>> {
  const files = dossierFiles(state)
  if (files.length === 0) return ok([])
  const allowed = mustBeAllowed(open.operator(), 'eligibility', mayReadRegistry)
  if (!allowed.ok) return allowed
  const { bagBytes, fileBytes } = checkPolicy
  const total = files.reduce((sum, { bytes }) => sum + bytes, beside)
  const biggest = files.find(({ bytes }) => bytes > fileBytes.value)
  const megabytes = (bytes: number) => Math.ceil(bytes / 1_048_576)
  if (biggest)
    return refuse({ code: 'bag-file-too-big', file: biggest.name, megabytes: megabytes(biggest.bytes), most: megabytes(fileBytes.value) })
  if (total > bagBytes.value) return refuse({ code: 'bag-too-big', megabytes: megabytes(total), most: megabytes(bagBytes.value) })
  for (const personId of new Set(files.map((one) => one.personId))) noteLook(open, 'dossierFile', personId)
  const payload: Payload[] = []
  for (const [index, { path, sha256 }] of files.entries()) {
    await work.step(index, files.length)
    payload.push({
      name: `${bagNames.dossier.slice(bagNames.payload.length)}${path}`,
      bytes: Buffer.concat([...open.archive.files.parts(sha256)]),
    })
  }
  return ok(payload)
}
