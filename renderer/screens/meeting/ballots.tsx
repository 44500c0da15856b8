// Ballots: printed, handed out, taken in. Each number goes on record by itself, in this order.
import { useTranslation } from 'react-i18next'
import type { BallotView, ConferenceView } from '../../../workflows/procedure/case-view.ts'
import { actOf, useCase } from '../../case-desk.tsx'
import { ClauseNote } from '../../parts/clause-note.tsx'
import { CountBox, countIn } from '../../parts/count-box.tsx'
import { ChoiceBox } from '../../parts/form.tsx'
import { useDraft } from '../../use-draft.ts'
import { useWording } from '../../wording.ts'
import { SealedAct } from '../case/act-frame.tsx'

export function Ballots(props: { readonly conference: ConferenceView }) {
  const { t } = useTranslation()
  const say = useWording()
  const { view } = useCase()
  const { ballot, quorum } = props.conference
  if (ballot === undefined) return null
  const numbers = [
    ['ballot.printed', ballot.printed],
    ['ballot.issued', ballot.issued],
    ['ballot.collected', ballot.collected],
    ['ballot.unusedSealed', ballot.unusedSealed],
    ['ballot.spoiled', ballot.spoiled],
  ] as const
  return (
    <>
      <div className="pad form">
        <p>
          <b>{say.ballotKind(ballot.kind)}</b>, {t('ballot.seats', { count: ballot.seats })},{' '}
          {t('ballot.base', { base: say.base(ballot.base) })}
        </p>
        <ClauseNote citation={ballot.baseCitation} />
        <p className="sm t2">{t('ballot.names')}</p>
        <ol className="names">
          {ballot.names.map((name) => (
            <li key={name.personId}>{name.ballotName}</li>
          ))}
        </ol>
        <dl className="figures">
          {numbers.map(
            ([label, value]) =>
              value !== undefined && (
                <div key={label}>
                  <dt>{t(label)}</dt>
                  <dd>{value}</dd>
                </div>
              ),
          )}
        </dl>
      </div>
      {actOf(view, 'prepareBallots') !== undefined ? (
        <Prepare ballot={ballot} />
      ) : actOf(view, 'issueBallots') !== undefined && ballot.issued === undefined ? (
        <Issue present={quorum.present} />
      ) : actOf(view, 'collectBallots') !== undefined && ballot.collected === undefined ? (
        <Collect ballot={ballot} />
      ) : null}
    </>
  )
}

function Prepare(props: { readonly ballot: BallotView }) {
  const { t } = useTranslation()
  const { drawnSlips } = props.ballot
  const { draft, set } = useDraft({
    printed: String(drawnSlips?.copies ?? props.ballot.preparedShould),
    mark: props.ballot.marks[0] ?? ('hangingSeal' as const),
    slips: 'fromApp' as 'fromApp' | 'ownMade',
  })
  const printed = countIn(draft.printed)
  return (
    <SealedAct
      command="prepareBallots"
      build={() =>
        printed === undefined
          ? null
          : { type: 'prepareBallots', printed, mark: draft.mark, ...(drawnSlips !== undefined && { slips: draft.slips }) }
      }
      sentence={t('will.prepareBallots', { printed: draft.printed, mark: t(`mark.${draft.mark}`) })}
    >
      {(tried) => (
        <>
          <CountBox
            label={t('ballot.printed')}
            value={draft.printed}
            onChange={set('printed')}
            help={t('ballot.preparedShould', { count: props.ballot.preparedShould })}
            mustBeFilled={tried}
            width={260}
          />
          {drawnSlips !== undefined && (
            <>
              <ChoiceBox
                label={t('ballot.slips')}
                value={draft.slips}
                onChange={set('slips')}
                options={[
                  { value: 'fromApp', label: t('ballot.slipsFromApp', { count: drawnSlips.copies }) },
                  { value: 'ownMade', label: t('ballot.slipsOwnMade') },
                ]}
              />
              {drawnSlips.isOutdated && draft.slips === 'fromApp' && <p className="note warn">{t('ballot.slipsOutdated')}</p>}
            </>
          )}
          <ChoiceBox
            label={t('ballot.mark')}
            value={draft.mark}
            onChange={set('mark')}
            options={props.ballot.marks.map((value) => ({ value, label: t(`mark.${value}`) }))}
          />
        </>
      )}
    </SealedAct>
  )
}

function Issue(props: { readonly present: number }) {
  const { t } = useTranslation()
  const { draft, set } = useDraft({ issued: String(props.present) })
  const issued = countIn(draft.issued)
  return (
    <SealedAct
      command="issueBallots"
      build={() => (issued === undefined ? null : { type: 'issueBallots', issued })}
      sentence={t('will.issueBallots', { issued: draft.issued, present: props.present })}
    >
      {(tried) => <CountBox label={t('ballot.issued')} value={draft.issued} onChange={set('issued')} mustBeFilled={tried} />}
    </SealedAct>
  )
}

function Collect(props: { readonly ballot: BallotView }) {
  const { t } = useTranslation()
  const { printed = 0, issued = 0 } = props.ballot
  const { draft, set } = useDraft({ collected: '', unused: String(Math.max(printed - issued, 0)), spoiled: '0' })
  const collected = countIn(draft.collected)
  const unusedSealed = countIn(draft.unused)
  const spoiled = countIn(draft.spoiled)
  return (
    <SealedAct
      command="collectBallots"
      build={() =>
        collected === undefined || unusedSealed === undefined || spoiled === undefined
          ? null
          : { type: 'collectBallots', collected, unusedSealed, ...(spoiled > 0 && { spoiled }) }
      }
      sentence={t('will.collectBallots', { collected: draft.collected, unused: draft.unused, spoiled: draft.spoiled })}
    >
      {(tried) => (
        <div className="fields">
          <CountBox label={t('ballot.collected')} value={draft.collected} onChange={set('collected')} mustBeFilled={tried} />
          <CountBox label={t('ballot.unusedSealed')} value={draft.unused} onChange={set('unused')} mustBeFilled={tried} width={260} />
          <CountBox
            label={t('ballot.spoiled')}
            help={t('ballot.spoiledHelp')}
            value={draft.spoiled}
            onChange={set('spoiled')}
            mustBeFilled={tried}
            width={260}
          />
        </div>
      )}
    </SealedAct>
  )
}
