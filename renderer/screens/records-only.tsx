// What a rehearsal leaves to the records: one sentence where the form or the screen would stand, so that nobody fills in what is then refused.
import { useTranslation } from 'react-i18next'
import { PageTitle } from '../parts/page-title.tsx'

export type OfRecords = 'operators' | 'keys' | 'backup' | 'people' | 'planning' | 'dossier'

export function RecordsOnly(props: { readonly what: OfRecords }) {
  const { t } = useTranslation()
  return <p className="sm t2">{t(`recordsOnly.${props.what}`)}</p>
}

/** The way back to the records stands in the band above every screen. */
export function RecordsOnlyScreen(props: { readonly what: 'people' | 'planning' }) {
  const { t } = useTranslation()
  return (
    <div className="page stack">
      <PageTitle>{t(`nav.${props.what}`)}</PageTitle>
      <p>{t(`recordsOnly.${props.what}`)}</p>
    </div>
  )
}
