// Plays the acts of a made-up case through the screens: who works sits down, the clock is set, each act is done by hand on the page it belongs to.
import type { Page } from 'playwright-core'
import type { Operator } from '../../../workflows/office.ts'
import type { CaseCommand } from '../../../workflows/procedure/commands.ts'
import type { SampleAct } from '../../../workflows/sample/script.ts'
import type { App } from './app.ts'
import * as ballot from './ballot-acts.ts'
import * as caseActs from './case-acts.ts'
import * as meeting from './meeting-acts.ts'
import { workAs } from './office-screens.ts'
import type { SmallCase } from './small-case.ts'

export type Hands = {
  /** Plays everything before the nth act of this type from the beginning; gives that act, not yet done. */
  upTo<T extends CaseCommand['type']>(type: T, nth?: number): Promise<Extract<CaseCommand, { type: T }>>
  /** Plays the next act, or what is left of the case. */
  next(): Promise<void>
  rest(): Promise<void>
  sitDown(operatorId: string): Promise<void>
  /** After the file was closed nobody works. */
  sitDownAgain(operatorId: string): Promise<void>
  nameOf(personId: string): string
}

export function handsOn(app: App, small: SmallCase): Hands {
  const { page } = app
  let at = 0
  let atWork = ''
  const operator = (id: string): Operator => {
    const found = small.operators.find((one) => one.operatorId === id)
    if (found === undefined) throw new Error(`no operator ${id}`)
    return found
  }
  const sitDown = async (id: string) => {
    if (id === atWork) return
    await workAs(page, operator(id))
    atWork = id
  }
  const act = async (one: SampleAct) => {
    app.setClock(one.at)
    await sitDown(one.by)
    await toPageOf(page, one.command)
    await byHand(page, one.command, small.nameOf)
  }
  const playTo = async (end: number) => {
    for (; at < end; at += 1) {
      const one = small.acts[at]
      if (one !== undefined) await act(one)
    }
  }
  return {
    nameOf: small.nameOf,
    async upTo(type, nth = 1) {
      const found = small.acts.flatMap(({ command }, index) => (command.type === type ? [index] : []))[nth - 1]
      const one = small.acts[found ?? -1]
      if (found === undefined || one === undefined || found < at) throw new Error(`no ${nth}. ${type} ahead`)
      await playTo(found)
      app.setClock(one.at)
      await sitDown(one.by)
      await toPageOf(page, one.command)
      return one.command as Extract<CaseCommand, { type: typeof type }>
    },
    next: () => playTo(at + 1),
    rest: () => playTo(small.acts.length),
    sitDown,
    sitDownAgain(id) {
      atWork = ''
      return sitDown(id)
    },
  }
}

const onCasePage: readonly CaseCommand['type'][] = [
  'recordAct',
  'proposeNominee',
  'submitActionProgram',
  'conveneConference',
  'submitCase',
  'decideCase',
  'makeEffective',
  'archiveCase',
]

async function toPageOf(page: Page, { type }: CaseCommand): Promise<void> {
  if (type === 'openCase') return
  const at = new URL(page.url()).hash.split('/')[1]
  const wanted = onCasePage.includes(type) ? 'case' : 'meeting'
  if (at === wanted) return
  const door = page.getByRole('button', { name: wanted === 'case' ? 'Về hồ sơ' : 'Vào hội nghị' }).first()
  await door.click()
  // The screen one leaves stays in sight until the next one can be drawn; it goes with its door.
  await door.waitFor({ state: 'detached' })
}

function byHand(page: Page, command: CaseCommand, nameOf: (id: string) => string): Promise<unknown> {
  switch (command.type) {
    case 'openCase':
      return caseActs.openCase(page, command)
    case 'recordAct':
      return caseActs.recordAct(page, command)
    case 'proposeNominee':
      return caseActs.proposeNominee(page, command)
    case 'submitActionProgram':
      return caseActs.submitActionProgram(page, command, nameOf)
    case 'conveneConference':
      return caseActs.conveneConference(page, command)
    case 'excuseAbsence':
      return meeting.excuseAbsence(page, command, nameOf)
    case 'checkIn':
      return meeting.checkIn(page, command, nameOf)
    case 'noteAbsence':
      return meeting.noteAbsence(page, command, nameOf)
    case 'openConference':
      return meeting.openConference(page)
    case 'statePurpose':
      return meeting.statePurpose(page, command)
    case 'adoptList':
      return meeting.adoptList(page, command, nameOf)
    case 'noteStatement':
      return meeting.noteStatement(page, command)
    case 'setSpeakingOrder':
      return meeting.setSpeakingOrder(page, command, nameOf)
    case 'presentActionProgram':
      return meeting.presentActionProgram(page, command, nameOf)
    case 'giveNomineeInformation':
      return meeting.giveNomineeInformation(page, command)
    case 'adoptCountingTeam':
      return meeting.adoptCountingTeam(page, command)
    case 'prepareBallots':
      return ballot.prepareBallots(page, command)
    case 'issueBallots':
      return ballot.issueBallots(page, command)
    case 'collectBallots':
      return ballot.collectBallots(page, command)
    case 'typeCount':
      return ballot.typeCount(page, command)
    case 'confirmCount':
      return ballot.confirmCount(page)
    case 'announceResult':
      return ballot.announceResult(page)
    case 'closeConference':
      return ballot.closeConference(page, command)
    case 'submitCase':
      return caseActs.submitCase(page, command)
    case 'decideCase':
      return caseActs.decideCase(page, command, nameOf)
    case 'makeEffective':
      return caseActs.makeEffective(page, command)
    case 'archiveCase':
      return caseActs.archiveCase(page, command)
    default:
      throw new Error(`the sample plays no ${command.type}`)
  }
}
