// A real office in a temporary folder: keyed file, WAL, a clock the test moves; asked and ordered through the doorway only.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import type { Doorway } from '../../electron/doorway.ts'
import { type OpenOffice, openOffice } from '../../electron/services/office.ts'
import type { Answers, Done, Fault, Operator, Order, Question, Refusal, ShellAct } from '../../workflows/office.ts'

export const passphrase = 'mật khẩu thử'
/** log2 of scrypt's N for the data key: its cost in the product is proven in db. */
export const cheap = 12

const endings: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end()
})

export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tien-cu-office-'))
  endings.push(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export type Answered<T> =
  | { ok: true; value: T }
  | { ok: false; refusal: Refusal; fault?: undefined }
  | { ok: false; fault: Fault; refusal?: undefined }

/** The doorway with its types given back, and a clock that stands until it is moved. */
export type TestOffice = {
  readonly doorway: Doorway
  readonly dataDir: string
  readonly file: string
  readonly faults: unknown[]
  setClock(at: string): void
  dispatch(order: Order): Promise<Answered<Done>>
  act(act: ShellAct): Promise<Answered<Done>>
  ask<Q extends Question>(question: Q): Promise<Answered<Answers[Q['about']]>>
  close(): Promise<void>
}

export async function testOffice(at: string, dataDir = freshFolder()): Promise<TestOffice> {
  const office = await officeIn(dataDir, at)
  endings.push(office.close)
  return office
}

/** For a test file whose tests share one office: whoever opens it closes it. */
export async function officeIn(dataDir: string, at: string, more: Partial<OpenOffice> = {}): Promise<TestOffice> {
  let now = at
  const faults: unknown[] = []
  const noteFault = (error: unknown) => faults.push(error)
  const doorway = await openOffice({
    dataDir,
    clock: () => now,
    keyCost: cheap,
    appVersion: '0.0.0-test',
    shell: 'browser',
    noteFault,
    ...more,
  })
  const dispatch = (order: Order) => doorway.dispatch(order) as Promise<Answered<Done>>
  return {
    doorway,
    dataDir,
    file: join(dataDir, 'thu.tiencu'),
    faults,
    setClock(next) {
      now = next
    },
    dispatch,
    act: (act) => dispatch({ to: 'shell', act }),
    ask: (question) => doorway.ask(question) as never,
    close: doorway.close,
  }
}

/** The value, or a failure that says what was answered instead. */
export function value<T>(answer: Answered<T>): T {
  if (answer.ok) return answer.value
  throw new Error(`answered ${JSON.stringify(answer.refusal ?? answer.fault)}`)
}

export const organisation = { name: 'Sở Nội vụ tỉnh Mẫu', place: 'Tỉnh Mẫu', form: 'state', sign: 'SNV' } as const

export async function withFile(at: string, operators: readonly Operator[], dataDir?: string): Promise<TestOffice> {
  const office = await testOffice(at, dataDir)
  value(await office.act({ act: 'createFile', file: office.file, passphrase, organisation, operators: [...operators] }))
  return office
}
