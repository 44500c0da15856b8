// An expected "no" on screen: what cannot be done with its numbers, the article, the next act. Amber, and spoken at once.
import type { ReactNode } from 'react'
import { useInSight } from '../in-sight.ts'

export function RefusalBox(props: { readonly sentence: string; readonly clause?: ReactNode; readonly children?: ReactNode }) {
  const place = useInSight(1)
  return (
    <div ref={place} className="refusal" role="alert">
      <p className="refusal-what">{props.sentence}</p>
      {props.clause}
      {props.children !== undefined && <div className="do">{props.children}</div>}
    </div>
  )
}
