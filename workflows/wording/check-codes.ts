// What the check of a record says: one sentence for each code (documents.md B5), Vietnamese first, English complete.
import { paperKindOf } from '../papers/signing-places.ts'
import { differencesOf } from './check-differences.ts'
import { faultWords } from './check-faults.ts'
import { checkSubject } from './check-subjects.ts'
import { paperNames } from './paper-names.ts'
import type { Lang } from './sentence.ts'

type Words = { readonly vi: string; readonly en: string }

/** The numbered checks, in the order of documents.md B6.6. */
export const checkTitles = [
  { vi: 'Tệp', en: 'File' },
  { vi: 'Cấu trúc và phạm vi ký', en: 'Structure and coverage of the signatures' },
  { vi: 'Từng chữ ký và chứng thư', en: 'Each signature and its certificate' },
  { vi: 'Người ký, thứ tự ký', en: 'Signers and their order' },
  { vi: 'Dữ liệu kèm theo (record.json)', en: 'Attached data (record.json)' },
  { vi: 'Tính lại kết quả', en: 'Outcome worked out again' },
  { vi: 'Nhật ký', en: 'Log' },
  { vi: 'Chuỗi hồ sơ', en: 'Chain of records' },
  { vi: 'Về lần kiểm này', en: 'About this check' },
] as const satisfies readonly Words[]

