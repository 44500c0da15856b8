// The office behind the doorway: parses what comes, keeps orders one after another, answers. Plain Node: both shells and the command line use it.
import { AsyncLocalStorage } from 'node:async_hooks'
import { mkdirSync } from 'node:fs'
import { CorruptLog } from '../../workflows/core/replay.ts'
import { ok, type Result, refuse } from '../../workflows/core/result.ts'
import { type Change, type Done, Order, Question, type Refusal } from '../../workflows/office.ts'
import { refusedInRehearsals } from '../../workflows/rehearsal/decided.ts'
import type { HallView } from '../../workflows/room/hall-view.ts'
import type { Doorway } from '../doorway.ts'
import { forkHelper, type StartHelper } from '../helper.ts'
import { type Assets, findAssets } from '../places.ts'
import { appVersion } from './app-version.ts'
import { answerQuestion } from './ask.ts'
import { type Clock, systemClock } from './clock.ts'
import { orderDesk } from './desk-orders.ts'
import { recordOrder, viewOf } from './dispatch.ts'
import { mustBeDrawable } from './drawable.ts'
import { startDrawing } from './drawing.ts'
import { answerTo, unreadable } from './faults.ts'
import { drawOwed } from './issue-papers.ts'
import { longWorks } from './long-work.ts'
import { noticeBoard } from './notices.ts'
import type { OpenFile } from './open-file.ts'
import { noteAppointment } from './planning-effects.ts'
import { orderPlanning } from './planning-orders.ts'
import { orderRegistry } from './registry-orders.ts'
import { hallNow } from './room.ts'
import { startRosters } from './roster.ts'
import type { Services } from './services.ts'
import { sessionView } from './session-view.ts'
import { doShellAct } from './shell-acts.ts'
import { turns } from './turns.ts'

export type OpenOffice = {
  /** Folder of this user's data; made when missing. */
  readonly dataDir: string
  /** The system clock in Vietnamese time unless a test brings its own. */
  readonly clock?: Clock
  readonly assets?: Assets
  readonly appVersion?: string
  readonly shell?: 'electron' | 'browser'
  readonly keyCost?: number
  /** Work that lasts is told of after so many milliseconds, and as often; lowered only by tests. */
  readonly workNewsMs?: number
  /** Whether files opened are remembered for the next start; the command line's are not. */
  readonly remembers?: boolean
  /** How a process beside this one is started; a forked Node unless the shell brings its own. */
  readonly startHelper?: StartHelper
  /** Told of faults that do not spoil the reply: a paper that could not be drawn stays owed. */
  readonly noteFault?: (error: unknown) => void
}

