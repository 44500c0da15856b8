// The conditions on a nominee in words: what each asks, its answer, and why (procedure.md 5). For screens and for the sheet on paper.
import type { Numbers } from '../core/refusal.ts'
import type { GuardId } from '../eligibility/guard-rules.ts'
import type { GuardAnswer, GuardReason, GuardVerdict } from '../eligibility/verdict.ts'
import { day, type Lang, num, type Sentence } from './sentence.ts'

type Both<T> = Readonly<Record<Lang, T>>

export const guardTitles: Readonly<Record<GuardId, Both<string>>> = {
  'G-01': { vi: 'Tiêu chuẩn chung và tiêu chuẩn chức danh', en: 'General and title standards' },
  'G-02': { vi: 'Quy hoạch (nguồn tại chỗ)', en: 'Planning (on-site)' },
  'G-03': { vi: 'Quy hoạch (nguồn từ nơi khác)', en: 'Planning (from another place)' },
  'G-04': { vi: 'Đơn vị mới, chưa có quy hoạch', en: 'New unit without planning' },
  'G-05': { vi: 'Trường hợp đặc biệt ngoài quy hoạch', en: 'Special case outside planning' },
  'G-06': { vi: 'Thời gian giữ chức vụ', en: 'Time in post' },
  'G-07': { vi: 'Tuổi bổ nhiệm', en: 'Age for appointment' },
  'G-08': { vi: 'Thời điểm tính tuổi', en: 'Day the age is taken on' },
  'G-09': { vi: 'Tuổi khi giữ chức vụ tương đương hoặc thấp hơn', en: 'Age for an equal or lower post' },
  'G-10': { vi: 'Hồ sơ, lý lịch được thẩm định; kê khai tài sản', en: 'Dossier verified; assets declared' },
  'G-11': { vi: 'Sức khỏe', en: 'Health' },
  'G-12': { vi: 'Xếp loại những năm gần đây', en: 'Recent ratings' },
  'G-13': { vi: 'Kết quả, sản phẩm cụ thể; kinh nghiệm', en: 'Concrete results and experience' },
  'G-14': { vi: 'Không bị cấm đảm nhiệm, khởi tố, điều tra, xét xử', en: 'Not barred, charged, investigated, tried' },
  'G-15': { vi: 'Kỷ luật', en: 'Discipline' },
  'G-16': { vi: 'Tố cáo, khiếu nại, kiểm tra dấu hiệu vi phạm, đình chỉ', en: 'Denunciation, complaint, inspection, suspension' },
  'G-17': { vi: 'Kết luận tiêu chuẩn chính trị', en: 'Conclusion on political standards' },
  'G-18': { vi: 'Trình độ đào tạo, bồi dưỡng', en: 'Education and training' },
  'G-19': { vi: 'Quan hệ gia đình', en: 'Family relations' },
  'G-20': { vi: 'Số nhiệm kỳ liên tiếp', en: 'Consecutive terms' },
  'G-21': { vi: 'Không là người địa phương', en: 'Not a local person' },
  'G-22': { vi: 'Số lượng cấp phó', en: 'Number of deputies' },
  'G-23': { vi: 'Chương trình hành động', en: 'Action program' },
}

export const guardAnswerWords: Readonly<Record<GuardAnswer, Both<string>>> = {
  pass: { vi: 'Đạt', en: 'Met' },
  fail: { vi: 'Không đạt', en: 'Not met' },
  needsDecision: { vi: 'Cần cấp có thẩm quyền quyết định', en: 'Needs a decision' },
  unknown: { vi: 'Chưa có thông tin', en: 'Not known' },
}

const words = (pairs: Readonly<Record<string, Both<string>>>) => (value: unknown, lang: Lang) =>
  pairs[String(value)]?.[lang] ?? String(value)

