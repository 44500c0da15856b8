// The parts of the page of the office, by the names they have in an address.
export const officeParts = ['people', 'keys', 'registers', 'papers', 'meetings', 'file'] as const
export type OfficePart = (typeof officeParts)[number]

export const isOfficePart = (text: string): text is OfficePart => officeParts.some((part) => part === text)
