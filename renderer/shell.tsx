// The frame of every screen: masthead with sections, who is working, language and scheme; the foot with durability.
import { Button, NativeSelect } from '@mantine/core'
import { type ReactNode, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from './desk.tsx'
import { DraftNote } from './draft-note.tsx'
import { keepFocus } from './focus-kept.ts'
import { AppKeys, FrameDialog, useFrameDialog } from './keys/app-keys.tsx'
import { ClockBack, Tour } from './later-screens.ts'
import { useLedger } from './ledger.ts'
import { speak } from './messages/start.ts'
import { useOrders } from './orders.ts'
import { DurabilityFoot } from './parts/durability-foot.tsx'
import { KeyCap } from './parts/key-cap.tsx'
import { LanguageButton } from './parts/language-button.tsx'
import { TroubleBox } from './parts/trouble.tsx'
import { RehearsalBand } from './rehearsal-band.tsx'
import type { Route } from './route.ts'
import { useSettings } from './settings.ts'

export function Shell(props: {
  readonly route: Route
  readonly isSample: boolean
  readonly owed: number
  readonly isMeetingHeld: boolean
  readonly children: ReactNode
}) {
  const { t, i18n } = useTranslation()
  const { session, go } = useDesk()
  const { language } = useSettings()
  const [dialog, setDialog] = useFrameDialog(props.route)
  const isOpen = session.operator !== undefined
  useEffect(keepFocus, [])
  useEffect(() => {
    if (i18n.language !== language) void speak(i18n, language)
  }, [i18n, language])
  const sections = [
    { at: 'home', label: t('nav.home') },
    { at: 'people', label: t('nav.people') },
    { at: 'planning', label: t('nav.planning') },
    { at: 'sign', label: t('nav.sign') },
    { at: 'check', label: t('nav.check') },
    { at: 'office', label: t('nav.office') },
  ] as const
  const { at } = props.route
  // The counting table needs the whole screen and every key; its own bar says who counts what.
  const isBare = at === 'count' && isOpen
  const section = isOfRegistry(at)
    ? 'people'
    : at === 'open' || at === 'case' || at === 'meeting' || at === 'paper' || at === 'eligibility'
      ? 'home'
      : at
  const isPractice = props.isSample || session.isRehearsal === true
  // A meeting is run full screen: it has edges of its own. The page between them stays the same one.
  const isRoom = at === 'meeting' && isOpen && props.isMeetingHeld
  const look = ['shell', ...(isRoom ? ['in-room'] : []), ...(isBare ? ['bare'] : []), ...(isPractice ? ['rehearsal'] : [])].join(' ')
  return (
    <FrameDialog.Provider value={setDialog}>
      <div className={look}>
        <div>
          <button type="button" className="skip" onClick={() => document.getElementById('screen')?.focus()}>
            {t('nav.skip')}
          </button>
          <RehearsalBand isSample={props.isSample} />
          {!isRoom && !isBare && (
            <header className="masthead">
              <span className="brand">
                <Mark />
                Tiến Cử
              </span>
              {isOpen && (
                <nav aria-label={t('nav.label')}>
                  {sections.map(({ at, label }) => (
                    <button key={at} type="button" aria-current={section === at ? 'page' : undefined} onClick={() => go({ at })}>
                      {label}
                    </button>
                  ))}
                </nav>
              )}
              <div className="end">
                {isOpen && <Working />}
                <Button variant="subtle" size="compact-sm" onClick={() => setDialog('palette')} rightSection={<KeyCap>Ctrl K</KeyCap>}>
                  {t('nav.find')}
                </Button>
                <Button variant="subtle" size="compact-sm" onClick={() => go({ at: 'settings' })}>
                  {t('nav.settings')}
                </Button>
                <Button variant="subtle" size="compact-sm" onClick={() => setDialog('keys')} rightSection={<KeyCap>F1</KeyCap>}>
                  {t('nav.help')}
                </Button>
                <LanguageButton />
              </div>
            </header>
          )}
        </div>
        <main>
          {session.clockBack !== undefined && (
            <Suspense fallback={null}>
              <ClockBack />
            </Suspense>
          )}
          {props.children}
        </main>
        <AppKeys route={props.route} open={dialog} setOpen={setDialog} />
        {session.isSampleProvince === true && !isBare && (
          <Suspense fallback={null}>
            <Tour />
          </Suspense>
        )}
        {!isRoom && !isBare && <Foot owed={props.owed} isSample={props.isSample} isRehearsal={session.isRehearsal === true} />}
      </div>
    </FrameDialog.Provider>
  )
}

/** Drawn anew alone with every order. */
function Foot(props: { readonly owed: number; readonly isSample: boolean; readonly isRehearsal: boolean }) {
  const ledger = useLedger()
  return (
    <DurabilityFoot ledgerSize={ledger?.size} lastAt={ledger?.lastAt} {...props}>
      <DraftNote />
      {/* The list of notices is opened from here. */}
      <span id="news-foot" />
    </DurabilityFoot>
  )
}

const isOfRegistry = (at: Route['at']): boolean =>
  at === 'people' ||
  at === 'person' ||
  at === 'unit' ||
  at === 'post' ||
  at === 'family' ||
  at === 'new-person' ||
  at === 'records' ||
  at === 'import'

/** Whoever works now. Changing it is an order of its own, so that every fact carries the right name. */
export function Working(props: { readonly isNarrow?: boolean }) {
  const { t } = useTranslation()
  const { office, session, setSession } = useDesk()
  const { send, trouble } = useOrders(office)
  const start = async (name: string) => {
    const operator = session.operators.find((one) => one.operatorId === name)
    if (operator === undefined) return
    const done = await send({ to: 'shell', act: { act: 'startWork', operatorId: operator.operatorId } })
    if (done?.session !== undefined) setSession(done.session)
  }
  const withRoles = ({ name, roles }: (typeof session.operators)[number]) => `${name}, ${roles.map((role) => t(`role.${role}`)).join(', ')}`
  return (
    <>
      <TroubleBox trouble={trouble} />
      <NativeSelect
        title={session.operator && withRoles(session.operator)}
        aria-label={t('nav.working')}
        size="xs"
        className={props.isNarrow === true ? 'working narrow' : 'working'}
        value={session.operator?.operatorId ?? ''}
        onChange={(event) => void start(event.currentTarget.value)}
        data={session.operators.map((operator) => ({
          value: operator.operatorId as string,
          // The box is narrow and a name is never cut: whoever works now knows the roles, whoever takes over reads them.
          label: operator.operatorId === session.operator?.operatorId ? operator.name : withRoles(operator),
        }))}
      />
    </>
  )
}

function Mark() {
  return (
    <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
      <rect x="1" y="1" width="22" height="22" rx="2" fill="var(--tc-ink-solid)" />
      <path d="M5 17v-4M8.5 17v-4M15.5 17v-4M19 17v-4M12 18V6" stroke="#fff" strokeWidth="2" strokeLinecap="square" />
    </svg>
  )
}