export const sanctionWord = words({
  reprimand: { vi: 'khiển trách', en: 'reprimand' },
  warning: { vi: 'cảnh cáo', en: 'warning' },
  payStepDown: { vi: 'hạ bậc lương', en: 'pay step down' },
  demotion: { vi: 'giáng chức', en: 'demotion' },
  removal: { vi: 'cách chức', en: 'removal from post' },
  expulsion: { vi: 'khai trừ', en: 'expulsion' },
  dismissal: { vi: 'buộc thôi việc', en: 'dismissal' },
})
const ratingWord = words({
  excellent: { vi: 'hoàn thành xuất sắc nhiệm vụ', en: 'completed tasks excellently' },
  good: { vi: 'hoàn thành tốt nhiệm vụ', en: 'completed tasks well' },
  completed: { vi: 'hoàn thành nhiệm vụ', en: 'completed tasks' },
  notCompleted: { vi: 'không hoàn thành nhiệm vụ', en: 'did not complete tasks' },
})
export const standingWord = words({
  barredFromPost: { vi: 'bị cấm đảm nhiệm chức vụ', en: 'barred from the post' },
  disciplinaryTimeLimit: { vi: 'trong thời hiệu xử lý kỷ luật', en: 'within the time limit for discipline' },
  charged: { vi: 'bị khởi tố', en: 'charged' },
  investigated: { vi: 'bị điều tra', en: 'investigated' },
  prosecuted: { vi: 'bị truy tố', en: 'prosecuted' },
  tried: { vi: 'bị xét xử', en: 'on trial' },
  arrested: { vi: 'bị bắt, tạm giữ, tạm giam', en: 'arrested or detained' },
  denunciation: { vi: 'tố cáo đang giải quyết', en: 'an open denunciation' },
  disciplinaryComplaint: { vi: 'khiếu nại kỷ luật đang giải quyết', en: 'an open disciplinary complaint' },
  violationInspection: { vi: 'kiểm tra khi có dấu hiệu vi phạm', en: 'an inspection for signs of violation' },
  auditRecommendation: { vi: 'kiến nghị thanh tra, kiểm toán chưa xong', en: 'a pending audit or inspection recommendation' },
  suspension: { vi: 'đình chỉ công tác', en: 'suspension from work' },
})
export const relationWord = words({
  father: { vi: 'cha', en: 'father' },
  mother: { vi: 'mẹ', en: 'mother' },
  spouse: { vi: 'vợ hoặc chồng', en: 'spouse' },
  child: { vi: 'con', en: 'child' },
  brother: { vi: 'anh, em trai', en: 'brother' },
  sister: { vi: 'chị, em gái', en: 'sister' },
  grandparent: { vi: 'ông, bà', en: 'grandparent' },
  uncleOrAunt: { vi: 'bác, chú, cô, dì, cậu', en: 'uncle or aunt' },
  other: { vi: 'người thân khác', en: 'other relative' },
})
const conflictWord = words({
  bothKeyInOneBody: { vi: 'cùng giữ chức vụ chủ chốt trong một đơn vị', en: 'both hold key posts in one body' },
  sectorsOfOneLevel: {
    vi: 'cùng đứng đầu các ngành không được bố trí người thân ở cùng cấp',
    en: 'both head sectors that relatives may not head at one level',
  },
  oneAboveTheOther: { vi: 'đứng đầu đơn vị cấp trên và cấp dưới trực tiếp', en: 'head bodies one directly above the other' },
})

/** How near retirement is when the term ends. */
const retires = ({ birthDate, retiresOn, termEnd, months }: Numbers, lang: Lang): string =>
  lang === 'vi'
    ? `Sinh ${born(birthDate)}, nghỉ hưu ${day(retiresOn)}, hết nhiệm kỳ ${day(termEnd)} còn ${num(months)} tháng`
    : `Born ${born(birthDate)}, retires ${day(retiresOn)}, ${num(months)} months after the term ends on ${day(termEnd)}`
const born = (value: unknown): string =>
  String(value ?? '')
    .split('-')
    .reverse()
    .join('/')

