// The two cases of the sample province that a newcomer is led to, by their ids.

/** Its second meeting is in session and its ballots may not go out yet. */
export const guidedCase = 'mau-dang-hop'
/** Over, with every paper. */
export const archivedCase = 'mau-da-luu'
