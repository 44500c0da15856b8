// The outcome: verdict, each person on the base of the law with the posts to pass, the clause, what follows. A sealed one shows nothing.
import { useTranslation } from 'react-i18next'
import type { ConferenceView } from '../../../workflows/procedure/case-view.ts'
import { actOf, useCase } from '../../case-desk.tsx'
import { postsOf } from '../../counting.ts'
import { MeaningIcon } from '../../parts/chip.tsx'
import { ClauseNote } from '../../parts/clause-note.tsx'
import { showInstant } from '../../parts/dates.ts'
import { IconEyeOff, IconMail, IconSpeakerphone } from '../../parts/icons.ts'
import { PeopleRuler } from '../../parts/people-ruler.tsx'
import { SealedField } from '../../parts/sealed-field.tsx'
import { byGivenName } from '../../people.ts'
import { useWording } from '../../wording.ts'
import { SealedAct } from '../case/act-frame.tsx'

export function Outcome(props: { readonly conference: ConferenceView }) {
  const { t } = useTranslation()
  const say = useWording()
  const { view, nameOf } = useCase()
  const { conference } = props
  const { result } = conference
  const announce = actOf(view, 'announceResult') !== undefined && result !== undefined && !result.isAnnounced
  if (result === undefined)
    return conference.isSealed ? (
      <>
        <div className="verdict sealed">
          <IconMail size={40} stroke={1.75} aria-hidden="true" />
          <div>
            <strong>{t('sealed.title')}</strong>
            <span>{t('sealed.why')}</span>
          </div>
        </div>
        <div className="pad">
          <SealedField />
        </div>
      </>
    ) : (
      <p className="pad t2">{t('outcome.none')}</p>
    )
  const { judgement } = result
  const meaning = say.meaning(judgement.outcome)
  const { value: base, name: baseName } = judgement.base
  const votes = votesOf(result)
  const posts = postsOf(result.input)
  // Until the meeting is closed the case has not moved: the judgement says where it would go.
  const next = result.next === '' ? judgement.next : result.next
  return (
    <>
      <div className={`verdict ${meaning}`}>
        <MeaningIcon meaning={meaning} size={40} />
        <div>
          <strong>{say.outcome(judgement.outcome)}</strong>
          <span>{[...judgement.selected, ...judgement.carried].join(', ')}</span>
        </div>
      </div>
      <div className="pad form">
        {!result.mayBeAnnounced && (
          <p className="note sealed">
            <IconEyeOff size={18} stroke={1.75} aria-hidden="true" />
            {t('outcome.notAnnounced')}
          </p>
        )}
        {Object.entries(votes)
          .sort(([one], [other]) => byGivenName(one, other))
          .map(([name, count]) => (
            <div key={name}>
              <p className="row between">
                <b>{name}</b>
                <span>
                  <b>
                    {count}/{base}
                  </b>{' '}
                  = {judgement.percent[name] ?? ''}%
                </span>
              </p>
              <PeopleRuler
                filled={count}
                base={base}
                meaning={judgement.selected.includes(name) ? 'passed' : judgement.carried.includes(name) ? 'carried' : 'ink'}
                posts={posts.map((post) => ({ at: post.at, label: t(`post.${post.key}`, { count: post.at }) }))}
                sentence={[
                  t('ruler.of', { name, count, base, percent: judgement.percent[name] ?? '' }),
                  ...posts.map((post) => t(`post.${post.key}`, { count: post.at })),
                ].join(', ')}
                width={560}
              />
            </div>
          ))}
        <p>{t('outcome.base', { base, name: say.base(baseName) })}</p>
        <ClauseNote citation={{ ...result.citation, article: judgement.clause }} />
        {next !== null && (
          <p>
            <b>{t('outcome.next')}</b> {say.next(next)}
          </p>
        )}
        <p className="sm t2">
          {t('outcome.who', { typed: nameOf(result.typedBy), confirmed: nameOf(result.confirmedBy), at: showInstant(result.confirmedAt) })}
        </p>
        {conference.corrections.map((correction) => (
          <p className="note warn" key={correction.at}>
            {t('correction.done', { at: showInstant(correction.at), reason: correction.reason })}
          </p>
        ))}
      </div>
      {announce && (
        <SealedAct
          command="announceResult"
          build={() => ({ type: 'announceResult' })}
          sentence={t('will.announceResult', { outcome: say.outcome(judgement.outcome) })}
        >
          {() => (
            <>
              <h3 className="row">
                <IconSpeakerphone size={20} stroke={1.75} aria-hidden="true" />
                {t('outcome.readAloud')}
              </h3>
              {say.announcement(conference).map((line) => (
                <p className="rec aloud" key={line}>
                  {line}
                </p>
              ))}
            </>
          )}
        </SealedAct>
      )}
    </>
  )
}

/** Votes by name; at a ballot of one person, the agrees under that name. */
function votesOf(result: NonNullable<ConferenceView['result']>): Readonly<Record<string, number>> {
  const { entry, judgement } = result
  if (entry.votes !== undefined) return entry.votes
  const name = Object.keys(judgement.percent)[0]
  return name === undefined || entry.agree === undefined ? {} : { [name]: entry.agree }
}
