// What the one-file checker says besides the checks themselves, in both languages.

export type Lang = 'vi' | 'en'

export const words = {
  title: { vi: 'Kiểm tra hồ sơ', en: 'Check records' },
  lead: {
    vi: 'Thả hồ sơ PDF hoặc gói hồ sơ (.zip) vào đây. Mọi việc chạy ngay trong trang này: không cài đặt, không cần mạng, không gửi gì đi.',
    en: 'Drop PDF records or a package (.zip) here. Everything runs inside this page: no installation, no network, nothing is sent.',
  },
  choose: { vi: 'Chọn tệp để kiểm tra', en: 'Choose files to check' },
  also: {
    vi: 'Có thể thả nhiều tệp một lúc, kèm chứng thư gốc (.pem, .crt) và danh sách thu hồi (.crl).',
    en: 'Several files at once are welcome, and roots (.pem, .crt) and revocation lists (.crl) with them.',
  },
  language: { vi: 'Ngôn ngữ', en: 'Language' },
  print: { vi: 'In kết quả', en: 'Print the result' },
  clear: { vi: 'Xóa để kiểm tệp khác', en: 'Clear for other files' },
  busy: { vi: 'Đang kiểm {name} ({at} trong {count})', en: 'Checking {name} ({at} of {count})' },
  done: { vi: 'Đã kiểm {count} tệp', en: '{count} files checked' },
  results: { vi: 'Kết quả', en: 'Results' },
  trust: { vi: 'Nơi tin cậy', en: 'Whom this page trusts' },
  trustNone: {
    vi: 'Trang này chưa có chứng thư gốc nào. Hồ sơ thật sẽ chưa kết luận được. Hãy dùng bản kiem-tra.html do cơ quan xuất ra, hoặc thả chứng thư gốc lấy từ nơi mình tin.',
    en: 'This page holds no root yet. Real records cannot be decided. Use the kiem-tra.html an office wrote out, or drop a root from a source you trust.',
  },
  trustWarning: {
    vi: 'Chỉ tin khi chính trang này cũng nhận từ nơi mình tin: ai giả được trang thì giả được cả danh sách.',
    en: 'Rely on it only when this very page comes from a source you trust: whoever can forge the page can forge its list.',
  },
  fromOffice: { vi: 'Ghi sẵn trong trang, của {office}, ngày {at}', en: 'Written into the page by {office} on {at}' },
  fromPage: { vi: 'Ghi sẵn trong trang, ngày {at}', en: 'Written into the page on {at}' },
  fromGiven: {
    vi: 'Do người đưa tệp đưa kèm. Hãy so mã SHA-256 với mã cơ quan công bố.',
    en: 'Given by whoever brought the files. Compare its SHA-256 with the one the office publishes.',
  },
  compared: { vi: 'Tôi đã so mã này với nguồn khác và thấy giống', en: 'I compared this digest with another source and it is the same' },
  list: { vi: 'Danh sách thu hồi', en: 'Revocation list' },
  seen: { vi: 'Thấy gì', en: 'What is seen' },
  means: { vi: 'Nghĩa là', en: 'What it means' },
  todo: { vi: 'Làm gì', en: 'What to do' },
  file: { vi: 'Tệp', en: 'File' },
  record: { vi: 'Hồ sơ', en: 'Record' },
  checkedAt: { vi: 'Kiểm lúc', en: 'Checked at' },
  sample: { vi: 'DỮ LIỆU MẪU: hồ sơ này không có giá trị', en: 'SAMPLE DATA: this record has no force' },
  bag: { vi: 'Gói hồ sơ', en: 'Package' },
  inBag: { vi: 'Trong gói {name}', en: 'In the package {name}' },
  notTrustFile: {
    vi: '{name}: không phải chứng thư của một nơi cấp tự ký, nên không dùng làm gốc.',
    en: '{name}: no certificate of a self-signed authority, so it is not taken as a root.',
  },
  trustFile: {
    vi: '{name}: đã nạp {roots} chứng thư gốc, {lists} danh sách thu hồi.',
    en: '{name}: {roots} roots and {lists} revocation lists loaded.',
  },
  tooBig: {
    vi: '{name}: {megabytes} MB, lớn hơn mức {most} MB nên không đọc.',
    en: '{name}: {megabytes} MB is more than {most} MB, so it was not read.',
  },
  unreadable: { vi: '{name}: trình duyệt không đọc được tệp này.', en: '{name}: the browser cannot read this file.' },
  noCrypto: {
    vi: 'Trình duyệt này không cho trang mở từ tệp dùng WebCrypto, nên không kiểm được chữ ký. Hãy mở bằng Chrome, Edge, Cốc Cốc hoặc Firefox bản mới.',
    en: 'This browser gives pages opened from a file no WebCrypto, so signatures cannot be checked. Open it in a recent Chrome, Edge or Firefox.',
  },
  noStreams: {
    vi: 'Trình duyệt này quá cũ để bung dữ liệu nén trong PDF. Hãy mở bằng Chrome, Edge, Cốc Cốc hoặc Firefox bản mới.',
    en: 'This browser is too old to unfold compressed data in PDFs. Open it in a recent Chrome, Edge or Firefox.',
  },
  fault: {
    vi: 'Trang gặp lỗi của chính nó khi kiểm {name}: {detail}. Kết quả của tệp này không có giá trị.',
    en: 'The page failed of itself while checking {name}: {detail}. There is no result for this file.',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Lang, string>>>>

export type Word = keyof typeof words

export const say = (lang: Lang, word: Word, numbers: Readonly<Record<string, string | number>> = {}): string =>
  words[word][lang].replace(/\{(\w+)\}/g, (_, name: string) => String(numbers[name] ?? ''))
