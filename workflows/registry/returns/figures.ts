// The figures of any return as one shape: rows of units under columns that say how they hold together; counted, and held against their own sums.

/** `total`: how many there are. `within`: no more than the total. `free`: stands beside it. Else the name of a part whose columns add up to the total. */
export type FigureRole = 'total' | 'within' | 'free' | `part:${string}`
export type FigureColumn = { readonly head: string; readonly role: FigureRole }
export type FigureRow = { readonly unit: string; readonly figures: readonly number[] }
export type Figures = {
  readonly columns: readonly FigureColumn[]
  readonly rows: readonly FigureRow[]
  /** Each counted once, whatever the rows add up to. */
  readonly all: readonly number[]
}

/** `unit`: `*` for the row of totals. */
export type ReturnFault =
  | {
      readonly code: 'column-exceeds-total'
      readonly unit: string
      readonly column: string
      readonly count: number
      readonly total: number
    }
  | { readonly code: 'part-differs-from-total'; readonly unit: string; readonly part: string; readonly sum: number; readonly total: number }
  | { readonly code: 'column-differs-from-rows'; readonly column: string; readonly sum: number; readonly total: number }
  | { readonly code: 'list-differs-from-total'; readonly listed: number; readonly total: number }

/** A column of a count: what of the things counted stands under it. */
export type Counting<T> = FigureColumn & { readonly holds: (one: T) => boolean }
/** `units`: in the row of each of them; in the row `''` when there is none. */
export type Counted<T> = { readonly units: readonly string[]; readonly of: T }

/** A body, then its divisions: `Phòng Tổ chức cán bộ, Sở Nội vụ` stands after `Sở Nội vụ`. */
export function compareUnits(one: string, other: string): number {
  const [a, b] = [one, other].map((unit) => unit.split(', ').reverse())
  for (let at = 0; a?.[at] !== undefined || b?.[at] !== undefined; at++) {
    const [left, right] = [a?.[at] ?? '', b?.[at] ?? '']
    if (left !== right) return left < right ? -1 : 1
  }
  return 0
}

export function countFigures<T>(counted: readonly Counted<T>[], columns: readonly Counting<T>[]): Figures {
  const byUnit = new Map<string, T[]>()
  for (const { units, of } of counted) {
    for (const unit of units.length === 0 ? [''] : new Set(units)) {
      const found = byUnit.get(unit)
      if (found === undefined) byUnit.set(unit, [of])
      else found.push(of)
    }
  }
  const line = (things: readonly T[]): readonly number[] => columns.map(({ holds }) => things.filter(holds).length)
  return {
    columns: columns.map(({ head, role }) => ({ head, role })),
    rows: [...byUnit].sort(([one], [other]) => compareUnits(one, other)).map(([unit, things]) => ({ unit, figures: line(things) })),
    all: line(counted.map(({ of }) => of)),
  }
}

/**
 * programme.md 14: what is within the total is no more than it, the columns of a part add up to it, and no row and no sum of rows contradicts
 * the line of totals. Asked of our own figures before they are written and of those that come from below.
 * @param listed lines of the list beside the figures; left out where the list shows more than is counted (BC-10: who left)
 */
export function figureFaults({ columns, rows, all }: Figures, listed: number | undefined): readonly ReturnFault[] {
  const totalAt = columns.findIndex(({ role }) => role === 'total')
  const total = all[totalAt] ?? 0
  const parts = [...new Set(columns.map(({ role }) => role).filter((role) => role.startsWith('part:')))]
  const inLine = (unit: string, figures: readonly number[]): readonly ReturnFault[] => {
    const inAll = figures[totalAt] ?? 0
    return [
      ...columns.flatMap(({ head, role }, at): ReturnFault[] =>
        role === 'within' && (figures[at] ?? 0) > inAll
          ? [{ code: 'column-exceeds-total', unit, column: head, count: figures[at] ?? 0, total: inAll }]
          : [],
      ),
      ...parts.flatMap((part): ReturnFault[] => {
        const sum = columns.reduce((so, { role }, at) => so + (role === part ? (figures[at] ?? 0) : 0), 0)
        return sum === inAll ? [] : [{ code: 'part-differs-from-total', unit, part: part.slice(5), sum, total: inAll }]
      }),
    ]
  }
  const acrossRows = columns.flatMap(({ head }, at): ReturnFault[] => {
    const of = rows.map(({ figures }) => figures[at] ?? 0)
    const sum = of.reduce((so, one) => so + one, 0)
    const inAll = all[at] ?? 0
    // Whoever stands in several rows makes their sum larger than the total, never smaller; and no row alone is larger than all.
    return of.every((one) => one <= inAll) && inAll <= sum ? [] : [{ code: 'column-differs-from-rows', column: head, sum, total: inAll }]
  })
  return [
    ...rows.flatMap(({ unit, figures }) => inLine(unit, figures)),
    ...inLine('*', all),
    ...acrossRows,
    ...(listed === undefined || listed === total ? [] : [{ code: 'list-differs-from-total', listed, total } as const]),
  ]
}
