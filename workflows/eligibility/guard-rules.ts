// The conditions on a nominee, G-01 to G-23, by rulebook as data (procedure.md 5): what each asks, its article, how far it was checked.
import { article, gap, ND115_85, ND138, ND170, ND170_300, QD80, QD105, QD377, ruled, silent } from '../rulebooks/cite.ts'
import type { GuardSet, RulebookId, Ruled } from '../rulebooks/types.ts'
import { QD114, QD205 } from './family.ts'
import { proceedingKinds } from './nominee-facts.ts'

export const guardIds = [
  'G-01',
  'G-02',
  'G-03',
  'G-04',
  'G-05',
  'G-06',
  'G-07',
  'G-08',
  'G-09',
  'G-10',
  'G-11',
  'G-12',
  'G-13',
  'G-14',
  'G-15',
  'G-16',
  'G-17',
  'G-18',
  'G-19',
  'G-20',
  'G-21',
  'G-22',
  'G-23',
] as const
export type GuardId = (typeof guardIds)[number]

/** `asked: false`: the rulebook does not ask this. */
export type Asked = Ruled<boolean>
const yes = (evidence: Ruled<boolean>['evidence'], cited: string): Asked => ruled<boolean>(true, evidence, cited)
const no = (evidence: Ruled<boolean>['evidence'], cited: string): Asked => ruled<boolean>(false, evidence, cited)

export type GuardColumn = {
  readonly asks: Readonly<Record<GuardId, Asked>>
  /** Planned for that post alone, or an equivalent or higher one too (G-02; from another place G-03). */
  readonly planningFor: Ruled<readonly ('samePost' | 'equivalent' | 'higher')[]>
  readonly planningForElsewhere: Ruled<readonly ('samePost' | 'equivalent' | 'higher')[]>
  /** Months in post; `shortfall`: what less than that means. `posts`: which posts count. */
  readonly timeInPost: Ruled<{
    readonly months: number
    readonly posts: 'presentOrEquivalent' | 'nextLowerOrAbove'
    readonly shortfall: 'needsDecision'
  }>
  /** Months of work left. `fullTerm`: the term of the post. */
  readonly monthsLeft: Ruled<{ readonly months: 60 | 'fullTerm'; readonly shortfall: 'fail' | 'needsDecision' }>
  readonly healthMonths: Ruled<number>
  /** G-14: proceedings the rulebook names; of another kind the competent level decides. */
  readonly proceedings: Ruled<readonly (typeof proceedingKinds)[number][]>
  /** G-17: of every appointment, or of a first or higher post alone. A reappointment asks it only when new facts came. */
  readonly conclusionFor: Ruled<'everyAppointment' | 'upward'>
}

const at138 = (no_: string, clause?: string) => article(no_, ND138, clause)
const at80 = (clause: string) => article('18', QD80, clause)
const at170 = (clause: string) => article('29', ND170, clause)
const at300 = (clause: string) => article('29', ND170_300, clause)
const hd06 = 'Hướng dẫn 06-HD/BTCTW'
const plan2021 = 'Kế hoạch ngày 15/8/2021 của Tỉnh ủy Hải Dương'
const deputiesLimit = 'Quy định về số lượng cấp phó'

/** RB2026 alone names arrest and detention. */
const beforeArrest = proceedingKinds.filter((kind) => kind !== 'arrested')

