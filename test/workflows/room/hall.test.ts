// The hall screen cannot be told a secret: read over every moment of whole sample cases, and by the shape of what can pass.
import { describe, expect, test } from 'vitest'
import type { CountEntry } from '../../../workflows/conference/facts.ts'
import { follow, type LiveCase } from '../../../workflows/core/replay.ts'
import { decide } from '../../../workflows/procedure/decide.ts'
import { currentConference } from '../../../workflows/procedure/state.ts'
import { hallView } from '../../../workflows/room/hall.ts'
import { HallView } from '../../../workflows/room/hall-view.ts'
import { emptyRoom, roomAfter } from '../../../workflows/room/room.ts'
import { rulebookIds } from '../../../workflows/rulebooks/types.ts'
import { sampleAppointment } from '../../../workflows/sample/appointment.ts'
import type { SampleAct } from '../../../workflows/sample/script.ts'
import { sampleReappointment } from '../../support/sample-reappointment.ts'
import { tools } from '../sample/play.ts'

type Moment = { readonly live: LiveCase; readonly view: HallView; readonly isAnnounced: boolean }

/** Every view of the hall over a whole case, in both languages, with the timer running wherever somebody presents. */
function moments(acts: readonly SampleAct[], change: (entry: CountEntry) => CountEntry = (entry) => entry): Moment[] {
  let live: LiveCase | null = null
  const seen: Moment[] = []
  for (const { by, at, command } of acts) {
    const given = command.type === 'typeCount' ? { ...command, entry: change(command.entry) } : command
    // Slips under seal must be what was counted: of no interest here.
    if (command.type === 'sealBundle') continue
    const decided = decide(live, given, { at, by }, tools)
    if (!decided.ok) break // another road from here on
    for (const fact of decided.value) live = follow(live, { at, by, version: (live?.state.version ?? 0) + 1, fact }, 'c1')
    const conference = live && currentConference(live.state)
    if (!live || !conference) continue
    for (const language of ['vi', 'en'] as const) {
      const quiet = roomAfter(emptyRoom(conference.conferenceId), { do: 'speak', language }, at)
      const first = live.state.nominees[0]?.personId
      const room = first === undefined ? quiet : roomAfter(quiet, { do: 'startTalk', personId: first }, at)
      const view = hallView(live.state, conference, room, false, at)
      seen.push({ live, view, isAnnounced: conference.announcedAt !== undefined })
    }
  }
  return seen
}

const cases = rulebookIds.flatMap((rulebook) => [
  { name: `appointment under ${rulebook}`, acts: sampleAppointment({ rulebook, overlay: true }).acts },
  { name: `reappointment under ${rulebook}`, acts: sampleReappointment({ rulebook }).acts },
])

/** All for nobody, so that nothing of the true count is left. */
const nobody = ({ votes, ballotsValid, ballotsInvalid, ...entry }: CountEntry): CountEntry => {
  const all = ballotsValid + ballotsInvalid
  const { invalidReasons: _, agree, disagree: _d, noOpinion: _n, ...rest } = entry
  if (agree !== undefined) return { ...rest, ballotsValid: all, ballotsInvalid: 0, agree: 0, disagree: all }
  return { ...rest, ballotsValid: 0, ballotsInvalid: all, votes: Object.fromEntries(Object.keys(votes ?? {}).map((name) => [name, 0])) }
}

