// What an office keeps for itself: its composition templates, how long it is remembered who looked at records.
import { num, type Sentences } from './sentence.ts'

export const officeListRefusals = {
  'composition-unknown': {
    vi: () => 'Không còn mẫu thành phần này. Tải lại trang rồi chọn mẫu khác.',
    en: () => 'There is no such composition template any more. Load the page again and choose another.',
  },
  'composition-name-taken': {
    vi: ({ name }) => `Đã có mẫu thành phần tên ${String(name ?? '')}. Đặt tên khác, hoặc sửa mẫu đã có.`,
    en: ({ name }) => `There is a composition template called ${String(name ?? '')}. Give another name, or change that one.`,
  },
  'read-log-days-unchanged': {
    vi: ({ days }) => `Nhật ký đang được giữ ${num(days)} ngày. Nhập số ngày khác.`,
    en: ({ days }) => `The log is kept for ${num(days)} days already. Enter another number of days.`,
  },
} as const satisfies Sentences
