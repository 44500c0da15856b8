// Rehearsals: a data file of their own beside the records. Its passphrase is random and kept in the file of records, so that whoever may
// open these may open those; its clock never stands before its last act, so that a whole procedure can be played in one afternoon.
import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { sha256Hex } from '../../db/hashing.ts'
import { keyFileOf } from '../../db/key-file.ts'
import { openArchive } from '../../db/open.ts'
import { CaseId } from '../../workflows/core/ids.ts'
import { type LiveCase, whereIs } from '../../workflows/core/replay.ts'
import { ok, type Result, refuse } from '../../workflows/core/result.ts'
import { findOperator } from '../../workflows/desk/state.ts'
import type { Done, Refusal } from '../../workflows/office.ts'
import { decide } from '../../workflows/procedure/decide.ts'
import { currentConference } from '../../workflows/procedure/state.ts'
import type { PractiseUntil } from '../../workflows/rehearsal/acts.ts'
import { practisedName, rehearsalOf } from '../../workflows/rehearsal/copy.ts'
import { nextPractice } from '../../workflows/rehearsal/practise.ts'
import { type Department, department, desks, operatorsOf } from '../../workflows/sample/department.ts'
import { draws } from '../../workflows/sample/draws.ts'
import { vietnamTime } from './clock.ts'
import { viewOf } from './dispatch.ts'
import { drawOwed } from './issue-papers.ts'
import { beginDesk, type OpenFile, openFileOver } from './open-file.ts'
import { fileEnding } from './recent-files.ts'
import type { Services } from './services.ts'
import { sessionView } from './session-view.ts'

const draftKey = 'rehearsal-passphrase'
const mark = '.dien-tap'

export const rehearsalFileOf = (file: string): string =>
  file.endsWith(fileEnding) ? `${file.slice(0, -fileEnding.length)}${mark}${fileEnding}` : `${file}${mark}`

/** The same made-up people for every rehearsal: nobody of them is real. */
const practicePeople = (): Department => department(draws(7))

/** Opens the rehearsals of this file, making them at the first time. A rehearsal whose passphrase is lost is made anew: nothing in it counts. */
export function openRehearsals(services: Services, records: OpenFile): OpenFile {
  const file = rehearsalFileOf(records.file)
  const known = records.archive.drafts.get(draftKey)?.value
  if (known === undefined)
    for (const old of [file, `${file}-wal`, `${file}-journal`, `${file}-shm`, keyFileOf(file)]) rmSync(old, { force: true })
  const passphrase = known ?? randomBytes(24).toString('base64url')
  const isNew = !existsSync(file)
  records.archive.drafts.put({ key: draftKey, value: passphrase, updated: services.clock() })
  const { keyCost: cost, assets } = services
  const { organisation, origin } = records.desk().state.opened
  const archive = openArchive({
    file,
    passphrase,
    migrations: assets.migrations,
    ...(isNew && { create: { origin: `${origin}-dien-tap` } }),
    ...(cost !== undefined && { cost }),
  })
  try {
    if (isNew) {
      const operators = operatorsOf(practicePeople())
      beginDesk(
        archive,
        [
          {
            type: 'officeOpened',
            origin: `${origin}-dien-tap`,
            organisation: { ...organisation, name: practisedName(organisation.name) },
            appVersion: services.appVersion,
            rehearsal: true,
          },
          ...operators.map((operator) => ({ type: 'operatorAdded', operator }) as const),
        ],
        services.clock(),
        desks.hr,
      )
    }
    let lastAt = ''
    const open = openFileOver(file, archive, () => practiceNow(services.clock(), lastAt), services.tell)
    lastAt = open.lastAt()
    return {
      ...open,
      // Each act moves the practice clock on.
      recordCase(...given) {
        const done = open.recordCase(...given)
        lastAt = open.lastAt()
        return done
      },
      recordDesk(...given) {
        const done = open.recordDesk(...given)
        lastAt = open.lastAt()
        return done
      },
    }
  } catch (error) {
    archive.close()
    throw error
  }
}

