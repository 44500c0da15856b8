// Every kind of paper a case can have (documents.md A6.3, A8). Imports nothing, so that facts may name them.

/** Drawn as soon as the log owes them; nobody asks. */
export const owedKinds = ['conferenceMinutes', 'voteCountMinutes', 'voteSummary'] as const
/** Made when somebody asks for them, from the case and from the few things its facts do not hold. */
export const requestedKinds = [
  'policyRequest',
  'invitation',
  'convocationList',
  'nomineeList',
  'eligibilitySheet',
  'actionProgram',
  'ballotSlip',
  'ballotSealingMinutes',
  'partyOpinionRequest',
  'partyOpinion',
  'submission',
  'decision',
  'announcement',
  'ballotDestructionMinutes',
] as const
export const paperKinds = [...owedKinds, ...requestedKinds] as const

export type OwedKind = (typeof owedKinds)[number]
export type RequestedKind = (typeof requestedKinds)[number]
export type PaperKind = (typeof paperKinds)[number]

export const isOwedKind = (kind: PaperKind): kind is OwedKind => (owedKinds as readonly string[]).includes(kind)
export const isRequestedKind = (kind: PaperKind): kind is RequestedKind => !isOwedKind(kind)

/** In ids, file names and records: Vietnamese without marks. */
export const paperSlugs = {
  conferenceMinutes: 'bien-ban-hoi-nghi',
  voteCountMinutes: 'bien-ban-kiem-phieu',
  voteSummary: 'bang-tong-hop',
  policyRequest: 'to-trinh-xin-chu-truong',
  invitation: 'giay-moi',
  convocationList: 'danh-sach-trieu-tap',
  nomineeList: 'danh-sach-nhan-su',
  eligibilitySheet: 'phieu-ra-soat-dieu-kien',
  actionProgram: 'chuong-trinh-hanh-dong',
  ballotSlip: 'phieu',
  ballotSealingMinutes: 'bien-ban-niem-phong-phieu',
  partyOpinionRequest: 'xin-y-kien-cap-uy',
  partyOpinion: 'y-kien-cap-uy',
  submission: 'to-trinh-de-nghi-bo-nhiem',
  decision: 'quyet-dinh',
  announcement: 'thong-bao',
  ballotDestructionMinutes: 'bien-ban-huy-phieu',
} as const satisfies Readonly<Record<PaperKind, string>>
