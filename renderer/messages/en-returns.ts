// English of `vi-returns.ts`.
import type { viReturns } from './vi-returns.ts'

export const enReturns: typeof viReturns = {
  returns: {
    books: {
      people: 'List of people',
      quality: 'BC-01: make-up of the people, with its list',
      ratings: 'BC-04: ratings of the year of individuals, with its list',
      moves: 'BC-06: rotation, transfer, secondment, reinforcement',
      planning: 'BC-10: planning, with its structure',
      discipline: 'BC-12: discipline, with its list',
    },
    about: {
      quality: 'A row a unit; the row of totals counts everybody once.',
      ratings: 'From the ratings recorded of each person. Without ratings of collectives and the check of the cap.',
      moves: 'From the posts people held. Without plans and purposes of rotation.',
      planning: 'From the planning lists of the office, as of the day.',
      discipline: 'From the discipline recorded of each person. Without the program of inspections.',
    },
    managedBy: 'Managed by',
    anyLevel: 'Any level',
    year: 'Year of the return',
    yearHelp: 'Left empty: the year of the as-of day',
    yearWrong: 'Write the year with four digits.',
    quarter: 'Period',
    quarters: { year: 'Whole year', '1': 'Quarter 1', '2': 'Quarter 2', '3': 'Quarter 3', '4': 'Quarter 4' },
    bands: 'Bands of ages begin at',
    bandsHelp: '30, 40, 50, 55 means: under 30, 30-39, 40-49, 50-54, 55 and over',
    bandsWrong: 'Write rising ages with commas between them.',
  },
}
