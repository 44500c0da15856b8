// The meeting page: its agenda in the order of the law, the part one looks at, who is there, and why ballots may not go out yet.
import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AgendaKey, ConferenceView } from '../../../workflows/procedure/case-view.ts'
import { actOf, CaseProvider, useCase } from '../../case-desk.tsx'
import { useDesk } from '../../desk.tsx'
import { DraftPlace } from '../../draft-place.tsx'
import { useFocusAfter } from '../../focus-after.ts'
import { ClauseNote } from '../../parts/clause-note.tsx'
import { showInstant, showTime } from '../../parts/dates.ts'
import { Empty } from '../../parts/empty.tsx'
import { GateList } from '../../parts/gate-list.tsx'
import { IconCircleCheck, IconCircleDashed, IconPoint } from '../../parts/icons.ts'
import { PageTitle } from '../../parts/page-title.tsx'
import { PeopleRuler } from '../../parts/people-ruler.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { useWording } from '../../wording.ts'
import { Ballots } from './ballots.tsx'
import { Closing, Failing } from './closing.tsx'
import { Corrections, Count } from './count.tsx'
import { CountDoor } from './count-door.tsx'
import { Opening } from './opening.tsx'
import { Outcome } from './outcome.tsx'
import { Presentations } from './presentations.tsx'
import { RollCall } from './roll-call.tsx'
import { IntroduceName, ListAdoption, NomineeInformation, Purpose } from './said.tsx'
import { Team } from './team.tsx'

export function MeetingScreen(props: { readonly caseId: string }) {
  return (
    <CaseProvider key={props.caseId} caseId={props.caseId}>
      <Meeting />
    </CaseProvider>
  )
}

const marks = { done: IconCircleCheck, here: IconPoint, later: IconCircleDashed } as const

function Meeting() {
  const { t } = useTranslation()
  const { go } = useDesk()
  const { view } = useCase()
  const { conference } = view
  const here = conference?.agenda.find((item) => item.standing === 'here')?.key ?? conference?.agenda.at(-1)?.key ?? 'opening'
  const [looking, setLooking] = useState<AgendaKey>(here)
  useFocusAfter(`${view.version} ${looking}`)
  // The meeting moved on: what is looked at moves with it.
  useEffect(() => setLooking(here), [here])
  if (conference === undefined)
    return (
      <div className="page">
        <PageTitle>{view.opening.post.title}</PageTitle>
        <Sheet title={t('meeting.none')}>
          <Empty title={t('meeting.none')} text={t('meeting.noneText')}>
            <Button onClick={() => go({ at: 'case', caseId: view.caseId })}>{t('meeting.back')}</Button>
          </Empty>
        </Sheet>
      </div>
    )
  return (
    <div className="page meeting">
      <header className="meeting-head row">
        <PageTitle>{conference.name}</PageTitle>
        <span className="t2">
          {t('meeting.sub', {
            step: conference.stepNo,
            post: view.opening.post.title,
            at: showInstant(conference.openedAt ?? conference.plannedAt),
            place: conference.place,
          })}
        </span>
        <Button className="push" variant="default" size="compact-sm" onClick={() => go({ at: 'case', caseId: view.caseId })}>
          {t('meeting.back')}
        </Button>
      </header>
      <nav aria-label={t('meeting.agenda')} className="agenda">
        <ol>
          {conference.agenda.map((item, index) => {
            const Mark = marks[item.standing]
            return (
              <li key={item.key}>
                <button
                  type="button"
                  className={item.standing}
                  aria-current={item.key === looking ? 'step' : undefined}
                  onClick={() => setLooking(item.key)}
                >
                  <Mark size={19} stroke={1.75} aria-hidden="true" />
                  <span>
                    {index + 1}. {t(`agenda.${item.key}`)}
                    <span className="hid"> {t(`standing.${item.standing}`)}</span>
                  </span>
                </button>
              </li>
            )
          })}
        </ol>
      </nav>
      <div className="stack">
        <Sheet
          isWork
          key={looking}
          title={t(`agenda.${looking}`)}
          sub={t(`standing.${conference.agenda.find((item) => item.key === looking)?.standing ?? 'later'}`)}
        >
          <DraftPlace name={`${conference.conferenceId} ${looking}`}>
            <Part at={looking} conference={conference} />
          </DraftPlace>
        </Sheet>
        <BallotGate />
      </div>
      <aside className="stack" aria-label={t('meeting.who')}>
        <Presence conference={conference} />
        <Failing />
      </aside>
    </div>
  )
}

