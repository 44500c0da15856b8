// Drafts in the file: kept under whoever is at work, told to nobody else, gone when dropped, there after the file was closed.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Doorway } from '../../electron/doorway.ts'
import { openOffice } from '../../electron/services/office.ts'
import { OperatorId } from '../../workflows/core/ids.ts'

const at = '2026-09-07T08:00:00+07:00'
const passphrase = 'mật khẩu của tệp thử'
let folder: string
let doorway: Doorway

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tien-cu-drafts-'))
  doorway = await openOffice({ dataDir: folder, clock: () => at, keyCost: 12 })
  const person = (id: string) => ({ operatorId: OperatorId.parse(id), name: id, roles: ['hrOfficer' as const] })
  await act({
    act: 'createFile',
    file: join(folder, 'so.tiencu'),
    passphrase,
    organisation: { name: 'Sở', place: 'Mẫu', form: 'state', sign: 'S' },
    operators: [person('an'), person('an-binh')],
  })
})
afterEach(async () => {
  await doorway.close()
  rmSync(folder, { recursive: true, force: true })
})

const act = (act: object) => doorway.dispatch({ to: 'shell', act })
const drafts = () => doorway.ask({ about: 'drafts' })

test('nobody at work keeps none', async () => {
  expect(await act({ act: 'keepDraft', key: '#/open#', value: '{}' })).toEqual({ ok: false, refusal: { code: 'nobody-at-work' } })
  expect(await drafts()).toEqual({ ok: true, value: [] })
})

test('each reads their own, also after the file was closed, until it is dropped', async () => {
  await act({ act: 'startWork', operatorId: 'an' })
  await act({ act: 'keepDraft', key: '#/open#title', value: '{"title":"Phó"}' })
  await act({ act: 'keepDraft', key: '#/open#title', value: '{"title":"Phó Giám đốc"}' })
  await act({ act: 'startWork', operatorId: 'an-binh' })
  expect(await drafts()).toEqual({ ok: true, value: [] })
  await act({ act: 'closeFile' })
  await act({ act: 'openFile', file: join(folder, 'so.tiencu'), passphrase })
  await act({ act: 'startWork', operatorId: 'an' })
  expect(await drafts()).toEqual({ ok: true, value: [{ key: '#/open#title', value: '{"title":"Phó Giám đốc"}', at }] })
  await act({ act: 'keepDraft', key: '#/open#title', value: null })
  expect(await drafts()).toEqual({ ok: true, value: [] })
})
