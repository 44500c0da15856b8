// How long sealed slips are kept and how they are destroyed (documents.md B7). No appointment text rules it: the Party election rule by analogy.
import { ruled } from './cite.ts'

const keeping = 'Điều 35 Quyết định 190-QĐ/TW (áp dụng tương tự)'

export const ballotKeeping = {
  /** Months from the day counting starts; nobody opens the seal meanwhile without a decision of the competent level. */
  months: ruled(6, 'DEFAULT', keeping),
  /** The later of the day of the decision on the person and the day of the conference. */
  countedFrom: ruled('decisionOrConference', 'DEFAULT', keeping),
  /** While a complaint or denunciation is open nothing is destroyed. */
  heldWhileComplaint: ruled(true, 'DEFAULT', keeping),
  /** The competent body decides in writing, after the time is over. */
  needsDecision: ruled(true, 'DEFAULT', keeping),
  destroyingTeam: ruled(3, 'DEFAULT', 'documents B7'),
} as const
