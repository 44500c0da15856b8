// Why a seal of the office stops: the recovery kit, lists of revoked certificates, exceptions, sittings, policies.
import { day, type Sentences } from './sentence.ts'

export const sealRefusals = {
  'recovery-code-length': {
    vi: ({ typed, needed }) => `Mã khôi phục có ${needed} chữ, đã gõ ${typed}. Gõ đủ tám nhóm.`,
    en: ({ typed, needed }) => `The recovery code has ${needed} letters, ${typed} were typed. Type all eight groups.`,
  },
  'recovery-code-group': {
    vi: ({ group }) => `Nhóm ${group} của mã khôi phục không khớp chữ kiểm tra. Gõ lại nhóm đó theo tờ giấy.`,
    en: ({ group }) => `Group ${group} of the recovery code does not fit its check letter. Type that group again from the paper.`,
  },
  'recovery-code-wrong': {
    vi: () => 'Mã này không mở được bộ khôi phục. Xem lại số bộ trên tờ giấy, hoặc đưa đúng tệp khóa đã niêm phong.',
    en: () => 'This code does not open the kit. Compare the number of the kit on the paper, or bring the sealed keys that belong to it.',
  },
  'recovery-kit-unreadable': {
    vi: () => 'Đây không phải khóa đã niêm phong của bộ khôi phục. Chọn đúng tệp, hoặc dán đủ chữ quét từ ô vuông trang 2.',
    en: () => 'These are not the sealed keys of a recovery kit. Choose the right file, or paste all of the square code of page 2.',
  },
  'recovery-kit-missing': {
    vi: () => 'Tệp dữ liệu này chưa có bộ khôi phục nào. Đưa tệp khóa đã niêm phong, hoặc dán chữ quét từ ô vuông trang 2.',
    en: () => 'This data file holds no recovery kit. Bring the file of sealed keys, or paste the square code of page 2.',
  },
  'key-not-of-authority': {
    vi: () => 'Khóa này không do cơ quan cấp. Báo nơi cấp khóa thu hồi, rồi đưa danh sách thu hồi của họ vào.',
    en: () => 'The office did not issue this key. Have its issuer revoke it, then bring in their revocation list.',
  },
  'already-revoked': {
    vi: ({ date }) => `Chứng thư này đã bị thu hồi từ ${day(date)}. Không cần làm gì thêm.`,
    en: ({ date }) => `This certificate is revoked since ${day(date)}. There is nothing more to do.`,
  },
  'revoked-before-issued': {
    vi: ({ date, from }) => `Ngày ${day(date)} sớm hơn ngày cấp chứng thư (${day(from)}). Chọn ngày từ đó trở đi.`,
    en: ({ date, from }) => `The day ${day(date)} is before the certificate was issued (${day(from)}). Choose that day or a later one.`,
  },
  'no-revocation-list': {
    vi: () => 'Nơi cấp chưa ký danh sách thu hồi nào. Lập danh sách trước.',
    en: () => 'The authority has signed no revocation list. Make one first.',
  },
  'certificate-revoked': {
    vi: ({ name, date }) => `Chứng thư của ${name} đã bị thu hồi từ ${day(date)}, không ký được nữa. Dùng khóa khác của người đó.`,
    en: ({ name, date }) => `The certificate of ${name} is revoked since ${day(date)} and signs no more. Use another key of that person.`,
  },
  'revocation-list-unreadable': {
    vi: () => 'Tệp này không phải danh sách thu hồi chứng thư đọc được. Chọn đúng tệp .crl, hoặc xin lại tệp.',
    en: () => 'This is no revocation list that can be read. Choose the right .crl file, or ask for it again.',
  },
  'revocation-list-of-stranger': {
    vi: ({ issuer }) =>
      `Danh sách này của ${issuer}, không thuộc nơi cấp mà máy này tin. Thêm chứng thư gốc của họ vào danh sách tin cậy trước.`,
    en: ({ issuer }) => `This list is by ${issuer}, whom this PC does not trust. Put their root on the trust list first.`,
  },
  'revocation-list-forged': {
    vi: ({ issuer }) => `Danh sách mang tên ${issuer} nhưng chữ ký không phải của họ. Không dùng; lấy lại từ nguồn chính thức.`,
    en: ({ issuer }) => `The list bears the name ${issuer} but not their signature. Do not use it; get it again from the source.`,
  },
  'revocation-list-partial': {
    vi: ({ issuer }) => `Đây chỉ là một phần danh sách của ${issuer}. Lấy danh sách đầy đủ.`,
    en: ({ issuer }) => `This is only a part of the list of ${issuer}. Get the complete list.`,
  },
  'revocation-list-not-yet': {
    vi: ({ issuer, date }) => `Danh sách của ${issuer} đề ngày ${day(date)}, sau hôm nay. Xem lại đồng hồ máy hoặc lấy lại tệp.`,
    en: ({ issuer, date }) =>
      `The list of ${issuer} is dated ${day(date)}, after today. Look at the clock of the PC, or get the file again.`,
  },
  'revocation-list-not-newer': {
    vi: ({ issuer, date }) =>
      `Đã có danh sách của ${issuer} ngày ${day(date)}, không cũ hơn danh sách này. Chỉ cần đưa vào danh sách mới hơn.`,
    en: ({ issuer, date }) =>
      `The list of ${issuer} of ${day(date)} is here already and no older than this one. Bring in a newer one only.`,
  },
  'policy-unreadable': {
    vi: () => 'Tệp này không phải tệp chính sách đọc được. Chọn đúng tệp .json và tệp chữ ký của nó.',
    en: () => 'This is no policy file that can be read. Choose the right .json file and its signature.',
  },
  'policy-of-another-office': {
    vi: ({ organisation }) => `Chính sách này của ${organisation}, không phải của cơ quan trong tệp dữ liệu. Xin đúng tệp.`,
    en: ({ organisation }) => `This policy is of ${organisation}, not of the office of this data file. Ask for the right one.`,
  },
  'policy-not-in-force': {
    vi: ({ from, until }) =>
      `Chính sách có hiệu lực từ ${day(from)} đến ${day(until)}, không gồm hôm nay. Xin chính sách đang có hiệu lực.`,
    en: ({ from, until }) => `The policy is in force from ${day(from)} to ${day(until)}, not today. Ask for one that is.`,
  },
  'policy-signature': {
    vi: () =>
      'Chữ ký của tệp chính sách không đúng, hoặc nơi cấp chứng thư chưa được máy này tin. Lấy lại cả hai tệp, hoặc thêm chứng thư gốc.',
    en: () => 'The signature of the policy does not hold, or this PC does not trust its issuer. Get both files again, or add the root.',
  },
  'policy-signed-by-oneself': {
    vi: ({ name }) => `${name} ký chính sách này nên không tự đưa vào. Người khác làm việc đó.`,
    en: ({ name }) => `${name} signed this policy and does not bring it in as well. Let another person do that.`,
  },
  'policy-unknown': {
    vi: () => 'Không có chính sách nào như vậy đang hiệu lực. Chọn trong danh sách.',
    en: () => 'No such policy is in force. Choose from the list.',
  },
  'hr-head-not-of-hr': {
    vi: ({ name }) => `${name} không có vai trò cán bộ tổ chức. Chọn người có vai trò đó.`,
    en: ({ name }) => `${name} does not have the role of HR officer. Choose somebody who has.`,
  },
  'no-sitting': {
    vi: () => 'Lượt ký đã đóng, khóa không còn mở. Mở lượt ký lại bằng mã PIN hoặc mật khẩu; các văn bản đã ký vẫn giữ nguyên.',
    en: () => 'The sitting is over and the key is shut. Open it again with the PIN or password; papers signed so far stay signed.',
  },
  'paper-changed-since-shown': {
    vi: () => 'Văn bản đã có thay đổi sau khi mở ra xem, chưa ký gì. Xem lại bản hiện tại rồi ký.',
    en: () => 'The paper changed after it was shown; nothing was signed. Look at it as it is now, then sign.',
  },
  'signer-typed-with-paper': {
    vi: () => 'Người ký văn bản này được ghi khi lập. Lập lại văn bản với tên người ký khác, kèm lý do.',
    en: () => 'The signer of this paper was typed with it. Make the paper anew with another signer and a reason.',
  },
  'signer-is-expected': {
    vi: ({ name }) => `${name} chính là người phải ký chỗ này. Ký bình thường, không cần cho phép.`,
    en: ({ name }) => `${name} is the person who has to sign here. Sign as usual; no exception is needed.`,
  },
  'signer-has-another-place': {
    vi: ({ name }) => `${name} đã ký ở chỗ khác của văn bản này. Một người không ký hai vai; chọn người khác.`,
    en: ({ name }) => `${name} has another place to sign on this paper. Nobody signs in two roles; choose another person.`,
  },
} as const satisfies Sentences
