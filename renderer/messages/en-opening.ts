// English: opening a case.
import type { viOpening } from './vi-opening.ts'

export const enOpening: typeof viOpening = {
  opening: {
    periods: 'The day {{day}} lies in the period from {{from}}: {{list}}.',
    day: 'policy day {{day}}',
    steps_one: '{{all}} steps, {{count}} of them by ballot.',
    steps_other: '{{all}} steps, {{count}} of them by ballot.',
    keeps: 'What was done before a new regulation keeps its force.',
    settings_one: '{{count}} setting',
    settings_other: '{{count}} settings',
    all_one: 'See the {{count}}',
    all_other: 'See all {{count}}',
    fewer: 'See fewer',
    change: 'Change settings for this case',
    will: 'Will be recorded:',
  },
}
