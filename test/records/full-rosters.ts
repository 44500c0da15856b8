// Rosters that tell more than who people are: codes, posts in the Party, ends of tenures, notes, awards and disciplines.
import { PersonId, UnitId } from '../../workflows/core/ids.ts'
import type { PersonData } from '../../workflows/registry/person.ts'
import { handMade, textRow, workbook } from '../support/workbooks.ts'
import type { Ugly } from './ugly-workbooks.ts'

const an: PersonData = { name: 'Nguyễn Văn An', birthDate: '1975-08-15', citizenId: '036075001234' }
const binh: PersonData = { name: 'Trần Thị Bình', birthDate: '1980-03-20', citizenId: '001180001235' }
const sheet = (...rows: readonly (readonly (string | number | null)[])[]) => workbook({ rows })

/** People whom nothing but their names and birth dates tells apart. */
const namesakes: readonly PersonData[] = [
  { name: 'Nguyễn Văn An', birthDate: '1975-08-15' },
  { name: 'Trần Thị Bình', birthDate: '1980-03-20', citizenId: '001180001235' },
  { name: 'Lê Văn Chung', birthDate: '1982-11-30', nativePlace: { text: 'Xã Một' } },
  { name: 'Lê Văn Chung', birthDate: '1982-11-30', nativePlace: { text: 'Xã Hai' } },
  { name: 'Vũ Văn Khoa', birthDate: '1990-07-01' },
  { name: 'Phạm Thị Hoa', birthDate: '1985-05-05', citizenId: '001185000001' },
]
const sameNames = [
  ['Họ tên', 'Ngày sinh', 'Số CCCD', 'Dân tộc'],
  ['Nguyễn Văn An', '15/08/1975', null, 'Kinh'],
  ['Trần Thị Bình', '20/03/1980', null, null],
  ['Lê Văn Chung', '30/11/1982', null, 'Kinh'],
  ['Vũ Văn Khoa', '1990', null, null],
  ['Phạm Thị Hoa', '05/05/1985', '001185009999', null],
  ['Đỗ Thị Lan', '01/01/1991', null, 'Kinh'],
  ['Đỗ Thị Lan', '01/01/1991', null, 'Tày'],
] as const

/** Two departments with units of one name, and two of one name within the second. */
const departments: Pick<Ugly, 'bytes' | 'units'> = {
  bytes: () =>
    sheet(
      ['Họ tên', 'Số CCCD', 'Đơn vị', 'Chức vụ', 'Ngày bổ nhiệm', 'Chức vụ Đảng', 'Ngày giữ chức vụ Đảng'],
      ['Nguyễn Văn An', '036075001234', 'Văn phòng', 'Chánh Văn phòng', '01/01/2020', 'Bí thư Chi bộ Văn phòng', '01/02/2020'],
      ['Trần Thị Bình', '001180001235', 'Phòng Tài chính', 'Trưởng phòng', '01/01/2021', null, null],
      ['Lê Văn Chung', '001082001299', 'UBND tỉnh', 'Phó Chủ tịch', '01/01/2022', null, null],
      ['Đỗ Thị Lan', '001191001300', 'Ban Lạ', 'Trưởng ban', '01/01/2023', null, null],
    ),
  units: [
    { name: 'UBND tỉnh', posts: [{ title: 'Phó Chủ tịch' }] },
    { name: 'Sở Nội vụ', under: 0 },
    { name: 'Văn phòng', under: 1, posts: [{ title: 'Chánh Văn phòng' }] },
    { name: 'Chi bộ Văn phòng', kind: 'partyBody', under: 2, posts: [{ title: 'Bí thư' }] },
    { name: 'Sở Y tế', under: 0 },
    { name: 'Văn phòng', under: 4, posts: [{ title: 'Chánh Văn phòng' }] },
    { name: 'Chi bộ Văn phòng', kind: 'partyBody', under: 5, posts: [{ title: 'Bí thư' }] },
    { name: 'Phòng Tài chính', under: 4, posts: [{ title: 'Trưởng phòng' }] },
    { name: 'Chi cục Dân số', under: 4 },
    { name: 'Văn phòng', under: 8, posts: [{ title: 'Chánh Văn phòng' }] },
  ],
}

