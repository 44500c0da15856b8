// Why a workbook, a row or a cell was not taken in, and what to do about it.
import type { Numbers } from '../core/refusal.ts'
import { importFieldName } from './import-fields.ts'
import { recordFieldName } from './record-values.ts'
import { num, type Sentences } from './sentence.ts'

/** `Ô B7 (Ngày sinh) ghi “15/8/75”`; of a row without a cell at hand: `Dòng 7`. */
function cellVi({ at = '', field, shown }: Numbers): string {
  const place = /^[A-Z]/.test(String(at)) ? `Ô ${at}` : at === '' ? 'Ô' : `Dòng ${at}`
  const name = importFieldName(field, 'vi')
  return `${place}${name === '' ? '' : ` (${name})`}${shown === undefined || shown === '' ? '' : ` ghi “${shown}”`}`
}
function cellEn({ at = '', field, shown }: Numbers): string {
  const place = /^[A-Z]/.test(String(at)) ? `Cell ${at}` : at === '' ? 'The cell' : `Row ${at}`
  const name = importFieldName(field, 'en')
  return `${place}${name === '' ? '' : ` (${name})`}${shown === undefined || shown === '' ? '' : ` says “${shown}”`}`
}
/** A partial day as it is written: `1975`, `08/1975`, `15/08/1975`. */
const partial = (value: Numbers[string]): string =>
  String(value ?? '')
    .split('-')
    .reverse()
    .join('/')

