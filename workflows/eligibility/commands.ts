// What can be asked about the eligibility of a nominee.
import { z } from 'zod'
import { command } from '../conference/commands.ts'
import { DocumentRef, line } from '../core/document.ts'
import { PersonId } from '../core/ids.ts'
import { dossierPaperShape, factSources } from './facts.ts'
import { guardIds } from './guard-rules.ts'
import { NomineeFacts, PostFacts } from './nominee-facts.ts'

export const eligibilityCommands = [
  command('noteNomineeFacts', { personId: PersonId, facts: NomineeFacts, postFacts: PostFacts, source: z.enum(factSources) }),
  /** Judges the nominee anew, on the day of asking. */
  command('judgeEligibility', { personId: PersonId }),
  command('decideGuard', { personId: PersonId, guard: z.enum(guardIds), document: DocumentRef, note: line(500).optional() }),
  command('fileDossierPaper', dossierPaperShape),
  command('settleDossierPaper', { personId: PersonId, no: z.int().min(1), isAccepted: z.boolean(), note: line(500).optional() }),
] as const
