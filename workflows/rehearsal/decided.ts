// What a file of rehearsals does with each order: practice with practice people, papers and keys. Nothing real comes in, nothing made there
// leaves it. Every act stands here, so that a new one does not compile before somebody has decided.
import type { Refusal } from '../core/refusal.ts'
import { type Result, refuse } from '../core/result.ts'
import type { OfficeCommand, Order, ShellAct } from '../office.ts'

/** `taken`: as in the records. `leaves`: closes the rehearsals, and the records put aside for them, for another file or none. Else its refusal. */
export type Decided = 'taken' | 'leaves' | 'rehearsal-takes-practice-keys' | 'rehearsal-not-exported' | 'rehearsal-of-rehearsal'

export const shellDecided: Readonly<Record<ShellAct['act'], Decided>> = {
  createFile: 'leaves',
  openFile: 'leaves',
  closeFile: 'leaves',
  // Another file with made-up people: whoever looks for it from here finds it, and the rehearsals stay as they are.
  openSample: 'leaves',
  leaveRehearsal: 'leaves',
  enterRehearsal: 'rehearsal-of-rehearsal',
  rehearseCase: 'rehearsal-of-rehearsal',
  startWork: 'taken',
  practise: 'taken',
  inRoom: 'taken',
  keepDraft: 'taken',
  drawPapers: 'taken',
  // Every page says DIỄN TẬP: paper to practise signing and handing out with.
  printPapers: 'taken',
  signPaper: 'taken',
  startSitting: 'taken',
  endSitting: 'taken',
  openCountBundle: 'taken',
  addSlip: 'taken',
  takeBackSlip: 'taken',
  setTotals: 'taken',
  closeOpenBundle: 'taken',
  leaveOpenBundle: 'taken',
  loadWordTemplate: 'taken',
  dropWordTemplate: 'taken',
  exportWord: 'rehearsal-not-exported',
  exportOneFile: 'rehearsal-not-exported',
  exportBag: 'rehearsal-not-exported',
  exportCase: 'rehearsal-not-exported',
  backup: 'rehearsal-takes-practice-keys',
  // Nobody types that of a rehearsal.
  changePassphrase: 'rehearsal-takes-practice-keys',
  // Practice keys are there from the start.
  createAuthority: 'rehearsal-takes-practice-keys',
  issueCertificate: 'rehearsal-takes-practice-keys',
  makeRecoveryKit: 'rehearsal-takes-practice-keys',
  restoreAuthority: 'rehearsal-takes-practice-keys',
  revokeCertificate: 'rehearsal-takes-practice-keys',
  renewRevocationList: 'rehearsal-takes-practice-keys',
  exportRevocationList: 'rehearsal-takes-practice-keys',
  importRevocationList: 'rehearsal-takes-practice-keys',
  acceptPolicy: 'rehearsal-takes-practice-keys',
  importKey: 'rehearsal-takes-practice-keys',
  addTokenDriver: 'rehearsal-takes-practice-keys',
  registerToken: 'rehearsal-takes-practice-keys',
  // Real people are no practice people.
  importRoster: 'rehearsal-takes-practice-keys',
  exportRegistry: 'rehearsal-takes-practice-keys',
  exportForm2C: 'rehearsal-takes-practice-keys',
  takeReturn: 'rehearsal-takes-practice-keys',
  loadCommunes: 'rehearsal-takes-practice-keys',
  fileDossier: 'rehearsal-takes-practice-keys',
  saveDossierFile: 'rehearsal-takes-practice-keys',
}

export const deskDecided: Readonly<Record<OfficeCommand['type'], Decided>> = {
  // Everybody a procedure needs is there, made up; a real name under made-up counts must not be possible.
  addOperator: 'rehearsal-takes-practice-keys',
  // What a policy lifts holds for real keys.
  endPolicy: 'rehearsal-takes-practice-keys',
  // Figures of real people.
  dropReturn: 'rehearsal-takes-practice-keys',
  setReturnSenders: 'rehearsal-takes-practice-keys',
  // Days, terms and registers of this file alone: the office's own book does not move.
  changeHolidays: 'taken',
  startTerm: 'taken',
  startRegister: 'taken',
  takeNumber: 'taken',
  chooseSpelling: 'taken',
  nameHrHead: 'taken',
  keepComposition: 'taken',
  dropComposition: 'taken',
  setReadLogDays: 'taken',
  acceptClock: 'taken',
}

/** Orders to the rest of the house. What is asked of a case is judged by its own law. */
const orderDecided: Readonly<Record<Exclude<Order['to'], 'shell' | 'office'>, Decided>> = {
  case: 'taken',
  registry: 'rehearsal-takes-practice-keys',
  planning: 'rehearsal-takes-practice-keys',
}

function decidedOf(order: Order): Decided {
  if (order.to === 'shell') return shellDecided[order.act.act]
  return order.to === 'office' ? deskDecided[order.command.type] : orderDecided[order.to]
}

/** The refusal of an order given while the rehearsals are open; null where it is not refused for that. */
export function refusedInRehearsals(order: Order): Result<never, Refusal> | null {
  const decided = decidedOf(order)
  return decided === 'taken' || decided === 'leaves' ? null : refuse({ code: decided })
}