/** `{name}` stands for a number or name of the line. */
export const checkCodes = {
  SAMPLE: {
    vi: 'DỮ LIỆU MẪU: hồ sơ này không có giá trị; khóa ký mẫu được công khai.',
    en: 'SAMPLE DATA: this record has no force; its sample keys are public.',
  },
  REHEARSAL: {
    vi: 'DIỄN TẬP: số liệu giả, không thành hồ sơ. Không dùng tệp này.',
    en: 'REHEARSAL: practice data, no record. Do not use this file.',
  },
  FILE_READ: { vi: 'Đọc được tệp; SHA-256 {sha256}', en: 'The file can be read; SHA-256 {sha256}' },
  NOT_PDF: { vi: 'Tệp không phải là PDF.', en: 'The file is not a PDF.' },
  ENCRYPTED: { vi: 'Tệp PDF có mật khẩu hoặc mã hóa; không kiểm tra được.', en: 'The PDF is encrypted and cannot be checked.' },
  NOT_A_RECORD: {
    vi: 'Tệp PDF không có dạng hồ sơ của phần mềm này; chưa đủ cơ sở kết luận.',
    en: 'The PDF does not have the form of a record of this software; no conclusion is possible.',
  },
  FOREIGN_COVERED: {
    vi: 'Chữ ký sau cùng phủ tới hết tệp; những lần lưu giữa các chữ ký thì không phân tích được',
    en: 'The last signature covers the file to its end; what was saved between signatures cannot be analysed',
  },
  FOREIGN_LATER_BYTES: {
    vi: 'Sau chữ ký cuối cùng còn {bytes} byte không ai ký; không biết đó là gì',
    en: 'After the last signature stand {bytes} bytes nobody signed; what they are is unknown',
  },
  FOREIGN_HOLDS: {
    vi: 'Phần được ký còn nguyên, giá trị chữ ký đúng; chứng thư của {name}',
    en: 'The signed part is unaltered and the signature value right; certificate of {name}',
  },
  FOREIGN_UNREADABLE: { vi: 'Không đọc được chữ ký này ({fault})', en: 'This signature cannot be read ({fault})' },
  NO_SIGNATURE: { vi: 'Tệp không có chữ ký nào.', en: 'The file bears no signature.' },
  TOO_BIG: {
    vi: 'Tệp {megabytes} MB, lớn hơn mức {most} MB của một hồ sơ; không đọc.',
    en: 'The file has {megabytes} MB, more than the {most} MB of a record; it was not read.',
  },
  FILE_UNREADABLE: { vi: 'Không đọc được tệp: {fault}', en: 'The file cannot be read: {fault}' },
  CHECK_BROKE_OFF: { vi: 'Phép kiểm dừng giữa chừng ở tệp này: {fault}', en: 'The check broke off at this file: {fault}' },
  FILE_NOT_COMPARED: {
    vi: 'Không có sổ hay danh mục nào ở đây để đối chiếu mã SHA-256 của tệp',
    en: 'No log or list is at hand to compare the SHA-256 of the file with',
  },
  FILE_AS_LOGGED: { vi: 'Đúng tệp mà sổ đã ghi', en: 'The very file the log names' },
  FILE_AS_LISTED: { vi: 'Đúng tệp mà danh mục của gói đã ghi', en: 'The very file the list of the package names' },
  FILE_DIFFERS: {
    vi: 'SHA-256 của tệp khác giá trị đã ghi: ghi {expected}, tệp {sha256}',
    en: 'The SHA-256 of the file differs from what was written down: expected {expected}, found {sha256}',
  },
  STRUCTURE_OK: {
    vi: 'Mỗi lần ký chỉ thêm chữ ký của mình; toàn bộ tệp được ký ({signatures} chữ ký).',
    en: 'Each signing added only its own signature; the whole file is signed ({signatures} signatures).',
  },
  OK: { vi: 'Chữ ký hợp lệ: {name}, {at}', en: 'Valid signature: {name}, {at}' },
  DIGEST_MISMATCH: { vi: 'Nội dung đã bị thay đổi sau khi ký', en: 'The content was changed after signing' },
  SIG_CRYPTO: { vi: 'Giá trị chữ ký không đúng', en: 'The signature value is wrong' },
  FORMAT: { vi: 'Cấu trúc chữ ký không đúng chuẩn ({fault})', en: 'The structure of the signature is not of the standard form ({fault})' },
  UNSIGNED_REVISION: {
    vi: 'Có nội dung thêm vào sau chữ ký, hoặc thay đổi ngoài chữ ký ({fault})',
    en: 'Content was added after a signature, or something other than a signature was changed ({fault})',
  },
  HIDDEN_CONTENT: {
    vi: 'Tệp chứa nội dung có thể ẩn hoặc đổi khi mở ({fault})',
    en: 'The file holds content that could hide or change when opened ({fault})',
  },
  MDP_VIOLATION: { vi: 'Thay đổi vượt quyền cho phép', en: 'A change beyond what the certification permits' },
  SIGNERS_OK: { vi: 'Đủ chữ ký, đúng người, đúng thứ tự', en: 'All signatures are there, by the right people, in order' },
  WRONG_SIGNER: {
    vi: 'Người ký không đúng người phải ký: cần {expected}, chứng thư của {found}',
    en: 'Signed by another person than required: expected {expected}, certificate of {found}',
  },
  SIGNER_EXCEPTION: {
    vi: '{name} ký thay {expected} theo văn bản {document} ngày {day}: {reason}',
    en: '{name} signs in the place of {expected} by document {document} of {day}: {reason}',
  },
  WRONG_ROLE_ORDER: { vi: 'Sai vai trò hoặc thứ tự ký ({fault})', en: 'Wrong role or order of signing ({fault})' },
  MISSING_SIGNER: { vi: 'Thiếu chữ ký của {missing}', en: 'The signature of {missing} is missing' },
  PLACE_MISSING: {
    vi: 'Hồ sơ không có chỗ ký của {places}, người phải ký loại văn bản này',
    en: 'The record has no place to sign for the {places}, who must sign this kind of paper',
  },
  PAPER_KIND: { vi: 'Loại văn bản: {paper}; phải có chữ ký của {places}', en: 'Kind of paper: {paper}; to be signed by: {places}' },
  PAPER_UNKNOWN: {
    vi: 'Không biết loại văn bản “{paper}” nên không biết ai phải ký',
    en: 'The kind of paper “{paper}” is not known, nor who must sign it',
  },
  PLACE_DIFFERS: {
    vi: 'Chỗ ký trên trang không mang tên {expected} như dữ liệu ({fault})',
    en: 'The place to sign does not bear the name {expected} as the data does ({fault})',
  },
  CERT_UNTRUSTED: {
    vi: 'Chưa xác lập được đường dẫn tin cậy của chứng thư ({fault})',
    en: 'No path of trust from the certificate to a trusted root ({fault})',
  },
  ROOT_GIVEN: {
    vi: 'Chứng thư gốc {name} do người đưa tệp đưa kèm: hãy so mã {sha256}',
    en: 'The root {name} was given by whoever brought the files: compare its digest {sha256}',
  },
  ROOT_COMPARED: {
    vi: 'Chứng thư gốc {name} đưa kèm tệp, người kiểm đã so mã {sha256}',
    en: 'The root {name} came with the files; whoever checks has compared its digest {sha256}',
  },
  CERT_EXPIRED_NO_POE: {
    vi: 'Chứng thư hết hạn ngày {until}, không có dấu thời gian chứng minh thời điểm ký',
    en: 'The certificate ended on {until} and no time-stamp proves when it was used',
  },
  CERT_EXPIRED_AT_SIGN: { vi: 'Ký khi chứng thư không có hiệu lực', en: 'Signed while the certificate was not in force' },
  CERT_REVOKED: { vi: 'Chứng thư đã bị thu hồi ({revokedAt})', en: 'The certificate was revoked ({revokedAt})' },
  REVOCATION_OK: {
    vi: 'Không chứng thư nào bị thu hồi, theo danh sách ngày {at} ({days} ngày trước)',
    en: 'No certificate is revoked, by the list of {at} (days since: {days})',
  },
  REVOCATION_UNKNOWN: {
    vi: 'Chưa kiểm tra được tình trạng thu hồi ({fault})',
    en: 'Revocation could not be checked ({fault})',
  },
  KEY_USAGE: { vi: 'Chứng thư không dùng để ký văn bản', en: 'The certificate is not made for signing documents' },
  WEAK_ALG: { vi: 'Thuật toán hoặc độ dài khóa không đủ mạnh', en: 'The algorithm or key length is too weak' },
  CLOCK_SUSPECT: { vi: 'Thời gian ký không đáng tin ({fault})', en: 'The signing time is doubtful ({fault})' },
  JSON_OK: {
    vi: 'Dữ liệu kèm theo ở dạng chuẩn và khớp với mã SHA-256 in trên giấy',
    en: 'The attached data is canonical and matches the SHA-256 printed on the page',
  },
  JSON_MISSING: { vi: 'Không có dữ liệu kèm theo (record.json)', en: 'No data (record.json) is attached' },
  JSON_MISMATCH: { vi: 'Dữ liệu kèm theo không khớp ({fault})', en: 'The attached data does not match ({fault})' },
  OUTCOME_OK: { vi: 'Tính lại từ số phiếu cho cùng kết quả', en: 'The counts give the same outcome again' },
  OUTCOME_DIFFERS: {
    vi: 'Tính lại từ số phiếu cho kết quả khác: {differences}',
    en: 'The counts give another outcome: {differences}',
  },
  RULE_DIFFERS: {
    vi: 'Quy tắc ghi trong hồ sơ khác bộ quy tắc kèm phần mềm này',
    en: 'The rule in the record differs from the rulebook shipped with this software',
  },
  OUTCOME_NOT_CHECKED: { vi: 'Không tính lại kết quả: {fault}', en: 'The outcome was not worked out again: {fault}' },
  PAGE_OK: {
    vi: 'Số phiếu, tỷ lệ và họ tên tính lại đều đứng trong chữ trên trang ({figures} chỗ)',
    en: 'The counts, percentages and names worked out stand in the text of the pages ({figures} places)',
  },
  PAGE_DIFFERS: {
    vi: 'Trang giấy không ghi số đúng như dữ liệu: không thấy {missing}',
    en: 'The pages do not say what the data says: {missing} not found',
  },
  PAGE_NOT_COMPARED: { vi: 'Không so số với chữ trên trang: {fault}', en: 'Figures were not compared with the pages: {fault}' },
  PAGE_TOO_MUCH: {
    vi: 'Số liệu, hoặc chữ trên trang, nhiều hơn mọi văn bản thật; không so được',
    en: 'More figures, or more text on the pages, than any real paper has; they cannot be compared',
  },
  LOG_OK: {
    vi: 'Điểm chốt nhật ký hợp lệ: {origin}, {size} mục',
    en: 'The log checkpoint is valid: {origin}, {size} entries',
  },
  LOG_INCLUDED: {
    vi: 'Việc kết thúc bước nằm trong nhật ký, mục số {place}',
    en: 'The closing of the stage is in the log, entry {place}',
  },
  LOG_PLACE_NOT_CHECKED: {
    vi: 'Chưa kiểm việc kết thúc bước có trong nhật ký: {fault}',
    en: 'Whether the closing of the stage is in the log was not checked: {fault}',
  },
  LOG_LEADS_ON: {
    vi: 'Nhật ký nối tiếp đúng từ {from} đến {size} mục, không mục nào bị bỏ hay sửa',
    en: 'The log leads on from {from} to {size} entries, none removed or altered',
  },
  LOG_BEFORE_NOT_CHECKED: {
    vi: 'Chưa kiểm nhật ký có nối tiếp từ hồ sơ trước: {fault}',
    en: 'Whether the log leads on from the record before was not checked: {fault}',
  },
  LOG_IS_OURS: {
    vi: 'Đúng nhật ký của tệp dữ liệu đang mở ({size} mục)',
    en: 'It is the log of the data file that is open ({size} entries)',
  },
  LOG_MISMATCH: { vi: 'Nhật ký không khớp ({fault})', en: 'The log does not match ({fault})' },
  LOG_NOT_CHECKED: { vi: 'Không kiểm tra được nhật ký: {fault}', en: 'The log was not checked: {fault}' },
  CHAIN_OK: { vi: 'Khớp với {steps} hồ sơ liền trước', en: 'Matches {steps} records before it' },
  CHAIN_WHOLE: {
    vi: 'Nối liền về tới hồ sơ đầu tiên, qua {steps} hồ sơ',
    en: 'Linked back to the first record, through {steps} records',
  },
  CHAIN_FIRST: { vi: 'Hồ sơ đầu tiên của chuỗi', en: 'The first record of its chain' },
  CHAIN_GAP: { vi: 'Thiếu hồ sơ bước trước ({recordId})', en: 'The record of the stage before is not at hand ({recordId})' },
  CHAIN_BROKEN: {
    vi: 'Hồ sơ bước trước khác với hồ sơ đã được ghi nhận',
    en: 'The record of the stage before differs from the one it refers to',
  },
  NOT_DONE: { vi: 'Chưa làm: {fault}', en: 'Not done: {fault}' },
  CHECKED_AT: {
    vi: 'Kiểm lúc {at} theo đồng hồ máy này, không cần mạng',
    en: 'Checked at {at} by the clock of this computer, without a network',
  },
  TRUST_LIST: { vi: 'Danh sách tin cậy: {roots} chứng thư gốc', en: 'Trust list, root certificates: {roots}' },
  TRUST_LIST_AGE: {
    vi: 'Danh sách tin cậy: {roots} chứng thư gốc, ngày {at} ({days} ngày trước)',
    en: 'Trust list, root certificates: {roots}, of {at} (days since: {days})',
  },
  TRUST_LIST_OLD: {
    vi: 'Danh sách tin cậy đã cũ: {roots} chứng thư gốc, ngày {at} ({days} ngày trước)',
    en: 'The trust list is old, root certificates: {roots}, of {at} (days since: {days})',
  },
  TRUST_LIST_EMPTY: { vi: 'Máy này chưa có danh sách tin cậy nào', en: 'There is no trust list on this computer' },
  REVOCATION_LIST: {
    vi: 'Danh sách thu hồi của {issuer}: ngày {at} ({days} ngày trước)',
    en: 'Revocation list of {issuer}: {at} (days since: {days})',
  },
  REVOCATION_LIST_OLD: {
    vi: 'Danh sách thu hồi của {issuer} không còn mới: ngày {at} ({days} ngày trước)',
    en: 'The revocation list of {issuer} is no longer fresh: {at} (days since: {days})',
  },
  NO_REVOCATION_LIST: { vi: 'Không có danh sách thu hồi nào ở đây', en: 'No revocation list is at hand' },
  CHECKS_NOT_DONE: {
    vi: 'Chưa làm, hoặc chưa làm đủ: phép kiểm số {checks}. Chưa làm không phải là đúng.',
    en: 'Not done, or not wholly, by number: {checks}. What was not done is not passed.',
  },
  BAG_OK: {
    vi: 'Gói BagIt đủ {files} tệp, mã SHA-256 của từng tệp đúng như danh mục',
    en: 'The BagIt package holds its {files} files, each with the SHA-256 its list names',
  },
  BAG_UNREADABLE: { vi: 'Không đọc được gói: {fault}', en: 'The package cannot be read: {fault}' },
  BAG_FILE_MISSING: { vi: 'Danh mục ghi tệp {path} nhưng gói không có', en: 'The list names {path}, which is not in the package' },
  BAG_FILE_UNLISTED: { vi: 'Gói có tệp {path} không ghi trong danh mục', en: 'The package holds {path}, which no list names' },
  BAG_FILE_DIFFERS: { vi: 'Tệp {path} khác mã SHA-256 trong danh mục', en: '{path} differs from the SHA-256 its list names' },
  BAG_SIGNED: { vi: 'Danh mục của gói do {name} ký, {at}', en: 'The list of the package is signed by {name}, {at}' },
  BAG_NOT_SIGNED: {
    vi: 'Danh mục của gói không có chữ ký: không biết ai đã đóng gói',
    en: 'The list of the package is not signed: who packed it is unknown',
  },
  BAG_ATTACHED: {
    vi: 'Gói kèm {files} tệp thành phần hồ sơ làm ở nơi khác: chỉ đối chiếu mã SHA-256 với danh mục, không kiểm chữ ký bên trong',
    en: 'The package holds {files} dossier files made elsewhere: held against the SHA-256 of the list, not checked inside',
  },
  BAG_RECORDS: {
    vi: 'Trong gói có {records} hồ sơ PDF, kết quả từng hồ sơ ở dưới',
    en: 'The package holds {records} PDF records, each with its result below',
  },
} as const satisfies Readonly<Record<string, Words>>

