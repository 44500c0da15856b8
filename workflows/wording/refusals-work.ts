// What a long work answers when somebody stopped it.
import type { Sentences } from './sentence.ts'

export const workRefusals = {
  'work-stopped': {
    vi: () => 'Đã dừng theo yêu cầu: không ghi gì vào sổ, không để lại tệp dở dang. Làm lại lúc nào cũng được.',
    en: () => 'Stopped as asked: nothing was recorded and no half-written file is left. Do it again whenever you like.',
  },
} as const satisfies Sentences
