// Workbooks as they really come: what each is, how it is made, and the account an import must give of it.

import type { ImportPlan } from '../../workflows/registry/import/plan.ts'
import type { PersonData } from '../../workflows/registry/person.ts'
import type { KnownUnit } from '../support/registry-known.ts'
import { dateCell, handMade, type Kind, type Made, type MadeSheet, serial, textRow, workbook } from '../support/workbooks.ts'

export type Ugly = {
  readonly title: string
  readonly bytes: () => Uint8Array
  readonly known?: readonly PersonData[]
  readonly units?: readonly KnownUnit[]
  /** What the clerk answered. */
  readonly answers?: (plan: ImportPlan) => ImportPlan
  /** Lines as `told` writes them. */
  readonly account: readonly string[]
  readonly sheet?: number
}

const heads = ['STT', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Số CCCD']
const table = (...rows: Made[][]): MadeSheet => ({ rows: [heads, ...rows] })
const an = ['Nguyễn Văn An', '15/08/1975', 'Nam', '036075001234']
const binh = ['Trần Thị Bình', '20/03/1980', 'Nữ', '001180001235']
const knownAn: PersonData = { name: 'Nguyễn Văn An', birthDate: '1975-08-15', sex: 'male', citizenId: '036075001234' }
const sheet = (rows: Made[][], more: Partial<MadeSheet> = {}, kind: Kind = 'xlsx') => workbook({ rows, ...more }, kind)
const csv = (text: string) => new TextEncoder().encode(text)
const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

const convert =
  (encoding: 'tcvn3' | 'vni' | 'utf8AsWestern', ...columns: number[]) =>
  (plan: ImportPlan): ImportPlan => ({
    ...plan,
    columns: plan.columns.map((one) => (columns.includes(one.column) ? { ...one, encoding } : one)),
  })
const order =
  (column: number, dateOrder: 'dayFirst' | 'monthFirst') =>
  (plan: ImportPlan): ImportPlan => ({
    ...plan,
    columns: plan.columns.map((one) => (one.column === column ? { ...one, dateOrder } : one)),
  })

export const uglyWorkbooks: readonly Ugly[] = [
  {
    title: 'a plain table',
    bytes: () => workbook(table([1, ...an], [2, ...binh])),
    account: ['2 new Nguyễn Văn An 1975-08-15 male 036075001234', '3 new Trần Thị Bình 1980-03-20 female 001180001235'],
  },
  {
    title: 'four rows of titles, a merged head of two rows, numbers of columns under it, and signatures below',
    bytes: () =>
      sheet(
        [
          ['TỈNH ỦY A', null, null, null, 'ĐẢNG CỘNG SẢN VIỆT NAM'],
          ['BAN TỔ CHỨC'],
          ['DANH SÁCH CÁN BỘ (tính đến 30/6/2026)'],
          [],
          ['TT', 'Họ và tên', 'Ngày sinh', null, 'Số định danh'],
          [null, null, 'Nam', 'Nữ'],
          ['(1)', '(2)', '(3)', '(4)', '(5)'],
          [1, 'Nguyễn Văn An', '15/08/1975', null, '036075001234'],
          [2, 'Trần Thị Bình', null, '20/03/1980', '001180001235'],
          [null, 'Tổng cộng: 2 người'],
          [],
          [null, 'NGƯỜI LẬP BIỂU', null, 'TRƯỞNG BAN'],
          [null, 'Lê Văn Lập', null, 'Phạm Văn Trưởng'],
        ],
        { merges: ['A3:E3', 'A5:A6', 'B5:B6', 'C5:D5', 'E5:E6'] },
      ),
    account: [
      '8 new Nguyễn Văn An 1975-08-15 male 036075001234',
      '9 new Trần Thị Bình 1980-03-20 female 001180001235',
      '10 skipped total: Tổng cộng: 2 người',
      '12 skipped remark: NGƯỜI LẬP BIỂU | TRƯỞNG BAN',
      '13 skipped remark: Lê Văn Lập | Phạm Văn Trưởng',
    ],
  },
  {
    title: 'headings of units between the people, taken as units',
    bytes: () =>
      sheet([
        ['STT', 'Họ và tên', 'Ngày sinh', 'Chức vụ', 'Ngày bổ nhiệm'],
        ['I', 'Văn phòng'],
        [1, 'Nguyễn Văn An', '15/08/1975', 'Chánh Văn phòng', '01/02/2022'],
        ['II', 'Phòng Tổ chức'],
        [1, 'Trần Thị Bình', '20/03/1980', 'Trưởng phòng', '15/03/2023'],
      ]),
    answers: (plan) => ({ ...plan, groupsAreUnits: true, newUnits: { level: 'division', kind: 'government' } }),
    account: [
      '2 skipped group: Văn phòng',
      '3 new Nguyễn Văn An 1975-08-15; + Chánh Văn phòng, Văn phòng, 2022-02-01',
      '4 skipped group: Phòng Tổ chức',
      '5 new Trần Thị Bình 1980-03-20; + Trưởng phòng, Phòng Tổ chức, 2023-03-15',
    ],
  },
  {
    title: 'one unit merged downwards over its people, known to the registry, one of whom holds his post already',
    bytes: () =>
      sheet(
        [
          ['Đơn vị', 'Họ tên', 'CCCD', 'Chức vụ', 'Từ ngày'],
          ['Sở Nội vụ', 'Nguyễn Văn An', '036075001234', 'Giám đốc', '01/01/2020'],
          [null, 'Trần Thị Bình', '001180001235', 'Phó Giám đốc', '01/06/2024'],
          [null, 'Lê Thị Hoa', '001182001236', 'Thanh tra viên'],
        ],
        { merges: ['A2:A4'] },
      ),
    known: [knownAn],
    units: [{ name: 'Sở Nội vụ', posts: [{ title: 'Giám đốc', heldBy: [0] }, { title: 'Phó Giám đốc' }] }],
    account: [
      '2 unchanged Nguyễn Văn An',
      '3 new Trần Thị Bình 001180001235; + Phó Giám đốc, Sở Nội vụ, 2024-06-01',
      '4 new Lê Thị Hoa 001182001236; left 4 post import-post-without-day',
    ],
  },
  {
    title: 'the name over two columns under one merged head',
    bytes: () =>
      sheet(
        [
          ['STT', 'Họ và tên', null, 'Năm sinh'],
          [1, 'Nguyễn Văn', 'An', 1975],
          [2, 'Trần Thị', 'Bình', 1980],
        ],
        { merges: ['B1:C1'] },
      ),
    account: ['2 new Nguyễn Văn An 1975', '3 new Trần Thị Bình 1980'],
  },
  {
    title: 'day, month and year of birth in three columns',
    bytes: () =>
      sheet(
        [
          ['Họ tên', 'Ngày sinh', null, null],
          [null, 'Ngày', 'Tháng', 'Năm'],
          ['Nguyễn Văn An', 15, 8, 1975],
          ['Trần Thị Bình', null, null, 1980],
          ['Lê Văn Chung', null, 3, 1982],
        ],
        { merges: ['A1:A2', 'B1:D1'] },
      ),
    account: ['3 new Nguyễn Văn An 1975-08-15', '4 new Trần Thị Bình 1980', '5 new Lê Văn Chung 1982-03'],
  },
  {
    title: 'no head at all: columns known by what is in them',
    bytes: () =>
      sheet([
        ['Nguyễn Văn An', dateCell('1975-08-15'), 'Nam', '036075001234'],
        ['Trần Thị Bình', dateCell('1980-03-20'), 'Nữ', '001180001235'],
        ['Lê Văn Chung', dateCell('1982-11-30'), 'Nam', '001082001299'],
      ]),
    account: [
      '1 new Nguyễn Văn An 1975-08-15 male 036075001234',
      '2 new Trần Thị Bình 1980-03-20 female 001180001235',
      '3 new Lê Văn Chung 1982-11-30 male 001082001299',
    ],
  },
  {
    title: 'citizen numbers that lost their zeros: refused, with what they may have been',
    bytes: () =>
      workbook(table([1, 'Nguyễn Văn An', '15/08/1975', 'Nam', 36075001234], [2, 'Trần Thị Bình', '20/03/1980', 'Nữ', 1180001235])),
    account: [
      '2 refused Nguyễn Văn An: E2 import-citizen-id-short (36075001234 → 036075001234)',
      '3 refused Trần Thị Bình: E3 import-citizen-id-short (1180001235 → 001180001235)',
    ],
  },
  {
    title: 'the same, once the clerk agreed to the zeros',
    bytes: () =>
      workbook(table([1, 'Nguyễn Văn An', '15/08/1975', 'Nam', 36075001234], [2, 'Trần Thị Bình', '20/03/1980', 'Nữ', 1180001235])),
    answers: (plan) => ({ ...plan, padsZeros: true }),
    account: ['2 new Nguyễn Văn An 1975-08-15 male 036075001234', '3 new Trần Thị Bình 1980-03-20 female 001180001235'],
  },
  {
    title: 'numbers whose cells show their zeros, with blanks, an apostrophe, and one Excel rounded',
    bytes: () =>
      workbook(
        table(
          [1, 'Nguyễn Văn An', '15/08/1975', 'Nam', { v: 36075001234, z: '000000000000' }],
          [2, 'Trần Thị Bình', '20/03/1980', 'Nữ', "'001 180 001 235"],
          [3, 'Lê Văn Chung', '30/11/1982', 'Nam', '1.08E+09'],
          [4, 'Hoàng Thị Dung', '01/02/1990', 'Nữ', 'chưa có'],
        ),
      ),
    account: [
      '2 new Nguyễn Văn An 1975-08-15 male 036075001234',
      '3 new Trần Thị Bình 1980-03-20 female 001180001235',
      '4 refused Lê Văn Chung: E4 import-citizen-id-rounded (1.08E+09)',
      '5 refused Hoàng Thị Dung: E5 import-citizen-id-unreadable (chưa có)',
    ],
  },
  {
    title: 'dates in every dress: texts, serials, bare years, months, words, and formats that hide the day',
    bytes: () =>
      sheet([
        ['Họ tên', 'Ngày sinh'],
        ['Nguyễn Văn An', '15/8/1975'],
        ['Trần Thị Bình', '20-03-1980'],
        ['Lê Văn Chung', '8/1975'],
        ['Hoàng Thị Dung', 1982],
        ['Phạm Văn Em', serial('1979-12-31')],
        ['Vũ Thị Giang', 'ngày 05 tháng 9 năm 1990'],
        ['Đỗ Văn Hải', { v: serial('1985-01-01'), z: 'yyyy' }],
        ['Bùi Thị Kim', { v: serial('1986-04-01'), z: 'mm/yyyy' }],
        ['Ngô Văn Lâm', '29/02/1981'],
        ['Dương Thị Mai', '15/8/75'],
        ['Đặng Văn Nam', '1988-10-09'],
      ]),
    account: [
      '2 new Nguyễn Văn An 1975-08-15',
      '3 new Trần Thị Bình 1980-03-20',
      '4 new Lê Văn Chung 1975-08',
      '5 new Hoàng Thị Dung 1982',
      '6 new Phạm Văn Em 1979-12-31',
      '7 new Vũ Thị Giang 1990-09-05',
      '8 new Đỗ Văn Hải 1985',
      '9 new Bùi Thị Kim 1986-04',
      '10 refused Ngô Văn Lâm: B10 import-date-unreadable (29/02/1981)',
      '11 refused Dương Thị Mai: B11 import-date-short-year (15/8/75)',
      '12 new Đặng Văn Nam 1988-10-09',
    ],
  },
  {
    title: 'months first somewhere in the column: whatever can be read two ways is refused',
    bytes: () =>
      sheet([
        ['Họ tên', 'Ngày sinh'],
        ['Nguyễn Văn An', '08/25/1975'],
        ['Trần Thị Bình', '03/04/1980'],
        ['Lê Văn Chung', '07/07/1981'],
      ]),
    account: [
      '2 refused Nguyễn Văn An: B2 import-date-order-unclear (08/25/1975)',
      '3 refused Trần Thị Bình: B3 import-date-order-unclear (03/04/1980)',
      '4 new Lê Văn Chung 1981-07-07',
    ],
  },
  {
    title: 'the same, once the clerk said that the month stands first',
    bytes: () =>
      sheet([
        ['Họ tên', 'Ngày sinh'],
        ['Nguyễn Văn An', '08/25/1975'],
        ['Trần Thị Bình', '03/04/1980'],
      ]),
    answers: order(1, 'monthFirst'),
    account: ['2 new Nguyễn Văn An 1975-08-25', '3 new Trần Thị Bình 1980-03-04'],
  },
  {
    title: 'an American Excel turned the days it could: date cells up to 12, texts beyond',
    bytes: () =>
      sheet([
        ['Họ tên', 'Ngày sinh'],
        ['Nguyễn Văn An', '15/08/1975'],
        ['Trần Thị Bình', dateCell('1980-05-08')],
        ['Lê Văn Chung', '30/11/1982'],
      ]),
    account: [
      '2 new Nguyễn Văn An 1975-08-15',
      '3 refused Trần Thị Bình: B3 import-date-maybe-swapped (08/05/1980)',
      '4 new Lê Văn Chung 1982-11-30',
    ],
  },
  {
    title: 'a workbook of the 1904 calendar',
    bytes: () =>
      workbook(
        {
          rows: [
            ['Họ tên', 'Ngày sinh'],
            ['Nguyễn Văn An', { v: serial('1975-08-15') - 1462, z: 'dd/mm/yyyy' }],
            ['Trần Thị Bình', 1980],
          ],
        },
        'xlsx',
        { date1904: true },
      ),
    account: ['2 new Nguyễn Văn An 1975-08-15', '3 new Trần Thị Bình 1980'],
  },
  {
    title: 'TCVN3 in a face of capitals, converted with consent',
    bytes: () =>
      sheet([
        ['STT', 'Hä vµ tªn', 'Ngµy sinh', 'Quª qu¸n'],
        [1, 'NguyÔn V¨n §øc', '15/08/1975', 'HuyÖn Gia Léc, H¶i D­¬ng'],
        [2, 'TrÇn ThÞ Ph­îng', '20/03/1980', 'TØnh H­ng Yªn'],
        [3, 'Lª Hµ', '30/11/1982', 'Thµnh phè H¶i Phßng'],
      ]),
    answers: convert('tcvn3', 1, 3),
    account: ['2 new Nguyễn Văn Đức 1975-08-15', '3 new Trần Thị Phượng 1980-03-20', '4 new Lê Hà 1982-11-30'],
  },
  {
    title: 'VNI, converted with consent',
    bytes: () =>
      sheet([
        ['STT', 'Hoï vaø teân', 'Ngaøy sinh'],
        [1, 'Nguyeãn Vaên An', '15/08/1975'],
        [2, 'Traàn Thò Phöôïng', '20/03/1980'],
        [3, 'Ñoã Vaên Höng', '30/11/1982'],
      ]),
    answers: convert('vni', 1),
    account: ['2 new Nguyễn Văn An 1975-08-15', '3 new Trần Thị Phượng 1980-03-20', '4 new Đỗ Văn Hưng 1982-11-30'],
  },
  {
    title: 'UTF-8 that somebody read as Western text',
    bytes: () =>
      sheet([
        ['Họ tên', 'Ngày sinh'],
        ['Nguyá»…n VÄƒn An', '15/08/1975'],
        ['Tráº§n Thá»‹ BÃ¬nh', '20/03/1980'],
      ]),
    answers: convert('utf8AsWestern', 0),
    account: ['2 new Nguyễn Văn An 1975-08-15', '3 new Trần Thị Bình 1980-03-20'],
  },
  {
    title: 'names in NFD with no-break and zero-width blanks, capitals, a number and "đ/c" in front',
    bytes: () =>
      sheet([
        ['Họ và tên', 'Ngày sinh'],
        ['Nguyễn Văn Ánh'.normalize('NFD'), '15/08/1975'],
        ['\u00a0Trần\u00a0 Thị\u200b  Bình ', '20/03/1980'],
        ['3. ĐỖ THỊ HẰNG', '30/11/1982'],
        ['Đ/c Lê Văn Chung', '01/02/1983'],
        ['H’Hen Niê', '1992'],
      ]),
    account: [
      '2 new Nguyễn Văn Ánh 1975-08-15',
      '3 new Trần Thị Bình 1980-03-20',
      '4 new Đỗ Thị Hằng 1982-11-30',
      '5 new Lê Văn Chung 1983-02-01',
      '6 new H’Hen Niê 1992',
    ],
  },
  {
    title: '#N/A, #REF! as text, formulas with a result and one without',
    bytes: () =>
      handMade(
        textRow(1, ['Họ tên', 'Ngày sinh', 'Số CCCD', 'Quê quán']) +
          '<row r="2"><c r="A2" t="str"><f>B9&amp;"x"</f><v>Nguyễn Văn An</v></c><c r="B2" t="inlineStr"><is><t>15/08/1975</t></is></c><c r="C2"><f>VLOOKUP(1,A1:B2,2)</f></c><c r="D2" t="e"><v>#N/A</v></c></row>' +
          '<row r="3"><c r="A3" t="inlineStr"><is><t>Trần Thị Bình</t></is></c><c r="B3" t="inlineStr"><is><t>20/03/1980</t></is></c><c r="C3" t="inlineStr"><is><t>001180001235</t></is></c><c r="D3" t="inlineStr"><is><t>#REF!</t></is></c></row>',
      ),
    account: [
      '2 refused Nguyễn Văn An: C2 import-cell-formula; left D2 import-cell-error (#N/A)',
      '3 new Trần Thị Bình 1980-03-20 001180001235; left D3 import-cell-error (#REF!)',
    ],
  },
  {
    title: 'coefficients with commas, ranks with codes, degrees and levels in short',
    bytes: () =>
      sheet([
        ['Họ tên', 'Ngày sinh', 'Ngạch', 'Bậc', 'Hệ số', 'Trình độ chuyên môn', 'Lý luận chính trị', 'QLNN', 'Ngoại ngữ'],
        ['Nguyễn Văn An', '15/08/1975', '01.002', 3, '5,08', 'Thạc sĩ Luật', 'CC', 'CVC', 'Anh B1'],
        ['Trần Thị Bình', '20/03/1980', 'Chuyên viên (01.003)', 2, 2.67, 'ĐH Kinh tế', 'Trung cấp', 'Chuyên viên', 'Tiếng Pháp'],
        ['Lê Văn Chung', '30/11/1982', null, null, '4.9.8', 'Bằng đẹp', 'X', null, 'khá'],
      ]),
    account: [
      '2 new Nguyễn Văn An 1975-08-15 rank 01.002/Chuyên viên chính/3/508 master:Luật advanced principal Anh:B1',
      '3 new Trần Thị Bình 1980-03-20 rank 01.003/Chuyên viên/2/267 bachelor:Kinh tế intermediate specialist Pháp',
      '4 new Lê Văn Chung 1982-11-30; left E4 import-decimal-unreadable (4.9.8); left 4 expertise import-level-unreadable (Bằng đẹp); left 4 politicalTheory import-level-unreadable (X); left 4 foreignLanguage import-level-unreadable (khá)',
    ],
  },
  {
    title: 'schooling of 12/12 that Excel took for a day in December',
    bytes: () =>
      sheet([
        ['Họ tên', 'Ngày sinh', 'Văn hóa'],
        ['Nguyễn Văn An', '15/08/1975', dateCell('2026-12-12', 'dd/mm')],
        ['Trần Thị Bình', '20/03/1980', '12/12'],
      ]),
    account: ['2 new Nguyễn Văn An 1975-08-15; left C2 import-turned-into-date (12/12/2026)', '3 new Trần Thị Bình 1980-03-20'],
  },
  {
    title: 'hidden rows, told as such, and left out when the clerk says so',
    bytes: () => workbook({ ...table([1, ...an], [2, ...binh]), hiddenRows: [3] }),
    answers: (plan) => ({ ...plan, skipsHiddenRows: true }),
    account: ['2 new Nguyễn Văn An 1975-08-15 male 036075001234'],
  },
  {
    title: 'several sheets: a cover, a hidden one, and the roster third',
    bytes: () =>
      workbook([
        { name: 'Bìa', rows: [['SỞ NỘI VỤ'], ['Danh sách']] },
        { name: 'Cũ', isHidden: true, ...table([1, ...binh]) },
        { name: 'Danh sách', ...table([1, ...an]) },
      ]),
    sheet: 2,
    account: ['2 new Nguyễn Văn An 1975-08-15 male 036075001234'],
  },
  {
    title: 'the head printed again on every page',
    bytes: () => sheet([heads, [1, ...an], heads, [2, ...binh]]),
    account: [
      '2 new Nguyễn Văn An 1975-08-15 male 036075001234',
      '3 skipped head: Họ và tên | Ngày sinh | Giới tính | Số CCCD',
      '4 new Trần Thị Bình 1980-03-20 female 001180001235',
    ],
  },
  {
    title: 'H-5: the same number, another birth date: refused, never merged',
    bytes: () => workbook(table([1, 'Nguyễn Văn An', '16/08/1975', 'Nam', '036075001234'])),
    known: [knownAn],
    account: ['2 refused Nguyễn Văn An: 2 import-birth-differs (Nguyễn Văn An 1975-08-15)'],
  },
  {
    title: 'people on record: kept, changed, of another name, of another number, perhaps the same',
    bytes: () =>
      sheet([
        ['Họ tên', 'Ngày sinh', 'CCCD', 'Dân tộc', 'Quê quán'],
        ['NGUYỄN VĂN AN', '15/08/1975', '036075001234'],
        ['Trần Thị Bình', '20/03/1980', '001180001235', 'Tày', 'Xã Bình Hà'],
        ['Hoàng Văn Lạ', '30/11/1982', '001082001299'],
        ['Phạm Thị Hoà', '05/05/1985', '001185009999'],
        ['Vũ Văn Khoa', '1990', null],
        ['Đỗ Thị Lan', '01/01/1991', null],
      ]),
    known: [
      knownAn,
      { name: 'Trần Thị Bình', birthDate: '1980-03-20', citizenId: '001180001235', ethnicity: 'Kinh' },
      { name: 'Lê Văn Chung', birthDate: '1982-11-30', citizenId: '001082001299' },
      { name: 'Phạm Thị Hòa', birthDate: '1985-05-05', citizenId: '001185000001' },
      { name: 'Vũ Văn Khoa', birthDate: '1990-07-01' },
      { name: 'Đỗ Thị Lan', birthDate: '1991-01-01' },
    ],
    account: [
      '2 unchanged Nguyễn Văn An',
      '3 changed Trần Thị Bình: nativePlace – → Xã Bình Hà, ethnicity Kinh → Tày',
      '4 refused Hoàng Văn Lạ: 4 import-name-differs (Hoàng Văn Lạ) Lê Văn Chung',
      '5 refused Phạm Thị Hoà: 5 import-number-differs (001185009999) Phạm Thị Hòa',
      '6 refused Vũ Văn Khoa: 6 import-maybe-same Vũ Văn Khoa',
      '7 unchanged Đỗ Thị Lan',
    ],
  },
  {
    title: 'one person twice: the same words, other words, and a second post',
    bytes: () =>
      sheet([
        ['Họ tên', 'Ngày sinh', 'CCCD', 'Dân tộc', 'Đơn vị', 'Chức vụ', 'Ngày bổ nhiệm'],
        ['Nguyễn Văn An', '15/08/1975', '036075001234', 'Kinh', 'Đảng ủy xã', 'Bí thư', '01/07/2025'],
        ['Nguyễn Văn An', '15/08/1975', '036075001234', 'Kinh', 'HĐND xã', 'Chủ tịch HĐND', '02/07/2025'],
        ['Trần Thị Bình', '20/03/1980', '001180001235', 'Kinh'],
        ['Trần Thị Bình', '20/03/1980', '001180001235', 'Tày'],
        ['Lê Văn Chung', '30/11/1982', null, 'Kinh'],
        ['Lê Văn Chung', '30/11/1982', null, 'Kinh'],
      ]),
    answers: (plan) => ({ ...plan, newUnits: { level: 'commune', kind: 'government' } }),
    account: [
      '2 new Nguyễn Văn An 1975-08-15 036075001234; + Bí thư, Đảng ủy xã, 2025-07-01',
      '3 new Nguyễn Văn An as row 2; + Chủ tịch HĐND, HĐND xã, 2025-07-02 (concurrent)',
      '4 refused Trần Thị Bình: 4 import-twice-differs',
      '5 refused Trần Thị Bình: 5 import-twice-differs',
      '6 new Lê Văn Chung 1982-11-30',
      '7 unchanged Lê Văn Chung as row 6',
    ],
  },
  {
    title: 'an old .xls',
    bytes: () =>
      workbook(
        { rows: [heads, [1, ...an], [2, 'Trần Thị Bình', dateCell('1980-03-20'), 'Nữ', '001180001235']], merges: ['A5:E5'] },
        'biff8',
      ),
    account: ['2 new Nguyễn Văn An 1975-08-15 male 036075001234', '3 new Trần Thị Bình 1980-03-20 female 001180001235'],
  },
  {
    title: 'an .ods',
    bytes: () => workbook({ rows: [heads, [1, ...an], [2, 'Trần Thị Bình', dateCell('1980-03-20'), 'Nữ', '001180001235']] }, 'ods'),
    account: ['2 new Nguyễn Văn An 1975-08-15 male 036075001234', '3 new Trần Thị Bình 1980-03-20 female 001180001235'],
  },
  {
    title: 'a .csv with semicolons, a byte order mark and a quoted line end',
    bytes: () =>
      csv(
        '\ufeffSTT;Họ và tên;Ngày sinh;Số CCCD\r\n1;"Nguyễn Văn\nAn";15/08/1975;036075001234\r\n2;Trần Thị Bình;20/03/1980;="001180001235"\r\n',
      ),
    account: ['2 new Nguyễn Văn An 1975-08-15 036075001234', '3 new Trần Thị Bình 1980-03-20 001180001235'],
  },
  {
    title: 'a .csv of TCVN3 bytes',
    bytes: () => bytesOf('STT,Hä vµ tªn,Ngµy sinh\r\n1,NguyÔn V¨n §øc,15/08/1975\r\n2,TrÇn ThÞ Ph\u00ad\u00eeng,20/03/1980\r\n'),
    answers: convert('tcvn3', 1),
    account: ['2 new Nguyễn Văn Đức 1975-08-15', '3 new Trần Thị Phượng 1980-03-20'],
  },
  {
    title: 'a page saved as .xls by a web system',
    bytes: () =>
      csv(
        '<html><meta charset="utf-8"><body><table><tr><th>STT</th><th>Họ và tên</th><th>Ngày sinh</th><th>Số CCCD</th></tr><tr><td>1</td><td>Nguyễn Văn An</td><td>15/08/1975</td><td>036075001234</td></tr></table></body></html>',
      ),
    account: ['2 new Nguyễn Văn An 1975-08-15 036075001234'],
  },
  {
    title: 'data without a name, a name with digits, a sex nobody knows',
    bytes: () =>
      workbook(
        table(
          [1, null, '15/08/1975', 'Nam', '036075001234'],
          [2, 'Phòng 12', '20/03/1980', 'Nữ', '001180001235'],
          [3, 'Lê Văn Chung', '30/11/1982', '?', '001082001299'],
        ),
      ),
    account: [
      '2 refused : 2 import-name-missing',
      '3 refused : B3 import-name-unreadable (Phòng 12)',
      '4 new Lê Văn Chung 1982-11-30 001082001299; left D4 import-gender-unreadable (?)',
    ],
  },
]
