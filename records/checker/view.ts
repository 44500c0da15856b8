// The look of one result: verdict, then all nine checks; the broken and the undecided open, with what is seen, what it means, what to do.
import { checkAdvice } from '../../workflows/wording/check-advice.ts'
import { checkSentence } from '../../workflows/wording/check-codes.ts'
import { type CheckRow, checkRows, isOpen, type ListedState, stateWords, titleOf, verdictOf } from '../../workflows/wording/check-list.ts'
import { checkLead } from '../../workflows/wording/check-subjects.ts'
import type { BagReport } from '../check-bag.ts'
import type { CheckLine, Overall, Report } from '../report.ts'
import { type Lang, say } from './words.ts'

type Child = Node | string | null
type Attributes = Readonly<Record<string, string>>

/** An element with text children only: nothing of a file is ever read as markup. */
export function h(tag: string, attributes: Attributes, ...children: readonly Child[]): HTMLElement {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...children.filter((child) => child !== null))
  return made
}

/** Outlines of @tabler/icons (MIT), stroke 1.75. */
const icons = {
  ok: ['M5 12l5 5l10 -10'],
  broken: ['M18 6l-12 12', 'M6 6l12 12'],
  undecided: [
    'M12 9v4',
    'M10.363 3.591l-8.106 13.534a1.914 1.914 0 0 0 1.636 2.871h16.214a1.914 1.914 0 0 0 1.636 -2.87l-8.106 -13.536a1.914 1.914 0 0 0 -3.274 0',
    'M12 16h.01',
  ],
  note: ['M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0', 'M12 8h.01', 'M11 12h1v4h1'],
  skipped: [
    'M8.56 3.69a9 9 0 0 0 -2.92 1.95',
    'M3.69 8.56a9 9 0 0 0 -.69 3.44',
    'M3.69 15.44a9 9 0 0 0 1.95 2.92',
    'M8.56 20.31a9 9 0 0 0 3.44 .69',
    'M15.44 20.31a9 9 0 0 0 2.92 -1.95',
    'M20.31 15.44a9 9 0 0 0 .69 -3.44',
    'M20.31 8.56a9 9 0 0 0 -1.95 -2.92',
    'M15.44 3.69a9 9 0 0 0 -3.44 -.69',
  ],
} as const satisfies Readonly<Record<ListedState, readonly string[]>>

