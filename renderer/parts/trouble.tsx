// The answer "no" to an order, wherever it was given: a refusal in amber, or a fault with its code.
import { Button } from '@mantine/core'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { Trouble } from '../orders.ts'
import { useWording } from '../wording.ts'
import { FaultBox } from './fault-box.tsx'
import { RefusalBox } from './refusal-box.tsx'

type Props = { readonly trouble: Trouble | null; readonly onReload?: () => void }

/** Waits by itself where the sentences are not read yet: the screen around it stays. */
export function TroubleBox(props: Props) {
  return (
    <Suspense fallback={null}>
      <Told {...props} />
    </Suspense>
  )
}

function Told(props: Props) {
  const { t } = useTranslation()
  const say = useWording()
  if (props.trouble === null) return null
  if ('fault' in props.trouble) return <FaultBox code={props.trouble.fault.code} />
  const { refusal } = props.trouble
  return (
    <RefusalBox sentence={say.refusal(refusal)}>
      {refusal.code === 'changed-meanwhile' && props.onReload !== undefined && (
        <Button size="compact-sm" onClick={props.onReload}>
          {t('order.look')}
        </Button>
      )}
    </RefusalBox>
  )
}
