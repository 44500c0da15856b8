// What a check speaks of, in words: a signature by its role, a step by its name. The same on screen, in the terminal, in print and in the one-file checker.
import type { Lang } from './sentence.ts'

export const signerRoles = {
  vi: {
    'nguoi-ky': 'người ký',
    'nguoi-lap': 'người lập danh sách',
    'nguoi-lap-bieu': 'người lập biểu',
    'nhan-su': 'nhân sự',
    'chu-tri': 'chủ trì hội nghị',
    'thu-ky': 'thư ký hội nghị',
    'phu-trach-to-chuc-can-bo': 'phụ trách tổ chức cán bộ',
    'to-truong-kiem-phieu': 'tổ trưởng kiểm phiếu',
    'thu-ky-kiem-phieu': 'thư ký tổ kiểm phiếu',
    'thanh-vien-kiem-phieu': 'thành viên tổ kiểm phiếu',
    'nguoi-bao-quan': 'người bảo quản',
    'to-huy-phieu': 'tổ hủy phiếu',
  },
  en: {
    'nguoi-ky': 'signer',
    'nguoi-lap': 'maker of the list',
    'nguoi-lap-bieu': 'maker of the table',
    'nhan-su': 'nominee',
    'chu-tri': 'chair',
    'thu-ky': 'meeting secretary',
    'phu-trach-to-chuc-can-bo': 'head of HR',
    'to-truong-kiem-phieu': 'head of the counting team',
    'thu-ky-kiem-phieu': 'secretary of the counting team',
    'thanh-vien-kiem-phieu': 'member of the counting team',
    'nguoi-bao-quan': 'keeper',
    'to-huy-phieu': 'destroying team',
  },
}

export const stageTitles = {
  vi: {
    leadershipPreparation: 'Hội nghị tập thể lãnh đạo lần 1',
    leadershipOrientation: 'Hội nghị tập thể lãnh đạo',
    expandedNomination: 'Hội nghị tập thể lãnh đạo mở rộng',
    leadershipReview: 'Hội nghị tập thể lãnh đạo lần 2',
    divergenceBallot: 'Bỏ phiếu lại do kết quả khác nhau',
    keyOfficialsConsultation: 'Hội nghị cán bộ chủ chốt',
    leadershipDecision: 'Hội nghị tập thể lãnh đạo quyết định',
  },
  en: {
    leadershipPreparation: 'First leadership conference',
    leadershipOrientation: 'Leadership conference',
    expandedNomination: 'Expanded leadership conference',
    leadershipReview: 'Second leadership conference',
    divergenceBallot: 'New ballot, results differ',
    keyOfficialsConsultation: 'Key-officials conference',
    leadershipDecision: 'Leadership conference, decision',
  },
}

const roleOf = (words: Readonly<Record<string, string>>, role: string): string | undefined => words[role] ?? words[`${role}-kiem-phieu`]

/** `ky.thanh_vien_2` is "thành viên tổ kiểm phiếu 2"; whatever has no words of ours stands as it is. */
export function checkSubject(subject: string, lang: Lang): string {
  const stages: Readonly<Record<string, string>> = stageTitles[lang]
  // A signature of another maker is known by its place alone.
  if (/^\d+$/.test(subject)) return lang === 'vi' ? `chữ ký số ${subject}` : `signature ${subject}`
  const [, field, no] = /^ky\.(.+?)(?:_(\d+))?$/.exec(subject) ?? []
  if (field === undefined) return stages[subject] ?? subject
  const role = roleOf(signerRoles[lang], field.replaceAll('_', '-'))
  return role === undefined ? subject : no === undefined ? role : `${role} ${no}`
}

/** What stands before the sentence of a check: `Tổ trưởng kiểm phiếu: `; nothing where it speaks of the whole. */
export function checkLead(subject: string | undefined, lang: Lang): string {
  if (subject === undefined) return ''
  const words = checkSubject(subject, lang)
  return words === subject ? `${words}: ` : `${words.slice(0, 1).toUpperCase()}${words.slice(1)}: `
}
