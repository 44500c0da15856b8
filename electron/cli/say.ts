// The lines the command line prints itself, in both languages; refusals of the law have theirs in workflows/wording.
import type { Refusal } from '../../workflows/office.ts'
import { refusalSentences, refusalText } from '../../workflows/wording/refusals.ts'

export type Lang = 'vi' | 'en'
export const isLang = (value: unknown): value is Lang => value === 'vi' || value === 'en'

type Sentence = (numbers: Refusal) => string
const sentences: Readonly<Record<string, Readonly<Record<Lang, Sentence>>>> = {
  'command-missing': {
    vi: ({ known }) => `Thiếu tên lệnh. Các lệnh: ${known}.`,
    en: ({ known }) => `No command given. Commands: ${known}.`,
  },
  'command-unknown': {
    vi: ({ given, known }) => `Không có lệnh "${given}". Các lệnh: ${known}.`,
    en: ({ given, known }) => `There is no command "${given}". Commands: ${known}.`,
  },
  'option-missing': { vi: ({ option }) => `Thiếu ${option}.`, en: ({ option }) => `${option} is missing.` },
  'option-twice': { vi: ({ option }) => `${option} được ghi hai lần.`, en: ({ option }) => `${option} is given twice.` },
  'option-unreadable': {
    vi: ({ detail }) => `Không hiểu tùy chọn ${detail}.`,
    en: ({ detail }) => `Option ${detail} cannot be understood.`,
  },
  'language-unknown': {
    vi: ({ given, known }) => `Không có ngôn ngữ "${given}". Chọn: ${known}.`,
    en: ({ given, known }) => `There is no language "${given}". Choose: ${known}.`,
  },
  'file-unreadable': { vi: ({ at }) => `Không đọc được ${at}.`, en: ({ at }) => `${at} cannot be read.` },
  'checker-not-built': {
    vi: () => 'Chưa có tệp kiem-tra.html: hãy chạy npm run build.',
    en: () => 'There is no kiem-tra.html yet: run npm run build.',
  },
  'no-records': { vi: ({ at }) => `Không có tệp PDF nào: ${at}.`, en: ({ at }) => `There is no PDF: ${at}.` },
  'trust-unreadable': {
    vi: ({ at }) => `Không đọc được chứng thư tin cậy ${at}.`,
    en: ({ at }) => `The trusted certificate ${at} cannot be read.`,
  },
  'rulebook-unknown': {
    vi: ({ given, known }) => `Không có bộ quy tắc "${given}". Chọn: ${(known as readonly string[]).join(', ')}.`,
    en: ({ given, known }) => `There is no rulebook "${given}". Choose: ${(known as readonly string[]).join(', ')}.`,
  },
  'passphrase-missing': {
    vi: () => 'Thiếu mật khẩu của tệp: dùng --passphrase, biến TIENCU_PASSPHRASE hoặc đầu vào chuẩn.',
    en: () => 'No passphrase: use --passphrase, the variable TIENCU_PASSPHRASE or standard input.',
  },
  'new-passphrase-missing': {
    vi: () => 'Thiếu mật khẩu mới: đặt trong biến TIENCU_NEW_PASSPHRASE.',
    en: () => 'No new passphrase: put it in the variable TIENCU_NEW_PASSPHRASE.',
  },
  'wrong-passphrase': { vi: () => 'Sai mật khẩu của tệp.', en: () => 'Wrong passphrase.' },
  'not-found': { vi: ({ at }) => `Không tìm thấy tệp${named(at)}.`, en: ({ at }) => `File not found${named(at)}.` },
  'no-data-file': { vi: ({ at }) => `Không có tệp dữ liệu trong ${at}.`, en: ({ at }) => `There is no data file in ${at}.` },
  'several-data-files': {
    vi: ({ names }) => `Có nhiều tệp dữ liệu (${(names as readonly string[]).join(', ')}); hãy ghi rõ một tệp.`,
    en: ({ names }) => `There are several data files (${(names as readonly string[]).join(', ')}); name one of them.`,
  },
  'key-file-missing': {
    vi: () => 'Thiếu tệp khóa (.key.json) bên cạnh tệp dữ liệu.',
    en: () => 'The key file (.key.json) beside the data file is missing.',
  },
  'key-file-damaged': { vi: () => 'Tệp khóa (.key.json) bị hỏng.', en: () => 'The key file (.key.json) is damaged.' },
  'not-an-archive': { vi: () => 'Tệp này không phải tệp dữ liệu Tiến Cử.', en: () => 'This is not a Tiến Cử data file.' },
  'newer-version': {
    vi: () => 'Tệp dữ liệu do phiên bản mới hơn tạo ra; hãy cập nhật ứng dụng.',
    en: () => 'The data file was made by a newer version; update the application.',
  },
  locked: { vi: () => 'Tệp dữ liệu đang được chương trình khác mở.', en: () => 'The data file is open in another program.' },
  'read-only': { vi: () => 'Không ghi được: thư mục hoặc tệp chỉ cho đọc.', en: () => 'Cannot write: the folder or file is read-only.' },
  'half-written': {
    vi: () =>
      'Lần trước máy dừng giữa chừng khi đang ghi một lần nhập lớn. Mở tệp một lần bằng ứng dụng để phần dở được bỏ đi (dữ liệu trở lại như trước khi nhập), đóng lại, rồi chạy lại lệnh. Tệp ở ổ chỉ đọc thì chép cả tệp dữ liệu, tệp .key.json và tệp -journal sang nơi ghi được.',
    en: () =>
      'The machine stopped in the middle of recording a big import. Open the file once in the app, which takes the unfinished part away (the data are as before the import), close it, and run this command again. If the file is on a read-only disk, first copy the data file, its .key.json and its -journal to a place that can be written.',
  },
  'disk-full': { vi: () => 'Hết chỗ trên đĩa.', en: () => 'The disk is full.' },
  'disk-failed': { vi: () => 'Đĩa báo lỗi khi đọc hoặc ghi.', en: () => 'The disk failed while reading or writing.' },
  corrupt: { vi: () => 'Tệp dữ liệu bị hỏng hoặc đã bị sửa.', en: () => 'The data file is damaged or was altered.' },
  'corrupt-log': { vi: ({ at }) => `Nhật ký không phát lại được tại ${at}.`, en: ({ at }) => `The log cannot be replayed at ${at}.` },
  'rehearsal-among-records': {
    vi: ({ at }) =>
      `Tệp hồ sơ thật có hồ sơ diễn tập lẫn vào (${at}): tệp đã bị tay khác sửa, không mở. Giữ nguyên tệp, báo người quản trị và dùng bản sao lưu gần nhất.`,
    en: ({ at }) =>
      `A rehearsal lies among the records (${at}): another hand altered the file, and it is not opened. Keep it as it is, tell the administrator and use the latest backup.`,
  },
  'record-among-rehearsals': {
    vi: ({ at }) =>
      `Tệp diễn tập có dữ liệu thật lẫn vào (${at}): tệp đã bị tay khác sửa, không mở. Chuyển tệp và tệp .key.json đi nơi khác, báo người quản trị; lần sau vào diễn tập sẽ có tệp mới.`,
    en: ({ at }) =>
      `Real data lie in the file of rehearsals (${at}): another hand altered it, and it is not opened. Move the file and its .key.json away and tell the administrator; the next rehearsal begins a new file.`,
  },
  exists: {
    vi: ({ at }) => `Đã có tệp ở đó${named(at)}; không ghi đè.`,
    en: ({ at }) => `There is a file already${named(at)}; it is not overwritten.`,
  },
  'out-not-empty': {
    vi: ({ at }) => `${at} đã có dữ liệu; thêm --replace để thay.`,
    en: ({ at }) => `${at} holds data already; add --replace to replace it.`,
  },
  'case-unknown': { vi: ({ caseId }) => `Không có hồ sơ ${caseId}.`, en: ({ caseId }) => `There is no case ${caseId}.` },
  'classified-print-only': {
    vi: () => 'Hồ sơ có độ mật: chỉ in và ký tay, không xuất bản điện tử.',
    en: () => 'The case is classified: print and sign by hand only, no electronic export.',
  },
  'no-signed-papers': { vi: () => 'Chưa có văn bản nào ký đủ.', en: () => 'No paper is fully signed yet.' },
  'file-exists': {
    vi: ({ name }) => `Đã có tệp khác tên ${name}; không ghi đè.`,
    en: ({ name }) => `Another file is named ${name}; it is not overwritten.`,
  },
  'clock-went-back': {
    vi: ({ systemAt, lastAt }) => `Đồng hồ máy (${systemAt}) chạy lùi so với việc ghi sau cùng (${lastAt}).`,
    en: ({ systemAt, lastAt }) => `The clock of this PC (${systemAt}) is behind the last record (${lastAt}).`,
  },
}

