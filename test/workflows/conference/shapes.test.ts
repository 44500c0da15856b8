// What may be asked of a meeting and what its log may hold: every box has its limits, and nothing unknown comes in.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ConferenceCommand } from '../../../workflows/conference/commands.ts'
import { ConferenceFact } from '../../../workflows/conference/facts.ts'

type Sample = Readonly<Record<string, unknown>>
/** The sample with another value at a path; `undefined` leaves the box out. */
function withAt(sample: unknown, path: string, value: unknown): unknown {
  const [key = '', ...rest] = path.split('.')
  if (Array.isArray(sample)) return sample.with(Number(key), rest.length === 0 ? value : withAt(sample[Number(key)], rest.join('.'), value))
  const record = sample as Sample
  if (rest.length > 0) return { ...record, [key]: withAt(record[key], rest.join('.'), value) }
  const { [key]: _, ...others } = record
  return value === undefined ? others : { ...others, [key]: value }
}
const chars = (count: number): string => 'x'.repeat(count)
const many = (count: number, one: unknown): unknown[] => Array.from({ length: count }, () => one)

const doc = { number: '1-CV', date: '2023-03-06' }
const at = '2023-03-06T08:00:00+07:00'
const row = { personId: 'p1', name: 'Đại biểu 1', title: 'Giám đốc', role: 'lãnh đạo', hasVote: true }
const member = { personId: 'h1', name: 'Tổ trưởng', role: 'head', citizenId: '001080000001' }
const entry = {
  ballotsValid: 8,
  ballotsInvalid: 2,
  ballotsBlank: 0,
  votes: { A: 5 },
  agree: 1,
  disagree: 1,
  noOpinion: 1,
  invalidReasons: { NO_STAMP: 2 },
  missingExplained: 'mất',
}
const { missingExplained: _, ...bundleEntry } = entry
/** A judgement with every box it can have. */
const judged = {
  input: {
    rulebook: 'RB2022',
    procedure: 'appointmentOnSite',
    stage: 'expandedNomination',
    count: {
      membersTotal: 10,
      convenedRaw: 10,
      excusedForceMajeure: 0,
      present: 10,
      ballotsPrepared: 10,
      ballotsIssued: 10,
      ballotsCollected: 10,
      ballotsValid: 10,
      ballotsInvalid: 0,
      ballotsBlank: 0,
      seats: 1,
      votes: { A: 6 },
      agree: 1,
      disagree: 1,
      noOpinion: 1,
    },
    context: { carriedFrom: ['A'], introducedByHead: 'A', headVacant: true, settings: { blankIs: 'invalid' } },
  },
  rule: { key: 'expandedNomination' },
  output: {
    outcome: 'selected',
    selected: ['A'],
    carried: ['B'],
    base: { name: 'convened', value: 10 },
    percent: { A: '60,00' },
    announced: true,
    clause: 'Điểm b',
    next: 'leadershipReview',
  },
}
const question = { askedBy: 'Đại biểu 3', text: 'Hỏi', answer: 'Đáp', drawnByLot: true, answeredFrom: at, answeredTo: at }
const presentation = {
  personId: 'a',
  presentedFrom: at,
  presentedTo: at,
  summary: 'Tóm tắt',
  questions: [question],
  interruptions: 'mất điện',
  chairRemarks: 'Cảm ơn',
}

