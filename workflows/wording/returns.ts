// Lists and returns of the registry as spreadsheets: the words of their heads, in Vietnamese as offices exchange them.
import type { Entry } from '../planning/state.ts'
import type { PersonData } from '../registry/person.ts'
import type { PlanningReturn, PlanningReturnLine } from '../registry/returns/planning-return.ts'
import type { CountedPerson, QualityReturn } from '../registry/returns/quality-return.ts'
import type { ReviewChecks } from '../registry/returns/review-check.ts'
import type { OutSheet, SheetCell, SheetColumn } from '../registry/returns/sheets.ts'
import { coefficientText, partialDate, politicalTheoryName, recordValue, sexName, stateManagementName } from './record-values.ts'
import { figureSheet, qualityFigures, structureFigures } from './return-figures.ts'
import { reviewLine, reviewWordNames } from './review-check.ts'

export type ListedFully = CountedPerson & {
  /** `above`: the bodies the unit is a part of, `''` for one that stands for itself. */
  readonly posts: readonly { readonly title: string; readonly unit: string; readonly above: string; readonly from: string }[]
}

const day = (iso: string): string => iso.split('-').reverse().join('/')
const said = (value: string | undefined): SheetCell => value ?? null

type PersonColumn = SheetColumn & { readonly cell: (one: ListedFully, at: number) => SheetCell }
const of = (head: string, width: number, cell: (data: PersonData) => SheetCell): PersonColumn => ({
  head,
  width,
  cell: ({ data }) => cell(data),
})

/** Heads that an import of our own knows again. */
const personColumns: readonly PersonColumn[] = [
  { head: 'STT', width: 6, cell: (_, at) => at + 1 },
  of('Họ và tên', 26, ({ name }) => name),
  of('Ngày sinh', 12, ({ birthDate }) => (birthDate === undefined ? null : partialDate(birthDate))),
  of('Giới tính', 9, ({ sex }) => (sex === undefined ? null : sexName(sex, 'vi'))),
  of('Số định danh cá nhân', 16, ({ citizenId }) => said(citizenId)),
  of('Dân tộc', 10, ({ ethnicity }) => said(ethnicity)),
  of('Tôn giáo', 10, ({ religion }) => said(religion)),
  of('Quê quán', 30, ({ nativePlace }) => said(nativePlace?.text)),
  { head: 'Đơn vị', width: 28, cell: ({ posts }) => said(posts[0]?.unit) },
  // Every department has its office: a list with divisions alone could not be told apart. An import leaves the column aside.
  { head: 'Trực thuộc', width: 28, cell: ({ posts }) => said(posts[0]?.above || undefined) },
  { head: 'Chức vụ', width: 28, cell: ({ posts }) => said(posts[0]?.title) },
  { head: 'Ngày bổ nhiệm', width: 12, cell: ({ posts }) => (posts[0] === undefined ? null : day(posts[0].from)) },
  {
    head: 'Kiêm nhiệm',
    width: 30,
    cell: ({ posts }) =>
      posts.length < 2
        ? null
        : posts
            .slice(1)
            .map(({ title, unit }) => `${title}, ${unit}`)
            .join('; '),
  },
  of('Ngạch', 22, ({ rank }) => (rank === undefined ? null : rank.code === undefined ? rank.name : `${rank.name} (${rank.code})`)),
  of('Hệ số lương', 9, ({ rank }) => (rank?.coefficientHundredths === undefined ? null : coefficientText(rank.coefficientHundredths))),
  of('Trình độ phổ thông', 10, ({ generalEducation }) => said(generalEducation)),
  of('Trình độ chuyên môn', 24, (data) => recordValue('degrees', data.degrees, 'vi') || null),
  of('Lý luận chính trị', 12, ({ politicalTheory }) => (politicalTheory === undefined ? null : politicalTheoryName(politicalTheory, 'vi'))),
  of('Quản lý nhà nước', 16, ({ stateManagement }) => (stateManagement === undefined ? null : stateManagementName(stateManagement, 'vi'))),
  of('Ngoại ngữ', 14, (data) => recordValue('languages', data.languages, 'vi') || null),
  of('Tin học', 14, ({ informatics }) => said(informatics)),
  of('Ngày vào Đảng', 12, ({ partyJoinedOn }) => (partyJoinedOn === undefined ? null : partialDate(partyJoinedOn))),
  of('Ngày chính thức', 12, ({ partyOfficialOn }) => (partyOfficialOn === undefined ? null : partialDate(partyOfficialOn))),
  of('Ngày tuyển dụng', 12, ({ recruitedOn }) => (recruitedOn === undefined ? null : partialDate(recruitedOn))),
]

