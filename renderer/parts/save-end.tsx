// The end of a form that saves files: what came in the way, the button, and what was saved.
import { Button } from '@mantine/core'
import type { Trouble } from '../orders.ts'
import { TroubleBox } from './trouble.tsx'

export function SaveEnd(props: {
  readonly trouble: Trouble | null
  readonly isBusy: boolean
  readonly label: string
  readonly onSave: () => void
  /** Null until something was saved. */
  readonly done: string | null
}) {
  return (
    <>
      <TroubleBox trouble={props.trouble} />
      <div>
        <Button variant="default" aria-disabled={props.isBusy || undefined} onClick={props.onSave}>
          {props.label}
        </Button>
      </div>
      {props.done !== null && (
        <p className="note passed" role="status">
          {props.done}
        </p>
      )}
    </>
  )
}
