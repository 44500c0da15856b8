// Figures of the list of cases that its screen needs before anything of the law is read.

/** Lines of the list that cross the doorway at a time: ten thousand at once took longer than the whole screen. */
export const casesInWindow = 100

/** Working days left from which a deadline counts as near. */
export const nearDays = 5
