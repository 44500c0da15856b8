// One of the two seats of a big check. Its process may end at a hostile file: another takes the seat, the file is tried once more alone in its
// turn, and only one that ends a second process is told as the cause. The rest is checked as if nothing had happened.
import type { AtHand } from '../../records/at-hand.ts'
import { type CheckProcess, ProcessEnded } from './check-process.ts'
import { type CheckHands, type FileChecked, type Numbered, togetherAtHand, type WorkSetting } from './check-work.ts'
import type { CheckErrand, CheckTold } from './check-worker.ts'

/** Long enough for the slowest office PC, short enough for whoever waits. */
const patience = { begin: 60_000, file: 60_000, perTaken: 2_000, bag: 600_000 } as const
/** Who ends a process so often is the cause. */
const MOST_TRIES = 2

/** No process to be had: whoever wanted the check does it himself. */
export class NoProcess extends Error {
  override readonly name = 'NoProcess'
}

export type Patience = { readonly [K in keyof typeof patience]: number }

type Beginning = Extract<CheckErrand, { readonly setting: WorkSetting }>

export class CheckSeat {
  private readonly hire: () => CheckProcess
  private readonly beginning: Beginning
  private readonly hands: Pick<CheckHands, 'brokeOff'>
  private readonly patience: Patience
  private everybodys: AtHand | undefined
  private process: Promise<CheckProcess> | undefined
  /** Places of the files the process of now has read. */
  private readonly taken = new Set<number>()
  private readonly left = new WeakSet<CheckProcess>()
  private readonly tries = new Map<number, number>()
  private failedBegins = 0

  constructor(hire: () => CheckProcess, beginning: Beginning, hands: Pick<CheckHands, 'brokeOff'>, given: Patience = patience) {
    this.hire = hire
    this.beginning = beginning
    this.hands = hands
    this.patience = given
  }

  /** A file that ends the process is taken by nobody: its check will tell of it. */
  async take(files: readonly Numbered[]): Promise<AtHand> {
    if (files.length === 0) return togetherAtHand([])
    const told = await this.ask({ take: files }, this.patience.begin + files.length * this.patience.perTaken)
    if (!(told instanceof ProcessEnded)) {
      for (const [at] of files) this.taken.add(at)
      return told
    }
    if (files.length === 1) return togetherAtHand([])
    const half = files.length >> 1
    return togetherAtHand([await this.take(files.slice(0, half)), await this.take(files.slice(half))])
  }

  async hear(everybodys: AtHand): Promise<void> {
    this.everybodys = everybodys
    // One that ended meanwhile is told when another sits down.
    await this.ask({ everybodys }, this.patience.begin)
  }

  async check(file: Numbered): Promise<FileChecked> {
    const [at, input] = file
    const isPackage = input.name.toLowerCase().endsWith('.zip')
    for (;;) {
      const process = await this.sitting()
      const errand = this.taken.has(at) ? { file: at } : { file: at, input }
      const told = await this.askOf(process, errand, isPackage ? this.patience.bag : this.patience.file)
      if (!(told instanceof ProcessEnded)) return told
      if (!told.isCause) continue
      const tries = (this.tries.get(at) ?? 0) + 1
      this.tries.set(at, tries)
      if (tries >= MOST_TRIES) return this.hands.brokeOff(input.name, told.why)
    }
  }

  end(): void {
    this.process?.then(
      (process) => process.end(),
      () => undefined,
    )
    this.process = undefined
  }

  private sitting(): Promise<CheckProcess> {
    this.process ??= this.begin()
    return this.process
  }

  private async begin(): Promise<CheckProcess> {
    for (;;) {
      this.taken.clear()
      const process = this.hire()
      try {
        await process.ask(this.beginning, this.patience.begin)
        if (this.everybodys) await process.ask({ everybodys: this.everybodys }, this.patience.begin)
        this.failedBegins = 0
        return process
      } catch (error) {
        if (!(error instanceof ProcessEnded)) throw error
        if (++this.failedBegins >= MOST_TRIES) throw new NoProcess()
      }
    }
  }

  private async ask<E extends CheckErrand>(errand: E, patienceMs: number): Promise<CheckTold<E> | ProcessEnded> {
    return this.askOf(await this.sitting(), errand, patienceMs)
  }

  private async askOf<E extends CheckErrand>(process: CheckProcess, errand: E, patienceMs: number): Promise<CheckTold<E> | ProcessEnded> {
    try {
      return await process.ask(errand, patienceMs)
    } catch (error) {
      if (!(error instanceof ProcessEnded)) throw error
      this.leave(process)
      return error
    }
  }

  /** Several errands of one process fail at once: the next process is not sent away for them. */
  private leave(process: CheckProcess): void {
    if (this.left.has(process)) return
    this.left.add(process)
    this.process = undefined
  }
}
