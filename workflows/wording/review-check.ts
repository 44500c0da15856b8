// BC-10 against the yearly reviews, as a sheet of the return and as a line above its figures; Vietnamese, as offices exchange returns.
import { type ReviewCheck, type ReviewChecks, type ReviewDiffers, reviewWords } from '../registry/returns/review-check.ts'
import type { OutSheet, SheetCell } from '../registry/returns/sheets.ts'

const reviewSheetName = 'BC-10 Đối chiếu rà soát'
export const reviewWordNames = { keep: 'Giữ', out: 'Đưa ra', in: 'Bổ sung' } as const

const day = (iso: string): string => iso.split('-').reverse().join('/')

/** Above the figures of the return. Empty where no list was reviewed and none differs. */
export function reviewLine({ year, reviewed, differ }: ReviewChecks): readonly string[] {
  if (differ.length > 0)
    return [`Số giữ, bổ sung, đưa ra khác danh sách rà soát năm ${year} ở ${differ.length} chức danh: xem trang ${reviewSheetName}.`]
  return reviewed === 0 ? [] : [`Số giữ, bổ sung, đưa ra khớp với ${reviewed} danh sách rà soát năm ${year}.`]
}

function why({ standing, approvedOn, endedOn }: ReviewDiffers): string {
  const ended = { out: 'đưa ra', fulfilled: 'đã bổ nhiệm', declined: 'không duyệt', proposed: '', approved: '' }[standing]
  return [
    ...(approvedOn === undefined ? [] : [`phê duyệt ${day(approvedOn)}`]),
    ...(endedOn === undefined ? [] : [`${ended} ${day(endedOn)}`]),
  ].join('; ')
}

/** Both figures of each list that differs, then everybody behind the difference. Nothing where all agree. */
export function reviewSheets({ year, day: onDay, differ }: ReviewChecks): readonly OutSheet[] {
  if (differ.length === 0) return []
  const strong: number[] = []
  const rows: SheetCell[][] = []
  for (const [at, check] of differ.entries()) {
    const { title, unit, term, reviewedOn, figures, people } = check
    const list = [title, unit, term, reviewedOn === undefined ? 'chưa rà soát' : day(reviewedOn)]
    for (const word of figuresThatDiffer(check)) {
      strong.push(rows.length)
      const { counted, reviewed } = figures[word]
      rows.push([at + 1, ...list, `Số ${reviewWordNames[word].toLowerCase()}`, counted, reviewedOn === undefined ? null : reviewed, null])
    }
    for (const one of people) {
      const { name, counted, reviewed } = one
      const unnamed = reviewedOn === undefined ? 'chưa rà soát' : 'không ghi tên'
      const [ours, theirs] = [counted && reviewWordNames[counted], reviewed && reviewWordNames[reviewed]]
      rows.push([null, ...list, name, ours ?? 'không đếm', theirs ?? unnamed, why(one)])
    }
  }
  const columns = [
    ['STT', 6],
    ['Chức danh quy hoạch', 30],
    ['Đơn vị', 28],
    ['Nhiệm kỳ', 12],
    ['Ngày rà soát', 13],
    ['Nội dung, người', 26],
    ['Theo biểu', 12],
    ['Theo danh sách rà soát', 14],
    ['Việc đã ghi', 40],
  ] as const
  return [
    {
      name: reviewSheetName,
      title: [
        `BIỂU BC-10: ĐỐI CHIẾU VỚI RÀ SOÁT NĂM ${year}`,
        `Tính đến ngày ${day(onDay)}. Biểu đếm việc đã xảy ra trong năm; danh sách rà soát ghi người được giữ, đưa ra, bổ sung trong đợt rà soát.`,
      ],
      columns: columns.map(([head, width]) => ({ head, width })),
      rows,
      strong,
    },
  ]
}

export const figuresThatDiffer = ({ figures }: ReviewCheck) =>
  reviewWords.filter((word) => figures[word].counted !== figures[word].reviewed)
