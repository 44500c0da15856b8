// The shape of a sentence for a code: what cannot be done, the numbers, the article, the next act. No code in sight, no blame.
import type { Numbers } from '../core/refusal.ts'

export type Lang = 'vi' | 'en'
export type Sentence = (numbers: Numbers) => string
export type Sentences = Readonly<Record<string, Readonly<Record<Lang, Sentence>>>>

/** Names one after another, as a reader says them. */
export const list = (value: Numbers[string]): string => (Array.isArray(value) ? value.join(', ') : String(value ?? ''))
export const num = (value: Numbers[string]): number => (typeof value === 'number' ? value : Number(value ?? 0))
/** A day as it stands on screen: `22/11/2026`. */
export const day = (value: Numbers[string]): string => {
  const text = String(value ?? '')
  return /^\d{4}-\d{2}-\d{2}/.test(text) ? `${text.slice(8, 10)}/${text.slice(5, 7)}/${text.slice(0, 4)}` : text
}
export const hour = (value: Numbers[string]): string => String(value ?? '').slice(11, 16)
/** The article in its sentence, where the refusal carries one. */
export const article = (value: Numbers[string]): string => (value ? ` ${String(value)}.` : '')
