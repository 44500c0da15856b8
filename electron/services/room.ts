// The room while a meeting is held: its timer kept as a draft, its hall screen told after every change. No fact is made here.
import { ok, type Result, refuse } from '../../workflows/core/result.ts'
import type { Refusal } from '../../workflows/office.ts'
import { type CaseState, currentConference } from '../../workflows/procedure/state.ts'
import { mayRunRoom } from '../../workflows/roles.ts'
import { hallView } from '../../workflows/room/hall.ts'
import type { HallView } from '../../workflows/room/hall-view.ts'
import { emptyRoom, Room, type RoomDeed, type RoomView, roomAfter } from '../../workflows/room/room.ts'
import { mustBeAllowed } from './at-work.ts'
import type { OpenFile } from './open-file.ts'
import type { Services } from './services.ts'

/** Which case the hall is shown, as long as this process lives: after a start the hall is dark until somebody asks. */
export type HallHolder = { caseId: string | null; isCovered: boolean }

const keyOf = (caseId: string) => `room/${caseId}`

/** Only of the meeting that is held now: a draft of an older one, or one that cannot be read, is as good as none. */
function roomOf(open: OpenFile, state: CaseState): Room | undefined {
  const conference = currentConference(state)
  if (conference === undefined) return undefined
  const kept = open.archive.drafts.get(keyOf(state.caseId))
  const parsed = kept === undefined ? undefined : Room.safeParse(JSON.parse(kept.value))
  const room = parsed?.success && parsed.data.conferenceId === conference.conferenceId ? parsed.data : emptyRoom(conference.conferenceId)
  const isDone = conference.presentations.some(({ personId }) => personId === room.talk?.personId)
  return isDone ? roomAfter(room, { do: 'dropTalk' }, conference.convened.plannedAt) : room
}

const viewOf = ({ clock, hall }: Services, caseId: string, room: Room): RoomView => ({
  ...room,
  now: clock(),
  hall: hall.caseId !== caseId ? 'off' : hall.isCovered ? 'covered' : 'on',
})

export function roomView(services: Services, open: OpenFile, caseId: string): Result<RoomView, Refusal> {
  const allowed = mustBeAllowed(open.operator(), 'inRoom', mayRunRoom)
  if (!allowed.ok) return allowed
  const state = open.cases.get(caseId)?.state
  const room = state && roomOf(open, state)
  return room ? ok(viewOf(services, caseId, room)) : refuse({ code: 'no-meeting-here', caseId })
}

export function doInRoom(services: Services, open: OpenFile, caseId: string, deed: RoomDeed): Result<RoomView, Refusal> {
  const now = roomView(services, open, caseId)
  if (!now.ok) return now
  const { now: _n, hall: _h, ...room } = now.value
  const { hall, clock } = services
  if (deed.do === 'showHall') {
    if (deed.isOn) Object.assign(hall, { caseId, isCovered: hall.caseId === caseId && hall.isCovered })
    else Object.assign(hall, { caseId: null, isCovered: false })
  } else if (deed.do === 'coverHall') hall.isCovered = deed.isCovered
  else {
    const next = roomAfter(room, deed, clock())
    open.archive.drafts.put({ key: keyOf(caseId), value: JSON.stringify(next), updated: clock() })
    return ok(viewOf(services, caseId, next))
  }
  return ok(viewOf(services, caseId, room))
}

/** What the hall is shown now; null while it is dark. */
export function hallNow({ hall, clock }: Services, open: OpenFile | null): HallView | null {
  const state = hall.caseId === null ? undefined : open?.cases.get(hall.caseId)?.state
  const conference = state && currentConference(state)
  const room = open && state && roomOf(open, state)
  return conference && room ? hallView(state, conference, room, hall.isCovered, clock()) : null
}
