// How a sealed ballot went is told by nothing on any screen of a role that may not know it (procedure.md 2.8, 7.2; roles.ts).
import { describe, expect, test } from 'vitest'
import type { CountEntry } from '../../../workflows/conference/facts.ts'
import { noHolidays } from '../../../workflows/core/calendar.ts'
import { OperatorId } from '../../../workflows/core/ids.ts'
import { follow, type LiveCase, replayCase } from '../../../workflows/core/replay.ts'
import { isRequested, papersOwed } from '../../../workflows/papers/due.ts'
import { CaseCommand } from '../../../workflows/procedure/commands.ts'
import { decide } from '../../../workflows/procedure/decide.ts'
import { requestableOf } from '../../../workflows/procedure/paper-view.ts'
import { mayAskWhileResting, restsFor, seenBy } from '../../../workflows/procedure/resting.ts'
import { mayLook } from '../../../workflows/procedure/seal-opening.ts'
import { caseSummary, caseView, summaryFor } from '../../../workflows/procedure/view.ts'
import { learnsWhoGoesOn, mayKnowSealedResults, type Role, roles } from '../../../workflows/roles.ts'
import { rulebookIds } from '../../../workflows/rulebooks/types.ts'
import { sampleAppointment } from '../../../workflows/sample/appointment.ts'
import type { SampleAct } from '../../../workflows/sample/script.ts'
import { approved, conference, count, issue, team, upToBallot } from '../../support/appointment.ts'
import type { Loose } from '../../support/play.ts'
import { sampleReappointment } from '../../support/sample-reappointment.ts'
import { drawOne, drawRequested, factOf } from '../papers/drawing.ts'
import { tools } from '../sample/play.ts'

/** One course of a case, papers drawn as the shell draws them. */
type World = { live: LiveCase | null }

function order(world: World, { by, at, command }: SampleAct): void {
  const decided = decide(world.live, command, { at, by }, tools)
  if (!decided.ok) throw new Error(`${command.type}: ${JSON.stringify(decided.refusal)}`)
  const take = (fact: (typeof decided.value)[number]) => {
    world.live = follow(world.live, { at, by, version: (world.live?.state.version ?? 0) + 1, fact }, 'c1')
  }
  for (const fact of decided.value) take(fact)
  for (let due = world.live && papersOwed(world.live.state)[0]; due && world.live; due = papersOwed(world.live.state)[0])
    take(factOf(isRequested(due) ? drawRequested(world.live.state, due) : drawOne(world.live.state, due)))
}

const shut = roles.filter((role) => !mayKnowSealedResults.includes(role))
const readers: readonly (readonly Role[])[] = [[], ...shut.map((role) => [role])]

/** Everything a screen of this reader can get of the case; the number of facts tells that something was done, not what. */
function everything({ live }: World, reader: readonly Role[]): unknown {
  if (live === null) throw new Error('no case')
  const { version: _, ...view } = caseView(live, { today: '2027-01-04', holidays: noHolidays, roles: reader })
  return {
    view,
    line: summaryFor(caseSummary(live, noHolidays), reader),
    requestable: requestableOf(seenBy(live.state, reader), { operators: [], roles: reader }),
  }
}

/** The committee, once its opinion is due, may know whom it is asked about. */
function learnsHere({ live }: World, reader: readonly Role[]): boolean {
  return reader.includes('partyOpinionGiver') && live?.state.rest !== undefined
}

/** The same number of slips, told otherwise: nobody reaches any threshold, or the last on the list wins. */
function otherwise(entry: CountEntry, how: 'nobody' | 'another'): CountEntry {
  const { votes, ballotsValid, ballotsInvalid, invalidReasons: _, ...rest } = entry
  const all = ballotsValid + ballotsInvalid
  if (entry.agree !== undefined) {
    const agree = how === 'nobody' ? 0 : all
    const { noOpinion: _n, agree: _a, disagree: _d, ...kept } = rest
    return {
      ...kept,
      ballotsValid: all,
      ballotsInvalid: 0,
      agree,
      disagree: all - agree,
      ...(entry.noOpinion !== undefined && { noOpinion: 0 }),
    }
  }
  const names = Object.keys(votes ?? {})
  if (how === 'nobody') return { ...rest, ballotsValid: 0, ballotsInvalid: all, votes: Object.fromEntries(names.map((name) => [name, 0])) }
  const last = names.at(-1)
  return { ...rest, ballotsValid: all, ballotsInvalid: 0, votes: Object.fromEntries(names.map((name) => [name, name === last ? all : 0])) }
}

type Case = { readonly name: string; readonly acts: readonly SampleAct[] }
const cases: readonly Case[] = rulebookIds.flatMap((rulebook) => [
  { name: `appointment under ${rulebook}`, acts: sampleAppointment({ rulebook, overlay: true }).acts },
  { name: `reappointment under ${rulebook}`, acts: sampleReappointment({ rulebook }).acts },
])

