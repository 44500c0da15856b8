// Why a seal of the office stops: the recovery kit, lists of revoked certificates, exceptions, sittings, policies.
import type { Sentences } from './sentence.ts'

export const sealRefusals = {
  'recovery-code-length': {
    vi: ({ typed, needed }) => `Mã khôi phục có ${needed} chữ, đã gõ ${typed}. Gõ đủ tám nhóm.`,
    en: ({ typed, needed }) => `The recovery code has ${needed} letters, ${typed} were typed. Type all eight groups.`,
  },
  'recovery-code-group': {
    vi: ({ group }) => `Nhóm ${group} của mã khôi phục không khớp chữ kiểm tra. Gõ lại nhóm đó theo tờ giấy.`,
    en: ({ group }) => `Group ${group} of the recovery code does not fit its check letter. Type that group again from the paper.`,
  },
  'recovery-code-wrong': {
    vi: () => 'Mã này không mở được bộ khôi phục. Xem lại số bộ trên tờ giấy, hoặc đưa đúng tệp khóa đã niêm phong.',
    en: () => 'This code does not open the kit. Compare the number of the kit on the paper, or bring the sealed keys that belong to it.',
  },
  'recovery-kit-unreadable': {
    vi: () => 'Đây không phải khóa đã niêm phong của bộ khôi phục. Chọn đúng tệp, hoặc dán đủ chữ quét từ ô vuông trang 2.',
    en: () => 'These are not the sealed keys of a recovery kit. Choose the right file, or paste all of the square code of page 2.',
  },
  'recovery-kit-missing': {
    vi: () => 'Tệp dữ liệu này chưa có bộ khôi phục nào. Đưa tệp khóa đã niêm phong, hoặc dán chữ quét từ ô vuông trang 2.',
    en: () => 'This data file holds no recovery kit. Bring the file of sealed keys, or paste the square code of page 2.',
  },
} as const satisfies Sentences
