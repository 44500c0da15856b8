// A page whose subject could not be read: the section it belongs to, what the answer was, and the way back to the list.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../desk.tsx'
import type { Trouble } from '../orders.ts'
import { PageTitle } from './page-title.tsx'
import { TroubleBox } from './trouble.tsx'

export function Lost(props: { readonly trouble: Trouble; readonly at: 'home' | 'people' | 'planning'; readonly onReload?: () => void }) {
  const { t } = useTranslation()
  const { go } = useDesk()
  const { trouble, at, onReload } = props
  return (
    <div className="page stack">
      <PageTitle>{t(`nav.${at}`)}</PageTitle>
      <TroubleBox trouble={trouble} {...(onReload !== undefined && { onReload })} />
      <div>
        <Button variant="default" onClick={() => go({ at })}>
          {t(`nav.${at}`)}
        </Button>
      </div>
    </div>
  )
}
