// The one-file checker (`kiem-tra.html`): drop records or a package, read the same nine checks, by the same code and the same law. No network.
import './no-eval.ts'
import { atHandAmong } from '../at-hand.ts'
import { type CheckOptions, startChecks } from '../check.ts'
import { type BagReport, checkBag } from '../check-bag.ts'
import { judgeRecord, ruleOfRecord } from '../law.ts'
import { startsWith } from '../pdf/bytes.ts'
import { checkPolicy } from '../policy.ts'
import type { Overall, Report } from '../report.ts'
import { isZip } from '../zip.ts'
import { type PageTrust, type Root, readPageTrust, readTrustFile, rootOf } from './trust.ts'
import { bagSheet, chipOf, grouped, h, reportSheet } from './view.ts'
import { type Lang, say, type Word } from './words.ts'

type Loaded = { readonly name: string; readonly bytes: Uint8Array }
type Message = { readonly word: Word; readonly numbers: Readonly<Record<string, string | number>> }
type Result =
  | { readonly kind: 'record'; readonly name: string; readonly report: Report; readonly bag: string | null }
  | { readonly kind: 'bag'; readonly name: string; readonly bag: BagReport }

const place = (id: string): HTMLElement => {
  const found = document.getElementById(id)
  if (found === null) throw new Error(`no #${id}`)
  return found
}

let lang: Lang = 'vi'
let trust: PageTrust
let files: readonly Loaded[] = []
let messages: readonly Message[] = []
let results: readonly Result[] = []
/** Only the newest run may write: files dropped meanwhile start another. */
let run = 0

async function start(): Promise<void> {
  trust = await readPageTrust(place('office-trust').textContent ?? 'null')
  place('vi').addEventListener('click', () => speak('vi'))
  place('en').addEventListener('click', () => speak('en'))
  place('print').addEventListener('click', () => window.print())
  place('clear').addEventListener('click', clear)
  const input = place('files') as HTMLInputElement
  input.addEventListener('change', () => {
    void take([...(input.files ?? [])])
    input.value = ''
  })
  // Anywhere on the page, so that a file dropped beside the place does not lead away from it.
  document.addEventListener('dragover', (event) => event.preventDefault())
  document.addEventListener('drop', (event) => {
    event.preventDefault()
    void take([...(event.dataTransfer?.files ?? [])])
  })
  window.addEventListener('beforeprint', () => unfold(true))
  window.addEventListener('afterprint', () => unfold(false))
  speak('vi')
}

/** What this browser lacks, or null: said plainly instead of failing at the first file. */
const lacks = (): Word | null =>
  globalThis.crypto?.subtle === undefined ? 'noCrypto' : typeof DecompressionStream === 'undefined' ? 'noStreams' : null

/** On paper every check is open. */
function unfold(isPrinting: boolean): void {
  for (const details of document.querySelectorAll('details')) {
    if (isPrinting && !details.open) details.dataset.folded = ''
    if (isPrinting) details.open = true
    else if (details.dataset.folded !== undefined) details.open = false
    if (!isPrinting) delete details.dataset.folded
  }
}

async function take(dropped: readonly File[]): Promise<void> {
  const news: Message[] = []
  const loaded: Loaded[] = []
  for (const file of dropped) {
    const name = file.name.normalize('NFC')
    const most = isZipName(name) ? checkPolicy.bagBytes.value : checkPolicy.fileBytes.value
    // Its size is known without reading it: a file of half a gigabyte never enters the page.
    if (file.size > most) {
      news.push({ word: 'tooBig', numbers: { name, megabytes: megabytes(file.size), most: megabytes(most) } })
      continue
    }
    const bytes = await bytesOf(file)
    if (bytes === null) news.push({ word: 'unreadable', numbers: { name } })
    else if (!(await takeTrust(name, bytes, news))) loaded.push({ name, bytes })
  }
  files = [...files, ...loaded]
  messages = [...messages, ...news]
  await checkAll()
}

const isZipName = (name: string): boolean => name.toLowerCase().endsWith('.zip')
const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024)

async function bytesOf(file: File): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    return null
  }
}

/** True when the file was a certificate or a revocation list: it is then no record to check. */
async function takeTrust(name: string, bytes: Uint8Array, news: Message[]): Promise<boolean> {
  const found = readTrustFile(bytes)
  if (found === null) return false
  const roots: Root[] = []
  for (const der of found.certificates) {
    const root = await rootOf(der, 'given')
    if (root === null) news.push({ word: 'notTrustFile', numbers: { name } })
    else if (![...trust.roots, ...roots].some(({ sha256 }) => sha256 === root.sha256)) roots.push(root)
  }
  trust = { ...trust, roots: [...trust.roots, ...roots], crls: [...trust.crls, ...found.crls] }
  news.push({ word: 'trustFile', numbers: { name, roots: roots.length, lists: found.crls.length } })
  return true
}

async function checkAll(): Promise<void> {
  const own = ++run
  results = []
  const made: Result[] = []
  const options = await optionsNow()
  for (const [i, { name, bytes }] of files.entries()) {
    place('status').textContent = say(lang, 'busy', { name, at: i + 1, count: files.length })
    await painted()
    try {
      made.push(...(await resultsOf(name, bytes, options)))
    } catch (error) {
      messages = [...messages, { word: 'fault', numbers: { name, detail: error instanceof Error ? error.message : String(error) } }]
    }
    if (own !== run) return
  }
  results = made
  show()
  document.getElementById(results.length < 2 ? 'file-0' : 'results-title')?.focus()
}

