// The instruments that bind a case, as a paper names them among its grounds: number, day and issuer, and what has amended them (procedure.md 0.2).
import { instrumentsFor } from './choose.ts'
import type { RulebookId, Track } from './types.ts'

export type Instrument = {
  readonly kind: 'Nghị định' | 'Quy định'
  readonly number: string
  readonly day: string
  readonly issuer: string
}
type Kept = Instrument & {
  readonly amendedBy?: Instrument & {
    /** What it changed is a rulebook of its own: it binds only cases of that one. */
    readonly short?: string
  }
}

const decree = (number: string, day: string): Instrument => ({ kind: 'Nghị định', number, day, issuer: 'Chính phủ' })
const regulation = (number: string, day: string): Instrument => ({ kind: 'Quy định', number, day, issuer: 'Bộ Chính trị' })

/** By the short name the table of periods uses. */
const kept: Readonly<Record<string, Kept>> = {
  'Quy định 105-QĐ/TW': regulation('105-QĐ/TW', '2017-12-19'),
  'Quy định 80-QĐ/TW': regulation('80-QĐ/TW', '2022-08-18'),
  'Quy định 377-QĐ/TW': regulation('377-QĐ/TW', '2025-10-08'),
  'NĐ 115/2020/NĐ-CP': { ...decree('115/2020/NĐ-CP', '2020-09-25'), amendedBy: decree('85/2023/NĐ-CP', '2023-12-07') },
  'NĐ 138/2020/NĐ-CP': { ...decree('138/2020/NĐ-CP', '2020-11-27'), amendedBy: decree('116/2024/NĐ-CP', '2024-09-17') },
  'NĐ 170/2025/NĐ-CP': {
    ...decree('170/2025/NĐ-CP', '2025-06-30'),
    amendedBy: { ...decree('300/2026/NĐ-CP', '2026-07-29'), short: 'NĐ 300/2026/NĐ-CP' },
  },
}

export type Ground = Instrument & { readonly amendedBy?: Instrument }

/** What a paper of `day` names as the law of a case: that of its track, amended as it stood that day, never that of another track. */
export function groundsOf(
  of: { readonly track: Track; readonly rulebook: RulebookId; readonly startDate: string },
  day: string,
): readonly Ground[] {
  const names = instrumentsFor(of)
  return names.flatMap((name): Ground[] => {
    const found = kept[name]
    if (!found) return []
    const { amendedBy, ...own } = found
    if (!amendedBy) return [own]
    const { short, ...amendment } = amendedBy
    const holds = short === undefined ? amendment.day <= day : names.includes(short)
    return [{ ...own, ...(holds && { amendedBy: amendment }) }]
  })
}
