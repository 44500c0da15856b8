// What a drawn paper claims, read from its own text: the numbers of its rows and tables, its days, its number, the documents it cites.

import type { ConferenceState } from '../conference/state.ts'
import type { CaseFact } from '../procedure/facts.ts'
import type { CaseState } from '../procedure/state.ts'
import { citations, dayIn, plainNumber } from './agreement-citations.ts'
import { type Line, linesOf } from './agreement-lines.ts'
import { meetingClaims, resultCells } from './agreement-meeting.ts'
import { counted, personKey, type Said, said } from './agreement-said.ts'
import type { AsDrawn } from './as-drawn.ts'
import type { Claim, Place, Source } from './difference.ts'
import { isRequested } from './due.ts'
import { stageName } from './meeting.ts'
import { shortDay } from './official-text.ts'
import type { Paper } from './paper.ts'
import { minutesTitle } from './vote-summary.ts'

export function claimsOfPaper(drawn: AsDrawn): Claim[] {
  const { due, state, paper } = drawn
  const lines = linesOf(drawn)
  const claims = [
    ...ownNumber(paper),
    ...lines.flatMap(({ text, place }) =>
      citations(paper.kind, text).map((one) => ({ ...said('document', one.key, one.says, place), ...issuedBy(one.issuer) })),
    ),
    ...nameClaims(state, lines),
    ...birthClaims(state, lines),
    ...ownBirth(drawn, lines),
    ...termClaims(paper, lines),
    ...(due.conferenceId === undefined || due.kind === 'voteSummary'
      ? caseClaims(drawn, lines)
      : meetingClaims(drawn, due.conferenceId, lines)),
  ]
  return firstOfEach(claims).map((one) => ({ ...one, source: { paperId: due.paperId } }))
}

const issuedBy = (issuer: string | undefined) => (issuer === undefined ? {} : { issuer })

/** A paper that says the same thing twice claims it once; where it contradicts itself, both stand. */
function firstOfEach(claims: readonly Said[]): Said[] {
  const seen = new Map<string, Said>()
  for (const one of claims) if (!seen.has(`${one.key} ${one.says}`)) seen.set(`${one.key} ${one.says}`, one)
  return [...seen.values()]
}

// --- The paper itself

/** Its day and number under its own kind: what others say of it is held against this. */
function ownNumber({ kind, numberAndSign, date, issuingBody }: Paper): Said[] {
  const number = /^Số:? *(\d.*)$/u.exec(numberAndSign)?.[1]
  const place: Place = { label: 'Số, ký hiệu; ngày ban hành' }
  return [
    said('document', `${kind} day`, shortDay(date), place),
    ...(number === undefined
      ? []
      : [
          said('document', `${kind} number`, plainNumber(number), place),
          { ...said('document', `document ${plainNumber(number)} day`, shortDay(date), place), issuer: issuingBody },
        ]),
  ].filter(({ key }) => citedKinds.has(key.split(' ')[0] ?? '') || key.startsWith('document '))
}

/** Kinds of which one stands in a case, so that "the decision" means this one. */
const citedKinds: ReadonlySet<string> = new Set(['policyRequest', 'partyOpinionRequest', 'partyOpinion', 'submission', 'decision'])

/** The documents somebody typed when an act was recorded. */
export function claimsOfActs(fact: CaseFact, version: number): { readonly act: string; readonly claims: Claim[] }[] {
  const act = fact.type === 'actRecorded' ? fact.act : fact.type
  const kind = actKinds[act]
  const document = 'document' in fact ? fact.document : undefined
  if (kind === undefined || document === undefined) return []
  const source: Source = { act, version }
  const place: Place = { label: 'Văn bản ghi kèm' }
  const number = plainNumber(document.number)
  const claims: Claim[] = [
    { ...said('document', `${kind} number`, number, place), source },
    { ...said('document', `${kind} day`, shortDay(document.date), place), source },
    { ...said('document', `document ${number} day`, shortDay(document.date), place), ...issuedBy(document.issuer), source },
  ]
  const effective: Claim[] =
    fact.type === 'caseDecided' ? [{ ...said('day', 'effective', shortDay(fact.effectiveOn), { label: 'Ngày có hiệu lực' }), source }] : []
  return [{ act, claims: [...claims, ...effective] }]
}

const actKinds: Readonly<Record<string, string>> = {
  policyRequest: 'policyRequest',
  policyApproval: 'policyApproval',
  partyOpinion: 'partyOpinion',
  reappointmentNotice: 'reappointmentNotice',
  caseSubmitted: 'submission',
  caseDecided: 'decision',
}

// --- People

function nameClaims({ nominees }: CaseState, lines: readonly Line[]): Said[] {
  return nominees.flatMap(({ personId, name }) => {
    const line = lines.find(({ text }) => text.includes(name))
    return line ? [said('name', `name ${personId}`, name, line.place)] : []
  })
}

