// Empty: what will appear here, when, and one act.
import type { ReactNode } from 'react'

export function Empty(props: { readonly title: string; readonly text: string; readonly children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{props.title}</p>
      <p>{props.text}</p>
      {props.children}
    </div>
  )
}
