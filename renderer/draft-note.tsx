// In the foot: whether what is being typed is on the disk yet.
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { type DraftStanding, type Drafts, useDrafts } from './drafts.ts'

export function DraftNote() {
  const drafts = useDrafts()
  return drafts === null ? null : <Standing drafts={drafts} />
}

function Standing(props: { readonly drafts: Drafts }) {
  const { t } = useTranslation()
  const standing: DraftStanding = useSyncExternalStore(props.drafts.onStanding, props.drafts.standing)
  switch (standing.state) {
    case 'none':
      return null
    case 'keeping':
      return <span className="draft-note">{t('draft.keeping')}</span>
    case 'kept':
      return <span className="draft-note">{t('draft.kept', { time: standing.at })}</span>
    case 'failed':
      return (
        <b className="draft-note" role="alert">
          {t('draft.failed')}
        </b>
      )
  }
}
