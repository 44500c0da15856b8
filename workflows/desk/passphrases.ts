// Which new passphrases the desk takes for a key: long enough, and nobody else's. Screens ask the same before they send.
import { ok, type Result, refuse } from '../core/result.ts'
import type { Refusal } from '../office.ts'

/** In characters as typed. Scrypt makes each try dear; fewer than these can still be tried one after another. */
export const shortestPassphrase = 8

/** `others`: passphrases somebody else knows, which the new one must not repeat. One accent typed another way is the same letter. */
export function checkNewPassphrase(typed: string, others: readonly string[] = []): Result<null, Refusal> {
  const text = typed.normalize('NFC')
  if ([...text].length < shortestPassphrase) return refuse({ code: 'passphrase-too-short', least: shortestPassphrase })
  return others.some((other) => other.normalize('NFC') === text) ? refuse({ code: 'passphrase-of-another' }) : ok(null)
}
