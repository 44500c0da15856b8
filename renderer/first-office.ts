// The doorway of this window, imported before everything else so that its first questions go out first. Null: opened outside a shell.
import { withHeadStart } from './head-start.ts'
import { officeOfWindow } from './office.ts'

export const firstOffice = window.office === undefined ? null : withHeadStart(officeOfWindow())
