// English: what a rehearsal leaves to the records, said where its forms would stand.
import type { viRecordsOnly } from './vi-records-only.ts'

export const enRecordsOnly: typeof viRecordsOnly = {
  recordsOnly: {
    operators: 'The people of a rehearsal are made up and there already. Real people are added in the records.',
    keys: 'Rehearsals have practice keys. Signing keys are made, issued and revoked in the records.',
    backup: 'Rehearsals need no backup. Back up in the records.',
    people: 'The registry lives in the records. A rehearsal has made-up people only, and neither reads nor writes it.',
    planning: 'Planning lives in the records. A rehearsal neither reads nor writes its lists.',
    dossier: 'Papers of real people are filed and kept in the records alone. A rehearsal takes no file.',
  },
}