/** Places of the sealed counts among the acts: typed at `from`, the meeting closed at `to`. */
function sealedCounts(acts: readonly SampleAct[]): { readonly from: number; readonly to: number; readonly stage: string }[] {
  const world: World = { live: null }
  const found: { from: number; to: number; stage: string }[] = []
  let from = -1
  for (const [index, act] of acts.entries()) {
    order(world, act)
    if (act.command.type === 'typeCount') from = index
    const held = world.live?.state.conferences.at(-1)
    if (act.command.type === 'closeConference' && held?.counts.at(-1)?.judged.output.announced === false)
      found.push({ from, to: index, stage: held.stage })
  }
  return found
}

describe.each(cases)('$name', ({ acts }) => {
  const sealed = sealedCounts(acts)
  test('has a sealed ballot', () => expect(sealed.length).toBeGreaterThan(0))

  test.each(sealed)('$stage: every role that may not know sees the same, whoever won and whether anybody did', ({ from, to }) => {
    const worlds = (['as it was', 'nobody', 'another'] as const).map((how) => {
      const world: World = { live: null }
      const told: unknown[] = []
      for (const [index, act] of acts.slice(0, to + 1).entries()) {
        const { command } = act
        // How many slips were valid stands in the minutes of sealing, and it is all the same who sealed them: left out of two worlds.
        if (index > from && command.type === 'sealBundle') continue
        order(
          world,
          command.type === 'typeCount' && index === from && how !== 'as it was'
            ? { ...act, command: { ...command, entry: otherwise(command.entry, how) } }
            : act,
        )
        if (index >= from) told.push(readers.map((reader) => (learnsHere(world, reader) ? 'may know' : everything(world, reader))))
      }
      return { world, told }
    })
    const [first, ...others] = worlds
    for (const other of others) expect(other.told).toEqual(first?.told)
  })

  test.each(sealed)('$stage: and it stays so while others go on with what they know', ({ to }) => {
    const world: World = { live: null }
    for (const act of acts.slice(0, to + 1)) order(world, act)
    const still = readers.map((reader) => everything(world, reader))
    for (const act of acts.slice(to + 1)) {
      if (act.command.type === 'conveneConference' || act.command.type === 'decideCase') break
      if (act.command.type === 'sealBundle') continue
      order(world, act)
      const state = world.live?.state
      readers.forEach((reader, index) => {
        if (state && !restsFor(state, reader)) expect(reader).toEqual(['partyOpinionGiver'])
        else expect(everything(world, reader)).toEqual(still[index])
      })
    }
  })

  test('no role that may not know reads a sealed number or digest anywhere in the case', () => {
    const world: World = { live: null }
    for (const act of acts) {
      order(world, act)
      const state = world.live?.state
      if (!state) continue
      const secret = state.conferences.filter(({ counts }) => counts.at(-1)?.judged.output.announced === false)
      const digests = state.papers.flatMap(({ drawn }) =>
        drawn.kind === 'voteCountMinutes' && secret.some((one) => one.conferenceId === drawn.conferenceId) ? [drawn.sha256] : [],
      )
      const shares = secret.flatMap(({ counts }) => Object.values(counts.at(-1)?.judged.output.percent ?? {}))
      for (const reader of readers) {
        const said = JSON.stringify(everything(world, reader))
        expect([...digests, ...shares].filter((one) => said.includes(`"${one}"`))).toEqual([])
      }
    }
  })
})

describe('names on the slips of the meeting after a sealed ballot', () => {
  const acts = sampleAppointment({ rulebook: 'RB2026', overlay: true }).acts
  const [last] = sealedCounts(acts).slice(-1)
  const upTo = (type: CaseCommand['type']): World => {
    const world: World = { live: null }
    const end = acts.findIndex(({ command }, index) => index > (last?.to ?? 0) && command.type === type)
    for (const act of acts.slice(0, end + 1)) order(world, act)
    return world
  }
  const namesSeenBy = ({ live }: World, reader: readonly Role[]) => {
    if (!live) throw new Error('no case')
    const { conference, goesOn } = caseView(live, { today: '2027-01-04', holidays: noHolidays, roles: reader })
    return [goesOn.length, conference?.ballot?.names.length, conference?.presentations.length]
  }
  test('the secretary learns them when the meeting opens, the nominee when it is announced', () => {
    const convened = upTo('checkIn')
    for (const role of ['meetingSecretary', 'nominee'] as const) expect(namesSeenBy(convened, [role])).toEqual([0, 0, 0])
    expect(namesSeenBy(convened, ['hrOfficer'])).toEqual([1, 1, 1])
    const opened = upTo('openConference')
    expect(namesSeenBy(opened, ['meetingSecretary'])).toEqual([1, 1, 1])
    expect(namesSeenBy(opened, ['nominee'])).toEqual([0, 0, 0])
    expect(namesSeenBy(upTo('announceResult'), ['nominee'])).toEqual([1, 1, 1])
  })
  test('the committee learns them when its opinion is due, and no number', () => {
    const world: World = { live: null }
    for (const act of acts.slice(0, last?.to)) order(world, act)
    expect(namesSeenBy(world, ['partyOpinionGiver'])[0]).toBe(0)
    for (const act of acts.slice(last?.to, (last?.to ?? 0) + 1)) order(world, act)
    expect(namesSeenBy(world, ['partyOpinionGiver'])[0]).toBe(1)
    expect(namesSeenBy(world, ['nominee'])[0]).toBe(0)
  })
  test('the table of roles agrees with who may know a sealed result', () => {
    expect(roles.filter((role) => learnsWhoGoesOn[role] === 'atOnce')).toEqual(roles.filter((role) => mayKnowSealedResults.includes(role)))
  })
  test('while the case stands still, only orders that answer alike whatever the result', () => {
    const request = (kind: string): CaseCommand => CaseCommand.parse({ type: 'requestPaper', kind, day: '2026-10-01', details: {} })
    expect(mayAskWhileResting(request('conferenceMinutes'))).toBe(true)
    expect(mayAskWhileResting(request('submission'))).toBe(false)
    expect(mayAskWhileResting({ type: 'checkIn', personIds: [], way: 'inRoom' })).toBe(false)
  })
})

