// The office holder who signs a paper that was asked for: typed with the request, so that the record holds who it was that day.
import type { SignBlock } from '../paper.ts'
import type { PaperField } from '../requested.ts'
import { citizenIdFor, type PaperPeople } from '../sign-blocks.ts'

export const signerFields: readonly PaperField[] = [
  { key: 'signerName', type: 'line', isRequired: true },
  { key: 'signerTitle', type: 'line', isRequired: true },
  /** `TM. ỦY BAN NHÂN DÂN`, `T/M BAN THƯỜNG VỤ`, `KT. GIÁM ĐỐC`: only where the signer signs for somebody. */
  { key: 'signerAuthority', type: 'line', isRequired: false },
]

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

/** Recipients as they were typed, a line each; else the usual ones of this paper. */
export const recipientsOr = (details: Readonly<Record<string, string>>, usual: readonly string[]): readonly string[] => {
  const typed = (details.recipients ?? '')
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '')
  return typed.length > 0 ? typed : usual
}

export const recipientsField: PaperField = { key: 'recipients', type: 'text', isRequired: false }