/** Rows that may be one person, as far as their births and numbers are told. */
const maybeOne = [
  ['Họ tên', 'Ngày sinh', 'Số CCCD', 'Dân tộc'],
  ['Nguyễn Văn An', '1984', null, null],
  ['Nguyễn Văn An', '12/4/1984', null, 'Kinh'],
  ['Nguyễn Văn An', '1985', null, null],
  ['Trần Thị Bình', '20/03/1980', '001180001235', null],
  ['Trần Thị Bình', '1980', null, null],
  ['Trần Thị Bình', '1980', '001180009999', null],
  ['Lê Văn Chung', null, null, 'Kinh'],
  ['Lê Văn Chung', '03/1982', '001082001299', null],
  ['Đỗ Thị Lan', '04/1991', null, null],
  ['Đỗ Thị Lan', '20/05/1991', null, null],
  ['Lê Văn Chung', '1977', null, null],
] as const

export const fullRosters: readonly Ugly[] = [
  {
    title: 'two rows that may be one person, though not both tell the whole birth date: the second waits, and names the first',
    bytes: () => sheet(...maybeOne),
    account: [
      '2 new Nguyễn Văn An 1984',
      '3 refused Nguyễn Văn An: 3 import-maybe-same-row Nguyễn Văn An; ? row 2, new',
      '4 new Nguyễn Văn An 1985',
      '5 new Trần Thị Bình 1980-03-20 001180001235',
      '6 refused Trần Thị Bình: 6 import-maybe-same-row Trần Thị Bình; ? row 5, new',
      '7 new Trần Thị Bình 1980 001180009999',
      '8 new Lê Văn Chung',
      '9 refused Lê Văn Chung: 9 import-maybe-same-row Lê Văn Chung; ? row 8, new',
      '10 new Đỗ Thị Lan 1991-04',
      '11 new Đỗ Thị Lan 1991-05-20',
      '12 refused Lê Văn Chung: 12 import-maybe-same-row Lê Văn Chung; ? row 8, new',
    ],
  },
  {
    title:
      'the same, decided: what the second row tells more is taken of the one person; where several remain, which of them is not guessed',
    bytes: () => sheet(...maybeOne),
    answers: (plan) => ({
      ...plan,
      decisions: [
        { row: 3, is: 'same' },
        { row: 6, is: 'new' },
        { row: 9, is: 'same' },
        { row: 12, is: 'left' },
      ],
    }),
    account: [
      '2 new Nguyễn Văn An 1984',
      '3 changed Nguyễn Văn An as row 2: birthDate 1984 → 1984-04-12, ethnicity – → Kinh; = same',
      '4 new Nguyễn Văn An 1985',
      '5 new Trần Thị Bình 1980-03-20 001180001235',
      '6 new Trần Thị Bình 1980; = new',
      '7 refused Trần Thị Bình: 7 import-maybe-same-row Trần Thị Bình; ? row 6, new',
      '8 new Lê Văn Chung',
      '9 changed Lê Văn Chung as row 8: birthDate – → 1982-03, citizenId – → 001082001299; = same',
      '10 new Đỗ Thị Lan 1991-04',
      '11 new Đỗ Thị Lan 1991-05-20',
      '12 skipped leftOut: Lê Văn Chung; = left',
    ],
  },
  {
    title:
      'a row that comes again by its number says more, is asked about without one, and takes what it said back with the first it contradicts',
    bytes: () =>
      sheet(
        ['Họ tên', 'Ngày sinh', 'Số CCCD', 'Giới tính', 'Dân tộc', 'Tôn giáo'],
        ['Nguyễn Văn An', '15/08/1975', '036075001234', 'Nam', null, null],
        ['Nguyễn Văn An', '1975', '036075001234', null, 'Kinh', null],
        ['Nguyễn Văn An', '15/08/1975', '036075001234', null, 'Kinh', 'Phật giáo'],
        ['Trần Thị Bình', '20/03/1980', null, 'Nữ', null, null],
        ['Trần Thị Bình', '20/03/1980', null, 'Nữ', 'Tày', null],
        ['Lê Văn Chung', '30/11/1982', '001082001299', 'Nam', null, null],
        ['Lê Văn Chung', '30/11/1982', '001082001299', null, 'Kinh', null],
        ['Lê Văn Chung', '30/11/1982', '001082001299', null, 'Tày', null],
      ),
    account: [
      '2 new Nguyễn Văn An 1975-08-15 male 036075001234',
      '3 changed Nguyễn Văn An as row 2: ethnicity – → Kinh',
      '4 changed Nguyễn Văn An as row 2: religion – → Phật giáo',
      '5 new Trần Thị Bình 1980-03-20 female',
      '6 refused Trần Thị Bình: 6 import-same-name Trần Thị Bình; ? row 5, new',
      '7 refused Lê Văn Chung: 7 import-twice-differs',
      '8 refused Lê Văn Chung: 8 import-twice-refused',
      '9 refused Lê Văn Chung: 9 import-twice-differs; ? ',
    ],
  },
  {
    title: 'a unit whose name several bear: left out while nobody said whose roster it is',
    ...departments,
    account: [
      '2 new Nguyễn Văn An 036075001234; left 2 unit import-unit-several; left 2 partyPost import-side-post-unknown (Bí thư Chi bộ Văn phòng)',
      '3 new Trần Thị Bình 001180001235; + Trưởng phòng, Phòng Tài chính, 2021-01-01',
      '4 new Lê Văn Chung 001082001299; + Phó Chủ tịch, UBND tỉnh, 2022-01-01',
      '5 new Đỗ Thị Lan 001191001300; left 5 unit import-unit-unknown',
    ],
  },
  {
    title: 'a unit whose name several bear: that of the body whose roster it is; one that only another body has is not taken for it',
    ...departments,
    answers: (plan) => ({ ...plan, rosterOf: UnitId.parse('u1') }),
    account: [
      '2 new Nguyễn Văn An 036075001234; + Chánh Văn phòng, Văn phòng, 2020-01-01; + Bí thư, Chi bộ Văn phòng, 2020-02-01',
      '3 new Trần Thị Bình 001180001235; left 3 unit import-unit-elsewhere',
      '4 new Lê Văn Chung 001082001299; + Phó Chủ tịch, UBND tỉnh, 2022-01-01',
      '5 new Đỗ Thị Lan 001191001300; left 5 unit import-unit-unknown',
    ],
  },
  {
    title: 'a unit whose name several bear within the body whose roster it is: still left out',
    ...departments,
    answers: (plan) => ({ ...plan, rosterOf: UnitId.parse('u4') }),
    account: [
      '2 new Nguyễn Văn An 036075001234; + Bí thư, Chi bộ Văn phòng, 2020-02-01; left 2 unit import-unit-several',
      '3 new Trần Thị Bình 001180001235; + Trưởng phòng, Phòng Tài chính, 2021-01-01',
      '4 new Lê Văn Chung 001082001299; + Phó Chủ tịch, UBND tỉnh, 2022-01-01',
      '5 new Đỗ Thị Lan 001191001300; left 5 unit import-unit-unknown',
    ],
  },
  {
    title: 'a staff code, the kind of staff, a party cell, a telephone, health and a note',
    bytes: () =>
      sheet(
        ['Mã cán bộ', 'Họ tên', 'Ngày sinh', 'Đối tượng', 'Chi bộ', 'Điện thoại', 'Sức khỏe', 'Ghi chú'],
        ['CB-0012', 'Nguyễn Văn An', '15/08/1975', 'Công chức', 'Chi bộ Văn phòng', '0912 345 678', 'Loại II', 'Nghỉ thai sản đến 6/2026'],
        ['CB-0013', 'Trần Thị Bình', '20/03/1980', 'Viên chức', null, null, null, null],
        ['CB-0014', 'Lê Văn Chung', '30/11/1982', 'Cộng tác', null, null, null, null],
      ),
    account: [
      '2 new Nguyễn Văn An 1975-08-15 code CB-0012 civilServant cell Chi bộ Văn phòng tel 0912 345 678 health Loại II note Nghỉ thai sản đến 6/2026',
      '3 new Trần Thị Bình 1980-03-20 code CB-0013 publicEmployee',
      '4 new Lê Văn Chung 1982-11-30 code CB-0014; left 4 category import-level-unreadable (Cộng tác)',
    ],
  },
  {
    title: 'from and until of a post: past tenures, one that ended since, one that ends otherwise on record, days that contradict',
    bytes: () =>
      sheet(
        ['Họ tên', 'Số CCCD', 'Đơn vị', 'Chức vụ', 'Từ ngày', 'Đến ngày'],
        ['Nguyễn Văn An', '036075001234', 'Sở Nội vụ', 'Giám đốc', '01/01/2020', '30/04/2026'],
        ['Trần Thị Bình', '001180001235', 'Sở Nội vụ', 'Giám đốc', '01/05/2026', null],
        ['Trần Thị Bình', '001180001235', 'Sở Nội vụ', 'Phó Giám đốc', '01/03/2021', '30/04/2026'],
        ['Trần Thị Bình', '001180001235', 'Sở Nội vụ', 'Phó Giám đốc', '01/06/2015', '31/12/2018'],
        ['Lê Văn Chung', '001082001299', 'Sở Nội vụ', 'Phó Giám đốc', '01/03/2025', '28/02/2025'],
        ['Đỗ Thị Lan', '001191001300', 'Sở Nội vụ', 'Phó Giám đốc', '01/03/2022', '2024'],
      ),
    known: [an],
    units: [{ name: 'Sở Nội vụ', posts: [{ title: 'Giám đốc', heldBy: [0] }, { title: 'Phó Giám đốc' }] }],
    account: [
      '2 changed Nguyễn Văn An; - Giám đốc, Sở Nội vụ, 2026-04-30',
      '3 new Trần Thị Bình 001180001235; + Giám đốc, Sở Nội vụ, 2026-05-01',
      '4 new Trần Thị Bình as row 3; + Phó Giám đốc, Sở Nội vụ, 2021-03-01 until 2026-04-30',
      '5 new Trần Thị Bình as row 3; + Phó Giám đốc, Sở Nội vụ, 2015-06-01 until 2018-12-31',
      '6 new Lê Văn Chung 001082001299; left 6 tenureEndedOn import-end-before-start (2025-02-28)',
      '7 new Đỗ Thị Lan 001191001300; left 7 tenureEndedOn import-day-needed (2024)',
    ],
  },
  {
    title: 'posts in the Party and in mass organisations the registry knows, one it does not, and mere membership',
    bytes: () =>
      sheet(
        ['Họ tên', 'Số CCCD', 'Đơn vị', 'Chức vụ', 'Ngày bổ nhiệm', 'Chức vụ Đảng', 'Ngày giữ chức vụ Đảng', 'Chức vụ đoàn thể'],
        ['Nguyễn Văn An', '036075001234', 'Sở Nội vụ', 'Giám đốc', '01/01/2020', 'Bí thư\nĐảng ủy viên Đảng bộ tỉnh', '01/07/2025', null],
        ['Trần Thị Bình', '001180001235', 'Sở Nội vụ', 'Giám đốc', '01/01/2021', 'Phó Bí thư', null, 'Chủ tịch Công đoàn Sở'],
        ['Lê Văn Chung', '001082001299', null, null, null, 'Đảng viên', null, null],
      ),
    known: [an, binh],
    units: [
      {
        name: 'Sở Nội vụ',
        posts: [{ title: 'Giám đốc', heldBy: [0, 1] }],
      },
      { name: 'Đảng bộ Sở Nội vụ', kind: 'partyCommittee', under: 0, posts: [{ title: 'Bí thư' }, { title: 'Phó Bí thư' }] },
      { name: 'Đảng bộ tỉnh', kind: 'partyCommittee', posts: [{ title: 'Đảng ủy viên' }] },
      { name: 'Công đoàn Sở', kind: 'front', under: 0, posts: [{ title: 'Chủ tịch' }] },
    ],
    answers: (plan) => ({ ...plan, undatedPostsFrom: '2026-01-01' }),
    account: [
      '2 changed Nguyễn Văn An; + Bí thư, Đảng bộ Sở Nội vụ, 2025-07-01; + Đảng ủy viên, Đảng bộ tỉnh, 2025-07-01',
      '3 changed Trần Thị Bình; + Phó Bí thư, Đảng bộ Sở Nội vụ, 2026-01-01; + Chủ tịch, Công đoàn Sở, 2026-01-01',
      '4 new Lê Văn Chung 001082001299',
    ],
  },
  {
    title: 'a post in the Party that several bodies have, or none, or without a day',
    bytes: () =>
      sheet(
        ['Họ tên', 'Số CCCD', 'Chức vụ Đảng'],
        ['Nguyễn Văn An', '036075001234', 'Bí thư'],
        ['Trần Thị Bình', '001180001235', 'Bí thư Chi bộ Một'],
        ['Lê Văn Chung', '001082001299', 'Ủy viên'],
      ),
    units: [
      { name: 'Chi bộ Một', kind: 'partyBody', posts: [{ title: 'Bí thư' }] },
      { name: 'Chi bộ Hai', kind: 'partyBody', posts: [{ title: 'Bí thư' }] },
    ],
    account: [
      '2 new Nguyễn Văn An 036075001234; left 2 partyPost import-side-post-unknown (Bí thư)',
      '3 new Trần Thị Bình 001180001235; left 3 partyPost import-post-without-day (Bí thư Chi bộ Một)',
      '4 new Lê Văn Chung 001082001299; left 4 partyPost import-side-post-unknown (Ủy viên)',
    ],
  },
  {
    title: 'disciplines by their words, their column and their day; what is not told is left out',
    bytes: () =>
      sheet(
        ['Họ tên', 'Số CCCD', 'Kỷ luật', 'Kỷ luật Đảng', 'Ngày kỷ luật'],
        ['Nguyễn Văn An', '036075001234', 'Khiển trách về chính quyền theo QĐ số 12/QĐ-SNV ngày 05/02/2024', null, null],
        ['Trần Thị Bình', '001180001235', null, 'Cảnh cáo', '15/03/2023'],
        ['Lê Văn Chung', '001082001299', 'Cảnh cáo 15/03/2023', null, null],
        ['Đỗ Thị Lan', '001191001300', 'Khai trừ', null, '2023'],
        ['Vũ Văn Khoa', '001090001301', 'Nhắc nhở', null, null],
        ['Phạm Thị Hoa', '001185001302', 'Không', null, null],
        ['Hoàng Văn Lạ', '001088001303', null, null, '15/03/2023'],
      ),
    known: [{ ...binh, disciplines: [{ form: 'reprimand', side: 'party', effectiveOn: '2019-01-01' }] }],
    account: [
      '2 new Nguyễn Văn An 036075001234 reprimand/state/2024-02-05/12/QĐ-SNV',
      '3 changed Trần Thị Bình: disciplines [{"form":"reprimand","side":"party","effectiveOn":"2019-01-01"}] → [{"form":"reprimand","side":"party","effectiveOn":"2019-01-01"},{"effectiveOn":"2023-03-15","form":"warning","side":"party"}]',
      '4 new Lê Văn Chung 001082001299; left 4 discipline import-discipline-side-unclear (Cảnh cáo 15/03/2023)',
      '5 new Đỗ Thị Lan 001191001300; left 5 discipline import-discipline-day-needed (Khai trừ)',
      '6 new Vũ Văn Khoa 001090001301; left 6 discipline import-discipline-unreadable (Nhắc nhở)',
      '7 new Phạm Thị Hoa 001185001302',
      '8 new Hoàng Văn Lạ 001088001303; left 8 disciplinedOn import-discipline-missing (2023-03-15)',
    ],
  },
  {
    title: 'awards and disciplines in one column, told apart by their words',
    bytes: () =>
      sheet(
        ['Họ tên', 'Số CCCD', 'Khen thưởng, kỷ luật'],
        ['Nguyễn Văn An', '036075001234', 'Bằng khen của Chủ tịch UBND tỉnh năm 2022\nKhiển trách về Đảng ngày 10/10/2020'],
        ['Trần Thị Bình', '001180001235', 'Chiến sĩ thi đua cơ sở 2021, 2023; Huân chương Lao động hạng Ba'],
      ),
    account: [
      '2 new Nguyễn Văn An 036075001234 reprimand/party/2020-10-10 award Bằng khen của Chủ tịch UBND tỉnh năm 2022 (2022)',
      '3 new Trần Thị Bình 001180001235 award Chiến sĩ thi đua cơ sở 2021, 2023 award Huân chương Lao động hạng Ba',
    ],
  },
  {
    title: 'a school without a degree, a step without a rank, a decision without a post',
    bytes: () =>
      sheet(
        ['Họ tên', 'Số CCCD', 'Trường đào tạo', 'Bậc', 'Ngày hưởng', 'Số quyết định'],
        ['Nguyễn Văn An', '036075001234', 'Đại học Mẫu', 3, '01/04/2025', '15/QĐ-UBND'],
      ),
    account: [
      '2 new Nguyễn Văn An 036075001234; left 2 rankStep import-rank-missing (3); left 2 payFrom import-rank-missing (2025-04-01); left 2 school import-degree-missing (Đại học Mẫu); left 2 decisionNumber import-without-post (15/QĐ-UBND)',
    ],
  },
  {
    title: 'the same name and birth date without a number to tell: asked for where something would be recorded',
    bytes: () => sheet(...sameNames),
    known: namesakes,
    account: [
      '2 refused Nguyễn Văn An: 2 import-same-name Nguyễn Văn An; ? p0, new',
      '3 unchanged Trần Thị Bình',
      '4 refused Lê Văn Chung: 4 import-several-match; ? p2, p3, new',
      '5 refused Vũ Văn Khoa: 5 import-maybe-same Vũ Văn Khoa; ? p4, new',
      '6 refused Phạm Thị Hoa: 6 import-number-differs (001185009999) Phạm Thị Hoa; ? new',
      '7 refused Đỗ Thị Lan: 7 import-twice-differs',
      '8 refused Đỗ Thị Lan: 8 import-twice-differs; ? new',
    ],
  },
  {
    title: 'the same, decided row by row: the same person, a new one, left out; a number on record stays above it all',
    bytes: () => sheet(...sameNames, ['Người Khác', '15/08/1975', '001180001235', 'Kinh']),
    known: namesakes,
    answers: (plan) => ({
      ...plan,
      decisions: [
        { row: 2, is: 'new' },
        { row: 4, is: 'same', personId: PersonId.parse('p3') },
        { row: 5, is: 'left' },
        { row: 6, is: 'new' },
        { row: 8, is: 'new' },
        { row: 9, is: 'new' },
      ],
    }),
    account: [
      '2 new Nguyễn Văn An 1975-08-15; = new',
      '3 unchanged Trần Thị Bình',
      '4 changed Lê Văn Chung: ethnicity – → Kinh; = same',
      '5 skipped leftOut: Vũ Văn Khoa; = left',
      '6 new Phạm Thị Hoa 1985-05-05 001185009999; = new',
      '7 new Đỗ Thị Lan 1991-01-01',
      '8 new Đỗ Thị Lan 1991-01-01; = new',
      '9 refused Người Khác: 9 import-birth-differs (Trần Thị Bình 1980-03-20)',
    ],
  },
  {
    title: 'the same, where the clerk says once that one name and birth date is one person',
    bytes: () => sheet(...sameNames.slice(0, 2)),
    known: namesakes,
    answers: (plan) => ({ ...plan, sameNames: true }),
    account: ['2 changed Nguyễn Văn An: ethnicity – → Kinh'],
  },
  {
    title: 'a person chosen whom the row cannot be, and a second post of a name without a number',
    bytes: () =>
      sheet(
        ['Họ tên', 'Ngày sinh', 'Đơn vị', 'Chức vụ', 'Ngày bổ nhiệm'],
        ['Nguyễn Văn An', '15/08/1975', null, null, null],
        ['Hoàng Văn Lạ', '01/01/1980', 'Sở Nội vụ', 'Giám đốc', '01/01/2020'],
        ['Hoàng Văn Lạ', '01/01/1980', 'Sở Nội vụ', 'Bí thư', '01/01/2021'],
      ),
    known: namesakes,
    units: [{ name: 'Sở Nội vụ', posts: [{ title: 'Giám đốc' }, { title: 'Bí thư' }] }],
    answers: (plan) => ({ ...plan, decisions: [{ row: 2, is: 'same', personId: PersonId.parse('p1') }] }),
    account: [
      '2 refused Nguyễn Văn An: 2 import-decision-stale; ? p0, new',
      '3 new Hoàng Văn Lạ 1980-01-01; + Giám đốc, Sở Nội vụ, 2020-01-01',
      '4 refused Hoàng Văn Lạ: 4 import-same-name Hoàng Văn Lạ; ? row 3, new',
    ],
  },
  {
    title: 'a head merged over three rows',
    bytes: () =>
      workbook({
        rows: [
          ['DANH SÁCH'],
          ['STT', 'Thông tin cá nhân', null, null, 'Đảng viên', null],
          [null, 'Họ và tên', 'Ngày sinh', null, 'Ngày vào Đảng', 'Ngày chính thức'],
          [null, null, 'Nam', 'Nữ', null, null],
          [1, 'Nguyễn Văn An', '15/08/1975', null, '01/02/2000', '01/02/2001'],
          [2, 'Trần Thị Bình', null, '20/03/1980', null, null],
        ],
        merges: ['A2:A4', 'B2:D2', 'E2:F2', 'B3:B4', 'C3:D3', 'E3:E4', 'F3:F4'],
      }),
    account: ['5 new Nguyễn Văn An 1975-08-15 male', '6 new Trần Thị Bình 1980-03-20 female'],
  },
  {
    title: 'two tables side by side on one sheet: the first is taken, its rows alone',
    bytes: () =>
      sheet(
        ['STT', 'Họ và tên', 'Ngày sinh', null, 'STT', 'Họ và tên', 'Ngày sinh'],
        [1, 'Nguyễn Văn An', '15/08/1975', null, 1, 'Lê Văn Chung', '30/11/1982'],
        [2, 'Trần Thị Bình', '20/03/1980', null, 2, 'Đỗ Thị Lan', '01/01/1991'],
        [null, null, null, null, 3, 'Vũ Văn Khoa', '02/02/1992'],
      ),
    account: ['2 new Nguyễn Văn An 1975-08-15', '3 new Trần Thị Bình 1980-03-20', '4 skipped remark: 3 | Vũ Văn Khoa | 02/02/1992'],
  },
  {
    title: 'the same head twice: the first is taken, the other told as outside',
    bytes: () =>
      sheet(['Họ và tên', 'Ngày sinh', 'Ghi chú', 'Ghi chú', 'Số CCCD'], ['Nguyễn Văn An', '15/08/1975', 'Một', 'Hai', '036075001234']),
    account: ['2 new Nguyễn Văn An 1975-08-15 036075001234 note Một'],
  },
  {
    title: 'days before 1900 and what Excel makes of them: told, never taken for another day',
    bytes: () =>
      sheet(
        ['Họ tên', 'Ngày sinh', 'Số CCCD'],
        ['Nguyễn Văn An', '15/08/1899', '036075001234'],
        ['Trần Thị Bình', 60, '001180001235'],
        ['Lê Văn Chung', 0, '001082001299'],
        ['Đỗ Thị Lan', '31/12/1900', '001191001300'],
      ),
    account: [
      '2 refused Nguyễn Văn An: B2 import-date-unreadable (15/08/1899)',
      '3 refused Trần Thị Bình: B3 import-date-unreadable (60)',
      '4 new Lê Văn Chung 001082001299',
      '5 new Đỗ Thị Lan 1900-12-31 001191001300',
    ],
  },
  {
    title: 'hidden columns, and rows a filter hides, are taken and told as hidden',
    bytes: () =>
      workbook({
        rows: [
          ['Họ tên', 'Ngày sinh', 'Số CCCD'],
          ['Nguyễn Văn An', '15/08/1975', '036075001234'],
          ['Trần Thị Bình', '20/03/1980', '001180001235'],
        ],
        hiddenColumns: [3],
        hiddenRows: [3],
      }),
    account: ['2 new Nguyễn Văn An 1975-08-15 036075001234', '3 new Trần Thị Bình 1980-03-20 001180001235 (hidden)'],
  },
  {
    title: 'a .csv in UTF-16 with tabs, as Excel saves Unicode text',
    bytes: () => {
      const text = '\ufeffSTT\tHọ và tên\tNgày sinh\r\n1\tNguyễn Văn An\t15/08/1975\r\n2\tTrần Thị Bình\t20/03/1980\r\n'
      return new Uint8Array(Uint16Array.from(text, (letter) => letter.charCodeAt(0)).buffer)
    },
    account: ['2 new Nguyễn Văn An 1975-08-15', '3 new Trần Thị Bình 1980-03-20'],
  },
  {
    title: 'a sheet formatted to its last column, XFD: only what is filled is read',
    bytes: () =>
      handMade(
        `${textRow(1, ['Họ tên', 'Ngày sinh', 'Số CCCD'])}${textRow(2, ['Nguyễn Văn An', '15/08/1975', '036075001234']).replace('</row>', '<c r="XFD2" s="0"/></row>')}`,
      ),
    account: ['2 new Nguyễn Văn An 1975-08-15 036075001234'],
  },
]
