// The count bundle by bundle: why a slip, a bundle or their sum is not taken, and what to do (procedure.md 7.2, 7.3).
import { list, num, type Sentences } from './sentence.ts'

export const bundleRefusals = {
  'bundle-differs': {
    vi: ({ bundles }) =>
      `Tập ${list(bundles)} chưa khớp: hai người đếm ra hai kết quả. Cả hai đếm lại tập ${list(bundles)}; không ai xem số của người kia.`,
    en: ({ bundles }) =>
      `Bundle ${list(bundles)} does not match: two counters, two results. Both recount bundle ${list(bundles)}; neither sees the other's figures.`,
  },
  'count-bundles-not-whole': {
    vi: ({ bundles }) => `Chưa cộng được: tập ${list(bundles)} chưa đủ hai người đếm. Đếm nốt các tập đó.`,
    en: ({ bundles }) => `Cannot be added up: bundle ${list(bundles)} is not counted by two people yet. Count it first.`,
  },
  'count-bundles-under-way': {
    vi: ({ bundles }) => `Đang kiểm theo ${bundles} tập. Đếm nốt các tập, hoặc bỏ cách chia tập rồi làm lại.`,
    en: ({ bundles }) => `The count goes on in ${bundles} bundles. Count the rest, or drop the bundles and begin anew.`,
  },
  'count-bundles-missing': {
    vi: () => 'Phiếu chưa chia thành tập. Chia tập trước, rồi đếm từng tập.',
    en: () => 'The slips are not divided into bundles yet. Divide them, then count bundle by bundle.',
  },
  'no-slips-to-divide': {
    vi: () => 'Hòm không có phiếu nào nên không có gì để chia tập. Nhập kết quả kiểm phiếu theo tổng.',
    en: () => 'The box holds no slip, so there is nothing to divide. Enter the count as totals.',
  },
  'count-bundle-unknown': {
    vi: ({ no, bundles }) => `Không có tập ${no}: chỉ có ${bundles} tập. Chọn tập trong danh sách.`,
    en: ({ no, bundles }) => `There is no bundle ${no}: there are ${bundles}. Choose one from the list.`,
  },
  'count-bundle-matched': {
    vi: ({ no }) => `Tập ${no} đã khớp, không phải đếm nữa. Chọn tập khác.`,
    en: ({ no }) => `Bundle ${no} matches already and needs no more counting. Choose another one.`,
  },
  'same-person-counts': {
    vi: ({ no }) => `Bạn đã đếm tập ${no}. Người thứ hai của tổ kiểm phiếu đếm tập này bằng tài khoản của mình.`,
    en: ({ no }) => `You have counted bundle ${no}. A second person of the counting team counts it under an own account.`,
  },
  'count-bundle-not-open': {
    vi: ({ no }) => `Tập ${no} chưa mở để đếm. Chọn tập ${no} rồi nhập phiếu.`,
    en: ({ no }) => `Bundle ${no} is not open for counting. Choose bundle ${no}, then enter its slips.`,
  },
  'count-bundle-open': {
    vi: ({ no }) => `Tập ${no} đang đếm dở. Đếm xong và chốt tập ${no}, hoặc bỏ để đếm lại từ đầu.`,
    en: ({ no }) => `Bundle ${no} is being counted. Finish and close it, or leave it to be counted from its first slip.`,
  },
  'bundle-is-full': {
    vi: ({ size }) => `Đã đủ ${size} phiếu của tập. Bấm Enter để chốt tập; nếu trên tay còn phiếu, đếm lại tập.`,
    en: ({ size }) => `All ${size} slips of the bundle are in. Press Enter to close it; if a slip is left in hand, recount the bundle.`,
  },
  'bundle-not-full': {
    vi: ({ counted, size }) =>
      num(counted) < num(size)
        ? `Chưa chốt được tập: mới nhập ${counted}/${size} phiếu, còn ${num(size) - num(counted)}. Nhập nốt; nếu hết phiếu, đếm lại số tờ của tập.`
        : `Chưa chốt được tập: ${counted} phiếu, nhiều hơn ${size} phiếu của tập. Đếm lại tập.`,
    en: ({ counted, size }) =>
      num(counted) < num(size)
        ? `The bundle cannot be closed: ${counted} of ${size} slips entered, ${num(size) - num(counted)} to go. Enter them; if none is left, count the sheets again.`
        : `The bundle cannot be closed: ${counted} slips, more than its ${size}. Recount the bundle.`,
  },
  'bundle-line-empty': {
    vi: ({ line }) => `Dòng ${line} chưa có số. Không có phiếu nào thì ghi 0.`,
    en: ({ line }) => `Line ${line} has no number. If it has no slip, enter 0.`,
  },
  'bundle-reasons-exceed-invalid': {
    vi: ({ reasons, invalid }) => `Lý do ghi cho ${reasons} phiếu, nhưng chỉ có ${invalid} phiếu không hợp lệ. Sửa cho khớp.`,
    en: ({ reasons, invalid }) => `Reasons are given for ${reasons} slips, but only ${invalid} are invalid. Make them agree.`,
  },
  'bundle-slips-unnamed': {
    vi: ({ sum, naming }) => `Có ${naming} phiếu hợp lệ nhưng mới ghi ${sum} lượt chọn. Đếm lại tập.`,
    en: ({ sum, naming }) => `${naming} slips are valid, but only ${sum} choices are entered. Recount the bundle.`,
  },
  'slip-marks-none': {
    vi: () => 'Phiếu không chọn ai là phiếu không hợp lệ theo thiết lập. Bấm 0 rồi chọn lý do “Không chọn ai”.',
    en: () => 'A slip that chooses nobody is invalid by the office setting. Press 0, then the reason “Nobody chosen”.',
  },
  'slip-marks-too-many': {
    vi: ({ marks, most }) => `Phiếu chọn ${marks} người, nhiều hơn ${most}. Bấm 0 rồi chọn lý do “Chọn quá số người”.`,
    en: ({ marks, most }) => `The slip chooses ${marks}, more than ${most}. Press 0, then the reason “Too many chosen”.`,
  },
  'slip-line-unknown': {
    vi: ({ line, lines }) => `Không có dòng ${line}: phiếu có ${lines} dòng. Bấm số ghi bên cạnh tên.`,
    en: ({ line, lines }) => `There is no line ${line}: the slip has ${lines}. Press the number beside the name.`,
  },
  'slip-gone': {
    vi: ({ no }) => `Chỉ lấy lại được phiếu vừa nhập, trước phiếu sau. Nếu tập ${no} sai, bỏ và đếm lại từ đầu.`,
    en: ({ no }) => `Only the slip just entered can be taken back, before the next one. If bundle ${no} is wrong, leave it and recount.`,
  },
} as const satisfies Sentences