const named = (at: unknown): string => (typeof at === 'string' && at !== '' ? `: ${at}` : '')

/** Whether the command line has a sentence of its own for this code. */
export const isSaid = (code: string): boolean => Object.hasOwn(sentences, code)

/** One line. A code without its own sentence is printed with its numbers: never silence, never a stack. */
export function tell(refusal: Refusal, lang: Lang): string {
  const own = sentences[refusal.code]?.[lang]
  if (own) return own(refusal)
  if (Object.hasOwn(refusalSentences, refusal.code)) return refusalText(refusal, lang)
  const { code, ...numbers } = refusal
  const rest = Object.entries(numbers).map(([name, value]) => `${name}=${String(value)}`)
  return [`${lang === 'vi' ? 'Không làm được' : 'Not done'}: ${code}`, ...rest].join(' ')
}

/** What ends a line, moves the cursor, colours, or turns the way of reading: names of files and of people come from strangers. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const steering = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]+/g

export function printLine(out: NodeJS.WritableStream, line: string): void {
  out.write(`${line.replaceAll(steering, ' ')}\n`)
}

/** Columns padded by what the eye sees: Vietnamese letters are one column each once composed. */
export function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows.reduce<number[]>((all, row) => row.map((cell, at) => Math.max(all[at] ?? 0, [...cell].length)), [])
  return rows.map((row) =>
    row
      .map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - [...cell].length))
      .join('  ')
      .trimEnd(),
  )
}
