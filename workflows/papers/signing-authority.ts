// By which right somebody signs, as each form writes it: `T/M`, `K/T`, `T/L` in Party papers (A2), `TM.`, `KT.`, `TL.`, `TUQ.` in State papers (A3).
import type { PaperProfile } from './paper.ts'

const written: Readonly<Record<string, { readonly party: string; readonly state: string }>> = {
  TM: { party: 'T/M', state: 'TM.' },
  KT: { party: 'K/T', state: 'KT.' },
  TL: { party: 'T/L', state: 'TL.' },
  TUQ: { party: 'T/UQ', state: 'TUQ.' },
  Q: { party: 'Q.', state: 'Q.' },
}

/** Two rights stand one under the other, typed with ` / ` between them: `TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH`. */
const partsOf = (typed: string): readonly string[] =>
  typed
    .toUpperCase()
    .split(/\s+\/\s+/u)
    .map((part) => part.trim())

function rightOf(part: string): { readonly right: string; readonly whose: string } | null {
  const found = /^(T\/?M|K\/?T|T\/?L|T\/?UQ|Q)\.?\s+(.+)$/u.exec(part)
  return found ? { right: (found[1] ?? '').replace('/', ''), whose: found[2] ?? '' } : null
}

/** The words as they were typed, the right as the form writes it, in capitals. */
export function authorityIn(profile: PaperProfile, typed: string): string {
  const form = profile === 'STATE_ND30_2020' ? 'state' : 'party'
  return partsOf(typed)
    .map((part) => {
      const found = rightOf(part)
      return found ? `${written[found.right]?.[form] ?? found.right} ${found.whose}` : part
    })
    .join(' / ')
}

const collectives =
  /^(?:BAN THƯỜNG VỤ|BAN CHẤP HÀNH|BAN CÁN SỰ|THƯỜNG TRỰC|TẬP THỂ|HỘI ĐỒNG|(?:ỦY|UỶ) BAN|CHI BỘ|(?:ĐẢNG|CHI|TỈNH|THÀNH|HUYỆN) (?:ỦY|UỶ))/u

/** A collective has no deputy who signs for it: its secretary or deputy signs on its behalf (A2). */
export const deputyOfCollective = (typed: string): string | undefined =>
  partsOf(typed)
    .map(rightOf)
    .find((one) => one?.right === 'KT' && collectives.test(one.whose))?.whose