const commands: readonly Sample[] = [
  {
    type: 'conveneConference',
    stage: 'expandedNomination',
    plannedAt: at,
    place: 'Hội trường',
    mode: 'hybrid',
    hybridDecision: doc,
    membersTotal: 10,
    rows: [row],
    listApproval: doc,
    chair: 'p1',
    secretary: 'p2',
  },
  { type: 'correctConvocation', rows: [row], membersTotal: 10, reason: 'thiếu người' },
  { type: 'excuseAbsence', personId: 'p1', reason: 'bão', document: doc },
  { type: 'checkIn', personIds: ['p1'], way: 'inRoom' },
  { type: 'leaveEarly', personId: 'p1' },
  { type: 'takeBackCheckIn', personId: 'p1' },
  { type: 'noteAbsence', personId: 'p1', reason: 'ốm' },
  { type: 'openConference' },
  { type: 'declareNotQuorate' },
  { type: 'adjournConference', reason: 'mất điện' },
  { type: 'statePurpose', summary: 'x' },
  { type: 'adoptList', names: ['a'] },
  { type: 'introduceName', personId: 'a', introducedBy: 'Đại biểu 3' },
  { type: 'setSpeakingOrder', method: 'lot', names: ['a'] },
  { type: 'presentActionProgram', ...presentation },
  { type: 'removeFromBallot', personId: 'a', reason: 'vắng', inFavour: 8, of: 10 },
  { type: 'giveNomineeInformation', summary: 'x' },
  { type: 'adoptCountingTeam', members: [member], inFavour: 8, of: 10 },
  { type: 'prepareBallots', printed: 10, mark: 'hangingSeal' },
  { type: 'issueBallots', issued: 10 },
  { type: 'collectBallots', collected: 10, unusedSealed: 0 },
  { type: 'makeCountBundles', size: 25 },
  { type: 'closeCountBundle', no: 1, entry: bundleEntry },
  { type: 'sumCountBundles', missingExplained: 'mất' },
  { type: 'dropCountBundles', reason: 'chia nhầm' },
  { type: 'typeCount', entry },
  { type: 'rejectCount', reason: 'đếm lại' },
  { type: 'confirmCount' },
  { type: 'voidBallot', reason: 'thừa phiếu' },
  { type: 'announceResult' },
  { type: 'noteStatement', speaker: 'Đại biểu 3', summary: 'x' },
  { type: 'closeConference', conclusion: 'x' },
  { type: 'typeCorrection', conferenceId: 'c-1', entry, reason: 'đếm nhầm' },
  { type: 'confirmCorrection', conferenceId: 'c-1' },
]

const frozen: readonly Sample[] = JSON.parse(readFileSync(new URL('../frozen/case-facts-1.json', import.meta.url), 'utf8'))
const factTypes = new Set<unknown>(ConferenceFact.options.map((option) => option.shape.type.value))
/** The frozen facts of a meeting, their boxes filled in where the sample left one out. */
const facts = frozen
  .filter((fact) => factTypes.has(fact.type))
  .map((fact): Sample => {
    if (fact.type === 'actionProgramPresented') return { ...fact, ...presentation, attachmentSha256: ['0a'.repeat(32)], recordedBy: 'tk' }
    if (fact.type === 'countingTeamAdopted') return { ...fact, members: [member] }
    if (fact.type === 'countTyped' || fact.type === 'correctionTyped') return { ...fact, entry }
    if (fact.type === 'countBundleClosed') return { ...fact, entry: bundleEntry }
    if (fact.type === 'countConfirmed' || fact.type === 'countCorrected') return { ...fact, entry, judged }
    if (fact.type === 'conferenceConvened') return { ...fact, hybridDecision: doc, listApproval: doc }
    return fact
  })