const painted = (): Promise<void> => new Promise((done) => setTimeout(done))

async function optionsNow(): Promise<CheckOptions> {
  const pdfs = files.filter(({ bytes }) => startsWith(bytes, '%PDF-', 0))
  return {
    roots: trust.roots.filter(({ from }) => from === 'office').map(({ der }) => der),
    givenRoots: trust.roots.filter(({ from }) => from === 'given').map(({ der, isCompared }) => ({ der, isCompared })),
    sampleRoots: trust.sampleRoots,
    crls: trust.crls,
    ...(trust.listedAt === null ? {} : { trustListedAt: Date.parse(trust.listedAt) }),
    judge: judgeRecord,
    ruleOf: ruleOfRecord,
    now: Date.now(),
    ...(await atHandAmong(pdfs)),
  }
}

async function resultsOf(name: string, bytes: Uint8Array, options: CheckOptions): Promise<readonly Result[]> {
  if (!isZip(bytes)) return [{ kind: 'record', name, report: await startChecks(options).check(bytes), bag: null }]
  const bag = await checkBag(bytes, options)
  const inside = bag.records.map((one) => ({ kind: 'record', name: one.name, report: one.report, bag: name }) as const)
  return [{ kind: 'bag', name, bag }, ...inside]
}

function clear(): void {
  run++
  files = []
  messages = []
  results = []
  show()
  place('files').focus()
}

function speak(next: Lang): void {
  lang = next
  document.documentElement.lang = next
  document.title = `${say(lang, 'title')} · Tiến Cử`
  for (const one of ['vi', 'en'] as const) place(one).setAttribute('aria-pressed', String(one === next))
  place('languages').setAttribute('aria-label', say(lang, 'language'))
  for (const word of ['title', 'lead', 'choose', 'also', 'print', 'clear'] as const) place(`word-${word}`).textContent = say(lang, word)
  show()
}

function show(): void {
  const lack = lacks()
  const input = place('files') as HTMLInputElement
  input.disabled = lack !== null
  const said = [...(lack === null ? [] : [{ word: lack, numbers: {} }]), ...messages]
  place('messages').replaceChildren(...said.map(({ word, numbers }) => h('p', {}, say(lang, word, numbers))))
  place('trust').replaceChildren(trustSheet())
  place('status').textContent = results.length === 0 ? '' : say(lang, 'done', { count: files.length })
  const sheets = results.map((result, i) => sheetOf(result, `file-${i}`))
  place('results').replaceChildren(...(results.length < 2 ? [] : [contents()]), ...sheets)
  for (const id of ['print', 'clear']) place(id).hidden = results.length === 0 && messages.length === 0
}

const sheetOf = (result: Result, id: string): HTMLElement =>
  result.kind === 'bag'
    ? bagSheet(id, result.name, result.bag, lang)
    : reportSheet(id, result.name, result.report, lang, result.bag === null ? null : say(lang, 'inBag', { name: result.bag }))

function contents(): HTMLElement {
  const overall = (result: Result): Overall => (result.kind === 'bag' ? result.bag.overall : result.report.overall)
  const items = results.map((result, i) => h('li', {}, h('a', { href: `#file-${i}` }, result.name), chipOf(overall(result), lang)))
  const title = h('h2', { id: 'results-title', tabindex: '-1' }, say(lang, 'results'))
  return h(
    'nav',
    { class: 'sheet', 'aria-labelledby': 'results-title' },
    h('div', { class: 'shead' }, title),
    h('ol', { class: 'contents' }, ...items),
  )
}

function trustSheet(): HTMLElement {
  const roots = trust.roots.map(rootItem)
  const body = roots.length === 0 ? [h('p', { class: 'pad' }, say(lang, 'trustNone'))] : [h('ul', { class: 'roots' }, ...roots)]
  return h(
    'section',
    { class: 'sheet', 'aria-labelledby': 'trust-title' },
    h('div', { class: 'shead' }, h('h2', { id: 'trust-title' }, say(lang, 'trust'))),
    ...body,
    h('p', { class: 'pad t2' }, say(lang, 'trustWarning')),
  )
}

function rootItem(root: Root): HTMLElement {
  const day = trust.listedAt?.replace(/^(\d{4})-(\d\d)-(\d\d).*$/, '$3/$2/$1') ?? ''
  const said = trust.office === '' ? 'fromPage' : 'fromOffice'
  const from = root.from === 'office' ? say(lang, said, { office: trust.office, at: day }) : say(lang, 'fromGiven')
  return h(
    'li',
    { class: root.from },
    h('strong', {}, root.name),
    h('span', { class: 'hash' }, `SHA-256 ${grouped(root.sha256)}`),
    h('span', { class: 't2' }, from),
    root.from === 'office' ? null : comparedBox(root),
  )
}

function comparedBox(root: Root): HTMLElement {
  const box = h('input', { type: 'checkbox' }) as HTMLInputElement
  box.checked = root.isCompared
  box.addEventListener('change', () => {
    const isCompared = box.checked
    trust = { ...trust, roots: trust.roots.map((one) => (one.sha256 === root.sha256 ? { ...one, isCompared } : one)) }
    void checkAll()
  })
  return h('label', {}, box, ` ${say(lang, 'compared')}`)
}

void start()
