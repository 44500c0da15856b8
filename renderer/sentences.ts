// The sentences of refusals, checks and outcomes, in both languages: a quarter of all the app reads, and nothing of it in the list of cases.
export { checkAdvice } from '../workflows/wording/check-advice.ts'
export { checkCodes, checkSentence } from '../workflows/wording/check-codes.ts'
export { announcementLines, inWords, sealedLines } from '../workflows/wording/read-aloud.ts'
export { refusalText } from '../workflows/wording/refusals.ts'
