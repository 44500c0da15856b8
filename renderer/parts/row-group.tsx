// Rows of a table that belong together, under a head of their own; what needs nobody any more may start folded.
import { type ReactNode, useState } from 'react'

export function RowGroup(props: {
  /** With its count. */
  readonly title: string
  /** What the rows speak of, said in a line while they are folded. */
  readonly brief?: string
  readonly columns: number
  /** Folded until somebody opens it. */
  readonly isFolded?: boolean
  readonly children: ReactNode
}) {
  const { title, isFolded = false } = props
  const [isOpen, setOpen] = useState(!isFolded)
  return (
    <tbody>
      <tr className="row-group">
        <th colSpan={props.columns} scope="rowgroup">
          {isFolded ? (
            <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              <span className="row-fold">{title}</span>
            </button>
          ) : (
            title
          )}
          {!isOpen && props.brief !== undefined && <p>{props.brief}</p>}
        </th>
      </tr>
      {isOpen && props.children}
    </tbody>
  )
}
