// Where the app can be while a case is open: its sections, and the screens of the case.
import { caseId } from './memory-office.ts'

export const places = [
  '#/home',
  '#/open',
  `#/case/${caseId}`,
  `#/meeting/${caseId}`,
  `#/count/${caseId}`,
  '#/sign',
  '#/check',
  '#/office',
  '#/settings',
  '#/help',
] as const
