// Why the desk itself cannot do something: files, operators, keys, signatures, exports.
import type { Numbers } from '../core/refusal.ts'
import { day, hour, list, type Sentences } from './sentence.ts'

const moment = (at: Numbers[string]): string => `${hour(at)} ${day(at)}`.trim()

export const deskRefusals = {
  'changed-meanwhile': {
    vi: () => 'Chưa ghi: hồ sơ vừa được thay đổi ở nơi khác. Nháp của bạn còn nguyên. Xem thay đổi rồi ghi lại.',
    en: () => 'Not recorded: the case was changed elsewhere. Your draft is safe. Look at the change, then record again.',
  },
  'text-too-long': {
    vi: ({ most }) => `Chưa ghi: một ô có quá ${most} ký tự. Rút ngắn rồi ghi lại.`,
    en: ({ most }) => `Not recorded: a box holds more than ${most} characters. Shorten it, then record again.`,
  },
  'text-not-one-line': {
    vi: () => 'Chưa ghi: một ô chỉ nhận một dòng mà có dấu xuống dòng hoặc ký tự không in được. Sửa rồi ghi lại.',
    en: () =>
      'Not recorded: a box that takes one line holds a line end or a character that cannot be printed. Correct it, then record again.',
  },
  'role-may-not': {
    vi: () => 'Vai trò của người đang làm việc không được làm việc này. Đổi người làm việc.',
    en: () => 'The role of the person at work may not do this. Change who is at work.',
  },
  'nobody-at-work': {
    vi: () => 'Chưa chọn người đang làm việc. Chọn tên của bạn trước.',
    en: () => 'Nobody is at work. Choose your name first.',
  },
  'operator-unknown': {
    vi: () => 'Không có người này trong sổ người làm việc. Chọn người khác.',
    en: () => 'This person is not among the operators. Choose another.',
  },
  'operator-exists': {
    vi: () => 'Đã có người làm việc với mã này. Chọn mã khác.',
    en: () => 'There is an operator with this id. Choose another id.',
  },
  'operator-has-account': {
    vi: () => 'Người này (cùng số định danh) đã có tên trong sổ. Dùng tên đã có.',
    en: () => 'This person (same citizen number) is already an operator. Use that entry.',
  },
  'no-operators': { vi: () => 'Cần ít nhất một người làm việc. Thêm người.', en: () => 'At least one operator is needed. Add one.' },
  'no-file-open': { vi: () => 'Chưa mở tệp dữ liệu. Mở hoặc tạo tệp trước.', en: () => 'No data file is open. Open or create one first.' },
  'file-exists': {
    vi: () => 'Đã có tệp ở chỗ này. Chọn tên khác hoặc mở tệp đó.',
    en: () => 'There is a file at this place. Choose another name or open it.',
  },
  'bag-file-too-big': {
    vi: ({ file, megabytes, most }) =>
      `Tệp thành phần hồ sơ “${file}” có ${megabytes} MB, gói bàn giao chứa tệp đến ${most} MB. Bỏ chọn kèm tệp thành phần hồ sơ rồi giao riêng các tệp đó.`,
    en: ({ file, megabytes, most }) =>
      `The dossier file “${file}” has ${megabytes} MB, a package holds files of up to ${most} MB. Untick the dossier files and hand them over apart.`,
  },
  'bag-too-big': {
    vi: ({ megabytes, most }) =>
      `Gói sẽ có ${megabytes} MB, nơi nhận kiểm được đến ${most} MB. Bỏ chọn kèm tệp thành phần hồ sơ rồi giao riêng các tệp đó.`,
    en: ({ megabytes, most }) =>
      `The package would have ${megabytes} MB, up to ${most} MB can be checked. Untick the dossier files and hand them over apart.`,
  },
  'case-unknown': {
    vi: () => 'Không có hồ sơ này trong tệp. Chọn trong danh sách.',
    en: () => 'There is no such case in the file. Choose from the list.',
  },
  'checker-not-built': {
    vi: () => 'Bản cài này thiếu trang kiểm tra. Dựng lại ứng dụng (npm run build) rồi xuất lại.',
    en: () => 'The checker page is not part of this installation. Build the app again (npm run build), then write it out.',
  },
  'paper-unknown': {
    vi: () => 'Không có văn bản này trong hồ sơ. Chọn trong danh sách.',
    en: () => 'There is no such paper in the case. Choose from the list.',
  },
  'paper-superseded': {
    vi: () => 'Văn bản này đã được thay bằng bản mới. Ký bản mới.',
    en: () => 'This paper was superseded. Sign the new version.',
  },
  'already-signed': {
    vi: () => 'Chỗ ký này đã ký. Chọn chỗ ký tiếp theo.',
    en: () => 'This place is signed already. Choose the next one.',
  },
  'signing-order': {
    vi: () => 'Chưa đến lượt ký này. Người ký trước phải ký xong.',
    en: () => 'It is not the turn of this signer. The one before must sign first.',
  },
  'wrong-signer': {
    vi: () => 'Chứng thư không phải của người phải ký. Chọn khóa của đúng người.',
    en: () => 'The certificate does not belong to the expected signer. Choose the right key.',
  },
  'wrong-password': { vi: () => 'Mật khẩu của khóa chưa đúng. Nhập lại.', en: () => 'The password of the key is wrong. Enter it again.' },
  'passphrase-too-short': {
    vi: ({ least }) => `Mật khẩu quá ngắn, cần ít nhất ${least} ký tự. Đặt mật khẩu dài hơn.`,
    en: ({ least }) => `The passphrase is too short: ${least} characters at least. Choose a longer one.`,
  },
  'passphrase-of-another': {
    vi: () => 'Mật khẩu riêng trùng mật khẩu của nơi cấp chứng thư. Người được cấp tự đặt mật khẩu khác.',
    en: () => 'The own passphrase repeats that of the authority. Let the person choose another.',
  },
  'passphrase-unchanged': {
    vi: () => 'Mật khẩu mới trùng mật khẩu đang dùng. Đặt mật khẩu khác.',
    en: () => 'The new passphrase is the one of now. Choose another.',
  },
  'sample-passphrase-stays': {
    vi: () => 'Tệp tỉnh mẫu giữ mật khẩu có sẵn để lần sau còn mở được. Đổi mật khẩu trong tệp của cơ quan.',
    en: () => 'The sample province keeps its passphrase, so that it opens next time. Change that of the file of your office.',
  },
  'wrong-passphrase': { vi: () => 'Mật khẩu của tệp chưa đúng. Gõ lại.', en: () => 'The passphrase is wrong. Enter it again.' },
  'key-unknown': { vi: () => 'Không có khóa này. Chọn khóa khác.', en: () => 'There is no such key. Choose another.' },
  'key-exists': { vi: () => 'Khóa này đã có trong sổ. Dùng khóa đã có.', en: () => 'This key is kept already. Use it.' },
  'key-file-unreadable': {
    vi: () => 'Tệp này không phải tệp khóa PKCS#12. Chọn tệp .p12 hoặc .pfx.',
    en: () => 'This is no PKCS#12 key file. Choose a .p12 or .pfx file.',
  },
  'key-kind-unsupported': {
    vi: () => 'Loại khóa này chưa dùng được. Dùng khóa RSA từ 2048 bit hoặc P-256.',
    en: () => 'This kind of key cannot be used. Use RSA of 2048 bits or more, or P-256.',
  },
  'key-does-not-fit-certificate': {
    vi: () => 'Khóa và chứng thư không khớp. Kiểm tra lại tệp khóa.',
    en: () => 'Key and certificate do not fit. Check the key file.',
  },
  'certificate-missing': {
    vi: () => 'Tệp khóa không có chứng thư. Xin lại tệp đầy đủ.',
    en: () => 'The key file holds no certificate. Ask for the complete file.',
  },
  'certificate-not-in-force': {
    vi: ({ validTo }) => `Chứng thư không có hiệu lực vào lúc này${validTo ? ` (đến ${day(validTo)})` : ''}. Dùng chứng thư còn hạn.`,
    en: ({ validTo }) => `The certificate is not in force now${validTo ? ` (until ${day(validTo)})` : ''}. Use one that is.`,
  },
  'certificate-not-for-signing': {
    vi: () => 'Chứng thư này không dùng để ký. Chọn chứng thư ký số.',
    en: () => 'This certificate is not for signing. Choose a signing certificate.',
  },
  'chain-too-long': {
    vi: () => 'Chuỗi chứng thư quá dài để đặt vào văn bản. Báo người quản lý khóa.',
    en: () => 'The certificate chain is too long for the paper. Tell the keeper of keys.',
  },
  'sample-key-in-real-case': {
    vi: () => 'Khóa mẫu chỉ ký được hồ sơ dữ liệu mẫu. Dùng khóa thật.',
    en: () => 'The sample key signs only sample cases. Use a real key.',
  },
  'no-authority': {
    vi: () => 'Cơ quan chưa có bộ cấp chứng thư. Tạo bộ cấp chứng thư trước.',
    en: () => 'The office has no certificate authority. Create it first.',
  },
  'authority-exists': {
    vi: () => 'Cơ quan đã có bộ cấp chứng thư. Dùng bộ đã có.',
    en: () => 'The office has its certificate authority already. Use it.',
  },
  'earlier-state-broken': {
    vi: () => 'Không ký tiếp được: văn bản đã bị thay đổi hoặc chữ ký trước không đúng. Kiểm tra văn bản.',
    en: () => 'Cannot sign: the paper was altered or an earlier signature is wrong. Check the paper.',
  },
  'classified-print-only': {
    vi: () => 'Hồ sơ có độ mật chỉ được in để ký tay, không xuất hồ sơ ký số.',
    en: () => 'A classified case is printed and signed by hand; no signed record is exported.',
  },
  'no-signed-papers': {
    vi: () => 'Hồ sơ chưa có văn bản nào ký đủ để xuất. Ký trước.',
    en: () => 'The case has no fully signed paper to export. Sign first.',
  },
  'clock-went-back': {
    vi: ({ lastAt, systemAt }) =>
      `Đồng hồ máy (${moment(systemAt)}) sớm hơn lần ghi cuối (${moment(lastAt)}). Chỉnh lại đồng hồ, hoặc xác nhận với lý do.`,
    en: ({ lastAt, systemAt }) =>
      `The clock (${moment(systemAt)}) is earlier than the last record (${moment(lastAt)}). Set the clock, or confirm with a reason.`,
  },
  'clock-is-right': {
    vi: () => 'Đồng hồ không lùi, không cần xác nhận. Tiếp tục làm việc.',
    en: () => 'The clock did not go back; nothing to confirm. Go on.',
  },
  'corrupt-log': {
    vi: () => 'Sổ ghi không đọc lại được, đã dừng ghi. Chạy kiểm tra sổ và báo người quản trị.',
    en: () => 'The log cannot be read back; writing has stopped. Run the check of the log and tell the administrator.',
  },
  'day-outside-year': {
    vi: ({ date, year }) => `Ngày ${day(date)} không thuộc năm ${year}. Sửa lại ngày.`,
    en: ({ date, year }) => `The day ${day(date)} is not in ${year}. Correct it.`,
  },
  'day-off-and-working': {
    vi: ({ date }) => `Ngày ${day(date)} vừa nghỉ vừa làm bù. Bỏ một trong hai.`,
    en: ({ date }) => `The day ${day(date)} is both off and working. Remove one.`,
  },
  'text-not-nfc': {
    vi: () => 'Văn bản có chữ tổ hợp rời (chưa theo NFC). Gõ lại bằng bảng mã Unicode dựng sẵn.',
    en: () => 'The text holds decomposed letters (not NFC). Type it again in precomposed Unicode.',
  },
  'glyph-missing': {
    vi: ({ character, near }) =>
      `Phông chữ của văn bản không có ký tự "${character}"${near === undefined ? '' : ` (ở chỗ “${near}”)`} nên không in được. Bỏ hoặc thay ký tự đó rồi làm lại.`,
    en: ({ character, near }) =>
      `The face of the papers has no character "${character}"${near === undefined ? '' : ` (at “${near}”)`}, so it cannot be printed. Remove or replace it and try again.`,
  },
  'record-hash-differs': {
    vi: () => 'Dữ liệu kèm không khớp mã băm in trên văn bản. Lập lại văn bản.',
    en: () => 'The embedded data does not fit the printed hash. Draw the paper again.',
  },
  'file-unreadable': {
    vi: ({ name }) =>
      `Không đọc được tệp ${String(name)}: tệp đã bị dời đi, đang bị chương trình khác giữ, hoặc thiết bị đã rút. Kiểm tra rồi chọn lại.`,
    en: ({ name }) =>
      `The file ${String(name)} cannot be read: it was moved, another program holds it, or its device was pulled out. Check it and choose again.`,
  },
  'pdf-unreadable': { vi: () => 'Tệp PDF không đọc được. Kiểm tra lại tệp.', en: () => 'The PDF cannot be read. Check the file.' },
  'field-unknown': {
    vi: () => 'Văn bản không có chỗ ký này. Chọn chỗ ký khác.',
    en: () => 'The paper has no such place to sign. Choose another.',
  },
  'file-too-big': {
    vi: ({ name, megabytes, most }) =>
      `${name}: ${megabytes} MB, lớn hơn mức ${most} MB nên không đọc. Chọn đúng tệp hồ sơ; gói lớn thì kiểm bằng lệnh verify hoặc kiem-tra.html.`,
    en: ({ name, megabytes, most }) =>
      `${name}: ${megabytes} MB, over the ${most} MB that are read. Choose the right file; check a large package by the command verify or kiem-tra.html.`,
  },
  'not-found': {
    vi: ({ at, names }) => `Không tìm thấy ${list(at ?? names) || 'tệp'}. Kiểm tra lại đường dẫn.`,
    en: ({ at, names }) => `Not found: ${list(at ?? names) || 'the file'}. Check the path.`,
  },
  'spelling-unchanged': {
    vi: () => 'Cơ quan đang dùng cách đặt dấu thanh này rồi. Chọn cách khác hoặc bỏ qua.',
    en: () => 'The office already uses this place for tone marks. Choose the other one or leave it.',
  },
} as const satisfies Sentences
