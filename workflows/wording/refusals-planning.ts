// Planning: why somebody is not put on a list, kept on it or taken off it (programme.md 12).
import { article, day, list, num, type Sentences } from './sentence.ts'

const name = (value: unknown): string => String(value ?? '')

export const planningRefusals = {
  'planning-list-exists': {
    vi: () => 'Danh sách quy hoạch này đã có. Mở danh sách đã có.',
    en: () => 'This planning list exists already. Open it.',
  },
  'planning-list-of-post-exists': {
    vi: ({ post, unit, term }) =>
      `Đã có danh sách quy hoạch ${name(post)}, ${name(unit)}, nhiệm kỳ ${name(term)}. Bổ sung vào danh sách đó.`,
    en: ({ post, unit, term }) => `There is a planning list for ${name(post)}, ${name(unit)}, term ${name(term)}. Add to that list.`,
  },
  'planning-term-backwards': {
    vi: ({ from, until }) => `Nhiệm kỳ từ ${day(from)} đến ${day(until)} có ngày kết thúc không sau ngày bắt đầu. Nhập lại hai ngày.`,
    en: ({ from, until }) => `A term from ${day(from)} to ${day(until)} does not end after it begins. Enter both days again.`,
  },
  'planning-list-unknown': {
    vi: () => 'Không có danh sách quy hoạch này. Chọn trong các danh sách đang có.',
    en: () => 'There is no such planning list. Choose one of those there are.',
  },
  'planning-list-ended': {
    vi: (n) => `Danh sách quy hoạch ${name(n.post)} đã hết hiệu lực từ ${day(n.date)}. Lập danh sách của nhiệm kỳ mới.`,
    en: (n) => `The planning list for ${name(n.post)} ended on ${day(n.date)}. Open the list of the new term.`,
  },
  'planning-entry-unknown': {
    vi: () => 'Người này không có trong danh sách. Tải lại trang rồi chọn.',
    en: () => 'This person is not on the list. Load the page again and choose.',
  },
  'planning-entry-exists': {
    vi: () => 'Mục này đã được ghi. Tải lại trang để xem.',
    en: () => 'This entry is on record already. Load the page again to see it.',
  },
  'planning-entry-settled': {
    vi: (n) => `Việc quy hoạch của ${name(n.name)} đã được quyết định. Xem lại danh sách; nếu cần thì đề xuất lại.`,
    en: (n) => `The planning of ${name(n.name)} is settled. Look at the list; propose again if it is needed.`,
  },
  'planning-entry-not-approved': {
    vi: (n) => `${name(n.name)} chưa được phê duyệt quy hoạch. Ghi quyết định phê duyệt trước.`,
    en: (n) => `${name(n.name)} is not approved for planning yet. Record the approval first.`,
  },
  'planning-own-post': {
    vi: (n) =>
      `${name(n.name)} đang giữ chức vụ ${name(n.post)}: chỉ quy hoạch chức danh cao hơn. Chọn danh sách của chức danh khác.${article(n.article)}`,
    en: (n) =>
      `${name(n.name)} holds the post ${name(n.post)}: planning is for higher posts only. Choose the list of another post.${article(n.article)}`,
  },
  'planning-post-not-higher': {
    vi: (n) => `${name(n.post)} thấp hơn chức vụ ${name(n.name)} đang giữ. Chọn chức danh cao hơn.${article(n.article)}`,
    en: (n) => `${name(n.post)} is lower than the post ${name(n.name)} holds. Choose a higher one.${article(n.article)}`,
  },
  'planning-person-listed': {
    vi: (n) => `${name(n.name)} đã có trong danh sách quy hoạch ${name(n.post)}. Xem danh sách.`,
    en: (n) => `${name(n.name)} is on the planning list for ${name(n.post)} already. See the list.`,
  },
  'planning-post-full': {
    vi: (n) =>
      `Đã quy hoạch ${num(n.planned)} người cho ${name(n.post)}, tối đa ${num(n.most)}. Đưa một người ra trước khi bổ sung.${article(n.article)}`,
    en: (n) =>
      `${num(n.planned)} people are planned for ${name(n.post)}, ${num(n.most)} at most. Take one out before adding.${article(n.article)}`,
  },
  'planning-person-full': {
    vi: (n) =>
      `${name(n.name)} đã quy hoạch ${num(n.planned)} chức danh cùng cấp, tối đa ${num(n.most)}. Đưa ra khỏi một danh sách trước.${article(n.article)}`,
    en: (n) =>
      `${name(n.name)} is planned for ${num(n.planned)} posts of this level, ${num(n.most)} at most. Take the person off one list first.${article(n.article)}`,
  },
  'planning-beside-proposal': {
    vi: (n) =>
      `${name(n.name)} được giới thiệu bổ nhiệm trong ngày ${day(n.date)}. Không đề xuất cùng lúc: đề xuất quy hoạch vào ngày khác.${article(n.article)}`,
    en: (n) =>
      `${name(n.name)} is proposed for appointment on ${day(n.date)}. Not both at a time: propose the planning on another day.${article(n.article)}`,
  },
  'planning-too-few-months': {
    vi: (n) =>
      `${name(n.name)} nghỉ hưu ${day(n.retiresOn)}, ${Number(n.months) < 0 ? 'trước khi bắt đầu nhiệm kỳ' : `chỉ còn ${num(n.months)} tháng khi bắt đầu nhiệm kỳ`}, cần ${num(n.needed)} tháng. Chọn người khác.${article(n.article)}`,
    en: (n) =>
      `${name(n.name)} retires on ${day(n.retiresOn)}, ${Number(n.months) < 0 ? 'before the term starts' : `with ${num(n.months)} months left at the start of the term`}; ${num(n.needed)} months are needed. Choose another person.${article(n.article)}`,
  },
  'planning-disciplined': {
    vi: (n) =>
      `${name(n.name)} bị kỷ luật từ ${day(n.date)}, chưa hết thời hạn (đến hết ${day(n.until)}). Đề xuất sau ngày đó, hoặc chọn người khác.${article(n.article)}`,
    en: (n) =>
      `${name(n.name)} was disciplined on ${day(n.date)} and the bar stands until ${day(n.until)} inclusive. Propose after that day, or choose another person.${article(n.article)}`,
  },
  'planning-disciplined-for-good': {
    vi: (n) =>
      `${name(n.name)} bị khai trừ hoặc buộc thôi việc từ ${day(n.date)}; văn bản không quy định ngày hết. Chọn người khác, hoặc đính chính hồ sơ trong sổ cán bộ.${article(n.article)}`,
    en: (n) =>
      `${name(n.name)} was expelled or dismissed on ${day(n.date)}; no text says when that ends. Choose another person, or put the record in the registry right.${article(n.article)}`,
  },
  'planning-low-confidence': {
    vi: (n) =>
      `${name(n.name)} có ${num(n.low)}/${num(n.collected)} phiếu tín nhiệm thấp ngày ${day(n.date)}: đưa ra khỏi quy hoạch chức danh cao hơn trong nhiệm kỳ này. Chọn người khác.${article(n.article)}`,
    en: (n) =>
      `${name(n.name)} had ${num(n.low)} of ${num(n.collected)} ballots of low confidence on ${day(n.date)}: off the planning for higher posts of this term. Choose another person.${article(n.article)}`,
  },
  'planning-present-exceeds-convened': {
    vi: ({ present, convened }) => `Có mặt ${num(present)} nhiều hơn triệu tập ${num(convened)}. Nhập lại số người.`,
    en: ({ present, convened }) => `${num(present)} present, more than the ${num(convened)} convened. Enter the numbers again.`,
  },
  'planning-agree-exceeds-present': {
    vi: (n) => `${name(n.name)}: đồng ý ${num(n.agree)} nhiều hơn có mặt ${num(n.present)}. Nhập lại số phiếu.`,
    en: (n) => `${name(n.name)}: ${num(n.agree)} agree, more than the ${num(n.present)} present. Enter the votes again.`,
  },
  'planning-out-not-proposed': {
    vi: (n) => `Chưa có đề xuất đưa ${name(n.name)} ra khỏi quy hoạch. Ghi căn cứ trước, hoặc đưa ra trong đợt rà soát năm.`,
    en: (n) => `Nothing proposes to take ${name(n.name)} off the list. Record the ground first, or do it in the yearly review.`,
  },
  'planning-year-reviewed': {
    vi: ({ year }) => `Năm ${num(year)} đã rà soát danh sách này. Chọn năm khác, hoặc ghi thay đổi riêng từng người.`,
    en: ({ year }) => `This list was reviewed for ${num(year)}. Choose another year, or record changes person by person.`,
  },
  'planning-review-incomplete': {
    vi: ({ names }) => `Chưa rà soát: ${list(names)}. Chọn giữ hoặc đưa ra cho từng người.`,
    en: ({ names }) => `Not reviewed yet: ${list(names)}. Choose keep or out for each.`,
  },
  'planning-review-twice': {
    vi: (n) => `${name(n.name)} được ghi hai lần trong đợt rà soát. Chọn giữ hoặc đưa ra.`,
    en: (n) => `${name(n.name)} stands twice in the review. Choose keep or out.`,
  },
} as const satisfies Sentences
