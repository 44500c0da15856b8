// Percentages as printed and the comparisons they must never replace (procedure.md 0.4, documents.md A5.2).
import { expect, test } from 'vitest'
import { percentText } from '../../../workflows/conference/percent.ts'
import { quorumMet, quorumNeeded } from '../../../workflows/conference/quorum.ts'
import { atLeast30, atLeastTwoThirds, exactlyHalf, overHalf } from '../../../workflows/conference/threshold.ts'

const big = Number.MAX_SAFE_INTEGER
const twoThirds = { num: 2, den: 3 }

test.each([
  [16, 31, '51,61', true],
  [15, 30, '50,00', false],
  [50_004, 100_000, '50,00', true],
  [2, 3, '66,67', true],
  [1, 800, '0,13', false],
  [22_566, 100_000, '22,57', false],
  [13, 24, '54,17', true],
  [0, 7, '0,00', false],
  [7, 7, '100,00', true],
  [1, 20, '5,00', false],
  [9, 5, '180,00', true],
  [0, 0, '0,00', false],
  [big, big, '100,00', true],
  [(big - 1) / 2, big, '50,00', false],
  [(big + 1) / 2, big, '50,00', true],
])('%i of %i is printed %s, over half: %s', (votes, base, printed, isOver) => {
  expect(percentText(votes, base)).toBe(printed)
  expect(overHalf(votes, base)).toBe(isOver)
})

test.each([
  [3, 2],
  [9, 6],
  [10, 7],
  [11, 8],
  [31, 21],
  [32, 22],
  [45, 30],
  [24, 16],
  [25, 17],
  [7, 5],
  [1, 1],
])('of %i convened at least %i must be there', (convened, needed) => {
  expect(quorumNeeded(convened, twoThirds)).toBe(needed)
  expect(quorumMet(needed, convened, twoThirds)).toBe(true)
  expect(quorumMet(needed - 1, convened, twoThirds)).toBe(false)
})

test('nobody is never a quorum, and the largest body is counted exactly', () => {
  expect(quorumMet(0, 0, twoThirds)).toBe(false)
  expect(quorumNeeded(0, twoThirds)).toBe(1)
  expect(quorumNeeded(big, twoThirds)).toBe(6_004_799_503_160_661)
})

test('thresholds are met on the border and missed one vote below it', () => {
  expect([exactlyHalf(2, 4), exactlyHalf(2, 5), exactlyHalf(3, 4)]).toEqual([true, false, false])
  expect([atLeast30(3, 10), atLeast30(9, 30), atLeast30(8, 30), atLeast30(2, 10)]).toEqual([true, true, false, false])
  expect([atLeastTwoThirds(4, 6), atLeastTwoThirds(3, 5), atLeastTwoThirds(4, 5)]).toEqual([true, false, true])
  expect([overHalf(3, 5), overHalf(2, 4), overHalf(3, 6)]).toEqual([true, false, false])
})
