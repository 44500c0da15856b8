// What the services are handed when they start: time, folders, assets, the typesetter; and where they tell of changes.
import type { Change } from '../../workflows/office.ts'
import type { StartHelper } from '../helper.ts'
import type { Assets } from '../places.ts'
import type { Clock } from './clock.ts'
import type { Drawing } from './drawing.ts'
import type { Works } from './long-work.ts'
import type { Notices } from './notices.ts'
import type { HallHolder } from './room.ts'
import type { Rosters } from './roster.ts'
import type { Turns } from './turns.ts'

export type Services = {
  readonly clock: Clock
  readonly dataDir: string
  readonly assets: Assets
  readonly drawing: Drawing
  readonly rosters: Rosters
  readonly works: Works
  readonly alone: Turns['alone']
  readonly notices: Notices
  readonly appVersion: string
  readonly shell: 'electron' | 'browser'
  readonly tell: (change: Change) => void
  /** A fault behind an answer that is still true: a paper that could not be drawn. Keeps its kind, no payload. */
  readonly noteFault: (error: unknown) => void
  readonly remembers: boolean
  readonly hall: HallHolder
  /** Starts a process of its own: for a token's driver, for reading every page of a copy, for the files of a big check. */
  readonly startHelper: StartHelper
  /** log2 of scrypt's N for new secrets; lowered only by tests. */
  readonly keyCost?: number
}
