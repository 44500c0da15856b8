// The places to sign that a paper of each kind never lacks (documents.md A6.3, B7): a check holds them against what a record says of itself.
import { type PaperKind, paperSlugs } from './kinds.ts'

/** Names of the fields; of several in one entry one is enough. Who they are, and how many count with the head, the case alone knows. */
export const placesDue: Readonly<Record<PaperKind, readonly (readonly [string, ...string[]])[]>> = {
  conferenceMinutes: [['ky.thu_ky'], ['ky.chu_tri']],
  voteCountMinutes: [['ky.to_truong_kiem_phieu'], ['ky.chu_tri']],
  voteSummary: [['ky.phu_trach_to_chuc_can_bo']],
  policyRequest: [['ky.nguoi_ky']],
  invitation: [['ky.nguoi_ky']],
  convocationList: [['ky.nguoi_lap'], ['ky.chu_tri']],
  nomineeList: [['ky.nguoi_ky']],
  eligibilitySheet: [['ky.nguoi_ky']],
  actionProgram: [['ky.nhan_su']],
  ballotSlip: [],
  ballotSealingMinutes: [['ky.to_truong_kiem_phieu'], ['ky.chu_tri'], ['ky.nguoi_bao_quan']],
  partyOpinionRequest: [['ky.nguoi_ky']],
  partyOpinion: [['ky.nguoi_ky']],
  // The head of the body, or of its HR body where the head himself decides (Khoản 1 Điều 35 NĐ 170/2025/NĐ-CP).
  submission: [['ky.nguoi_ky', 'ky.phu_trach_to_chuc_can_bo']],
  decision: [['ky.nguoi_ky']],
  announcement: [['ky.nguoi_ky']],
  ballotDestructionMinutes: [['ky.to_huy_phieu_1'], ['ky.to_huy_phieu_2'], ['ky.to_huy_phieu_3'], ['ky.nguoi_bao_quan']],
}

/** The kind a record names, undefined where this app has none of that name. */
export const paperKindOf = (slug: string): PaperKind | undefined =>
  (Object.keys(paperSlugs) as PaperKind[]).find((kind) => paperSlugs[kind] === slug)
