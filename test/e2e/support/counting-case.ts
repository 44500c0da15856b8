// A real data file with the box of one ballot open on the table: so many names on the slips, so many slips, two accounts to count them.
import type { CaseId, OperatorId } from '../../../workflows/core/ids.ts'
import { CaseCommand } from '../../../workflows/procedure/commands.ts'
import { organisation, passphrase, testOffice, value } from '../../journeys/office.ts'
import { checkIn, convening, everyone, nominee, opening, startOf, team } from '../../support/appointment.ts'
import { type Loose, Play } from '../../support/play.ts'
import { counters } from './counting-people.ts'

const families = [
  'Bùi Quang',
  'Hồ Thị Kim',
  'Nguyễn Hoàng',
  'Trần Thị Thanh',
  'Đặng Hữu',
  'Lê Khắc',
  'Phạm Thị Mỹ',
  'Vũ Đức',
  'Huỳnh Ngọc',
  'Đoàn Xuân',
]
const given = ['Đạt', 'Ngân', 'Phương', 'Thảo', 'Nghĩa', 'Trường']
/** Believable names of every length. */
export const nameNo = (no: number): string => `${families[no % families.length]} ${given[Math.floor(no / families.length) % given.length]}`

/** The commands of a case, each with who asks it and when. */
class Script extends Play {
  readonly said: { readonly by: string; readonly command: Loose; readonly at: string }[] = []
  override do(by: string, command: Loose): this {
    super.do(by, command)
    this.said.push({ by, command, at: this.now() })
    return this
  }
}

function script(names: number, slips: number, seats: number, isOpen: boolean): Script {
  const start = startOf.RB2022
  const play = new Script(`${start}T08:00:00+07:00`)
  const ids = Array.from({ length: names }, (_, index) => `n${index + 1}`)
  play.do('hr', opening('RB2022', { overlay: false, seats }))
  ids.forEach((id, index) => {
    play.do('hr', nominee(id, { name: nameNo(index), ballotName: nameNo(index) }))
  })
  const details = { post: 'Phó Giám đốc', numberToFill: String(seats), source: 'tại chỗ', plannedAssignment: 'phụ trách tổ chức' }
  play.do('hr', { type: 'recordAct', act: 'policyRequest', document: { number: '01/TTr', date: start }, doneOn: start, details })
  play.do('hr', { type: 'recordAct', act: 'policyApproval', document: { number: '02/CV', date: start }, doneOn: start, details })
  play.do('tk', convening('leadershipPreparation', 5, play.now())).do('tk', checkIn(everyone(5)))
  play.do('tk', { type: 'openConference' }).do('tk', { type: 'statePurpose', summary: 'Nêu mục đích' })
  play.do('tk', { type: 'adoptList', names: ids }).do('tk', { type: 'closeConference', conclusion: 'Thống nhất' })
  play.do('tk', convening('expandedNomination', slips, play.now())).do('tk', checkIn(everyone(slips)))
  play.do('tk', { type: 'openConference' }).do('tk', { type: 'statePurpose', summary: 'Nêu mục đích' })
  play.do('tk', { type: 'giveNomineeInformation', summary: 'Tóm tắt lý lịch' })
  team(play, slips).do('tk', { type: 'prepareBallots', printed: slips + 2, mark: 'hangingSeal' })
  if (isOpen) {
    play.do('tk', { type: 'issueBallots', issued: slips }).do('tk', { type: 'collectBallots', collected: slips, unusedSealed: 2 })
  }
  return play
}

export type CountingCase = {
  readonly file: string
  readonly folder: string
  readonly caseId: CaseId
  readonly at: string
  readonly passphrase: string
}

/** `isOpen` false: slips are printed and nothing more, the moment of the test deck. */
export async function countingCase(names: number, slips: number, { seats = 1, isOpen = true } = {}): Promise<CountingCase> {
  const play = script(names, slips, seats, isOpen)
  const office = await testOffice(play.said[0]?.at ?? '')
  value(await office.act({ act: 'createFile', file: office.file, passphrase, organisation, operators: Object.values(counters) }))
  const caseId = play.caseId as CaseId
  let seen = 0
  let atWork = ''
  for (const { by, command, at } of play.said) {
    office.setClock(at)
    if (by !== atWork) value(await office.act({ act: 'startWork', operatorId: by as OperatorId }))
    atWork = by
    seen = value(await office.dispatch({ to: 'case', caseId, seen, command: CaseCommand.parse(command) })).case?.version ?? 0
  }
  await office.close()
  return { file: office.file, folder: office.dataDir, caseId, at: play.now(), passphrase }
}
