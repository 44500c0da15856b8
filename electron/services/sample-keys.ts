// Keys of made-up people: they follow from the citizen number, everybody has them, and only papers of sample cases take them.
import { createHash, X509Certificate } from 'node:crypto'
import type { Signer } from '../../records/signer.ts'
import { dayOf } from '../../workflows/core/stamp.ts'
import type { KeyView } from '../../workflows/office.ts'
import type { FactOf } from '../../workflows/procedure/facts.ts'
import { seenBy } from '../../workflows/procedure/resting.ts'
import { sampleRoot, sampleSigner } from '../keys/sample-authority.ts'
import { casesAwaiting } from './cases-awaiting.ts'
import { vietnamTime } from './clock.ts'
import type { OpenFile } from './open-file.ts'

type Field = FactOf<'paperDrawn'>['fields'][number]
const prefix = 'sample-'

/** The last day of the sample root, which outlives no certificate below it. */
const rootValidTo = dayOf(vietnamTime(new Date(new X509Certificate(sampleRoot).validTo)))

export const isSampleKey = (keyId: string): boolean => keyId.startsWith(prefix)

/** The number in the paper, or one made from the name where it has none: twelve digits that no province gives out. */
function numberOf({ personName, citizenId }: Pick<Field, 'personName' | 'citizenId'>): string {
  if (citizenId !== undefined) return citizenId
  const digits = createHash('sha256').update(personName).digest().readUIntBE(0, 6) % 1_000_000_000
  return `000${String(digits).padStart(9, '0')}`
}

export const sampleKeyId = (field: Pick<Field, 'personName' | 'citizenId'>): string => `${prefix}${numberOf(field)}`

export const openSampleKey = (field: Field): Promise<Signer> => sampleSigner({ name: field.personName, citizenId: numberOf(field) })

/** So many cases that wait are read for the people in them: a file just opened has none in memory yet. */
const casesRead = 50

/** Those who must sign papers of the sample cases at hand: in memory, or waiting for a signature. Who signs a paper tells that it is there. */
export function sampleKeyViews(open: OpenFile): readonly KeyView[] {
  const roles = open.operator()?.roles ?? []
  const waiting = [...casesAwaiting(open, casesRead)]
  const fields = [...open.cases.live(), ...waiting]
    .filter(({ state }) => state.opened.isSample)
    .flatMap(({ state }) => seenBy(state, roles).papers.flatMap(({ drawn }) => drawn.fields))
  const views = fields.map((field): KeyView => {
    const citizenId = numberOf(field)
    return { keyId: sampleKeyId(field), kind: 'test', name: field.personName, citizenId, validTo: rootValidTo }
  })
  return [...new Map(views.map((view) => [view.keyId, view])).values()]
}
