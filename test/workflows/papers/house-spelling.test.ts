// The house spelling on papers: the app's own words follow it, names and typed text do not (documents.md A9.5).
import { expect, test } from 'vitest'
import { inHouseSpelling } from '../../../workflows/papers/house-spelling.ts'
import type { Paper } from '../../../workflows/papers/paper.ts'
import type { CaseOpening } from '../../../workflows/procedure/facts.ts'
import { SamplePlay } from '../../support/sample-play.ts'
import { sampleOf } from './asking.ts'

const organisation: CaseOpening['organisation'] = {
  name: 'Ủy ban Kiểm tra Tỉnh ủy Hòa Mẫu',
  superior: 'Tỉnh ủy Hòa Mẫu',
  place: 'Hòa Mẫu',
  form: 'state',
  sign: 'UBKT',
}
const sample = sampleOf({ papers: true }, organisation)
const play = new SamplePlay(sample.acts.slice(0, 1), sample.caseId)
for (const { at, by, command } of sample.acts.slice(1)) play.do(at, command, by)
const papers = [...play.drawn.values()]
const told = (paper: Paper): string => JSON.stringify(paper)

test('left as the app writes, papers are what they were', () => {
  for (const paper of papers) expect(inHouseSpelling(paper, play.state, 'firstVowel')).toBe(paper)
})

test('the words of the app move their marks, names of bodies and people stay as they were typed', () => {
  const before = papers.map(told).join('\n')
  const after = papers.map((paper) => told(inHouseSpelling(paper, play.state, 'secondVowel'))).join('\n')
  expect(before).toContain('CHỦ TỌA')
  expect(after).toContain('CHỦ TOẠ')
  expect(after).not.toMatch(/chủ tọa|CHỦ TỌA|hủy phiếu/u)
  for (const name of ['Ủy ban Kiểm tra Tỉnh ủy Hòa Mẫu', 'TỈNH ỦY HÒA MẪU', '"place":"Hòa Mẫu"']) {
    const count = (text: string) => text.split(name).length
    expect(count(after)).toBe(count(before))
  }
  expect(after.length).toBe(before.length)
})
