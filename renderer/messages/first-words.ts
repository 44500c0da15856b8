// The Vietnamese words of what the first screen reads; those of the later screens are read with them.
import { viApp } from './vi-app.ts'
import { viCase } from './vi-case.ts'
import { viForms } from './vi-forms.ts'
import { viHome } from './vi-home.ts'
import { viLaw } from './vi-law.ts'
import { viMeeting } from './vi-meeting.ts'
import { viPapers } from './vi-papers.ts'
import { viRehearsal } from './vi-rehearsal.ts'
import { viScreens } from './vi-screens.ts'
import { viSeals } from './vi-seals.ts'

export const firstWords = {
  ...viApp,
  ...viCase,
  ...viHome,
  ...viLaw,
  ...viForms,
  ...viPapers,
  ...viRehearsal,
  ...viScreens,
  ...viSeals,
  ...viMeeting,
  outcome: { ...viLaw.outcome, ...viMeeting.outcome },
}
