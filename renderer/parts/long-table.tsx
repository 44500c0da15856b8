// A long list as a real table, in groups or not: only the rows in sight are drawn, only those near it are asked for, arrows walk through all.
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { rowHeightOf, useSettings } from '../settings.ts'

const rowHeight = 49
const groupHeight = 28

/** So many rows follow under this head. */
export type Group = { readonly key: string; readonly count: number; readonly title: ReactNode }
/** Where a row stands, and whether the keyboard is there. `item` counts the heads of groups too, from 0. */
export type RowPlace = { readonly row: number; readonly item: number; readonly isHere: boolean; readonly onFocus: (row: number) => void }

type Head = { readonly group: Group; readonly item: number }

/** Heads and rows in one run of items: where a row stands, and what stands at a place. */
function itemsOf(found: number, groups: readonly Group[]) {
  const heads: Head[] = []
  let item = 0
  for (const group of groups) {
    heads.push({ group, item })
    item += group.count + 1
  }
  const headsUpTo = (place: number, isAt: (head: Head) => number) => heads.filter((head) => isAt(head) <= place).length
  return {
    count: found + heads.length,
    headAt: (index: number): Head | undefined => heads.find((one) => one.item === index),
    /** The row there, or the first one under the head there. */
    rowNear: (index: number): number => index - heads.filter((head) => head.item < index).length,
    /** Rows before a head: its place less the heads before it. */
    ofRow: (row: number): number => row + headsUpTo(row, (one) => one.item - heads.indexOf(one)),
  }
}

const ungrouped: readonly Group[] = []

export function LongTable(props: {
  readonly label: string
  /** Titles of the columns, each with the class that says how wide it is, if not as wide as is left. */
  readonly columns: readonly { readonly title: string; readonly className?: string }[]
  /** Rows of the whole list, seen or not. */
  readonly found: number
  readonly groups?: readonly Group[]
  /** What was searched for: another search begins at the top. */
  readonly wish: unknown
  /** Which rows are in sight. */
  readonly see: (first: number, last: number) => void
  /** A row as `tr.case-row` with one button of class `case-open`; undefined while it is still on its way. */
  readonly draw: (place: RowPlace) => ReactNode | undefined
  /** A key the table has no use for, and the row where it was pressed. */
  readonly onKey?: (event: KeyboardEvent, row: number) => void
  /** How many there are, in words. */
  readonly count: string
}) {
  const { found, groups = ungrouped, wish, see, columns } = props
  const settings = useSettings()
  const height = rowHeightOf(rowHeight, settings)
  const headHeight = rowHeightOf(groupHeight, settings)
  const scroller = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(0)
  const here = Math.min(at, Math.max(found - 1, 0))
  const items = useMemo(() => itemsOf(found, groups), [found, groups])
  // The rows in sight first; those around them when they stand.
  const [isSettled, setSettled] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), 200)
    return () => clearTimeout(timer)
  }, [])
  const rows = useVirtualizer({
    count: items.count,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (items.headAt(index) === undefined ? height : headHeight),
    overscan: isSettled ? 8 : 0,
    initialRect: { width: 1000, height: 600 },
  })
  const drawn = rows.getVirtualItems()
  const above = drawn[0]?.start ?? 0
  const below = rows.getTotalSize() - (drawn.at(-1)?.end ?? 0)
  const first = items.rowNear(drawn[0]?.index ?? 0)
  const last = items.rowNear(drawn.at(-1)?.index ?? 0)
  useEffect(() => see(first, last), [see, first, last])
  // Heads are lower than rows, and both grow with the text: another grouping, another size is measured anew.
  const measured = useRef({ items, height })
  useEffect(() => {
    if (measured.current.items === items && measured.current.height === height) return
    measured.current = { items, height }
    rows.measure()
  }, [items, height, rows])

  const searched = useRef(wish)
  useEffect(() => {
    if (searched.current === wish) return
    searched.current = wish
    setAt(0)
    scroller.current?.scrollTo({ top: 0 })
  }, [wish])

  /** The row the keyboard went to: it takes the focus once it is there; until then the list itself holds it, so that no key is lost. */
  const wanted = useRef<number | null>(null)
  useEffect(() => {
    if (wanted.current === null) return
    const row = scroller.current?.querySelector<HTMLElement>(`[data-row="${wanted.current}"]`)
    const holder = row ?? scroller.current
    holder?.focus({ preventScroll: true })
    if (row) wanted.current = null
  })
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: here + 1,
      ArrowUp: here - 1,
      PageDown: here + 10,
      PageUp: here - 10,
      Home: 0,
      End: found - 1,
    }
    const to = steps[event.code]
    if (to === undefined) return props.onKey?.(event, here)
    event.preventDefault()
    const next = Math.min(Math.max(to, 0), found - 1)
    wanted.current = next
    setAt(next)
    rows.scrollToIndex(next === 0 ? 0 : items.ofRow(next))
  }
  const heights = { '--row': `${height}px`, '--head': `${headHeight}px` } as React.CSSProperties
  return (
    <section className="sheet case-table" aria-label={props.label}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the buttons in the rows; they bubble here so that a row still on its way loses none */}
      <div className="case-scroll" ref={scroller} tabIndex={-1} onKeyDown={onKey} style={heights}>
        <table className="table" aria-rowcount={items.count + 1}>
          <colgroup>
            {columns.map(({ title, className }) => (
              <col key={title} className={className} />
            ))}
          </colgroup>
          <thead>
            <tr aria-rowindex={1}>
              {columns.map(({ title }) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {above > 0 && <Spacer height={above} columns={columns.length} />}
            {drawn.map(({ index: item }) => {
              const head = items.headAt(item)
              if (head !== undefined)
                return (
                  <tr key={head.group.key} className={`case-group ${head.group.key}`} aria-rowindex={item + 2}>
                    <th scope="colgroup" colSpan={columns.length}>
                      {head.group.title} <span>{head.group.count}</span>
                    </th>
                  </tr>
                )
              const row = items.rowNear(item)
              return (
                props.draw({ row, item, isHere: row === here, onFocus: setAt }) ?? (
                  <tr key={item} className="case-row" aria-rowindex={item + 2} aria-busy="true">
                    <td colSpan={columns.length} />
                  </tr>
                )
              )
            })}
            {below > 0 && <Spacer height={below} columns={columns.length} />}
          </tbody>
        </table>
      </div>
      <p className="xs t2 case-count" role="status">
        {props.count}
      </p>
    </section>
  )
}

/** Stands for the rows that are not drawn. */
function Spacer(props: { readonly height: number; readonly columns: number }) {
  return (
    <tr>
      <td colSpan={props.columns} style={{ height: props.height, padding: 0 }} />
    </tr>
  )
}
