// A data file of made-up people, planning and cases for whoever opens the app for the first time: played through the law itself, marked as sample from its name on.
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { writeDurably } from '../../db/durable-file.ts'
import { keyFileOf } from '../../db/key-file.ts'
import { openArchive } from '../../db/open.ts'
import { CaseId } from '../../workflows/core/ids.ts'
import type { Result } from '../../workflows/core/result.ts'
import type { Refusal } from '../../workflows/office.ts'
import { desks } from '../../workflows/sample/department.ts'
import { type ProvinceAct, sampleProvince } from '../../workflows/sample/province.ts'
import { vietnamTime } from './clock.ts'
import { recordOrder } from './dispatch.ts'
import { OfficeFault } from './faults.ts'
import { beginDesk, type OpenFile, openFileOver } from './open-file.ts'
import { noteAppointment } from './planning-effects.ts'
import { orderPlanning } from './planning-orders.ts'
import { fileEnding } from './recent-files.ts'
import { orderRegistry } from './registry-orders.ts'
import type { Services } from './services.ts'

/** Public, like everything in the sample: there is nothing to protect, and the file is encrypted as every file is. */
const passphrase = 'du-lieu-mau'
/** Cheap to unwrap for the same reason. */
const cost = 12

export const provinceFileOf = (dataDir: string): string => join(dataDir, `tinh-mau${fileEnding}`)

export const isProvince = (dataDir: string, file: string): boolean => file === provinceFileOf(dataDir)

/** Opens the sample, making it at the first time or anew when `afresh`. Somebody of the personnel desk is at work in it. */
export function openProvince(services: Services, afresh: boolean): OpenFile {
  const file = provinceFileOf(services.dataDir)
  const isWhole = !afresh && existsSync(file) && existsSync(keyFileOf(file)) && !existsSync(markOf(file))
  if (!isWhole) for (const old of [file, `${file}-wal`, `${file}-journal`, `${file}-shm`, keyFileOf(file)]) rmSync(old, { force: true })
  const open = isWhole ? reopened(services, file) : made(services, file)
  open.startWork(desks.hr)
  const stamp = open.stamp()
  if (stamp.ok) open.recordDesk([{ type: 'workStarted', operatorId: desks.hr }], stamp.value)
  return open
}

/** Stands beside a file that is not whole yet: a sample whose making was cut short is made anew. */
const markOf = (file: string): string => `${file}.dang-tao`

function reopened(services: Services, file: string): OpenFile {
  const archive = openArchive({ file, passphrase, migrations: services.assets.migrations })
  let lastAt = ''
  const open = openFileOver(file, archive, () => notBefore(services.clock(), lastAt), services.tell)
  lastAt = open.lastAt()
  return open
}

function made(services: Services, file: string): OpenFile {
  const { organisation, operators, acts } = sampleProvince()
  writeDurably(markOf(file), Buffer.from('tien-cu\n'))
  const archive = openArchive({ file, passphrase, cost, create: { origin: 'tien-cu/tinh-mau' }, migrations: services.assets.migrations })
  try {
    let now = acts[0]?.at ?? services.clock()
    beginDesk(
      archive,
      [
        { type: 'officeOpened', origin: archive.origin, organisation, appVersion: services.appVersion },
        ...operators.map((operator) => ({ type: 'operatorAdded', operator }) as const),
      ],
      now,
      desks.hr,
    )
    let isMade = false
    const clock = () => (isMade ? notBefore(services.clock(), now) : now)
    // Hundreds of acts nobody asked for: no window need hear of them.
    const open = openFileOver(file, archive, clock, (change) => {
      if (isMade) services.tell(change)
    })
    for (const act of acts) {
      now = act.at
      open.startWork(act.by)
      const done = recordAct(open, act)
      if (!done.ok) throw new OfficeFault('sample-refused', done.refusal.code)
    }
    isMade = true
    rmSync(markOf(file), { force: true })
    return open
  } catch (error) {
    archive.close()
    throw error
  }
}

/** As an order of its kind is recorded when somebody gives it. */
function recordAct(open: OpenFile, act: ProvinceAct): Result<unknown, Refusal> {
  if ('registry' in act) return orderRegistry(open, act.registry)
  if ('planning' in act) return orderPlanning(open, { to: 'planning', seen: open.planning().version, command: act.planning })
  const caseId = CaseId.parse(act.caseId)
  const done = recordOrder(open, { caseId, seen: open.cases.get(caseId)?.state.version ?? 0, command: act.command })
  if (done.ok && act.command.type === 'makeEffective') noteAppointment(open, done.value)
  return done
}

/** The cases of the sample have days of their own: the clock never stands before them. */
const notBefore = (wall: string, lastAt: string): string =>
  lastAt === '' || Date.parse(wall) > Date.parse(lastAt) ? wall : vietnamTime(new Date(Date.parse(lastAt) + 60_000))
