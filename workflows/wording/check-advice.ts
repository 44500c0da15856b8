// For every line of a check that is not simply right: what it means, and what a person does about it (documents.md B5).
import type { CheckCode } from './check-codes.ts'

type Words = { readonly vi: string; readonly en: string }
export type Advice = { readonly means: Words; readonly todo: Words }

const advice = (vi: readonly [means: string, todo: string], en: readonly [means: string, todo: string]): Advice => ({
  means: { vi: vi[0], en: en[0] },
  todo: { vi: vi[1], en: en[1] },
})

const askOriginal = ['Xin lại bản gốc ở nơi gửi.', 'Ask the sender for the original.'] as const
const otherTool = [
  'Dùng phần mềm đã tạo tệp để kiểm; kết quả ở đây chỉ là phần đọc được.',
  'Check it with the software that made it; what stands here is only what could be read.',
] as const
const noForgery = 'Không có dấu hiệu giả mạo.'
const noForgeryEn = 'Nothing points to a forgery.'

export const checkAdvice: Partial<Readonly<Record<CheckCode, Advice>>> = {
  SAMPLE: advice(
    ['Dữ liệu bịa ra để dùng thử; ai cũng có khóa ký mẫu.', 'Không dùng cho việc thật.'],
    ['Made-up data for trying out; anyone has the sample keys.', 'Do not use it for real work.'],
  ),
  REHEARSAL: advice(
    ['Văn bản này do một buổi diễn tập làm ra, không việc nào trong đó là thật.', 'Bỏ tệp này; xin hồ sơ của việc thật nếu cần.'],
    ['A rehearsal made this paper; nothing in it happened.', 'Put the file away; ask for the record of the real case if you need one.'],
  ),
  TOO_BIG: advice(
    ['Không hồ sơ nào lớn như vậy.', 'Xem lại có thả nhầm tệp không.'],
    ['No record is that big.', 'See whether the wrong file was dropped.'],
  ),
  FILE_UNREADABLE: advice(
    [
      'Tệp chưa được mở ra nên chưa kiểm gì; các tệp khác vẫn kiểm đủ.',
      'Chép tệp sang ổ của máy này, đóng chương trình đang mở tệp, rồi kiểm lại.',
    ],
    [
      'The file was not opened, so nothing of it was checked; the other files were.',
      'Copy it to a disk of this computer, close the program that has it open, and check again.',
    ],
  ),
  CHECK_BROKE_OFF: advice(
    [
      'Tệp này chưa có kết quả; các tệp khác vẫn kiểm đủ. Có thể máy thiếu bộ nhớ, cũng có thể tệp được làm ra để phá phép kiểm.',
      'Kiểm lại riêng tệp này. Nếu vẫn vậy: không dùng tệp, xin lại bản gốc ở nơi gửi và báo người quản trị.',
    ],
    [
      'This file has no result; the others do. The computer may be short of memory, or the file was made to break the check.',
      'Check it again by itself. If it stays so: do not use it, ask the sender for the original and tell the administrator.',
    ],
  ),
  NOT_PDF: advice(
    ['Hồ sơ là tệp PDF; tệp này là thứ khác hoặc đã hỏng từ đầu.', 'Xem lại có thả nhầm tệp không.'],
    ['A record is a PDF; this is something else, or broken from its start.', 'See whether the wrong file was dropped.'],
  ),
  ENCRYPTED: advice(
    ['Nội dung bị khóa nên không đọc được chữ ký nào.', 'Xin bản không đặt mật khẩu.'],
    ['The content is locked, so no signature can be read.', 'Ask for a copy without a password.'],
  ),
  NOT_A_RECORD: advice(
    ['Tệp do phần mềm khác tạo, hoặc hồ sơ đã bị lưu lại bằng phần mềm khác.', otherTool[0]],
    ['It was made by other software, or is a record saved anew by other software.', otherTool[1]],
  ),
  NO_SIGNATURE: advice(
    ['Giấy không ai ký thì không phải hồ sơ, dù số liệu có khớp.', askOriginal[0]],
    ['A paper that nobody signed is no record, however well its data agree.', askOriginal[1]],
  ),
  FILE_NOT_COMPARED: advice(
    ['Chữ ký vẫn được kiểm; chỉ là không biết đây có đúng tệp đã ghi sổ.', 'Nếu có sổ hoặc gói hồ sơ, so mã SHA-256 ở dòng trên.'],
    [
      'The signatures are checked all the same; only whether this is the file on the books is unknown.',
      'With the log or the package at hand, compare the SHA-256 above.',
    ],
  ),
  FILE_DIFFERS: advice(
    ['Đây không phải tệp đã ghi, hoặc tệp đã bị thay.', askOriginal[0]],
    ['This is not the file that was written down, or it was replaced.', askOriginal[1]],
  ),
  DIGEST_MISMATCH: advice(
    ['Có ít nhất một chữ đã khác với lúc ký.', `${askOriginal[0]} Giữ lại tệp này làm bằng chứng.`],
    ['At least one byte is not what was signed.', `${askOriginal[1]} Keep this file as evidence.`],
  ),
  SIG_CRYPTO: advice(
    ['Chữ ký không do khóa của chứng thư này tạo ra.', askOriginal[0]],
    ['The signature was not made with the key of this certificate.', askOriginal[1]],
  ),
  FORMAT: advice(
    ['Chữ ký không theo chuẩn nên không thể tin.', askOriginal[0]],
    ['A signature that does not follow the standard cannot be relied on.', askOriginal[1]],
  ),
  UNSIGNED_REVISION: advice(
    ['Chữ ký vẫn đúng với bản cũ, nhưng trang đang nhìn thấy có thể không phải bản đã ký.', askOriginal[0]],
    ['The signatures still fit the older state, but the pages seen may not be what was signed.', askOriginal[1]],
  ),
  HIDDEN_CONTENT: advice(
    ['Người ký có thể đã thấy một nội dung khác với bây giờ.', askOriginal[0]],
    ['The signers may have seen other content than is shown now.', askOriginal[1]],
  ),
  MDP_VIOLATION: advice(
    ['Người xác nhận đã cấm mọi thay đổi, nhưng tệp vẫn bị đổi.', askOriginal[0]],
    ['Whoever certified the file forbade every change, yet it was changed.', askOriginal[1]],
  ),
  FOREIGN_COVERED: advice(
    ['Không có gì thêm vào sau chữ ký cuối cùng.', otherTool[0]],
    ['Nothing was added after the last signature.', otherTool[1]],
  ),
  FOREIGN_LATER_BYTES: advice(
    ['Phần thêm có thể là dấu thời gian, cũng có thể là nội dung mới.', otherTool[0]],
    ['What was added may be a time-stamp, and may be new content.', otherTool[1]],
  ),
  FOREIGN_UNREADABLE: advice(
    ['Chữ ký theo kiểu mà phần mềm này không biết.', otherTool[0]],
    ['The signature is of a kind this software does not know.', otherTool[1]],
  ),
  WRONG_SIGNER: advice(
    ['Chữ ký đúng nhưng của người khác.', 'Hỏi lại cơ quan: ai phải ký, ai đã ký.'],
    ['The signature is right, but another person made it.', 'Ask the office who had to sign and who did.'],
  ),
  SIGNER_EXCEPTION: advice(
    ['Người khác được ký ở chỗ này, có văn bản cho phép.', 'Nếu cần, xin xem văn bản đó.'],
    ['Another person was allowed to sign here, by a document.', 'Ask to see that document if it matters.'],
  ),
  WRONG_ROLE_ORDER: advice(
    ['Giấy không được ký theo trình tự phải theo.', 'Cơ quan phải lập lại giấy và ký đúng thứ tự.'],
    ['The paper was not signed in the order it asks for.', 'The office must draw the paper again and sign it in order.'],
  ),
  MISSING_SIGNER: advice(
    ['Giấy chưa ký đủ nên chưa phải là hồ sơ.', 'Chờ ký đủ, hoặc xin bản đã ký đủ.'],
    ['Not all have signed: it is not a record yet.', 'Wait for the signatures, or ask for the copy that has them.'],
  ),
  PLACE_MISSING: advice(
    ['Dữ liệu của giấy bỏ bớt người phải ký nên giấy đủ chữ ký mà vẫn thiếu người.', 'Không dùng giấy này; hỏi lại cơ quan phát hành.'],
    [
      'The data leaves out somebody who must sign: all places are filled, and yet someone is missing.',
      'Do not use it; ask the issuing office.',
    ],
  ),
  PAPER_KIND: advice(
    ['Người phải ký là theo loại văn bản ghi trong dữ liệu.', 'Xem trên trang có đúng loại văn bản này không.'],
    ['Who must sign follows from the kind of paper its data names.', 'See whether the pages are a paper of this kind.'],
  ),
  PAPER_UNKNOWN: advice(
    ['Loại văn bản này phần mềm đang dùng chưa biết.', 'Kiểm lại bằng phiên bản mới hơn, hoặc hỏi cơ quan phát hành.'],
    ['The software at hand does not know this kind of paper.', 'Check it with a newer version, or ask the issuing office.'],
  ),
  PLACE_DIFFERS: advice(
    ['Trang giấy cho thấy một người ký, dữ liệu và chứng thư nói người khác.', 'Không dùng giấy này; hỏi lại cơ quan phát hành.'],
    ['The page shows one signer, the data and the certificate another.', 'Do not use it; ask the issuing office.'],
  ),
  CERT_UNTRUSTED: advice(
    [
      'Chữ ký có thể đúng, nhưng không biết ai cấp chứng thư.',
      'Nạp chứng thư gốc của nơi cấp, lấy từ nguồn tin cậy, không phải từ người đưa hồ sơ.',
    ],
    [
      'The signature may be right, but who issued the certificate is unknown.',
      'Load the root of the issuer from a source you trust, not from whoever brought the records.',
    ],
  ),
  ROOT_GIVEN: advice(
    ['Ai giả được hồ sơ thì cũng giả được chứng thư gốc đi kèm.', 'So mã SHA-256 này với mã mà cơ quan công bố, rồi đánh dấu đã so.'],
    [
      'Whoever can forge a record can forge the root that comes with it.',
      'Compare this SHA-256 with the one the office publishes, then mark it as compared.',
    ],
  ),
  ROOT_COMPARED: advice(
    ['Kết quả dựa vào việc anh, chị đã so mã của chứng thư gốc này.', 'Không phải làm gì thêm.'],
    ['The result rests on your having compared the digest of this root.', 'Nothing more to do.'],
  ),
  CERT_EXPIRED_NO_POE: advice(
    [
      `${noForgery} Chứng thư nay đã hết hạn và không có dấu thời gian độc lập.`,
      'Dựa vào nhật ký và bản giấy; lần sau gắn dấu thời gian trước khi chứng thư hết hạn.',
    ],
    [
      `${noForgeryEn} The certificate has ended and no independent time-stamp stands.`,
      'Rely on the log and on the paper; next time add a time-stamp while the certificate lives.',
    ],
  ),
  CERT_EXPIRED_AT_SIGN: advice(
    ['Lúc ký, chứng thư chưa có hoặc đã hết hiệu lực.', 'Phải ký lại bằng chứng thư còn hiệu lực.'],
    ['When this was signed, the certificate was not yet or no longer in force.', 'It must be signed again with a certificate in force.'],
  ),
  CERT_REVOKED: advice(
    ['Nơi cấp đã thu hồi chứng thư này.', 'Hỏi nơi cấp ngày và lý do thu hồi; ký lại nếu thu hồi trước lúc ký.'],
    ['The issuer revoked this certificate.', 'Ask the issuer when and why; sign again if it was revoked before the signing.'],
  ),
  REVOCATION_UNKNOWN: advice(
    [`${noForgery} Chỉ là ở đây không có danh sách thu hồi đủ mới.`, 'Nạp danh sách thu hồi (.crl) mới của nơi cấp rồi kiểm lại.'],
    [
      `${noForgeryEn} There is only no revocation list at hand that is fresh enough.`,
      'Load a new revocation list (.crl) of the issuer and check again.',
    ],
  ),
  KEY_USAGE: advice(
    ['Chứng thư này cấp cho việc khác, ví dụ máy chủ.', 'Ký lại bằng chứng thư cá nhân hoặc cơ quan.'],
    ['This certificate was issued for something else, a server for example.', 'Sign again with a certificate of a person or body.'],
  ),
  WEAK_ALG: advice(
    ['Chữ ký như vậy có thể bị làm giả.', 'Ký lại bằng khóa RSA từ 2048 bit hoặc ECDSA P-256, SHA-256.'],
    ['Such a signature can be forged.', 'Sign again with RSA of 2048 bits or more, or ECDSA P-256, and SHA-256.'],
  ),
  CLOCK_SUSPECT: advice(
    ['Giờ ký chỉ là giờ máy tự khai; thứ tự các chữ ký vẫn chắc chắn.', 'So với sổ và biên bản giấy.'],
    [
      'The time is only what the computer claimed; the order of the signatures is sure all the same.',
      'Compare with the log and the paper minutes.',
    ],
  ),
  JSON_MISSING: advice(
    ['Không có số liệu để tính lại.', 'Xin hồ sơ đầy đủ, có tệp record.json đính kèm.'],
    ['There is no data to work the outcome out from.', 'Ask for the whole record with its record.json attached.'],
  ),
  JSON_MISMATCH: advice(
    ['Dữ liệu đính kèm không phải dữ liệu in trên giấy.', askOriginal[0]],
    ['The data attached is not the data the page prints.', askOriginal[1]],
  ),
  OUTCOME_DIFFERS: advice(
    ['Theo quy tắc ghi trong hồ sơ, số phiếu này cho kết quả khác.', 'Không dùng kết quả; đề nghị cơ quan giải trình.'],
    ['By the rule in the record these counts give another outcome.', 'Do not use the outcome; ask the office to explain.'],
  ),
  RULE_DIFFERS: advice(
    ['Hồ sơ cũ giữ quy tắc của lúc đó; hoặc quy tắc đã bị sửa.', 'So quy tắc trong record.json với văn bản có hiệu lực ngày họp.'],
    [
      'An old record keeps the rule of its day; or the rule was altered.',
      'Compare the rule in record.json with the text in force on the day of the meeting.',
    ],
  ),
  OUTCOME_NOT_CHECKED: advice(
    ['Kết quả trong hồ sơ chưa được tính lại ở đây.', 'Kiểm biên bản kiểm phiếu của chính cuộc họp đó.'],
    ['The outcome was not worked out again here.', 'Check the vote-count minutes of that meeting.'],
  ),
  PAGE_DIFFERS: advice(
    ['Người đọc giấy sẽ thấy số khác với số trong dữ liệu.', askOriginal[0]],
    ['Whoever reads the page sees other figures than the data holds.', askOriginal[1]],
  ),
  PAGE_NOT_COMPARED: advice(
    ['Giấy này không in tỷ lệ phiếu.', 'Không phải làm gì thêm.'],
    ['This paper prints no shares of votes.', 'Nothing more to do.'],
  ),
  PAGE_TOO_MUCH: advice(
    ['Tệp được làm ra để phép kiểm không so được số trên giấy với dữ liệu.', askOriginal[0]],
    ['It was made so that the figures on the page cannot be compared with the data.', askOriginal[1]],
  ),
  LOG_MISMATCH: advice(
    ['Nhật ký đã bị sửa, hoặc hồ sơ thuộc nhật ký khác.', 'Yêu cầu cơ quan xuất trình nhật ký và chứng minh nối tiếp.'],
    ['The log was altered, or the record is of another log.', 'Ask the office to show its log and a proof that it leads on.'],
  ),
  LOG_NOT_CHECKED: advice(
    ['Không có đủ dữ liệu để kiểm nhật ký; chữ ký không bị ảnh hưởng.', 'So điểm chốt với bản cơ quan đã đưa lần trước.'],
    [
      'There is not enough to check the log by; the signatures are not touched by that.',
      'Compare the checkpoint with the one the office gave last time.',
    ],
  ),
  LOG_PLACE_NOT_CHECKED: advice(
    [
      'Giấy ngoài các bước bỏ phiếu, và biên bản chưa công bố kết quả, không kèm chứng minh này.',
      'Kiểm biên bản kiểm phiếu của cùng bước.',
    ],
    [
      'Papers beside the ballots, and minutes that did not announce their result, carry no such proof.',
      'Check the vote-count minutes of the same stage.',
    ],
  ),
  LOG_BEFORE_NOT_CHECKED: advice(
    ['Không loại trừ được việc có mục bị bỏ khỏi nhật ký giữa hai hồ sơ.', 'Thả cả hồ sơ của bước trước vào cùng lúc.'],
    [
      'That an entry was removed between the two records cannot be ruled out.',
      'Drop the record of the stage before together with this one.',
    ],
  ),
  CHAIN_GAP: advice(
    ['Chỉ kiểm được tới đây; các bước trước chưa biết.', 'Thả cả các hồ sơ trước, hoặc cả gói hồ sơ.'],
    ['It can be followed this far only; what came before is unknown.', 'Drop the records before it too, or the whole package.'],
  ),
  CHAIN_BROKEN: advice(
    ['Một hồ sơ của bước trước đã bị thay sau khi lập hồ sơ này.', 'Xin lại hồ sơ bước trước; giữ cả hai bản.'],
    [
      'A record of the stage before was replaced after this one was made.',
      'Ask for the record of the stage before again; keep both copies.',
    ],
  ),
  NOT_DONE: advice(
    ['Phép kiểm này không chạy được với tệp này. Chưa làm không phải là đúng.', 'Xem dòng hỏng hoặc chưa kết luận ở các phép khác.'],
    ['This check could not be run on this file. Not done is not passed.', 'See what the other checks say.'],
  ),
  TRUST_LIST_OLD: advice(
    ['Nơi cấp có thể đã thêm hoặc bỏ chứng thư gốc.', 'Xin người quản trị nạp danh sách mới.'],
    ['Issuers may have added or withdrawn roots since.', 'Ask the administrator to load a new list.'],
  ),
  TRUST_LIST_EMPTY: advice(
    ['Không chữ ký thật nào có thể được coi là tin cậy.', 'Nạp chứng thư gốc lấy từ nguồn tin cậy.'],
    ['No real signature can be trusted here.', 'Load the roots from a source you trust.'],
  ),
  REVOCATION_LIST_OLD: advice(
    ['Chứng thư bị thu hồi sau ngày đó không có trong danh sách.', 'Nạp danh sách thu hồi mới.'],
    ['Certificates revoked after that day are not in it.', 'Load a new revocation list.'],
  ),
  NO_REVOCATION_LIST: advice(
    ['Không biết chứng thư có bị thu hồi không.', 'Nạp danh sách thu hồi (.crl) của nơi cấp.'],
    ['Whether a certificate was revoked is unknown.', 'Load the revocation list (.crl) of the issuer.'],
  ),
  CHECKS_NOT_DONE: advice(
    ['Kết luận ở trên không nói gì về các phép này.', 'Xem lý do ở từng phép.'],
    ['The verdict says nothing of these.', 'See the reason at each of them.'],
  ),
  BAG_UNREADABLE: advice(
    ['Không tệp nào trong gói được mở ra.', 'Xin lại gói, hoặc thả từng tệp PDF.'],
    ['No file of the package was opened.', 'Ask for the package again, or drop its PDFs one by one.'],
  ),
  BAG_FILE_MISSING: advice(['Gói không còn đủ.', 'Xin lại gói đầy đủ.'], ['The package is no longer whole.', 'Ask for the whole package.']),
  BAG_FILE_UNLISTED: advice(
    ['Ai đó đã thêm tệp sau khi đóng gói.', 'Không dùng tệp đó như một phần của hồ sơ.'],
    ['Somebody added it after the package was made.', 'Do not take that file for a part of the case.'],
  ),
  BAG_FILE_DIFFERS: advice(
    ['Tệp đã bị thay hoặc hỏng sau khi đóng gói.', 'Xin lại gói đầy đủ.'],
    ['The file was replaced or damaged after the package was made.', 'Ask for the whole package.'],
  ),
  BAG_NOT_SIGNED: advice(
    [
      'Danh mục có thể đã được lập lại: không ai bảo đảm gói còn đủ tệp. Từng hồ sơ vẫn được kiểm bằng chữ ký của nó.',
      'Dựa vào kết quả của từng hồ sơ; muốn chắc gói còn đủ, xin lại gói có chữ ký.',
    ],
    [
      'The list may have been made anew: nobody vouches that nothing was left out. Each record is still checked by its own signatures.',
      'Rely on the result of each record; to be sure that the package is whole, ask for the signed one.',
    ],
  ),
  BAG_RECORDS: advice(
    ['Gói không có hồ sơ PDF nào trong thư mục data.', 'Xem lại có đúng gói không.'],
    ['The package holds no PDF under data.', 'See whether it is the right package.'],
  ),
}