const reasons: Readonly<Record<GuardReason, Both<Sentence>>> = {
  'not-asked': { vi: () => 'Không áp dụng', en: () => 'Not asked here' },
  stated: { vi: ({ basis }) => `Có căn cứ${basis ? `: ${basis}` : ''}`, en: ({ basis }) => `Established${basis ? `: ${basis}` : ''}` },
  'stated-not': {
    vi: ({ basis }) => `Kết luận là không${basis ? `: ${basis}` : ''}`,
    en: ({ basis }) => `Established that not${basis ? `: ${basis}` : ''}`,
  },
  'not-stated': { vi: () => 'Chưa ai kết luận', en: () => 'Nobody established it yet' },
  planned: {
    vi: ({ post, document }) => `Trong quy hoạch ${post}${document ? `, ${document}` : ''}`,
    en: ({ post, document }) => `Planned for ${post}${document ? `, ${document}` : ''}`,
  },
  'planned-stated': { vi: () => 'Được ghi là trong quy hoạch khi giới thiệu', en: () => 'Said to be planned when proposed' },
  'not-planned': {
    vi: ({ post }) => `Không trong quy hoạch ${post} hoặc chức danh được tính`,
    en: ({ post }) => `Not planned for ${post} or a post that counts`,
  },
  'no-planning-in-unit': { vi: () => 'Đơn vị mới, chưa có quy hoạch được phê duyệt', en: () => 'A new unit without approved planning' },
  'outside-planning': {
    vi: () => 'Ngoài quy hoạch, phải có quyết định của cấp có thẩm quyền',
    en: () => 'Outside planning: the competent level decides',
  },
  decided: { vi: () => 'Cấp có thẩm quyền đã quyết định', en: () => 'The competent level decided' },
  'months-in-post': {
    vi: ({ months, needed, since }) => `Đã giữ ${num(months)} tháng, cần ${num(needed)}${since ? `, tính từ ${day(since)}` : ''}`,
    en: ({ months, needed, since }) => `Held ${num(months)} months of ${num(needed)}${since ? `, counted from ${day(since)}` : ''}`,
  },
  'months-in-post-unknown': {
    vi: ({ needed }) => `Chưa có quá trình công tác, cần ${num(needed)} tháng`,
    en: ({ needed }) => `Posts held not known, ${num(needed)} months needed`,
  },
  'months-left': {
    vi: ({ months, needed, retiresOn, birthDate }) =>
      `Sinh ${born(birthDate)}, nghỉ hưu ${day(retiresOn)}, còn ${num(months)} tháng, cần ${num(needed)}`,
    en: ({ months, needed, retiresOn, birthDate }) =>
      `Born ${born(birthDate)}, retires ${day(retiresOn)}, ${num(months)} months left of ${num(needed)} needed`,
  },
  'full-term-left': {
    vi: (n) => `${retires(n, 'vi')}, đủ cả nhiệm kỳ sau`,
    en: (n) => `${retires(n, 'en')}: enough for the whole next term`,
  },
  'until-retirement': {
    vi: (n) => `${retires(n, 'vi')}: bổ nhiệm lại đến tuổi nghỉ hưu`,
    en: (n) => `${retires(n, 'en')}: reappointed until retirement`,
  },
  'extension-instead': {
    vi: (n) => `${retires(n, 'vi')}: xem xét kéo dài thời gian giữ chức vụ, không bổ nhiệm lại`,
    en: (n) => `${retires(n, 'en')}: the time in the post is extended, there is no reappointment`,
  },
  'birth-or-sex-unknown': { vi: () => 'Chưa có ngày sinh hoặc giới tính', en: () => 'Birth date or sex not known' },
  'dossier-received': {
    vi: (n) => `Nhận tờ trình và hồ sơ ngày ${day(n.day)}`,
    en: (n) => `Submission and dossier received on ${day(n.day)}`,
  },
  'dossier-not-received': {
    vi: (n) => `Chưa nhận hồ sơ, tạm tính ngày ${day(n.day)}`,
    en: (n) => `Dossier not received, ${day(n.day)} taken for now`,
  },
  'process-day': { vi: () => 'Tính từ ngày thực hiện quy trình', en: () => 'The day of the procedure counts' },
  'age-not-applied': { vi: () => 'Chức vụ tương đương hoặc thấp hơn, không xét tuổi', en: () => 'Equal or lower post, no age asked' },
  'declaration-missing': { vi: () => 'Chưa có bản kê khai tài sản, thu nhập', en: () => 'No asset declaration' },
  'certificate-valid': {
    vi: ({ until }) => `Giấy khám sức khỏe còn giá trị đến ${day(until)}`,
    en: ({ until }) => `Health certificate good until ${day(until)}`,
  },
  'certificate-expired': {
    vi: ({ until }) => `Giấy khám sức khỏe hết giá trị từ ${day(until)}`,
    en: ({ until }) => `Health certificate lapsed on ${day(until)}`,
  },
  'certificate-missing': { vi: () => 'Chưa có giấy khám sức khỏe', en: () => 'No health certificate' },
  'ratings-good': { vi: ({ years }) => `Các năm ${years} đạt mức yêu cầu`, en: ({ years }) => `${years} rated as asked` },
  'rating-below': {
    vi: ({ year, level }) => `Năm ${year}: ${ratingWord(level, 'vi')}`,
    en: ({ year, level }) => `${year}: ${ratingWord(level, 'en')}`,
  },
  'rating-missing': { vi: ({ years }) => `Chưa có xếp loại năm ${years}`, en: ({ years }) => `No rating of ${years}` },
  'nothing-stands': { vi: () => 'Đã tra cứu, không có', en: () => 'Looked up, nothing stands' },
  'proceeding-stands': { vi: ({ kind }) => `Đang ${standingWord(kind, 'vi')}`, en: ({ kind }) => `Standing: ${standingWord(kind, 'en')}` },
  'check-stands': { vi: ({ kind }) => `Đang có ${standingWord(kind, 'vi')}`, en: ({ kind }) => `Standing: ${standingWord(kind, 'en')}` },
  'not-looked-up': { vi: () => 'Chưa tra cứu', en: () => 'Not looked up' },
  'no-bar': { vi: () => 'Không trong thời hạn kỷ luật', en: () => 'No bar by discipline' },
  barred: {
    vi: ({ sanction, effectiveOn, until, months }) =>
      `Bị ${sanctionWord(sanction, 'vi')} từ ${day(effectiveOn)}, ${num(months)} tháng, đến hết ngày ${day(until)}`,
    en: ({ sanction, effectiveOn, until, months }) =>
      `${sanctionWord(sanction, 'en')} of ${day(effectiveOn)}: ${num(months)} months, through ${day(until)}`,
  },
  'sanction-to-consider': {
    vi: ({ sanction, effectiveOn }) => `Bị ${sanctionWord(sanction, 'vi')} từ ${day(effectiveOn)}, cấp có thẩm quyền xem xét`,
    en: ({ sanction, effectiveOn }) => `${sanctionWord(sanction, 'en')} of ${day(effectiveOn)}, for consideration`,
  },
  'shortcoming-to-consider': {
    vi: () => 'Có khuyết điểm chưa đến mức kỷ luật, cấp có thẩm quyền xem xét',
    en: () => 'Shortcomings below discipline, for consideration',
  },
  'conclusion-not-needed': { vi: () => 'Không phải kết luận lại', en: () => 'No new conclusion is needed' },
  'conclusion-older-than-new-facts': {
    vi: ({ on, since }) => `Kết luận ngày ${day(on)}, có nội dung mới từ ${day(since)}`,
    en: ({ on, since }) => `Concluded on ${day(on)}, new facts on ${day(since)}`,
  },
  'no-conflict': { vi: () => 'Không có người thân giữ chức vụ liên quan', en: () => 'No relative in a related post' },
  'family-conflict': {
    vi: ({ name, relation, post, unit, kind }) =>
      `${name} (${relationWord(relation, 'vi')}), ${post}, ${unit}: ${conflictWord(kind, 'vi')}`,
    en: ({ name, relation, post, unit, kind }) =>
      `${name} (${relationWord(relation, 'en')}), ${post}, ${unit}: ${conflictWord(kind, 'en')}`,
  },
  'post-not-described': { vi: () => 'Chưa mô tả chức vụ dự kiến để đối chiếu', en: () => 'The post is not described to compare' },
  'terms-in-row': {
    vi: ({ terms, limit }) => `Đã giữ ${num(terms)} nhiệm kỳ liên tiếp, tối đa ${num(limit)}`,
    en: ({ terms, limit }) => `${num(terms)} terms in a row, ${num(limit)} at most`,
  },
  'no-term-limit': { vi: () => 'Không giới hạn số lần bổ nhiệm lại', en: () => 'No limit on reappointment' },
  'not-head': { vi: () => 'Không phải chức vụ đứng đầu', en: () => 'Not a post of a head' },
  local: {
    vi: ({ basis }) => `Là người địa phương${basis ? `: ${basis}` : ''}`,
    en: ({ basis }) => `A local person${basis ? `: ${basis}` : ''}`,
  },
  'deputies-within': {
    vi: ({ approved, inPost, seats }) => `Được giao ${num(approved)}, hiện có ${num(inPost)}, bổ sung ${num(seats)}`,
    en: ({ approved, inPost, seats }) => `${num(approved)} approved, ${num(inPost)} in post, ${num(seats)} to add`,
  },
  'deputies-exceeded': {
    vi: ({ approved, inPost, seats }) => `Được giao ${num(approved)}, hiện có ${num(inPost)}, bổ sung ${num(seats)}: vượt`,
    en: ({ approved, inPost, seats }) => `${num(approved)} approved, ${num(inPost)} in post, ${num(seats)} to add: too many`,
  },
  'program-submitted': { vi: ({ on }) => `Đã nộp ngày ${day(on)}`, en: ({ on }) => `Handed in on ${day(on)}` },
  'program-not-submitted': { vi: () => 'Chưa nộp', en: () => 'Not handed in' },
}

/** Why the answer is what it is, as one line. */
export function guardReasonText({ reason, numbers }: Pick<GuardVerdict, 'reason' | 'numbers'>, lang: Lang): string {
  return reasons[reason][lang](numbers)
}
