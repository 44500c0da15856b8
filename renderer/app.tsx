// The whole app on screen: which session, which operator, which screen.
import { Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Change, Done, Office, SessionView } from '../workflows/office.ts'
import { type Desk, DeskProvider, type Shown } from './desk.tsx'
import { DraftPlace } from './draft-place.tsx'
import { type Drafts, DraftsProvider, readDrafts } from './drafts.ts'
import { keepSame } from './keep-same.ts'
import {
  CaseScreen,
  CheckScreen,
  CountScreen,
  EligibilityScreen,
  FamilyScreen,
  HelpScreen,
  ImportScreen,
  MeetingScreen,
  NewPersonScreen,
  News,
  OfficeScreen,
  OpenCaseScreen,
  OperatorScreen,
  PaperScreen,
  PeopleScreen,
  PersonScreen,
  PlanningListScreen,
  PlanningScreen,
  PostScreen,
  RecordsOnlyScreen,
  RecordsScreen,
  SettingsScreen,
  SittingScreen,
  StartScreen,
  UnitScreen,
  useLaterScreens,
} from './later-screens.ts'
import { ledgerStore, type SteadySession, steadyOf } from './ledger.ts'
import { askOffice, type Trouble, troubleOf } from './orders.ts'
import { ErrorBoundary } from './parts/error-boundary.tsx'
import { Loading } from './parts/loading.tsx'
import { TroubleBox } from './parts/trouble.tsx'
import { hashOf, type Route, useRoute } from './route.ts'
import { HomeScreen } from './screens/home.tsx'
import { Shell } from './shell.tsx'

/** Asked before the app was drawn; `isOld` once something changed since. */
export type EarlySession = { readonly view: SessionView; readonly isOld: () => boolean }

/** `early`: what the first drawing shows. */
export function App(props: { readonly office: Office; readonly early?: EarlySession | undefined }) {
  const { t } = useTranslation()
  const { office } = props
  const [session, show] = useState<SteadySession | null>(() => (props.early === undefined ? null : steadyOf(props.early.view)))
  const ledger = useMemo(() => ledgerStore(props.early?.view.ledger), [props.early])
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [shown, note] = useState<Shown | null>(null)
  const [route, go] = useRoute()
  const early = useRef(props.early)
  const setSession = useCallback(
    (fresh: SessionView) => {
      ledger.set(fresh.ledger)
      show((before) => (before === null ? steadyOf(fresh) : keepSame(before, steadyOf(fresh))))
    },
    [ledger],
  )
  useEffect(() => {
    let isGone = false
    const load = async () => {
      const reply = await askOffice(office, { about: 'session' })
      if (isGone) return
      if (reply.ok) setSession(reply.value)
      else setTrouble(troubleOf(reply))
    }
    if (early.current?.isOld() !== false) void load()
    const stop = office.onChange((change) => isOfData(change) && void load())
    return () => {
      isGone = true
      stop()
    }
  }, [office, setSession])
  const counting = useMemo<Office>(
    () => ({
      ask: (question) => office.ask(question),
      // What goes on beside the screens changes none of them.
      onChange: (listener) => office.onChange((change) => isOfData(change) && listener(change)),
      async dispatch(order) {
        const reply = await office.dispatch(order)
        // Every window, this one too, hears of a case's new fact: a person at the keys must not wait for what the foot says of it.
        const isTold = order.to === 'case'
        // Drafts and slips going into a bundle write no line of the ledger, and must not wait for this.
        const isNoFact = order.to === 'shell' && (order.act.act === 'keepDraft' || (reply.ok && isSlip(reply.value)))
        if (reply.ok && reply.value.session === undefined && !isTold && !isNoFact) {
          const fresh = await askOffice(office, { about: 'session' })
          if (fresh.ok) setSession(fresh.value)
        }
        return reply
      },
    }),
    [office, setSession],
  )
  const isLater = useLaterScreens(session !== null)
  const [drafts, isRead] = useDraftsOf(office, session)
  const noteSteadily = useCallback((next: Shown | null) => note((before) => keepSame(before, next)), [])
  const desk = useMemo<Desk | null>(
    () => (session === null ? null : { office: counting, session, ledger, setSession, go, note: noteSteadily }),
    [counting, session, ledger, setSession, go, noteSteadily],
  )
  if (desk === null) return trouble === null ? <Loading /> : <TroubleBox trouble={trouble} />
  return (
    <DeskProvider desk={desk}>
      <DraftsProvider value={drafts}>
        <Shell route={route} isSample={shown?.isSample ?? false} owed={shown?.owed ?? 0} isMeetingHeld={shown?.isMeetingHeld ?? false}>
          <ErrorBoundary key={JSON.stringify(route)} again={t('fault.again')}>
            <Suspense fallback={<Loading />}>
              {/* The list of cases has no form to wait for. */}
              {isRead || route.at === 'home' ? (
                <DraftPlace name={hashOf(route)}>
                  <Screen route={route} session={desk.session} />
                </DraftPlace>
              ) : (
                <Loading />
              )}
            </Suspense>
          </ErrorBoundary>
        </Shell>
        {isLater && (
          <Suspense fallback={null}>
            <News office={office} here={hereOf(route, desk.session)} go={go} />
          </Suspense>
        )}
      </DraftsProvider>
    </DeskProvider>
  )
}

