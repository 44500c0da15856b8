// Dull appointments for tests: five leaders, small bodies, nominees A, B and D ("dữ liệu mẫu").
import { planFor } from '../../workflows/procedure/plan.ts'
import type { RulebookId, StageKey } from '../../workflows/rulebooks/types.ts'
import { type Loose, Play } from './play.ts'

export const startOf: Readonly<Record<RulebookId, string>> = {
  RB2017: '2021-09-06',
  RB2022: '2023-03-06',
  RB2025a: '2025-08-04',
  RB2025b: '2026-01-05',
  RB2026: '2026-09-07',
}

export type Options = {
  readonly overlay?: boolean
  readonly decidesHere?: boolean
  readonly headVacant?: boolean
  readonly seats?: number
  readonly settings?: Readonly<Record<string, unknown>>
}

const doc = (number: string, date: string) => ({ number, date })

export function opening(rulebook: RulebookId, options: Options = {}): Loose {
  return {
    type: 'openCase',
    opening: {
      kind: 'appointmentOnSite',
      post: { title: 'Phó Giám đốc Sở (dữ liệu mẫu)', unit: 'Sở Mẫu', rank: 6, isHead: false },
      seats: options.seats ?? 1,
      track: 'civilServant',
      startDate: startOf[rulebook],
      organisation: { name: 'Sở Mẫu', place: 'Mẫu', form: 'state', sign: 'SM' },
      decidesHere: options.decidesHere ?? true,
      headVacant: options.headVacant ?? false,
      termYears: 5,
      classification: 'none',
      isSample: true,
    },
    overlays: options.overlay === false ? [] : ['OV-AP2021'],
    settings: options.settings ?? {},
  }
}

export const nominee = (id: string, more: Readonly<Record<string, unknown>> = {}) => ({
  type: 'proposeNominee' as const,
  nominee: {
    personId: id,
    name: `Người ${id.toUpperCase()}`,
    ballotName: id.toUpperCase(),
    currentPost: 'Trưởng phòng',
    currentRank: 5,
    isPlanned: true,
    isEligible: true,
    ...more,
  },
})

export const program = (id: string, words = 'Nội dung chương trình'): Loose => ({
  type: 'submitActionProgram',
  personId: id,
  program: { sections: [{ key: 'goals', title: 'Mục tiêu', text: words }], pages: 3 },
  handedInOn: '2021-09-01',
})

/** `count` people p1…pn with a vote: p1 is the chair, p2 the secretary; h1 attends without a vote. */
export function convening(stage: StageKey, count: number, now: string): Loose {
  const rows = Array.from({ length: count }, (_, index) => ({
    personId: `p${index + 1}`,
    name: `Đại biểu ${index + 1}`,
    title: 'Lãnh đạo',
    role: 'tập thể lãnh đạo',
    hasVote: true,
  }))
  const helper = { personId: 'h1', name: 'Cán bộ tổ chức', title: 'Trưởng phòng Tổ chức', role: 'tham mưu', hasVote: false }
  return {
    type: 'conveneConference',
    stage,
    plannedAt: now,
    place: 'Phòng họp',
    mode: 'inPerson',
    membersTotal: count,
    rows: [...rows, helper],
    listApproval: doc('01-QĐ', now.slice(0, 10)),
    chair: 'p1',
    secretary: 'p2',
  }
}

export const everyone = (count: number): string[] => [...Array.from({ length: count }, (_, index) => `p${index + 1}`), 'h1']
export const checkIn = (ids: readonly string[]): Loose => ({ type: 'checkIn', personIds: ids, way: 'inRoom' })

/** From opening to the door of the first conference. */
export function approved(rulebook: RulebookId, options: Options = {}): Play {
  const start = startOf[rulebook]
  const play = new Play(`${start}T08:00:00+07:00`)
  play.do('hr', opening(rulebook, options))
  for (const id of ['a', 'b', 'd']) play.do('hr', nominee(id))
  const details = { post: 'Phó Giám đốc', numberToFill: '1', source: 'tại chỗ', plannedAssignment: 'phụ trách tổ chức' }
  play.do('hr', { type: 'recordAct', act: 'policyRequest', document: doc('01/TTr', start), doneOn: start, details })
  play.do('hr', { type: 'recordAct', act: 'policyApproval', document: doc('02/CV', start), doneOn: start, details })
  return play
}

export type Held = {
  readonly people?: number
  readonly present?: number
  readonly list?: readonly string[]
  readonly present1?: readonly string[]
  readonly introduce?: readonly string[]
}