function icon(name: ListedState, size: '' | 'small' | 'big' = ''): SVGElement {
  const space = 'http://www.w3.org/2000/svg'
  const svg = document.createElementNS(space, 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  svg.setAttribute('class', `i i-${name} ${size}`)
  for (const d of icons[name]) {
    const path = document.createElementNS(space, 'path')
    path.setAttribute('d', d)
    svg.append(path)
  }
  return svg
}

const looks: Readonly<Record<Overall, { readonly look: string; readonly icon: ListedState }>> = {
  HOP_LE: { look: 'passed', icon: 'ok' },
  KHONG_HOP_LE: { look: 'wrong', icon: 'broken' },
  CHUA_DU_CO_SO: { look: 'warn', icon: 'undecided' },
}

export const chipOf = (overall: Overall, lang: Lang): HTMLElement => {
  const { look, icon: name } = looks[overall]
  const short = verdictOf({ overall, lines: [] }, lang).title.split(':')[0] ?? ''
  return h('span', { class: `chip ${look}` }, icon(name, 'small'), short)
}

function verdict(overall: Overall, lines: readonly CheckLine[], lang: Lang): HTMLElement {
  const { look, icon: name } = looks[overall]
  const { title, sub } = verdictOf({ overall, lines }, lang)
  return h('div', { class: `verdict ${look}` }, icon(name, 'big'), h('div', {}, h('strong', {}, title), h('span', {}, sub)))
}

/** @param id of the heading, for the list of results to point at. */
export function reportSheet(id: string, name: string, report: Report, lang: Lang, inBag: string | null): HTMLElement {
  const rows = checkRows(report.lines)
  const rehearsal = report.lines.find(({ code }) => code === 'REHEARSAL')
  return h(
    'section',
    { class: 'sheet', 'aria-labelledby': id },
    h('div', { class: 'shead' }, h('h2', { id, tabindex: '-1' }, name), inBag === null ? null : h('span', { class: 't2' }, inBag)),
    report.isSample ? h('p', { class: 'sample' }, rehearsal ? checkSentence(rehearsal, lang) : say(lang, 'sample')) : null,
    verdict(report.overall, report.lines, lang),
    h('ol', { class: 'ck' }, ...rows.map((row) => rowItem(row, lang))),
    facts(report, lang),
  )
}

function rowItem(row: CheckRow<CheckLine>, lang: Lang): HTMLElement {
  const details = h(
    'details',
    isOpen(row.state) ? { open: '' } : {},
    h(
      'summary',
      {},
      h('span', { class: 'no' }, String(row.no)),
      icon(row.state),
      h('span', { class: 'name' }, titleOf(row.no, lang)),
      h('span', { class: `res s-${row.state}` }, stateWords[row.state][lang]),
    ),
    h('ul', { class: 'lines' }, ...row.lines.map((line) => lineItem(line, lang))),
  )
  return h('li', { class: row.state, 'data-no': String(row.no), 'data-state': row.state }, details)
}

export function lineItem(line: CheckLine, lang: Lang): HTMLElement {
  const advice = checkAdvice[line.code]
  const subject = checkLead(line.subject, lang)
  const sentence = `${subject}${checkSentence(line, lang)}`
  if (line.state === 'ok' || advice === undefined) {
    return h('li', { class: `line ${line.state}` }, icon(line.state, 'small'), h('span', {}, sentence), code(line))
  }
  const pair = (word: 'seen' | 'means' | 'todo', text: string): readonly HTMLElement[] => [h('dt', {}, say(lang, word)), h('dd', {}, text)]
  return h(
    'li',
    { class: `line ${line.state}` },
    icon(line.state, 'small'),
    h('dl', {}, ...pair('seen', sentence), ...pair('means', advice.means[lang]), ...pair('todo', advice.todo[lang])),
    h('span', { class: 'end' }, h('span', { class: `res s-${line.state}` }, stateWords[line.state][lang]), code(line)),
  )
}

const code = (line: CheckLine): HTMLElement => h('code', {}, line.code)

function facts({ sha256, recordId, checkedAt }: Report, lang: Lang): HTMLElement {
  const pair = (name: string, value: string): readonly HTMLElement[] => [h('dt', {}, name), h('dd', {}, value)]
  return h(
    'dl',
    { class: 'file' },
    ...pair('SHA-256', grouped(sha256)),
    ...(recordId === null ? [] : pair(say(lang, 'record'), recordId)),
    ...pair(say(lang, 'checkedAt'), localTime(checkedAt)),
  )
}

/** As on paper (B6.1): groups of four, so that two people can read them to each other. */
export const grouped = (digest: string): string => digest.match(/.{4}/g)?.join(' ') ?? digest

function localTime(at: string): string {
  const date = new Date(at)
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${two(date.getDate())}/${two(date.getMonth() + 1)}/${date.getFullYear()}`
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`
}

export function bagSheet(id: string, name: string, { overall, lines, info }: BagReport, lang: Lang): HTMLElement {
  return h(
    'section',
    { class: 'sheet', 'aria-labelledby': id },
    h('div', { class: 'shead' }, h('h2', { id, tabindex: '-1' }, name), h('span', { class: 't2' }, say(lang, 'bag'))),
    bagVerdict(overall, lang),
    h('ul', { class: 'lines bag' }, ...lines.map((line) => lineItem(line, lang))),
    h('dl', { class: 'file' }, ...info.flatMap(([label, value]) => [h('dt', {}, label), h('dd', {}, value)])),
  )
}

function bagVerdict(overall: Overall, lang: Lang): HTMLElement {
  const { look, icon: named } = looks[overall]
  const { title } = verdictOf({ overall, lines: [] }, lang)
  return h('div', { class: `verdict ${look}` }, icon(named, 'big'), h('div', {}, h('strong', {}, title)))
}
