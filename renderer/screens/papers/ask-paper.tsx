// Asking for a paper the case does not draw by itself: which one, its day, and what its facts do not hold.
import { memo, useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CaseId, ConferenceId, PersonId } from '../../../workflows/core/ids.ts'
import type { PaperField } from '../../../workflows/papers/requested.ts'
import type { RequestableView } from '../../../workflows/procedure/case-view.ts'
import { mayAskPaper } from '../../../workflows/roles.ts'
import { useCase } from '../../case-desk.tsx'
import { DraftPlace } from '../../draft-place.tsx'
import { Chip } from '../../parts/chip.tsx'
import { instantOf, parseDay, parseTime, showDay } from '../../parts/dates.ts'
import { DayBox } from '../../parts/day-box.tsx'
import { ChoiceBox, clean, LineBox, TextBox } from '../../parts/form.tsx'
import { GateList } from '../../parts/gate-list.tsx'
import { Loading } from '../../parts/loading.tsx'
import { TroubleBox } from '../../parts/trouble.tsx'
import { useAnswer } from '../../use-answer.ts'
import { useDraft } from '../../use-draft.ts'
import { useWording } from '../../wording.ts'
import { SealedAct } from '../case/act-frame.tsx'

const keyOf = ({ kind, conferenceId, personId }: RequestableView) => [kind, conferenceId, personId].filter(Boolean).join(' ')

export function AskPaper() {
  const { t } = useTranslation()
  const say = useWording()
  const { view } = useCase()
  const [key, setKey] = useState('')
  const { answer: papers, trouble } = useAnswer({ about: 'requestable', caseId: CaseId.parse(view.caseId) }, undefined, view)
  if (papers === null) return trouble === null ? <Loading /> : <TroubleBox trouble={trouble} />
  const chosen = papers.find((one) => keyOf(one) === key)
  return (
    <div>
      <div className="pad form">
        <ChoiceBox
          label={t('askPaper.choose')}
          value={key}
          onChange={setKey}
          isList
          width="100%"
          options={[
            { value: '', label: t('form.choose') },
            ...papers.map((one) => ({
              value: keyOf(one),
              label: [
                say.paper(one),
                ...(one.existing === undefined ? [] : [t('askPaper.made')]),
                ...(one.gate.isOpen ? [] : [t('askPaper.shut')]),
              ].join(' · '),
            })),
          ]}
        />
      </div>
      {chosen !== undefined &&
        (chosen.gate.isOpen ? (
          <DraftPlace name={key}>
            <PaperForm key={`${key} ${chosen.existing ?? ''}`} paper={chosen} onDone={() => setKey('')} />
          </DraftPlace>
        ) : (
          <GateList conditions={chosen.gate.conditions} />
        ))}
    </div>
  )
}

