// A sheet: white, hairline, its head a line of type on a strong rule. Nothing else on the desk has a background.
import { type ReactNode, useId } from 'react'

export function Sheet(props: {
  readonly title: ReactNode
  readonly sub?: ReactNode
  readonly end?: ReactNode
  readonly className?: string
  /** The work of the screen stands here: after an act the focus comes to this heading (`useFocusAfter`). */
  readonly isWork?: boolean
  readonly children: ReactNode
}) {
  const id = useId()
  return (
    <section className={props.className === undefined ? 'sheet' : `sheet ${props.className}`} aria-labelledby={id}>
      <div className="shead">
        <h2 id={id} tabIndex={props.isWork === true ? -1 : undefined} data-work={props.isWork === true ? '' : undefined}>
          {props.title}
        </h2>
        {props.sub !== undefined && <span className="sub">{props.sub}</span>}
        {props.end !== undefined && <span className="end">{props.end}</span>}
      </div>
      {props.children}
    </section>
  )
}