describe.each(cases)('$name', ({ acts }) => {
  const all = moments(acts)
  test('what the hall is told until a result is announced does not depend on the count', () => {
    const otherwise = moments(acts, nobody)
    const until = all.findIndex(({ isAnnounced }) => isAnnounced)
    // Where nobody is chosen the case may stop at a sealed ballot: what is compared ends there.
    const compared = Math.min(until < 0 ? all.length : until, otherwise.length)
    expect(compared).toBeGreaterThan(20)
    expect(otherwise.slice(0, compared).map(({ view }) => view)).toEqual(all.slice(0, compared).map(({ view }) => view))
  })
  test('a result stands there only where it was announced, and with the numbers that were', () => {
    const shown = all.flatMap(({ view, ...moment }) => (view.kind === 'meeting' && view.result ? [{ ...moment, view: view.result }] : []))
    expect(shown.length > 0).toBe(all.some(({ isAnnounced }) => isAnnounced))
    for (const { live, view, isAnnounced } of shown) {
      expect(isAnnounced).toBe(true)
      const judged = currentConference(live.state)?.counts.at(-1)?.judged
      expect(view.people.map(({ percent }) => percent).sort()).toEqual(Object.values(judged?.output.percent ?? {}).sort())
    }
  })
  test('a sealed ballot is reported as the rule says, and no more', () => {
    const sealed = all.filter(({ live }) => currentConference(live.state)?.counts.at(-1)?.judged.output.announced === false)
    expect(sealed.length).toBeGreaterThan(0)
    const vi = sealed.flatMap(({ view }) => (view.kind === 'meeting' && view.lang === 'vi' ? [view.words] : []))
    expect(new Set(vi)).toEqual(new Set(['Kết quả được báo cáo theo quy định.']))
  })
  test('nobody absent is named, and nothing of drafts, gates, orders or other clocks', () => {
    for (const { live, view } of all) {
      const conference = currentConference(live.state)
      const said = JSON.stringify(view)
      const nominees = new Set<string>(live.state.nominees.map(({ name }) => name))
      const away =
        conference?.list.filter(({ personId, name }) => conference.attendance[personId]?.status !== 'present' && !nominees.has(name)) ?? []
      expect(away.filter(({ name }) => said.includes(name)).map(({ name }) => name)).toEqual([])
      expect(said).not.toMatch(/personId|caseId|sha256|\d{12}|conditions|nextActs/)
    }
  })
  test('nothing stands there that would not fit a hall: seven lines of agenda, eighty syllables', () => {
    for (const { view } of all) {
      if (view.kind !== 'meeting') continue
      expect(view.agenda.length).toBeLessThanOrEqual(7)
      const agenda = view.result === undefined ? view.agenda.map(({ text }) => text) : []
      const words = [
        view.act,
        view.words ?? '',
        view.speaker?.name ?? '',
        view.speaker?.position ?? '',
        view.result?.sentence ?? '',
        ...agenda,
      ]
      expect(words.join(' ').split(/\s+/).filter(Boolean).length).toBeLessThanOrEqual(80)
    }
  })
})

test('covered, it is the title page alone', () => {
  const [last] = moments(sampleAppointment({ rulebook: 'RB2026', overlay: true }).acts).slice(-1)
  const conference = last && currentConference(last.live.state)
  if (!last || !conference) throw new Error('no meeting')
  const view = hallView(last.live.state, conference, emptyRoom(conference.conferenceId), true, '2026-09-15T08:00:00+07:00')
  expect(Object.keys(view).sort()).toEqual(['day', 'kind', 'lang', 'meeting', 'organisation', 'sample', 'subject'])
})

test('in a rehearsal every view of the hall says so, covered or not, and not that the data are a sample', () => {
  const { acts } = sampleAppointment({ rulebook: 'RB2026', overlay: true })
  const rehearsed = acts.map((act) =>
    act.command.type === 'openCase'
      ? { ...act, command: { ...act.command, opening: { ...act.command.opening, rehearsal: true as const } } }
      : act,
  )
  const all = moments(rehearsed)
  expect(all.length).toBeGreaterThan(40)
  const marks = { vi: 'DIỄN TẬP', en: 'REHEARSAL' }
  for (const { live, view } of all) {
    expect(view.sample).toBe(marks[view.lang])
    const conference = currentConference(live.state)
    if (conference)
      expect(hallView(live.state, conference, emptyRoom(conference.conferenceId), true, '2026-09-15T08:00:00+07:00').sample).toBe(marks.vi)
  }
})

test('a field that does not belong there is refused by the shape itself', () => {
  const cover = { kind: 'cover', lang: 'vi', organisation: 'Sở Mẫu', meeting: 'Hội nghị', subject: 'nhân sự', day: 'hôm nay' }
  expect(HallView.safeParse(cover).success).toBe(true)
  for (const extra of [{ result: {} }, { typed: {} }, { attendance: [] }, { votes: { A: 1 } }])
    expect(HallView.safeParse({ ...cover, ...extra }).success).toBe(false)
})