function Part(props: { readonly at: AgendaKey; readonly conference: ConferenceView }) {
  const { t } = useTranslation()
  const { conference } = props
  switch (props.at) {
    case 'opening':
      return <Opening conference={conference} />
    case 'purpose':
      return <Purpose conference={conference} />
    case 'listAdoption':
      return (
        <>
          <IntroduceName conference={conference} />
          <ListAdoption conference={conference} />
        </>
      )
    case 'actionPrograms':
      return <Presentations conference={conference} />
    case 'nomineeInformation':
      return <NomineeInformation conference={conference} />
    case 'countingTeam':
      return <Team conference={conference} />
    case 'ballots':
      return (
        <>
          {conference.ballot?.outsideNamesAllowed === true && <IntroduceName conference={conference} />}
          {conference.ballot?.issued === undefined && (
            <details className="pad">
              <summary>{t('roll.late')}</summary>
              <RollCall conference={conference} />
            </details>
          )}
          <Ballots conference={conference} />
          <CountDoor conference={conference} />
        </>
      )
    case 'count':
      return (
        <>
          {conference.ballot?.outsideNamesAllowed === true && <IntroduceName conference={conference} />}
          <CountDoor conference={conference} />
          {conference.countBundles === undefined && <Count conference={conference} />}
        </>
      )
    case 'result':
      return (
        <>
          <Outcome conference={conference} />
          <Corrections conference={conference} />
        </>
      )
    case 'minutes':
      return <Closing conference={conference} />
  }
}

/** Across the bottom while ballots may not go out: what is missing, what is met. */
function BallotGate() {
  const { t } = useTranslation()
  const say = useWording()
  const { view } = useCase()
  const act = actOf(view, 'issueBallots')
  if (act === undefined || act.gate.isOpen) return null
  const unmet = act.gate.conditions.filter((condition) => !condition.isMet).length
  return (
    <Sheet className="gate-sheet" title={t('gate.shut', { act: say.command('issueBallots') })} end={t('gate.unmetCount', { count: unmet })}>
      <GateList conditions={act.gate.conditions} />
    </Sheet>
  )
}

function Presence(props: { readonly conference: ConferenceView }) {
  const { t } = useTranslation()
  const { quorum, chair, secretary, attendance, list } = props.conference
  const away = attendance.filter((line) => line.status === 'absent' || line.status === 'left' || line.status === 'excused')
  return (
    <Sheet title={t('presence.title')}>
      <div className="pad form" role="status">
        <p className="big">
          <b>{quorum.present}</b>
          <span className="t2">/{quorum.convened}</span>{' '}
          <span className={quorum.isMet ? 'ok' : 'short'}>{quorum.isMet ? t('presence.enough') : t('presence.short')}</span>
        </p>
        <PeopleRuler
          filled={quorum.present}
          base={quorum.convened}
          meaning={quorum.isMet ? 'passed' : 'warn'}
          posts={[{ at: quorum.needed, label: t('presence.needed', { count: quorum.needed }) }]}
          sentence={t('presence.sentence', { present: quorum.present, convened: quorum.convened, needed: quorum.needed })}
          width={260}
        />
        {quorum.excused > 0 && <p className="sm">{t('presence.excused', { raw: quorum.convenedRaw, excused: quorum.excused })}</p>}
        <ClauseNote citation={quorum.citation} />
        <p className="sm">
          {t('presence.chair', { name: chair.name })}
          <br />
          {t('presence.secretary', { name: secretary.name })}
        </p>
        {away.map((line) => (
          <p className="xs t2" key={line.personId}>
            {list.find((person) => person.personId === line.personId)?.name}: {t(`attendance.${line.status}`)}
            {line.at === undefined ? '' : ` ${showTime(line.at)}`} {line.reason ?? ''}
          </p>
        ))}
      </div>
    </Sheet>
  )
}
