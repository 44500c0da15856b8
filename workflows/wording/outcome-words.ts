// What came out of a ballot, in a few words: the same on screen and in the terminal.
import type { OutcomeKind } from '../conference/judgement.ts'
import type { Lang } from './sentence.ts'

export const outcomeWords = {
  vi: {
    selected: 'Được chọn',
    carried: 'Đưa tiếp',
    stopped: 'Dừng, báo cáo',
    consulted: 'Đã lấy ý kiến',
    divergenceBallot: 'Khác kết quả trước, bỏ phiếu lại',
    awaitingDirection: 'Khác kết quả trước, chờ chỉ đạo',
    headDecides: 'Người đứng đầu chọn',
    reported: 'Báo cáo cấp có thẩm quyền',
    notSelected: 'Không ai được chọn, báo cáo',
    notQuorate: 'Không đủ người',
    passed: 'Được thông qua',
    notPassed: 'Không được thông qua, báo cáo',
  },
  en: {
    selected: 'Selected',
    carried: 'Carried to the next step',
    stopped: 'Stop and report',
    consulted: 'Consulted',
    divergenceBallot: 'Differs from before, new ballot',
    awaitingDirection: 'Differs from before, awaiting direction',
    headDecides: 'The head chooses',
    reported: 'Reported to the competent level',
    notSelected: 'Nobody selected, report',
    notQuorate: 'Not quorate',
    passed: 'Passed',
    notPassed: 'Not passed, report',
  },
} satisfies Readonly<Record<Lang, Readonly<Record<OutcomeKind, string>>>>
