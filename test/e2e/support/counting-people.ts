// Who works at the counting table of a made-up case.
import type { OperatorId } from '../../../workflows/core/ids.ts'
import type { Operator } from '../../../workflows/office.ts'
import type { Role } from '../../../workflows/roles.ts'

const operator = (id: string, name: string, ...roles: Role[]): Operator => ({ operatorId: id as OperatorId, name, roles })
export const counters = {
  hr: operator('hr', 'Đỗ Thu Hà', 'hrOfficer'),
  tk: operator('tk', 'Vũ Văn Thư', 'meetingSecretary', 'conferenceChair'),
  kp1: operator('kp1', 'Phan Anh Tuấn', 'countingTeam'),
  kp2: operator('kp2', 'Lý Thị Ngọc Bích', 'countingTeam'),
} as const
