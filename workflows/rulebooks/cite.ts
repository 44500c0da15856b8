// How the rulebooks name their articles: the printed Vietnamese form, so that an outcome can cite the value that decided it.
import type { Evidence, Ruled } from './types.ts'

export const QD105 = 'Quy định 105-QĐ/TW'
export const QD80 = 'Quy định 80-QĐ/TW'
export const QD377 = 'Quy định 377-QĐ/TW'
export const ND115 = 'NĐ 115/2020/NĐ-CP'
export const ND115_85 = 'NĐ 115/2020/NĐ-CP (sửa đổi bởi NĐ 85/2023/NĐ-CP)'
export const ND138 = 'NĐ 138/2020/NĐ-CP'
export const ND170 = 'NĐ 170/2025/NĐ-CP'
export const ND170_300 = 'NĐ 170/2025/NĐ-CP (sửa đổi bởi NĐ 300/2026/NĐ-CP)'

/** `article('46', ND138, '2', 'b')` is `Điểm b khoản 2 Điều 46 NĐ 138/2020/NĐ-CP`. */
export function article(no: string, instrument: string, clause?: string, point?: string): string {
  if (clause === undefined) return `Điều ${no} ${instrument}`
  if (point === undefined) return `Khoản ${clause} Điều ${no} ${instrument}`
  return `Điểm ${point} khoản ${clause} Điều ${no} ${instrument}`
}

/** The article that is silent, and the entry of our list of gaps that fills it. */
export const gap = (silent: string, id: string): string => `${silent}; mặc định ${id}`

/** What the texts say as a whole, where no article was seen. */
export const silent = 'Văn bản không quy định'

export const ruled = <const T>(value: T, evidence: Evidence, cited: string): Ruled<T> => ({ value, evidence, article: cited })
