// Documents as papers cite them: `số 05/QĐ-SNV, ngày 20/10/2026`, and which paper of the case a citation means.

import type { PaperKind } from './kinds.ts'
import { shortDay } from './official-text.ts'

const digits = String.raw`\d{1,2}\/\d{1,2}\/\d{4}`
const words = String.raw`\d{1,2} tháng \d{1,2} năm \d{4}`
const citation = new RegExp(
  String.raw`số:? *(\d{1,6}[\/-][\p{L}\d\/.-]*[\p{L}\d])[,;]? *ngày (${digits}|${words})(?: của ([^,;.():]{3,120}))?`,
  'giu',
)

/** The day a text names first, as tables write it (`15/9/2026`); null where it names none. */
export function dayIn(text: string): string | null {
  const [, day, month, year] = /(\d{1,2})(?:\/| tháng )(\d{1,2})(?:\/| năm )(\d{4})/u.exec(text) ?? []
  if (day === undefined) return null
  return shortDay(`${year}-${month?.padStart(2, '0')}-${day.padStart(2, '0')}`)
}

/** `05/QĐ-SNV` and `5/QĐ-SNV` are one number. */
export const plainNumber = (number: string): string => number.trim().replace(/^\d+/, (digits) => String(Number(digits)).padStart(2, '0'))

type Citation = { readonly key: string; readonly says: string; readonly issuer?: string }

/** What a text says of documents: the day of each number; and where the paper speaks of another paper of the case, that one's number and day. */
export function citations(kind: PaperKind, text: string): Citation[] {
  return [...text.matchAll(citation)].flatMap(([, number = '', on = '', by], at): Citation[] => {
    const day = dayIn(on)
    if (day === null) return []
    const plain = plainNumber(number)
    // A sentence leads up to its first citation; the second already belongs to something else.
    const meant = at === 0 ? meantBy(kind, text) : undefined
    return [
      { key: `document ${plain} day`, says: day, ...(by !== undefined && { issuer: by }) },
      ...(meant === undefined
        ? []
        : [
            { key: `${meant} number`, says: plain },
            { key: `${meant} day`, says: day },
          ]),
    ]
  })
}

/** Sentences of our own papers that lead up to a document of the case. */
const leads: readonly (readonly [kind: PaperKind, start: RegExp, meant: string])[] = [
  ['announcement', /^Thực hiện (?:Quyết định|Nghị quyết) số/u, 'decision'],
  ['decision', /(?:tờ trình|Tờ trình) số/u, 'submission'],
  ['partyOpinion', /^Xét (?:Công văn|công văn|Tờ trình|tờ trình|văn bản|Văn bản) số/u, 'partyOpinionRequest'],
  ['submission', /^Ngày [\d/]+: Xin chủ trương \(văn bản số/u, 'policyRequest'],
  ['submission', /^Ngày [\d/]+: Chủ trương của cấp có thẩm quyền \(văn bản số/u, 'policyApproval'],
  ['submission', /^Ngày [\d/]+: Ý kiến bằng văn bản của cấp ủy \(văn bản số/u, 'partyOpinion'],
  ['submission', /^Ngày [\d/]+: Thông báo về việc bổ nhiệm lại \(văn bản số/u, 'reappointmentNotice'],
]

const meantBy = (kind: PaperKind, text: string): string | undefined => leads.find(([of, start]) => of === kind && start.test(text))?.[2]
