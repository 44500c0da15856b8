// The part of the counter that speaks of the registry: what screens ask of it as of a day, and every answer they can get.
import { z } from 'zod'
import type { ConvocationRow } from '../conference/commands.ts'
import { PersonId, PostId, UnitId } from '../core/ids.ts'
import { Day } from '../core/stamp.ts'
import type { FamilyView } from '../eligibility/family-office.ts'
import { compositionTemplates } from './composition.ts'
import type { HistoryLine } from './history.ts'
import { CompositionId, type OwnCompositionView } from './own-composition.ts'
import type { PersonData } from './person.ts'
import type { Contradiction, Missing } from './quality.ts'
import { contradictions, neededFields } from './quality.ts'
import type { Span } from './records.ts'
import type { TenureData } from './tenure.ts'
import type { PostData, Reorganisation, UnitData } from './unit.ts'

const window = { from: z.int().min(0).optional(), count: z.int().min(1).max(500).optional() } as const
/** Lines of a list sent at a time unless said. */
export const peopleInWindow = 60

/** `stale`: nobody looked for long; `any`: whatever is wrong. */
export const qualityFigures = ['any', 'missing', 'stale', 'contradictory', ...neededFields, ...contradictions] as const
export type QualityFigure = (typeof qualityFigures)[number]

export const registryQuestions = [
  /** People by name order. With `unitId`: who holds a post there on the day, `below` with the units under it. */
  z.strictObject({
    about: z.literal('people'),
    day: Day,
    search: z.string().max(200).optional(),
    unitId: UnitId.optional(),
    below: z.boolean().optional(),
    /** Only records with this fault, of the unit where one is given. */
    figure: z.enum(qualityFigures).optional(),
    ...window,
  }),
  z.strictObject({ about: z.literal('person'), personId: PersonId, day: Day }),
  /** Units directly under one, topmost without it; with `search` all whose names have every part. */
  z.strictObject({ about: z.literal('units'), day: Day, parentId: UnitId.optional(), search: z.string().max(200).optional() }),
  z.strictObject({ about: z.literal('unit'), unitId: UnitId, day: Day }),
  z.strictObject({ about: z.literal('post'), postId: PostId, day: Day }),
  z.strictObject({ about: z.literal('quality'), day: Day }),
  /** Posts that relatives may not hold together, over all units. */
  z.strictObject({ about: z.literal('family'), day: Day }),
  /** Records that may be of one person, by number and by name with birth date. */
  z.strictObject({ about: z.literal('duplicates') }),
  /** The office's own composition templates. */
  z.strictObject({ about: z.literal('compositions') }),
  /** Who makes up a body of a unit on the day of a meeting. `template`: shipped, or the id of one of the office's own. */
  z.strictObject({
    about: z.literal('composition'),
    unitId: UnitId,
    template: z.union([z.enum(compositionTemplates), CompositionId]),
    body: z.enum(['leadershipCollective', 'expandedLeadership', 'keyOfficials']),
    day: Day,
  }),
] as const

/** A question as it was parsed; of one subject where it is named. */
type Question = z.infer<(typeof registryQuestions)[number]>
export type AskRegistry<About extends Question['about'] = Question['about']> = Extract<Question, { readonly about: About }>

export type HeldPost = {
  readonly tenureId: string
  readonly data: TenureData
  readonly title: string
  readonly unitId: string
  /** As the unit was called on the day asked about, else when the tenure ended. */
  readonly unit: string
  /** The bodies the unit is a part of: every department has its office. Empty for one that stands for itself. */
  readonly above: string
}
export type PersonLine = {
  readonly personId: string
  readonly name: string
  readonly birthDate?: string
  readonly sex?: 'male' | 'female'
  readonly citizenId?: string
  readonly posts: readonly HeldPost[]
}
export type PeopleView = {
  readonly day: string
  readonly from: number
  readonly found: number
  /** There are more than `found`. */
  readonly isMore: boolean
  readonly rows: readonly PersonLine[]
}
export type NamedHistory = readonly (HistoryLine & { readonly byName: string })[]
export type PersonView = {
  readonly personId: string
  readonly revision: number
  readonly day: string
  readonly data: PersonData
  /** From when to when what is shown holds; the first day is `''`, an open end `9999-12-31`. */
  readonly holds: { readonly from: string; readonly until: string }
  readonly changesOn: readonly string[]
  readonly mergedInto?: { readonly personId: string; readonly name: string }
  /** Records merged into this one; each keeps a page and a history of its own. */
  readonly mergedFrom: readonly { readonly personId: string; readonly name: string }[]
  readonly confirmedOn: string
  readonly isStale: boolean
  readonly missing: readonly Missing[]
  readonly contradictions: readonly Contradiction[]
  readonly tenures: readonly HeldPost[]
  /** Others that may be the same person. */
  readonly alike: readonly { readonly personId: string; readonly name: string; readonly birthDate?: string }[]
  readonly history: NamedHistory
}
export type UnitLine = UnitData & {
  readonly unitId: string
  readonly below: number
  readonly path?: string
  /** Found by a name it, or a unit it came out of, bore from the one day to the other. */
  readonly formerly?: { readonly name: string; readonly from: string; readonly lastDay: string }
}
export type PostLine = PostData & {
  readonly postId: string
  readonly revision: number
  readonly holders: readonly { readonly personId: string; readonly tenureId: string; readonly name: string; readonly from: string }[]
}
export type UnitView = {
  readonly unitId: string
  readonly revision: number
  readonly day: string
  /** Undefined on days on which there was no such unit. */
  readonly data?: UnitData
  readonly spans: readonly Span<UnitData>[]
  readonly path: readonly { readonly unitId: string; readonly name: string }[]
  readonly below: readonly UnitLine[]
  readonly posts: readonly PostLine[]
  readonly events: readonly (Reorganisation & { readonly names: Readonly<Record<string, string>> })[]
  readonly history: NamedHistory
}
/** One post as of a day, with everybody who held it, the newest first. */
export type PostView = {
  readonly postId: string
  readonly revision: number
  readonly day: string
  /** Undefined on days on which there was no such post. */
  readonly data?: PostData
  readonly spans: readonly Span<PostData>[]
  readonly unitId: string
  /** As the unit was called on the day. */
  readonly unit: string
  readonly holders: readonly { readonly personId: string; readonly tenureId: string; readonly name: string; readonly data: TenureData }[]
  readonly history: NamedHistory
}
export type QualityLine = {
  /** Empty for people who hold no post on the day. */
  readonly unitId: string
  readonly unit: string
  readonly people: number
  readonly missing: number
  readonly stale: number
  readonly contradictory: number
}
export type QualityView = {
  readonly day: string
  readonly staleBefore: string
  /** Whoever is in two units is counted in both, and once here. */
  readonly total: Omit<QualityLine, 'unitId' | 'unit'>
  readonly units: readonly QualityLine[]
  /** How many records have each fault. */
  readonly figures: Readonly<Record<string, number>>
}
export type DuplicatesView = readonly {
  readonly by: 'number' | 'name'
  readonly people: readonly { readonly personId: string; readonly name: string; readonly birthDate?: string; readonly citizenId?: string }[]
}[]

export type RegistryAnswers = {
  people: PeopleView
  person: PersonView
  units: { readonly day: string; readonly units: readonly UnitLine[] }
  unit: UnitView
  post: PostView
  family: FamilyView
  quality: QualityView
  duplicates: DuplicatesView
  compositions: readonly OwnCompositionView[]
  composition: { readonly rows: readonly ConvocationRow[] }
}