/** A day of birth beside a name, in full: half-known ones are not held against full ones. */
function birthClaims({ nominees }: CaseState, lines: readonly Line[]): Said[] {
  return nominees.flatMap(({ personId, name }) =>
    lines.flatMap(({ text, place, cells }) => {
      const row =
        cells === undefined ? text : place.label?.startsWith('Họ và tên') === true ? [...cells.values()].slice(0, 3).join('\n') : ''
      if (!row.includes(name)) return []
      const beside = row.slice(row.indexOf(name) + name.length)
      const day =
        cells === undefined
          ? dayIn(/^, sinh ngày ([\d/]{8,10})/u.exec(beside)?.[1] ?? '')
          : dayIn(beside.split('\n').slice(0, 3).join('\n'))
      return day === null ? [] : [said('day', `birth ${personId}`, day, place)]
    }),
  )
}

/** The cover of an action program. */
function ownBirth({ due }: AsDrawn, lines: readonly Line[]): Said[] {
  if (!isRequested(due) || due.personId === undefined) return []
  const line = lines.find(({ place }) => place.label === 'Ngày sinh')
  const day = dayIn(line?.text ?? '')
  return line && day !== null ? [said('day', `birth ${due.personId}`, day, line.place)] : []
}

// --- The case

/** From when the appointment holds: told by the decision and by whoever announces it. */
function termClaims({ kind }: Paper, lines: readonly Line[]): Said[] {
  if (kind !== 'decision' && kind !== 'announcement') return []
  return lines.flatMap(({ text, place }) => {
    const from = /giữ chức vụ .*?kể từ (ngày \d{1,2} tháng \d{1,2} năm \d{4})/u.exec(text)?.[1]
    const day = dayIn(from ?? '')
    return day === null ? [] : [said('day', 'effective', day, place)]
  })
}

/** Papers that tell of several meetings name each in its rows. */
function caseClaims({ state }: AsDrawn, lines: readonly Line[]): Said[] {
  const course = new Map<string, number>()
  return lines.flatMap((line) => {
    const { cells, place, meeting: row } = line
    if (cells === undefined) return line.place.label === undefined ? closingDay(state, line, course) : []
    const bundle = /^Gói số (\d+)$/u.exec(cells.get('Gói phiếu') ?? '')?.[1]
    if (bundle !== undefined) return bundleCells(bundle, line)
    const cited = cells.get(minutesTitle)
    const meeting = row && meetingsNamed(state, row.name).filter(({ counts }) => counts.length > 0)[row.nth - 1]
    if (!meeting) return place.label === 'Số phiếu nhất trí' ? opinionCells(state, line) : []
    const { conferenceId } = meeting
    if (cited !== undefined)
      return place.label === minutesTitle ? [said('document', `minutes ${conferenceId}`, citedMinutes(cited), place)] : []
    const told = dayIn(row?.day ?? '')
    const closed = told === null || place.label !== 'Hội nghị' ? [] : [said('day', `closing ${conferenceId}`, told, place)]
    return [...closed, ...resultCells(state, conferenceId, line)]
  })
}

/** `số 02/BB-SNV, ngày 15/9/2026`, or the id where the minutes took no number. */
const citedMinutes = (cell: string): string => plainNumber(/^số ([^,]+),/u.exec(cell)?.[1] ?? cell)

/** `Ngày 15/9/2026: Hội nghị tập thể lãnh đạo mở rộng.` of a submission's course. */
function closingDay(state: CaseState, { text, place }: Line, course: Map<string, number>): Said[] {
  const [, day = '', stage = ''] = /^Ngày ([\d/]{8,10}): (.+?)\.?$/u.exec(text) ?? []
  const nth = course.get(stage) ?? 0
  course.set(stage, nth + 1)
  const meeting = meetingsNamed(state, stage)[nth]
  const told = dayIn(day)
  return meeting && told !== null ? [said('day', `closing ${meeting.conferenceId}`, told, place)] : []
}

/** Two stages of a rulebook may bear one name. */
const meetingsNamed = (state: CaseState, name: string): readonly ConferenceState[] =>
  state.conferences.filter((one) => one.phase === 'closed' && one.convened.runNo === state.runNo && stageName(state, one) === name)

function opinionCells(state: CaseState, { text, cells, place }: Line): Said[] {
  const person = personKey(state, cells?.get('Họ và tên') ?? '')
  return person === undefined ? [] : [said('count', `votes partyOpinion ${person}`, fraction(text), place)]
}

const fraction = (text: string): string => {
  const [, votes, base] = /(\d{1,6})\/(\d{1,6})/.exec(text) ?? []
  return votes === undefined ? text : `${Number(votes)}/${Number(base)}`
}

function bundleCells(bundle: string, { text, place }: Line): Said[] {
  if (place.label === 'Số phiếu') return counted(`bundle ${bundle} slips`, text, place)
  return place.label === 'Số niêm phong' ? [said('document', `bundle ${bundle} seal`, text, place)] : []
}