/** A minute after the last act where the clock on the wall has not come so far. */
function practiceNow(wall: string, lastAt: string): string {
  if (lastAt === '' || Date.parse(wall) > Date.parse(lastAt)) return wall
  return vietnamTime(new Date(Date.parse(lastAt) + 60_000))
}

/** Somebody sits down at the desk, so that one can begin at once. */
export function sitDown(open: OpenFile): void {
  const first = findOperator(open.desk().state, desks.hr)
  if (open.operator() !== undefined || first === undefined) return
  open.startWork(first.operatorId)
  const stamp = open.stamp()
  if (stamp.ok) open.recordDesk([{ type: 'workStarted', operatorId: first.operatorId }], stamp.value)
}

/** Opens a fresh rehearsal of a case of the records. */
export async function rehearseCase(
  services: Services,
  records: OpenFile,
  caseId: CaseId,
  rehearsals: () => OpenFile,
): Promise<Result<Done, Refusal>> {
  const live = records.cases.get(caseId)
  if (live === null) return refuse({ code: 'case-unknown', caseId })
  const { organisation } = records.desk().state.opened
  const command = rehearsalOf(live.state, { ...organisation, name: practisedName(organisation.name) })
  if (!command.ok) return command
  const open = rehearsals()
  sitDown(open)
  const stamp = open.stamp()
  if (!stamp.ok) return stamp
  // The rulebook of a case begun long ago binds its rehearsal too: `openCase` judges by its day, not by today's.
  const decided = decide(null, command.value, stamp.value, { sha256Hex, holidays: open.holidays(null) })
  if (!decided.ok) return decided
  const made = open.recordCase(null, CaseId.parse(randomUUID()), decided.value, stamp.value)
  return made.ok ? ok({ session: sessionView(services, open), case: viewOf(open, made.value) }) : made
}

/** No road is longer: more acts than that would be a circle. */
const mostActs = 400

export async function practise(services: Services, open: OpenFile, caseId: CaseId, until: PractiseUntil): Promise<Result<Done, Refusal>> {
  if (open.keeps !== 'rehearsals') return refuse({ code: 'practice-in-rehearsals-only' })
  const first = open.cases.get(caseId)
  if (first === null) return refuse({ code: 'case-unknown', caseId })
  const before = open.operator()
  const { operators } = open.desk().state
  const people = practicePeople()
  let live: LiveCase = first
  const began = placeOf(first)
  let acts = 0
  try {
    for (; acts < mostActs && (acts === 0 || until === 'end' || (until === 'stage' && placeOf(live) === began)); acts++) {
      const now = open.stampAsIs()
      if (!now.ok) return now
      const next = nextPractice(live, { now: now.value.at, department: people, operators, candidates: 3 })
      if (next === null) break
      open.startWork(next.by)
      const stamp = open.stamp()
      if (!stamp.ok) return stamp
      const decided = decide(live, next.command, stamp.value, { sha256Hex, holidays: open.holidays(live) })
      if (!decided.ok) return acts === 0 ? decided : stopped(decided.refusal)
      const done = open.recordCase(live, caseId, decided.value, stamp.value)
      if (!done.ok) return done
      live = done.value
    }
  } finally {
    if (before !== undefined) open.startWork(before.operatorId)
  }
  if (acts === 0) return refuse({ code: 'nothing-to-practise' })
  const drawn = await drawOwed(services, open, caseId)
  return ok({ case: viewOf(open, drawn.live), owed: drawn.owed, session: sessionView(services, open) })
}

const stopped = (refusal: Refusal): Result<Done, Refusal> => refuse({ ...refusal })

/** The step a case stands in; a meeting under way and one over are two places. */
function placeOf(live: LiveCase): string {
  const { status } = whereIs(live)
  return `${status} ${currentConference(live.state)?.phase === 'closed'}`
}