type Limits = readonly [path: string, good: readonly unknown[], bad: readonly unknown[]]
const line = (path: string, max: number): Limits => [path, ['x', chars(max)], ['', chars(max + 1), ' x', 'a\nb', undefined]]
const words = (path: string, max: number): Limits => [path, ['', 'a\nb', chars(max)], [chars(max + 1), 'a\u0007b', undefined]]
const whole = (path: string): Limits => [path, [0, 1, Number.MAX_SAFE_INTEGER], [-1, 1.5, '1', Number.MAX_SAFE_INTEGER + 1]]
const fromOne = (path: string): Limits => [path, [1, 5000], [0, 1.5, undefined]]
const oneOf = (path: string, ...good: string[]): Limits => [path, good, ['', 'x', undefined]]
const list = (path: string, one: unknown, min: number, max: number): Limits => [
  path,
  [many(min, one), many(max, one)],
  [...(min > 0 ? [[]] : []), many(max + 1, one), undefined],
]
const moment = (path: string): Limits => [path, [at, '2023-03-06T08:00:00.5-03:30'], ['2023-03-06', '', undefined]]
const sha = (path: string): Limits => [
  path,
  ['0a'.repeat(32)],
  ['0a'.repeat(31), '0A'.repeat(32), `${'0a'.repeat(32)}0`, `0${'0a'.repeat(32)}`],
]
const person = (path: string): Limits => [path, ['p1'], ['', 'P 1', undefined]]
const stages = (path: string): Limits => oneOf(path, 'leadershipPreparation', 'leadershipReview', 'divergenceBallot', 'leadershipDecision')
const rowsOf = (path: string): readonly Limits[] => [
  list(path, row, 1, 5000),
  person(`${path}.0.personId`),
  line(`${path}.0.name`, 120),
  line(`${path}.0.title`, 200),
  line(`${path}.0.role`, 120),
  [`${path}.0.hasVote`, [true, false], ['yes', undefined]],
]
const membersOf: readonly Limits[] = [
  list('members', member, 1, 15),
  person('members.0.personId'),
  line('members.0.name', 120),
  oneOf('members.0.role', 'head', 'secretary', 'member'),
  ['members.0.citizenId', ['001080000001', undefined], ['00108000000', '0010800000011', '00108000000a', '']],
]
const entryOf: readonly Limits[] = [
  ...['ballotsValid', 'ballotsInvalid', 'ballotsBlank', 'agree', 'disagree', 'noOpinion', 'votes.A', 'invalidReasons.NO_STAMP'].map((key) =>
    whole(`entry.${key}`),
  ),
  ['entry.ballotsValid', [], [undefined]],
  ['entry.ballotsInvalid', [], [undefined]],
  ...['ballotsBlank', 'agree', 'disagree', 'noOpinion', 'votes', 'invalidReasons', 'missingExplained'].map(
    (key): Limits => [`entry.${key}`, [undefined], [null]],
  ),
  ['entry.votes', [{ [chars(120)]: 1 }], [{ [chars(121)]: 1 }, { '': 1 }]],
  [
    'entry.invalidReasons',
    ['NOT_ISSUED', 'NO_STAMP', 'TOO_MANY', 'NONE_CHOSEN', 'OUTSIDE_LIST', 'UNREADABLE', 'OTHER'].map((reason) => ({ [reason]: 1 })),
    [{ '': 1 }, { TORN: 1 }],
  ],
  ['entry.missingExplained', ['', chars(1000)], [chars(1001)]],
]
/** A part of the box: the same numbers, and nothing to explain. */
const bundleEntryOf: readonly Limits[] = [
  ...entryOf.filter(([path]) => path !== 'entry.missingExplained'),
  ['entry.missingExplained', [], ['mất']],
]
const optionalCounts = ['ballotsBlank', 'agree', 'disagree', 'noOpinion', 'votes']
const judgedOf: readonly Limits[] = [
  ['judged', [], [{}, undefined]],
  oneOf('judged.input.rulebook', 'RB2017', 'RB2022', 'RB2025a', 'RB2025b', 'RB2026'),
  oneOf('judged.input.procedure', 'appointmentOnSite', 'reappointment'),
  stages('judged.input.stage'),
  ...Object.keys(judged.input.count)
    .filter((key) => key !== 'votes')
    .map((key) => whole(`judged.input.count.${key}`)),
  ...Object.keys(judged.input.count).map((key): Limits => {
    const isOptional = optionalCounts.includes(key)
    return [`judged.input.count.${key}`, isOptional ? [undefined] : [], isOptional ? [null] : [undefined]]
  }),
  ['judged.input.count.voter', [], ['p1']],
  ['judged.input.count.votes', [{}, { [chars(200)]: 1 }], [{ [chars(201)]: 1 }, { A: -1 }, { A: 'x' }]],
  ['judged.input.context', [undefined, {}], [{ voter: 'p1' }]],
  ['judged.input.context.carriedFrom', [undefined, []], [[1]]],
  ['judged.input.context.introducedByHead', [undefined, 'A'], [1]],
  ['judged.input.context.headVacant', [undefined, true], [false]],
  ['judged.input.context.settings', [undefined, {}], ['x']],
  ['judged.input.voter', [], ['p1']],
  ['judged.rule', [{}], ['x', undefined]],
  ['judged.voter', [], ['p1']],
  oneOf(
    'judged.output.outcome',
    ...['selected', 'carried', 'stopped', 'consulted', 'divergenceBallot', 'awaitingDirection', 'headDecides', 'reported'],
    ...['notSelected', 'notQuorate', 'passed', 'notPassed'],
  ),
  ['judged.output.selected', [[], ['A', 'B']], [[1], undefined]],
  ['judged.output.carried', [[], ['A', 'B']], [[1], undefined]],
  oneOf('judged.output.base.name', 'convened', 'present', 'membersTotal'),
  whole('judged.output.base.value'),
  ['judged.output.base.voter', [], ['p1']],
  ['judged.output.percent', [{}], [{ A: 60 }, undefined]],
  ['judged.output.announced', [true, false], ['yes', undefined]],
  ['judged.output.clause', ['', 'Điểm b'], [1, undefined]],
  ['judged.output.next', ['leadershipReview', 'submitted', null], ['', 'x', undefined]],
  ['judged.output.voter', [], ['p1']],
]
const presented: readonly Limits[] = [
  person('personId'),
  moment('presentedFrom'),
  moment('presentedTo'),
  words('summary', 3000),
  list('questions', question, 0, 50),
  line('questions.0.askedBy', 120),
  words('questions.0.text', 2000),
  words('questions.0.answer', 4000),
  ['questions.0.drawnByLot', [true, false, undefined], ['no']],
  ['questions.0.answeredFrom', [at, undefined], ['']],
  ['questions.0.answeredTo', [at, undefined], ['']],
  ['interruptions', ['', chars(1000), undefined], [chars(1001)]],
  ['chairRemarks', ['', chars(2000), undefined], [chars(2001)]],
]
const reasonOf = (max: number): readonly Limits[] => [line('reason', max)]
const hands: readonly Limits[] = [whole('inFavour'), whole('of')]
const order: readonly Limits[] = [oneOf('method', 'lot', 'alphabet'), ['names', [['a'], ['a', 'b']], [[], ['A b'], undefined]]]
const document: readonly Limits[] = [['document', [doc], [{}, undefined]]]

