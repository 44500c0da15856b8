// Counts or outcome altered in data that is otherwise whole: hash, page print, log and signatures all fit.
import { signedUnread } from '../forge.ts'
import type { TamperClass } from '../tamper-class.ts'

export const countsAltered: TamperClass = {
  name: 'counts-altered',
  title: { vi: 'Sửa số phiếu hoặc kết luận trong dữ liệu', en: 'Counts or outcome altered in the data' },
  weight: 2,
  broken: ['OUTCOME_DIFFERS', 'PAGE_DIFFERS'],
  undecided: [],
  beside: [],
  forge: signedUnread(['countsAltered', 'countsExchanged', 'outcomeAltered']),
}
