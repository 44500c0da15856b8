// The data behind the ink: what `record.json` of one paper holds (documents.md B6.2), and which record stands before it.
import { type ConferenceState, type ConfirmedCount, confirmedCount } from '../conference/state.ts'
import { canonical } from '../core/canonical.ts'
import { type CaseState, findNominee } from '../procedure/state.ts'
import { rulebook } from '../rulebooks/index.ts'
import { actionPrograms } from './action-program-block.ts'
import { usualCopies } from './archive-line.ts'
import { attendanceList } from './attendance-block.ts'
import { classificationOf } from './classification.ts'
import type { MeetingDue, PaperDue } from './due.ts'
import { type OwedKind, paperSlugs } from './kinds.ts'
import { announcedCount, candidatesOf, meetingOf, presenceAt, rulebookOf, stageIdOf, stageOf } from './meeting.ts'
import type { Paper, SignBlock } from './paper.ts'
import { profileFor } from './profile.ts'
import { numberWords } from './register.ts'
import { bundlesToldOf } from './requested/ballot-sealing-minutes.ts'
import { type PaperPeople, signBlocksFor, writerOf } from './sign-blocks.ts'
import { recordSchema, type StageRecord } from './stage-record.ts'
import { countedMeetings, countMinutesOf } from './vote-summary.ts'

export type RecordEnv = {
  readonly logHead: {
    readonly origin: string
    readonly size: number
    readonly rootHash: string
    /** The signed note; and the Ed25519 key it verifies with. */
    readonly checkpoint: string
    readonly publicKey?: string
    /** For the fact that closed the meeting. Left out of conference minutes whose result was not announced. */
    readonly inclusion?: NonNullable<StageRecord['auditLog']['inclusion']>
    /** From the log head of the record before. Left out like `inclusion`: its path holds hashes of single facts. */
    readonly consistency?: NonNullable<StageRecord['auditLog']['consistency']>
  }
  readonly people: PaperPeople
  readonly software: StageRecord['software']
  /** Instant with its offset. */
  readonly createdAt: string
  /** SHA-256 of the UTF-8 bytes of a text, 64 hex digits. */
  readonly sha256Hex: (text: string) => string
}

/**
 * The value of `record.json` of a paper that is owed; `canonical` of it are its bytes. Vote-count minutes carry it whole.
 * Conference minutes carry no count that was not announced, nor a digest of a record or paper that does:
 * counts are small numbers, and whoever knows the rest finds them from the digest by trying.
 */
export function stageRecordOf(state: CaseState, due: MeetingDue, env: RecordEnv): StageRecord {
  const conference = meetingOf(state, due.conferenceId)
  const told = due.kind === 'conferenceMinutes' ? announcedCount(conference) : confirmedCount(conference)
  const isTold = told !== undefined || conference.counts.length === 0
  const previous = previousRecordOf(state, due)
  const decision = decisionOf(state, due, conference, told)
  return {
    schema: recordSchema,
    recordId: due.paperId,
    version: due.version,
    supersedes: due.supersedes ?? null,
    paper: paperSlugs[due.kind],
    ...(due.number && { number: due.number }),
    ...(state.opened.isSample && { sample: true as const }),
    ...(state.opened.rehearsal === true && { rehearsal: true as const }),
    case: {
      caseId: state.caseId,
      post: state.opened.post.title,
      unit: state.opened.post.unit,
      mode: state.opened.kind === 'reappointment' ? 'bo-nhiem-lai' : 'bo-nhiem',
      source: 'tai-cho',
      kind: state.opened.kind,
      seats: state.opened.seats,
    },
    stage: stagePart(state, conference),
    organisation: state.opened.organisation,
    classification: classificationOf(state, due.kind === 'voteSummary' ? undefined : due.conferenceId),
    attendance: attendancePart(state, conference, env),
    ...(told && due.kind !== 'voteSummary' && { judged: told.judged }),
    actionPrograms: due.kind === 'voteSummary' ? [] : actionPrograms(state, conference),
    ballots: due.kind === 'voteSummary' ? [] : ballotPart(state, conference, told, due.reason !== undefined),
    ...(decision && { decision }),
    ...(due.kind === 'voteSummary' && { results: resultPart(state, conference) }),
    papers: paperPart(state, due, conference, told),
    signers: signerPart(state, due, conference, env),
    auditLog: auditPart(env, due.kind !== 'conferenceMinutes' || isTold),
    ...(previous && { previousRecord: previous }),
    software: env.software,
    ...preparedPart(conference, due, env),
    timeAssurance: 'claimed',
    createdAt: env.createdAt,
  }
}

function preparedPart(conference: ConferenceState, due: MeetingDue, { people }: RecordEnv): Pick<StageRecord, 'preparedBy' | 'copies'> {
  const preparedBy = writerOf(conference, due.kind, people)
  return { ...(preparedBy !== undefined && { preparedBy }), copies: usualCopies.value }
}