const commandLimits: Readonly<Record<string, readonly Limits[]>> = {
  conveneConference: [
    stages('stage'),
    moment('plannedAt'),
    line('place', 200),
    oneOf('mode', 'inPerson', 'hybrid'),
    ['hybridDecision', [undefined], [{}]],
    fromOne('membersTotal'),
    ...rowsOf('rows'),
    ['listApproval', [undefined], [{}]],
    person('chair'),
    person('secretary'),
  ],
  correctConvocation: [...rowsOf('rows'), fromOne('membersTotal'), ...reasonOf(1000)],
  excuseAbsence: [person('personId'), ...reasonOf(300), ...document],
  checkIn: [list('personIds', 'p1', 1, 5000), oneOf('way', 'inRoom', 'online', 'sealedEnvelope')],
  leaveEarly: [person('personId')],
  takeBackCheckIn: [person('personId')],
  noteAbsence: [person('personId'), ...reasonOf(300)],
  adjournConference: reasonOf(500),
  statePurpose: [words('summary', 4000)],
  adoptList: [list('names', 'a', 0, 200)],
  introduceName: [person('personId'), line('introducedBy', 120)],
  setSpeakingOrder: order,
  presentActionProgram: presented,
  removeFromBallot: [person('personId'), ...reasonOf(500), ...hands],
  giveNomineeInformation: [words('summary', 6000)],
  adoptCountingTeam: [...membersOf, ...hands],
  prepareBallots: [whole('printed'), oneOf('mark', 'hangingSeal', 'chairSignature')],
  issueBallots: [whole('issued')],
  collectBallots: [whole('collected'), whole('unusedSealed')],
  makeCountBundles: [['size', [10, 25], [9, 26, 12.5, undefined]]],
  closeCountBundle: [['no', [1, 500], [0, 501, undefined]], ...bundleEntryOf],
  sumCountBundles: [['missingExplained', ['', chars(1000), undefined], [chars(1001)]]],
  dropCountBundles: reasonOf(500),
  typeCount: entryOf,
  rejectCount: reasonOf(500),
  voidBallot: reasonOf(500),
  noteStatement: [line('speaker', 120), words('summary', 4000)],
  closeConference: [words('conclusion', 4000)],
  typeCorrection: [['conferenceId', ['c-1'], ['', undefined]], ...entryOf, ...reasonOf(500)],
  confirmCorrection: [['conferenceId', ['c-1'], ['', undefined]]],
}

