// A made-up case played through the doorway, as people would: each order by its own operator at its own hour, each paper signed by all.

import type { CaseView, Done, Fault, Operator, Order, Refusal, ShellAct } from '../../workflows/office.ts'
import type { PaperView } from '../../workflows/procedure/case-view.ts'
import { knowsSealedResults } from '../../workflows/roles.ts'
import type { SampleCase } from '../../workflows/sample/sample-case.ts'
import type { Doorway } from '../doorway.ts'
import { sampleKeyId } from '../services/sample-keys.ts'
import { CliFault } from './exit.ts'

type Reply = { ok: true; value: Done } | { ok: false; refusal: Refusal } | { ok: false; fault: Fault }

export type Player = {
  readonly doorway: Doorway
  readonly setClock: (at: string) => void
  /** Signs every paper as soon as its meeting is closed; without it papers wait for their signers. */
  readonly signs: boolean
}

/** Plays the acts in order; throws a `CliFault` with the first refusal or fault. Gives the case as its last actor sees it. */
export async function playCase(player: Player, sample: SampleCase): Promise<CaseView> {
  const { doorway, setClock } = player
  const caseId = sample.caseId as Extract<Order, { to: 'case' }>['caseId']
  let at = ''
  let atWork = ''
  let view: CaseView | undefined
  const act = async (shellAct: ShellAct): Promise<Done> => doneOf(await doorway.dispatch({ to: 'shell', act: shellAct } satisfies Order))
  const sitDown = async (operatorId: Operator['operatorId']): Promise<void> => {
    if (operatorId !== atWork) await act({ act: 'startWork', operatorId })
    atWork = operatorId
  }

  async function signAll(papers: readonly PaperView[]): Promise<void> {
    for (const { paperId, signers, sha256 = '' } of papers.filter(({ status }) => status === 'awaiting-signatures')) {
      let seen = sha256
      for (const signer of signers.filter(({ signedAt }) => signedAt === undefined)) {
        await sitDown(seatOf(sample.operators, signer.personName))
        const order = { act: 'signPaper', caseId, field: signer.field, keyId: sampleKeyId(signer), seen, secret: 'mẫu' } as const
        view = (await act({ ...order, paperId: paperId as Extract<ShellAct, { act: 'signPaper' }>['paperId'] })).case
        seen = view?.papers.find((one) => one.paperId === paperId)?.sha256 ?? seen
      }
    }
  }

  for (const [index, { by, at: orderedAt, command }] of sample.acts.entries()) {
    at = orderedAt
    setClock(at)
    await sitDown(by)
    const order: Order = { to: 'case', caseId, seen: view?.version ?? 0, command }
    const answer = doneOf(await doorway.dispatch(order))
    if (answer.owed) throw new CliFault({ code: 'papers-owed', owed: answer.owed })
    view = answer.case
    if (!player.signs || view === undefined) continue
    setClock(aMinuteLater(at, sample.acts[index + 1]?.at))
    await signAll(view.papers)
  }
  if (view === undefined) throw new CliFault({ code: 'case-unknown', caseId })
  return view
}

/** The signer's own account where he has one that may know results, else the counting team's desk. */
function seatOf(operators: readonly Operator[], personName: string): Operator['operatorId'] {
  const may = operators.filter(({ roles }) => knowsSealedResults(roles))
  const seat = may.find(({ name }) => name === personName) ?? may.find(({ roles }) => roles.includes('countingTeam')) ?? may[0]
  if (seat === undefined) throw new CliFault({ code: 'operator-unknown', name: personName })
  return seat.operatorId
}

/** The minute after an order, but not past the next one: the clock never goes back. */
function aMinuteLater(at: string, next: string | undefined): string {
  const later = `${new Date(Date.parse(at) + 60_000 + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`
  return next !== undefined && Date.parse(next) < Date.parse(later) ? next : later
}

/** What an order brought, or the line that stops the command. */
export function doneOf(raw: unknown): Done {
  const reply = raw as Reply
  if (reply.ok) return reply.value
  if ('refusal' in reply) throw new CliFault(reply.refusal, 1)
  throw new CliFault(reply.fault)
}
