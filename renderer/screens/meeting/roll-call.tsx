// The roll call: type a few letters without marks, Enter checks the person in, Ctrl Backspace takes back. Late arrival, early leaving, absence.
// With 500 on the list only the rows in sight are drawn, and letters are folded once.
import { Button, TextInput } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, memo, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Invitee } from '../../../workflows/conference/facts.ts'
import { PersonId } from '../../../workflows/core/ids.ts'
import type { Attendance, ConferenceView } from '../../../workflows/procedure/case-view.ts'
import { actOf, useCase } from '../../case-desk.tsx'
import { Chip, type ChipMeaning } from '../../parts/chip.tsx'
import { showTime } from '../../parts/dates.ts'
import { clean, DocumentBoxes, documentOf, emptyDocument, LineBox } from '../../parts/form.tsx'
import { KeyCap } from '../../parts/key-cap.tsx'
import { searchable } from '../../parts/search.ts'
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

/** Fewer rows than this are all drawn: nothing is gained, and the page can be read as one piece. */
const drawnWhole = 100

export function RollCall(props: { readonly conference: ConferenceView }) {
  const { t } = useTranslation()
  const { view, order, trouble, troubled, isBusy, reload } = useCase()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const [awayId, setAwayId] = useState<string | null>(null)
  const [last, setLast] = useState<Invitee | null>(null)
  const { list, attendance, openedAt } = props.conference
  const statusOf = useMemo(() => new Map<string, Attendance>(attendance.map((line) => [line.personId, line])), [attendance])
  const search = useMemo(() => searchable(list, (person) => `${person.name} ${person.title}`), [list])
  const mayCheckIn = actOf(view, 'checkIn')?.gate.isOpen === true
  const mayLeave = actOf(view, 'leaveEarly')?.gate.isOpen === true
  const mayNote = actOf(view, 'noteAbsence') !== undefined || actOf(view, 'excuseAbsence') !== undefined
  const mayTakeBack = actOf(view, 'takeBackCheckIn') !== undefined
  const found = useMemo(() => search(typed), [search, typed])
  // While somebody is looked for, Enter takes the first who is not there yet; the arrows choose another.
  const absent = useMemo(
    () => found.flatMap((person, index) => (statusOf.get(person.personId)?.status === 'present' ? [] : [index])),
    [found, statusOf],
  )
  const chosen = typed.trim() === '' ? -1 : (absent[Math.min(at, absent.length - 1)] ?? -1)
  const expected = useMemo(
    () => list.filter((person) => (statusOf.get(person.personId)?.status ?? 'expected') === 'expected'),
    [list, statusOf],
  )
  const away = list.find((person) => person.personId === awayId)
  const orderNow = useRef(order)
  orderNow.current = order
  const checkIn = useCallback(async (people: readonly Invitee[]): Promise<boolean> => {
    const isDone = await orderNow.current({
      type: 'checkIn',
      personIds: people.map(({ personId }) => PersonId.parse(personId)),
      way: 'inRoom',
    })
    if (isDone) setLast(people.length === 1 ? (people[0] ?? null) : null)
    return isDone
  }, [])
  const leave = useCallback(
    (person: Invitee) => void orderNow.current({ type: 'leaveEarly', personId: PersonId.parse(person.personId) }),
    [],
  )
  const enter = useCallback((person: Invitee) => void checkIn([person]), [checkIn])
  const takeBack = () => {
    if (last === null || !mayTakeBack) return
    void order({ type: 'takeBackCheckIn', personId: PersonId.parse(last.personId) }).then((isDone) => isDone && setLast(null))
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.altKey) return
    if (event.ctrlKey && event.code === 'Backspace' && typed === '') {
      event.preventDefault()
      takeBack()
    }
    if (event.ctrlKey) return
    if (event.code === 'ArrowDown' || event.code === 'ArrowUp') {
      event.preventDefault()
      setAt((now) => Math.max(0, Math.min(now + (event.code === 'ArrowDown' ? 1 : -1), absent.length - 1)))
    }
    if (event.code !== 'Enter' && event.code !== 'NumpadEnter') return
    const person = found[chosen]
    if (person === undefined) return
    event.preventDefault()
    void checkIn([person]).then((isDone) => {
      if (isDone) setTyped('')
      setAt(0)
    })
  }
  return (
    <div className="form roll">
      <div className="row">
        <TextInput
          label={t('roll.find')}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setAt(0)
          }}
          onKeyDown={onKey}
          description={t('roll.findHelp')}
          w={320}
          autoComplete="off"
          data-roll=""
        />
        {mayCheckIn && expected.length > 0 && (
          <Button variant="default" aria-disabled={isBusy || undefined} onClick={() => void checkIn(expected)}>
            {t('roll.all', { count: expected.length })}
          </Button>
        )}
        {last !== null && mayTakeBack && (
          <Button variant="subtle" onClick={takeBack}>
            <KeyCap>Ctrl Backspace</KeyCap>&nbsp;{t('roll.takeBack', { name: last.name })}
          </Button>
        )}
      </div>
      <p className="hid" role="status">
        {last === null ? '' : t('roll.checkedIn', { name: last.name })}
      </p>
      {(troubled === 'checkIn' || troubled === 'leaveEarly' || troubled === 'takeBackCheckIn') && (
        <TroubleBox trouble={trouble} onReload={reload} />
      )}
      <Rows
        found={found}
        chosen={chosen}
        statusOf={statusOf}
        openedAt={openedAt}
        onIn={mayCheckIn ? enter : undefined}
        onOut={mayLeave ? leave : undefined}
        onAway={mayNote ? setAwayId : undefined}
      />
      {away !== undefined && <Absence key={away.personId} personId={away.personId} name={away.name} onDone={() => setAwayId(null)} />}
    </div>
  )
}

