// A log with an entry removed or altered, shortened, or whose head or proof is of another log.
import { signedUnread } from '../forge.ts'
import type { TamperClass } from '../tamper-class.ts'

export const logEntryRemoved: TamperClass = {
  name: 'log-entry-removed',
  title: { vi: 'Bỏ hoặc sửa mục nhật ký', en: 'Log entry removed or altered' },
  weight: 3,
  broken: ['LOG_MISMATCH'],
  undecided: [],
  beside: [],
  forge: signedUnread(['entryRemoved', 'entryAltered', 'logShorter', 'headAltered', 'headByOtherKey', 'placeAltered']),
}
