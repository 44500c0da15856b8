// All Vietnamese words of the screens. The shape of this object is the list of keys: a key missing in English is a type error.
import { firstWords } from './first-words.ts'
import { viCount } from './vi-count.ts'
import { viImport } from './vi-import.ts'
import { viNews } from './vi-news.ts'
import { viOfficeLists } from './vi-office-lists.ts'
import { viOpening } from './vi-opening.ts'
import { viPlanning } from './vi-planning.ts'
import { viPlanningForms } from './vi-planning-forms.ts'
import { viRecordsOnly } from './vi-records-only.ts'
import { viRegisters } from './vi-registers.ts'
import { viRegistry } from './vi-registry.ts'
import { viRegistryActs } from './vi-registry-acts.ts'
import { viReturns } from './vi-returns.ts'
import { viRoom } from './vi-room.ts'
import { viWord } from './vi-word.ts'

export const vi = {
  ...firstWords,
  ...viCount,
  ...viImport,
  ...viNews,
  ...viOfficeLists,
  ...viOpening,
  ...viPlanning,
  ...viPlanningForms,
  ...viRecordsOnly,
  ...viRegisters,
  ...viRegistry,
  ...viRegistryActs,
  ...viReturns,
  ...viRoom,
  ...viWord,
}

export type Messages = typeof vi
