// Why a sealed result is not shown, in both languages.
import type { Sentences } from './sentence.ts'

export const sealedRefusals = {
  'no-meeting-here': {
    vi: () => 'Hồ sơ này chưa có hội nghị nào được triệu tập. Triệu tập hội nghị từ trang hồ sơ.',
    en: () => 'No meeting of this case has been convened. Convene it from the page of the case.',
  },
  'result-is-sealed': {
    vi: () =>
      'Chưa làm được việc này: kết quả bước trước không công bố tại hội nghị nên hồ sơ dừng ở đây đối với vai trò của bạn. Người được biết kết quả làm việc kế tiếp.',
    en: () =>
      'Not yet: the result of the last step is not announced, so the case rests here for your role. Whoever may know the result does what comes next.',
  },
  'no-sealed-result': {
    vi: () => 'Hội nghị này không có kết quả niêm phong. Xem kết quả ở phần công bố.',
    en: () => 'This meeting has no sealed result. Look at its announced result.',
  },
  'seal-opening-not-asked': {
    vi: () => 'Chưa mở niêm phong được: chưa ai xin mở kèm lý do. Người thứ nhất xin mở trước, rồi người thứ hai mở.',
    en: () => 'The seal stays shut: nobody has asked for it with a reason. One person asks first, then another opens.',
  },
  'same-person-opens-seal': {
    vi: () => 'Chưa mở niêm phong được: người xin mở không được tự mở. Mời người thứ hai được biết kết quả mở bằng tài khoản của mình.',
    en: () =>
      'The seal stays shut: whoever asked may not open it alone. Another person who may know the result opens it under their own account.',
  },
  'seal-is-shut': {
    vi: ({ seconds }) => `Kết quả đã niêm phong lại: chỉ hiện ${seconds} giây cho hai người đã mở. Xin mở lại kèm lý do nếu còn cần xem.`,
    en: ({ seconds }) => `Sealed again: it is shown for ${seconds} seconds to the two who opened it. Ask again with a reason if needed.`,
  },
} satisfies Sentences