const rb2017: GuardColumn = {
  asks: {
    'G-01': yes('TEXT', at138('42')),
    'G-02': yes('TEXT', at138('42', '2')),
    'G-03': yes('TEXT', at138('42', '2')),
    'G-04': yes('TEXT', at138('42', '2')),
    'G-05': yes('GK', gap(at138('42', '2'), 'G-05')),
    'G-06': no('TEXT', at138('42')),
    'G-07': yes('TEXT', at138('42')),
    'G-08': yes('TEXT', hd06),
    'G-09': yes('TEXT', at138('42')),
    'G-10': yes('TEXT', at138('42')),
    'G-11': yes('TEXT', at138('48')),
    'G-12': no('TEXT', at138('42')),
    'G-13': no('TEXT', at138('42')),
    'G-14': yes('TEXT', at138('42')),
    'G-15': yes('REPORT', QD105),
    'G-16': yes('REPORT', QD105),
    'G-17': yes('TEXT', at138('48')),
    'G-18': yes('GK', 'Bảng tiêu chuẩn chức danh của địa phương'),
    'G-19': yes('REPORT', QD205),
    'G-20': yes('TEXT', at138('41', '2')),
    'G-21': yes('SEED', plan2021),
    'G-22': yes('GK', deputiesLimit),
    'G-23': yes('SEED', plan2021),
  },
  planningFor: ruled(['samePost'] as const, 'TEXT', at138('42', '2')),
  planningForElsewhere: ruled(['samePost', 'equivalent'] as const, 'TEXT', at138('42', '2')),
  timeInPost: ruled({ months: 0, posts: 'presentOrEquivalent', shortfall: 'needsDecision' } as const, 'TEXT', at138('42')),
  monthsLeft: ruled({ months: 60, shortfall: 'fail' } as const, 'TEXT', at138('42')),
  healthMonths: ruled(6, 'TEXT', at138('48')),
  proceedings: ruled(beforeArrest, 'TEXT', at138('42')),
  conclusionFor: ruled('everyAppointment', 'TEXT', at138('48')),
}

const rb2022: GuardColumn = {
  asks: {
    ...rb2017.asks,
    'G-01': yes('TEXT', at80('1')),
    'G-02': yes('TEXT', at80('2')),
    'G-03': yes('TEXT', at80('2')),
    'G-04': yes('TEXT', at80('2')),
    'G-05': yes('TEXT', at80('2')),
    'G-06': yes('TEXT', at80('3')),
    'G-07': yes('TEXT', at80('5')),
    'G-08': yes('TEXT', hd06),
    'G-09': yes('TEXT', at80('5')),
    'G-10': yes('TEXT', article('18', QD80)),
    'G-11': yes('TEXT', article('48', ND115_85)),
    'G-12': no('TEXT', article('18', QD80)),
    'G-13': no('TEXT', article('18', QD80)),
    'G-14': yes('TEXT', article('18', QD80)),
    'G-15': yes('TEXT', at80('7')),
    'G-16': yes('REPORT', QD80),
    'G-17': yes('TEXT', article('48', ND115_85, '7')),
    'G-18': yes('GK', 'Bảng tiêu chuẩn chức danh của địa phương'),
    'G-19': yes('REPORT', QD114),
  },
  planningFor: ruled(['samePost', 'equivalent', 'higher'] as const, 'TEXT', at80('2')),
  planningForElsewhere: ruled(['samePost', 'equivalent', 'higher'] as const, 'TEXT', at80('2')),
  timeInPost: ruled({ months: 24, posts: 'presentOrEquivalent', shortfall: 'needsDecision' } as const, 'TEXT', at80('3')),
  monthsLeft: ruled({ months: 'fullTerm', shortfall: 'fail' } as const, 'TEXT', at80('5')),
  healthMonths: ruled(6, 'TEXT', article('48', ND115_85)),
  proceedings: ruled(beforeArrest, 'TEXT', article('18', QD80)),
  conclusionFor: ruled('upward', 'TEXT', article('48', ND115_85, '7')),
}

const rb2025a: GuardColumn = {
  ...rb2022,
  asks: {
    ...rb2022.asks,
    'G-01': yes('TEXT', at170('1')),
    'G-02': yes('TEXT', at170('2')),
    'G-03': yes('TEXT', at170('2')),
    'G-04': yes('TEXT', at170('2')),
    'G-05': yes('TEXT', at170('2')),
    'G-08': yes('GK', gap(hd06, 'G-08')),
    'G-11': yes('TEXT', article('35', ND170)),
    'G-17': yes('TEXT', article('35', ND170)),
    'G-18': yes('REPORT', 'NĐ 29/2024/NĐ-CP'),
    'G-20': yes('TEXT', article('28', ND170, '2')),
    'G-21': yes('REPORT', 'Chỉ thị 45-CT/TW'),
  },
  planningFor: ruled(['samePost', 'equivalent', 'higher'] as const, 'TEXT', at170('2')),
  planningForElsewhere: ruled(['samePost', 'equivalent', 'higher'] as const, 'TEXT', at170('2')),
  healthMonths: ruled(6, 'TEXT', article('35', ND170)),
  conclusionFor: ruled('everyAppointment', 'TEXT', article('35', ND170)),
}

