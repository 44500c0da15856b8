// Home: my cases by their next act, nearest deadline first. Only the rows in sight are drawn, so ten thousand cases are no burden;
// what stands beside the list is read and asked for after the list is there.
import { Button, TextInput } from '@mantine/core'
import { Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CasesFilter, Whose } from '../../workflows/home.ts'
import { useCaseWindows } from '../case-windows.ts'
import { firstWish } from '../case-wish.ts'
import { useDesk } from '../desk.tsx'
import { HomeSide } from '../later-screens.ts'
import { showDay, weekdayOf } from '../parts/dates.ts'
import { Empty } from '../parts/empty.tsx'
import { IconPlus } from '../parts/icons.ts'
import { KeyCap } from '../parts/key-cap.tsx'
import { Loading } from '../parts/loading.tsx'
import { PageTitle } from '../parts/page-title.tsx'
import { TroubleBox } from '../parts/trouble.tsx'
import { CaseTable } from './case-table.tsx'

const choices: readonly Whose[] = ['mine', 'all', 'others', 'done']

export function HomeScreen() {
  const { t } = useTranslation()
  const { office, session, go } = useDesk()
  const [typed, setTyped] = useState(firstWish.search)
  const [whose, setWhose] = useState(firstWish.whose)
  const [filter, setFilter] = useState<CasesFilter>(firstWish.filter)
  const search = typed.trim()
  const wish = useMemo(() => ({ search, whose, filter }), [search, whose, filter])
  const { windows, trouble } = useCaseWindows(office, wish)
  const searchBox = useRef<HTMLInputElement>(null)
  // The list first: what stands beside it is read once the rows have been drawn.
  const [isSettled, setSettled] = useState(false)
  const isThere = windows !== null
  useEffect(() => {
    if (!isThere) return
    const timer = setTimeout(() => setSettled(true), 250)
    return () => clearTimeout(timer)
  }, [isThere])
  const isFiltered = search !== '' || Object.keys(filter).length > 0
  const clear = () => {
    setTyped('')
    setFilter(firstWish.filter)
  }
  return (
    <div className="page home">
      <header className="row home-head">
        <PageTitle>{t('home.title')}</PageTitle>
        <span className="t2">
          {t(`weekday.${weekdayOf(session.today)}`)}, {showDay(session.today)}
        </span>
        <span className="push row">
          <TextInput
            ref={searchBox}
            aria-label={t('home.filter')}
            placeholder={t('home.filterHint')}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.code === 'Escape' && typed !== '') setTyped('')
            }}
            maxLength={200}
            w={220}
          />
          <fieldset className="whose" aria-label={t('desk.whose')}>
            {choices.map((choice) => (
              <button key={choice} type="button" aria-pressed={whose === choice} onClick={() => setWhose(choice)}>
                {t(`desk.${choice}`)} {windows?.counts !== undefined && <span>{windows.counts[choice]}</span>}
              </button>
            ))}
          </fieldset>
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
        <div className="home-body">
          {windows.found === 0 ? (
            <section className="sheet" aria-label={t('home.list')}>
              <Empty
                title={t(isFiltered ? 'desk.noneFound' : `desk.none.${whose}`)}
                text={t(isFiltered ? 'desk.noneFoundText' : 'desk.noneText', { count: windows.counts?.all ?? 0 })}
              >
                {isFiltered && <Button onClick={clear}>{t('desk.clear')}</Button>}
                {!isFiltered && whose !== 'all' && <Button onClick={() => setWhose('all')}>{t('desk.seeAll')}</Button>}
              </Empty>
            </section>
          ) : (
            <CaseTable
              windows={windows}
              onAct={(line) => go({ at: line.nextAct?.isInMeeting === true ? 'meeting' : 'case', caseId: line.caseId })}
              onOpen={(line) => go({ at: 'case', caseId: line.caseId })}
              onType={() => searchBox.current?.focus()}
            />
          )}
          <div className="home-side">
            {isSettled && (
              <Suspense fallback={null}>
                <HomeSide whose={whose} filter={filter} onFilter={setFilter} />
              </Suspense>
            )}
          </div>
        </div>
      )}
    </div>
  )
}
