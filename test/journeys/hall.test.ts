// The room behind the doorway: everything the hall is ever told during whole meetings, and a timer that outlives the app.
import { describe, expect, test } from 'vitest'
import { PersonId } from '../../workflows/core/ids.ts'
import { HallView } from '../../workflows/room/hall-view.ts'
import type { RoomDeed } from '../../workflows/room/room.ts'
import { desks } from '../../workflows/sample/department.ts'
import { passphrase, testOffice, value } from './office.ts'
import { before, sampleOf, type Table, tableFor } from './play.ts'

const sample = sampleOf()
const inRoom = ({ office, caseId }: Table, deed: RoomDeed) => office.act({ act: 'inRoom', caseId, deed })

function listen({ office }: Table): (HallView | null)[] {
  const heard: (HallView | null)[] = []
  office.doorway.onHall((view) => heard.push(view === null ? null : HallView.parse(view)))
  return heard
}

describe('the hall', () => {
  test('is told nothing until somebody who runs the meeting turns it on, and goes dark with one key', async () => {
    const table = await tableFor(sample)
    const heard = listen(table)
    await table.play(before(sample, 'openConference'))
    expect(heard).toEqual([])
    await table.sitDown(desks.counter)
    expect(await inRoom(table, { do: 'showHall', isOn: true })).toMatchObject({ refusal: { code: 'role-may-not' } })
    expect(heard).toEqual([])
    await table.sitDown(desks.meeting)
    value(await inRoom(table, { do: 'showHall', isOn: true }))
    value(await inRoom(table, { do: 'coverHall', isCovered: true }))
    value(await inRoom(table, { do: 'coverHall', isCovered: false }))
    value(await inRoom(table, { do: 'showHall', isOn: false }))
    expect(heard.map((view) => view?.kind ?? 'dark')).toEqual(['meeting', 'cover', 'meeting', 'dark'])
    table.office.doorway.hallClosed()
    expect(value(await table.office.ask({ about: 'room', caseId: table.caseId })).hall).toBe('off')
  })

  test('over whole meetings hears no result before it is announced, and none that is not', async () => {
    const table = await tableFor(sample)
    const heard = listen(table)
    const upTo = sample.acts.findIndex(({ command }) => command.type === 'recordAct' && command.act === 'partyOpinion')
    const acts = sample.acts.slice(0, upTo)
    const lengths: [string, number][] = []
    for (const act of acts) {
      await table.play([act])
      if (act.command.type === 'openConference') {
        await table.sitDown(desks.meeting)
        value(await inRoom(table, { do: 'showHall', isOn: true }))
      }
      lengths.push([act.command.type, heard.length])
    }
    const views = heard.flatMap((view) => (view?.kind === 'meeting' ? [view] : []))
    expect(views.length).toBeGreaterThan(20)
    const announced = lengths.filter(([type]) => type === 'announceResult').length
    // Each announced result comes as one view, and goes with the next meeting.
    const firsts = views.filter((view, index) => view.result !== undefined && views[index - 1]?.result === undefined)
    expect(firsts).toHaveLength(announced)
    for (const [index, [type, count]] of lengths.entries()) {
      if (type !== 'announceResult') continue
      const earlier = heard[(lengths[index - 1]?.[1] ?? 1) - 1]
      expect(earlier?.kind === 'meeting' && earlier.result).toBe(undefined)
      const now = heard[count - 1]
      expect(now?.kind === 'meeting' && now.result?.people.length).toBeGreaterThan(0)
    }
    expect(views.at(-1)).toMatchObject({ words: 'Kết quả được báo cáo theo quy định.' })
    expect(views.at(-1)).not.toHaveProperty('result')
    expect(table.office.faults).toEqual([])
  })
})

test('a timer and the line of the chair are there again after the app was gone', async () => {
  const table = await tableFor(sample)
  await table.play(before(sample, 'presentActionProgram'))
  const personId = PersonId.parse(
    sample.acts.flatMap(({ command }) => (command.type === 'presentActionProgram' ? [command.personId] : []))[0],
  )
  await table.sitDown(desks.meeting)
  const started = value(await inRoom(table, { do: 'startTalk', personId })).room
  value(await inRoom(table, { do: 'say', said: 7 }))
  const { dataDir, file } = table.office
  await table.office.close()
  const again = await testOffice(started?.now ?? '', dataDir)
  value(await again.act({ act: 'openFile', file, passphrase }))
  value(await again.act({ act: 'startWork', operatorId: desks.meeting }))
  const room = value(await again.ask({ about: 'room', caseId: table.caseId }))
  expect(room).toMatchObject({
    talk: { personId, phase: 'talk', startedAt: started?.now },
    said: 7,
    hall: 'off',
  })
})