/** Digest and log head as the last page prints them; `recordSha256` is that of the canonical bytes of the record. */
export function proofFor(state: CaseState, due: PaperDue, env: RecordEnv, recordSha256: string): Paper['proof'] {
  const stageId = due.conferenceId === undefined ? state.caseId : stageIdOf(state, due.conferenceId)
  return { stageId, version: due.version, recordSha256, logSize: env.logHead.size, logRoot: env.logHead.rootHash }
}

/**
 * The record before this one in the chain of the case: the newest record of the nearest earlier meeting that has one.
 * A stage's record is its vote-count minutes; that of a meeting without a ballot, its conference minutes. Papers beside
 * the record (conference minutes of a ballot, the result table) link to the record of their own meeting.
 * Absent for the first, and for conference minutes whenever the earlier record holds counts that were not announced.
 */
export function previousRecordOf(state: CaseState, due: MeetingDue): StageRecord['previousRecord'] {
  const at = state.conferences.findIndex((one) => one.conferenceId === due.conferenceId)
  const here = state.conferences[at]
  const isRecord = here !== undefined && due.kind === recordKindOf(here)
  const earlier = state.conferences.slice(0, isRecord ? at : at + 1).toReversed()
  for (const conference of earlier) {
    const drawn = state.papers.findLast(
      (one) => one.drawn.conferenceId === conference.conferenceId && one.drawn.kind === recordKindOf(conference),
    )
    if (!drawn) continue
    const isTold = conference.counts.length === 0 || announcedCount(conference) !== undefined
    if (due.kind === 'conferenceMinutes' && !isTold) return undefined
    return { recordId: drawn.drawn.paperId, recordSha256: drawn.drawn.recordSha256 }
  }
  return undefined
}

const recordKindOf = (conference: ConferenceState): OwedKind => (conference.counts.length > 0 ? 'voteCountMinutes' : 'conferenceMinutes')

function stagePart(state: CaseState, conference: ConferenceState): StageRecord['stage'] {
  const stage = stageOf(state, conference)
  const book = rulebookOf(state, conference)
  const { phase, openedAt, closed, convened } = conference
  return {
    stageId: stageIdOf(state, conference.conferenceId),
    key: conference.stage,
    stepNo: stage.stepNo,
    runNo: convened.runNo,
    attempt: convened.attempt,
    name: stage.name,
    rulebook: book,
    rulebookVersion: book === state.opened.rulebook ? state.opened.rulebookVersion : rulebook(book).version,
    overlays: state.opened.overlays,
    standing: phase === 'notQuorate' || phase === 'adjourned' ? phase : 'closed',
    ...(openedAt !== undefined && { openedAt }),
    ...(closed && { closedAt: closed.closedAt }),
  }
}

function attendancePart(state: CaseState, conference: ConferenceState, env: RecordEnv): StageRecord['attendance'] {
  const { convenedRaw, excused, present, withoutVote } = presenceAt(state, conference)
  const { listApproval } = conference.convened
  return {
    listSha256: env.sha256Hex(canonical(attendanceList(state, conference))),
    convenedRaw,
    excusedForceMajeure: excused,
    present,
    withoutVote: withoutVote.length,
    ...(listApproval && { listApproval }),
  }
}

/** Counts stand once, in `judged`; here stands what that lacks. `told` absent: no number of the box is written. */
function ballotPart(
  state: CaseState,
  conference: ConferenceState,
  told: ConfirmedCount | undefined,
  isRemade: boolean,
): StageRecord['ballots'] {
  const stage = stageOf(state, conference)
  const { issued, collected, announcedAt } = conference
  if (!stage.ballot || !issued) return []
  const whole: Partial<StageRecord['ballots'][number]> = told
    ? {
        countedAt: told.confirmedAt,
        ...(told.entry.invalidReasons && { invalidReasons: told.entry.invalidReasons }),
        ...(told.entry.missingExplained !== undefined && { missingExplained: told.entry.missingExplained }),
        ...(told.correctionReason !== undefined && { correctionReason: told.correctionReason }),
        ...(collected && { sealedBundle: sealedPart(state, conference, collected, isRemade) }),
      }
    : {}
  // A name written in by hand shows that somebody wrote it: it is part of the result.
  const candidates = candidatesOf(state, conference).filter(
    (one) => told || (one.personId !== undefined && issued.names.some((id) => id === one.personId)),
  )
  return [
    {
      ballotId: `${stageIdOf(state, conference.conferenceId)}.${conference.voided.length + 1}`,
      kind: stage.ballot.kind.value,
      candidates: candidates.map(({ personId, name, ballotName }) => ({
        ...(personId !== undefined && { personId }),
        hoTen: name,
        ballotName,
      })),
      issuedAt: issued.issuedAt,
      ...(collected && { collectedAt: collected.collectedAt }),
      ...(announcedAt !== undefined && { announcedAt }),
      ...whole,
    },
  ]
}

