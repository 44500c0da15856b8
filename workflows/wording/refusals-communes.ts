// Why a list of communes is not loaded: what it lacks, which row, what to do.
import { num, type Sentences } from './sentence.ts'

export const communeRefusals = {
  'communes-heads-missing': {
    vi: ({ missing }) =>
      `Tệp thiếu cột: ${Array.isArray(missing) ? missing.join(', ') : ''}. Ghi tên các cột này ở dòng đầu bảng rồi nạp lại; xem tệp mẫu trong tài liệu.`,
    en: ({ missing }) =>
      `The file lacks columns: ${Array.isArray(missing) ? missing.join(', ') : ''}. Name them in the first row of the table and load it again; the documents have a sample.`,
  },
  'communes-rows-wrong': {
    vi: ({ rows, row, text }) =>
      `Chưa nạp: ${num(rows)} chỗ sai, đầu tiên ở dòng ${num(row)} (“${text}”). Sửa theo danh sách chỗ sai rồi nạp lại cả tệp.`,
    en: ({ rows, row, text }) =>
      `Not loaded: ${num(rows)} faults, the first in row ${num(row)} (“${text}”). Put them right by the list of faults and load the file again.`,
  },
  'communes-none': {
    vi: () => 'Tệp không có xã nào dưới dòng tên cột. Chọn tệp khác.',
    en: () => 'The file has no commune below the row of heads. Choose another one.',
  },
} as const satisfies Sentences
