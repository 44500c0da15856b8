// Home: every case with its next act, nearest deadline first. Only the rows in sight are drawn, so ten thousand cases are no burden.
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCaseWindows } from '../case-windows.ts'
import { useDesk } from '../desk.tsx'
import { showDay, weekdayOf } from '../parts/dates.ts'
import { Empty } from '../parts/empty.tsx'
import { IconPlus } from '../parts/icons.ts'
import { KeyCap } from '../parts/key-cap.tsx'
import { Loading } from '../parts/loading.tsx'
import { PageTitle } from '../parts/page-title.tsx'
import { TroubleBox } from '../parts/trouble.tsx'
import { CaseTable } from './case-table.tsx'

export function HomeScreen() {
  const { t } = useTranslation()
  const { office, session, go } = useDesk()
  const [typed, setTyped] = useState('')
  const { windows, trouble } = useCaseWindows(office, typed.trim())
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
            maxLength={200}
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
      {windows === null ? (
        trouble === null && <Loading />
      ) : windows.total === 0 ? (
        <section className="sheet" aria-label={t('home.list')}>
          <Empty title={t('home.none')} text={t('home.noneText')}>
            <Button onClick={() => go({ at: 'open' })}>{t('home.open')}</Button>
          </Empty>
        </section>
      ) : (
        <CaseTable windows={windows} today={session.today} onOpen={(caseId) => go({ at: 'case', caseId })} />
      )}
    </div>
  )
}
