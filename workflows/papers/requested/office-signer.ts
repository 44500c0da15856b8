// The office holder who signs a paper that was asked for: typed with the request, so that the record holds who it was that day.
import type { Operator } from '../../office.ts'
import type { CaseState } from '../../procedure/state.ts'
import type { Role } from '../../roles.ts'
import { usualCopies, withArchive } from '../archive-line.ts'
import type { PaperProfile, SignBlock } from '../paper.ts'
import type { PaperField } from '../requested.ts'
import { citizenIdFor, type PaperPeople } from '../sign-blocks.ts'

export const signerFields: readonly PaperField[] = [
  { key: 'signerName', type: 'line', isRequired: true },
  { key: 'signerTitle', type: 'line', isRequired: true },
  /** `TM. ỦY BAN NHÂN DÂN`, `T/M BAN THƯỜNG VỤ`, `KT. GIÁM ĐỐC`: only where the signer signs for somebody. */
  { key: 'signerAuthority', type: 'line', isRequired: false },
]

/** The only person of the office with this role, and the office he held last time his name was written in this case. */
export function signerKnown(state: CaseState, operators: readonly Operator[], role: Role, usualTitle = ''): Record<string, string> {
  const holders = operators.filter(({ roles }) => roles.includes(role))
  const [holder] = holders
  if (holder === undefined || holders.length > 1) return {}
  return { signerName: holder.name, signerTitle: titleOf(state, holder.name) ?? usualTitle }
}

function titleOf({ paperRequests, conferences }: CaseState, name: string): string | undefined {
  const signed = paperRequests.findLast(({ details }) => details.signerName === name)?.details.signerTitle
  return signed ?? conferences.flatMap(({ list }) => list).findLast((one) => one.name === name)?.title
}

/** One place at the right, where the competent person signs (A2, A3). */
export function officeSigner(details: Readonly<Record<string, string>>, people: PaperPeople): Omit<SignBlock, 'order'> {
  const personName = details.signerName ?? ''
  const citizenId = citizenIdFor(people, personName)
  return {
    field: 'ky.nguoi_ky',
    role: 'nguoi-ky',
    ...(details.signerAuthority && { authority: details.signerAuthority.toUpperCase() }),
    officeTitle: (details.signerTitle ?? '').toUpperCase(),
    personId: people.personIds?.[personName] ?? '',
    personName,
    ...(citizenId !== undefined && { citizenId }),
    column: 'right',
    required: true,
  }
}

/**
 * Recipients as they were typed, a line each; else the usual ones of this paper. Whom the paper is addressed to stands first as
 * "Như trên" and the archive last, also where they were not typed (A2, A3).
 */
export const recipientsOr = (details: Readonly<Record<string, string>>, usual: readonly string[]): readonly string[] => {
  const typed = linesOf(details.recipients)
  const copies = details.copiesMade === undefined ? undefined : Number(details.copiesMade)
  return withArchive(typed.length === 0 ? usual : completed(typed, usual), details.preparedBy, copies)
}

function completed(typed: readonly string[], usual: readonly string[]): readonly string[] {
  const [first] = usual
  const last = usual.at(-1)
  const isSaid = (words: string) => typed.some((one) => one.replace(/^-\s*/u, '').toLowerCase().startsWith(words))
  return [
    ...(first === 'Như trên' && !isSaid('như trên') ? [first] : []),
    ...typed.map((one) => one.replace(/^-\s*/u, '')),
    ...(last?.startsWith('Lưu') && !isSaid('lưu') ? [last] : []),
  ]
}

/** At the foot of a paper: to whom it goes, who prepared it, in how many copies (documents.md A6.3). */
export const closingFields: readonly PaperField[] = [
  { key: 'recipients', type: 'text', isRequired: false },
  { key: 'preparedBy', type: 'line', isRequired: false },
  { key: 'copiesMade', type: 'count', isRequired: false },
]

/** The only officer who prepares papers; as many copies as are usual. */
export function closingKnown(operators: readonly Operator[]): Record<string, string> {
  const [officer, ...others] = operators.filter(({ roles }) => roles.includes('hrOfficer'))
  return { ...(officer && others.length === 0 && { preparedBy: officer.name }), copiesMade: String(usualCopies.value) }
}

/** Where the original lies: the last of the recipients (A2, A3). */
export const archiveOf = (profile: PaperProfile): string => (profile === 'STATE_ND30_2020' ? 'Lưu: VT, TCCB' : 'Lưu Văn phòng')

/** Lines as they were typed, the empty ones left out. */
export const linesOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '')
