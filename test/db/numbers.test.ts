// Registers of numbers: no gap and no double by the database itself, in the transaction of the fact, and always what the facts say.
import { expect, test } from 'vitest'
import type { NewFact } from '../../db/fact-log.ts'
import { behindItsBack, freshArchive, monday, noted, reopened } from './archive-fixture.ts'

const register = 'state/SNV/BB/2026'
const drawn = (no: number, of = register): NewFact => ({ type: 'paperDrawn', payload: { number: { register: of, no } } })
const byHand = (first: number, last: number): NewFact => ({ type: 'numbersTaken', payload: { register, first, last, reason: 'sổ giấy' } })

test('each register counts by itself, and a run by hand moves it on', () => {
  const { archive } = freshArchive()
  expect(archive.numbers.next(register)).toBe(1)
  archive.append('case/a', 0, [drawn(1)], monday)
  archive.append('case/b', 0, [noted(1), drawn(2)], monday)
  archive.append('office', 0, [byHand(3, 7)], monday)
  archive.append('case/a', 1, [drawn(8), drawn(1, 'state/SNV/TTr/2026')], monday)
  expect(archive.numbers.next(register)).toBe(9)
  expect(archive.numbers.registers()).toEqual([
    { register, last: 8 },
    { register: 'state/SNV/TTr/2026', last: 1 },
  ])
  expect(archive.numbers.newest(register, 2)).toEqual([
    { register, first: 8, last: 8, stream: 'case/a', version: 2 },
    { register, first: 3, last: 7, stream: 'office', version: 1 },
  ])
  expect(archive.verify()).toMatchObject({ ok: true, facts: 6 })
})

test.each([
  ['a gap', 3],
  ['a number given before', 1],
])('%s undoes the whole append', (_what, no) => {
  const { archive } = freshArchive()
  archive.append('case/a', 0, [drawn(1)], monday)
  expect(() => archive.append('case/b', 0, [noted(1), drawn(no)], monday)).toThrow('registers have no gaps')
  expect(archive.versionOf('case/b')).toBe(0)
  expect(archive.numbers.next(register)).toBe(2)
  expect(archive.append('case/b', 0, [drawn(2)], monday)).toMatchObject({ ok: true })
})

test('a fact that is not recorded takes no number', () => {
  const { archive } = freshArchive()
  archive.append('case/a', 0, [drawn(1)], monday)
  expect(archive.append('case/a', 0, [drawn(2)], monday)).toMatchObject({ ok: false, refusal: { code: 'changed-meanwhile' } })
  expect(archive.numbers.next(register)).toBe(2)
})

test.each([
  ['a number removed', `DELETE FROM numbers WHERE first = 2`, 2],
  ['a number moved', `UPDATE numbers SET first = 9, last = 9 WHERE first = 2`, 2],
  ['a number nobody took', `INSERT INTO numbers VALUES ('${register}', 3, 3, 'case/x', 1)`, 0],
])('%s behind the back of the app is found, and made good from the facts', (_what, sql, seq) => {
  const { archive, file, key } = freshArchive()
  archive.append('case/a', 0, [drawn(1), drawn(2)], monday)
  archive.close()
  behindItsBack(file, key, (driver) => driver.exec(sql))
  const again = reopened(file, key)
  expect(again.verify()).toMatchObject({ ok: false, seq, what: 'register-differs' })
  again.numbers.rebuild()
  expect(again.verify()).toMatchObject({ ok: true })
  expect(again.numbers.next(register)).toBe(3)
})
