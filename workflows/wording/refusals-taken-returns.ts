// Why a return of another office is not taken in: which file it is, what was altered, what to do.
import { num, type Sentences } from './sentence.ts'

const askAgain = {
  vi: 'Đề nghị đơn vị gửi lại đúng tệp phần mềm đã xuất, không sửa; cần sửa số thì sửa trong sổ rồi xuất lại.',
  en: 'Ask the unit for the file as the app wrote it; figures are corrected in its registry, and the return made again.',
}

export const takenReturnRefusals = {
  'return-not-one': {
    vi: () => 'Tệp này không phải biểu do phần mềm xuất ra. Chọn tệp .xlsx đơn vị đã xuất ở mục Xuất danh sách, báo cáo.',
    en: () => 'This file is no return that the app wrote. Choose the .xlsx the unit exported.',
  },
  'return-schema-other': {
    vi: ({ schema, known }) =>
      `Tệp theo mẫu phiên bản “${schema}”, phần mềm này đọc phiên bản ${num(known)}. Hai nơi dùng cùng phiên bản phần mềm rồi xuất lại biểu.`,
    en: ({ schema, known }) =>
      `The file has layout “${schema}”, this app reads layout ${num(known)}. Use the same version on both sides and export again.`,
  },
  'return-cell-altered': {
    vi: ({ cell, cells }) =>
      `Ô ${cell} đã bị sửa sau khi xuất${Number(cells) > 1 ? ` (cùng ${num(Number(cells) - 1)} ô khác)` : ''}. Không nhận biểu này. ${askAgain.vi}`,
    en: ({ cell, cells }) =>
      `Cell ${cell} was changed after the export${Number(cells) > 1 ? ` (and ${num(Number(cells) - 1)} more)` : ''}. The return is not taken. ${askAgain.en}`,
  },
  'return-sheet-altered': {
    vi: ({ sheet }) => `Trang “${sheet}” đã bị sửa sau khi xuất. Không nhận biểu này. ${askAgain.vi}`,
    en: ({ sheet }) => `Sheet “${sheet}” was changed after the export. The return is not taken. ${askAgain.en}`,
  },
  'return-meta-altered': {
    vi: () => `Trang “_meta” đã bị sửa sau khi xuất. Không nhận biểu này. ${askAgain.vi}`,
    en: () => `Sheet “_meta” was changed after the export. The return is not taken. ${askAgain.en}`,
  },
  'return-of-other-book': {
    vi: ({ found, asked }) =>
      `Tệp này là ${found === '' ? 'danh sách, không phải biểu' : `biểu ${found}`}; đang nhận biểu ${asked}. Chọn lại loại biểu hoặc tệp.`,
    en: ({ found, asked }) =>
      `This file is ${found === '' ? 'a list, no return' : `return ${found}`}; ${asked} is being taken. Choose the other kind or the other file.`,
  },
  'return-of-other-day': {
    vi: ({ found, asked }) =>
      `Biểu tính đến ngày ${found}, đang nhận biểu tính đến ngày ${asked}. Chọn lại ngày, hoặc đề nghị đơn vị lập biểu theo ngày này.`,
    en: ({ found, asked }) =>
      `The return is as of ${found}, one as of ${asked} is being taken. Choose that day, or ask the unit for one of this day.`,
  },
  'return-of-other-period': {
    vi: ({ found, asked }) => `Biểu của kỳ ${found}, đang nhận biểu của kỳ ${asked}. Chọn lại kỳ, hoặc đề nghị đơn vị lập biểu của kỳ này.`,
    en: ({ found, asked }) =>
      `The return covers ${found}, one that covers ${asked} is being taken. Choose that period, or ask the unit for this one.`,
  },
  'return-of-other-people': {
    vi: ({ filter }) =>
      `Biểu này không đếm cùng diện người đang nhận${filter === '' ? '' : ` (${filter})`}. Chọn lại diện quản lý, hoặc đề nghị đơn vị xuất biểu không lọc.`,
    en: ({ filter }) =>
      `This return does not count the people asked for${filter === '' ? '' : ` (${filter})`}. Choose its level, or ask the unit for one without a filter.`,
  },
  'return-of-other-bands': {
    vi: ({ found, asked }) =>
      `Biểu chia độ tuổi từ ${found}, đang nhận biểu chia từ ${asked}. Chọn lại độ tuổi, hoặc đề nghị đơn vị xuất lại.`,
    en: ({ found, asked }) =>
      `The return has bands of ages from ${found}, one from ${asked} is being taken. Choose those bands, or ask the unit for these.`,
  },
  'return-of-other-unit': {
    vi: ({ sender, unit }) =>
      `Biểu do “${sender}” lập, đang nhận cho “${unit}”. Chọn đúng đơn vị; nếu là một nơi có hai tên gọi, ghi lý do rồi nhận lại.`,
    en: ({ sender, unit }) =>
      `The return was made by “${sender}”, it is being taken for “${unit}”. Choose the unit; if one place has two names, write why and take it again.`,
  },
  'return-older-than-taken': {
    vi: ({ madeAt, taken }) =>
      `Biểu này lập lúc ${madeAt}, cũ hơn biểu đã nhận (lập lúc ${taken}). Dùng biểu mới hơn, hoặc bỏ phiên bản đã nhận trước.`,
    en: ({ madeAt, taken }) =>
      `This return was made at ${madeAt}, before the one already taken (${taken}). Use the newer one, or drop the one taken first.`,
  },
  'return-unknown': {
    vi: () => 'Không còn phiên bản biểu này để bỏ. Xem lại danh sách biểu đã nhận.',
    en: () => 'There is no such version of a return to drop. Look at the list of returns taken.',
  },
} as const satisfies Sentences
