// The roll call: type a few letters without marks, Enter checks the person in. Late arrival, early leaving, absence with its reason.
import { Button, TextInput } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PersonId } from '../../../workflows/core/ids.ts'
import type { Attendance, ConferenceView } from '../../../workflows/procedure/case-view.ts'
import { actOf, useCase } from '../../case-desk.tsx'
import { Chip, type ChipMeaning } from '../../parts/chip.tsx'
import { showTime } from '../../parts/dates.ts'
import { clean, DocumentBoxes, documentOf, emptyDocument, LineBox } from '../../parts/form.tsx'
import { matches } from '../../parts/search.ts'
import { TroubleBox } from '../../parts/trouble.tsx'
import { useDraft } from '../../use-draft.ts'
import { PlainAct } from '../case/act-frame.tsx'

const meanings: Readonly<Record<Attendance['status'], ChipMeaning>> = {
  expected: 'plain',
  present: 'passed',
  left: 'warn',
  absent: 'warn',
  excused: 'carried',
}

export function RollCall(props: { readonly conference: ConferenceView }) {
  const { t } = useTranslation()
  const { view, order, trouble, troubled, isBusy, reload } = useCase()
  const [typed, setTyped] = useState('')
  const [awayId, setAwayId] = useState<string | null>(null)
  const { list, attendance } = props.conference
  const statusOf = new Map(attendance.map((line) => [line.personId, line]))
  const mayCheckIn = actOf(view, 'checkIn')?.gate.isOpen === true
  const mayLeave = actOf(view, 'leaveEarly')?.gate.isOpen === true
  const mayNote = actOf(view, 'noteAbsence') !== undefined || actOf(view, 'excuseAbsence') !== undefined
  const waiting = list.filter((person) => statusOf.get(person.personId)?.status !== 'present')
  const found = typed.trim() === '' ? list : list.filter((person) => matches(`${person.name} ${person.title}`, typed))
  const away = list.find((person) => person.personId === awayId)
  const checkIn = (personIds: readonly string[]) =>
    order({ type: 'checkIn', personIds: personIds.map((id) => PersonId.parse(id)), way: 'inRoom' })
  const onKey = (event: KeyboardEvent) => {
    if (event.code !== 'Enter' || event.ctrlKey || event.nativeEvent.isComposing) return
    const first = found.find((person) => waiting.includes(person))
    if (typed.trim() === '' || first === undefined || isBusy) return
    void checkIn([first.personId]).then((isDone) => isDone && setTyped(''))
  }
  return (
    <div className="form">
      <div className="row">
        <TextInput
          label={t('roll.find')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={onKey}
          description={t('roll.findHelp')}
          w={280}
          autoComplete="off"
        />
        {mayCheckIn && waiting.length > 0 && (
          <Button
            variant="default"
            aria-disabled={isBusy || undefined}
            onClick={() =>
              void checkIn(
                waiting.filter((person) => statusOf.get(person.personId)?.status === 'expected').map((person) => person.personId),
              )
            }
          >
            {t('roll.all', { count: waiting.filter((person) => statusOf.get(person.personId)?.status === 'expected').length })}
          </Button>
        )}
      </div>
      {(troubled === 'checkIn' || troubled === 'leaveEarly') && <TroubleBox trouble={trouble} onReload={reload} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard, also when no button is left in it */}
      <section className="scroll" aria-label={t('roll.list')} tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('list.name')}</th>
              <th scope="col">{t('list.title')}</th>
              <th scope="col">{t('roll.status')}</th>
              <th scope="col">{t('roll.do')}</th>
            </tr>
          </thead>
          <tbody>
            {found.map((person) => {
              const line = statusOf.get(person.personId)
              const status = line?.status ?? 'expected'
              return (
                <tr key={person.personId}>
                  <td>
                    <b>{person.name}</b>
                    {!person.hasVote && <span className="xs t2"> · {t('list.noVote')}</span>}
                  </td>
                  <td className="t2">{person.title}</td>
                  <td>
                    <Chip meaning={meanings[status]}>{t(`attendance.${status}`)}</Chip>{' '}
                    {line?.at !== undefined && <span className="xs t2">{showTime(line.at)}</span>}
                    {line?.reason !== undefined && <div className="xs t2">{line.reason}</div>}
                  </td>
                  <td className="nowrap">
                    {mayCheckIn && status !== 'present' && (
                      <Button
                        size="compact-sm"
                        variant="default"
                        aria-label={t('roll.inNamed', { name: person.name })}
                        onClick={() => void checkIn([person.personId])}
                      >
                        {t('roll.in')}
                      </Button>
                    )}
                    {mayLeave && status === 'present' && (
                      <Button
                        size="compact-sm"
                        variant="subtle"
                        aria-label={t('roll.outNamed', { name: person.name })}
                        onClick={() => void order({ type: 'leaveEarly', personId: PersonId.parse(person.personId) })}
                      >
                        {t('roll.out')}
                      </Button>
                    )}
                    {mayNote && status !== 'present' && status !== 'excused' && (
                      <Button
                        size="compact-sm"
                        variant="subtle"
                        aria-label={t('roll.absentNamed', { name: person.name })}
                        onClick={() => setAwayId(person.personId)}
                      >
                        {t('roll.absent')}
                      </Button>
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </section>
      {away !== undefined && <Absence key={away.personId} personId={away.personId} name={away.name} onDone={() => setAwayId(null)} />}
    </div>
  )
}

function Absence(props: { readonly personId: string; readonly name: string; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const { view, today } = useCase()
  const { draft, set } = useDraft({ reason: '', document: emptyDocument })
  const personId = PersonId.parse(props.personId)
  const reason = clean(draft.reason)
  const document = documentOf(draft.document, today)
  return (
    <fieldset className="plain form">
      <legend>{t('roll.absentOf', { name: props.name })}</legend>
      <PlainAct
        command="noteAbsence"
        build={() => (reason === '' ? null : { type: 'noteAbsence', personId, reason })}
        onDone={props.onDone}
      >
        {(tried) => (
          <LineBox label={t('form.reason')} value={draft.reason} max={300} width={420} onChange={set('reason')} mustBeFilled={tried} />
        )}
      </PlainAct>
      {actOf(view, 'excuseAbsence') !== undefined && (
        <PlainAct
          command="excuseAbsence"
          build={() => (reason === '' || document === null ? null : { type: 'excuseAbsence', personId, reason, document })}
          onDone={props.onDone}
        >
          {(tried) => (
            <DocumentBoxes
              legend={t('roll.excuseDocument')}
              value={draft.document}
              onChange={set('document')}
              today={today}
              mustBeFilled={tried}
            />
          )}
        </PlainAct>
      )}
    </fieldset>
  )
}
