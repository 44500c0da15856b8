// The timer of the room, and the chair's words made from the meeting.
import { describe, expect, test } from 'vitest'
import { conferenceView } from '../../../workflows/conference/view.ts'
import { PersonId } from '../../../workflows/core/ids.ts'
import type { AgendaKey } from '../../../workflows/procedure/case-view.ts'
import { emptyRoom, Room, type RoomDeed, ranAt, roomAfter } from '../../../workflows/room/room.ts'
import { chairScript, firstLine, type ScriptLine, scriptCodes } from '../../../workflows/room/script.ts'
import { scriptSentence } from '../../../workflows/wording/script-words.ts'
import { knows, speakers } from '../conference/rooms.ts'

const who = PersonId.parse('a')
const at = (seconds: number) =>
  `${new Date(Date.parse('2026-09-15T01:00:00Z') + 7 * 3_600_000 + seconds * 1000).toISOString().slice(0, 19)}+07:00`
const played = (deeds: readonly (readonly [RoomDeed, number])[]): Room =>
  deeds.reduce((room, [deed, seconds]) => roomAfter(room, deed, at(seconds)), emptyRoom('m-1'))
const start: RoomDeed = { do: 'startTalk', personId: who }

describe('the timer', () => {
  test('runs from the start by the clock of the shell, so that a reload changes nothing', () => {
    const { talk } = played([[start, 0]])
    expect(talk).toEqual({ personId: who, phase: 'talk', startedAt: at(0), ran: 0, since: at(0) })
    expect(talk && ranAt(talk, at(408))).toBe(408_000)
    expect(Room.parse(JSON.parse(JSON.stringify(played([[start, 0]]))))).toEqual(played([[start, 0]]))
  })
  test('stands still while it is stopped, and goes on where it stood', () => {
    const stopped = played([
      [start, 0],
      [{ do: 'toggleTimer' }, 100],
    ])
    expect(stopped.talk && ranAt(stopped.talk, at(500))).toBe(100_000)
    const again = roomAfter(stopped, { do: 'toggleTimer' }, at(500))
    expect(again.talk && ranAt(again.talk, at(530))).toBe(130_000)
  })
  test('questions begin at zero when the talk ends; when they end it runs no more, whatever key is pressed', () => {
    const asking = played([
      [start, 0],
      [{ do: 'endPhase' }, 600],
    ])
    expect(asking.talk).toEqual({ personId: who, phase: 'questions', startedAt: at(0), talkEndedAt: at(600), ran: 0, since: at(600) })
    const over = roomAfter(asking, { do: 'endPhase' }, at(1000))
    expect(over.talk).toEqual({ personId: who, phase: 'over', startedAt: at(0), talkEndedAt: at(600), ran: 400_000 })
    for (const deed of [{ do: 'endPhase' }, { do: 'toggleTimer' }] as const) expect(roomAfter(over, deed, at(2000)).talk?.ran).toBe(400_000)
  })
  test('a clock that goes back takes nothing away', () => {
    const { talk } = played([[start, 100]])
    expect(talk && ranAt(talk, at(0))).toBe(0)
  })
  test('without a speaker no key does anything; timing anew forgets', () => {
    for (const deed of [{ do: 'toggleTimer' }, { do: 'endPhase' }] as const) expect(played([[deed, 0]])).not.toHaveProperty('talk')
    expect(
      played([
        [start, 0],
        [{ do: 'dropTalk' }, 5],
      ]),
    ).not.toHaveProperty('talk')
  })
  test('the line of the chair and the language are kept beside it', () => {
    const room = played([
      [start, 0],
      [{ do: 'say', said: 4 }, 2],
      [{ do: 'speak', language: 'en' }, 3],
    ])
    expect(room).toMatchObject({ said: 4, language: 'en', talk: { personId: who } })
  })
})

describe('the words of the chair', () => {
  const script = (): readonly ScriptLine[] => {
    const { state } = speakers().case
    const held = state.conferences.at(-1)
    if (!held) throw new Error('no meeting')
    return chairScript(conferenceView(state, held, knows(false)), { post: 'Phó Giám đốc', seats: 1, talkMinutes: 10, questionMinutes: 10 })
  }
  test('stand in the order of the meeting, name by name', () => {
    expect(script().map(({ at: part, code }) => `${part} ${code}`)).toEqual([
      'opening open',
      'opening readList',
      'opening rollPresent',
      'purpose purpose',
      'purpose purposeWait',
      ...['a', 'b'].flatMap(() => ['invite', 'talkWait', 'questions', 'thanks'].map((code) => `actionPrograms ${code}`)),
      'countingTeam team',
      'countingTeam teamHands',
      'countingTeam teamWait',
      ...['slipRule', 'slipMarks', 'boxCheck', 'issueWait', 'vote', 'collect'].map((code) => `ballots ${code}`),
      'count count',
      'count countWait',
      'result toRead',
      'minutes minutes',
      'minutes close',
    ])
    expect(
      script()
        .filter(({ kind }) => kind === 'wait')
        .map(({ code }) => code),
    ).toContain('talkWait')
  })
  test('begin with the part at hand, and among action programs with whoever speaks next', () => {
    const presentations = (presented: readonly boolean[]) => ({
      presentations: presented.map((isPresented, index) => ({ name: `Người ${index === 0 ? 'A' : 'B'}`, isPresented })) as never,
    })
    const lines = script()
    const at = (part: AgendaKey, presented: readonly boolean[]) => {
      const line = lines[firstLine(lines, part, presentations(presented))]
      return `${line?.code} ${line?.numbers.name ?? ''}`
    }
    expect(at('actionPrograms', [false, false])).toBe('invite Người A')
    expect(at('actionPrograms', [true, false])).toBe('invite Người B')
    expect(at('countingTeam', [true, true])).toBe('team ')
    expect(firstLine(lines, 'nomineeInformation', presentations([]))).toBe(-1)
  })
  test('are whole sentences in both languages, with the names and numbers of the case', () => {
    const invite = script().find(({ code }) => code === 'invite')
    expect(invite && scriptSentence(invite, 'vi')).toBe(
      'Mời đồng chí Người A trình bày chương trình hành động, thời gian không quá 10 phút.',
    )
    for (const code of scriptCodes) {
      const numbers = {
        name: 'An',
        meeting: 'Hội nghị',
        post: 'Phó Giám đốc',
        seats: 1,
        minutes: 10,
        size: 3,
        present: 4,
        convened: 5,
        missing: 1,
        issued: 4,
      }
      const line: ScriptLine = { key: code, at: 'opening', kind: 'say', code, numbers }
      const [vi, en] = [scriptSentence(line, 'vi'), scriptSentence(line, 'en')]
      expect([vi, en].every((text) => text.endsWith('.') && !/undefined|\{\{/.test(text))).toBe(true)
      expect(vi).not.toBe(en)
      expect(vi).toBe(vi.normalize('NFC'))
    }
  })
  test('tell nothing of a result: its words stand in its own part', () => {
    expect(script().filter(({ at: part }) => part === 'result')).toMatchObject([{ kind: 'wait', code: 'toRead', numbers: {} }])
  })
})