export const peopleSheet = (people: readonly ListedFully[], onDay: string, filter: string): OutSheet => ({
  name: 'Danh sách',
  title: ['DANH SÁCH CÁN BỘ', `Tính đến ngày ${day(onDay)}${filter === '' ? '' : `. ${filter}`}`],
  columns: personColumns,
  rows: people.map((one, at) => personColumns.map(({ cell }) => cell(one, at))),
  strong: [],
})

/** BC-01: a row a unit, then everybody once. */
export function qualitySheet(counted: QualityReturn): OutSheet {
  const { day: onDay, inSeveral, flagged } = counted
  return figureSheet(
    'quality',
    [
      'BIỂU BC-01: CHẤT LƯỢNG ĐỘI NGŨ CÁN BỘ',
      `Tính đến ngày ${day(onDay)}. Dòng của cơ quan gồm cả các phòng, đơn vị trực thuộc. Dòng tổng cộng đếm mỗi người một lần${inSeveral === 0 ? '' : `; ${inSeveral} người có mặt ở nhiều đơn vị`}.`,
      ...(flagged.length === 0 ? [] : [`${flagged.length} người chỉ có tháng hoặc năm sinh: tính tuổi theo ngày sớm nhất.`]),
    ],
    qualityFigures(counted),
  )
}

const standings: Readonly<Record<Entry['standing'], string>> = {
  proposed: 'Đề xuất',
  approved: 'Đã phê duyệt',
  declined: 'Không duyệt',
  out: 'Đưa ra',
  fulfilled: 'Đã bổ nhiệm',
}

/** BC-10, the list: by post, then by person. */
export const planningSheet = (lines: readonly PlanningReturnLine[], onDay: string): OutSheet => ({
  name: 'BC-10 Danh sách',
  title: ['BIỂU BC-10: QUY HOẠCH', `Tính đến ngày ${day(onDay)}`],
  columns: [
    ['STT', 6],
    ['Chức danh quy hoạch', 30],
    ['Đơn vị', 28],
    ['Nhiệm kỳ', 12],
    ['Họ và tên', 26],
    ['Ngày sinh', 12],
    ['Giới tính', 9],
    ['Chức vụ hiện nay', 30],
    ['Độ tuổi (nhóm)', 9],
    ['Trạng thái', 14],
    ['Ngày phê duyệt', 12],
    ['Rà soát năm', 12],
    ['Ngày đưa ra', 12],
    ['Lý do', 30],
  ].map(([head, width]) => ({ head: String(head), width: Number(width) })),
  rows: lines.map(({ title, unit, term, entry, band, review }, at) => [
    at + 1,
    title,
    unit,
    term,
    entry.person.name,
    entry.person.birthDate === undefined ? null : partialDate(entry.person.birthDate),
    entry.person.sex === undefined ? null : sexName(entry.person.sex, 'vi'),
    entry.person.currentUnit === undefined ? entry.person.currentPost : `${entry.person.currentPost}, ${entry.person.currentUnit}`,
    band ?? null,
    standings[entry.standing],
    entry.approvedOn === undefined ? null : day(entry.approvedOn),
    review === undefined ? null : reviewWordNames[review],
    entry.endedOn === undefined ? null : day(entry.endedOn),
    said(entry.endReason),
  ]),
  strong: [],
})

/** BC-10, the structure; people whose birth date is not known are in no band. */
export const structureSheet = (planned: PlanningReturn, checks: ReviewChecks): OutSheet =>
  figureSheet(
    'planning',
    ['BIỂU BC-10: CƠ CẤU QUY HOẠCH', `Tính đến ngày ${day(planned.day)}. Dòng tổng cộng đếm mỗi người một lần.`, ...reviewLine(checks)],
    structureFigures(planned),
  )