export type CheckCode = keyof typeof checkCodes

export const checkOverall = {
  HOP_LE: { vi: 'HỢP LỆ', en: 'VALID' },
  KHONG_HOP_LE: { vi: 'KHÔNG HỢP LỆ', en: 'NOT VALID' },
  CHUA_DU_CO_SO: { vi: 'CHƯA ĐỦ CƠ SỞ KẾT LUẬN', en: 'CANNOT DECIDE' },
} as const satisfies Readonly<Record<string, Words>>

type Said = { readonly code: CheckCode; readonly numbers: Readonly<Record<string, unknown>> }

/** `2026-11-22T01:30:15.000Z` by the clocks of the country: `2026-11-22T08:30:15+07:00`. */
const here = (text: string): string =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/.test(text)
    ? `${new Date(Date.parse(text) + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`
    : text

/** An instant as a person reads it, its offset kept: `22/11/2026 08:30:15 +07:00` (documents.md B1.1). Any other text as it is. */
const asRead = (text: string): string =>
  here(text)
    .replace(/^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2}:\d{2})(?:\.\d+)?([+-]\d{2}:\d{2})$/, '$3/$2/$1 $4 $5')
    .replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1')

const orWord = { vi: ' hoặc ', en: ' or ' } as const
/** `ky.chu_tri` as who signs there, `ky.nguoi_ky|ky.nguoi_lap` as one or the other; any other text as it is. */
const placeWords = (text: string, language: Lang): string =>
  text
    .split('|')
    .map((one) => (one.startsWith('ky.') ? checkSubject(one, language) : one))
    .join(text.startsWith('ky.') ? orWord[language] : '|')

function paperName(slug: string, language: Lang): string {
  const kind = paperKindOf(slug)
  return kind === undefined ? slug : paperNames[language][kind]
}

/** The sentence of one line, its numbers filled in; a number the line does not have is left out. */
export function checkSentence(line: Said, language: 'vi' | 'en' = 'vi'): string {
  return checkCodes[line.code][language].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = line.numbers[name]
    if (name === 'fault') return faultWords(String(value), language)
    if (name === 'differences') return differencesOf(String(line.numbers.recorded), String(line.numbers.recomputed), language)
    if (name === 'paper') return paperName(String(value), language)
    const list = (Array.isArray(value) ? value : [value ?? '…']).map((one) => asRead(placeWords(String(one), language)))
    return list.join(', ')
  })
}
