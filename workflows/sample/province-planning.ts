// The planning of the sample province: a list for each post its cases are about, approved in 2024 and looked through year by year.
import type { OperatorId } from '../core/ids.ts'
import type { PlanningCommand } from '../planning/commands.ts'
import { desks, type Member } from './department.ts'
import { posts } from './many.ts'
import type { ProvincePeople } from './province-people.ts'

export type PlanningAct = { readonly by: OperatorId; readonly at: string; readonly planning: PlanningCommand }

const term = { name: '2026-2031', from: '2026-07-01', until: '2031-06-30' } as const
const committee = 'Ban Thường vụ Đảng ủy Sở Nội vụ tỉnh Mẫu'
const deputyDirector = 'Phó Giám đốc Sở'
/** Nobody has looked through this list in 2026: a reminder says so. */
const overdue = 'Trưởng phòng Cải cách hành chính'

export function provincePlanning(people: ProvincePeople): PlanningAct[] {
  const acts: PlanningAct[] = []
  const order = (at: string, planning: PlanningCommand): void => {
    acts.push({ by: desks.hr, at: `${at}:00+07:00`, planning })
  }
  const unit = people.now.organisation.name
  const lists = posts.map(([title, rank], index) => {
    const listId = `mau-quy-hoach-${index + 1}`
    const planned = title === deputyDirector ? deputyDirectors(people) : people.plannedFor(title)
    return { listId, title, rank, planned: planned.map((person, at) => ({ entryId: `${listId}-${at + 1}`, person })) }
  })
  for (const { listId, title, rank, planned } of lists) {
    const post = { title, unit, level: 'unit', rank, kind: 'post', seats: title === deputyDirector ? 4 : 1 } as const
    order('2024-11-05T08:00', { type: 'openPlanningList', listId, post, term, approver: committee })
    for (const { entryId, person } of planned) {
      const proposed = { person: plannedPerson(person, unit), source: 'inside', isReElection: false, on: '2024-11-05' } as const
      order('2024-11-05T08:30', { type: 'proposeForPlanning', listId, entryId, ...proposed })
    }
    const entryIds = planned.map(({ entryId }) => entryId)
    const agree = Object.fromEntries(entryIds.map((id, at) => [id, 41 - 2 * at]))
    const held = { step: 'Hội nghị cán bộ chủ chốt', on: '2024-11-14', convened: 45, present: 43 } as const
    order('2024-11-14T16:00', { type: 'recordPlanningStep', listId, ...held, agree })
    const document = { number: '118-QĐ/ĐU', date: '2024-11-22', issuer: committee }
    order('2024-11-22T10:00', { type: 'approvePlanning', listId, entryIds, document, on: '2024-11-22' })
  }
  for (const { listId, title, planned } of lists) {
    const left = title === deputyDirector ? planned.at(-1) : undefined
    const kept = planned.filter((one) => one !== left).map(({ entryId }) => entryId)
    const out = left
      ? [{ entryId: left.entryId, ground: 'other', reason: 'Xin thôi quy hoạch vì lý do gia đình (dữ liệu mẫu)' } as const]
      : []
    const on = '2025-06-19'
    order(`${on}T09:00`, { type: 'reviewPlanning', listId, year: 2025, on, kept, out, document: reviewed('64-KL/ĐU', on) })
    if (title === overdue) continue
    // Whoever was appointed since left the list by that.
    const still = kept.filter((id) => planned.find(({ entryId }) => entryId === id)?.person !== people.before.candidates[0])
    const later = '2026-06-18'
    const document = reviewed('71-KL/ĐU', later)
    order(`${later}T09:00`, { type: 'reviewPlanning', listId, year: 2026, on: later, kept: still, out: [], document })
  }
  return acts
}

const reviewed = (number: string, date: string) => ({ number, date, issuer: committee })

/** Those of both cases about the post, and one who leaves in the first review. */
function deputyDirectors({ now, before }: ProvincePeople): Member[] {
  const leaves = before.members[13]
  return [...before.candidates, ...now.candidates, ...(leaves ? [leaves] : [])]
}

/** Posts of directors, heads, deputies and specialists, as the cases rank them: higher is more. */
const rankOf = (title: string): number => (title.startsWith('Phó ') ? 4 : /^(Chuyên viên|Thanh tra viên)/u.test(title) ? 3 : 5)

const plannedPerson = ({ personId, name, birthDate, isWoman, citizenId, title }: Member, currentUnit: string) => ({
  personId,
  name,
  birthDate,
  sex: isWoman ? ('female' as const) : ('male' as const),
  citizenId,
  currentPost: title,
  currentUnit,
  currentRank: rankOf(title),
})
