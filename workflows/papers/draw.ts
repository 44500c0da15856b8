// From a paper that is owed to the value that is drawn.
import type { CaseState } from '../procedure/state.ts'
import { conferenceMinutes } from './conference-minutes.ts'
import { isRequested, type PaperDue, type RequestedDue } from './due.ts'
import type { Paper } from './paper.ts'
import { headFor } from './profile.ts'
import { isDraft, marksOf } from './requested/marks.ts'
import { type PaperBody, requestedPapers } from './requested.ts'
import type { PaperPeople } from './sign-blocks.ts'
import { authorityIn } from './signing-authority.ts'
import { voteCountMinutes } from './vote-count-minutes.ts'
import { voteSummary } from './vote-summary.ts'

/** `proof`: the digest of `recordJson` of the same paper, and the log head that record carries. */
export function paperFor(state: CaseState, due: PaperDue, proof: Paper['proof'], people: PaperPeople): Paper {
  if (isRequested(due)) return requestedPaper(state, due, proof, people)
  switch (due.kind) {
    case 'voteCountMinutes':
      return voteCountMinutes(state, due, proof, people)
    case 'conferenceMinutes':
      return conferenceMinutes(state, due, proof, people)
    case 'voteSummary':
      return voteSummary(state, due, proof, people)
  }
}

/** What a requested paper says. Throws for a kind this version of the app cannot say. */
export function bodyOf(state: CaseState, due: RequestedDue, people: PaperPeople): PaperBody {
  const rule = requestedPapers.get(due.kind)
  if (!rule) throw new Error(`no paper ${due.kind}`)
  return rule.say(state, due, people)
}

function requestedPaper(state: CaseState, due: RequestedDue, proof: Paper['proof'], people: PaperPeople): Paper {
  const said = bodyOf(state, due, people)
  const { isLetter, isLandscape, title, abstract, addressee, blocks, annex, slip, signers, recipients, issuer } = said
  const sign = said.sign ?? requestedPapers.get(due.kind)?.sign ?? null
  const body = issuer && { ...issuer, place: issuer.place ?? state.opened.organisation.place }
  const form = body?.form ?? state.opened.organisation.form
  const head = headFor(state, due.day, sign === null ? null : sign[form], due, due.number, body)
  const places = signers.map(({ authority, ...one }, index) => ({
    order: index + 1,
    ...one,
    ...(authority && { authority: authorityIn(head.profile, authority) }),
  }))
  return {
    paperId: due.paperId,
    kind: due.kind,
    version: due.version,
    ...head,
    ...marksOf(due.details),
    ...(isLetter && { isLetter }),
    ...(isLandscape && { isLandscape }),
    title,
    abstract,
    ...(addressee && { addressee }),
    blocks: due.reason === undefined || slip ? blocks : [replacing(due.reason), ...blocks],
    ...(annex && { annex }),
    ...(slip && { slip }),
    ...(isDraft(due.details) ? { signBlocks: [], unsigned: places } : { signBlocks: places }),
    recipients,
    proof,
  }
}

/** A signed paper is never edited; the new one says what it replaces and why (documents.md A6.3, Corrections). */
const replacing = (reason: string): PaperBody['blocks'][number] => ({
  type: 'paragraph',
  style: 'italic',
  text: `Văn bản này thay thế văn bản đã lập trước đó. Lý do: ${/[.!?]$/u.test(reason) ? reason : `${reason}.`}`,
})
