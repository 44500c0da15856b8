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
  // Those to whom such a result is reported (procedure.md 7.2). The team counted it and has no further need; an auditor only reads.
  askSealOpening: ['policyAuthority', 'headOfAgency', 'conferenceChair', 'hrOfficer', 'appraiser'],
  openSeal: ['policyAuthority', 'headOfAgency', 'conferenceChair', 'hrOfficer', 'appraiser'],
  cancelCase: ['hrOfficer', 'policyAuthority'],
  noteNomineeFacts: ['hrOfficer', 'appraiser'],
  judgeEligibility: ['hrOfficer', 'appraiser', 'meetingSecretary', 'conferenceChair'],
  decideGuard: ['hrOfficer', 'headOfAgency', 'policyAuthority'],
  fileDossierPaper: ['hrOfficer', 'appraiser'],
  settleDossierPaper: ['hrOfficer', 'appraiser', 'headOfAgency'],
  conveneConference: deskOrMeeting,
  correctConvocation: deskOrMeeting,
  excuseAbsence: deskOrMeeting,
  checkIn: deskOrMeeting,
  takeBackCheckIn: deskOrMeeting,
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
  makeCountBundles: team,
  closeCountBundle: team,
  sumCountBundles: team,
  dropCountBundles: team,
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

/** Whoever runs the meeting works its timer, its notes and the hall screen. */
export const mayRunRoom: readonly Role[] = deskOrMeeting

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

/**
 * Before a result that the law announces is announced: the secretary of the meeting reads out the count (procedure.md 2.8, step 8),
 * so its sentence must stand before that person, and nobody else outside the list above needs it.
 */
const mayReadOut: readonly Role[] = [...mayKnowSealedResults, 'meetingSecretary']
export const readsOut = (roles: readonly Role[]): boolean => roles.some((role) => mayReadOut.includes(role))

/**
 * The registers of paper numbers: a letter to the committee or a submission that was numbered since a sealed ballot says that its case
 * went on, even as a number and no more. Nobody outside this list gives or looks up numbers.
 */
export const mayReadRegisters: readonly Role[] = mayKnowSealedResults

/** How a role learns who went on from a ballot that was not announced. */
export type LearnsWhoGoesOn = 'atOnce' | 'whenAsked' | 'inTheRoom' | 'withTheDecision'

/**
 * No text names the roles one by one; 7.2 names the chair, personnel and the competent level, and "not announced" shuts out the rest.
 * For whom the answer is not `atOnce`, the case stands still on every screen from the closing of that meeting on (`procedure/resting.ts`).
 */
export const learnsWhoGoesOn: Readonly<Record<Role, LearnsWhoGoesOn>> = {
  // The competent level gets the report (7.2) and decides after a stop (2.3).
  policyAuthority: 'atOnce',
  // Signs the report or the submission that says it (7.4); chooses where the rule opens that (2.4).
  headOfAgency: 'atOnce',
  // 7.2 names the chair.
  conferenceChair: 'atOnce',
  // 7.2 names the personnel body: it convenes the next step with these names, or writes the report.
  hrOfficer: 'atOnce',
  // Counted it.
  countingTeam: 'atOnce',
  // Appraises the file of whoever goes on (7.1).
  appraiser: 'atOnce',
  // 7.1: read only, all logs.
  auditor: 'atOnce',
  // Gives its opinion in writing on these very people before the decision (NĐ170/300 art 33(2)(đ)): knows who they are from the moment the
  // opinion is due, never the numbers, and nothing where the case stopped.
  partyOpinionGiver: 'whenAsked',
  // Runs the next meeting, where personnel reports the results of all steps (NĐ170/300 art 33(2)(đ)) and slips with the names go out:
  // knows from its opening, and needs nothing of it to record a roll call.
  meetingSecretary: 'inTheRoom',
  // 7.1: no access to counts. Learns what everybody learns: an announced result, or the decision.
  nominee: 'withTheDecision',
}

export const knowsSealedResults = (roles: readonly Role[]): boolean => roles.some((role) => mayKnowSealedResults.includes(role))

/** The committee is told in the letter to it whom it is asked about, and its answer is its own. */
const ofTheCommittee: readonly PaperKind[] = ['partyOpinionRequest', 'partyOpinion']

/** May these roles read papers of a kind that tells what was not announced? */
export const knowsSealedPaper = (roles: readonly Role[], kind: PaperKind): boolean =>
  knowsSealedResults(roles) || (ofTheCommittee.includes(kind) && roles.includes('partyOpinionGiver'))
