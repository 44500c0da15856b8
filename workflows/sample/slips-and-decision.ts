// The rest of the sample's papers: slips before each ballot, the bundle sealed after its count, then submission, decision and announcement.
import type { CountEntry } from '../conference/facts.ts'
import type { StageRule } from '../rulebooks/types.ts'
import { type Course, superior } from './course.ts'
import { type Department, desks } from './department.ts'
import { conferenceIdOf, signedBy } from './papers.ts'
import type { Script } from './script.ts'

const today = (to: Script): string => to.now().slice(0, 10)

/** Four slips on a sheet, under the hanging seal. */
export function askSlips(to: Script, stage: StageRule, copies: number): void {
  const details = { slipFormat: 'A4x4', copies: String(copies), slipMark: 'hangingSeal' }
  to.order(desks.meeting, { type: 'requestPaper', kind: 'ballotSlip', conferenceId: conferenceIdOf(stage), day: today(to), details }, 2)
}

/** The team seals what it counted and hands it to the head of the office. */
export function sealSlips(to: Script, { secretary }: Department, stage: StageRule, entry: CountEntry, unused: number): void {
  to.order(
    desks.counter,
    {
      type: 'sealBundle',
      conferenceId: conferenceIdOf(stage),
      round: 1,
      valid: entry.ballotsValid,
      invalid: entry.ballotsInvalid,
      unused,
      spoiled: 0,
      envelopes: 1,
      sealNo: `SNV-0${stage.stepNo}`,
      sealedAt: to.now(),
      keeper: { name: secretary.name, title: secretary.title },
      place: 'Tủ hồ sơ mật, Văn phòng Sở Nội vụ',
    },
    3,
  )
}

export function askSubmission(to: Script, { chair }: Department): void {
  const details = {
    addressee: superior,
    assessment:
      'Có năng lực chuyên môn, kinh nghiệm quản lý; ba năm liền hoàn thành tốt nhiệm vụ trở lên\nCó uy tín trong tập thể, được cán bộ chủ chốt tín nhiệm',
    standardCheck: 'Đủ tiêu chuẩn, điều kiện của chức vụ theo quy định; được quy hoạch; còn đủ tuổi công tác trọn một nhiệm kỳ',
    dossier:
      'HS03 kê khai tháng này, có xác nhận\nHS04, HS05, HS06, HS07, HS08, HS09, HS12, HS13\nHS10 cấp trong 6 tháng\nHS11 văn bản số 27-CV/ĐU\nHS15',
    ...signedBy(chair),
  }
  to.order(desks.hr, { type: 'requestPaper', kind: 'submission', day: today(to), details }, 3)
}

/** The superior's own decision, drawn for its chairman to sign. */
export function askDecision(to: Script, course: Course, effectiveIn: number): void {
  const details = {
    decisionForm: 'decision',
    issuerName: superior,
    issuerForm: 'state',
    issuerSign: 'UBND',
    grounds: [
      'Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025',
      'Căn cứ Luật Cán bộ, công chức ngày 24 tháng 6 năm 2025',
      'Theo đề nghị của Giám đốc Sở Nội vụ',
    ].join('\n'),
    effectiveOn: course.on(effectiveIn),
    payAndAllowance: 'Người có tên tại Điều 1 được hưởng lương theo ngạch, bậc hiện hưởng và phụ cấp chức vụ Phó Giám đốc Sở theo quy định',
    whoCarriesOut:
      'Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở Nội vụ và người có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này',
    signerName: 'Vũ Thị Mẫu',
    signerTitle: 'Chủ tịch',
    signerAuthority: 'TM. ỦY BAN NHÂN DÂN',
  }
  to.order(desks.hr, { type: 'requestPaper', kind: 'decision', day: today(to), details }, 3)
}

export function askAnnouncement(to: Script, { chair }: Department): void {
  const details = { toldTo: 'Các phòng, đơn vị thuộc Sở\nĐảng ủy Sở\nCông đoàn Sở', ...signedBy(chair) }
  to.order(desks.hr, { type: 'requestPaper', kind: 'announcement', day: today(to), details }, 3)
}
