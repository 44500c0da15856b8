// Where the app can be while a case is open: its sections, and the screens of the case.
import { officeParts } from '../../renderer/office-parts.ts'
import { caseId } from './memory-office.ts'

export const places = [
  '#/home',
  '#/open',
  `#/case/${caseId}`,
  `#/meeting/${caseId}`,
  `#/count/${caseId}`,
  '#/sign',
  '#/check',
  ...officeParts.map((part) => `#/office/${part}` as const),
  '#/settings',
  '#/help',
] as const
