// One work that lasts: what it is, how far, and its way out while it has one. It takes no focus and covers no dialog.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { WorkView } from '../../workflows/long-work.ts'
import { KeyCap } from '../parts/key-cap.tsx'

export function useWorkWords(): (work: WorkView) => string {
  const { t } = useTranslation()
  return ({ kind, done, of }) =>
    of > 0 ? t(`work.counted.${kind}`, { done, of, percent: Math.floor((done * 100) / of) }) : t(`work.plain.${kind}`)
}

/** Where it stands with stopping, or how it ended; nothing while it may be stopped. */
export function useStateWords(): (work: WorkView) => string {
  const { t } = useTranslation()
  return ({ kind, stop, over }) => {
    if (over !== undefined) return t(`work.over.${over}`)
    if (stop === 'may') return ''
    if (stop === 'asked') return t('work.asked')
    return t(kind === 'checkPages' ? 'work.lateReading' : 'work.late')
  }
}

/** `isNext`: Esc stops this one. */
export function WorkBar(props: { readonly work: WorkView; readonly isNext: boolean; readonly onStop: () => void }) {
  const { t } = useTranslation()
  const words = useWorkWords()
  const state = useStateWords()(props.work)
  const { kind, done, of, stop, over } = props.work
  return (
    <section className="news-work" aria-label={t('work.label')}>
      <span className="news-words">{words(props.work)}</span>
      {of > 0 && <progress className="far" value={done} max={of} aria-label={t(`work.plain.${kind}`)} />}
      {over === undefined && stop === 'may' && (
        <Button
          variant="default"
          size="compact-sm"
          onClick={props.onStop}
          rightSection={props.isNext ? <KeyCap>Esc</KeyCap> : undefined}
          aria-keyshortcuts={props.isNext ? 'Escape' : undefined}
        >
          {t('work.stop')}
        </Button>
      )}
      {state !== '' && <span className="t2">{state}</span>}
    </section>
  )
}
