// Why something cannot be done at a meeting, in both languages.
import { article, day, hour, list, num, type Sentences } from './sentence.ts'

const setting = { vi: 'theo thiết lập của cơ quan', en: 'office setting' }

export const meetingRefusals = {
  'quorum-missing': {
    vi: ({ present, convened, needed }) =>
      `Chưa tiến hành được: có mặt ${present}/${convened} người được triệu tập, cần ${needed}. Điểm danh thêm ${num(needed) - num(present)} người hoặc ghi nhận không đủ số người.`,
    en: ({ present, convened, needed }) =>
      `Cannot proceed: ${present} of ${convened} convened are present, ${needed} needed. Check in ${num(needed) - num(present)} more or record that there is no quorum.`,
  },
  'quorum-is-there': {
    vi: ({ present, convened, needed }) =>
      `Không ghi thiếu số người được: có mặt ${present}/${convened}, chỉ cần ${needed}. Tiếp tục hội nghị hoặc hoãn với lý do.`,
    en: ({ present, convened, needed }) =>
      `There is a quorum: ${present} of ${convened} are present, ${needed} needed. Go on, or adjourn with a reason.`,
  },
  'purpose-not-stated': {
    vi: () => 'Chưa sang phần này được: chủ trì chưa nêu mục đích, tiêu chuẩn, cơ cấu, số lượng. Ghi phần này trước.',
    en: () => 'Not yet: the chair has not stated purpose, standards, structure and number. Record that first.',
  },
  'list-not-adopted': {
    vi: () => 'Chưa sang phần này được: hội nghị chưa thông qua danh sách nhân sự. Thông qua danh sách trước.',
    en: () => 'Not yet: the conference has not adopted the list of people. Adopt the list first.',
  },
  'list-comes-from-earlier-step': {
    vi: () => 'Hội nghị này không lập danh sách: danh sách do bước trước chuyển sang. Tiếp tục với những người đã có tên.',
    en: () => 'This conference makes no list: it comes from the step before. Go on with the people on it.',
  },
  'list-is-empty': {
    vi: () => 'Danh sách chưa có ai. Chọn ít nhất một người.',
    en: () => 'Nobody is on the list. Choose at least one person.',
  },
  'no-names-on-ballot': {
    vi: () => 'Chưa phát phiếu được: trên phiếu chưa có tên ai. Thông qua danh sách, hoặc hoãn hội nghị và báo cáo.',
    en: () => 'No ballots yet: no name stands on the ballot. Adopt a list, or adjourn and report.',
  },
  'action-program-not-presented': {
    vi: ({ names }) =>
      `Chưa phát phiếu được: ${list(names)} chưa trình bày chương trình hành động tại hội nghị này. Đề án 15/8/2021. Mời trình bày, hoặc hội nghị quyết định bỏ tên khỏi phiếu lần này.`,
    en: ({ names }) =>
      `No ballots yet: no action program presented at this conference by ${list(names)}. Plan of 15 Aug 2021. Invite the presentation, or let the conference decide to take the name off this ballot.`,
  },
  'action-program-not-submitted': {
    vi: ({ name, names }) => `Chưa trình bày được: ${list(name ?? names)} chưa nộp chương trình hành động. Nhập chương trình trước.`,
    en: ({ name, names }) => `Not yet: ${list(name ?? names)} has handed in no action program. Enter the program first.`,
  },
  'action-program-already-presented': {
    vi: ({ name }) => `${name} đã trình bày tại hội nghị này. Mời người tiếp theo.`,
    en: ({ name }) => `${name} has already presented at this conference. Invite the next person.`,
  },
  'action-program-locked': {
    vi: ({ name }) => `Chưa nộp bản mới được: ${name} đã trình bày tại hội nghị đang họp. Nộp bản mới sau khi hội nghị bế mạc.`,
    en: ({ name }) => `No new version now: ${name} has presented at the conference being held. Hand it in after the conference closes.`,
  },
  'no-presentations-here': {
    vi: () => 'Bước này không có phần trình bày chương trình hành động. Tiếp tục phần sau.',
    en: () => 'This step has no presentation of action programs. Go on with the next part.',
  },
  'presentation-times-reversed': {
    vi: ({ presentedFrom, presentedTo }) =>
      `Giờ trình bày chưa đúng: kết thúc ${hour(presentedTo)} không sau bắt đầu ${hour(presentedFrom)}. Sửa lại giờ.`,
    en: ({ presentedFrom, presentedTo }) =>
      `The times do not fit: the end ${hour(presentedTo)} is not after the start ${hour(presentedFrom)}. Correct them.`,
  },
  'presentation-before-opening': {
    vi: ({ presentedFrom, openedAt }) => `Giờ trình bày ${hour(presentedFrom)} trước giờ khai mạc ${hour(openedAt)}. Sửa lại giờ.`,
    en: ({ presentedFrom, openedAt }) =>
      `The presentation at ${hour(presentedFrom)} is before the opening at ${hour(openedAt)}. Correct the time.`,
  },
  'presentation-summary-too-long': {
    vi: ({ words, most }) => `Tóm tắt phần trình bày dài ${words} chữ, nhiều nhất ${most} chữ. Rút gọn lại.`,
    en: ({ words, most }) => `The summary of the talk has ${words} words, ${most} at most. Shorten it.`,
  },
  'answer-times-wrong': {
    vi: ({ no }) => `Giờ trả lời câu hỏi ${no} chưa đúng: phải sau phần trình bày, có trước có sau, không ở tương lai. Sửa lại giờ.`,
    en: ({ no }) => `The times of answer ${no} are wrong: after the talk, one before the other, not in the future. Correct them.`,
  },
  'presentation-in-future': {
    vi: ({ presentedTo, now }) => `Giờ kết thúc ${hour(presentedTo)} chưa đến (bây giờ ${hour(now)}). Ghi khi đã trình bày xong.`,
    en: ({ presentedTo, now }) =>
      `The end ${hour(presentedTo)} has not come yet (now ${hour(now)}). Record it when the presentation is over.`,
  },
  'speaking-order-incomplete': {
    vi: ({ named, expected }) => `Thứ tự trình bày mới có ${named}/${expected} người trên phiếu. Xếp đủ mọi người.`,
    en: ({ named, expected }) => `The speaking order has ${named} of the ${expected} people on the ballot. Place everyone.`,
  },
  'nominee-information-missing': {
    vi: () => 'Chưa sang phần này được: chưa thông tin về nhân sự (lý lịch, đánh giá, dự kiến phân công). Ghi phần này trước.',
    en: () => 'Not yet: the information on the nominees (CV, assessment, planned assignment) was not given. Record that first.',
  },
  'counting-team-missing': {
    vi: () => `Chưa phát phiếu được: hội nghị chưa thông qua tổ kiểm phiếu (${setting.vi}). Lấy biểu quyết giơ tay rồi ghi số.`,
    en: () => `No ballots yet: the counting team is not adopted (${setting.en}). Take a show of hands and enter it.`,
  },
  'counting-team-needs-one-head': {
    vi: ({ heads }) => `Tổ kiểm phiếu phải có đúng một tổ trưởng, đang chọn ${heads}. Chọn lại tổ trưởng.`,
    en: ({ heads }) => `The counting team needs exactly one head, ${heads} chosen. Choose again.`,
  },
  'counting-team-size': {
    vi: ({ size, expected }) => `Tổ kiểm phiếu phải có ${expected} người (${setting.vi}), đang chọn ${size}. Chọn lại.`,
    en: ({ size, expected }) => `The counting team must have ${expected} people (${setting.en}), ${size} chosen. Choose again.`,
  },
  'counting-team-member-twice': {
    vi: () => 'Một người được chọn hai lần vào tổ kiểm phiếu. Chọn người khác.',
    en: () => 'One person is chosen twice into the counting team. Choose another.',
  },
  'counting-team-member-absent': {
    vi: ({ name }) => `${name} chưa được điểm danh nên chưa vào tổ kiểm phiếu được. Điểm danh hoặc chọn người khác.`,
    en: ({ name }) => `${name} is not checked in, so cannot join the counting team. Check in or choose another.`,
  },
  'nominee-in-counting-team': {
    vi: ({ name }) => `${name} có tên trên phiếu nên không vào tổ kiểm phiếu. Chọn người khác.`,
    en: ({ name }) => `${name} stands on the ballot and may not count it. Choose another.`,
  },
  'chair-in-counting-team': {
    vi: ({ name }) => `${name} chủ trì hội nghị nên không vào tổ kiểm phiếu (${setting.vi}). Chọn người khác.`,
    en: ({ name }) => `${name} chairs the conference and may not join the counting team (${setting.en}). Choose another.`,
  },
  'show-of-hands-wrong': {
    vi: ({ inFavour, of, present }) => `Số giơ tay chưa khớp: ${inFavour}/${of}, có mặt ${present}. Đếm lại.`,
    en: ({ inFavour, of, present }) => `The show of hands does not fit: ${inFavour} of ${of}, ${present} present. Count again.`,
  },
  'show-of-hands-not-carried': {
    vi: ({ inFavour, of }) => `Hội nghị chưa đồng ý: ${inFavour}/${of} không quá nửa. Biểu quyết phương án khác.`,
    en: ({ inFavour, of }) => `Not agreed: ${inFavour} of ${of} is not over half. Take a vote on another proposal.`,
  },
  'ballots-not-prepared': {
    vi: () => 'Chưa phát phiếu được: chưa ghi số phiếu in và cách đóng dấu. Ghi phần chuẩn bị phiếu.',
    en: () => 'No ballots yet: the printed number and the mark are not recorded. Record the preparation.',
  },
  'ballot-mark-not-in-rulebook': {
    vi: ({ article: cited }) => `Bộ quy tắc của hồ sơ không dùng cách xác thực phiếu này.${article(cited)} Chọn cách khác.`,
    en: ({ article: cited }) => `The rulebook of this case knows no such mark on ballots.${article(cited)} Choose the other.`,
  },
  'no-ballot-here': { vi: () => 'Bước này không bỏ phiếu. Tiếp tục phần sau.', en: () => 'There is no ballot at this step. Go on.' },
  'unused-ballots-differ': {
    vi: ({ unusedSealed, unused }) =>
      `Phiếu không dùng chưa khớp: niêm phong ${unusedSealed}, phải là ${unused} (in trừ phát, trừ phiếu hỏng). Đếm lại phiếu không dùng và phiếu hỏng.`,
    en: ({ unusedSealed, unused }) =>
      `Unused ballots do not fit: ${unusedSealed} sealed, ${unused} expected (printed less issued and spoilt). Count both piles again.`,
  },
  'missing-ballots-unexplained': {
    vi: ({ missing }) => `Thiếu ${missing} phiếu so với phát ra mà chưa nêu lý do. Ghi lý do vào biên bản kiểm phiếu.`,
    en: ({ missing }) => `${missing} ballots issued did not come back and nothing explains it. Write the reason for the counting minutes.`,
  },
  'invalid-reasons-differ': {
    vi: ({ reasons, ballotsInvalid }) =>
      `Lý do không hợp lệ cộng lại ${reasons}, khác số phiếu không hợp lệ ${ballotsInvalid}. Sửa cho khớp.`,
    en: ({ reasons, ballotsInvalid }) => `The reasons add up to ${reasons}, not to the ${ballotsInvalid} invalid ballots. Make them agree.`,
  },
  'same-person-confirms': {
    vi: () =>
      `Chưa xác nhận được: người vừa nhập không được xác nhận. Một người nhập, người khác xác nhận (${setting.vi}). Mời thành viên khác của tổ kiểm phiếu.`,
    en: () =>
      `Not confirmed: who typed the count may not confirm it. One types, another confirms (${setting.en}). Ask another member of the counting team.`,
  },
  'count-not-confirmed': {
    vi: () => 'Chưa làm được: số liệu kiểm phiếu chưa được xác nhận. Nhập và xác nhận trước.',
    en: () => 'Not yet: the count is not confirmed. Type and confirm it first.',
  },
  'result-not-announced': {
    vi: ({ stepNo, article: cited }) =>
      `Không công bố được: kết quả bước ${stepNo} không công bố tại hội nghị.${article(cited)} Đọc lời kết thúc; báo cáo cấp có thẩm quyền.`,
    en: ({ stepNo, article: cited }) =>
      `Cannot be announced: the result of step ${stepNo} is not announced at the conference.${article(cited)} Read the closing words; report upward.`,
  },
  'result-already-announced': {
    vi: ({ announcedAt }) => `Kết quả đã công bố lúc ${hour(announcedAt)}. Tiếp tục bế mạc.`,
    en: ({ announcedAt }) => `The result was announced at ${hour(announcedAt)}. Go on to the closing.`,
  },
  'announcement-missing': {
    vi: ({ article: cited }) => `Chưa bế mạc được: kết quả phải công bố tại hội nghị mà chưa công bố.${article(cited)} Công bố trước.`,
    en: ({ article: cited }) =>
      `Cannot close: the result must be announced at the conference and was not.${article(cited)} Announce it first.`,
  },
  'outside-names-not-allowed': {
    vi: ({ article: cited }) => `Bước này không nhận người ngoài danh sách.${article(cited)} Chỉ bỏ phiếu cho người có tên.`,
    en: ({ article: cited }) => `This step admits no name from outside the list.${article(cited)} Vote only on the names on it.`,
  },
  'name-already-on-ballot': {
    vi: ({ name }) => `${name} đã có tên trên phiếu. Chọn người khác.`,
    en: ({ name }) => `${name} is on the ballot already. Choose another.`,
  },
  'name-not-on-ballot': {
    vi: ({ name }) => `${name} không có tên trên phiếu lần này. Chọn người có tên.`,
    en: ({ name }) => `${name} is not on this ballot. Choose a name on it.`,
  },
  'person-named-twice': {
    vi: ({ name }) => `Danh sách triệu tập ghi một mã người với hai tên khác nhau (${name}). Sửa lại danh sách.`,
    en: ({ name }) => `The convocation list gives one person two names (${name}). Correct the list.`,
  },
  'nobody-with-a-vote': {
    vi: () => 'Danh sách triệu tập chưa có ai có quyền bỏ phiếu. Đánh dấu người bỏ phiếu.',
    en: () => 'Nobody on the convocation list has a vote. Mark who votes.',
  },
  'office-not-on-list': {
    vi: ({ place }) =>
      `${place === 'chair' ? 'Chủ trì' : 'Thư ký'} chưa có tên trong danh sách triệu tập. Thêm vào danh sách hoặc chọn người khác.`,
    en: ({ place }) => `The ${place === 'chair' ? 'chair' : 'secretary'} is not on the convocation list. Add the person or choose another.`,
  },
  'nominee-may-not-hold-office': {
    vi: ({ place, name }) =>
      `${name} là nhân sự được bỏ phiếu nên không làm ${place === 'chair' ? 'chủ trì' : 'thư ký'} hội nghị này (${setting.vi}). Để cấp phó hoặc cấp trên chủ trì.`,
    en: ({ place, name }) =>
      `${name} is voted on and may not be ${place === 'chair' ? 'chair' : 'secretary'} of this conference (${setting.en}). Let a deputy or the superior chair.`,
  },
  'list-approval-missing': {
    vi: ({ article: cited }) =>
      `Chưa triệu tập được: danh sách triệu tập phải được cấp có thẩm quyền quyết định.${article(cited)} Nhập số văn bản.`,
    en: ({ article: cited }) =>
      `Not convened: the convocation list must be decided by the competent level.${article(cited)} Enter the number of the paper.`,
  },
  'hybrid-not-in-rulebook': {
    vi: () => 'Bộ quy tắc của hồ sơ không có họp trực tuyến kết hợp. Chọn họp trực tiếp.',
    en: () => 'The rulebook of this case knows no hybrid meeting. Choose a meeting in person.',
  },
  'hybrid-needs-decision': {
    vi: ({ article: cited }) => `Họp trực tuyến kết hợp phải có quyết định của cấp bổ nhiệm.${article(cited)} Nhập số văn bản.`,
    en: ({ article: cited }) => `A hybrid meeting needs a decision of the appointing level.${article(cited)} Enter its number.`,
  },
  'online-needs-hybrid-meeting': {
    vi: () => 'Hội nghị này họp trực tiếp nên không điểm danh trực tuyến. Chọn "tại phòng họp".',
    en: () => 'This meeting is held in person: nobody is checked in online. Choose "in the room".',
  },
  'absentee-ballot-disallowed': {
    vi: () => `Không nhận phiếu gửi trong phong bì (${setting.vi}). Người vắng mặt không bỏ phiếu.`,
    en: () => `No ballot in an envelope is taken (${setting.en}). Who is absent does not vote.`,
  },
  'force-majeure-not-in-rulebook': {
    vi: () => 'Bộ quy tắc của hồ sơ không trừ người vắng vì bất khả kháng khỏi số được triệu tập. Ghi vắng có lý do.',
    en: () => 'The rulebook of this case takes nobody off the convened for force majeure. Note an absence with its reason.',
  },
  'person-not-on-list': {
    vi: () => 'Người này không có trong danh sách triệu tập. Chọn người trong danh sách.',
    en: () => 'This person is not on the convocation list. Choose someone on it.',
  },
  'person-is-present': {
    vi: ({ name }) => `${name ?? 'Người này'} đã được điểm danh. Chọn người khác.`,
    en: ({ name }) => `${name ?? 'This person'} is checked in already. Choose another.`,
  },
  'person-not-present': {
    vi: () => 'Người này chưa được điểm danh nên không ghi về sớm. Chọn người đang có mặt.',
    en: () => 'This person is not checked in and cannot leave. Choose someone present.',
  },
  'later-ballots-issued': {
    vi: () => 'Không sửa số kiểm phiếu được nữa: hội nghị sau đã phát phiếu. Báo cáo cấp có thẩm quyền xin chỉ đạo.',
    en: () => 'The count can no longer be corrected: a later conference has issued ballots. Report to the competent level for direction.',
  },
  'run-is-read-only': {
    vi: ({ runNo }) => `Lượt ${runNo} đã đóng, chỉ để xem. Làm trên lượt hiện tại.`,
    en: ({ runNo }) => `Run ${runNo} is closed and read-only. Work on the present run.`,
  },
  'no-correction-typed': {
    vi: () => 'Chưa có số liệu sửa để xác nhận. Nhập số liệu sửa trước.',
    en: () => 'No corrected count to confirm. Type it first.',
  },
  'date-in-future': {
    vi: ({ date }) => `Ngày ${day(date)} chưa đến. Nhập ngày không sau hôm nay.`,
    en: ({ date }) => `The day ${day(date)} has not come. Enter a day not after today.`,
  },
} as const satisfies Sentences
