// The room as the screen holds it: the timer, the notes, the line the chair stands at, the hall. Every deed goes to the shell, which keeps it.
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { CaseId } from '../../../workflows/core/ids.ts'
import type { RoomDeed, RoomView } from '../../../workflows/room/room.ts'
import { useCase } from '../../case-desk.tsx'
import { useDesk } from '../../desk.tsx'
import { askOffice } from '../../orders.ts'
import { useWording } from '../../wording.ts'

export type RoomDesk = {
  /** Null for whoever does not run the meeting. */
  readonly room: RoomView | null
  readonly does: (deed: RoomDeed) => Promise<RoomView | null>
  /** The shell's clock now, in milliseconds since 1970: the room has one clock, wherever the screen stands. */
  readonly now: () => number
}

const RoomContext = createContext<RoomDesk>({ room: null, does: async () => null, now: () => Date.now() })

export const useRoom = (): RoomDesk => useContext(RoomContext)

type Told = { readonly view: RoomView; readonly at: number }

export function RoomProvider(props: { readonly children: ReactNode }) {
  const { office } = useDesk()
  const { view } = useCase()
  const { language } = useWording()
  const caseId = useMemo(() => CaseId.parse(view.caseId), [view.caseId])
  const [told, setTold] = useState<Told | null>(null)
  const latest = useRef(told)
  latest.current = told
  const hear = useCallback((room: RoomView) => setTold({ view: room, at: performance.now() }), [])
  const load = useCallback(async () => {
    const reply = await askOffice(office, { about: 'room', caseId })
    if (reply.ok) hear(reply.value)
  }, [office, caseId, hear])
  // An order can end a talk or the whole meeting: the room is asked again with every version of the case.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version is the reason to ask
  useEffect(() => {
    void load()
  }, [load, view.version])
  useEffect(() => office.onChange((change) => change.stream === 'hall' && void load()), [office, load])
  const does = useCallback(
    async (deed: RoomDeed): Promise<RoomView | null> => {
      const reply = await office.dispatch({ to: 'shell', act: { act: 'inRoom', caseId, deed } }).catch(() => null)
      if (reply?.ok !== true || reply.value.room === undefined) return null
      hear(reply.value.room)
      return reply.value.room
    },
    [office, caseId, hear],
  )
  const spoken = told?.view.language
  useEffect(() => {
    if (spoken !== undefined && spoken !== language) void does({ do: 'speak', language })
  }, [spoken, language, does])
  const now = useCallback(() => {
    const last = latest.current
    return last === null ? Date.now() : Date.parse(last.view.now) + performance.now() - last.at
  }, [])
  const desk = useMemo<RoomDesk>(() => ({ room: told?.view ?? null, does, now }), [told, does, now])
  return <RoomContext.Provider value={desk}>{props.children}</RoomContext.Provider>
}

/** Draws again four times a second while something on screen counts. */
export function useTicking(isTicking: boolean): void {
  const [, tick] = useState(0)
  useEffect(() => {
    if (!isTicking) return
    const timer = setInterval(() => tick((count) => count + 1), 250)
    return () => clearInterval(timer)
  }, [isTicking])
}
