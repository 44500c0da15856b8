// Do the papers of a case agree? What each of them said when it was drawn, held against the others and against the case as it stands:
// names, days, counts, percentages, numbers of documents. A difference names both places (documents.md A6.3; each paper is a snapshot).
import { type ConferenceState, confirmedCount } from '../conference/state.ts'
import { dayOf } from '../core/stamp.ts'
import { type CaseState, evolve, type StoredFact } from '../procedure/state.ts'
import { paperFor } from './draw.ts'
import { isRequested, type PaperDue, papersOwed } from './due.ts'
import { candidatesOf, stageName } from './meeting.ts'
import { shareOf, shortDay } from './official-text.ts'
import type { Paper } from './paper.ts'
import type { PaperPeople } from './sign-blocks.ts'
import { countedMeetings } from './vote-summary.ts'

export type AgreementMatter = 'name' | 'day' | 'count' | 'percent' | 'document'
/** One thing a paper says. `paperId` null: the case as it stands now. `place`: where in it, in words of the paper. */
export type Claim = {
  readonly matter: AgreementMatter
  /** The same key in two papers speaks of the same thing. */
  readonly key: string
  readonly says: string
  readonly paperId: string | null
  readonly place: string
}
export type Disagreement = { readonly matter: AgreementMatter; readonly one: Side; readonly other: Side }
type Side = Pick<Claim, 'paperId' | 'place' | 'says'>

/** The papers that stand, each as it was said when it was drawn. */
type AsDrawn = { readonly due: PaperDue; readonly state: CaseState; readonly paper: Paper }

const noProof: Paper['proof'] = { stageId: '', version: 1, recordSha256: '', logSize: 0, logRoot: '' }

/** Every difference between the papers that stand, and between them and the case. `facts`: all of the case, in order. */
export function disagreements(facts: Iterable<StoredFact>, caseId: string, people: PaperPeople): Disagreement[] {
  let state: CaseState | null = null
  const drawn: AsDrawn[] = []
  for (const stored of facts) {
    if (state && stored.fact.type === 'paperDrawn') {
      const { paperId } = stored.fact
      const due = papersOwed(state).find((one) => one.paperId === paperId)
      if (due) drawn.push({ due, state, paper: paperFor(state, due, noProof, people) })
    }
    state = evolve(state, stored, caseId)
  }
  if (!state) return []
  const now = state
  const stands = drawn.filter(({ due }) => now.papers.find((one) => one.drawn.paperId === due.paperId)?.supersededBy === undefined)
  return [...differing([...stands.flatMap(claimsOf), ...claimsOfCase(now)]), ...stands.flatMap((one) => typedWrong(one, now))]
}

/** One difference a key: the first that says otherwise than the first paper. */
function differing(claims: readonly Claim[]): Disagreement[] {
  const byKey = Map.groupBy(claims, ({ key }) => key)
  return [...byKey.values()].flatMap((group) => {
    const [one] = group
    const other = group.find(({ says }) => says !== one?.says)
    return one && other ? [{ matter: one.matter, one: side(one), other: side(other) }] : []
  })
}

const side = ({ paperId, place, says }: Claim): Side => ({ paperId, place, says })

/** What a paper tells, found in its own text: what it does not print it does not claim. */
function claimsOf({ due, state, paper }: AsDrawn): Claim[] {
  const text = textOf(paper)
  const said = factsOf(state).filter(({ says }) => text.includes(says))
  const counted = countsOf(state, meetingsToldBy(state, due))
  return [...said, ...counted].map((one) => ({ ...one, paperId: due.paperId }))
}

const claimsOfCase = (state: CaseState): Claim[] =>
  [...factsOf(state), ...countsOf(state, state.conferences.filter(isStanding))].map((one) => ({ ...one, paperId: null }))

const isStanding = ({ phase }: ConferenceState): boolean => phase !== 'reset'

type Said = Omit<Claim, 'paperId'>

/** Names, days and documents of the case, each as papers write it. */
function factsOf(state: CaseState): Said[] {
  const names = state.nominees.map(
    ({ personId, name }): Said => ({ matter: 'name', key: `nominee ${personId}`, says: name, place: 'họ và tên nhân sự' }),
  )
  const documents = state.acts.flatMap(({ act, document }, index): Said[] =>
    document ? [{ matter: 'document', key: `act ${act} ${index}`, says: document.number, place: 'số văn bản' }] : [],
  )
  const decided: Said[] = state.decided
    ? [
        { matter: 'document', key: 'decision', says: state.decided.document.number, place: 'số quyết định' },
        { matter: 'day', key: 'effective', says: shortDay(state.decided.effectiveOn), place: 'ngày hiệu lực' },
      ]
    : []
  return [...names, ...documents, ...decided]
}

/** The meetings whose counts a paper prints. */
function meetingsToldBy(state: CaseState, due: PaperDue): readonly ConferenceState[] {
  if (due.kind === 'submission') return state.conferences.filter(isStanding)
  const meeting = state.conferences.find(({ conferenceId }) => conferenceId === due.conferenceId)
  if (!meeting || isRequested(due)) return []
  if (due.kind === 'voteSummary') return countedMeetings(state, meeting)
  return due.kind === 'voteCountMinutes' || meeting.announcedAt !== undefined ? [meeting] : []
}

