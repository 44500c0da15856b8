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

/** `isNext`: Esc stops this one. */
export function WorkBar(props: { readonly work: WorkView; readonly isNext: boolean; readonly onStop: () => void }) {
  const { t } = useTranslation()
  const words = useWorkWords()
  const { kind, done, of, stop, over } = props.work
  return (
    <section className="news-work" aria-label={t('work.label')}>
      <span className="news-words">{words(props.work)}</span>
      {of > 0 && <progress value={done} max={of} aria-label={t(`work.plain.${kind}`)} />}
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
      {over === undefined && stop !== 'may' && <span className="t2">{t(stop === 'asked' ? 'work.asked' : 'work.late')}</span>}
      {over !== undefined && <span className="t2">{t(`work.over.${over}`)}</span>}
    </section>
  )
}
