// The fixed words of official papers. Papers are written in Vietnamese only (documents.md A6), so there is no second language here.
import type { invalidReasons } from '../conference/facts.ts'
import type { OutcomeKind } from '../conference/judgement.ts'
import type { AgendaKey } from '../procedure/case-view.ts'
import type { BallotMark, BaseName, ProcedureKind } from '../rulebooks/types.ts'

export const baseWords: Readonly<Record<BaseName, string>> = {
  convened: 'người được triệu tập',
  present: 'người có mặt',
  membersTotal: 'tổng số thành viên tập thể lãnh đạo',
}

export const markWords: Readonly<Record<BallotMark, string>> = {
  hangingSeal: 'dấu treo của đơn vị triệu tập hội nghị',
  chairSignature: 'chữ ký của người chủ trì hội nghị',
}

export const procedureWords: Readonly<Record<ProcedureKind, string>> = {
  appointmentOnSite: 'bổ nhiệm',
  reappointment: 'bổ nhiệm lại',
}

/** Reason codes of documents.md A5.3. */
export const invalidWords: Readonly<Record<(typeof invalidReasons)[number], string>> = {
  NOT_ISSUED: 'không phải phiếu do Tổ kiểm phiếu phát',
  NO_STAMP: 'không có dấu hoặc chữ ký theo quy định',
  TOO_MANY: 'chọn quá số lượng',
  NONE_CHOSEN: 'không chọn người nào',
  OUTSIDE_LIST: 'ghi tên người ngoài danh sách',
  UNREADABLE: 'không đọc được',
  OTHER: 'lý do khác',
}

export const wayWords = {
  inRoom: 'có mặt tại phòng họp',
  online: 'dự trực tuyến',
  sealedEnvelope: 'gửi phiếu trong phong bì niêm phong',
} as const

export const teamWords = { head: 'Tổ trưởng', secretary: 'Thư ký', member: 'Thành viên' } as const

/** What an outcome means, in the words of the paper; the names follow after a colon where there are any. */
export const outcomeWords: Readonly<Record<OutcomeKind, string>> = {
  selected: 'Đạt số phiếu cao nhất và trên 50%, được lựa chọn',
  passed: 'Đạt trên 50%, được thông qua',
  carried: 'Không có nhân sự đạt trên 50%; các nhân sự đủ điều kiện chuyển sang hội nghị tiếp theo',
  consulted: 'Kết quả lấy ý kiến được ghi nhận để tham khảo tại hội nghị sau, gồm các nhân sự',
  divergenceBallot: 'Kết quả khác với hội nghị trước; tập thể lãnh đạo thảo luận và bỏ phiếu lại đối với nhân sự',
  awaitingDirection: 'Kết quả khác với hội nghị trước; báo cáo, giải trình và chờ ý kiến của cấp có thẩm quyền đối với nhân sự',
  headDecides: 'Đạt đúng 50%; người đứng đầu xem xét, lựa chọn và báo cáo đầy đủ các ý kiến đối với nhân sự',
  reported: 'Chưa đủ điều kiện để quyết định; báo cáo cấp có thẩm quyền xem xét, chỉ đạo',
  stopped: 'Không có nhân sự đạt tỷ lệ quy định; dừng quy trình và báo cáo cấp có thẩm quyền xem xét, chỉ đạo',
  notSelected: 'Không có nhân sự đạt trên 50%; báo cáo cấp có thẩm quyền xem xét, chỉ đạo',
  notPassed: 'Không đạt tỷ lệ quy định; báo cáo cấp có thẩm quyền xem xét, chỉ đạo',
  notQuorate: 'Không đủ số người dự theo quy định; kết quả không có giá trị',
}

export const secrecyWords = { MAT: 'MẬT', TOI_MAT: 'TỐI MẬT', TUYET_MAT: 'TUYỆT MẬT' } as const

/** Degrees of urgency, in capitals in a box under number and sign, in both forms (documents.md A2, A4). */
export const urgencyWords = { urgent: 'KHẨN', veryUrgent: 'THƯỢNG KHẨN', express: 'HỎA TỐC' } as const
/** Who may have the paper (documents.md A4; Decree 30/2020/NĐ-CP, annex I). */
export const scopeWords = {
  conferencePaper: 'TÀI LIỆU HỘI NGHỊ',
  internal: 'LƯU HÀNH NỘI BỘ',
  returnAfterReading: 'XEM XONG TRẢ LẠI',
} as const

/** Said in conference minutes in place of every number that was not announced (documents.md A6.3). */
export const resultElsewhere = 'Kết quả kiểm phiếu không công bố tại hội nghị; kết quả ghi trong biên bản kiểm phiếu.'

/** How seals are found before slips are destroyed, unless something else is found: begins the form, and is what minutes of earlier files said. */
export const sealsWhole = 'niêm phong còn nguyên vẹn, đúng số niêm phong ghi trong biên bản niêm phong'

/** The parts of a meeting as its minutes list them (procedure.md 2.8). */
export const agendaWords: Readonly<Record<AgendaKey, string>> = {
  opening: 'khai mạc',
  purpose: 'mục đích, yêu cầu, tiêu chuẩn, điều kiện',
  listAdoption: 'thống nhất danh sách nhân sự',
  actionPrograms: 'nhân sự trình bày chương trình hành động',
  nomineeInformation: 'thông tin về nhân sự',
  countingTeam: 'thông qua Tổ kiểm phiếu',
  ballots: 'bỏ phiếu kín',
  count: 'kiểm phiếu',
  result: 'công bố kết quả kiểm phiếu',
  minutes: 'kết luận và thông qua biên bản',
}
