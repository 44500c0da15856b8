// What came up beside the screen, put away with a key, and the list of the last ones under the foot's button.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../parts/dialog.tsx'
import type { Route } from '../route.ts'
import type { NewsItem, Said } from './notices.ts'

export function useNoticeWords(): (said: Said) => string {
  const { t } = useTranslation()
  return (said) => {
    switch (said.code) {
      case 'case-elsewhere':
        return t(said.isOpen ? 'notice.caseReloaded' : 'notice.caseElsewhere', { title: said.title })
      case 'work-elsewhere':
        return t(`notice.work.${said.kind}`)
      case 'backup-overdue':
        return t('notice.backupOverdue', { count: said.days })
      case 'lists-old':
        return t('notice.listsOld', { count: said.count })
      case 'sitting-over':
        return t('notice.sittingOver', { count: said.minutes })
      default:
        return t(`notice.${said.code}`)
    }
  }
}

/** Where it can be acted on, if anywhere. */
export function placeOf(said: Said): Route | undefined {
  switch (said.code) {
    case 'case-elsewhere':
      return said.isOpen ? undefined : { at: 'case', caseId: said.caseId }
    case 'registry-elsewhere':
      return { at: 'people' }
    case 'planning-elsewhere':
      return { at: 'planning' }
    case 'sitting-over':
      return { at: 'sign' }
    case 'backup-overdue':
    case 'backup-never':
      return { at: 'office', part: 'file' }
    case 'lists-old':
      return { at: 'office', part: 'keys' }
    default:
      return undefined
  }
}

type Act = (item: NewsItem) => void

export function NoticeLine(props: { readonly item: NewsItem; readonly onGo: Act; readonly onHide?: Act }) {
  const { t } = useTranslation()
  const words = useNoticeWords()
  const { item, onGo, onHide } = props
  return (
    <>
      <span className="news-words">{words(item.said)}</span>
      {placeOf(item.said) !== undefined && (
        <Button variant="default" size="compact-sm" onClick={() => onGo(item)}>
          {t('notice.go')}
        </Button>
      )}
      {onHide !== undefined && (
        <Button variant="subtle" size="compact-sm" onClick={() => onHide(item)}>
          {t('notice.hide')}
        </Button>
      )}
    </>
  )
}

export function NoticeDialog(props: {
  readonly items: readonly NewsItem[]
  readonly onGo: Act
  readonly onForget: () => void
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('notice.title')} className="news-dialog" onClose={props.onClose}>
      <ul className="news-list">
        {props.items.map((item) => (
          <li key={item.key} className="news-line">
            <NoticeLine item={item} onGo={props.onGo} />
          </li>
        ))}
      </ul>
      <div className="row">
        <Button variant="default" onClick={props.onForget}>
          {t('notice.forget')}
        </Button>
        <Button variant="subtle" onClick={props.onClose}>
          {t('notice.close')}
        </Button>
      </div>
    </Dialog>
  )
}
