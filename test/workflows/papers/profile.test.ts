import { expect, test } from 'vitest'
import { dayInWords, hourInWords, shareText, shortDay } from '../../../workflows/papers/official-text.ts'
import { headFor, headingText, profileFor } from '../../../workflows/papers/profile.ts'
import { numberLine } from '../../../workflows/papers/register.ts'
import { drawOwed, folded } from './drawing.ts'
import { closed, meeting, opened, people } from './dull-case.ts'

const partyBody = { name: 'Đảng ủy Sở Nội vụ', superior: 'Đảng bộ tỉnh Mẫu', place: 'Tỉnh Mẫu', form: 'party', sign: 'ĐU' } as const

test.each([
  ['party', '2026-05-26', 'PARTY_HD36_2018'],
  ['party', '2026-05-27', 'PARTY_HD05_2026'],
  ['state', '2026-05-26', 'STATE_ND30_2020'],
  ['state', '2027-01-01', 'STATE_ND30_2020'],
] as const)('a paper of a %s body of %s takes the form %s', (form, day, profile) => {
  expect(profileFor({ form }, day)).toBe(profile)
})

test('a number not yet given leaves its place: with a colon in State papers, without in Party papers', () => {
  expect(numberLine({ form: 'state', sign: 'SNV' }, 'BB')).toBe('Số: /BB-SNV')
  expect(numberLine({ form: 'party', sign: 'ĐU' }, 'BB')).toBe('Số -BB/ĐU')
  expect(headingText('STATE_ND30_2020', 2, 'NỘI DUNG')).toBe('II. NỘI DUNG')
  expect(headingText('PARTY_HD36_2018', 2, 'NỘI DUNG')).toBe('II- NỘI DUNG')
})

test.each([
  ['2026-02-03', 'ngày 03 tháng 02 năm 2026', '03/02/2026'],
  ['2026-05-27', 'ngày 27 tháng 5 năm 2026', '27/5/2026'],
  ['2026-12-09', 'ngày 09 tháng 12 năm 2026', '09/12/2026'],
])('%s is written %s', (day, words, short) => {
  expect(dayInWords(day)).toBe(words)
  expect(shortDay(day)).toBe(short)
})

test('hours and shares are written as the papers ask', () => {
  expect(hourInWords('2026-02-03T08:05:00+07:00')).toBe('08 giờ 05 phút')
  expect(shareText({ votes: 13, base: 24, percent: '54,17', of: 'người được triệu tập' })).toBe('13/24 = 54,17% (người được triệu tập)')
})

test('a classified case prints its mark', () => {
  const state = folded('c1', [
    opened({ classification: 'TOI_MAT', classificationReason: 'nhân sự chưa công bố', classifiedBy: 'Trần Gia Hiếu, Giám đốc Sở' }),
  ])
  expect(headFor(state, '2026-06-01', 'BB', {})).toEqual({
    profile: 'STATE_ND30_2020',
    isSample: false,
    superiorBody: 'ỦY BAN NHÂN DÂN TỈNH MẪU',
    issuingBody: 'SỞ NỘI VỤ',
    numberAndSign: 'Số: /BB-SNV',
    place: 'Tỉnh Mẫu',
    date: '2026-06-01',
    secrecyMark: 'TỐI MẬT',
  })
})

test('minutes of a Party body are signed by the writer of the minutes and the chair', () => {
  const { drawn } = drawOwed(folded('c1', [opened({ organisation: partyBody }), ...people, ...meeting, closed]))
  expect(drawn.map(({ paper }) => [paper.profile, paper.numberAndSign, paper.signBlocks.map((one) => one.officeTitle)])).toEqual([
    ['PARTY_HD36_2018', 'Số -BB/ĐU', ['TỔ TRƯỞNG', 'THƯ KÝ TỔ KIỂM PHIẾU', 'CHỦ TRÌ HỘI NGHỊ']],
    ['PARTY_HD36_2018', 'Số -BB/ĐU', ['NGƯỜI GHI BIÊN BẢN', 'CHỦ TRÌ HỘI NGHỊ']],
  ])
})
