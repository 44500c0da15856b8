// The recovery code as people read and type it: 160 random bits in eight groups of five, the last letter of each a check of its group.
import { randomBytes } from 'node:crypto'
import { ok, type Result, refuse } from '../../workflows/core/result.ts'
import type { Refusal } from '../../workflows/office.ts'

/** Crockford's letters: none that a hand mistakes for another (no I, L, O, U). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const recoveryGroups = 8
const letters = 4

/** Odd weights: one wrong letter always changes the check; the group's place is in it, so two groups in the wrong order show too. */
function checkOf(values: readonly number[], group: number): string {
  const sum = values.reduce((total, value, index) => total + value * (2 * index + 3), group * 7 + 1)
  return alphabet[sum % 32] ?? ''
}

/** Groups with their check letters, e.g. `7KQ2M`. */
export function newRecoveryCode(): readonly string[] {
  const bits = randomBytes((recoveryGroups * letters * 5) / 8).reduce((all, byte) => (all << 8n) | BigInt(byte), 0n)
  return Array.from({ length: recoveryGroups }, (_, group) => {
    const values = Array.from({ length: letters }, (__, i) => Number((bits >> BigInt(5 * (group * letters + i))) & 31n))
    return values.map((value) => alphabet[value]).join('') + checkOf(values, group)
  })
}

/**
 * What was typed, as the one text keys are sealed by. Blanks, hyphens and small letters do not matter; O is read as 0, I and L as 1.
 * Refused: `recovery-code-length` { typed, needed }, `recovery-code-group` { group } counted from 1.
 */
export function readRecoveryCode(typed: string): Result<string, Refusal> {
  const text = typed
    .toUpperCase()
    .replaceAll(/[\s\-–.]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  const needed = recoveryGroups * (letters + 1)
  if (text.length !== needed) return refuse({ code: 'recovery-code-length', typed: text.length, needed })
  for (let group = 0; group < recoveryGroups; group += 1) {
    const part = text.slice(group * (letters + 1), (group + 1) * (letters + 1))
    const values = [...part.slice(0, letters)].map((letter) => alphabet.indexOf(letter))
    if (values.includes(-1) || checkOf(values, group) !== part[letters]) return refuse({ code: 'recovery-code-group', group: group + 1 })
  }
  return ok(text)
}
