// The shape of `record.json`, schema `nhansu.stage-record/1` (documents.md B6.2). Absent rather than null, but for `supersedes` and `number`.
import { z } from 'zod'
import { invalidReasons } from '../conference/facts.ts'
import { JudgedCount } from '../conference/judged.ts'
import { DocumentRef } from '../core/document.ts'
import { Day, Instant } from '../core/stamp.ts'
import { CaseOpening, Organisation } from '../procedure/facts.ts'
import { ballotKinds, overlayIds, procedureKinds, rulebookIds, stageKeys } from '../rulebooks/types.ts'
import { TakenNumber } from './register.ts'

export const recordSchema = 'nhansu.stage-record/1'
const words = z.string()
const count = z.int().min(0).max(Number.MAX_SAFE_INTEGER)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const person = z.strictObject({ personId: words, hoTen: words })

const presented = z.strictObject({
  step: z.enum(stageKeys),
  order: count,
  orderMethod: z.enum(['lot', 'alphabet']).optional(),
  candidate: person,
  programVersion: count,
  programSha256: sha256,
  differsFromEarlier: z.boolean(),
  presentedFrom: Instant,
  presentedTo: Instant,
  allowedMinutes: count.optional(),
  summary: words,
  questions: z.array(
    z.strictObject({
      no: count,
      askedBy: words,
      drawnByLot: z.boolean().optional(),
      text: words,
      answerSummary: words,
      answeredFrom: Instant.optional(),
      answeredTo: Instant.optional(),
    }),
  ),
  interruptions: words.optional(),
  chairRemarks: words.optional(),
  attachmentSha256: z.array(sha256).optional(),
  recordedBy: words.optional(),
})
/** A nominee taken off the slips for not presenting, by show of hands. */
const removed = z.strictObject({
  step: z.enum(stageKeys),
  candidate: person,
  absentCandidate: z.strictObject({ reason: words, inFavour: count, of: count }),
})

const ballot = z.strictObject({
  ballotId: words,
  kind: z.enum(ballotKinds),
  candidates: z.array(z.strictObject({ personId: words.optional(), hoTen: words, ballotName: words })),
  issuedAt: Instant.optional(),
  collectedAt: Instant.optional(),
  countedAt: Instant.optional(),
  announcedAt: Instant.optional(),
  invalidReasons: z.partialRecord(z.enum(invalidReasons), count).optional(),
  missingExplained: words.optional(),
  correctionReason: words.optional(),
  /** What lies under which seal; bundles sealed after the closing of the meeting have their own minutes. */
  sealedBundle: z
    .strictObject({
      unusedSealed: count,
      spoiled: count.optional(),
      bundles: z
        .array(
          z.strictObject({
            bundleId: words,
            round: count,
            envelopes: count,
            sealNo: words,
            keeper: words,
            sealedAt: Instant,
            keepUntil: Day,
          }),
        )
        .optional(),
    })
    .optional(),
})

/** Another paper of the case. `recordSha256` is the digest its own last page prints. */
const paper = z.strictObject({
  docId: words,
  type: z.enum(['bien-ban-kiem-phieu', 'bien-ban-hoi-nghi', 'bang-tong-hop']),
  number: words.nullable(),
  sha256: sha256.optional(),
  recordSha256: sha256.optional(),
})

export const StageRecord = z.strictObject({
  schema: z.literal(recordSchema),
  recordId: words,
  version: z.int().min(1),
  supersedes: words.nullable(),
  /** Which paper carries this record: only vote-count minutes carry it whole. */
  paper: z.enum(['bien-ban-kiem-phieu', 'bien-ban-hoi-nghi', 'bang-tong-hop']),
  /** As printed on the paper; absent where none was taken. */
  number: TakenNumber.optional(),
  /** Present, and true, for made-up data only. */
  sample: z.literal(true).optional(),
  rehearsal: z.literal(true).optional(),
  case: z.strictObject({
    caseId: words,
    post: words,
    unit: words,
    mode: z.enum(['bo-nhiem', 'bo-nhiem-lai']),
    source: z.literal('tai-cho'),
    kind: z.enum(procedureKinds),
    seats: count,
  }),
  stage: z.strictObject({
    stageId: words,
    key: z.enum(stageKeys),
    stepNo: count,
    runNo: z.int().min(1),
    attempt: z.int().min(1),
    name: words,
    rulebook: z.enum(rulebookIds),
    rulebookVersion: z.int().min(1),
    overlays: z.array(z.enum(overlayIds)),
    standing: z.enum(['closed', 'notQuorate', 'adjourned']),
    openedAt: Instant.optional(),
    closedAt: Instant.optional(),
  }),
  organisation: Organisation,
  classification: CaseOpening.shape.classification,
  attendance: z.strictObject({
    listSha256: sha256,
    convenedRaw: count,
    excusedForceMajeure: count,
    present: count,
    withoutVote: count,
    listApproval: DocumentRef.optional(),
  }),
  judged: JudgedCount.optional(),
  actionPrograms: z.array(z.union([presented, removed])),
  ballots: z.array(ballot),
  decision: z
    .strictObject({
      conclusion: words.optional(),
      endReason: words.optional(),
      voidedBallots: z.array(words).optional(),
      /** Where the case goes and who goes on: told only with the count. */
      next: words.optional(),
      goesOn: z.array(person).optional(),
    })
    .optional(),
  /** Every counted stage of the run: in the record of the result table alone. */
  results: z.array(z.strictObject({ stageId: words, key: z.enum(stageKeys), judged: JudgedCount })).optional(),
  papers: z.array(paper),
  signers: z.array(
    z.strictObject({
      order: z.int().min(1),
      role: words,
      field: words,
      person,
      certSubjectMatch: z.strictObject({
        soDinhDanh: z
          .string()
          .regex(/^\d{12}$/)
          .optional(),
        cn: words,
      }),
      required: z.boolean(),
      /** By a recorded exception: in whose place, why, by which document. */
      insteadOf: z.strictObject({ cn: words, soDinhDanh: words.optional(), reason: words, document: DocumentRef }).optional(),
    }),
  ),
  auditLog: z.strictObject({
    origin: words,
    treeSize: count,
    rootHash: words,
    checkpoint: words,
    publicKey: words.optional(),
    /** Proof that the fact which closed the meeting is in the tree: its envelope text, its place from 0, the path upward (base64). */
    inclusion: z.strictObject({ envelope: words, index: count, path: z.array(words) }).optional(),
    /** Proof that the tree of `size` facts, which the record before names, begins this one (base64). */
    consistency: z.strictObject({ size: count, path: z.array(words) }).optional(),
  }),
  previousRecord: z.strictObject({ recordId: words, recordSha256: sha256 }).optional(),
  software: z.strictObject({ name: words, version: words, build: words.optional() }),
  /** Whose hand the paper is, and in how many copies it is made, as its last line prints them (documents.md A6.3). */
  preparedBy: words.optional(),
  copies: count.optional(),
  timeAssurance: z.literal('claimed'),
  createdAt: Instant,
})
export type StageRecord = z.infer<typeof StageRecord>
