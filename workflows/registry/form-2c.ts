// The personal record 2C/TCTW-98 as a value, before it is a page or a Word file: numbered lines, then its tables.
// The numbers follow the groups of programme.md 13 (1-9 identity, 10-13 work, 14 pay, 15-20 education, 21-24 Party, 25-31 others, 32-37 tables);
// the map of single items was seen second hand only.
import type { PersonData } from './person.ts'

export type FormLine = { readonly no: number; readonly label: string; readonly text: string }
export type FormTable = {
  readonly no: number
  readonly title: string
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
}
export type Form2C = {
  readonly organisation: string
  readonly place: string
  readonly name: string
  /** ISO day the record speaks of. */
  readonly day: string
  /** Numbers of papers and cards, above the lines. */
  readonly numbers: string
  readonly lines: readonly FormLine[]
  readonly tables: readonly FormTable[]
}
export type FormPost = { readonly title: string; readonly unit: string; readonly from: string; readonly isConcurrent: boolean }

/** Words for what the record keeps as codes; dates as they are written. */
export type FormWords = {
  readonly sex: (sex: NonNullable<PersonData['sex']>) => string
  readonly degree: (level: string) => string
  readonly theory: (level: string) => string
  readonly management: (level: string) => string
  readonly relation: (relation: string) => string
  readonly discipline: (form: string) => string
  readonly rating: (level: string) => string
  /** `1975`, `08/1975`, `15/08/1975`. */
  readonly date: (date: string) => string
  readonly coefficient: (hundredths: number) => string
}

const joined = (...parts: readonly (string | undefined | false)[]): string =>
  parts.filter((part) => part !== undefined && part !== false && part !== '').join(', ')

