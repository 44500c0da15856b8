// Making, opening and leaving a data file.
import { randomBytes } from 'node:crypto'
import { dirname, resolve } from 'node:path'
import type { Archive } from '../../db/archive.ts'
import { openArchive } from '../../db/open.ts'
import { slugOf } from '../../workflows/core/folded-text.ts'
import { ok, type Result, refuse } from '../../workflows/core/result.ts'
import type { DeskFact } from '../../workflows/desk/facts.ts'
import type { Operator, Refusal, ShellAct } from '../../workflows/office.ts'
import { makeFolder } from './folders.ts'
import { beginDesk, type OpenFile, openFileOver } from './open-file.ts'
import { rememberFile } from './recent-files.ts'
import type { Services } from './services.ts'
import { sittingIdleMinutes } from './sitting.ts'

type Act<A extends ShellAct['act']> = Extract<ShellAct, { act: A }>

export function createFile(
  services: Services,
  { file, passphrase, organisation, operators }: Act<'createFile'>,
): Result<OpenFile, Refusal> {
  const twice = twiceNamed(operators)
  if (twice !== undefined) return refuse({ code: 'operator-exists', operatorId: twice })
  const [first] = operators
  if (first === undefined) return refuse({ code: 'no-operators' })
  const path = resolve(file)
  makeFolder(dirname(path))
  const origin = originOf(organisation.sign)
  const { keyCost: cost, assets, clock, appVersion } = services
  const archive = openArchive({
    file: path,
    passphrase,
    create: { origin },
    migrations: assets.migrations,
    ...(cost !== undefined && { cost }),
  })
  const facts: readonly DeskFact[] = [
    { type: 'officeOpened', origin, organisation, appVersion },
    ...operators.map((operator) => ({ type: 'operatorAdded', operator }) as const),
  ]
  return ok(
    closedOnFault(archive, () => {
      beginDesk(archive, facts, clock(), first.operatorId)
      return opened(services, path, archive)
    }),
  )
}

export function openFile(services: Services, { file, passphrase }: Act<'openFile'>): OpenFile {
  const path = resolve(file)
  const archive = openArchive({ file: path, passphrase, migrations: services.assets.migrations })
  return closedOnFault(archive, () => opened(services, path, archive))
}

function opened(services: Services, path: string, archive: Archive): OpenFile {
  const open = openFileOver(path, archive, services.clock, services.tell, () =>
    services.notices.say({ code: 'sitting-over', minutes: sittingIdleMinutes }),
  )
  if (services.remembers) rememberFile(services.dataDir, path)
  return open
}

/** A half-opened file must not stay locked. */
function closedOnFault<T>(archive: Archive, work: () => T): T {
  try {
    return work()
  } catch (error) {
    archive.close()
    throw error
  }
}

const twiceNamed = (operators: readonly Operator[]): string | undefined =>
  operators.find(({ operatorId }, index) => operators.findIndex((one) => one.operatorId === operatorId) !== index)?.operatorId

/** The name of the log: ASCII (tlog-checkpoint), telling the organization, and no other log's. */
function originOf(sign: string): string {
  return `tien-cu/${slugOf(sign) || 'so'}-${randomBytes(6).toString('hex')}`
}
