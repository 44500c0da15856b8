// All Vietnamese words of the screens. The shape of this object is the list of keys: a key missing in English is a type error.
import { viApp } from './vi-app.ts'
import { viCase } from './vi-case.ts'
import { viCount } from './vi-count.ts'
import { viForms } from './vi-forms.ts'
import { viHome } from './vi-home.ts'
import { viImport } from './vi-import.ts'
import { viLaw } from './vi-law.ts'
import { viMeeting } from './vi-meeting.ts'
import { viNews } from './vi-news.ts'
import { viOpening } from './vi-opening.ts'
import { viPapers } from './vi-papers.ts'
import { viPlanning } from './vi-planning.ts'
import { viPlanningForms } from './vi-planning-forms.ts'
import { viRegisters } from './vi-registers.ts'
import { viRegistry } from './vi-registry.ts'
import { viRehearsal } from './vi-rehearsal.ts'
import { viRoom } from './vi-room.ts'
import { viScreens } from './vi-screens.ts'
import { viSeals } from './vi-seals.ts'
import { viWord } from './vi-word.ts'

export const vi = {
  ...viApp,
  ...viCase,
  ...viHome,
  ...viLaw,
  ...viForms,
  ...viCount,
  ...viOpening,
  ...viPapers,
  ...viPlanning,
  ...viPlanningForms,
  ...viRegisters,
  ...viRegistry,
  ...viRehearsal,
  ...viRoom,
  ...viScreens,
  ...viSeals,
  ...viWord,
  ...viImport,
  ...viNews,
  ...viMeeting,
  outcome: { ...viLaw.outcome, ...viMeeting.outcome },
}

export type Messages = typeof vi
