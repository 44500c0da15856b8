/** Lines of the list of cases that cross the doorway at a time: ten thousand at once took longer than the whole screen. */
export const casesInWindow = 100