/** Convenes, opens, runs the agenda until slips are prepared. Presents the programs of `presenters`. */
export function upToBallot(play: Play, stage: StageKey, held: Held, presenters: readonly string[] = []): Play {
  const people = held.people ?? 5
  const present = held.present ?? people
  play.do('tk', convening(stage, people, play.now()))
  play.do('tk', checkIn([...everyone(present).slice(0, present), 'h1']))
  play.do('tk', { type: 'openConference' })
  play.do('tk', { type: 'statePurpose', summary: 'Nêu mục đích, yêu cầu' })
  if (held.list) play.do('tk', { type: 'adoptList', names: held.list })
  for (const id of held.introduce ?? []) play.do('tk', { type: 'introduceName', personId: id, introducedBy: 'Đại biểu 3' })
  for (const id of presenters) present1(play, id)
  return play
}

export function present1(play: Play, id: string): Play {
  const presentedFrom = play.now()
  play.stamp('tk')
  return play.do('tk', {
    type: 'presentActionProgram',
    personId: id,
    presentedFrom,
    presentedTo: play.now(),
    summary: 'Tóm tắt',
    questions: [],
  })
}

export function team(play: Play, people: number): Play {
  const size = people < 8 ? 2 : people > 100 ? 5 : 3
  const ids = ['h1', 'p3', 'p4', 'p5', 'p6'].slice(0, size)
  const members = ids.map((personId, index) => ({ personId, name: `Thành viên ${index + 1}`, role: index === 0 ? 'head' : 'member' }))
  return play.do('tk', { type: 'adoptCountingTeam', members, inFavour: people, of: people })
}

export type Votes = {
  readonly valid?: number
  readonly invalid?: number
  readonly votes?: Readonly<Record<string, number>>
  readonly agree?: number
  readonly disagree?: number
}

export function issue(play: Play, present: number): Play {
  const mark = play.case.state.rulebook === 'RB2026' ? 'chairSignature' : 'hangingSeal'
  play.do('tk', { type: 'prepareBallots', printed: present, mark })
  return play.do('tk', { type: 'issueBallots', issued: present })
}

export function count(play: Play, present: number, entry: Votes): Play {
  const ballotsInvalid = entry.invalid ?? 0
  const { valid, invalid: _, ...rest } = entry
  play.do('tk', { type: 'collectBallots', collected: present, unusedSealed: 0 })
  play.do('kp1', { type: 'typeCount', entry: { ballotsValid: valid ?? present - ballotsInvalid, ballotsInvalid, ...rest } })
  return play.do('kp2', { type: 'confirmCount' })
}

export function close(play: Play): Play {
  const counts = play.case.state.conferences.at(-1)?.counts.at(-1)
  if (counts?.judged.output.announced) play.do('tk', { type: 'announceResult' })
  return play.do('tk', { type: 'closeConference', conclusion: 'Kết luận' })
}

/** One whole conference with a ballot. */
export function conference(play: Play, stage: StageKey, held: Held & { readonly presenters?: readonly string[] }, entry: Votes): Play {
  const people = held.people ?? 5
  const present = held.present ?? people
  upToBallot(play, stage, held, held.presenters)
  const rule = planFor(play.case.state.rulebook, play.case.state.opened.kind)
  const stageRule = [...rule.stages, ...rule.sideStages].find((one) => one.key === stage)
  if (stageRule?.nomineeInformation) play.do('tk', { type: 'giveNomineeInformation', summary: 'Tóm tắt lý lịch' })
  team(play, present)
  issue(play, present)
  count(play, present, entry)
  return close(play)
}

/** The first leadership conference without a ballot. */
export function preparation(play: Play, list: readonly string[] | undefined, people = 5): Play {
  play.do('tk', convening('leadershipPreparation', people, play.now()))
  play.do('tk', checkIn(everyone(people)))
  play.do('tk', { type: 'openConference' })
  play.do('tk', { type: 'statePurpose', summary: 'Thảo luận cơ cấu' })
  if (list) play.do('tk', { type: 'adoptList', names: list })
  return play.do('tk', { type: 'closeConference', conclusion: 'Thống nhất' })
}

/** Party opinion and the rest before the decision conference. */
export function checks(play: Play): Play {
  const today = play.now().slice(0, 10)
  play.do('hr', {
    type: 'recordAct',
    act: 'partyOpinion',
    document: doc('05-CV/ĐU', today),
    doneOn: today,
    details: { opinion: 'nhất trí' },
  })
  return play
}