describe('showing a sealed result', () => {
  const sealedCase = () => {
    const play = approved('RB2026', { overlay: false })
    conference(play, 'leadershipOrientation', { list: ['a', 'b'] }, { votes: { A: 2, B: 2 }, invalid: 1 })
    conference(play, 'expandedNomination', { people: 24 }, { votes: { A: 20, B: 4 } })
    upToBallot(play, 'keyOfficialsConsultation', { people: 12 }).do('tk', { type: 'giveNomineeInformation', summary: 'Tóm tắt' })
    return count(issue(team(play, 12), 12), 12, { votes: { A: 12 } })
  }
  const conferenceId = 'key-officials-consultation-r1-a1'
  const ask: Loose = { type: 'askSealOpening', conferenceId, reason: 'báo cáo cấp có thẩm quyền' }
  const open: Loose = { type: 'openSeal', conferenceId }

  test('takes two people and a reason, and is on record', () => {
    const play = sealedCase()
    expect(play.try('hr', open)).toMatchObject({ refusal: { code: 'seal-opening-not-asked' } })
    play.do('hr', ask)
    expect(play.try('hr', open)).toMatchObject({ refusal: { code: 'same-person-opens-seal', by: 'hr' } })
    play.do('chu-toa', open)
    expect(play.facts.slice(-2).map(({ fact }) => fact)).toMatchObject([
      { type: 'sealOpeningAsked', conferenceId, reason: 'báo cáo cấp có thẩm quyền' },
      { type: 'sealOpened', conferenceId, reason: 'báo cáo cấp có thẩm quyền', askedBy: 'hr' },
    ])
    expect(play.try('chu-toa', open)).toMatchObject({ refusal: { code: 'seal-opening-not-asked' } })
  })
  test('is for those two and for thirty seconds', () => {
    const play = sealedCase().do('hr', ask).do('chu-toa', open)
    const { state } = play.case
    const at = (seconds: number) => new Date(Date.parse(play.now()) + seconds * 1000).toISOString()
    expect(['hr', 'chu-toa', 'tk'].map((by) => mayLook(state, conferenceId, by, at(30)))).toEqual([true, true, false])
    expect(mayLook(state, conferenceId, 'hr', at(31))).toBe(false)
    expect(mayLook(state, conferenceId, 'hr', at(-1))).toBe(false)
  })
  test('is refused where nothing is sealed', () => {
    const play = sealedCase()
    const announced = 'expanded-nomination-r1-a1'
    expect(play.try('hr', { ...ask, conferenceId: announced })).toMatchObject({ refusal: { code: 'no-sealed-result' } })
    expect(play.try('hr', { ...open, conferenceId: announced })).toMatchObject({ refusal: { code: 'no-sealed-result' } })
  })
  test('who asked and when it was shown stand in the view of those who may know, and of nobody else', () => {
    const play = sealedCase().do('hr', ask).do('chu-toa', open)
    const seen = (reader: Role) => caseView(play.case, { today: '2026-10-01', holidays: noHolidays, roles: [reader] }).conference
    expect(seen('hrOfficer')?.sealOpening).toMatchObject({ openings: [{ askedBy: 'hr', openedBy: 'chu-toa', reason: ask.reason }] })
    expect(seen('hrOfficer')).not.toHaveProperty('result')
    expect(seen('meetingSecretary')).not.toHaveProperty('sealOpening')
  })
  test('is replayed from the record', () => {
    const play = sealedCase().do('hr', ask).do('chu-toa', open)
    expect(replayCase(play.caseId, play.facts)?.state).toEqual(play.case.state)
    expect(OperatorId.parse(play.case.state.sealOpenings[0]?.askedBy)).toBe('hr')
  })
})
