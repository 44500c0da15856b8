// Why a count does not add up (procedure.md 2.1, documents.md A5.1), and what to look at when it does but is unusual.
import { num, type Sentences } from './sentence.ts'

export const countRefusals = {
  'present-exceeds-convened': {
    vi: ({ present, convened }) => `Số có mặt ${present} lớn hơn số được triệu tập ${convened}. Kiểm tra lại điểm danh và danh sách.`,
    en: ({ present, convened }) => `${present} present, more than the ${convened} convened. Check the roll call and the list.`,
  },
  'prepared-below-issued': {
    vi: ({ ballotsPrepared, ballotsIssued }) => `Số phiếu in ${ballotsPrepared} ít hơn số phát ra ${ballotsIssued}. Đếm lại phiếu in.`,
    en: ({ ballotsPrepared, ballotsIssued }) =>
      `${ballotsPrepared} ballots prepared, fewer than the ${ballotsIssued} issued. Count the printed ones again.`,
  },
  'issued-exceeds-present': {
    vi: ({ ballotsIssued, present }) => `Số phiếu phát ra ${ballotsIssued} lớn hơn số người có quyền bỏ phiếu có mặt ${present}. Đếm lại.`,
    en: ({ ballotsIssued, present }) => `${ballotsIssued} ballots issued, more than the ${present} voters present. Count again.`,
  },
  'collected-exceeds-issued': {
    vi: ({ ballotsCollected, ballotsIssued }) =>
      `Chưa đóng kiểm phiếu được: thu về ${ballotsCollected}, nhiều hơn phát ra ${ballotsIssued} là ${num(ballotsCollected) - num(ballotsIssued)} phiếu. Đếm lại phiếu trong hòm; nếu vẫn thừa, hủy và bỏ phiếu lại.`,
    en: ({ ballotsCollected, ballotsIssued }) =>
      `The count cannot be closed: ${ballotsCollected} collected, ${num(ballotsCollected) - num(ballotsIssued)} more than the ${ballotsIssued} issued. Recount the box; if still over, void and vote again.`,
  },
  'valid-and-invalid-differ-from-collected': {
    vi: ({ ballotsValid, ballotsInvalid, ballotsCollected }) =>
      `Hợp lệ ${ballotsValid} cộng không hợp lệ ${ballotsInvalid} khác thu về ${ballotsCollected}. Đếm lại hai tập phiếu.`,
    en: ({ ballotsValid, ballotsInvalid, ballotsCollected }) =>
      `${ballotsValid} valid and ${ballotsInvalid} invalid are not the ${ballotsCollected} collected. Count both piles again.`,
  },
  'votes-exceed-valid': {
    vi: ({ name, votes, ballotsValid }) =>
      `Số phiếu của ${name} là ${votes}, nhiều hơn ${ballotsValid} phiếu hợp lệ. Đếm lại phiếu của người này.`,
    en: ({ name, votes, ballotsValid }) =>
      `${name} has ${votes} votes, more than the ${ballotsValid} valid ballots. Count this person again.`,
  },
  'votes-sum-exceeds-valid': {
    vi: ({ sum, seats, ballotsValid }) =>
      `Tổng số phiếu ${sum} vượt mức cho phép với ${ballotsValid} phiếu hợp lệ và ${seats} người được chọn. Đếm lại.`,
    en: ({ sum, seats, ballotsValid }) =>
      `The votes add up to ${sum}, more than ${ballotsValid} valid ballots for ${seats} allow. Count again.`,
  },
  'votes-and-blank-differ-from-valid': {
    vi: ({ sum, ballotsBlank, ballotsValid }) =>
      `Tổng số phiếu ${sum} cộng phiếu trắng ${ballotsBlank} khác ${ballotsValid} phiếu hợp lệ. Đếm lại.`,
    en: ({ sum, ballotsBlank, ballotsValid }) =>
      `${sum} votes and ${ballotsBlank} blanks are not the ${ballotsValid} valid ballots. Count again.`,
  },
  'opinions-differ-from-valid': {
    vi: ({ agree, disagree, noOpinion, ballotsValid }) =>
      `Đồng ý ${agree}, không đồng ý ${disagree}, không có ý kiến ${noOpinion} cộng lại khác ${ballotsValid} phiếu hợp lệ. Đếm lại.`,
    en: ({ agree, disagree, noOpinion, ballotsValid }) =>
      `${agree} agree, ${disagree} disagree and ${noOpinion} without opinion are not the ${ballotsValid} valid ballots. Count again.`,
  },
  'stage-not-in-rulebook': {
    vi: () => 'Bộ quy tắc của hồ sơ không có bước này. Chọn bước khác hoặc bộ quy tắc khác.',
    en: () => 'The rulebook of this case has no such step. Choose another step or rulebook.',
  },
  'name-not-on-list': {
    vi: ({ name }) => `${name} không có trong danh sách mà bước này được bỏ phiếu. Tính phiếu đó không hợp lệ hoặc sửa tên.`,
    en: ({ name }) => `${name} is not on the list of this ballot. Count that ballot as invalid or correct the name.`,
  },
  'more-winners-than-seats': {
    vi: ({ seats }) => `Số người được chọn nhiều hơn ${seats} vị trí cần chọn. Kiểm tra lại số thành viên và số phiếu.`,
    en: ({ seats }) => `More people are chosen than the ${seats} seats. Check the number of members and the votes.`,
  },
  'ballots-missing': {
    vi: ({ missing }) => `Thiếu ${missing} phiếu so với phát ra: nêu lý do trong biên bản kiểm phiếu.`,
    en: ({ missing }) => `${missing} ballots issued did not come back: explain it in the counting minutes.`,
  },
  'prepared-differs-from-convened': {
    vi: ({ ballotsPrepared, convened }) => `Số phiếu in ${ballotsPrepared} khác số được triệu tập ${convened}.`,
    en: ({ ballotsPrepared, convened }) => `${ballotsPrepared} ballots prepared, ${convened} convened.`,
  },
  'issued-below-present': {
    vi: ({ ballotsIssued, present }) => `Phát ra ${ballotsIssued} phiếu, ít hơn số có mặt ${present}.`,
    en: ({ ballotsIssued, present }) => `${ballotsIssued} ballots issued, fewer than the ${present} present.`,
  },
  'rest-counted-as-blank': {
    vi: ({ ballotsBlank }) => `Còn ${ballotsBlank} phiếu hợp lệ không chọn ai: tính là phiếu trắng.`,
    en: ({ ballotsBlank }) => `${ballotsBlank} valid ballots name nobody: counted as blank.`,
  },
} as const satisfies Sentences
