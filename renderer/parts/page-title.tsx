// The heading of a screen. A new screen puts the focus here, so that a screen reader says where one is.
import { type ReactNode, useEffect, useRef } from 'react'

export function PageTitle(props: { readonly children: ReactNode; readonly isHidden?: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [])
  return (
    <h1 ref={heading} tabIndex={-1} id="screen" className={props.isHidden === true ? 'hid' : undefined}>
      {props.children}
    </h1>
  )
}
