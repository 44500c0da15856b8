// Which form a paper takes, by the body that issues it and its day (documents.md A1, 0.1), and what stands at its head.
import type { Organisation } from '../procedure/facts.ts'
import type { CaseState } from '../procedure/state.ts'
import { secrecyWords } from '../wording/papers.ts'
import { usualCopies, withArchive } from './archive-line.ts'
import { classificationOf } from './classification.ts'
import type { Paper, PaperProfile } from './paper.ts'
import { numberLine, type TakenNumber } from './register.ts'

/** Hướng dẫn 05-HD/VPTW holds from this day; papers of earlier days keep the form of 36-HD/VPTW. */
const newPartyFormFrom = '2026-05-27'

/** `day`: ISO day of the paper. */
export function profileFor(organisation: Pick<Organisation, 'form'>, day: string): PaperProfile {
  if (organisation.form === 'state') return 'STATE_ND30_2020'
  return day < newPartyFormFrom ? 'PARTY_HD36_2018' : 'PARTY_HD05_2026'
}

/** How an abstract begins under the name of the type: with a capital in State papers, without one in Party papers. */
export const aboutIn = (profile: PaperProfile): string => (profile === 'STATE_ND30_2020' ? 'Về việc' : 'về việc')

const partyBodies =
  /^(?:bộ chính trị|ban bí thư|ban thường vụ|ban chấp hành|ban cán sự đảng|(?:thường trực|văn phòng|ban .+|(?:ủy|uỷ) ban kiểm tra) (?:tỉnh|thành|huyện|đảng) (?:ủy|uỷ)|(?:tỉnh|thành|huyện|đảng|chi) (?:ủy|uỷ)|chi bộ|đảng bộ)(?: |$)/u
const stateBodies = /^(?:chính phủ|thủ tướng|bộ|sở|cục|chi cục|(?:ủy|uỷ) ban nhân dân|hội đồng nhân dân|văn phòng (?:ủy|uỷ) ban)(?: |$)/u

/** The family of forms the name of a body speaks for (A1), to begin a form with; the clerk reads it over. Undefined where it does not say. */
export function formOfBody(name: string): Organisation['form'] | undefined {
  const plain = name.trim().normalize('NFC').toLowerCase()
  if (partyBodies.test(plain)) return 'party'
  return stateBodies.test(plain) ? 'state' : undefined
}

const romans = 'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXII'.split(' ')

/** `I. THÀNH PHẦN` in State papers, `I- THÀNH PHẦN` in Party papers. */
export function headingText(profile: PaperProfile, no: number, words: string): string {
  const roman = romans[no - 1] ?? String(no)
  return `${roman}${profile === 'STATE_ND30_2020' ? '.' : '-'} ${words}`
}

export type PaperHead = Pick<
  Paper,
  'profile' | 'isSample' | 'isRehearsal' | 'superiorBody' | 'issuingBody' | 'numberAndSign' | 'place' | 'date' | 'secrecyMark'
>

/**
 * `type` is the sign of the kind of paper (`BB`); null for papers that carry no number; '' for letters of state bodies (A3).
 * Without `number` the place for it stays open: another body gives it, or no term of the committee is on record.
 * `about` names the meeting of the paper, whose degree of secrecy may be its own.
 */
export function headFor(
  state: CaseState,
  day: string,
  type: string | null,
  about: { readonly conferenceId?: string },
  number?: TakenNumber,
  issuer: Pick<Organisation, 'form' | 'name' | 'superior' | 'sign' | 'place'> = state.opened.organisation,
): PaperHead {
  const { isSample } = state.opened
  const classification = classificationOf(state, about.conferenceId)
  const organisation = issuer
  const profile = profileFor(organisation, day)
  return {
    profile,
    isSample,
    ...(state.opened.rehearsal === true && { isRehearsal: true as const }),
    ...(organisation.superior !== undefined && { superiorBody: organisation.superior.toUpperCase() }),
    issuingBody: organisation.name.toUpperCase(),
    numberAndSign: type === null ? '' : numberLine(organisation, type, number?.no),
    place: organisation.place,
    date: day,
    ...(classification !== 'none' && { secrecyMark: secrecyWords[classification] }),
  }
}

/** The last line names where the original lies (A2, A3). */
export const recipientsFor = (profile: PaperProfile, preparedBy?: string): readonly string[] =>
  withArchive(
    profile === 'STATE_ND30_2020' ? ['Chủ tọa hội nghị', 'Lưu: VT, TCCB'] : ['Chủ trì hội nghị', 'Lưu Văn phòng, hồ sơ nhân sự'],
    preparedBy,
    usualCopies.value,
  )
