// What a long work answers when somebody stopped it, and a folder that cannot be checked.
import { num, type Sentences } from './sentence.ts'

export const workRefusals = {
  'work-stopped': {
    vi: () => 'Đã dừng theo yêu cầu: không ghi gì vào sổ, không để lại tệp dở dang. Làm lại lúc nào cũng được.',
    en: () => 'Stopped as asked: nothing was recorded and no half-written file is left. Do it again whenever you like.',
  },
  'folder-not-found': {
    vi: ({ folder }) => `Không thấy thư mục ${folder}. Xem lại đường dẫn, hoặc cắm lại ổ chứa nó.`,
    en: ({ folder }) => `There is no folder ${folder}. Look at the path again, or plug its disk in.`,
  },
  'folder-without-records': {
    vi: ({ folder }) => `Trong ${folder} không có tệp .pdf hay .zip nào để kiểm. Chọn thư mục chứa hồ sơ đã xuất.`,
    en: ({ folder }) => `There is no .pdf or .zip file to check in ${folder}. Choose the folder the records were exported to.`,
  },
  'folder-too-many': {
    vi: ({ found, most }) =>
      `Thư mục có ${num(found)} tệp, ở đây kiểm một lần nhiều nhất ${num(most)}. Kiểm từng thư mục con, hoặc dùng lệnh verify.`,
    en: ({ found, most }) =>
      `The folder has ${num(found)} files; at most ${num(most)} are checked here at once. Check its folders one by one, or use verify.`,
  },
} as const satisfies Sentences
