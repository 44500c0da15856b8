// Why a token, its driver or its PIN stops a signature. PKCS#11 gives flags, not a number of tries: the sentence promises no more.
import type { Sentences } from './sentence.ts'

const triesVi: Readonly<Record<string, string>> = { few: ' Thiết bị báo còn ít lần thử.', one: ' Thiết bị báo chỉ còn một lần thử.' }
const triesEn: Readonly<Record<string, string>> = { few: ' The token says few tries are left.', one: ' The token says one try is left.' }

export const tokenRefusals = {
  'pin-wrong': {
    vi: ({ tries }) => `Mã PIN chưa đúng.${triesVi[String(tries)] ?? ''} Nhập lại, hoặc dừng để hỏi người cấp thiết bị.`,
    en: ({ tries }) => `The PIN is wrong.${triesEn[String(tries)] ?? ''} Enter it again, or stop and ask who issued the token.`,
  },
  'pin-locked': {
    vi: () => 'Thiết bị ký đã khóa vì nhập sai mã PIN nhiều lần. Nhờ nơi cấp thiết bị mở khóa.',
    en: () => 'The token is locked after wrong PINs. Have its issuer unlock it.',
  },
  'pin-expired': {
    vi: () => 'Mã PIN của thiết bị đã hết hạn. Đổi mã PIN bằng công cụ của thiết bị.',
    en: () => 'The PIN of the token has expired. Change it with the tool of the token.',
  },
  'pin-not-set': {
    vi: () => 'Thiết bị chưa đặt mã PIN. Đặt mã PIN bằng công cụ của thiết bị.',
    en: () => 'The token has no PIN yet. Set one with the tool of the token.',
  },
  'no-token-inserted': {
    vi: () => 'Không thấy thiết bị ký nào trong đầu đọc. Cắm thiết bị rồi tìm lại.',
    en: () => 'No token is in any reader. Insert it and look again.',
  },
  'token-missing': {
    vi: ({ label }) => `Không thấy thiết bị ký${label ? ` "${String(label)}"` : ''}. Cắm đúng thiết bị rồi làm lại.`,
    en: ({ label }) => `The token${label ? ` "${String(label)}"` : ''} is not there. Insert the right one and try again.`,
  },
  'token-removed': {
    vi: () => 'Thiết bị ký bị rút ra giữa chừng, chưa có gì được ghi. Cắm lại rồi ký lại.',
    en: () => 'The token was pulled out meanwhile; nothing was recorded. Insert it and sign again.',
  },
  'token-key-missing': {
    vi: ({ label }) => `Thiết bị${label ? ` "${String(label)}"` : ''} không còn khóa này. Tìm lại thiết bị và đăng ký khóa đang có.`,
    en: ({ label }) =>
      `The token${label ? ` "${String(label)}"` : ''} does not hold this key. Look at the token again and register the key it has.`,
  },
  'token-driver-missing': {
    vi: ({ at }) => `Không có tệp trình điều khiển${at ? ` ${String(at)}` : ''}. Ghi đường dẫn đầy đủ tới tệp .dll, .so hoặc .dylib.`,
    en: ({ at }) => `There is no driver file${at ? ` ${String(at)}` : ''}. Give the full path of the .dll, .so or .dylib.`,
  },
  'token-driver-not-library': {
    vi: () => 'Tệp này không phải thư viện chạy được. Chọn tệp .dll, .so hoặc .dylib của thiết bị ký.',
    en: () => 'This file is no library. Choose the .dll, .so or .dylib of the token.',
  },
  'token-driver-wrong-machine': {
    vi: ({ made, needed }) => `Trình điều khiển làm cho ${made}, máy này cần ${needed}. Cài bản dành cho ${needed}.`,
    en: ({ made, needed }) => `The driver is for ${made}; this app needs ${needed}. Install the version for ${needed}.`,
  },
  'token-driver-not-loadable': {
    vi: () => 'Hệ điều hành không nạp được trình điều khiển, có thể thiếu phần đi kèm. Cài lại bộ cài của thiết bị.',
    en: () => 'The system cannot load the driver; a part it needs may be missing. Reinstall the software of the token.',
  },
  'token-driver-not-pkcs11': {
    vi: () => 'Thư viện này không phải trình điều khiển PKCS#11. Hỏi nơi cấp thiết bị tên tệp PKCS#11.',
    en: () => 'This library is no PKCS#11 driver. Ask the issuer of the token for the PKCS#11 file.',
  },
  'token-driver-failed': {
    vi: ({ call, answer }) => `Trình điều khiển từ chối (${call} ${answer}). Rút và cắm lại thiết bị; nếu vẫn vậy, báo nơi cấp.`,
    en: ({ call, answer }) => `The driver declined (${call} ${answer}). Reinsert the token; if it stays so, tell its issuer.`,
  },
  'token-driver-crashed': {
    vi: () => 'Trình điều khiển dừng đột ngột, chưa có gì được ghi. Cập nhật trình điều khiển rồi làm lại.',
    en: () => 'The driver stopped suddenly; nothing was recorded. Update the driver and try again.',
  },
  'token-driver-hung': {
    vi: ({ seconds }) => `Trình điều khiển không trả lời sau ${seconds} giây nên đã bị dừng. Rút và cắm lại thiết bị rồi làm lại.`,
    en: ({ seconds }) => `The driver did not answer within ${seconds} seconds and was ended. Reinsert the token and try again.`,
  },
  'token-driver-not-named': {
    vi: () => 'Trình điều khiển này chưa có trong sổ của cơ quan. Cán bộ tổ chức thêm nó trước.',
    en: () => 'The office has not named this driver. Let the HR officer add it first.',
  },
  'token-driver-changed': {
    vi: ({ at }) =>
      `Tệp trình điều khiển${at ? ` ${String(at)}` : ''} đã khác lúc được thêm vào sổ. Nếu vừa cập nhật, cán bộ tổ chức thêm lại.`,
    en: ({ at }) =>
      `The driver file${at ? ` ${String(at)}` : ''} differs from the one that was added. If it was updated, let the HR officer add it again.`,
  },
} as const satisfies Sentences
