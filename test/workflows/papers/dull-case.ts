// One small case, fact by fact: three invited with a vote, one without; two names on the slips.

import type { JudgedCount } from '../../../workflows/conference/judged.ts'
import { ConferenceId, OperatorId, PersonId } from '../../../workflows/core/ids.ts'
import type { CaseFact, FactOf } from '../../../workflows/procedure/facts.ts'

export const id = (text: string): PersonId => PersonId.parse(text)
export const expandedId = ConferenceId.parse('expanded-nomination-r1-a1')
const clock = (time: string): string => `2023-03-14T${time}:00+07:00`
const digest = 'ab'.repeat(32)

const invitee = (personId: string, name: string, title: string, hasVote = true, ...extra: string[]) => ({
  personId: id(personId),
  name,
  title,
  roles: [title, ...extra],
  hasVote,
})
const nominee = (personId: string, name: string): CaseFact => ({
  type: 'nomineeProposed',
  nominee: {
    personId: id(personId),
    name,
    ballotName: name,
    currentPost: 'Trưởng phòng',
    currentRank: 5,
    isPlanned: true,
    isEligible: true,
  },
})

export const opened = (change: Partial<FactOf<'caseOpened'>> = {}): CaseFact => ({
  type: 'caseOpened',
  kind: 'appointmentOnSite',
  post: { title: 'Phó Giám đốc Sở', unit: 'Sở Nội vụ', rank: 6, isHead: false },
  seats: 1,
  track: 'civilServant',
  startDate: '2023-03-06',
  organisation: { name: 'Sở Nội vụ', superior: 'Ủy ban nhân dân tỉnh Mẫu', place: 'Tỉnh Mẫu', form: 'state', sign: 'SNV' },
  decidesHere: false,
  headVacant: false,
  termYears: 5,
  classification: 'none',
  isSample: false,
  rulebook: 'RB2022',
  rulebookVersion: 1,
  guardSet: 'QD80',
  overlays: ['OV-AP2021'],
  settings: { actionProgram: { talkMinutes: 10 } },
  ...change,
})

export const judged = (votes: Record<string, number>, percent: Record<string, string>): JudgedCount => ({
  input: {
    rulebook: 'RB2022',
    procedure: 'appointmentOnSite',
    stage: 'expandedNomination',
    count: {
      membersTotal: 4,
      convenedRaw: 4,
      excusedForceMajeure: 0,
      present: 3,
      ballotsPrepared: 4,
      ballotsIssued: 3,
      ballotsCollected: 3,
      ballotsValid: 2,
      ballotsInvalid: 1,
      seats: 1,
      votes,
    },
  },
  rule: { key: 'expandedNomination' },
  output: {
    outcome: 'carried',
    selected: [],
    carried: Object.keys(votes),
    base: { name: 'convened', value: 4 },
    percent,
    announced: false,
    clause: 'Điểm b khoản 2 Điều 46 NĐ 115/2020/NĐ-CP',
    next: 'leadershipReview',
  },
})
const votes = { 'Trần Thị An': 1, 'Lê Văn Ân': 1 }
const entry = { ballotsValid: 2, ballotsInvalid: 1, invalidReasons: { TOO_MANY: 1 }, votes }

