// A data file of made-up cases for whoever opens the app for the first time: played through the law itself, marked as sample from its name on.
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { writeDurably } from '../../db/durable-file.ts'
import { keyFileOf } from '../../db/key-file.ts'
import { openArchive } from '../../db/open.ts'
import { CaseId } from '../../workflows/core/ids.ts'
import { desks } from '../../workflows/sample/department.ts'
import { sampleProvince } from '../../workflows/sample/province.ts'
import { vietnamTime } from './clock.ts'
import { recordOrder } from './dispatch.ts'
import { OfficeFault } from './faults.ts'
import { beginDesk, type OpenFile, openFileOver } from './open-file.ts'
import { fileEnding } from './recent-files.ts'
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
    for (const { caseId, at, by, command } of acts) {
      now = at
      open.startWork(by)
      const id = CaseId.parse(caseId)
      const done = recordOrder(open, { caseId: id, seen: open.cases.get(id)?.state.version ?? 0, command })
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

/** The cases of the sample have days of their own: the clock never stands before them. */
const notBefore = (wall: string, lastAt: string): string =>
  lastAt === '' || Date.parse(wall) > Date.parse(lastAt) ? wall : vietnamTime(new Date(Date.parse(lastAt) + 60_000))
