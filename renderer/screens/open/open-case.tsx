// Opening a case: answers left, the rulebook they lead to as a page right, the settings apart, and the sentence that will be recorded.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CaseId } from '../../../workflows/core/ids.ts'
import { mayAsk } from '../../../workflows/roles.ts'
import { procedureKinds, tracks } from '../../../workflows/rulebooks/types.ts'
import { useDesk } from '../../desk.tsx'
import { useOrders } from '../../orders.ts'
import { CountBox } from '../../parts/count-box.tsx'
import { DayBox } from '../../parts/day-box.tsx'
import { ChoiceBox, clean, DocumentBoxes, LineBox, TickBox } from '../../parts/form.tsx'
import { PageTitle } from '../../parts/page-title.tsx'
import { SealButton } from '../../parts/seal-button.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { TroubleBox } from '../../parts/trouble.tsx'
import { useRehearsals } from '../../rehearsals.ts'
import { useDraft } from '../../use-draft.ts'
import { useWording } from '../../wording.ts'
import { Needs } from '../case/act-frame.tsx'
import { ClassificationBasis, ClassificationChoice } from '../case/classification-boxes.tsx'
import { rankOptions } from '../case/rank-options.ts'
import { firstDraft, openingOf, readOpening } from './draft.ts'
import { RulebookPage } from './rulebook-page.tsx'
import { SettingsApart } from './settings-apart.tsx'
import { type Differing, SettingsEditor } from './settings-editor.tsx'

const overlayIds = ['OV-AP2021', 'OV-142', 'OV-PILOT2021'] as const

