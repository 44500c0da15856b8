// The page of a case: the path, what can be done now and what shuts the rest, the people, the deadlines, the papers, what happened.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { bundleCommands } from '../../../workflows/bundles/commands.ts'
import { conferenceCommands } from '../../../workflows/conference/commands.ts'
import type { Condition, NextAct } from '../../../workflows/procedure/case-view.ts'
import type { CaseCommandType } from '../../../workflows/procedure/commands.ts'
import { rulebook as bookOf } from '../../../workflows/rulebooks/index.ts'
import { CaseProvider, useCase } from '../../case-desk.tsx'
import { useDesk } from '../../desk.tsx'
import { useFocusAfter } from '../../focus-after.ts'
import { Chip } from '../../parts/chip.tsx'
import { GateList } from '../../parts/gate-list.tsx'
import { IconLock, IconPresentation } from '../../parts/icons.ts'
import { PageTitle } from '../../parts/page-title.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { useWording } from '../../wording.ts'
import { AskPaper } from '../papers/ask-paper.tsx'
import { PaperSheet } from '../papers/paper-sheet.tsx'
import { ActForm } from './act-form.tsx'
import { BundleSheet } from './bundle-sheet.tsx'
import { CaseRoad } from './case-road.tsx'
import { DeadlineSheet, NearestDeadline, SettingSheet } from './case-side.tsx'
import { CaseStory } from './case-story.tsx'
import { ClassificationSheet } from './classification-acts.tsx'
import { NomineeSheet } from './nominee-sheet.tsx'
import { PastMeetings } from './past-meetings.tsx'
import { PracticeSheet } from './practice.tsx'
import { VotePath } from './vote-path.tsx'
import './case.css'

export function CaseScreen(props: { readonly caseId: string }) {
  return (
    <CaseProvider key={props.caseId} caseId={props.caseId}>
      <CasePage />
    </CaseProvider>
  )
}

/** Acts that belong to the meeting page: they are asked there, in the order of the meeting. */
const inMeeting: ReadonlySet<string> = new Set(
  conferenceCommands
    .map((command) => command.shape.type.value)
    .filter((type) => type !== 'conveneConference' && type !== 'typeCorrection' && type !== 'confirmCorrection'),
)

const ofBundles: ReadonlySet<string> = new Set(bundleCommands.map((command) => command.shape.type.value))

/** Acts no single step calls for: they may be asked while the case runs, and the law answers. */
const anytime: readonly CaseCommandType[] = [
  'proposeNominee',
  'submitActionProgram',
  'introduceByHead',
  'withdrawNominee',
  'raiseNewIssue',
  'resetStage',
  'migrateRulebook',
  'changeClassification',
  'cancelCase',
]

const asking = 'requestPaper'
const keyOf = (act: NextAct) => `${act.command} ${act.act?.key ?? ''} ${act.stage ?? ''}`

