// The ranks of posts, low to high (procedure.md 4.3), as a list to choose from.
import type { TFunction } from 'i18next'

const ranks = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

export const rankOptions = (t: TFunction) => ranks.map((rank) => ({ value: rank as string, label: t(`rank.${rank}`) }))
