// The papers of the sample beside its minutes, asked for by the clerk of the HR office at their moments: what is typed into each form.
import { ConferenceId, type PersonId } from '../core/ids.ts'
import type { RequestedKind } from '../papers/kinds.ts'
import type { Typed } from '../papers/requested.ts'
import type { CommandOf } from '../procedure/commands.ts'
import type { StageRule } from '../rulebooks/types.ts'
import { superior } from './course.ts'
import { type Department, desks, type Member } from './department.ts'
import type { Script } from './script.ts'

type Details = Typed['details']
type Asked = Pick<CommandOf<'requestPaper'>, 'conferenceId' | 'personId' | 'rows'> & { readonly details: Details }

const today = (to: Script): string => to.now().slice(0, 10)

/** By the clerk of the HR office, on the day it is. */
export function ask(to: Script, kind: RequestedKind, asked: Asked, day = today(to)): void {
  to.order(desks.hr, { type: 'requestPaper', kind, day, ...asked }, 2)
}

export const signedBy = ({ name, title }: Member, authority?: string): Details => ({
  signerName: name,
  signerTitle: title,
  ...(authority !== undefined && { signerAuthority: authority }),
})

export const policyWords: Details = {
  addressee: superior,
  grounds:
    'Căn cứ quy định về phân cấp quản lý tổ chức bộ máy và cán bộ, công chức, viên chức của Ủy ban nhân dân tỉnh\nCăn cứ quy hoạch chức danh lãnh đạo, quản lý của Sở đã được phê duyệt',
  staffing: '2',
  staffingAllowed: '3',
  source: 'tại chỗ',
  reason: 'một đồng chí Phó Giám đốc nghỉ hưu theo chế độ; khối lượng công việc tăng sau khi sắp xếp tổ chức bộ máy',
  plannedAssignment: 'Phụ trách tổ chức bộ máy, cải cách hành chính và công tác công chức, viên chức',
  standards:
    'Bảo đảm tiêu chuẩn chung của chức danh lãnh đạo, quản lý và tiêu chuẩn cụ thể của chức danh Phó Giám đốc Sở; được quy hoạch chức danh bổ nhiệm; đủ tuổi bổ nhiệm',
  timetable: 'Hoàn thành các hội nghị trong 30 ngày làm việc, kể từ ngày được phê duyệt chủ trương',
}

export function askPolicy(to: Script, { chair }: Department, day: string): void {
  ask(to, 'policyRequest', { details: { ...policyWords, ...signedBy(chair) } }, day)
}

export const askProgram = (to: Script, personId: PersonId): void => ask(to, 'actionProgram', { personId, details: {} })

export const conferenceIdOf = ({ key }: StageRule): ConferenceId =>
  ConferenceId.parse(`${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}-r1-a1`)

export function askInvitation(to: Script, { chair, hrExpert }: Department, stage: StageRule, content: string): void {
  const details = {
    callingForm: 'invite',
    invitees: stage.composition.value,
    content,
    papersToBring: 'Giấy mời này, tài liệu hội nghị gửi kèm',
    conduct: 'Trang phục công sở; tắt chuông điện thoại, không ghi âm, ghi hình trong hội nghị',
    contact: `${hrExpert.name}, ${hrExpert.title}, điện thoại 0200.3800.000`,
    ...signedBy(chair),
  }
  ask(to, 'invitation', { conferenceId: conferenceIdOf(stage), details })
}

export function askConvocationList(to: Script, { hrHead }: Department, stage: StageRule): void {
  ask(to, 'convocationList', { conferenceId: conferenceIdOf(stage), details: { makerName: hrHead.name } })
}

/** What the short CV of a nominee says that the case itself does not hold. */
export function cvOf({ isWoman, birthDate }: Pick<Member, 'isWoman' | 'birthDate'>, at: number): Details {
  const place = ['xã An Bình, tỉnh Mẫu', 'phường Trung Tâm, tỉnh Mẫu', 'xã Hòa Phong, tỉnh Mẫu'][at % 3] ?? ''
  const degree = ['Thạc sĩ Quản lý công', 'Cử nhân Hành chính học', 'Thạc sĩ Luật'][at % 3] ?? ''
  return {
    birthDate: birthDate.split('-').reverse().join('/'),
    gender: isWoman ? 'woman' : 'man',
    hometown: place,
    ethnicity: 'Kinh',
    partyDay: `03/02/${2003 + (at % 5)}`,
    education: degree,
    politicalTheory: 'Cao cấp',
    stateManagement: 'Chuyên viên chính',
    grade: 'Chuyên viên chính (01.002)',
    planningDecision: 'Quyết định số 412-QĐ/TU, ngày 15/8/2025',
    ratings: 'Hoàn thành xuất sắc (1 năm), hoàn thành tốt (2 năm)',
    discipline: 'Không',
  }
}

export function askNomineeList(to: Script, { hrHead }: Department, stage: StageRule, standing: readonly Member[]): void {
  const rows = Object.fromEntries(standing.map((one, at) => [one.personId, cvOf(one, at)]))
  ask(to, 'nomineeList', { conferenceId: conferenceIdOf(stage), details: signedBy(hrHead), rows })
}

const committee = 'Đảng ủy Sở Nội vụ tỉnh Mẫu'

/** The committee is asked, and the day after it answers; its deputy secretary signs for it. */
export function askPartyOpinion(to: Script, { chair, members }: Department, standing: readonly Member[], replyBy: string): void {
  const assessed = Object.fromEntries(
    standing.map((one) => [one.personId, { remark: 'Đủ tiêu chuẩn, điều kiện; dự kiến phân công theo chủ trương' }]),
  )
  const enclosures = 'Sơ yếu lý lịch, bản tự kiểm điểm, nhận xét đánh giá và biên bản các hội nghị'
  ask(to, 'partyOpinionRequest', { details: { committee, replyBy, enclosures, ...signedBy(chair) }, rows: assessed })
  const deputy = members[1] ?? chair
  const agreed = Object.fromEntries(standing.map((one) => [one.personId, { opinion: 'agree', inFavour: '7', votersPresent: '7' }]))
  const details = {
    committee,
    committeeSuperior: 'Đảng ủy Ủy ban nhân dân tỉnh Mẫu',
    committeeSign: 'ĐU',
    committeeBody: `Ban Thường vụ ${committee}`,
    metOn: today(to),
    signerName: deputy.name,
    signerTitle: 'Phó Bí thư',
    signerAuthority: 'T/M BAN THƯỜNG VỤ',
  }
  ask(to, 'partyOpinion', { details, rows: agreed })
}
