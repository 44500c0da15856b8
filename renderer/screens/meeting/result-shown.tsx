// A counted ballot as it is told: verdict, each person on the base of the law with the posts to pass, why, the clause, what follows.
import { useTranslation } from 'react-i18next'
import type { ConferenceView } from '../../../workflows/procedure/case-view.ts'
import { votesInOrder } from '../../../workflows/wording/read-aloud.ts'
import { useCase } from '../../case-desk.tsx'
import { postsOf } from '../../counting.ts'
import { MeaningIcon } from '../../parts/chip.tsx'
import { ClauseNote } from '../../parts/clause-note.tsx'
import { showInstant } from '../../parts/dates.ts'
import { IconCheck, IconRuler, IconX } from '../../parts/icons.ts'
import { PeopleRuler } from '../../parts/people-ruler.tsx'
import { useWording } from '../../wording.ts'

export type Result = NonNullable<ConferenceView['result']>

export function Verdict(props: { readonly result: Result }) {
  const say = useWording()
  const { judgement } = props.result
  const meaning = say.meaning(judgement.outcome)
  return (
    <div className={`verdict ${meaning}`}>
      <MeaningIcon meaning={meaning} size={48} />
      <div>
        <strong>{say.outcome(judgement.outcome)}</strong>
        <span>{[...judgement.selected, ...judgement.carried].join(', ')}</span>
      </div>
    </div>
  )
}

export function Figures(props: { readonly numbers: readonly (readonly [label: string, count: number])[] }) {
  return (
    <dl className="nums">
      {props.numbers.map(([label, count]) => (
        <div key={label}>
          <dd>{count}</dd>
          <dt>{label}</dt>
        </div>
      ))}
    </dl>
  )
}

const whys = {
  overHalf: ['said.half', IconX],
  atLeast30: ['said.thirty', IconCheck],
  atLeastTwoThirds: ['said.twoThirds', IconCheck],
} as const

/** Over so many names the words over the posts stand at the first ruler alone: all rulers of a ballot have the same posts. */
const few = 2

export function ResultFigures(props: { readonly conference: ConferenceView; readonly result: Result }) {
  const { t } = useTranslation()
  const say = useWording()
  const { nameOf } = useCase()
  const { conference, result } = props
  const { judgement, input, entry } = result
  const { value: base, name: baseName } = judgement.base
  const posts = postsOf(input)
  // Until the meeting is closed the case has not moved: the judgement says where it would go.
  const next = result.next === '' ? judgement.next : result.next
  const names = votesInOrder(result)
  return (
    <>
      <Figures
        numbers={[
          [t('said.convened'), conference.quorum.convened],
          [t('said.present'), input.count.present],
          [t('said.valid'), entry.ballotsValid],
          [t('said.invalid'), entry.ballotsInvalid],
        ]}
      />
      {names.map(([name, count], index) => (
        <div key={name}>
          <p className="row between">
            <b className="person">{name}</b>
            <span>
              <b>
                {count}/{base}
              </b>{' '}
              = {say.percent(judgement.percent[name] ?? '')}%
            </span>
          </p>
          <PeopleRuler
            filled={count}
            base={base}
            meaning={judgement.selected.includes(name) ? 'passed' : judgement.carried.includes(name) ? 'carried' : 'ink'}
            posts={posts.map((post) => ({ at: post.at, label: t(`post.${post.key}`, { count: post.at }) }))}
            sentence={[
              t('ruler.of', { name, count, base, percent: say.percent(judgement.percent[name] ?? '') }),
              ...posts.map((post) => t(`post.${post.key}`, { count: post.at })),
            ].join(', ')}
            width={400}
            isSlim={index > 0 && names.length > few}
          />
        </div>
      ))}
      <ul className="why">
        <li>
          <IconRuler size={19} stroke={1.75} aria-hidden="true" />
          <span>{t('outcome.base', { base, name: say.base(baseName) })}</span>
        </li>
        {posts.map((post) => {
          const [words, Mark] = whys[post.key]
          return (
            <li key={post.key}>
              <Mark size={19} stroke={1.75} aria-hidden="true" />
              <span>{t(words, { count: post.at })}</span>
            </li>
          )
        })}
      </ul>
      <ClauseNote citation={{ ...result.citation, article: judgement.clause }} />
      {next !== null && (
        <p className="follows">
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
    </>
  )
}
