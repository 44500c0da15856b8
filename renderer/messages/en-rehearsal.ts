// English: rehearsals.
import type { viRehearsal } from './vi-rehearsal.ts'

export const enRehearsal: typeof viRehearsal = {
  practice: {
    band: 'REHEARSAL: practice data, never a record',
    foot: 'Rehearsal',
    enter: 'Rehearse',
    leave: 'Leave the rehearsals',
    try: 'Try it first?',
    tryText: 'Open a rehearsal with practice data that never becomes a record.',
    tryDo: 'Open a rehearsal',
    copy: 'Rehearse this case',
    copyText: 'Copies post, rulebook and settings into the file of rehearsals; people and counts are made up.',
    title: 'Practise with this case',
    text: 'Do each act yourself as in earnest, or let it be filled in with practice data.',
    act: 'Fill in this act',
    stage: 'Fill in to the end of the step',
    end: 'Play to the end of the case',
    busy: 'Filling in…',
    noExport: 'Rehearsals are not exported.',
    here: 'A case opened here is a rehearsal, marked so on every screen and every paper.',
  },
}