export const meeting: readonly CaseFact[] = [
  {
    type: 'conferenceConvened',
    conferenceId: expandedId,
    stage: 'expandedNomination',
    runNo: 1,
    attempt: 1,
    plannedAt: clock('08:00'),
    place: 'Phòng họp số 1',
    mode: 'inPerson',
    membersTotal: 4,
    list: [
      invitee('chair', 'Phạm Văn Bằng', 'Giám đốc Sở', true, 'Bí thư Đảng ủy'),
      invitee('member', 'Võ Thị Yến', 'Phó Giám đốc Sở'),
      invitee('late', 'Đỗ Văn Đức', 'Trưởng phòng'),
      invitee('away', 'Hoàng Văn Ấn', 'Trưởng phòng'),
      invitee('secretary', 'Bùi Văn Ẩn', 'Chánh Văn phòng', false),
    ],
    rolesListed: 6,
    chair: id('chair'),
    secretary: id('secretary'),
  },
  ...['chair', 'member', 'secretary'].map(
    (one): CaseFact => ({
      type: 'attendeeArrived',
      conferenceId: expandedId,
      personId: id(one),
      arrivedAt: clock('07:50'),
      way: 'inRoom',
    }),
  ),
  { type: 'absenceNoted', conferenceId: expandedId, personId: id('away'), reason: 'đi công tác' },
  { type: 'conferenceOpened', conferenceId: expandedId, openedAt: clock('08:00'), present: 3, convened: 4 },
  { type: 'purposeStated', conferenceId: expandedId, summary: 'giới thiệu nhân sự bằng phiếu kín' },
  { type: 'attendeeArrived', conferenceId: expandedId, personId: id('late'), arrivedAt: clock('08:07'), way: 'inRoom' },
  { type: 'speakingOrderSet', conferenceId: expandedId, method: 'lot', names: [id('an2'), id('an1')] },
  {
    type: 'actionProgramPresented',
    conferenceId: expandedId,
    personId: id('an2'),
    order: 1,
    programVersion: 2,
    programSha256: digest,
    differsFromEarlier: true,
    presentedFrom: clock('08:10'),
    presentedTo: clock('08:20'),
    summary: 'Ba giải pháp, một đột phá',
    questions: [{ askedBy: 'Đại biểu', text: 'Làm việc nào trước?', answer: 'Việc thứ nhất.' }],
  },
  {
    type: 'nomineeRemovedFromBallot',
    conferenceId: expandedId,
    personId: id('gone'),
    reason: 'vắng mặt, không trình bày chương trình hành động',
    inFavour: 3,
    of: 3,
  },
  {
    type: 'countingTeamAdopted',
    conferenceId: expandedId,
    members: [
      { personId: id('member'), name: 'Võ Thị Yến', role: 'secretary' },
      { personId: id('late'), name: 'Đỗ Văn Đức', role: 'head', citizenId: '001070000003' },
    ],
    inFavour: 3,
    of: 3,
  },
  { type: 'ballotsPrepared', conferenceId: expandedId, printed: 4, mark: 'hangingSeal' },
  {
    type: 'ballotsIssued',
    conferenceId: expandedId,
    issued: 3,
    present: 3,
    convenedRaw: 4,
    excused: 0,
    membersTotal: 4,
    names: [id('an2'), id('an1')],
    issuedAt: clock('08:40'),
  },
  { type: 'ballotsCollected', conferenceId: expandedId, collected: 3, unusedSealed: 1, collectedAt: clock('08:50') },
  { type: 'countTyped', conferenceId: expandedId, entry },
  {
    type: 'countConfirmed',
    conferenceId: expandedId,
    entry,
    judged: judged(votes, { 'Trần Thị An': '25,00', 'Lê Văn Ân': '25,00' }),
    confirmedAt: clock('09:05'),
    typedBy: OperatorId.parse('kiem-phieu-1'),
  },
]
export const closed: CaseFact = {
  type: 'conferenceClosed',
  conferenceId: expandedId,
  closedAt: clock('09:15'),
  conclusion: 'Thực hiện bước tiếp theo',
  next: 'leadershipReview',
  goesOn: [id('an1'), id('an2')],
}
export const people: readonly CaseFact[] = [nominee('an1', 'Trần Thị An'), nominee('an2', 'Lê Văn Ân'), nominee('gone', 'Vũ Thị Ý')]
export const dullCase: readonly CaseFact[] = [opened(), ...people, ...meeting, closed]

const corrected = { 'Trần Thị An': 2, 'Lê Văn Ân': 0 }
const correctedEntry = { ballotsValid: 2, ballotsInvalid: 1, votes: corrected }
export const correction: readonly CaseFact[] = [
  {
    type: 'correctionTyped',
    conferenceId: expandedId,
    stage: 'expandedNomination',
    entry: correctedEntry,
    reason: 'đọc nhầm một phiếu',
  },
  {
    type: 'countCorrected',
    conferenceId: expandedId,
    stage: 'expandedNomination',
    entry: correctedEntry,
    judged: judged(corrected, { 'Trần Thị An': '50,00', 'Lê Văn Ân': '0,00' }),
    reason: 'đọc nhầm một phiếu',
    typedBy: OperatorId.parse('kiem-phieu-1'),
    confirmedAt: clock('10:00'),
  },
]