export async function openOffice(options: OpenOffice): Promise<Doorway> {
  mkdirSync(options.dataDir, { recursive: true })
  const listeners = new Set<(change: unknown, from: object | undefined) => void>()
  /** Whose call is being answered: what it changes is news to the other windows. */
  const caller = new AsyncLocalStorage<object | undefined>()
  const hallListeners = new Set<(view: unknown) => void>()
  let hallSaid = 'null'
  const assets = options.assets ?? findAssets()
  const tell = (change: Change): void => {
    for (const listener of listeners) listener(change, caller.getStore())
  }
  const { order: inTurn, question: beside, alone } = turns()
  const services: Services = {
    alone,
    clock: options.clock ?? systemClock,
    dataDir: options.dataDir,
    assets,
    drawing: startDrawing(assets),
    rosters: startRosters(),
    works: longWorks((work) => tell({ stream: 'work', version: 0, work }), options.workNewsMs),
    notices: noticeBoard(options.clock ?? systemClock, (notice) => tell({ stream: 'notice', version: 0, notice })),
    appVersion: options.appVersion ?? appVersion(),
    shell: options.shell ?? (process.versions.electron === undefined ? 'browser' : 'electron'),
    tell,
    remembers: options.remembers ?? true,
    hall: { caseId: null, isCovered: false },
    startHelper: options.startHelper ?? forkHelper,
    noteFault: options.noteFault ?? (() => undefined),
    ...(options.keyCost !== undefined && { keyCost: options.keyCost }),
  }
  let open: OpenFile | null = null
  /** The records, while their rehearsals are open in their place. */
  let aside: OpenFile | null = null
  /** Set by a log that could not be replayed: nothing is written to this file any more. */
  let corrupt: CorruptLog | null = null

  function change(next: OpenFile | null): void {
    if (open !== next) leave()
    services.rosters.stop()
    services.notices.clear()
    open = next
    corrupt = null
    services.hall.caseId = null
  }

  /** The hall is told after every order, and only when there is something new: it never asks. */
  function tellHall(): void {
    if (hallListeners.size === 0) return
    let view: HallView | null = null
    try {
      view = hallNow(services, corrupt ? null : open)
    } catch (error) {
      services.noteFault(error) // the hall goes dark rather than show what it should not
    }
    const said = JSON.stringify(view)
    if (said === hallSaid) return
    hallSaid = said
    for (const listener of hallListeners) listener(view)
  }

  /** Closing writes the rows of the list that wait; into a log that cannot be replayed nothing is written any more. */
  function leave(): void {
    leaveOne()
    aside?.close()
    aside = null
  }

  function leaveOne(): void {
    if (corrupt) open?.archive.close()
    else open?.close()
  }

  const rehearsals = {
    enter(next: OpenFile): OpenFile {
      open?.sitting.end()
      aside = open
      open = next
      return next
    },
    leave(): OpenFile | null {
      if (aside === null) return null
      leaveOne()
      open = aside
      aside = null
      corrupt = null
      return open
    },
  }

  async function answered<T>(work: () => Promise<Result<T, Refusal>>) {
    try {
      return await work()
    } catch (error) {
      if (error instanceof CorruptLog) corrupt = error
      return answerTo(error, services.clock())
    }
  }

  async function obey(order: Order): Promise<Result<Done, Refusal>> {
    const refused = open?.keeps === 'rehearsals' ? refusedInRehearsals(order) : null
    if (refused) return refused
    if (order.to === 'shell') return doShellAct({ services, change, mustWrite, rehearsals }, order.act)
    const file = mustWrite()
    if (!file.ok) return file
    if (order.to === 'office') {
      const done = orderDesk(file.value, order.seen, order.command)
      return done.ok ? ok({ session: sessionView(services, file.value) }) : done
    }
    if (order.to === 'registry') {
      const done = orderRegistry(file.value, order.command)
      return done.ok ? ok({ registry: done.value }) : done
    }
    if (order.to === 'planning') {
      const done = orderPlanning(file.value, order)
      return done.ok ? ok({}) : done
    }
    const drawable = mustBeDrawable(services.assets, order.command)
    if (!drawable.ok) return drawable
    const done = recordOrder(file.value, order)
    if (!done.ok) return done
    if (order.command.type === 'makeEffective') noteAppointment(file.value, done.value)
    const drawn = await drawOwed(services, file.value, order.caseId)
    return ok({ case: viewOf(file.value, drawn.live), owed: drawn.owed })
  }

  function mustWrite(): Result<OpenFile, Refusal> {
    if (corrupt) throw corrupt
    return open === null ? refuse({ code: 'no-file-open' }) : ok(open)
  }

  return {
    dispatch: (raw, from) =>
      caller.run(from, async () => {
        const order = Order.safeParse(raw)
        if (!order.success) return unreadable(order.error)
        return inTurn(async () => {
          const reply = await answered(() => obey(order.data))
          tellHall()
          return reply
        })
      }),
    ask: (raw, from) =>
      caller.run(from, async () => {
        const question = Question.safeParse(raw)
        if (!question.success) return unreadable(question.error)
        const answer = () => answered(() => answerQuestion(services, open, question.data))
        // Whoever wants to stop a recording does not wait for it.
        return question.data.about === 'stopWork' ? answer() : beside(answer)
      }),
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onHall(listener) {
      hallListeners.add(listener)
      return () => hallListeners.delete(listener)
    },
    hallClosed() {
      services.hall.caseId = null
      hallSaid = 'null'
      services.tell({ stream: 'hall', version: 0 })
    },
    close() {
      services.works.stopAll()
      return inTurn(async () => {
        change(null)
        await services.drawing.close()
      })
    },
  }
}
