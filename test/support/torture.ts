// How hard the random tests try: read here and nowhere else. `npm run torture` sets TORTURE=1.
export const isTorture = process.env.TORTURE === '1'
/** Random conferences judged against the oracle. */
export const randomConferences = isTorture ? 1_000_000 : 20_000