type RowDeeds = {
  readonly onIn: ((person: Invitee) => void) | undefined
  readonly onOut: ((person: Invitee) => void) | undefined
  readonly onAway: ((personId: string) => void) | undefined
}

function Rows(
  props: RowDeeds & {
    readonly found: readonly Invitee[]
    readonly chosen: number
    readonly statusOf: ReadonlyMap<string, Attendance>
    readonly openedAt: string | undefined
  },
) {
  const { t } = useTranslation()
  const { found, chosen, statusOf, openedAt } = props
  const scroller = useRef<HTMLElement>(null)
  const isWhole = found.length <= drawnWhole
  const rows = useVirtualizer({
    count: found.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 40,
    overscan: 3,
    enabled: !isWhole,
  })
  useEffect(() => {
    if (chosen >= 0 && !isWhole) rows.scrollToIndex(chosen)
  }, [chosen, isWhole, rows])
  const drawn = isWhole ? found.map((_, index) => index) : rows.getVirtualItems().map(({ index }) => index)
  const items = isWhole ? [] : rows.getVirtualItems()
  const above = items[0]?.start ?? 0
  const below = isWhole ? 0 : rows.getTotalSize() - (items.at(-1)?.end ?? 0)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard, also when no button is left in it
    <section className="scroll" aria-label={t('roll.list')} tabIndex={0} ref={scroller}>
      <table className="table" aria-rowcount={found.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">{t('list.name')}</th>
            <th scope="col">{t('list.title')}</th>
            <th scope="col">{t('roll.status')}</th>
            <th scope="col">{t('roll.do')}</th>
          </tr>
        </thead>
        <tbody>
          {above > 0 && <Spacer height={above} />}
          {drawn.map((index) => {
            const person = found[index]
            return (
              person !== undefined && (
                <Row
                  key={person.personId}
                  person={person}
                  index={index}
                  line={statusOf.get(person.personId)}
                  openedAt={openedAt}
                  isChosen={index === chosen}
                  onIn={props.onIn}
                  onOut={props.onOut}
                  onAway={props.onAway}
                />
              )
            )
          })}
          {below > 0 && <Spacer height={below} />}
        </tbody>
      </table>
    </section>
  )
}

/** Stands for the rows that are not drawn. */
function Spacer(props: { readonly height: number }) {
  return (
    <tr>
      <td colSpan={4} style={{ height: props.height, padding: 0 }} />
    </tr>
  )
}

/** Stays as it is while rows around it come and go. */
const Row = memo(function Row(
  props: RowDeeds & {
    readonly person: Invitee
    readonly index: number
    readonly line: Attendance | undefined
    readonly openedAt: string | undefined
    readonly isChosen: boolean
  },
) {
  const { t } = useTranslation()
  const { person, line, onIn, onOut, onAway } = props
  const status = line?.status ?? 'expected'
  const isLate = status === 'present' && props.openedAt !== undefined && line?.at !== undefined && line.at > props.openedAt
  return (
    <tr aria-rowindex={props.index + 2} className={props.isChosen ? 'chosen' : undefined}>
      <td>
        <b>{person.name}</b>
        {!person.hasVote && <span className="xs t2"> · {t('list.noVote')}</span>}
      </td>
      <td className="t2">{person.title}</td>
      <td>
        <Chip meaning={meanings[status]}>{t(`attendance.${status}`)}</Chip>{' '}
        {line?.at !== undefined && (
          <span className="xs t2">
            {isLate && `${t('roll.lateAt')} `}
            {showTime(line.at)}
          </span>
        )}
        {line?.reason !== undefined && <div className="xs t2">{line.reason}</div>}
      </td>
      <td className="nowrap">
        {props.isChosen && <KeyCap>Enter</KeyCap>}{' '}
        {onIn !== undefined && status !== 'present' && (
          <RowButton isMain name={t('roll.inNamed', { name: person.name })} words={t('roll.in')} onPress={() => onIn(person)} />
        )}
        {onOut !== undefined && status === 'present' && (
          <RowButton name={t('roll.outNamed', { name: person.name })} words={t('roll.out')} onPress={() => onOut(person)} />
        )}
        {onAway !== undefined && status !== 'present' && status !== 'excused' && (
          <RowButton name={t('roll.absentNamed', { name: person.name })} words={t('roll.absent')} onPress={() => onAway(person.personId)} />
        )}
      </td>
    </tr>
  )
})

/** A plain button: dozens of them come and go with every key. */
function RowButton(props: { readonly name: string; readonly words: string; readonly isMain?: boolean; readonly onPress: () => void }) {
  return (
    <button type="button" className={props.isMain === true ? 'roll-act main' : 'roll-act'} aria-label={props.name} onClick={props.onPress}>
      {props.words}
    </button>
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