function PaperForm(props: { readonly paper: RequestableView; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const say = useWording()
  const { today } = useCase()
  const { paper } = props
  const isAgain = paper.existing !== undefined
  const { people = [], columns = [], known } = paper
  const { draft, set, setDraft } = useDraft({
    day: showDay(today),
    reason: '',
    details: asTyped(paper.fields, known.details),
    rows: Object.fromEntries(people.map(({ personId }) => [personId, asTyped(columns, known.rows[personId] ?? {})])) as Rows,
  })
  const change = useCallback(
    (personId: string, key: string, text: string) =>
      setDraft((now) => ({ ...now, rows: { ...now.rows, [personId]: { ...now.rows[personId], [key]: text } } })),
    [setDraft],
  )
  const build = () => {
    const day = parseDay(draft.day, today)
    const details = filled(paper.fields, draft.details, today)
    const rows = people.map(({ personId }) => [personId, filled(columns, draft.rows[personId] ?? {}, today)] as const)
    if (day === null || details === null || (isAgain && clean(draft.reason) === '')) return null
    if (rows.some(([, row]) => row === null)) return null
    return {
      type: 'requestPaper',
      kind: paper.kind,
      ...(paper.conferenceId !== undefined && { conferenceId: ConferenceId.parse(paper.conferenceId) }),
      ...(paper.personId !== undefined && { personId: PersonId.parse(paper.personId) }),
      day,
      details,
      ...(columns.length > 0 && {
        rows: Object.fromEntries(rows.map(([personId, row]) => [PersonId.parse(personId), row ?? {}])),
      }),
      ...(isAgain && { reason: clean(draft.reason) }),
    } as const
  }
  return (
    <SealedAct
      command="requestPaper"
      allowed={mayAskPaper(paper.kind)}
      build={build}
      onDone={props.onDone}
      label={t(isAgain ? 'askPaper.again' : 'askPaper.do')}
      sentence={t('askPaper.will', { paper: say.paper(paper), day: draft.day })}
    >
      {(tried) => (
        <>
          {isAgain && (
            <>
              <Chip meaning="warn">{t('askPaper.made')}</Chip>
              <TextBox
                isOneLine
                label={t('askPaper.why')}
                help={t('askPaper.whyHelp')}
                value={draft.reason}
                onChange={set('reason')}
                rows={2}
                max={500}
                mustBeFilled={tried}
              />
            </>
          )}
          <DayBox label={t('askPaper.day')} value={draft.day} onChange={set('day')} today={today} mustBeFilled={tried} />
          {paper.fields.map((field) => (
            <FieldBox
              key={field.key}
              field={field}
              value={draft.details[field.key] ?? ''}
              onChange={(text) => set('details')({ ...draft.details, [field.key]: text })}
              today={today}
              mustBeFilled={tried && field.isRequired}
            />
          ))}
          {columns.length > 0 &&
            people.map(({ personId, name }, at) => (
              <PersonBoxes
                key={personId}
                personId={personId}
                legend={t('askPaper.person', { no: at + 1, name })}
                columns={columns}
                row={draft.rows[personId] ?? nothingTyped}
                onChange={change}
                today={today}
                tried={tried}
              />
            ))}
        </>
      )}
    </SealedAct>
  )
}

type Line = Readonly<Record<string, string>>
type Rows = Readonly<Record<string, Line>>
const nothingTyped: Line = {}

/** The boxes about one person. Sixty people have some eight hundred: only those typed in are drawn anew. */
const PersonBoxes = memo(function PersonBoxes(props: {
  readonly personId: string
  readonly legend: string
  readonly columns: readonly PaperField[]
  readonly row: Line
  readonly onChange: (personId: string, key: string, text: string) => void
  readonly today: string
  readonly tried: boolean
}) {
  const { personId, columns, row, onChange, today, tried } = props
  return (
    <fieldset className="plain form">
      <legend>{props.legend}</legend>
      <div className="fields">
        {columns.map((field) => (
          <FieldBox
            key={field.key}
            field={field}
            isNarrow
            value={row[field.key] ?? ''}
            onChange={(text) => onChange(personId, field.key, text)}
            today={today}
            mustBeFilled={tried && field.isRequired}
          />
        ))}
      </div>
    </fieldset>
  )
})

/** What is known as people type it. */
const asTyped = (fields: readonly PaperField[], known: Line): Line =>
  Object.fromEntries(
    fields.flatMap(({ key, type }) => {
      const text = known[key]
      if (text === undefined) return []
      if (type === 'day') return [[key, showDay(text)]]
      return [[key, type === 'moment' ? `${text.slice(11, 16)} ${showDay(text.slice(0, 10))}` : text]]
    }),
  )

/** Null while a box that must be filled is empty or cannot be read. */
function filled(fields: readonly PaperField[], typed: Line, today: string): Line | null {
  const kept = Object.fromEntries(
    fields.map((field) => [field.key, asKept(field, typed[field.key] ?? '', today)] as const).filter(([, text]) => text !== ''),
  )
  return fields.every(({ key, isRequired }) => !isRequired || kept[key] !== undefined) ? kept : null
}

/** What is typed as the record keeps it: days as ISO days, moments as instants, numbers as digits. */
function asKept({ type }: PaperField, typed: string, today: string): string {
  const text = clean(typed)
  if (type === 'day') return parseDay(text, today) ?? ''
  if (type !== 'moment') return text
  const [first = '', second = ''] = text.split(/[ ,]+/)
  const [time, day] = [parseTime(first), parseDay(second, today)]
  return time === null || day === null ? '' : instantOf(day, time)
}

function FieldBox(props: {
  readonly field: PaperField
  readonly value: string
  readonly onChange: (text: string) => void
  readonly today: string
  readonly mustBeFilled: boolean
  /** One of many boxes about the same person. */
  readonly isNarrow?: boolean
}) {
  const { t } = useTranslation()
  const say = useWording()
  const { field, today, isNarrow = false, ...box } = props
  const label = say.paperField(field.key)
  switch (field.type) {
    case 'day':
      return <DayBox label={label} today={today} {...box} />
    case 'text':
      return <TextBox label={label} rows={isNarrow ? 2 : 3} max={isNarrow ? 1000 : 8000} {...box} />
    case 'choice':
      return (
        <ChoiceBox
          label={label}
          value={box.value}
          onChange={box.onChange}
          mustBeFilled={box.mustBeFilled}
          {...(isNarrow && { width: 170 })}
          options={[
            { value: '', label: t('form.choose') },
            ...(field.choices ?? []).map((word) => ({ value: word, label: say.paperChoice(word) })),
          ]}
          isList
        />
      )
    case 'line':
    case 'count':
    case 'moment':
      return (
        <LineBox
          label={label}
          width={field.type === 'count' ? 110 : isNarrow ? 260 : 420}
          {...(!isNarrow && { labelStands: 'above' as const })}
          max={300}
          {...box}
        />
      )
  }
}