function countsOf(state: CaseState, meetings: readonly ConferenceState[]): Said[] {
  return meetings.flatMap((meeting) => {
    const count = confirmedCount(meeting)
    if (!count) return []
    const { conferenceId } = meeting
    const place = stageName(state, meeting)
    const numbers = Object.entries(count.judged.input.count).flatMap(([name, value]): Said[] =>
      typeof value === 'number'
        ? [{ matter: 'count', key: `${conferenceId} ${name}`, says: String(value), place: `${place}: ${name}` }]
        : [],
    )
    const candidates = candidatesOf(state, meeting)
    const shares = candidates.flatMap(({ ballotName, name }): Said[] => {
      const share = shareOf(count.judged, ballotName, candidates.length === 1)
      const of = `${place}: ${name}`
      return [
        { matter: 'count', key: `${conferenceId} votes ${ballotName}`, says: `${share.votes}/${share.base}`, place: of },
        { matter: 'percent', key: `${conferenceId} percent ${ballotName}`, says: `${share.percent}%`, place: of },
      ]
    })
    const day: Said = { matter: 'day', key: `${conferenceId} day`, says: shortDay(dayOf(meeting.openedAt ?? count.confirmedAt)), place }
    return [day, ...numbers, ...shares]
  })
}

// --- What people typed

const share = /(\d{1,6})\s*\/\s*(\d{1,6})\s*(?:=|\(|chiếm|đạt)\s*(\d{1,3},\d{1,2})\s*%/gu
const reference = /số:?\s*(\d{1,6}[/-][\p{L}\d/.-]{1,40})[\s,]*(?:ngày)\s*(\d{1,2})\/(\d{1,2})\/(\d{4})/giu

/** Shares that do not work out or that no count knows, names with other marks, documents with another day: in words typed for a paper. */
function typedWrong({ due }: AsDrawn, state: CaseState): Disagreement[] {
  if (!isRequested(due)) return []
  return Object.entries(due.details).flatMap(([field, text]) => {
    const here = (says: string): Side => ({ paperId: due.paperId, place: field, says })
    return [...sharesIn(text, state, here), ...namesIn(text, state, here), ...documentsIn(text, state, here)]
  })
}

type Here = (says: string) => Side

function sharesIn(text: string, state: CaseState, here: Here): Disagreement[] {
  const known = countsOf(state, state.conferences.filter(isStanding))
  return [...text.matchAll(share)].flatMap(([all, votes = '', base = '', percent = '']): Disagreement[] => {
    const same = known.find(({ says, matter }) => matter === 'count' && says === `${Number(votes)}/${Number(base)}`)
    const right = Number(base) > 0 ? hundredths(Number(votes), Number(base)) : ''
    if (percent !== right)
      return [{ matter: 'percent', one: here(all), other: { paperId: null, place: `${votes}/${base}`, says: `${right}%` } }]
    const [nearest] = known.filter(({ key }) => key.includes(' votes '))
    return same || !nearest ? [] : [{ matter: 'count', one: here(all), other: { paperId: null, place: nearest.place, says: nearest.says } }]
  })
}

/** Two decimals, half up, decimal comma (documents.md A5.2). */
function hundredths(votes: number, base: number): string {
  const n = Math.floor((votes * 20_000 + base) / (2 * base))
  return `${Math.floor(n / 100)},${String(n % 100).padStart(2, '0')}`
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd')

/** The same letters with other marks: `Nguyễn Thi Hà` for `Nguyễn Thị Hà`. */
function namesIn(text: string, state: CaseState, here: Here): Disagreement[] {
  const folded = fold(text)
  return state.nominees.flatMap(({ name }): Disagreement[] => {
    const at = folded.indexOf(fold(name))
    const typed = at < 0 ? name : text.slice(at, at + name.length)
    if (typed === name || text.includes(name) || fold(typed) !== fold(name)) return []
    return [{ matter: 'name', one: here(typed), other: { paperId: null, place: 'họ và tên nhân sự', says: name } }]
  })
}

function documentsIn(text: string, state: CaseState, here: Here): Disagreement[] {
  const known = [...state.acts.flatMap(({ document }) => (document ? [document] : [])), ...(state.decided ? [state.decided.document] : [])]
  return [...text.matchAll(reference)].flatMap(([all, number = '', day = '', month = '', year = '']): Disagreement[] => {
    const document = known.find((one) => one.number === number)
    const typed = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    if (!document || document.date === typed) return []
    return [{ matter: 'document', one: here(all), other: { paperId: null, place: number, says: shortDay(document.date) } }]
  })
}

function textOf({ title, abstract, blocks, signBlocks }: Paper): string {
  return JSON.stringify([title, abstract, blocks, signBlocks.map(({ personName }) => personName)])
}
