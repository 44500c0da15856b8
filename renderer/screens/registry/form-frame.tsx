// The frame of a form of the registry: its boxes, what went wrong, the button that records, and a way out where the form was opened.
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Trouble } from '../../orders.ts'
import { TroubleBox } from '../../parts/trouble.tsx'

export function FormFrame(props: {
  /** What the button says. */
  readonly does: string
  readonly onSave: () => Promise<void>
  readonly isBusy: boolean
  readonly trouble: Trouble | null
  /** The main act of its sheet. */
  readonly isMain?: boolean
  readonly onLeave?: () => void
  readonly children: ReactNode
}) {
  const { t } = useTranslation()
  return (
    <div className="pad form">
      {props.children}
      <TroubleBox trouble={props.trouble} />
      <div className="row">
        <Button
          variant={props.isMain === true ? 'filled' : 'default'}
          aria-disabled={props.isBusy || undefined}
          onClick={() => void props.onSave()}
        >
          {props.does}
        </Button>
        {props.onLeave !== undefined && (
          <Button variant="subtle" onClick={props.onLeave}>
            {t('registry.leave')}
          </Button>
        )}
      </div>
    </div>
  )
}
