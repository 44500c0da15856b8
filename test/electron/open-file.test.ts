// The open file at its lowest: what could not be read again is not written.
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { ArchiveFault } from '../../db/fault.ts'
import { readKeyFile } from '../../db/key-file.ts'
import { changeFilePassphrase } from '../../electron/services/change-passphrase.ts'
import { beginDesk, openFileOver } from '../../electron/services/open-file.ts'
import type { Services } from '../../electron/services/services.ts'
import { OperatorId } from '../../workflows/core/ids.ts'
import type { Operator } from '../../workflows/office.ts'
import { cheap, freshArchive, passphrase, reopened } from '../db/archive-fixture.ts'
import { organisation } from '../journeys/office.ts'

const at = '2026-11-23T08:30:00+07:00'
const by = OperatorId.parse('can-bo')
const operator: Operator = { operatorId: by, name: 'Cán bộ Mẫu', roles: ['hrOfficer'] }

test('a fact of another shape is refused before it is written, and the file opens again', () => {
  const { archive, file, key } = freshArchive()
  beginDesk(
    archive,
    [
      { type: 'officeOpened', origin: 'tien-cu.test/so', organisation, appVersion: '1' },
      { type: 'operatorAdded', operator },
    ],
    at,
    by,
  )
  const open = openFileOver(
    file,
    archive,
    () => at,
    () => undefined,
  )
  const checked = (sha256: string) =>
    open.recordDesk([{ type: 'verificationRun', subject: 'file', sha256, overall: 'CHUA_DU_CO_SO' }], { at, by })
  expect(() => checked('')).toThrow()
  expect(archive.head().size).toBe(2)
  expect(checked('0'.repeat(64))).toMatchObject({ ok: true })
  open.close()
  const again = reopened(file, key)
  expect(
    openFileOver(
      file,
      again,
      () => at,
      () => undefined,
    ).desk().state.version,
  ).toBe(3)
})

test('a passphrase whose change cannot be recorded is put back', () => {
  const { archive, file, key } = freshArchive()
  const services = { dataDir: dirname(file), keyCost: cheap } as Services
  const full = () => {
    throw new ArchiveFault('disk-full')
  }
  const open = { file, operator: () => operator, stamp: () => ({ ok: true, value: { at, by } }), recordDesk: full } as never
  const to = 'mật khẩu mới của phòng'
  expect(() => changeFilePassphrase(services, open, { act: 'changePassphrase', from: passphrase, to })).toThrow('disk-full')
  expect(readKeyFile(file, passphrase)).toEqual(Buffer.from(key))
  expect(() => readKeyFile(file, to)).toThrow('wrong-passphrase')
  archive.close()
})
