// By which right somebody signs: each form writes it its own way, and nobody is deputy of a collective (documents.md A2, A3).
import { describe, expect, test } from 'vitest'
import { authorityIn, deputyOfCollective } from '../../../workflows/papers/signing-authority.ts'
import { actsBefore } from '../../support/sample-play.ts'
import { ask, liveOf, made, partyOffice, sampleOf } from './asking.ts'

test.each([
  ['TM. Ban Thường vụ', 'T/M BAN THƯỜNG VỤ', 'TM. BAN THƯỜNG VỤ'],
  ['T/M Đảng ủy', 'T/M ĐẢNG ỦY', 'TM. ĐẢNG ỦY'],
  ['KT Trưởng ban', 'K/T TRƯỞNG BAN', 'KT. TRƯỞNG BAN'],
  ['T/L Giám đốc', 'T/L GIÁM ĐỐC', 'TL. GIÁM ĐỐC'],
  ['TUQ. Giám đốc', 'T/UQ GIÁM ĐỐC', 'TUQ. GIÁM ĐỐC'],
  ['Q. Trưởng ban', 'Q. TRƯỞNG BAN', 'Q. TRƯỞNG BAN'],
  ['TM. Ủy ban nhân dân / KT. Chủ tịch', 'T/M ỦY BAN NHÂN DÂN / K/T CHỦ TỊCH', 'TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH'],
  ['Người được ủy quyền', 'NGƯỜI ĐƯỢC ỦY QUYỀN', 'NGƯỜI ĐƯỢC ỦY QUYỀN'],
])('%s is written %s by the Party and %s by the State', (typed, party, state) => {
  expect(authorityIn('PARTY_HD05_2026', typed)).toBe(party)
  expect(authorityIn('PARTY_HD36_2018', typed)).toBe(party)
  expect(authorityIn('STATE_ND30_2020', typed)).toBe(state)
})

test.each([
  ['K/T Ban Thường vụ', 'BAN THƯỜNG VỤ'],
  ['KT. Ủy ban nhân dân tỉnh', 'ỦY BAN NHÂN DÂN TỈNH'],
  ['K/T Trưởng ban', undefined],
  ['KT. Chủ tịch Ủy ban nhân dân', undefined],
  ['T/M Ban Thường vụ', undefined],
])('%s: deputy of %s', (typed, collective) => expect(deputyOfCollective(typed)).toBe(collective))

describe('a paper that is asked for', () => {
  const sample = sampleOf({}, partyOffice)
  const live = liveOf({ ...sample, acts: actsBefore(sample, 'recordAct') })
  const words = { staffing: '2', reason: 'khuyết 01', plannedAssignment: 'Phụ trách', standards: 'Đủ chuẩn', timetable: 'Quý III' }
  const signedBy = (signerAuthority: string, recipients = '') => ({
    details: {
      ...words,
      signerName: 'Trần Gia Hiếu',
      signerTitle: 'Phó Trưởng ban',
      signerAuthority,
      ...(recipients !== '' && { recipients }),
    },
  })

  test('bears the right as its form writes it, and is refused where a deputy would sign for a collective', () => {
    const { paper } = made(live, sample, 'policyRequest', {}, signedBy('KT. Trưởng ban'))
    expect(paper.signBlocks.map(({ authority }) => authority)).toEqual(['K/T TRƯỞNG BAN'])
    expect(ask(live, sample, 'policyRequest', {}, signedBy('K/T Ban Thường vụ')).refusal).toEqual({
      code: 'collective-has-no-deputy',
      collective: 'BAN THƯỜNG VỤ',
    })
  })

  test('names whom it is addressed to first and the archive last, also where they were not typed', () => {
    const { paper } = made(live, sample, 'policyRequest', {}, signedBy('', '- Ban Tổ chức Trung ương\nVăn phòng Tỉnh ủy'))
    expect(paper.recipients).toEqual(['Như trên', 'Ban Tổ chức Trung ương', 'Văn phòng Tỉnh ủy', 'Lưu Văn phòng, ĐNÁ (02 bản)'])
  })
})
