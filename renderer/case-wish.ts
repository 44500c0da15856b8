// What the home screen wants of the list of cases, and how it asks for it: word for word the same early and late.
import type { CasesFilter, Whose } from '../workflows/home.ts'
import type { Question } from '../workflows/office.ts'
import { casesInWindow } from '../workflows/procedure/cases-window.ts'

export type CaseWish = { readonly search: string; readonly whose: Whose; readonly filter: CasesFilter }

export const firstWish: CaseWish = { search: '', whose: 'mine', filter: {} }

export const questionFor = ({ search, whose, filter }: CaseWish, page: number): Extract<Question, { about: 'cases' }> => ({
  about: 'cases',
  search,
  whose,
  filter,
  from: page * casesInWindow,
  count: casesInWindow,
})
