// What is read out when a ballot has been counted: the numbers, each person, what follows; or, where the law keeps the result, the closing words.
import type { Judgement } from '../conference/judgement.ts'
import { compareNames } from '../core/name-order.ts'
import type { ConferenceView } from '../procedure/case-view.ts'
import type { BaseName } from '../rulebooks/types.ts'
import type { Lang } from './sentence.ts'

const bases: Readonly<Record<BaseName, Readonly<Record<Lang, string>>>> = {
  convened: { vi: 'tổng số người được triệu tập', en: 'of all those convened' },
  present: { vi: 'tổng số người có mặt', en: 'of all those present' },
  membersTotal: { vi: 'tổng số thành viên', en: 'of all members' },
}

/** Votes by name in the order of given names, as Vietnamese lists are read; at a ballot of one person the agrees under that name. */
export function votesInOrder({
  entry,
  judgement,
}: Pick<NonNullable<ConferenceView['result']>, 'entry' | 'judgement'>): readonly (readonly [name: string, votes: number])[] {
  const [only = ''] = Object.keys(judgement.percent)
  const votes = entry.votes ?? (entry.agree === undefined ? {} : { [only]: entry.agree })
  return Object.entries(votes).sort(([one], [other]) => compareNames({ name: one }, { name: other }))
}

const numbers: Readonly<Record<Lang, readonly string[]>> = {
  vi: ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'],
  en: ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
}
export const inWords = (count: number, lang: Lang): string => numbers[lang][count] ?? String(count)

/** One sentence on how it came out, without a number: the verdict in words. */
function verdict({ outcome, selected, carried }: Judgement, lang: Lang): string {
  const names = (list: readonly string[]) => list.join(', ')
  const many = inWords(carried.length, lang)
  const said: Readonly<Record<Judgement['outcome'], Readonly<Record<Lang, string>>>> = {
    selected: {
      vi: `Đồng chí ${names(selected)} đạt số phiếu cao nhất và trên 50%, được lựa chọn.`,
      en: `${names(selected)} has the most votes and more than 50 percent, and is selected.`,
    },
    carried: {
      vi: `Không có người đạt trên 50%. ${many[0]?.toLocaleUpperCase('vi') ?? ''}${many.slice(1)} đồng chí được giới thiệu tiếp: ${names(carried)}.`,
      en: `Nobody has more than 50 percent. Introduced to the next step, ${many} in number: ${names(carried)}.`,
    },
    stopped: {
      vi: 'Không có người đủ số phiếu để sang bước tiếp theo. Hội nghị dừng tại đây và báo cáo cấp có thẩm quyền.',
      en: 'Nobody has enough votes for the next step. The procedure stops here and the competent authority is informed.',
    },
    consulted: { vi: 'Hội nghị đã cho ý kiến.', en: 'The meeting has given its opinion.' },
    divergenceBallot: {
      vi: `Kết quả khác với bước trước. Tập thể lãnh đạo sẽ bỏ phiếu lại theo quy định: ${names([...selected, ...carried])}.`,
      en: `The result differs from the step before. The leadership votes again as the rule says: ${names([...selected, ...carried])}.`,
    },
    awaitingDirection: {
      vi: 'Kết quả khác với bước trước. Báo cáo cấp có thẩm quyền xem xét, chỉ đạo.',
      en: 'The result differs from the step before. The competent authority is asked for direction.',
    },
    headDecides: {
      vi: 'Số phiếu ngang nhau theo quy định. Người đứng đầu xem xét, quyết định và báo cáo đầy đủ các ý kiến.',
      en: 'The votes are level as the rule says. The head considers and decides, and reports all opinions.',
    },
    reported: {
      vi: 'Chưa đủ số phiếu theo quy định. Báo cáo đầy đủ kết quả lên cấp có thẩm quyền xem xét, quyết định.',
      en: 'Not enough votes under the rule. The full result goes to the competent authority.',
    },
    notSelected: {
      vi: 'Không có người đạt trên 50%. Báo cáo cấp có thẩm quyền xem xét, quyết định.',
      en: 'Nobody has more than 50 percent. The competent authority is informed.',
    },
    notQuorate: { vi: 'Hội nghị không đủ số người theo quy định.', en: 'The meeting has no quorum.' },
    passed: { vi: 'Kết quả đạt trên 50%, được thông qua.', en: 'More than 50 percent agree: it is carried.' },
    notPassed: { vi: 'Kết quả không đạt trên 50%, không được thông qua.', en: 'Not more than 50 percent agree: it is not carried.' },
  }
  return said[outcome][lang]
}

/** The sentences to read out for a result that is announced at its meeting. Empty where the reader has none. */
export function announcementLines(conference: Pick<ConferenceView, 'result' | 'ballot' | 'quorum'>, lang: Lang): readonly string[] {
  const { result, ballot, quorum } = conference
  if (result === undefined) return []
  const { judgement, entry, input } = result
  const issued = ballot?.issued ?? 0
  const collected = ballot?.collected ?? 0
  const base = bases[judgement.base.name][lang]
  const people = votesInOrder(result)
  return [
    lang === 'vi'
      ? `Hội nghị triệu tập ${quorum.convened} người, có mặt ${input.count.present} người. Phát ra ${issued} phiếu, thu về ${collected} phiếu; hợp lệ ${entry.ballotsValid} phiếu, không hợp lệ ${entry.ballotsInvalid} phiếu.`
      : `${quorum.convened} were convened, ${input.count.present} are present. ${issued} ballots were issued and ${collected} collected: ${entry.ballotsValid} valid, ${entry.ballotsInvalid} invalid.`,
    ...people.map(([name, votes]) => {
      const percent = judgement.percent[name] ?? ''
      return lang === 'vi'
        ? `Đồng chí ${name} được ${votes} phiếu, bằng ${percent}% ${base}.`
        : `${name} has ${votes} ${votes === 1 ? 'vote' : 'votes'}, ${percent.replace(',', '.')}% ${base}.`
    }),
    verdict(judgement, lang),
  ]
}

/** The closing words where the law keeps the result: only numbers that everybody in the room saw (procedure.md 2.8, 7.2). */
export function sealedLines({ ballot, quorum }: Pick<ConferenceView, 'ballot' | 'quorum'>, lang: Lang): readonly string[] {
  const issued = ballot?.issued ?? 0
  const collected = ballot?.collected ?? 0
  return lang === 'vi'
    ? [
        `Hội nghị triệu tập ${quorum.convened} người, có mặt ${quorum.present} người. Phát ra ${issued} phiếu, thu về ${collected} phiếu.`,
        'Tổ kiểm phiếu đã kiểm xong, lập biên bản và niêm phong phiếu. Theo quy định, kết quả ở bước này không công bố tại hội nghị và được báo cáo cấp có thẩm quyền.',
        'Cảm ơn các đồng chí. Hội nghị kết thúc.',
      ]
    : [
        `${quorum.convened} were convened, ${quorum.present} are present. ${issued} ballots were issued and ${collected} collected.`,
        'The counting team has finished, drawn up its minutes and sealed the ballots. By the rule the result of this step is not announced here; it goes to the competent authority.',
        'Thank you. The meeting is closed.',
      ]
}
