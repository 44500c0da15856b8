// Papers the log owes: said, drawn, stored together with the fact that names them. Safe to run again: what is drawn is no longer owed.
import { sha256Hex } from '../../db/hashing.ts'
import { canonical } from '../../workflows/core/canonical.ts'
import { PersonId } from '../../workflows/core/ids.ts'
import type { LiveCase } from '../../workflows/core/replay.ts'
import type { Stamp } from '../../workflows/core/stamp.ts'
import { paperFor } from '../../workflows/papers/draw.ts'
import { isRequested, type PaperDue, papersOwed } from '../../workflows/papers/due.ts'
import { inHouseSpelling } from '../../workflows/papers/house-spelling.ts'
import { registerFor } from '../../workflows/papers/numbering.ts'
import { proofFor } from '../../workflows/papers/record.ts'
import { recordJson } from '../../workflows/papers/requested-record.ts'
import { seenBy } from '../../workflows/procedure/resting.ts'
import { caseOf } from './case-memory.ts'
import { OfficeFault } from './faults.ts'
import { logProofs } from './log-proofs.ts'
import type { OpenFile } from './open-file.ts'
import { peopleOf } from './paper-people.ts'
import type { Services } from './services.ts'

/** The case as it stands after drawing, and how many papers it still owes as far as whoever is at work may know of them. */
export type DrawnCase = { readonly live: LiveCase; readonly owed: number }

/**
 * Draws what the case owes, in the order of `papersOwed`. A paper that cannot be drawn stays owed and stops the rest,
 * for later ones name earlier ones; the order that led here was recorded and stands.
 */
export async function drawOwed(services: Services, open: OpenFile, caseId: string): Promise<DrawnCase> {
  for (;;) {
    const live = open.cases.get(caseId)
    if (live === null) throw new OfficeFault('case-unknown', caseId)
    const [due] = papersOwed(live.state)
    const stamp = open.stamp()
    if (due === undefined || !stamp.ok) return drawnCase(open, live)
    try {
      await drawOne(services, open, live, due, stamp.value)
    } catch (error) {
      services.noteFault(error)
      return drawnCase(open, live)
    }
  }
}

/** A paper owed since a sealed ballot tells that the case goes on. */
const drawnCase = (open: OpenFile, live: LiveCase): DrawnCase => ({
  live,
  owed: papersOwed(seenBy(live.state, open.operator()?.roles ?? [])).length,
})

/** Every case of the file that owes papers; gives how many are owed still. */
export async function drawAllOwed(services: Services, open: OpenFile): Promise<number> {
  let owed = 0
  for (const stream of open.list.owing()) {
    const caseId = caseOf(stream)
    if (caseId !== undefined) owed += (await drawOwed(services, open, caseId)).owed
  }
  return owed
}

async function drawOne(services: Services, open: OpenFile, live: LiveCase, owed: PaperDue, stamp: Stamp): Promise<void> {
  const { archive } = open
  const { size, root } = archive.head()
  const env = {
    logHead: {
      origin: archive.origin,
      size,
      rootHash: Buffer.from(root).toString('base64'),
      checkpoint: archive.signedCheckpoint(),
      publicKey: Buffer.from(archive.publicKey()).toString('base64'),
      ...(await logProofs(open, live.state, owed, size)),
    },
    people: peopleOf(live.state, open.desk().state),
    software: { name: 'Tiến Cử', version: services.appVersion },
    createdAt: stamp.at,
    sha256Hex,
  }
  const register = registerFor(live.state, owed, env.people, open.desk().state.terms)
  // The number is only printed here. It is taken with the fact, in one transaction; orders wait for each other, and the
  // register itself refuses a number that is not its next.
  const due = register === null ? owed : { ...owed, number: { register, no: archive.numbers.next(register) } }
  const record = new TextEncoder().encode(canonical(recordJson(live.state, due, env)))
  const recordSha256 = sha256Hex(record)
  const said = paperFor(live.state, due, proofFor(live.state, due, env, recordSha256), env.people)
  const paper = inHouseSpelling(said, live.state, open.desk().state.toneMarks)
  // A slip carries no record: whatever it held could single it out.
  const drawn = await services.drawing.typeset(paper, paper.slip ? null : record)
  if (!drawn.ok) throw new OfficeFault(drawn.refusal.code, due.paperId)
  const sha256 = sha256Hex(drawn.value)
  const fields = paper.signBlocks.map(({ field, role, personName, citizenId, order }) => ({
    field,
    role,
    personName,
    order,
    ...(citizenId !== undefined && { citizenId }),
  }))
  const { paperId, kind, conferenceId, version, supersedes, number } = due
  const personId = isRequested(due) ? due.personId : undefined
  const fact = {
    type: 'paperDrawn',
    paperId,
    kind,
    ...(conferenceId !== undefined && { conferenceId }),
    ...(personId !== undefined && { personId: PersonId.parse(personId) }),
    version,
    ...(number && { number }),
    sha256,
    recordSha256,
    fields,
  } as const
  const done = open.recordCase(live, live.state.caseId, [supersedes === undefined ? fact : { ...fact, supersedes }], stamp, [
    { sha256, bytes: drawn.value },
  ])
  if (!done.ok) throw new OfficeFault(done.refusal.code, due.paperId)
}
