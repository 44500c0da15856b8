// A reference to a paper outside the app: its number, its day, who issued it. What an order of a superior always carries.
import { z } from 'zod'
import { Day } from './stamp.ts'

/** The word of a schema for a line that holds a line end or another control character. */
export const notOneLine = 'not-one-line'

/** One line of text as people type it: NFC, no control characters, 1 to `max` characters. */
export const line = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}]*$/u, { error: notOneLine })
    .refine((text) => text === text.normalize('NFC') && text.trim() === text)
/** Text of several lines: NFC; tabs and line ends are the only control characters. */
export const text = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[^\p{Cc}]*$|^(?:[^\p{Cc}]|[\n\t])*$/u)
    .refine((value) => value === value.normalize('NFC'))

export const DocumentRef = z.strictObject({ number: line(80), date: Day, issuer: line(200).optional() })
export type DocumentRef = z.infer<typeof DocumentRef>
