// One presentation: from when to when, what it said, what was asked and answered (documents.md A8.4).
import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { summaryWords, wordsIn } from '../../../workflows/conference/proceedings.ts'
import { PersonId } from '../../../workflows/core/ids.ts'
import type { PresentationView } from '../../../workflows/procedure/case-view.ts'
import { useCase } from '../../case-desk.tsx'
import { clockNow, instantOf, parseTime, showTime } from '../../parts/dates.ts'
import { TimeBox } from '../../parts/day-box.tsx'
import { clean, LineBox, TextBox, TickBox } from '../../parts/form.tsx'
import { useDraft } from '../../use-draft.ts'
import { SealedAct } from '../case/act-frame.tsx'
import { useRoom } from './room.tsx'

type Asked = {
  readonly key: string
  readonly askedBy: string
  readonly drawnByLot: boolean
  readonly text: string
  readonly answer: string
  readonly from: string
  readonly to: string
}
const nobodyYet = { askedBy: '', drawnByLot: false, text: '', answer: '', from: '', to: '' }

type Notes = {
  readonly from: string
  readonly to: string
  readonly summary: string
  readonly interruptions: string
  readonly chairRemarks: string
  readonly questions: readonly Asked[]
}
const empty: Notes = { from: '', to: '', summary: '', interruptions: '', chairRemarks: '', questions: [] }