export function OpenCaseScreen() {
  const { t } = useTranslation()
  const say = useWording()
  const { office, session, go } = useDesk()
  const { send, trouble, isBusy } = useOrders(office)
  const { draft, set, done: isOpened } = useDraft(firstDraft(session.organisation?.name ?? ''))
  const {
    draft: { settings },
    set: setSetting,
    done: settingsDone,
  } = useDraft<{ readonly settings: Differing }>({ settings: {} })
  const { enter } = useRehearsals()
  const [tried, setTried] = useState(false)
  const { today, organisation } = session
  const isRehearsal = session.isRehearsal === true
  const mayOpen = session.operator?.roles.some((role) => mayAsk.openCase.includes(role)) === true
  const needs = mayOpen ? [] : mayAsk.openCase
  const reading = readOpening(draft, today)
  const build = () => (organisation === undefined ? null : openingOf(draft, reading, settings, organisation, today, isRehearsal))
  const isIncomplete = tried && build() === null
  const needsDecision = draft.overlays.some((id) => id !== 'OV-AP2021')
  const differing = Object.keys(settings).filter((name) => reading.settingNames.some((known) => known === name)).length
  const sentence = t(reading.applied.includes('OV-AP2021') ? 'will.openCaseWithPrograms' : 'will.openCase', {
    kind: say.kind(draft.kind).toLocaleLowerCase(),
    post: clean(draft.title) === '' ? '…' : clean(draft.title),
    rulebook: reading.rulebook === undefined ? '' : say.rulebook(reading.rulebook),
  })
  const record = async () => {
    const command = build()
    if (command === null) return
    const caseId = CaseId.parse(crypto.randomUUID())
    const done = await send({ to: 'case', caseId, seen: 0, command })
    if (done === null) return
    isOpened()
    settingsDone()
    go({ at: 'case', caseId })
  }
  return (
    <div className="page open">
      <header className="row wide">
        <PageTitle>{t('open.title')}</PageTitle>
        <span className="t2">{t('open.sub')}</span>
      </header>
      <Sheet title={t('open.questions')}>
        <div className="pad form">
          <ChoiceBox
            label={t('open.kind')}
            value={draft.kind}
            onChange={set('kind')}
            options={procedureKinds.map((value) => ({ value, label: say.kind(value) }))}
          />
          <LineBox label={t('open.post')} value={draft.title} width="100%" onChange={set('title')} mustBeFilled={tried} />
          <LineBox label={t('open.unit')} value={draft.unit} width="100%" onChange={set('unit')} mustBeFilled={tried} />
          <ChoiceBox
            label={t('open.rank')}
            value={draft.rank}
            onChange={set('rank')}
            options={rankOptions(t)}
            width="100%"
            help={t('open.rankHelp')}
          />
          <TickBox label={t('open.isHead')} isOn={draft.isHead} onChange={set('isHead')} />
          <ChoiceBox
            label={t('open.track')}
            value={draft.track}
            onChange={set('track')}
            options={tracks.map((value) => ({ value, label: t(`track.${value}`) }))}
            isList
            width="100%"
          />
          <div className="fields">
            <DayBox
              label={t('open.startDate')}
              value={draft.startDate}
              onChange={set('startDate')}
              today={today}
              help={t('open.startDateHelp')}
              mustBeFilled={tried}
            />
            <CountBox label={t('open.seats')} value={draft.seats} onChange={set('seats')} mustBeFilled={tried} width={72} />
            <CountBox label={t('open.termYears')} value={draft.termYears} onChange={set('termYears')} mustBeFilled={tried} width={104} />
          </div>
          {draft.kind === 'reappointment' && (
            <DayBox label={t('open.termEnd')} value={draft.termEnd} onChange={set('termEnd')} today={today} mustBeFilled={tried} />
          )}
          {reading.choice !== undefined && reading.choice.alternatives.length > 0 && (
            <ChoiceBox
              label={t('open.rulebook')}
              value={reading.rulebook ?? reading.choice.rulebook}
              onChange={set('rulebook')}
              options={[reading.choice.rulebook, ...reading.choice.alternatives].map((value) => ({ value, label: say.rulebook(value) }))}
            />
          )}
          <TickBox label={t('open.decidesHere')} isOn={draft.decidesHere} onChange={set('decidesHere')} />
          <TickBox label={t('open.headVacant')} isOn={draft.headVacant} onChange={set('headVacant')} />
          <fieldset className="plain form">
            <legend>{t('open.overlaysOf')}</legend>
            {overlayIds.map((id) => (
              <TickBox
                key={id}
                label={t(`overlay.${id}`)}
                isOn={draft.overlays.includes(id)}
                onChange={(isOn) => set('overlays')(isOn ? [...draft.overlays, id] : draft.overlays.filter((other) => other !== id))}
              />
            ))}
          </fieldset>
          {needsDecision && (
            <DocumentBoxes
              legend={t('open.overlayDecision')}
              value={draft.overlayDecision}
              onChange={set('overlayDecision')}
              today={today}
              mustBeFilled={tried}
            />
          )}
          <ClassificationChoice
            value={draft.classification}
            onChange={set('classification')}
            help={t('open.classificationHelp')}
            tried={tried}
            width="100%"
          />
          {draft.classification !== '' && draft.classification !== 'none' && (
            <ClassificationBasis
              value={{ ...draft, reason: draft.classificationReason }}
              set={(name) => set(name === 'reason' ? 'classificationReason' : name)}
              today={today}
              tried={tried}
              width="100%"
            />
          )}
          {isRehearsal ? (
            <p className="note plain">{t('practice.here')}</p>
          ) : (
            <>
              <TickBox label={t('open.isSample')} isOn={draft.isSample} onChange={set('isSample')} help={t('open.isSampleHelp')} />
              <div className="note plain">
                <span>
                  <b>{t('practice.try')}</b> {t('practice.tryText')}{' '}
                  <button type="button" className="linkish" onClick={() => void enter()}>
                    {t('practice.tryDo')}
                  </button>
                </span>
              </div>
            </>
          )}
        </div>
      </Sheet>
      <Sheet title={t('open.page')}>
        <div className="open-page">
          <RulebookPage draft={draft} reading={reading} settings={settings}>
            <SettingsApart names={reading.settingNames} value={settings} isProgramOn={reading.applied.includes('OV-AP2021')} />
          </RulebookPage>
          {reading.settingNames.length > 0 && (
            <details className="pad">
              <summary>
                {t('opening.change')} · {differing === 0 ? t('setting.allDefault') : t('setting.differ', { count: differing })}
              </summary>
              <p className="sm t2">{t('open.settingsHelp')}</p>
              <SettingsEditor names={reading.settingNames} value={settings} onChange={setSetting('settings')} />
            </details>
          )}
        </div>
        {(trouble !== null || isIncomplete || needs.length > 0) && (
          <div className="pad open-answer">
            {needs.length > 0 && <Needs roles={needs} />}
            <TroubleBox trouble={trouble} />
            {isIncomplete && <p className="note wrong">{t('open.incomplete')}</p>}
          </div>
        )}
        <div className="act-end">
          <SealButton
            label={t('command.openCase')}
            sentence={sentence}
            isShut={needs.length > 0}
            isRecording={isBusy}
            isRehearsal={draft.isSample || isRehearsal}
            mayArm={() => {
              setTried(true)
              return build() !== null
            }}
            onRecord={() => void record()}
            aside={
              <div>
                {reading.rulebook !== undefined && (
                  <p className="will-open">
                    <span className="sm t2">{t('opening.will')}</span> {sentence}
                  </p>
                )}
                <p className="xs t2">{t('open.bind')}</p>
              </div>
            }
          />
        </div>
      </Sheet>
    </div>
  )
}
