// Slips and their bundles: why they cannot be made, sealed, held or destroyed now (documents.md A6.3, B7).
import { article, day, hour, list, num, type Sentences } from './sentence.ts'

const bundle = (id: unknown): string => String(id ?? '').replace(/^goi-/, '')
const pileVi: Readonly<Record<string, string>> = { valid: 'hợp lệ', invalid: 'không hợp lệ', unused: 'chưa phát', spoiled: 'hỏng' }
const pileEn: Readonly<Record<string, string>> = { valid: 'valid', invalid: 'invalid', unused: 'unused', spoiled: 'spoilt' }

export const slipRefusals = {
  'slips-not-now': {
    vi: () => 'Phiếu chỉ lập được khi hội nghị có bỏ phiếu đã triệu tập và chưa phát phiếu. Mở hội nghị cần lập phiếu.',
    en: () => 'Slips are made for a conference with a ballot, convened and before ballots are issued. Open that conference.',
  },
  'slip-does-not-fit': {
    vi: ({ lines, room }) => `Phiếu cần ${lines} dòng, khổ này chứa được ${room} dòng. Chọn khổ lớn hơn.`,
    en: ({ lines, room }) => `The slip needs ${lines} lines and this format holds ${room}. Choose a larger format.`,
  },
  'slips-not-drawn': {
    vi: () => 'Chưa lập phiếu trong phần mềm cho hội nghị này. Lập phiếu, hoặc ghi là phiếu in bằng cách khác.',
    en: () => 'No slips were drawn here for this conference. Draw them, or record that the slips were made by other means.',
  },
  'printed-differs-from-slips': {
    vi: ({ printed, copies }) =>
      `Số phiếu in ${printed} khác số ghi khi lập phiếu là ${copies}. Lập lại phiếu với số đúng, hoặc ghi là phiếu in bằng cách khác.`,
    en: ({ printed, copies }) =>
      `${printed} printed, ${copies} asked for when the slips were drawn. Draw them anew with the right number, or record that they were made by other means.`,
  },
  'slips-outdated': {
    vi: () =>
      'Tên trên phiếu đã lập khác danh sách bỏ phiếu hiện nay. Lập lại phiếu rồi ghi lại phần in phiếu; nếu phiếu in bằng cách khác thì ghi như vậy.',
    en: () =>
      'The slips bear other names than the ballot has now. Draw them anew and record the printing again; if they were made by other means, record that.',
  },
  'moment-in-future': {
    vi: ({ at }) => `Thời điểm ${hour(at)} ngày ${day(at)} chưa đến. Nhập thời điểm đã qua.`,
    en: ({ at }) => `The time ${hour(at)} on ${day(at)} has not come. Enter a time that has passed.`,
  },
  'bundle-already-sealed': {
    vi: ({ bundleId }) => `Phiếu của lượt này đã niêm phong trong gói số ${bundle(bundleId)}. Xem gói phiếu trong hồ sơ.`,
    en: ({ bundleId }) => `The slips of this round are sealed in bundle ${bundle(bundleId)}. See the bundles of the case.`,
  },
  'bundle-differs-from-count': {
    vi: ({ which, sealed, counted }) =>
      `Phiếu ${pileVi[String(which)] ?? ''} đưa vào niêm phong là ${sealed}, biên bản kiểm phiếu ghi ${counted}. Đếm lại từng tập phiếu.`,
    en: ({ which, sealed, counted }) =>
      `${sealed} ${pileEn[String(which)] ?? ''} slips to be sealed, the count says ${counted}. Count each pile again.`,
  },
  'bundle-seal-used': {
    vi: ({ sealNo }) => `Số niêm phong ${sealNo ?? ''} đã dùng cho gói khác. Ghi đúng số trên niêm phong.`,
    en: ({ sealNo }) => `Seal ${sealNo ?? ''} closes another bundle already. Enter the number on this seal.`,
  },
  'bundle-sealed-before-count': {
    vi: ({ sealedAt, countedAt }) => `Giờ niêm phong ${hour(sealedAt)} trước giờ kiểm phiếu xong ${hour(countedAt)}. Sửa giờ niêm phong.`,
    en: ({ sealedAt, countedAt }) =>
      `Sealed at ${hour(sealedAt)}, before the count ended at ${hour(countedAt)}. Correct the time of sealing.`,
  },
  'bundle-opened-undecided': {
    vi: ({ bundleId, article: cited }) =>
      `Phiếu này đã niêm phong trong gói số ${bundle(bundleId)}, chỉ mở được theo quyết định của cấp có thẩm quyền có trước khi mở.${article(cited)} Ghi số, ngày quyết định đó.`,
    en: ({ bundleId, article: cited }) =>
      `These slips were sealed in bundle ${bundle(bundleId)}, which is opened only by a decision of the competent level taken before.${article(cited)} Enter its number and day.`,
  },
  'bundle-not-sealed': {
    vi: () => 'Phiếu của hội nghị này chưa niêm phong. Ghi việc niêm phong trước; biên bản được lập cùng lúc.',
    en: () => 'The slips of this conference are not sealed yet. Record the sealing first; its minutes are drawn with it.',
  },
  'bundle-not-destroyed': {
    vi: () => 'Hồ sơ này chưa hủy gói phiếu nào. Ghi việc hủy phiếu trước; biên bản được lập cùng lúc.',
    en: () => 'No bundle of this case was destroyed. Record the destroying first; its minutes are drawn with it.',
  },
  'bundle-unknown': {
    vi: ({ bundleId }) => `Hồ sơ không có gói phiếu số ${bundle(bundleId)}. Chọn gói trong danh sách.`,
    en: ({ bundleId }) => `The case has no bundle ${bundle(bundleId)}. Choose one from the list.`,
  },
  'bundle-not-kept': {
    vi: ({ bundleId }) => `Gói phiếu số ${bundle(bundleId)} không còn: đã hủy, hoặc đã niêm phong lại thành gói khác. Chọn gói đang giữ.`,
    en: ({ bundleId }) => `Bundle ${bundle(bundleId)} is no more: destroyed, or sealed again as another. Choose one that is kept.`,
  },
  'bundle-already-held': {
    vi: ({ bundleId, heldOn }) => `Gói phiếu số ${bundle(bundleId)} đã tạm giữ từ ${day(heldOn)}. Không cần ghi lại.`,
    en: ({ bundleId, heldOn }) => `Bundle ${bundle(bundleId)} is held since ${day(heldOn)}. There is no need to record it again.`,
  },
  'bundle-not-held': {
    vi: ({ bundleId }) => `Gói phiếu số ${bundle(bundleId)} không bị tạm giữ. Chọn gói đang tạm giữ.`,
    en: ({ bundleId }) => `Bundle ${bundle(bundleId)} is not held. Choose one that is.`,
  },
  'bundle-case-undecided': {
    vi: ({ article: cited }) =>
      `Chưa có quyết định về nhân sự nên thời hạn giữ phiếu chưa bắt đầu tính.${article(cited)} Chờ quyết định, hoặc kết thúc hồ sơ.`,
    en: ({ article: cited }) =>
      `The person is not decided on, so the time of keeping has not begun.${article(cited)} Wait for the decision, or end the case.`,
  },
  'bundle-on-hold': {
    vi: ({ bundleId, heldOn, article: cited }) =>
      `Gói phiếu số ${bundle(bundleId)} tạm giữ từ ${day(heldOn)} vì còn khiếu nại, tố cáo.${article(cited)} Ghi kết luận giải quyết trước.`,
    en: ({ bundleId, heldOn, article: cited }) =>
      `Bundle ${bundle(bundleId)} is held since ${day(heldOn)} for an open complaint.${article(cited)} Record how it was settled first.`,
  },
  'bundle-keeping-not-over': {
    vi: ({ bundleId, keepUntil, article: cited }) =>
      `Gói phiếu ${bundleId === undefined ? '' : `số ${bundle(bundleId)} `}phải giữ đến hết ${day(keepUntil)}.${article(cited)} Hủy sau ngày đó.`,
    en: ({ bundleId, keepUntil, article: cited }) =>
      `Bundle ${bundleId === undefined ? '' : `${bundle(bundleId)} `}is kept to the end of ${day(keepUntil)}.${article(cited)} Destroy it after that day.`,
  },
  'destroying-decided-early': {
    vi: ({ date, keepUntil, article: cited }) =>
      `Văn bản cho hủy đề ngày ${day(date)}, khi thời hạn giữ đến hết ${day(keepUntil)} chưa hết.${article(cited)} Cần văn bản ban hành sau ngày đó.`,
    en: ({ date, keepUntil, article: cited }) =>
      `The deciding document is of ${day(date)}, before the keeping ended on ${day(keepUntil)}.${article(cited)} One issued after that day is needed.`,
  },
  'destroyed-before-decision': {
    vi: ({ date }) => `Ngày hủy trước ngày ${day(date)} của văn bản cho hủy. Sửa ngày hủy hoặc văn bản.`,
    en: ({ date }) => `The slips were destroyed before ${day(date)}, the day of the deciding document. Correct the one or the other.`,
  },
  'destroying-team-too-small': {
    vi: ({ size, needed, article: cited }) =>
      `Tổ hủy phiếu có ${size} người, cần ít nhất ${needed} người.${article(cited)} Thêm ${num(needed) - num(size)} người.`,
    en: ({ size, needed, article: cited }) =>
      `The team has ${size}, at least ${needed} are needed.${article(cited)} Add ${num(needed) - num(size)}.`,
  },
  'dossier-code-unknown': {
    vi: ({ codes }) => `Mã thành phần hồ sơ chưa đúng: ${list(codes)}. Dùng các mã HS02 đến HS15, mỗi dòng một mã.`,
    en: ({ codes }) => `Unknown dossier codes: ${list(codes)}. Use HS02 to HS15, one a line.`,
  },
  'result-not-yet': {
    vi: () => 'Chưa có kết quả bỏ phiếu quyết định nên chưa lập được văn bản này. Tiếp tục quy trình trước.',
    en: () => 'The deciding ballot has no result yet, so this paper cannot be made. Go on with the procedure first.',
  },
  'decision-not-recorded': {
    vi: () => 'Chưa ghi quyết định về nhân sự. Ghi quyết định trước, rồi lập thông báo.',
    en: () => 'The decision on the person is not recorded. Record it first, then make the announcement.',
  },
  'paper-differs-from-case': {
    vi: ({ typed, recorded }) => `Ngày ${day(typed)} khác ngày ${day(recorded)} đã ghi trong hồ sơ. Sửa lại cho khớp.`,
    en: ({ typed, recorded }) => `${day(typed)} is not the ${day(recorded)} on record in the case. Make them agree.`,
  },
} as const satisfies Sentences
