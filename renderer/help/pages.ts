// The pages of help by name: what each role does, and the main tasks. Their words are read only when one is opened.
import { type Role, roles } from '../../workflows/roles.ts'

export const taskPages = ['start', 'case', 'meeting', 'count', 'sealed', 'sign', 'people', 'planning', 'check', 'backup', 'keys'] as const
export type TaskPage = (typeof taskPages)[number]
export type HelpPage = TaskPage | Role

export const helpPages: readonly HelpPage[] = [...taskPages, ...roles]
export const isHelpPage = (text: string): text is HelpPage => helpPages.some((page) => page === text)
export const isRolePage = (page: HelpPage): page is Role => roles.some((role) => role === page)

type Say = (key: `help.page.${TaskPage}` | `role.${Role}`) => string
export const titleOf = (page: HelpPage, t: Say): string => t(isRolePage(page) ? `role.${page}` : `help.page.${page}`)
