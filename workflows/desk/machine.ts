// Which fact of the desk may follow which: first it is opened, and one authority at most issues its certificates.
import { createMachine } from 'xstate'
import { noted, type Sign } from '../core/arrows.ts'

const always = {
  operatorAdded: noted,
  workStarted: noted,
  holidaysChanged: noted,
  keyImported: noted,
  revocationListImported: noted,
  policyAccepted: noted,
  policyEnded: noted,
  hrHeadNamed: noted,
  tokenDriverAdded: noted,
  caseExported: noted,
  verificationRun: noted,
  backupMade: noted,
  passphraseChanged: noted,
  clockAccepted: noted,
  termStarted: noted,
  spellingChosen: noted,
  registerStarted: noted,
  numbersTaken: noted,
  wordTemplateLoaded: noted,
  wordTemplateDropped: noted,
  rosterLayoutLearned: noted,
  registryExported: noted,
  returnTaken: noted,
  communesLoaded: noted,
  returnDropped: noted,
  returnSendersSet: noted,
  compositionKept: noted,
  compositionDropped: noted,
  readLogDaysSet: noted,
}

export const deskMachine = createMachine({
  types: {} as { events: Sign },
  id: 'desk',
  initial: 'unopened',
  states: {
    unopened: { on: { officeOpened: { target: 'open' } } },
    open: { on: { ...always, authorityCreated: { target: 'issuing' }, authorityRestored: { target: 'issuing' } } },
    issuing: {
      on: {
        ...always,
        certificateIssued: noted,
        recoveryKitMade: noted,
        authorityRestored: noted,
        certificateRevoked: noted,
        revocationListMade: noted,
      },
    },
  },
})
