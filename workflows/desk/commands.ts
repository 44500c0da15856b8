// What can be asked of the desk, and which roles may ask it.
import type { OfficeCommand } from '../office.ts'
import type { Role } from '../roles.ts'

export type DeskCommand = OfficeCommand

/** Acts of the shell that change the file as a whole are asked by role too. */
export type DeskAct =
  | DeskCommand['type']
  | 'createAuthority'
  | 'issueCertificate'
  | 'makeRecoveryKit'
  | 'restoreAuthority'
  | 'revokeCertificate'
  | 'renewRevocationList'
  | 'exportRevocationList'
  | 'importRevocationList'
  | 'acceptPolicy'
  | 'addTokenDriver'
  | 'exportCase'
  | 'printPapers'
  | 'loadWordTemplate'
  | 'takeReturn'
  | 'loadCommunes'
  | 'backup'
  | 'changePassphrase'

const desk: readonly Role[] = ['hrOfficer']
export const mayAskDesk: Readonly<Record<DeskAct, readonly Role[]>> = {
  addOperator: ['hrOfficer', 'meetingSecretary'],
  changeHolidays: desk,
  startTerm: desk,
  startRegister: desk,
  takeNumber: desk,
  chooseSpelling: desk,
  dropReturn: desk,
  setReturnSenders: desk,
  takeReturn: desk,
  loadCommunes: desk,
  keepComposition: desk,
  dropComposition: desk,
  // Whoever is watched does not say how long it is remembered.
  setReadLogDays: ['headOfAgency', 'auditor'],
  acceptClock: ['hrOfficer', 'meetingSecretary', 'conferenceChair', 'headOfAgency'],
  createAuthority: desk,
  issueCertificate: desk,
  makeRecoveryKit: desk,
  restoreAuthority: desk,
  revokeCertificate: desk,
  renewRevocationList: desk,
  exportRevocationList: desk,
  importRevocationList: desk,
  acceptPolicy: desk,
  endPolicy: ['hrOfficer', 'headOfAgency', 'policyAuthority'],
  nameHrHead: ['hrOfficer', 'headOfAgency'],
  // A driver is foreign code that runs on this PC.
  addTokenDriver: desk,
  // What all Word copies of the office look like.
  loadWordTemplate: desk,
  // Every result of a case goes out with its papers: only roles that may know sealed results (procedure.md 7.2).
  exportCase: ['hrOfficer', 'headOfAgency', 'policyAuthority', 'auditor'],
  printPapers: ['hrOfficer', 'meetingSecretary', 'conferenceChair', 'headOfAgency'],
  backup: ['hrOfficer', 'headOfAgency', 'auditor'],
  changePassphrase: ['hrOfficer', 'headOfAgency'],
}