/** `asked`: how often a question was asked for by its key; each time a new one is opened and takes the focus. */
export function PresentProgram(props: { readonly person: PresentationView; readonly asked: number }) {
  const { t } = useTranslation()
  const { view, today } = useCase()
  const { room } = useRoom()
  const day = (view.conference?.openedAt ?? today).slice(0, 10)
  const { personId } = props.person
  const { draft, set, setDraft } = useDraft<Notes>(empty)
  const talk = room?.talk?.personId === personId ? room.talk : undefined
  const { startedAt, talkEndedAt } = talk ?? {}
  useEffect(() => {
    if (startedAt !== undefined)
      setDraft((now) => ({ ...now, from: showTime(startedAt), ...(talkEndedAt !== undefined && { to: showTime(talkEndedAt) }) }))
  }, [startedAt, talkEndedAt, setDraft])
  const { asked } = props
  const seen = useRef(asked)
  const boxes = useRef<HTMLDivElement>(null)
  const isNew = useRef(false)
  useEffect(() => {
    if (seen.current === asked) return
    seen.current = asked
    setDraft((now) => ({ ...now, questions: [...now.questions, { key: crypto.randomUUID(), ...nobodyYet }] }))
    isNew.current = true
  }, [asked, setDraft])
  const count = draft.questions.length
  // biome-ignore lint/correctness/useExhaustiveDependencies: the boxes of the new question are there
  useEffect(() => {
    if (!isNew.current) return
    isNew.current = false
    const sets = boxes.current?.querySelectorAll<HTMLElement>('fieldset')
    sets?.[sets.length - 1]?.querySelector('input')?.focus()
  }, [count])
  const [fromTime, toTime] = [parseTime(draft.from), parseTime(draft.to)]
  // What the timer took down is known to the second; what is typed, to the minute.
  const momentOf = (time: string | null, taken: string | undefined): string | null =>
    time === null ? null : taken !== undefined && showTime(taken) === time ? taken : instantOf(day, time)
  const from = momentOf(fromTime, startedAt)
  const to = momentOf(toTime, talkEndedAt)
  const isBackward = from !== null && to !== null && Date.parse(to) <= Date.parse(from)
  const change = (key: string, part: Partial<Asked>) =>
    set('questions')(draft.questions.map((question) => (question.key === key ? { ...question, ...part } : question)))
  const words = wordsIn(draft.summary)
  /** Nobody must note the hour of an answer; what is noted must be one. */
  const isHour = (text: string) => clean(text) === '' || parseTime(text) !== null
  const build = () => {
    if (from === null || to === null || isBackward || words > summaryWords || words === 0) return null
    if (draft.questions.some((question) => !isHour(question.from) || !isHour(question.to))) return null
    const questions = draft.questions.map((question) => {
      const [begun, ended] = [parseTime(question.from), parseTime(question.to)]
      return {
        askedBy: clean(question.askedBy),
        ...(question.drawnByLot && { drawnByLot: true }),
        text: clean(question.text),
        answer: clean(question.answer),
        ...(begun !== null && { answeredFrom: instantOf(day, begun) }),
        ...(ended !== null && { answeredTo: instantOf(day, ended) }),
      }
    })
    if (questions.some((question) => question.askedBy === '' || question.text === '')) return null
    const interruptions = clean(draft.interruptions)
    const chairRemarks = clean(draft.chairRemarks)
    return {
      type: 'presentActionProgram',
      personId: PersonId.parse(props.person.personId),
      presentedFrom: from,
      presentedTo: to,
      summary: clean(draft.summary),
      questions,
      ...(interruptions !== '' && { interruptions }),
      ...(chairRemarks !== '' && { chairRemarks }),
    } as const
  }
  return (
    <SealedAct
      command="presentActionProgram"
      build={build}
      sentence={t('will.presentActionProgram', { name: props.person.name, from: draft.from, to: draft.to, count: draft.questions.length })}
    >
      {(tried) => (
        <div className="form" ref={boxes}>
          <div className="fields">
            <TimeBox label={t('present.from')} value={draft.from} onChange={set('from')} mustBeFilled={tried} />
            <Button className="beside" variant="default" onClick={() => set('from')(clockNow())}>
              {t('present.startNow')}
            </Button>
            <TimeBox label={t('present.to')} value={draft.to} onChange={set('to')} mustBeFilled={tried} />
            <Button className="beside" variant="default" onClick={() => set('to')(clockNow())}>
              {t('present.endNow')}
            </Button>
          </div>
          {tried && isBackward && <p className="note wrong">{t('present.backward')}</p>}
          <div data-summary="">
            <TextBox
              label={t('present.summary')}
              rows={3}
              max={3000}
              value={draft.summary}
              onChange={set('summary')}
              mustBeFilled={tried}
            />
          </div>
          {words > summaryWords && <p className="note wrong">{t('present.tooLong', { words, most: summaryWords })}</p>}
          <LineBox label={t('present.interruptions')} value={draft.interruptions} max={1000} width="100%" onChange={set('interruptions')} />
          {draft.questions.map((question, index) => (
            <fieldset className="plain form" key={question.key}>
              <legend>{t('present.questionNo', { no: index + 1 })}</legend>
              <LineBox
                label={t('present.askedBy')}
                value={question.askedBy}
                max={120}
                onChange={(askedBy) => change(question.key, { askedBy })}
                mustBeFilled={tried}
              />
              <TickBox
                label={t('present.drawnByLot')}
                isOn={question.drawnByLot}
                onChange={(drawnByLot) => change(question.key, { drawnByLot })}
              />
              <TextBox
                label={t('present.question')}
                rows={2}
                max={2000}
                value={question.text}
                onChange={(text) => change(question.key, { text })}
                mustBeFilled={tried}
              />
              <TextBox
                label={t('present.answer')}
                rows={2}
                value={question.answer}
                onChange={(answer) => change(question.key, { answer })}
              />
              <div className="fields">
                <TimeBox
                  label={t('present.answeredFrom')}
                  value={question.from}
                  onChange={(begun) => change(question.key, { from: begun })}
                />
                <TimeBox label={t('present.answeredTo')} value={question.to} onChange={(ended) => change(question.key, { to: ended })} />
              </div>
              <div>
                <Button
                  size="compact-sm"
                  variant="subtle"
                  onClick={() => set('questions')(draft.questions.filter((other) => other.key !== question.key))}
                >
                  {t('present.dropQuestion', { no: index + 1 })}
                </Button>
              </div>
            </fieldset>
          ))}
          <div>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => set('questions')([...draft.questions, { key: crypto.randomUUID(), ...nobodyYet }])}
            >
              {t('present.addQuestion')}
            </Button>
          </div>
          <TextBox label={t('present.chairRemarks')} rows={2} max={2000} value={draft.chairRemarks} onChange={set('chairRemarks')} />
        </div>
      )}
    </SealedAct>
  )
}
