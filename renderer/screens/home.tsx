// Home: every case with its next act, nearest deadline first. Only the rows in sight are drawn, so ten thousand cases are no burden.
import { Button, TextInput } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseSummary } from '../../workflows/procedure/case-view.ts'
import { useDesk } from '../desk.tsx'
import { askOffice, type Trouble, troubleOf } from '../orders.ts'
import { showDay, weekdayOf } from '../parts/dates.ts'
import { Empty } from '../parts/empty.tsx'
import { IconPlus } from '../parts/icons.ts'
import { KeyCap } from '../parts/key-cap.tsx'
import { Loading } from '../parts/loading.tsx'
import { PageTitle } from '../parts/page-title.tsx'
import { foldMarks } from '../parts/search.ts'
import { TroubleBox } from '../parts/trouble.tsx'
import { CaseTable } from './case-table.tsx'

/** Those with a deadline first, the nearest first; then what was touched last. */
const byUrgency = (one: CaseSummary, other: CaseSummary): number => {
  const due = (summary: CaseSummary) => summary.nextDeadline?.dueOn ?? '9999'
  return due(one) < due(other) ? -1 : due(one) > due(other) ? 1 : one.lastAt < other.lastAt ? 1 : one.lastAt > other.lastAt ? -1 : 0
}

export function HomeScreen() {
  const { t } = useTranslation()
  const { office, session, go } = useDesk()
  const [cases, setCases] = useState<readonly CaseSummary[] | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [typed, setTyped] = useState('')
  useEffect(() => {
    let isGone = false
    const load = async () => {
      const reply = await askOffice(office, { about: 'cases' })
      if (isGone) return
      if (reply.ok) setCases(reply.value)
      else setTrouble(troubleOf(reply))
    }
    void load()
    const stop = office.onChange(() => void load())
    return () => {
      isGone = true
      stop()
    }
  }, [office])
  const sorted = useMemo(() => [...(cases ?? [])].sort(byUrgency), [cases])
  const words = useMemo(() => sorted.map((summary) => foldMarks(`${summary.title} ${summary.unit}`)), [sorted])
  const shown = useMemo(() => {
    const parts = foldMarks(typed)
      .split(/\s+/)
      .filter((part) => part !== '')
    return parts.length === 0 ? sorted : sorted.filter((_, index) => parts.every((part) => words[index]?.includes(part)))
  }, [sorted, words, typed])
  return (
    <div className="page home">
      <header className="row home-head">
        <PageTitle>{t('home.title')}</PageTitle>
        <span className="t2">
          {t(`weekday.${weekdayOf(session.today)}`)}, {showDay(session.today)}
        </span>
        <span className="push row">
          <TextInput
            aria-label={t('home.filter')}
            placeholder={t('home.filterHint')}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            w={240}
          />
          <Button
            leftSection={<IconPlus size={18} stroke={1.75} aria-hidden="true" />}
            rightSection={<KeyCap>Ctrl M</KeyCap>}
            onClick={() => go({ at: 'open' })}
          >
            {t('home.open')}
          </Button>
        </span>
      </header>
      <TroubleBox trouble={trouble} />
      {cases === null ? (
        trouble === null && <Loading />
      ) : cases.length === 0 ? (
        <section className="sheet" aria-label={t('home.list')}>
          <Empty title={t('home.none')} text={t('home.noneText')}>
            <Button onClick={() => go({ at: 'open' })}>{t('home.open')}</Button>
          </Empty>
        </section>
      ) : (
        <CaseTable cases={shown} total={cases.length} today={session.today} onOpen={(caseId) => go({ at: 'case', caseId })} />
      )}
    </div>
  )
}
