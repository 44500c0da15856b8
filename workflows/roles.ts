// Who may ask for what, and who may know a result that was not announced: one table (procedure.md 7.1, 7.3).
import type { PaperKind } from './papers/kinds.ts'
import type { CaseCommand, CaseCommandType } from './procedure/commands.ts'

export const roles = [
  'policyAuthority',
  'headOfAgency',
  'conferenceChair',
  'meetingSecretary',
  'hrOfficer',
  'countingTeam',
  'appraiser',
  'partyOpinionGiver',
  'nominee',
  'auditor',
] as const
export type Role = (typeof roles)[number]

const desk: readonly Role[] = ['hrOfficer']
const meeting: readonly Role[] = ['meetingSecretary', 'conferenceChair']
const deskOrMeeting: readonly Role[] = ['hrOfficer', 'meetingSecretary', 'conferenceChair']
// 7.3: the HR officer may prepare but not type or confirm counts, unless the conference voted him into the team (then he also holds that role).
const team: readonly Role[] = ['countingTeam']

export const mayAsk: Readonly<Record<CaseCommandType, readonly Role[]>> = {
  openCase: desk,
  recordAct: ['hrOfficer', 'policyAuthority', 'partyOpinionGiver', 'headOfAgency'],
  proposeNominee: desk,
  withdrawNominee: desk,
  introduceByHead: ['headOfAgency', 'hrOfficer'],
  submitActionProgram: ['hrOfficer', 'meetingSecretary', 'nominee'],
  headChoose: ['headOfAgency'],
  sendReport: desk,
  receiveDirection: ['hrOfficer', 'policyAuthority'],
  raiseNewIssue: ['hrOfficer', 'appraiser'],
  resolveNewIssue: ['hrOfficer', 'policyAuthority'],
  resetStage: desk,
  migrateRulebook: ['hrOfficer', 'policyAuthority'],
  submitCase: ['hrOfficer', 'headOfAgency'],
  decideCase: ['hrOfficer', 'headOfAgency', 'policyAuthority'],
  makeEffective: desk,
  archiveCase: desk,
  requestPaper: ['hrOfficer', 'meetingSecretary', 'headOfAgency'],
  changeClassification: ['hrOfficer', 'headOfAgency', 'policyAuthority'],
  // Whoever lets another sign answers for it.
  allowSigner: ['hrOfficer', 'headOfAgency', 'policyAuthority'],
  voidNumber: desk,
  // Whoever signs answers for it; the desk may, for those who sign and may not read both papers.
  acceptDifferences: [
    'hrOfficer',
    'headOfAgency',
    'policyAuthority',
    'conferenceChair',
    'meetingSecretary',
    'countingTeam',
    'partyOpinionGiver',
  ],
  cancelCase: ['hrOfficer', 'policyAuthority'],
  conveneConference: deskOrMeeting,
  correctConvocation: deskOrMeeting,
  excuseAbsence: deskOrMeeting,
  checkIn: deskOrMeeting,
  leaveEarly: deskOrMeeting,
  noteAbsence: deskOrMeeting,
  openConference: meeting,
  declareNotQuorate: meeting,
  adjournConference: meeting,
  statePurpose: meeting,
  adoptList: meeting,
  introduceName: [...meeting, 'countingTeam'],
  setSpeakingOrder: meeting,
  presentActionProgram: meeting,
  removeFromBallot: meeting,
  giveNomineeInformation: meeting,
  adoptCountingTeam: meeting,
  prepareBallots: deskOrMeeting,
  issueBallots: [...meeting, 'countingTeam'],
  collectBallots: [...meeting, 'countingTeam'],
  typeCount: team,
  rejectCount: team,
  confirmCount: team,
  voidBallot: [...meeting, 'countingTeam'],
  announceResult: meeting,
  noteStatement: meeting,
  closeConference: meeting,
  typeCorrection: team,
  confirmCorrection: team,
  // The team seals what it counted (documents.md A5.4); the desk seals what was left open, keeps and destroys.
  sealBundle: ['countingTeam', 'conferenceChair', 'hrOfficer'],
  holdBundle: ['hrOfficer', 'headOfAgency', 'policyAuthority'],
  releaseBundle: ['hrOfficer', 'headOfAgency', 'policyAuthority'],
  destroyBundles: ['hrOfficer', 'headOfAgency'],
}

/** Whoever gives the committee's opinion may have its paper made, and no other. */
export const mayAskPaper = (kind: PaperKind): readonly Role[] =>
  kind === 'partyOpinion' ? [...mayAsk.requestPaper, 'partyOpinionGiver'] : mayAsk.requestPaper

export const mayAskFor = (command: CaseCommand): readonly Role[] =>
  command.type === 'requestPaper' ? mayAskPaper(command.kind) : mayAsk[command.type]

/** "Not announced" results go only to the counting team itself, the chair, HR and the competent level (procedure.md 7.2). */
export const mayKnowSealedResults: readonly Role[] = [
  'policyAuthority',
  'headOfAgency',
  'conferenceChair',
  'hrOfficer',
  'countingTeam',
  'appraiser',
  'auditor',
]

export const knowsSealedResults = (roles: readonly Role[]): boolean => roles.some((role) => mayKnowSealedResults.includes(role))

/** The committee is told in the letter to it whom it is asked about, and its answer is its own. */
const ofTheCommittee: readonly PaperKind[] = ['partyOpinionRequest', 'partyOpinion']

/** May these roles read papers of a kind that tells what was not announced? */
export const knowsSealedPaper = (roles: readonly Role[], kind: PaperKind): boolean =>
  knowsSealedResults(roles) || (ofTheCommittee.includes(kind) && roles.includes('partyOpinionGiver'))