export const importRefusals = {
  'workbook-empty-file': {
    vi: () => 'Tệp này rỗng, không có gì để đọc. Chọn tệp khác hoặc lấy lại bản gốc.',
    en: () => 'This file is empty. Choose another one, or fetch the original again.',
  },
  'workbook-not-one': {
    vi: () => 'Tệp này không phải bảng tính. Chọn tệp .xlsx, .xls, .ods hoặc .csv.',
    en: () => 'This file is no spreadsheet. Choose an .xlsx, .xls, .ods or .csv file.',
  },
  'workbook-locked': {
    vi: () => 'Bảng tính có mật khẩu nên không đọc được. Mở bằng Excel, bỏ mật khẩu, lưu lại rồi chọn lại tệp.',
    en: () => 'The workbook has a password and cannot be read. Open it in Excel, remove the password, save it and choose it again.',
  },
  'workbook-broken': {
    vi: () => 'Tệp bảng tính hỏng nên không đọc được, chưa có gì được nhập. Mở và lưu lại bằng Excel, hoặc xin lại bản gốc.',
    en: () => 'The workbook is broken and cannot be read; nothing was imported. Open and save it in Excel, or ask for the original again.',
  },
  'workbook-too-big': {
    vi: ({ megabytes }) =>
      `Tệp quá lớn hoặc bung ra quá lớn (quá ${num(megabytes)} MB) nên không mở. Tách danh sách thành nhiều tệp, bỏ hình trong tệp.`,
    en: ({ megabytes }) =>
      `The file is too large or unfolds too far (over ${num(megabytes)} MB) and is not opened. Split the list into several files and take out pictures.`,
  },
  'workbook-too-many-rows': {
    vi: ({ sheet, most }) =>
      `Trang tính “${sheet}” dài hơn ${num(most)} dòng nên không đọc. Tách thành nhiều tệp, mỗi tệp không quá ${num(most)} dòng.`,
    en: ({ sheet, most }) =>
      `Sheet “${sheet}” is longer than ${num(most)} rows and is not read. Split it into files of at most ${num(most)} rows.`,
  },
  'workbook-no-cells': {
    vi: () => 'Bảng tính không có ô nào có chữ hay số. Chọn tệp khác.',
    en: () => 'No cell of this workbook holds anything. Choose another file.',
  },
  'import-cell-error': {
    vi: (numbers) => `${cellVi(numbers)} là giá trị hỏng của Excel, không phải dữ liệu. Sửa công thức trong Excel hoặc gõ giá trị.`,
    en: (numbers) => `${cellEn(numbers)}, which Excel shows for a failed formula. Mend the formula in Excel or type the value.`,
  },
  'import-cell-formula': {
    vi: (numbers) => `${cellVi(numbers)} là công thức chưa được tính. Mở tệp bằng Excel, lưu lại rồi nhập.`,
    en: (numbers) => `${cellEn(numbers)} holds a formula that was never calculated. Open the file in Excel, save it, then import.`,
  },
  'import-date-unreadable': {
    vi: (numbers) => `${cellVi(numbers)}, không đọc được thành ngày. Ghi theo dạng ngày/tháng/năm, hoặc chỉ năm.`,
    en: (numbers) => `${cellEn(numbers)}, which cannot be read as a day. Write day/month/year, or the year alone.`,
  },
  'import-date-order-unclear': {
    vi: (numbers) => `${cellVi(numbers)}: cột này có ngày viết tháng trước, không rõ số nào là ngày. Chọn thứ tự ngày tháng cho cột.`,
    en: (numbers) =>
      `${cellEn(numbers)}: this column has dates with the month first, so day and month cannot be told apart. Choose the order for the column.`,
  },
  'import-date-maybe-swapped': {
    vi: (numbers) => `${cellVi(numbers)}: Excel có thể đã đảo ngày với tháng ở cột này. Xem mẫu rồi chọn thứ tự cho cột.`,
    en: (numbers) =>
      `${cellEn(numbers)}: Excel may have turned day and month round in this column. Look at the sample and choose the order.`,
  },
  'import-date-short-year': {
    vi: (numbers) => `${cellVi(numbers)}: năm chỉ có hai chữ số, không rõ thế kỷ. Ghi đủ bốn chữ số.`,
    en: (numbers) => `${cellEn(numbers)}: a year of two digits does not tell its century. Write all four.`,
  },
  'import-citizen-id-short': {
    vi: ({ proposed, ...numbers }) =>
      `${cellVi(numbers)}: thiếu chữ số, có thể mất số 0 ở đầu (${proposed}). Đồng ý thêm số 0 cho cả cột, hoặc sửa trong tệp.`,
    en: ({ proposed, ...numbers }) =>
      `${cellEn(numbers)}: digits are missing, perhaps zeros in front (${proposed}). Agree to add them for the whole column, or mend the file.`,
  },
  'import-citizen-id-unreadable': {
    vi: (numbers) => `${cellVi(numbers)}, không phải 12 chữ số. Sửa theo thẻ căn cước.`,
    en: (numbers) => `${cellEn(numbers)}, which is not twelve digits. Correct it by the citizen card.`,
  },
  'import-citizen-id-rounded': {
    vi: (numbers) => `${cellVi(numbers)}: Excel đã làm tròn số này, các chữ số cuối đã mất. Gõ lại số từ thẻ căn cước.`,
    en: (numbers) => `${cellEn(numbers)}: Excel rounded this number and its last digits are gone. Type it again from the citizen card.`,
  },
  'import-old-id-unreadable': {
    vi: (numbers) => `${cellVi(numbers)}, không phải số chứng minh 9 chữ số. Sửa trong tệp hoặc để trống.`,
    en: (numbers) => `${cellEn(numbers)}, which is no card number of nine digits. Correct it or leave it empty.`,
  },
  'import-name-missing': {
    vi: ({ at }) => `Dòng ${at ?? ''} có dữ liệu nhưng không có họ tên. Ghi họ tên hoặc bỏ dòng này.`,
    en: ({ at }) => `Row ${at ?? ''} has data but no name. Write the name or take the row out.`,
  },
  'import-name-unreadable': {
    vi: (numbers) => `${cellVi(numbers)}, không giống họ tên. Sửa trong tệp, hoặc chọn lại cột họ tên.`,
    en: (numbers) => `${cellEn(numbers)}, which does not look like a name. Correct it, or choose the column of names again.`,
  },
  'import-gender-unreadable': {
    vi: (numbers) => `${cellVi(numbers)}, không phải Nam hay Nữ. Ghi Nam hoặc Nữ.`,
    en: (numbers) => `${cellEn(numbers)}, which is neither male nor female. Write Nam or Nữ.`,
  },
  'import-mark-unreadable': {
    vi: (numbers) => `${cellVi(numbers)}: cột này chỉ đánh dấu x. Đánh x hoặc để trống.`,
    en: (numbers) => `${cellEn(numbers)}: this column takes an x only. Mark it or leave it empty.`,
  },
  'import-decimal-unreadable': {
    vi: (numbers) => `${cellVi(numbers)}, không phải hệ số như 4,98. Sửa trong tệp.`,
    en: (numbers) => `${cellEn(numbers)}, which is no coefficient such as 4.98. Correct it in the file.`,
  },
  'import-count-unreadable': {
    vi: (numbers) => `${cellVi(numbers)}, không phải số nguyên hợp lệ. Sửa trong tệp.`,
    en: (numbers) => `${cellEn(numbers)}, which is no whole number that fits. Correct it in the file.`,
  },
  'import-code-unreadable': {
    vi: (numbers) => `${cellVi(numbers)}, không đúng dạng của số này. Sửa theo giấy gốc.`,
    en: (numbers) => `${cellEn(numbers)}, which is not the form of such a number. Correct it by the original.`,
  },
  'import-turned-into-date': {
    vi: (numbers) => `${cellVi(numbers)}: Excel đã đổi nội dung ô thành ngày. Định dạng ô là văn bản, gõ lại như 12/12.`,
    en: (numbers) =>
      `${cellEn(numbers)}: Excel turned what was typed into a day. Format the cell as text and type it again, such as 12/12.`,
  },
  'import-text-too-long': {
    vi: (numbers) => `${cellVi(numbers)}, dài quá mức. Rút ngắn trong tệp.`,
    en: (numbers) => `${cellEn(numbers)}, which is too long. Shorten it in the file.`,
  },
  'import-level-unreadable': {
    vi: (numbers) => `${cellVi(numbers)}, chưa hiểu là trình độ nào. Ghi như “Đại học”, “Cao cấp”, “Chuyên viên chính”, “Anh B1”.`,
    en: (numbers) =>
      `${cellEn(numbers)}, and which level that is was not understood. Write for instance “Đại học”, “Cao cấp”, “Chuyên viên chính”, “Anh B1”.`,
  },
  'import-degree-missing': {
    vi: (numbers) => `${cellVi(numbers)} nhưng không có trình độ. Thêm cột trình độ chuyên môn.`,
    en: (numbers) => `${cellEn(numbers)} without a degree. Add a column with the degree.`,
  },
  'import-rank-missing': {
    vi: (numbers) => `${cellVi(numbers)} nhưng không có ngạch. Thêm cột ngạch.`,
    en: (numbers) => `${cellEn(numbers)} without a rank. Add a column with the rank.`,
  },
  'import-day-needed': {
    vi: (numbers) => `${cellVi(numbers)}: cần đủ ngày, tháng, năm. Ghi đủ rồi nhập lại.`,
    en: (numbers) => `${cellEn(numbers)}: the whole day is needed. Write day, month and year.`,
  },
  'import-birth-twice': {
    vi: ({ at }) => `Dòng ${at ?? ''} có ngày sinh ở cả hai cột nam và nữ, hoặc khác giới tính đã ghi. Để lại một ngày ở đúng cột.`,
    en: ({ at }) => `Row ${at ?? ''} has a date of birth in both columns, or against the sex it gives. Leave one, in the right column.`,
  },
  'import-birth-differs': {
    vi: ({ at, known, knownBirth, shown }) =>
      `Dòng ${at ?? ''}: số định danh này trong sổ là của ${known}, sinh ${partial(knownBirth)}, còn tệp ghi sinh ${partial(shown)}. Đối chiếu giấy tờ, sửa bên sai rồi nhập lại.`,
    en: ({ at, known, knownBirth, shown }) =>
      `Row ${at ?? ''}: in the registry this citizen number belongs to ${known}, born ${partial(knownBirth)}; the file says ${partial(shown)}. Look at the papers, correct what is wrong and import again.`,
  },
  'import-name-differs': {
    vi: ({ at, known, shown }) =>
      `Dòng ${at ?? ''}: số định danh này trong sổ là của ${known}, còn tệp ghi ${shown}. Đối chiếu giấy tờ, sửa bên sai rồi nhập lại.`,
    en: ({ at, known, shown }) =>
      `Row ${at ?? ''}: in the registry this citizen number belongs to ${known}; the file says ${shown}. Look at the papers, correct what is wrong and import again.`,
  },
  'import-number-differs': {
    vi: ({ at, known, knownNumber, shown }) =>
      `Dòng ${at ?? ''}: trong sổ có ${known} cùng ngày sinh nhưng số định danh ${knownNumber}, tệp ghi ${shown}. Nếu là hai người, thêm người này trong sổ; nếu là một, sửa số sai.`,
    en: ({ at, known, knownNumber, shown }) =>
      `Row ${at ?? ''}: the registry has ${known} with the same date of birth and the number ${knownNumber}; the file says ${shown}. If they are two people, add this one in the registry; if one, correct the number.`,
  },
  'import-several-match': {
    vi: ({ at, count }) => `Dòng ${at ?? ''}: trong sổ có ${num(count)} người khớp với dòng này. Ghi số định danh vào tệp để biết là ai.`,
    en: ({ at, count }) =>
      `Row ${at ?? ''}: ${num(count)} people of the registry fit this row. Write the citizen number into the file to tell who it is.`,
  },
  'import-maybe-same': {
    vi: ({ at, known, knownBirth }) =>
      `Dòng ${at ?? ''}: trong sổ có ${known}${knownBirth === '' || knownBirth === undefined ? ', chưa rõ ngày sinh' : `, sinh ${partial(knownBirth)}`}, có thể là cùng một người. Ghi số định danh hoặc đủ ngày sinh vào tệp.`,
    en: ({ at, known, knownBirth }) =>
      `Row ${at ?? ''}: the registry has ${known}${knownBirth === '' || knownBirth === undefined ? ', date of birth unknown' : `, born ${partial(knownBirth)}`}, who may be the same person. Write the citizen number or the whole date of birth into the file.`,
  },
  'import-maybe-same-row': {
    vi: ({ at, rows, known, knownBirth }) =>
      `Dòng ${at ?? ''}: có thể cùng một người với dòng ${rows ?? ''} (${known ?? ''}${knownBirth === '' || knownBirth === undefined ? ', chưa rõ ngày sinh' : `, sinh ${partial(knownBirth)}`}), tệp không ghi đủ để biết. Chọn là ai ở dòng này, hoặc ghi số định danh, đủ ngày sinh vào tệp.`,
    en: ({ at, rows, known, knownBirth }) =>
      `Row ${at ?? ''}: may be the person of row ${rows ?? ''} (${known ?? ''}${knownBirth === '' || knownBirth === undefined ? ', date of birth unknown' : `, born ${partial(knownBirth)}`}); the file does not say enough to tell. Say who it is in this row, or write the citizen number or the whole date of birth into the file.`,
  },
  'import-same-name': {
    vi: ({ at, known, knownBirth }) =>
      `Dòng ${at ?? ''}: đã có ${known}, sinh ${partial(knownBirth)}, nhưng không có số định danh để biết có phải cùng một người không. Chọn là ai ở dòng này.`,
    en: ({ at, known, knownBirth }) =>
      `Row ${at ?? ''}: ${known}, born ${partial(knownBirth)}, is there already, and no citizen number tells whether they are one person. Say who it is in this row.`,
  },
  'import-decision-stale': {
    vi: ({ at }) => `Dòng ${at ?? ''}: người đã chọn không còn khớp với dòng này. Chọn lại là ai.`,
    en: ({ at }) => `Row ${at ?? ''}: the person chosen does not fit this row any more. Say again who it is.`,
  },
  'import-twice-differs': {
    vi: ({ at, row, what }) =>
      `Dòng ${at ?? ''} và dòng ${row ?? ''} là một người nhưng ghi khác nhau${typeof what === 'string' && what !== '' ? ` (${recordFieldName(what, 'vi')})` : ''}. Sửa cho giống nhau hoặc bỏ một dòng.`,
    en: ({ at, row, what }) =>
      `Rows ${at ?? ''} and ${row ?? ''} are one person but say different things${typeof what === 'string' && what !== '' ? ` (${recordFieldName(what, 'en')})` : ''}. Make them agree or take one out.`,
  },
  'import-twice-refused': {
    vi: ({ at, row }) =>
      `Dòng ${at ?? ''} là cùng người với dòng ${row ?? ''}, dòng đó chưa nhập được. Giải quyết dòng ${row ?? ''} trước.`,
    en: ({ at, row }) => `Row ${at ?? ''} is the person of row ${row ?? ''}, which cannot be taken. Settle row ${row ?? ''} first.`,
  },
  'import-place-outside': {
    vi: ({ rows }) => `Dòng dữ liệu phải nằm dưới tiêu đề và trong ${num(rows)} dòng của trang tính. Chọn lại dòng.`,
    en: ({ rows }) =>
      `The first row of data must stand below the head and within the ${num(rows)} rows of the sheet. Choose the rows again.`,
  },
  'import-undecided': {
    vi: ({ questions }) =>
      `Còn ${num(questions)} điều về tệp này chưa chọn (bảng mã, thứ tự ngày tháng, số 0 ở đầu, cột họ tên). Chọn xong rồi nhập.`,
    en: ({ questions }) =>
      `${num(questions)} things about this file are not settled (encoding, order of dates, zeros in front, column of names). Settle them, then import.`,
  },
  'nothing-to-export': {
    vi: () => 'Không có ai trong danh sách này vào ngày đã chọn, nên không có gì để xuất. Đổi ngày hoặc bỏ bớt điều kiện lọc.',
    en: () => 'Nobody is on this list on the day chosen, so there is nothing to export. Choose another day or a wider filter.',
  },
  'import-gone': {
    vi: () => 'Tệp này không còn mở để nhập. Chọn lại tệp.',
    en: () => 'This file is not open for import any more. Choose it again.',
  },
  'import-nothing-new': {
    vi: () => 'Không dòng nào thêm hay thay đổi gì trong sổ, nên không có gì để nhập. Xem các dòng bị từ chối hoặc chọn lại cột.',
    en: () =>
      'No row adds or changes anything in the registry, so there is nothing to import. Look at the refused rows or choose the columns again.',
  },
  'import-stopped': {
    vi: () => 'Đã dừng, chưa có gì được ghi. Chọn lại tệp khi muốn nhập.',
    en: () => 'Stopped; nothing was recorded. Choose the file again when you want to import.',
  },
  'import-post-without-unit': {
    vi: (numbers) => `${cellVi(numbers)} nhưng không rõ đơn vị nào. Thêm cột đơn vị, hoặc dùng dòng nhóm làm đơn vị.`,
    en: (numbers) => `${cellEn(numbers)}, of which unit is not told. Add a column with the unit, or take the headings as units.`,
  },
  'import-unit-without-post': {
    vi: (numbers) => `${cellVi(numbers)} nhưng không có chức vụ, nên chưa ghi ai giữ chức gì. Thêm cột chức vụ.`,
    en: (numbers) => `${cellEn(numbers)} without a post, so nobody's post is recorded. Add a column with the post.`,
  },
  'import-unit-unknown': {
    vi: (numbers) => `${cellVi(numbers)}: sổ chưa có đơn vị này. Thêm đơn vị trong sổ, hoặc cho phép tạo đơn vị khi nhập.`,
    en: (numbers) => `${cellEn(numbers)}: the registry does not know this unit. Add it, or let the import make it.`,
  },
  'import-unit-several': {
    vi: ({ known, ...numbers }) =>
      known === undefined
        ? `${cellVi(numbers)}: sổ có nhiều đơn vị cùng tên này. Chọn đây là danh sách của đơn vị nào, hoặc ghi chức vụ cho người này trong sổ.`
        : `${cellVi(numbers)}: trong ${known} có nhiều đơn vị cùng tên này. Ghi chức vụ cho người này trong sổ.`,
    en: ({ known, ...numbers }) =>
      known === undefined
        ? `${cellEn(numbers)}: several units of the registry have this name. Choose whose roster this is, or record the post in the registry by hand.`
        : `${cellEn(numbers)}: several units within ${known} have this name. Record the post in the registry by hand.`,
  },
  'import-unit-elsewhere': {
    vi: ({ known, ...numbers }) =>
      `${cellVi(numbers)}: ${known ?? ''} không có đơn vị này, chỉ cơ quan khác có đơn vị cùng tên. Thêm đơn vị trong sổ, hoặc cho phép tạo đơn vị khi nhập.`,
    en: ({ known, ...numbers }) =>
      `${cellEn(numbers)}: ${known ?? ''} has no such unit, only other bodies have one of this name. Add it, or let the import make it.`,
  },
  'import-body-not-there': {
    vi: ({ day }) =>
      `Đơn vị đã chọn cho danh sách này không có trong sổ vào ngày ${partial(day)}. Chọn đơn vị khác, hoặc đổi ngày của danh sách.`,
    en: ({ day }) =>
      `The unit this roster was said to be of is not in the registry on ${partial(day)}. Choose another unit, or another day of the roster.`,
  },
  'import-without-post': {
    vi: (numbers) => `${cellVi(numbers)} nhưng dòng này không ghi chức vụ và đơn vị. Thêm cột chức vụ, đơn vị.`,
    en: (numbers) => `${cellEn(numbers)}, but the row names no post and unit. Add columns with the post and the unit.`,
  },
  'import-end-before-start': {
    vi: ({ known, ...numbers }) =>
      `${cellVi({ ...numbers, shown: partial(numbers.shown) })}, trước ngày bắt đầu ${partial(known)}. Sửa ngày trong tệp.`,
    en: ({ known, ...numbers }) =>
      `${cellEn({ ...numbers, shown: partial(numbers.shown) })}, before the first day ${partial(known)}. Correct the day in the file.`,
  },
  'import-end-differs': {
    vi: ({ known, ...numbers }) =>
      `${cellVi({ ...numbers, shown: partial(numbers.shown) })}, còn sổ ghi đã thôi giữ chức từ hết ngày ${partial(known)}. Đối chiếu quyết định rồi sửa bên sai.`,
    en: ({ known, ...numbers }) =>
      `${cellEn({ ...numbers, shown: partial(numbers.shown) })}, while the registry has the last day ${partial(known)}. Look at the decision and correct what is wrong.`,
  },
  'import-document-without-day': {
    vi: (numbers) =>
      `${cellVi(numbers)}: không có ngày bổ nhiệm đủ ngày, tháng, năm hoặc số dài quá mức, nên chưa ghi văn bản. Sửa trong tệp.`,
    en: (numbers) =>
      `${cellEn(numbers)}: without a whole day of appointment, or too long, so the document is not kept. Correct it in the file.`,
  },
  'import-side-post-unknown': {
    vi: (numbers) =>
      `${cellVi(numbers)}: sổ chưa có đúng một chức danh như vậy trong tổ chức của đơn vị này. Thêm chức danh trong sổ, hoặc ghi kèm tên tổ chức.`,
    en: (numbers) =>
      `${cellEn(numbers)}: the registry has no single post of that name in the organisation of this unit. Add the post, or write the name of the organisation with it.`,
  },
  'import-discipline-unreadable': {
    vi: (numbers) =>
      `${cellVi(numbers)}, chưa hiểu là hình thức kỷ luật nào. Ghi như “Khiển trách về Đảng, 15/3/2024”; nhiều lần thì cách nhau bằng dấu chấm phẩy.`,
    en: (numbers) =>
      `${cellEn(numbers)}, and which form of discipline that is was not understood. Write for instance “Khiển trách về Đảng, 15/3/2024”, several parted by semicolons.`,
  },
  'import-discipline-side-unclear': {
    vi: (numbers) => `${cellVi(numbers)}: không rõ kỷ luật về Đảng, chính quyền hay đoàn thể. Ghi rõ trong tệp.`,
    en: (numbers) => `${cellEn(numbers)}: by the Party, the state or a mass organisation is not told. Say so in the file.`,
  },
  'import-discipline-day-needed': {
    vi: (numbers) => `${cellVi(numbers)}: cần một ngày hiệu lực đủ ngày, tháng, năm. Ghi thêm ngày, hoặc thêm cột ngày kỷ luật.`,
    en: (numbers) => `${cellEn(numbers)}: one whole day from which it holds is needed. Add the day, or a column with it.`,
  },
  'import-discipline-missing': {
    vi: (numbers) => `${cellVi(numbers)} nhưng không có hình thức kỷ luật. Ghi hình thức, hoặc xóa ngày.`,
    en: (numbers) => `${cellEn(numbers)} without a form of discipline. Write the form, or take the day out.`,
  },
  'import-award-unreadable': {
    vi: (numbers) => `${cellVi(numbers)}, là kỷ luật chứ không phải khen thưởng. Chuyển sang cột kỷ luật.`,
    en: (numbers) => `${cellEn(numbers)}, which is a discipline and no award. Move it to the column of discipline.`,
  },
  'import-post-without-day': {
    vi: (numbers) => `${cellVi(numbers)} nhưng không có ngày bổ nhiệm đủ ngày, tháng, năm. Thêm ngày, hoặc chọn ngày chung cho danh sách.`,
    en: (numbers) => `${cellEn(numbers)} without a whole day of appointment. Add the day, or choose one for the whole list.`,
  },
} as const satisfies Sentences