/** The drafts of whoever is at work, and whether they have been read. */
function useDraftsOf(office: Office, session: SteadySession | null): readonly [Drafts | null, boolean] {
  const of = session?.operator === undefined ? null : `${session.file} ${session.operator.operatorId}`
  const [read, setRead] = useState<{ readonly of: string; readonly drafts: Drafts } | null>(null)
  useEffect(() => {
    if (of === null) return
    let isGone = false
    void readDrafts(office).then((drafts) => {
      if (!isGone) setRead({ of, drafts })
    })
    return () => {
      isGone = true
    }
  }, [office, of])
  return read !== null && read.of === of ? [read.drafts, true] : [null, of === null]
}

const isOfData = ({ work, notice }: Change): boolean => work === undefined && notice === undefined

const hereOf = (route: Route, { file, operator }: SessionView) => ({
  who: `${file} ${operator?.operatorId}`,
  caseId: 'caseId' in route ? route.caseId : undefined,
  isQuiet: route.at === 'meeting' || route.at === 'count',
})

/** Running totals of a bundle came back, and no fact with them. */
const isSlip = ({ openBundle, case: fresh }: Done): boolean => openBundle !== undefined && fresh === undefined

/** The registry and planning hold real people: a rehearsal takes no order of them (`workflows/rehearsal/decided.ts`). */
function outsideRehearsals({ at }: Route): 'people' | 'planning' | undefined {
  switch (at) {
    case 'planning':
      return 'planning'
    case 'people':
    case 'person':
    case 'new-person':
    case 'unit':
    case 'post':
    case 'family':
    case 'records':
    case 'import':
      return 'people'
    default:
      return undefined
  }
}

function Screen(props: { readonly route: Route; readonly session: SteadySession }) {
  const { route, session } = props
  // How the app looks and how it is used can be read before any file is open.
  if (route.at === 'settings') return <SettingsScreen />
  if (route.at === 'help') return <HelpScreen page={route.page} />
  if (session.file === null) return <StartScreen />
  if (session.operator === undefined) return <OperatorScreen />
  // Another operator may know other things: every screen starts again under the new name.
  const key = session.operator.operatorId
  const ofRecords = session.isRehearsal === true ? outsideRehearsals(route) : undefined
  if (ofRecords !== undefined) return <RecordsOnlyScreen what={ofRecords} />
  switch (route.at) {
    case 'home':
      return <HomeScreen key={key} />
    case 'open':
      return <OpenCaseScreen key={key} />
    case 'case':
      return <CaseScreen key={key} caseId={route.caseId} />
    case 'meeting':
      return <MeetingScreen key={key} caseId={route.caseId} />
    case 'count':
      return <CountScreen key={key} caseId={route.caseId} />
    case 'paper':
      return <PaperScreen key={key} caseId={route.caseId} paperId={route.paperId} />
    case 'eligibility':
      return <EligibilityScreen key={key} caseId={route.caseId} personId={route.personId} />
    case 'planning':
      return route.listId === undefined ? <PlanningScreen key={key} /> : <PlanningListScreen key={key} listId={route.listId} />
    case 'people':
      return <PeopleScreen key={`${key} ${route.figure} ${route.unitId}`} figure={route.figure} unitId={route.unitId} />
    case 'person':
      return <PersonScreen key={`${key} ${route.personId}`} personId={route.personId} />
    case 'new-person':
      return <NewPersonScreen key={key} />
    case 'unit':
      return <UnitScreen key={`${key} ${route.unitId}`} unitId={route.unitId} />
    case 'post':
      return <PostScreen key={`${key} ${route.postId}`} postId={route.postId} />
    case 'family':
      return <FamilyScreen key={key} />
    case 'records':
      return <RecordsScreen key={key} />
    case 'sign':
      return <SittingScreen key={key} />
    case 'check':
      return <CheckScreen />
    case 'import':
      return <ImportScreen key={key} />
    case 'office':
      return <OfficeScreen part={route.part ?? 'people'} />
  }
}
