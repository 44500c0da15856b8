// How hard the random tests try: read here and nowhere else. `npm run torture` sets TORTURE=1, `npm run mutation` RANDOM_CONFERENCES.
export const isTorture = process.env.TORTURE === '1'
const asked = Number(process.env.RANDOM_CONFERENCES)
/** Random conferences judged against the oracle. A mutation run asks for fewer, since it runs them again for each mutant. */
export const randomConferences = isTorture ? 1_000_000 : asked > 0 ? asked : 20_000
/** And how many of them are written as text and read again. */
export const randomTexts = Math.min(2_000, randomConferences / 10)
