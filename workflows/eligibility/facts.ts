// What can have happened to the eligibility of a nominee: facts noted, answers judged, doors opened by a document, papers filed.
import { z } from 'zod'
import { DocumentRef, line } from '../core/document.ts'
import { ConferenceId, PersonId } from '../core/ids.ts'
import { Day } from '../core/stamp.ts'
import { dossierItems } from './dossier-rules.ts'
import { guardIds } from './guard-rules.ts'
import { NomineeFacts, PostFacts } from './nominee-facts.ts'
import { GuardVerdict } from './verdict.ts'

const fact = <const T extends string, S extends z.ZodRawShape>(type: T, shape: S) => z.strictObject({ type: z.literal(type), ...shape })

export const factSources = ['typed', 'registry'] as const
/** `sheet`: somebody asked; the others are judged by themselves on their day. */
export const occasions = ['sheet', 'conference', 'decision'] as const
export type Occasion = (typeof occasions)[number]

/** A file of a dossier: its bytes lie once in the archive, under their digest. */
export const DossierFile = z.strictObject({
  name: line(260),
  mime: line(100),
  bytes: z.int().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  pages: z.int().min(1).max(5000).optional(),
})
export type DossierFile = z.infer<typeof DossierFile>

export const dossierPaperShape = {
  personId: PersonId,
  item: z.enum(dossierItems),
  issuedOn: Day,
  issuedBy: line(200).optional(),
  number: line(80).optional(),
  note: line(500).optional(),
  /** None: the paper lies in the binder alone. */
  files: z.array(DossierFile).max(20),
} as const

export const eligibilityFacts = [
  /** All that is known of the nominee, anew: the newest counts. */
  fact('nomineeFactsNoted', { personId: PersonId, facts: NomineeFacts, postFacts: PostFacts, source: z.enum(factSources) }),
  fact('eligibilityJudged', {
    personId: PersonId,
    /** The how-manyeth judgement of this nominee. */
    no: z.int().min(1),
    on: Day,
    occasion: z.enum(occasions),
    conferenceId: ConferenceId.optional(),
    verdicts: z.array(GuardVerdict).min(1).max(60),
  }),
  /** A special case let pass by the competent level: never without its document. */
  fact('guardDecided', { personId: PersonId, guard: z.enum(guardIds), document: DocumentRef, note: line(500).optional() }),
  fact('dossierPaperFiled', { no: z.int().min(1), ...dossierPaperShape }),
  fact('dossierPaperSettled', { personId: PersonId, no: z.int().min(1), isAccepted: z.boolean(), note: line(500).optional() }),
] as const
