// Types of fresh.mjs, for the tests that open the built screen.
/** Builds dist/ when a source is newer than the last build. False when it does not build. */
export function freshBundle(): boolean
