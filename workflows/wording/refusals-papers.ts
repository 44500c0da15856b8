// Why a paper cannot be made: not its time, something missing, no such paper.
import { day, num, type Sentences } from './sentence.ts'

export const paperRefusals = {
  'paper-not-of-this-kind': {
    vi: () => 'Loại hồ sơ này không có văn bản đó. Chọn văn bản khác trong danh sách.',
    en: () => 'This kind of case has no such paper. Choose another from the list.',
  },
  'paper-of-what': {
    vi: () => 'Chưa rõ văn bản lập cho hội nghị nào, nhân sự nào. Chọn lại trong danh sách văn bản lập được.',
    en: () => 'It is not clear which conference or person the paper is about. Choose again from the list of papers.',
  },
  'collective-has-no-deputy': {
    vi: ({ collective }) =>
      `Không ký thay (K/T, KT.) một tập thể như “${collective}”. Ghi thẩm quyền ký là T/M (Đảng) hoặc TM. (Nhà nước).`,
    en: ({ collective }) => `Nobody signs as deputy (K/T, KT.) of a collective such as “${collective}”. Write T/M (Party) or TM. (State).`,
  },
  'draft-of-made-paper': {
    vi: () => 'Văn bản này đã lập, không lập dự thảo sau văn bản. Bỏ trống ô dự thảo để lập bản thay thế.',
    en: () => 'This paper is made already: no draft follows it. Leave the draft box empty to make a replacement.',
  },
  'paper-already-requested': {
    vi: () => 'Văn bản này đã được yêu cầu và đang chờ lập. Bấm “Lập giấy còn nợ”, không cần yêu cầu lại.',
    en: () => 'This paper was asked for already and waits to be drawn. Draw the papers owed; there is no need to ask again.',
  },
  'paper-drawn-by-itself': {
    vi: () => 'Biên bản và bảng tổng hợp tự lập khi hội nghị kết thúc. Chỉ lập lại được bản đã có, kèm lý do.',
    en: () =>
      'Minutes and the result table are drawn when the conference ends. Only a paper already drawn can be made anew, with a reason.',
  },
  'paper-reason-missing': {
    vi: () => 'Văn bản này đã có. Bản đã lập không sửa được; ghi lý do để lập bản thay thế.',
    en: () => 'This paper exists. A paper made is never edited; give the reason to make its replacement.',
  },
  'paper-meeting-already-opened': {
    vi: () => 'Hội nghị đã khai mạc hoặc đã kết thúc nên không mời nữa. Giấy mời lập trước khi khai mạc.',
    en: () => 'The conference has opened or is over, so nobody is invited to it any more. Invitations are made before it opens.',
  },
  'paper-before-last-step': {
    vi: () => 'Cấp ủy cho ý kiến sau khi các hội nghị trước hội nghị quyết định kết thúc. Hoàn thành các hội nghị đó trước.',
    en: () => 'The Party committee is asked once the conferences before the deciding one are over. Finish those first.',
  },
  'paper-staffing-exceeded': {
    vi: ({ staffing, seats, allowed }) =>
      `Hiện có ${staffing} người, xin bổ nhiệm thêm ${seats}, vượt số lượng theo quy định là ${allowed}. Kiểm tra lại các số này.`,
    en: ({ staffing, seats, allowed }) =>
      `There are ${staffing} now and ${seats} more are asked for, over the ${allowed} allowed. Check these numbers.`,
  },
  'paper-votes-wrong': {
    vi: ({ name, inFavour, of }) => `Số phiếu về ${name} chưa khớp: ${inFavour} nhất trí trong ${of} người. Kiểm tra lại.`,
    en: ({ name, inFavour, of }) => `The votes about ${name} do not fit: ${inFavour} in favour of ${of}. Check them.`,
  },
  'paper-days-reversed': {
    vi: () => 'Văn bản không thể có ngày trước việc mà nó ghi lại. Kiểm tra lại các ngày.',
    en: () => 'A paper cannot be dated before what it tells of. Check the days.',
  },
  'paper-names-nobody': {
    vi: () => 'Văn bản này ghi tên nhân sự, mà hồ sơ chưa có nhân sự nào ở bước này. Đề xuất nhân sự trước.',
    en: () => 'This paper names people, and the case has nobody at this step yet. Propose the nominees first.',
  },
  'paper-tells-sealed': {
    vi: () => 'Văn bản này cho biết kết quả chưa công bố. Chỉ người được biết kết quả đó lập được.',
    en: () => 'This paper tells a result that was not announced. Only those who may know that result make it.',
  },
  'paper-field-missing': {
    vi: ({ name }) => `Văn bản còn thiếu nội dung bắt buộc${name === undefined ? '' : ` về ${name}`}. Điền đủ các ô.`,
    en: ({ name }) => `The paper lacks something it must say${name === undefined ? '' : ` about ${name}`}. Fill in every box.`,
  },
  'paper-field-unknown': {
    vi: () => 'Có nội dung không thuộc văn bản này. Mở lại mẫu nhập và điền đúng các ô.',
    en: () => 'Something given does not belong to this paper. Open the form again and fill in its boxes.',
  },
  'paper-field-unreadable': {
    vi: () => 'Có ô chưa đọc được: số phải là số nguyên, ngày theo dạng ngày/tháng/năm. Sửa lại ô đó.',
    en: () => 'One box cannot be read: numbers are whole, days are day/month/year. Correct that box.',
  },
  'print-reason-missing': {
    vi: () => 'Trong các văn bản này có văn bản đã in. Ghi lý do in lại rồi in.',
    en: () => 'One of these papers was printed before. Give the reason for printing again, then print.',
  },
  'print-too-long': {
    vi: ({ pages, most }) => `Bản in dài ${num(pages)} trang, nhiều hơn ${num(most)} trang một lần. Giảm số bản hoặc in làm nhiều lần.`,
    en: ({ pages, most }) =>
      `The print has ${num(pages)} pages, more than ${num(most)} at a time. Take fewer copies or print in several goes.`,
  },
  'no-papers': {
    vi: () => 'Hồ sơ chưa có văn bản nào. Lập văn bản trước.',
    en: () => 'The case has no paper yet. Make one first.',
  },
  'paper-voided': {
    vi: () => 'Số của văn bản này đã hủy nên không ký nữa. Lập bản thay thế nếu còn cần.',
    en: () => 'The number of this paper was voided, so it is not signed any more. Make its replacement if it is needed.',
  },
  'papers-disagree': {
    vi: ({ differences }) =>
      `Chưa ký được: văn bản này có ${num(differences)} chỗ khác với văn bản khác của hồ sơ. Xem từng chỗ ở phần đối chiếu; lập lại văn bản ghi sai, hoặc ghi lý do để vẫn ký.`,
    en: ({ differences }) =>
      `Not signed yet: this paper differs from others of the case in ${num(differences)} places. Look at each in the comparison; make the wrong paper anew, or give a reason to sign all the same.`,
  },
  'paper-without-number': {
    vi: () => 'Văn bản này không lấy số nên không có gì để hủy. Chọn văn bản có số.',
    en: () => 'This paper took no number, so there is none to void. Choose a paper that has one.',
  },
  'number-voided-already': {
    vi: () => 'Số này đã hủy rồi và được giữ trong sổ. Không cần làm gì thêm.',
    en: () => 'This number was voided before and stays in the register. There is nothing more to do.',
  },
  'number-of-signed-paper': {
    vi: () => 'Văn bản đã có chữ ký nên không hủy số được. Lập bản thay thế kèm lý do; số cũ vẫn thuộc bản đã ký.',
    en: () =>
      'The paper is signed, so its number cannot be voided. Make a replacement with its reason; the old number stays with the signed paper.',
  },
  'term-before-previous': {
    vi: ({ previous }) => `Nhiệm kỳ mới phải bắt đầu sau ngày bắt đầu nhiệm kỳ trước (${day(previous)}). Sửa lại ngày.`,
    en: ({ previous }) => `The new term must begin after the beginning of the term before (${day(previous)}). Correct the day.`,
  },
  'register-in-use': {
    vi: ({ taken }) => `Sổ này đã cấp ${taken} số nên không đặt lại số bắt đầu được. Dùng “Giữ số” để theo kịp sổ giấy.`,
    en: ({ taken }) => `This register gave ${taken} numbers already, so its start cannot be set. Take numbers by hand to follow the book.`,
  },
  'register-without-term': {
    vi: () => 'Chưa khai nhiệm kỳ của sổ này. Khai nhiệm kỳ của cấp ủy trước.',
    en: () => 'The term of this register is not on record. Record the term of the committee first.',
  },
} as const satisfies Sentences
