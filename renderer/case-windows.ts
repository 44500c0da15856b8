// The list of cases as the screen holds it: how many there are, and those windows of it that came into sight. Searching is done behind the doorway.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { CaseLine, CasesView, Office } from '../workflows/office.ts'
import { casesInWindow } from '../workflows/procedure/cases-window.ts'
import { type CaseWish, firstWish, questionFor } from './case-wish.ts'
import { askOffice, type Trouble, troubleOf } from './orders.ts'

/** Rows asked for beyond those in sight, so that they are there before they are. */
const ahead = 50

export type CaseWindows = Head & {
  /** What the rows answer; what is being typed may be further on. */
  readonly wish: CaseWish
  /** Undefined for a row that has not come yet. */
  rowAt(index: number): CaseLine | undefined
  /** Asks for the rows around those in sight that have not come yet. */
  see(first: number, last: number): void
}

/** What every window of a list says of the whole list. */
type Head = Pick<CasesView, 'total' | 'found' | 'counts' | 'groups'>
type List = Head & { readonly wish: CaseWish; readonly pages: ReadonlyMap<number, CasesView> }

/** One state of the list: asked anew when the wish or a case changes. Answers to an older one are dropped. */
type Turn = { readonly wish: CaseWish; readonly asked: Set<number> }

const pagesOf = (first: number, last: number): number[] => {
  const from = Math.max(0, Math.floor(first / casesInWindow))
  return Array.from({ length: Math.max(0, Math.floor(last / casesInWindow) - from + 1) }, (_, index) => from + index)
}

/** `wish`: the same object as long as it is the same wish. */
export function useCaseWindows(office: Office, wish: CaseWish) {
  const [list, setList] = useState<List | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const turn = useRef<Turn>({ wish: firstWish, asked: new Set() })
  /** The turn on screen: until the next one is there, nothing more is asked for it. */
  const shown = useRef<Turn>(turn.current)
  const sight = useRef<readonly [first: number, last: number]>([0, 0])

  const ask = useCallback(
    async (mine: Turn, numbers: readonly number[]): Promise<ReadonlyMap<number, CasesView> | null> => {
      for (const page of numbers) mine.asked.add(page)
      const replies = await Promise.all(numbers.map((page) => askOffice(office, questionFor(mine.wish, page))))
      if (turn.current !== mine) return null
      const pages = new Map<number, CasesView>()
      for (const [index, reply] of replies.entries()) {
        if (reply.ok) pages.set(numbers[index] ?? 0, reply.value)
        else setTrouble(troubleOf(reply))
      }
      return pages
    },
    [office],
  )

  /** The old rows stand until the new ones are there: nothing flickers. */
  const renew = useCallback(
    async (numbers: readonly number[], next: CaseWish): Promise<void> => {
      const mine: Turn = { wish: next, asked: new Set() }
      turn.current = mine
      const pages = await ask(mine, numbers)
      const [first] = pages?.values() ?? []
      if (!pages || !first) return
      shown.current = mine
      const { total, found, counts, groups } = first
      setList({ wish: next, total, found, ...(counts && { counts }), ...(groups && { groups }), pages })
    },
    [ask],
  )

  useEffect(() => {
    sight.current = [0, 0]
    void renew([0], wish)
    const stop = office.onChange(() => void renew(pagesOf(...sight.current), wish))
    return () => {
      turn.current = { wish: firstWish, asked: new Set() }
      stop()
    }
  }, [office, renew, wish])

  const see = useCallback(
    async (first: number, last: number): Promise<void> => {
      sight.current = [first, last]
      const mine = turn.current
      if (shown.current !== mine) return
      const missing = pagesOf(first - ahead, last + ahead).filter((page) => !mine.asked.has(page))
      if (missing.length === 0) return
      const pages = await ask(mine, missing)
      if (pages) setList((before) => before && { ...before, pages: new Map([...before.pages, ...pages]) })
    },
    [ask],
  )

  const windows = useMemo<CaseWindows | null>(
    () =>
      list && {
        ...list,
        rowAt: (index) => list.pages.get(Math.floor(index / casesInWindow))?.rows[index % casesInWindow],
        see: (first, last) => void see(first, last),
      },
    [list, see],
  )
  return { windows, trouble }
}
