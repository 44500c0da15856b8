// Tokens on screen: a driver is named, its readers are looked at, a key is registered; a PIN is asked for where a token signs.
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { TokenView } from '../../workflows/office.ts'
import { Play } from '../support/play.ts'
import { memoryOffice } from './memory-office.ts'
import { showApp } from './show.tsx'

const driver = { path: '/usr/lib/thiet-bi.so', description: 'Thiết bị mẫu', addedOn: '2026-09-07' }
const sha256 = 'c'.repeat(64)
const certificate = {
  ckaId: '0a',
  sha256,
  name: 'Lê An',
  citizenId: '001180000011',
  issuer: 'Cơ quan cấp',
  validTo: '2031-09-30',
  isRegistered: false,
}
const token: TokenView = { serial: '42', label: 'Thẻ của An', model: 'v2', tries: 'one', certificates: [certificate] }

async function form(answers: Parameters<typeof memoryOffice>[1], language: 'vi' | 'en' = 'vi') {
  const office = memoryOffice(new Play('2026-09-07T08:00:00+07:00'), answers)
  const { user } = showApp(office, '#/office/keys', language)
  const title = language === 'vi' ? 'Đăng ký khóa trong thiết bị ký' : 'Register a key in a token'
  await user.click(await screen.findByText(title))
  const fold = screen.getByText(title).closest('details')
  if (fold === null) throw new Error('no form')
  return { office, user, fold: within(fold) }
}

test('a driver file is named by its full path before anything of it is loaded', async () => {
  const { office, user, fold } = await form({})
  expect(fold.getByText('Chưa có trình điều khiển nào trong sổ.')).toBeInTheDocument()
  await user.click(fold.getByRole('button', { name: 'Thêm trình điều khiển' }))
  expect(fold.getByText('Chưa điền ô này.')).toBeInTheDocument()
  await user.type(fold.getByLabelText('Tệp trình điều khiển'), driver.path)
  await user.click(fold.getByRole('button', { name: 'Thêm trình điều khiển' }))
  expect(office.orders).toEqual([{ to: 'shell', act: { act: 'addTokenDriver', path: driver.path } }])
})

test('a driver that will not do is answered in words', async () => {
  const { user, fold } = await form({ refuse: { code: 'token-driver-wrong-machine', made: 'Windows 32-bit', needed: 'Windows 64-bit' } })
  await user.type(fold.getByLabelText('Tệp trình điều khiển'), 'C:\\thiet-bi.dll')
  await user.click(fold.getByRole('button', { name: 'Thêm trình điều khiển' }))
  expect(await fold.findByRole('alert')).toHaveTextContent('Trình điều khiển làm cho Windows 32-bit, máy này cần Windows 64-bit.')
})

test('the tokens in the readers are shown with what is left of their tries, and a key of them is registered', async () => {
  const { office, user, fold } = await form({ drivers: [driver], tokens: [token] })
  await user.click(await fold.findByRole('button', { name: 'Tìm thiết bị' }))
  const found = await fold.findByRole('region', { name: 'Thẻ của An' })
  expect(found).toHaveTextContent('chỉ còn một lần thử mã PIN')
  expect(found).toHaveTextContent('Lê An 001180000011, Cơ quan cấp, còn hạn đến 30/09/2031')
  await user.click(within(found).getByRole('button', { name: 'Đăng ký khóa của Lê An' }))
  await waitFor(() => expect(office.orders).toHaveLength(1))
  expect(office.orders[0]).toEqual({
    to: 'shell',
    act: { act: 'registerToken', driver: driver.path, serial: '42', label: 'Thẻ của An', ckaId: '0a', certificateSha256: sha256 },
  })
})

test('a key that is registered is not offered again, and English says the same', async () => {
  const { user, fold } = await form(
    { drivers: [driver], tokens: [{ ...token, certificates: [{ ...certificate, isRegistered: true }] }] },
    'en',
  )
  await user.click(await fold.findByRole('button', { name: 'Look for tokens' }))
  expect(await fold.findByText('registered')).toBeInTheDocument()
  expect(fold.queryByRole('button', { name: /Register the key/ })).toBeNull()
})