const rb2025b: GuardColumn = {
  ...rb2025a,
  asks: {
    ...rb2025a.asks,
    'G-06': yes('DEFAULT', gap(QD377, 'C-16')),
    // Regulation 80 is replaced; the conditions of Regulation 377 itself were not seen.
    'G-07': yes('DEFAULT', gap(QD377, 'G-07')),
    'G-09': yes('DEFAULT', gap(QD377, 'G-09')),
    'G-10': yes('DEFAULT', gap(QD377, 'G-10')),
    'G-12': no('DEFAULT', gap(QD377, 'G-12')),
    'G-13': no('DEFAULT', gap(QD377, 'G-13')),
    'G-14': yes('DEFAULT', gap(QD377, 'G-14')),
    'G-15': yes('REPORT', QD377),
    'G-16': yes('REPORT', QD377),
  },
  timeInPost: ruled({ months: 24, posts: 'presentOrEquivalent', shortfall: 'needsDecision' } as const, 'DEFAULT', gap(QD377, 'C-16')),
  monthsLeft: ruled({ months: 'fullTerm', shortfall: 'fail' } as const, 'DEFAULT', gap(QD377, 'G-07')),
  proceedings: ruled(beforeArrest, 'DEFAULT', gap(QD377, 'G-14')),
}

const rb2026: GuardColumn = {
  asks: {
    ...rb2025b.asks,
    'G-01': yes('TEXT', at300('1')),
    'G-02': yes('TEXT', at300('2')),
    'G-03': yes('TEXT', at300('2')),
    'G-04': yes('TEXT', at300('2')),
    'G-05': yes('TEXT', at300('2')),
    'G-06': yes('TEXT', at300('3')),
    'G-07': yes('TEXT', at300('7')),
    'G-08': yes('DEFAULT', gap(at300('7'), 'G-08')),
    'G-09': yes('TEXT', at300('7')),
    'G-10': yes('TEXT', article('29', ND170_300)),
    'G-11': yes('TEXT', article('35', ND170_300)),
    'G-12': yes('TEXT', at300('5')),
    'G-13': yes('TEXT', at300('6')),
    'G-14': yes('TEXT', at300('9')),
    'G-15': yes('REPORT', QD377),
    'G-16': yes('TEXT', article('29', ND170_300, '9', 'd')),
    'G-17': yes('TEXT', article('35', ND170_300)),
    'G-20': yes('TEXT', article('28', ND170_300, '2')),
  },
  planningFor: ruled(['samePost', 'equivalent', 'higher'] as const, 'TEXT', at300('2')),
  planningForElsewhere: ruled(['samePost', 'equivalent', 'higher'] as const, 'TEXT', at300('2')),
  timeInPost: ruled({ months: 12, posts: 'nextLowerOrAbove', shortfall: 'needsDecision' } as const, 'TEXT', at300('3')),
  monthsLeft: ruled({ months: 'fullTerm', shortfall: 'needsDecision' } as const, 'TEXT', at300('7')),
  healthMonths: ruled(6, 'TEXT', article('35', ND170_300)),
  proceedings: ruled(proceedingKinds, 'TEXT', at300('9')),
  conclusionFor: ruled('upward', 'TEXT', article('35', ND170_300)),
}

const columns: Readonly<Record<RulebookId, GuardColumn>> = {
  RB2017: rb2017,
  RB2022: rb2022,
  RB2025a: rb2025a,
  RB2025b: rb2025b,
  RB2026: rb2026,
}

/** Public employees keep the stages of RB2022 and are judged by the columns of Regulation 377 (procedure.md 1.2). */
export const guardColumn = (id: RulebookId, guardSet: GuardSet): GuardColumn =>
  id === 'RB2022' && guardSet === 'QD377' ? rb2025b : columns[id]

/** What a reappointment is judged by (procedure.md 3.3.3): planning, time in post and age of a first appointment do not bear on it. */
export const notForReappointment: ReadonlySet<GuardId> = new Set([
  'G-02',
  'G-03',
  'G-04',
  'G-05',
  'G-06',
  'G-07',
  'G-08',
  'G-13',
  'G-22',
  'G-23',
])

/** HD06 applies from this day; before it the day the procedure is carried out counts (NĐ138 art. 42). */
export const hd06From = '2021-08-01'
/** Not stated anywhere how days left over from cumulated times add up. */
export const daysOfMonth = ruled(30, 'DEFAULT', gap(silent, 'G-06'))
