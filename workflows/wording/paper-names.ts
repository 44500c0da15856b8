// What each kind of paper is called, in the two languages of the screens; in papers and file contents the Vietnamese name stands.
import type { PaperKind } from '../papers/kinds.ts'
import type { Lang } from './sentence.ts'

export const paperNames = {
  vi: {
    conferenceMinutes: 'Biên bản hội nghị',
    voteCountMinutes: 'Biên bản kiểm phiếu',
    voteSummary: 'Bảng tổng hợp kết quả',
    policyRequest: 'Tờ trình xin chủ trương',
    invitation: 'Giấy mời',
    convocationList: 'Danh sách triệu tập',
    nomineeList: 'Danh sách nhân sự, trích ngang',
    eligibilitySheet: 'Phiếu rà soát điều kiện',
    actionProgram: 'Chương trình hành động',
    ballotSlip: 'Phiếu',
    ballotSealingMinutes: 'Biên bản niêm phong phiếu',
    partyOpinionRequest: 'Công văn xin ý kiến cấp ủy',
    partyOpinion: 'Ý kiến của cấp ủy',
    submission: 'Tờ trình đề nghị bổ nhiệm',
    decision: 'Quyết định',
    announcement: 'Thông báo',
    ballotDestructionMinutes: 'Biên bản hủy phiếu',
  },
  en: {
    conferenceMinutes: 'Conference minutes',
    voteCountMinutes: 'Vote-count minutes',
    voteSummary: 'Result table',
    policyRequest: 'Request for the policy',
    invitation: 'Invitation',
    convocationList: 'Convocation list',
    nomineeList: 'List of nominees',
    eligibilitySheet: 'Eligibility sheet',
    actionProgram: 'Action program',
    ballotSlip: 'Ballot slip',
    ballotSealingMinutes: 'Minutes of sealing the ballots',
    partyOpinionRequest: 'Letter asking the Party committee',
    partyOpinion: 'Opinion of the Party committee',
    submission: 'Submission for appointment',
    decision: 'Decision',
    announcement: 'Announcement',
    ballotDestructionMinutes: 'Minutes of destroying the ballots',
  },
} as const satisfies Readonly<Record<Lang, Readonly<Record<PaperKind, string>>>>
