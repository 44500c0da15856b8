// The list of people as the screen holds it: how many there are, and those windows of it that came into sight. Searching is done behind the doorway.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { UnitId } from '../../../workflows/core/ids.ts'
import type { Office } from '../../../workflows/office.ts'
import { type PeopleView, type PersonLine, peopleInWindow, type QualityFigure } from '../../../workflows/registry/counter.ts'
import { askOffice, type Trouble, troubleOf } from '../../orders.ts'

export type PeopleAsked = {
  readonly day: string
  readonly search: string
  readonly unitId?: UnitId | undefined
  readonly below?: boolean | undefined
  readonly figure?: QualityFigure | undefined
}
export type PeopleWindows = {
  readonly search: string
  readonly found: number
  readonly isMore: boolean
  /** Undefined for a row that has not come yet. */
  rowAt(index: number): PersonLine | undefined
  see(first: number, last: number): void
}

type List = {
  readonly asked: string
  readonly search: string
  readonly found: number
  readonly isMore: boolean
  readonly pages: ReadonlyMap<number, PeopleView>
}

export function usePeopleWindows(office: Office, asked: PeopleAsked) {
  const [list, setList] = useState<List | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const { day, search, unitId, below = false, figure } = asked
  const key = JSON.stringify([day, search, unitId, below, figure])
  /** What is asked now; answers to anything else are dropped. */
  const now = useRef(key)
  const pending = useRef(new Set<number>())

  const load = useCallback(
    async (page: number, isFresh: boolean): Promise<void> => {
      if (!isFresh && pending.current.has(page)) return
      pending.current.add(page)
      const reply = await askOffice(office, {
        about: 'people',
        day,
        search,
        from: page * peopleInWindow,
        ...(unitId !== undefined && { unitId, below }),
        ...(figure !== undefined && { figure }),
      })
      if (now.current !== key) return
      setTrouble(reply.ok ? null : troubleOf(reply))
      if (!reply.ok) return
      const { found, isMore } = reply.value
      setList((before) => ({
        asked: key,
        search,
        found,
        isMore,
        // The old rows stand until the new ones are there: nothing flickers.
        pages: new Map([...(before?.asked === key && !isFresh ? before.pages : []), [page, reply.value]]),
      }))
    },
    [office, day, search, unitId, below, figure, key],
  )

  useEffect(() => {
    now.current = key
    pending.current = new Set()
    void load(0, true)
    return office.onChange(() => {
      pending.current = new Set()
      void load(0, true)
    })
  }, [office, key, load])

  const windows = useMemo<PeopleWindows | null>(
    () =>
      list && {
        search: list.search,
        found: list.found,
        isMore: list.isMore,
        rowAt: (index) => list.pages.get(Math.floor(index / peopleInWindow))?.rows[index % peopleInWindow],
        see(first, last) {
          if (list.asked !== key) return
          for (let page = Math.floor(first / peopleInWindow); page <= Math.floor(last / peopleInWindow); page++)
            if (!list.pages.has(page)) void load(page, false)
        },
      },
    [list, key, load],
  )
  return { windows, trouble }
}