function sealedPart(
  state: CaseState,
  conference: ConferenceState,
  { unusedSealed, spoiled }: NonNullable<ConferenceState['collected']>,
  isRemade: boolean,
): NonNullable<StageRecord['ballots'][number]['sealedBundle']> {
  const bundles = bundlesToldOf(state, conference, isRemade).map(({ sealed }) => ({
    bundleId: sealed.bundleId,
    round: sealed.round,
    envelopes: sealed.envelopes,
    sealNo: sealed.sealNo,
    keeper: sealed.keeper.name,
    sealedAt: sealed.sealedAt,
    keepUntil: sealed.keepUntil,
  }))
  return { unusedSealed, ...(spoiled !== undefined && { spoiled }), ...(bundles.length > 0 && { bundles }) }
}

function decisionOf(
  state: CaseState,
  due: MeetingDue,
  conference: ConferenceState,
  told: ConfirmedCount | undefined,
): StageRecord['decision'] {
  if (due.kind === 'voteSummary') return undefined
  const { closed, voided, endReason, counts, phase } = conference
  const isTold = told !== undefined || counts.length === 0
  const goesOn = closed?.goesOn.map((personId) => ({ personId, hoTen: findNominee(state, personId)?.name ?? personId }))
  const decision: StageRecord['decision'] = {
    ...(closed && closed.conclusion !== '' && { conclusion: closed.conclusion }),
    ...(endReason !== undefined && phase === 'adjourned' && { endReason }),
    ...(voided.length > 0 && { voidedBallots: [...voided] }),
    ...(isTold && closed && { next: closed.next }),
    ...(isTold && goesOn && goesOn.length > 0 && { goesOn }),
  }
  return Object.keys(decision).length > 0 ? decision : undefined
}

function resultPart(state: CaseState, decision: ConferenceState): NonNullable<StageRecord['results']> {
  return countedMeetings(state, decision).flatMap((one) => {
    const judged = confirmedCount(one)?.judged
    return judged ? [{ stageId: stageIdOf(state, one.conferenceId), key: one.stage, judged }] : []
  })
}

/** The vote-count minutes that belong to this paper; their digests only where their counts may be known. */
function paperPart(
  state: CaseState,
  due: MeetingDue,
  conference: ConferenceState,
  told: ConfirmedCount | undefined,
): StageRecord['papers'] {
  if (due.kind === 'voteCountMinutes') return []
  const meetings = due.kind === 'voteSummary' ? countedMeetings(state, conference) : [conference]
  return meetings.flatMap((one) => {
    const drawn = countMinutesOf(state, one.conferenceId)
    if (!drawn) return []
    const digests = told ? { sha256: drawn.sha256, recordSha256: drawn.recordSha256 } : {}
    return [
      {
        docId: drawn.paperId,
        type: paperSlugs.voteCountMinutes,
        number: drawn.number === undefined ? null : numberWords(drawn.number),
        ...digests,
      },
    ]
  })
}

function signerPart(state: CaseState, due: MeetingDue, conference: ConferenceState, env: RecordEnv): StageRecord['signers'] {
  const day = (conference.closed?.closedAt ?? conference.convened.plannedAt).slice(0, 10)
  return signBlocksFor(state, due, profileFor(state.opened.organisation, day), env.people).map((one) => ({
    order: one.order,
    role: one.role,
    field: one.field,
    person: { personId: one.personId, hoTen: one.personName },
    certSubjectMatch: { ...(one.citizenId !== undefined && { soDinhDanh: one.citizenId }), cn: one.personName },
    required: one.required,
    ...(one.insteadOf && { insteadOf: insteadOf(one.insteadOf) }),
  }))
}

const insteadOf = ({ expected, reason, document }: NonNullable<SignBlock['insteadOf']>) => ({
  cn: expected.name,
  ...(expected.citizenId !== undefined && { soDinhDanh: expected.citizenId }),
  reason,
  document,
})

/** The envelope of the closing holds a digest of who goes on, and a path the hashes of facts beside it: they may not stand where that was not told. */
export function auditPart({ logHead }: RecordEnv, isTold: boolean): StageRecord['auditLog'] {
  const { origin, size, rootHash, checkpoint, publicKey, inclusion, consistency } = logHead
  const key = publicKey === undefined ? {} : { publicKey }
  return {
    origin,
    treeSize: size,
    rootHash,
    checkpoint,
    ...key,
    ...(isTold && inclusion && { inclusion }),
    ...(isTold && consistency && { consistency }),
  }
}
