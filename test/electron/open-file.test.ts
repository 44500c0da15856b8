// The open file at its lowest: what could not be read again is not written.
import { expect, test } from 'vitest'
import { beginDesk, openFileOver } from '../../electron/services/open-file.ts'
import { OperatorId } from '../../workflows/core/ids.ts'
import { freshArchive, reopened } from '../db/archive-fixture.ts'
import { organisation } from '../journeys/office.ts'

const at = '2026-11-23T08:30:00+07:00'
const by = OperatorId.parse('can-bo')

test('a fact of another shape is refused before it is written, and the file opens again', () => {
  const { archive, file, key } = freshArchive()
  const operator = { operatorId: by, name: 'Cán bộ Mẫu', roles: ['hrOfficer'] } as const
  beginDesk(
    archive,
    [
      { type: 'officeOpened', origin: 'tien-cu.test/so', organisation, appVersion: '1' },
      { type: 'operatorAdded', operator: { ...operator, roles: [...operator.roles] } },
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
