// All English words of the screens, complete: a key missing here is a type error.
import { enApp } from './en-app.ts'
import { enCase } from './en-case.ts'
import { enCount } from './en-count.ts'
import { enForms } from './en-forms.ts'
import { enHome } from './en-home.ts'
import { enImport } from './en-import.ts'
import { enLaw } from './en-law.ts'
import { enMeeting } from './en-meeting.ts'
import { enNews } from './en-news.ts'
import { enOfficeLists } from './en-office-lists.ts'
import { enOpening } from './en-opening.ts'
import { enPapers } from './en-papers.ts'
import { enPlanning } from './en-planning.ts'
import { enPlanningForms } from './en-planning-forms.ts'
import { enRecordsOnly } from './en-records-only.ts'
import { enRegisters } from './en-registers.ts'
import { enRegistry } from './en-registry.ts'
import { enRegistryActs } from './en-registry-acts.ts'
import { enRehearsal } from './en-rehearsal.ts'
import { enReturns } from './en-returns.ts'
import { enRoom } from './en-room.ts'
import { enScreens } from './en-screens.ts'
import { enSeals } from './en-seals.ts'
import { enWord } from './en-word.ts'
import type { Messages } from './vi.ts'

export const en: Messages = {
  ...enApp,
  ...enCase,
  ...enHome,
  ...enLaw,
  ...enForms,
  ...enCount,
  ...enOfficeLists,
  ...enOpening,
  ...enPapers,
  ...enPlanning,
  ...enPlanningForms,
  ...enRecordsOnly,
  ...enRegisters,
  ...enRegistry,
  ...enRegistryActs,
  ...enRehearsal,
  ...enReturns,
  ...enRoom,
  ...enScreens,
  ...enSeals,
  ...enWord,
  ...enImport,
  ...enNews,
  ...enMeeting,
  outcome: { ...enLaw.outcome, ...enMeeting.outcome },
}