function CasePage() {
  const { t, i18n } = useTranslation()
  const lang = i18n.language === 'en' ? 'en' : 'vi'
  const say = useWording()
  const { session, go } = useDesk()
  const { view } = useCase()
  useFocusAfter(String(view.version))
  const { opening } = view
  const acts = view.nextActs.filter((act) => !inMeeting.has(act.command))
  const others: readonly NextAct[] =
    view.status === 'archived' || view.status === 'cancelled'
      ? []
      : anytime
          .filter((command) => !acts.some((act) => act.command === command))
          .map((command) => ({ command, gate: { isOpen: true, conditions: [] }, isMain: false }))
  // Acts on sealed slips stand beside the road of the case: none of them is its next step.
  const steps = acts.filter((act) => !ofBundles.has(act.command))
  const main = steps.find((act) => act.isMain) ?? steps.find((act) => act.gate.isOpen) ?? steps[0]
  const [chosenKey, setChosenKey] = useState<string | null>(null)
  // A paper may be asked for in every state, archived cases too: it is no act of the path.
  const isAsking = chosenKey === asking
  const usual = view.conference === undefined && !isAsking ? main : undefined
  const chosen = [...acts, ...others].find((act) => keyOf(act) === chosenKey) ?? usual
  const label = (act: NextAct) => say.nextAct(act)
  const openerOf = (condition: Condition) =>
    [...acts, ...others].find(
      (act) =>
        act.command === condition.opensBy &&
        act.gate.isOpen &&
        (condition.numbers.act === undefined || act.act?.key === condition.numbers.act),
    )
  return (
    <div className="page case">
      <header className="case-head">
        <div>
          <PageTitle>{t('case.title', { kind: say.kind(opening.kind), post: opening.post.title })}</PageTitle>
          <p className="t2">
            {t('case.sub', { unit: opening.post.unit, seats: opening.seats, run: view.runNo })} · <b>{say.rulebook(view.rulebook.id)}</b> (
            {bookOf(view.rulebook.id).name[lang]}){' '}
            {view.overlays.includes('OV-AP2021') && (
              <Chip meaning="ink" icon={<IconPresentation size={15} stroke={2} aria-hidden="true" />}>
                {t('case.withPrograms')}
              </Chip>
            )}{' '}
            <Chip meaning={say.statusMeaning(view.status)}>{say.status(view.status)}</Chip>
          </p>
        </div>
        <NearestDeadline />
      </header>
      <div className="wide">
        <CaseRoad />
      </div>
      <div className="stack">
        {session.isRehearsal && <PracticeSheet />}
        {view.conference !== undefined && (
          <Sheet title={t('case.meetingHeld')}>
            <div className="pad form">
              <p>{say.conference(view.conference)}</p>
              <div>
                <Button onClick={() => go({ at: 'meeting', caseId: view.caseId })}>{t('case.toMeeting')}</Button>
              </div>
            </div>
          </Sheet>
        )}
        <Sheet title={t('case.next')} sub={t('case.nextSub')}>
          {acts.length === 0 ? (
            <p className="pad t2">{t('case.nothing')}</p>
          ) : (
            <ActList acts={acts} main={main} chosen={chosen} onChoose={(act) => setChosenKey(keyOf(act))} />
          )}
        </Sheet>
        {main !== undefined && !main.gate.isOpen && (
          <Sheet title={t('gate.shut', { act: label(main) })}>
            <GateList
              conditions={main.gate.conditions}
              canOpen={(condition) => openerOf(condition) !== undefined}
              onOpen={(condition) => {
                const opener = openerOf(condition)
                if (opener !== undefined) setChosenKey(keyOf(opener))
              }}
            />
          </Sheet>
        )}
        {others.length > 0 && (
          <Sheet title={t('case.others')}>
            <ActList acts={others} main={main} chosen={chosen} onChoose={(act) => setChosenKey(keyOf(act))} />
          </Sheet>
        )}
        <DeadlineSheet />
      </div>
      <div className="stack">
        {chosen !== undefined && (
          <Sheet isWork title={label(chosen)} key={`${keyOf(chosen)} ${view.version}`}>
            <ActForm act={chosen} onDone={() => setChosenKey(null)} />
          </Sheet>
        )}
        {isAsking && (
          <Sheet isWork title={t('askPaper.title')}>
            <AskPaper />
          </Sheet>
        )}
        <VotePath />
        <NomineeSheet />
        <PastMeetings />
        <div className="case-pair">
          <SettingSheet />
          {!session.isRehearsal && <PracticeSheet />}
        </div>
      </div>
      <div className="case-aside">
        <div className="stack">
          <PaperSheet onAsk={() => setChosenKey(asking)} />
          <BundleSheet />
          <ClassificationSheet />
        </div>
        <div className="stack">
          <CaseStory />
        </div>
      </div>
    </div>
  )
}

function ActList(props: {
  readonly acts: readonly NextAct[]
  readonly main: NextAct | undefined
  readonly chosen: NextAct | undefined
  readonly onChoose: (act: NextAct) => void
}) {
  const { t } = useTranslation()
  const say = useWording()
  return (
    <ul className="acts">
      {props.acts.map((act) => (
        <li key={keyOf(act)}>
          <button
            type="button"
            aria-pressed={props.chosen !== undefined && keyOf(act) === keyOf(props.chosen)}
            onClick={() => props.onChoose(act)}
          >
            {!act.gate.isOpen && <IconLock size={17} stroke={1.75} aria-hidden="true" />}
            <span>
              {act === props.main ? <b>{say.nextAct(act)}</b> : say.nextAct(act)}
              {!act.gate.isOpen && (
                <span className="xs t2">
                  {' '}
                  · {t('gate.unmetCount', { count: act.gate.conditions.filter((condition) => !condition.isMet).length })}
                </span>
              )}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
