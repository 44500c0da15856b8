// The guided tour, stop by stop: where to be and what to look at. It leads over sample data only, and presses nothing by itself.
import { archivedCase, guidedCase } from '../../workflows/sample/province-cases.ts'
import type { Messages } from '../messages/vi.ts'
import type { Route } from '../route.ts'

export type TourStop = { readonly name: keyof Messages['tour']['stop']; readonly route: Route; readonly look: string }

export const tourStops: readonly TourStop[] = [
  { name: 'home', route: { at: 'home' }, look: 'main .sheet' },
  { name: 'find', route: { at: 'home' }, look: '.masthead .end' },
  { name: 'path', route: { at: 'case', caseId: guidedCase }, look: '.path' },
  { name: 'acts', route: { at: 'case', caseId: guidedCase }, look: '.acts' },
  { name: 'meeting', route: { at: 'meeting', caseId: guidedCase }, look: '.agenda, main nav' },
  { name: 'archived', route: { at: 'case', caseId: archivedCase }, look: '.path' },
  { name: 'open', route: { at: 'open' }, look: 'main .sheet' },
  { name: 'people', route: { at: 'people' }, look: '.registry, main .sheet' },
  { name: 'planning', route: { at: 'planning' }, look: 'main .sheet' },
  { name: 'check', route: { at: 'check' }, look: 'main .drop, main .page' },
  { name: 'help', route: { at: 'help' }, look: 'main .sheet, main .page' },
]
