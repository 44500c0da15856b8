// The rulebook of the case to be opened, set as a page: what binds it and why in one sentence, its steps, the overlays, where the texts are silent.
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { rulebook as bookOf } from '../../../workflows/rulebooks/index.ts'
import { overlays } from '../../../workflows/rulebooks/overlays.ts'
import { resolveStage } from '../../../workflows/rulebooks/resolve.ts'
import type { ResolvedStage } from '../../../workflows/rulebooks/types.ts'
import { articleIn } from '../../../workflows/wording/articles.ts'
import { Chip } from '../../parts/chip.tsx'
import { ClauseNote } from '../../parts/clause-note.tsx'
import { showDay } from '../../parts/dates.ts'
import { IconMail, IconPresentation, IconSpeakerphone } from '../../parts/icons.ts'
import { TroubleBox } from '../../parts/trouble.tsx'
import { useWording } from '../../wording.ts'
import type { OpenDraft, Reading } from './draft.ts'
import { Periods } from './periods.tsx'
import './open.css'

export function RulebookPage(props: {
  readonly draft: OpenDraft
  readonly reading: Reading
  readonly settings: Readonly<Record<string, unknown>>
  /** The settings, apart from what the text says. */
  readonly children: ReactNode
}) {
  const { t, i18n } = useTranslation()
  const say = useWording()
  const { draft, reading } = props
  const { choice, rulebook, startDate } = reading
  if (startDate === null) return <p className="pad t2">{t('open.noDate')}</p>
  if (reading.refusal !== undefined) return <TroubleBox trouble={{ refusal: reading.refusal }} />
  if (choice === undefined || rulebook === undefined) return null
  const book = bookOf(rulebook)
  const stages = book.procedures[draft.kind].steps.flatMap((step) =>
    step.kind === 'acts'
      ? []
      : resolveStage(step.stage, { rulebook, track: draft.track, settings: props.settings, overlays: reading.applied }),
  )
  const lang = i18n.language === 'en' ? 'en' : 'vi'
  const articles = stages.map(({ clause }) => articleIn(clause.article, lang))
  const tail = commonTail(articles)
  return (
    <>
      <div className="pad">
        <div className="why-law">
          <div>
            <p className="sm t2">{t('open.boundBy')}</p>
            <h2 className="rec book">{book.name[lang]}</h2>
            <p>
              {t('open.because', { track: t(`track.${draft.track}`), day: showDay(startDate), from: showDay(choice.why.from) })}
              {choice.why.until === null ? '' : t('open.until', { until: showDay(choice.why.until) })}{' '}
              {t('open.instruments', { list: choice.why.instruments.map((one) => articleIn(one, lang)).join(', ') })}{' '}
              {t('opening.steps', { count: stages.filter((stage) => stage.ballot !== null).length, all: stages.length })}
            </p>
          </div>
          <div className="margin">
            {stages[0] !== undefined && <ClauseNote citation={stages[0].clause} />}
            <p className="sm t2">{t('opening.keeps')}</p>
          </div>
        </div>
        {choice.why.warnings.map((warning) => (
          <p className="note warn" key={warning}>
            {t(`open.warning.${warning}`)}
          </p>
        ))}
      </div>
      <Periods track={draft.track} startDate={startDate} />
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('open.step')}</th>
            <th scope="col">{t('open.ballot')}</th>
            <th scope="col">{t('open.base')}</th>
            <th scope="col">{t('open.otherwise')}</th>
            <th scope="col">{t('open.announce')}</th>
            <th scope="col">{t('open.article')}</th>
          </tr>
        </thead>
        <tbody>
          {stages.map((stage, index) => (
            <StageRow key={stage.key} stage={stage} article={(articles[index] ?? '').slice(0, -tail.length || undefined)} />
          ))}
        </tbody>
      </table>
      <div className="apart">
        <div className="pad form">
          <h3 className="row">
            <IconPresentation size={20} stroke={1.75} aria-hidden="true" />
            {t('open.overlays')}
          </h3>
          {reading.verdicts.map((verdict) => {
            const overlay = overlays[verdict.id]
            const isAsked = draft.overlays.includes(verdict.id)
            return (
              <div key={verdict.id}>
                <b>{overlay.name[lang]}</b>{' '}
                {verdict.applies && isAsked ? (
                  <Chip meaning="ink">{t('open.applies')}</Chip>
                ) : (
                  <span className="sm t2">{verdict.applies ? t('open.notAsked') : t(`open.whyNot.${verdict.why}`)}</span>
                )}
                {verdict.applies && isAsked && verdict.id === 'OV-AP2021' && (
                  <>
                    <p className="sm">
                      {t('open.gates', {
                        stages: overlay.gates
                          .filter((gate) => stages.some((stage) => stage.key === gate.stage) && gate.onlyIf === undefined)
                          .map((gate) => say.stage(gate.stage))
                          .join(', '),
                      })}
                    </p>
                    {overlay.gates[0] !== undefined && <ClauseNote citation={overlay.gates[0].source} />}
                  </>
                )}
              </div>
            )
          })}
        </div>
        {props.children}
      </div>
    </>
  )
}

/** What all the articles end with, from a space on: the instrument, which stands in the margin once. */
function commonTail(articles: readonly string[]): string {
  const [first = ''] = articles
  for (let at = first.indexOf(' '); at > 0; at = first.indexOf(' ', at + 1)) {
    const tail = first.slice(at)
    if (articles.every((one) => one.endsWith(tail) && one !== tail)) return tail
  }
  return ''
}

function StageRow(props: { readonly stage: ResolvedStage; readonly article: string }) {
  const { t } = useTranslation()
  const say = useWording()
  const { stage } = props
  const { ballot } = stage
  const otherwise = () => {
    if (ballot === null) return t('open.noBallot')
    const { rule } = ballot
    switch (rule.method) {
      case 'nomination':
        return t(`carry.${rule.carry.value}`)
      case 'consultation':
        return t('carry.consultation')
      case 'divergence':
        return t('carry.divergence')
      case 'decision':
        return t(`tie.${rule.tieOfTwoAtHalf.value}`)
      case 'approval':
        return t(`half.${rule.exactlyHalf.value}`)
    }
  }
  return (
    <tr>
      <td>
        <b>
          {stage.stepNo}. {say.stage(stage.key)}
        </b>
      </td>
      <td>{ballot === null ? '' : say.ballotKind(ballot.kind.value)}</td>
      <td>{ballot === null ? '' : say.base(ballot.base.value)}</td>
      <td>{otherwise()}</td>
      <td className="nowrap">
        {ballot !== null &&
          (ballot.announce.value === 'no' ? (
            <Chip meaning="sealed" icon={<IconMail size={15} stroke={2} aria-hidden="true" />}>
              {t('announce.no')}
            </Chip>
          ) : (
            <span>
              <IconSpeakerphone size={16} stroke={1.75} aria-hidden="true" /> {t(`announce.${ballot.announce.value}`)}
            </span>
          ))}
      </td>
      <td>
        <span className="cite">{props.article}</span>
      </td>
    </tr>
  )
}