/** What is not known stays an empty line: the form is filled in by hand then. */
export function form2C(
  about: {
    readonly organisation: string
    readonly place: string
    readonly day: string
    readonly data: PersonData
    readonly posts: readonly FormPost[]
  },
  say: FormWords,
): Form2C {
  const { data, posts } = about
  const { rank, military, health } = data
  const on = (date: string | undefined): string | undefined => (date === undefined ? undefined : say.date(date))
  const [first] = posts
  const lines: readonly (readonly [label: string, text: string | undefined])[] = [
    ['Họ và tên khai sinh', data.name],
    ['Tên gọi khác', data.otherName],
    ['Sinh ngày; giới tính', joined(on(data.birthDate), data.sex && say.sex(data.sex))],
    ['Nơi sinh', data.birthPlace?.text],
    ['Quê quán', data.nativePlace?.text],
    ['Dân tộc', data.ethnicity],
    ['Tôn giáo', data.religion],
    ['Nơi đăng ký thường trú', data.residence?.text],
    ['Nơi ở hiện nay', data.dwelling?.text],
    ['Ngày tuyển dụng, cơ quan tuyển dụng', joined(on(data.recruitedOn), data.recruitedBy)],
    [
      'Chức vụ hiện tại',
      posts.map(({ title, unit, isConcurrent }) => `${title}, ${unit}${isConcurrent ? ' (kiêm nhiệm)' : ''}`).join('; '),
    ],
    ['Công việc chính được giao', data.mainWork],
    ['Ngày bổ nhiệm chức vụ hiện tại', on(first?.from)],
    [
      'Ngạch, bậc, hệ số, ngày hưởng',
      rank &&
        joined(
          rank.code === undefined ? rank.name : `${rank.name} (${rank.code})`,
          rank.step !== undefined && `bậc ${rank.step}`,
          rank.coefficientHundredths !== undefined && `hệ số ${say.coefficient(rank.coefficientHundredths)}`,
          rank.since !== undefined && `từ ${say.date(rank.since)}`,
          rank.overFramePercent !== undefined && `vượt khung ${rank.overFramePercent}%`,
        ),
    ],
    ['Trình độ giáo dục phổ thông', data.generalEducation],
    ['Trình độ chuyên môn', (data.degrees ?? []).map(({ level, field }) => joined(say.degree(level), field)).join('; ')],
    ['Lý luận chính trị', data.politicalTheory && say.theory(data.politicalTheory)],
    ['Quản lý nhà nước', data.stateManagement && say.management(data.stateManagement)],
    [
      'Ngoại ngữ',
      (data.languages ?? []).map(({ language, level }) => (level === undefined ? language : `${language} ${level}`)).join(', '),
    ],
    ['Tin học', data.informatics],
    [
      'Ngày vào Đảng; ngày chính thức',
      joined(on(data.partyJoinedOn), data.partyOfficialOn !== undefined && `chính thức ${say.date(data.partyOfficialOn)}`),
    ],
    ['Ngày tham gia tổ chức chính trị - xã hội', on(data.youthUnionJoinedOn)],
    [
      'Nhập ngũ, xuất ngũ, quân hàm',
      military &&
        joined(
          on(military.enlistedOn),
          military.dischargedOn !== undefined && `xuất ngũ ${say.date(military.dischargedOn)}`,
          military.rank,
        ),
    ],
    ['Danh hiệu được phong tặng', (data.titles ?? []).map(({ name, year }) => joined(name, year !== undefined && String(year))).join('; ')],
    ['Sở trường công tác', data.strengths],
    ['Khen thưởng', (data.awards ?? []).map(({ name, on: given, by }) => joined(name, on(given), by)).join('; ')],
    [
      'Kỷ luật',
      (data.disciplines ?? [])
        .map(({ form, effectiveOn, reason }) => joined(say.discipline(form), say.date(effectiveOn), reason))
        .join('; '),
    ],
    ['Tình trạng sức khỏe', health && joined(health.grade, on(health.on))],
    ['Gia đình chính sách', data.policyFamily],
    ['Chi bộ, số thẻ đảng viên', joined(data.partyCell, data.partyCardNumber)],
    [
      'Đánh giá, xếp loại các năm',
      (data.ratings ?? [])
        .map(({ year, quarter, level }) => `${quarter === undefined ? '' : `quý ${quarter}/`}${year}: ${say.rating(level)}`)
        .join('; '),
    ],
  ]
  const table = (no: number, title: string, heads: readonly string[], rows: readonly (readonly (string | undefined)[])[]): FormTable => ({
    no,
    title,
    heads,
    rows: rows.map((row) => row.map((cell) => cell ?? '')),
  })
  return {
    organisation: about.organisation,
    place: about.place,
    name: data.name,
    day: about.day,
    numbers: joined(
      data.staffCode !== undefined && `Số hiệu: ${data.staffCode}`,
      data.citizenId !== undefined && `Số định danh cá nhân: ${data.citizenId}`,
      data.citizenIdIssuedOn !== undefined && `cấp ngày ${say.date(data.citizenIdIssuedOn)}`,
      data.socialInsuranceNumber !== undefined && `số BHXH: ${data.socialInsuranceNumber}`,
    ),
    lines: lines.map(([label, text], at) => ({ no: at + 1, label, text: text ?? '' })),
    tables: [
      table(
        32,
        'Đào tạo, bồi dưỡng',
        ['Trường', 'Ngành, nội dung', 'Năm', 'Hình thức', 'Văn bằng, chứng chỉ'],
        [
          ...(data.degrees ?? []).map(({ school, field, year, form, level }) => [
            school,
            field,
            year === undefined ? undefined : String(year),
            form,
            say.degree(level),
          ]),
          ...(data.postTraining ?? []).map(({ name, year }) => [
            undefined,
            name,
            year === undefined ? undefined : String(year),
            undefined,
            undefined,
          ]),
        ],
      ),
      table(
        33,
        'Tóm tắt quá trình công tác',
        ['Từ', 'Đến', 'Chức danh, chức vụ, đơn vị công tác'],
        (data.careers ?? []).map(({ from, to, text }) => [on(from), on(to), text]),
      ),
      table(
        34,
        'Quan hệ gia đình',
        ['Quan hệ', 'Họ và tên', 'Năm sinh', 'Quê quán, nghề nghiệp, chức danh, nơi ở'],
        (data.family ?? []).map(({ relation, inLaw, name, birthDate, about: of }) => [
          `${say.relation(relation)}${inLaw === true ? ' (bên vợ, chồng)' : ''}`,
          name,
          on(birthDate),
          of,
        ]),
      ),
      table(
        35,
        'Lịch sử bản thân',
        ['Nội dung'],
        data.personalHistory === undefined ? [] : data.personalHistory.split('\n').map((one) => [one]),
      ),
      table(
        36,
        'Kê khai tài sản',
        ['Năm', 'Ngày kê khai'],
        (data.assetDeclarations ?? []).map(({ year, declaredOn }) => [String(year), on(declaredOn)]),
      ),
      table(
        37,
        'Nhận xét, đánh giá của cơ quan quản lý',
        ['Nội dung'],
        data.remarks === undefined ? [] : data.remarks.split('\n').map((one) => [one]),
      ),
    ],
  }
}
