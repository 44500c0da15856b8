// What can be asked of the desk: the orders of the counter, and the officer's word that a clock set back is accepted.
import { z } from 'zod'
import { line } from '../core/document.ts'
import { OfficeCommand } from '../office.ts'
import type { Role } from '../roles.ts'

/** documents.md B3.2: a clock that went back blocks until an officer confirms with a reason. */
export const AcceptClock = z.strictObject({ type: z.literal('acceptClock'), reason: line(500) })
export const DeskCommand = z.union([OfficeCommand, AcceptClock])
export type DeskCommand = z.infer<typeof DeskCommand>

/** Acts of the shell that change the file as a whole are asked by role too. */
export type DeskAct =
  | DeskCommand['type']
  | 'createAuthority'
  | 'issueCertificate'
  | 'addTokenDriver'
  | 'exportCase'
  | 'printPapers'
  | 'loadWordTemplate'
  | 'backup'

const desk: readonly Role[] = ['hrOfficer']
export const mayAskDesk: Readonly<Record<DeskAct, readonly Role[]>> = {
  addOperator: ['hrOfficer', 'meetingSecretary'],
  changeHolidays: desk,
  startTerm: desk,
  startRegister: desk,
  takeNumber: desk,
  acceptClock: ['hrOfficer', 'meetingSecretary', 'conferenceChair', 'headOfAgency'],
  createAuthority: desk,
  issueCertificate: desk,
  // A driver is foreign code that runs on this PC.
  addTokenDriver: desk,
  // What all Word copies of the office look like.
  loadWordTemplate: desk,
  // Every result of a case goes out with its papers: only roles that may know sealed results (procedure.md 7.2).
  exportCase: ['hrOfficer', 'headOfAgency', 'policyAuthority', 'auditor'],
  printPapers: ['hrOfficer', 'meetingSecretary', 'conferenceChair', 'headOfAgency'],
  backup: ['hrOfficer', 'headOfAgency', 'auditor'],
}