const invited: readonly Limits[] = [
  list('list', { personId: 'p1', name: 'x', title: 'x', roles: ['x'], hasVote: true }, 1, 5000),
  line('list.0.name', 120),
  line('list.0.title', 200),
  list('list.0.roles', 'x', 1, 12),
  line('list.0.roles.0', 120),
  ['list.0.hasVote', [true, false], ['yes', undefined]],
  fromOne('rolesListed'),
  fromOne('membersTotal'),
]
const factLimits: Readonly<Record<string, readonly Limits[]>> = {
  conferenceConvened: [
    stages('stage'),
    fromOne('runNo'),
    fromOne('attempt'),
    moment('plannedAt'),
    line('place', 200),
    oneOf('mode', 'inPerson', 'hybrid'),
    ['hybridDecision', [undefined], [{}]],
    ...invited,
    ['listApproval', [undefined], [{}]],
    person('chair'),
    person('secretary'),
  ],
  convocationCorrected: [...invited, words('reason', 1000)],
  absenceExcused: [person('personId'), ...reasonOf(300), ...document],
  attendeeArrived: [person('personId'), moment('arrivedAt'), oneOf('way', 'inRoom', 'online', 'sealedEnvelope')],
  attendeeLeft: [person('personId'), moment('leftAt')],
  arrivalTakenBack: [person('personId')],
  absenceNoted: [person('personId'), ...reasonOf(300)],
  conferenceOpened: [moment('openedAt'), whole('present'), whole('convened')],
  conferenceNotQuorate: [whole('present'), whole('convened'), whole('needed'), oneOf('moment', 'opening', 'issuing')],
  conferenceAdjourned: reasonOf(500),
  purposeStated: [words('summary', 4000)],
  listAdopted: [list('names', 'a', 0, 200)],
  nameIntroduced: [person('personId'), line('introducedBy', 120)],
  speakingOrderSet: order,
  actionProgramPresented: [
    ...presented,
    fromOne('order'),
    fromOne('programVersion'),
    sha('programSha256'),
    sha('attachmentSha256.0'),
    ['attachmentSha256', [[], undefined], ['x']],
    ['recordedBy', ['tk', undefined], [1]],
    ['differsFromEarlier', [true, false], ['no', undefined]],
  ],
  nomineeRemovedFromBallot: [person('personId'), ...reasonOf(500), ...hands],
  nomineeInformationGiven: [words('summary', 6000)],
  countingTeamAdopted: [...membersOf, ...hands],
  ballotsPrepared: [whole('printed'), oneOf('mark', 'hangingSeal', 'chairSignature')],
  ballotsIssued: [
    ...['issued', 'present', 'convenedRaw', 'excused', 'membersTotal'].map(whole),
    list('names', 'a', 0, 200),
    moment('issuedAt'),
  ],
  ballotsCollected: [whole('collected'), whole('unusedSealed'), moment('collectedAt')],
  countBundlesMade: [list('sizes', 25, 1, 500), ['sizes.0', [1, 25], [0, 26, 1.5]]],
  countBundleClosed: [
    ['no', [1, 500], [0, 501, undefined]],
    fromOne('attempt'),
    ['agrees', [true, false, undefined], ['yes']],
    ...bundleEntryOf,
  ],
  countBundlesDropped: reasonOf(500),
  countTyped: entryOf,
  countRejected: reasonOf(500),
  countConfirmed: [...entryOf, moment('confirmedAt'), ['typedBy', ['kp1'], [1, undefined]], ...judgedOf],
  ballotVoided: reasonOf(500),
  resultAnnounced: [moment('announcedAt')],
  statementNoted: [line('speaker', 120), words('summary', 4000)],
  conferenceClosed: [
    moment('closedAt'),
    words('conclusion', 4000),
    ['next', ['', chars(60)], [chars(61), undefined]],
    list('goesOn', 'a', 0, 200),
  ],
  correctionTyped: [stages('stage'), ...entryOf, ...reasonOf(500)],
  countCorrected: [stages('stage'), ...entryOf, ...judgedOf, ...reasonOf(500), ['typedBy', ['kp1'], [1, undefined]], moment('confirmedAt')],
}

/** The boxes of a sample that a table of limits says nothing about. */
const unnamed = (sample: Sample, limits: readonly Limits[]): string[] =>
  Object.keys(sample).filter((key) => !['type', 'conferenceId'].includes(key) && !limits.some(([path]) => path.split('.')[0] === key))

describe.each([
  ['asked', ConferenceCommand, commands, commandLimits],
  ['recorded', ConferenceFact, facts, factLimits],
] as const)('what is %s', (_, schema, samples, limits) => {
  const reads = (value: unknown): boolean => schema.safeParse(value).success
  test.each(samples.map((sample) => [String(sample.type), sample] as const))(
    '%s is read as it is written, and no further',
    (type, sample) => {
      expect(schema.parse(sample)).toEqual(sample)
      expect(reads({ ...sample, voter: 'p1' })).toBe(false)
      expect(unnamed(sample, limits[type] ?? [])).toEqual([])
      for (const [path, good, bad] of limits[type] ?? []) {
        const refused = good.filter((value) => !reads(withAt(sample, path, value)))
        const admitted = bad.filter((value) => reads(withAt(sample, path, value)))
        expect({ path, refused, admitted }).toEqual({ path, refused: [], admitted: [] })
      }
    },
  )
  test('every type has its sample here', () => {
    expect(samples.map((one) => one.type).sort()).toEqual(schema.options.map((option) => String(option.shape.type.value)).sort())
  })
  test('nothing else is', () => {
    for (const value of [{}, { type: '' }, { type: 'recordVote', personId: 'p1', choice: 'A' }, null]) expect(reads(value)).toBe(false)
  })
})

test('a fact of a meeting says of which', () => {
  for (const fact of facts) expect(ConferenceFact.safeParse(withAt(fact, 'conferenceId', undefined)).success).toBe(false)
})
