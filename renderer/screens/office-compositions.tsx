// Composition templates of the office (procedure.md 3.1.5): which posts make up each body, kept with a reason, offered where a meeting is convened.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { compositionTemplates, templates } from '../../workflows/registry/composition.ts'
import { CompositionSeats, type OwnCompositionView, type Seat, seatPlaces } from '../../workflows/registry/own-composition.ts'
import { postGroups } from '../../workflows/registry/unit.ts'
import { useDesk } from '../desk.tsx'
import { useOrders } from '../orders.ts'
import { showInstant } from '../parts/dates.ts'
import { ChoiceBox, clean, LineBox } from '../parts/form.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { TroubleBox } from '../parts/trouble.tsx'
import { useDraft, useKept } from '../use-draft.ts'
import { useView } from './registry/use-view.ts'
import { useRegistryWords } from './registry/words.ts'

const bodies = ['leadershipCollective', 'expandedLeadership', 'keyOfficials'] as const
type Group = (typeof postGroups)[number]
/** One line of the form: a role and one group of posts; lines of one role, one after another, are one role. */
type Line = { readonly key: number; readonly role: string; readonly group: Group | 'all'; readonly where: Seat['where'] }
type Lines = Readonly<Record<(typeof bodies)[number], readonly Line[]>>

let lines = 0
const lineOf = (role: string, group: Group | 'all', where: Seat['where']): Line => ({ key: ++lines, role, group, where })
const linesOf = (seats: CompositionSeats): Lines => {
  const of = (list: readonly Seat[]) =>
    list.flatMap(({ role, groups, where }) =>
      groups === 'all' ? [lineOf(role, 'all', where)] : groups.map((group) => lineOf(role, group, where)),
    )
  return {
    leadershipCollective: of(seats.leadershipCollective),
    expandedLeadership: of(seats.expandedLeadership),
    keyOfficials: of(seats.keyOfficials),
  }
}

function seatsOf(typed: readonly Line[]): readonly Seat[] {
  const seats: Seat[] = []
  for (const { role, group, where } of typed) {
    const last = seats.at(-1)
    const said = clean(role)
    if (last && last.role === said && last.where === where && last.groups !== 'all' && group !== 'all')
      seats[seats.length - 1] = { ...last, groups: [...last.groups, group] }
    else seats.push({ role: said, groups: group === 'all' ? 'all' : [group], where })
  }
  return seats
}

export function CompositionSheet() {
  const { t } = useTranslation()
  const { view, trouble } = useView({ about: 'compositions' })
  const [edited, setEdited] = useState<OwnCompositionView | 'new' | null>(null)
  return (
    <Sheet
      title={t('ownComposition.title')}
      sub={t('ownComposition.sub')}
      end={
        edited === null && (
          <Button variant="default" size="compact-sm" onClick={() => setEdited('new')}>
            {t('ownComposition.add')}
          </Button>
        )
      }
    >
      <TroubleBox trouble={trouble} />
      {edited !== null && (
        <CompositionForm
          key={edited === 'new' ? 'new' : edited.compositionId}
          own={edited === 'new' ? undefined : edited}
          onLeave={() => setEdited(null)}
        />
      )}
      {view?.length === 0 && edited === null && <p className="pad t2">{t('ownComposition.none')}</p>}
      <ul className="lines">
        {(view ?? []).map((own) => (
          <li key={own.compositionId}>
            <p>
              <b>{own.name}</b>{' '}
              <button type="button" className="linkish" onClick={() => setEdited(own)}>
                {t('ownComposition.edit', { name: own.name })}
              </button>
            </p>
            <p className="xs t2">{t('ownComposition.kept', { at: showInstant(own.keptAt), name: own.byName, reason: own.reason })}</p>
            <DropForm own={own} />
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

function CompositionForm({ own, onLeave }: { readonly own: OwnCompositionView | undefined; readonly onLeave: () => void }) {
  const { t } = useTranslation()
  const { office, session, setSession } = useDesk()
  const { send, trouble, isBusy } = useOrders(office)
  const {
    draft,
    set,
    setDraft,
    done: isKept,
  } = useDraft(
    { name: own?.name ?? '', lines: linesOf(own?.seats ?? templates.department), reason: '' },
    `composition ${own?.compositionId ?? ''}`,
  )
  const [tried, setTried] = useState(false)
  const seats = CompositionSeats.safeParse(Object.fromEntries(bodies.map((body) => [body, seatsOf(draft.lines[body])])))
  const keep = async () => {
    setTried(true)
    if (!seats.success || clean(draft.name) === '' || clean(draft.reason) === '') return
    const command = {
      type: 'keepComposition',
      ...(own && { compositionId: own.compositionId }),
      name: clean(draft.name),
      seats: seats.data,
      reason: clean(draft.reason),
    } as const
    const done = await send({ to: 'office', seen: session.officeVersion, command })
    if (done?.session === undefined) return
    setSession(done.session)
    isKept()
    onLeave()
  }
  return (
    <div className="pad form">
      <LineBox label={t('ownComposition.name')} value={draft.name} max={120} onChange={set('name')} mustBeFilled={tried} />
      {own === undefined && (
        <ChoiceBox
          label={t('ownComposition.startFrom')}
          value=""
          onChange={(chosen) => {
            const found = compositionTemplates.find((one) => one === chosen)
            if (found) setDraft({ ...draft, lines: linesOf(templates[found]) })
          }}
          options={[
            { value: '', label: t('form.choose') },
            ...compositionTemplates.map((value) => ({ value: value as string, label: t(`registry.compose.templates.${value}`) })),
          ]}
          isList
        />
      )}
      {bodies.map((body) => (
        <BodyLines
          key={body}
          body={body}
          lines={draft.lines[body]}
          onChange={(changed) => set('lines')({ ...draft.lines, [body]: changed })}
          tried={tried}
        />
      ))}
      {tried && !seats.success && (
        <p className="note wrong" role="alert">
          {t('ownComposition.bad')}
        </p>
      )}
      <LineBox label={t('registry.why.reason')} value={draft.reason} max={500} width="100%" onChange={set('reason')} mustBeFilled={tried} />
      <TroubleBox trouble={trouble} />
      <div className="row">
        <Button variant="default" aria-disabled={isBusy || undefined} onClick={() => void keep()}>
          {t('ownComposition.keep')}
        </Button>
        <Button variant="subtle" onClick={onLeave}>
          {t('registry.leave')}
        </Button>
      </div>
    </div>
  )
}

function BodyLines(props: {
  readonly body: (typeof bodies)[number]
  readonly lines: readonly Line[]
  readonly onChange: (lines: readonly Line[]) => void
  readonly tried: boolean
}) {
  const { t } = useTranslation()
  const words = useRegistryWords()
  const { body, lines, onChange } = props
  const change = (key: number, said: Partial<Line>) => onChange(lines.map((one) => (one.key === key ? { ...one, ...said } : one)))
  return (
    <fieldset className="plain seat-lines">
      <legend>
        {t(body === 'leadershipCollective' ? 'ownComposition.body' : 'ownComposition.bodyMore', {
          body: t(`registry.compose.bodies.${body}`),
        })}
      </legend>
      {lines.map((line, index) => (
        <div key={line.key} className="fields">
          <LineBox
            label={t('ownComposition.role')}
            value={line.role}
            max={120}
            width={280}
            onChange={(role) => change(line.key, { role })}
            mustBeFilled={props.tried}
          />
          <ChoiceBox
            label={t('ownComposition.group')}
            value={line.group}
            onChange={(group) => change(line.key, { group })}
            options={[
              { value: 'all' as const, label: t('ownComposition.all') },
              ...postGroups.map((value) => ({ value, label: words.choice('postGroup', value) })),
            ]}
            width={280}
          />
          <ChoiceBox
            label={t('ownComposition.where')}
            value={line.where}
            onChange={(where) => change(line.key, { where })}
            options={seatPlaces.map((value) => ({ value, label: t(`ownComposition.places.${value}`) }))}
            isList
            width={200}
          />
          <Button
            variant="subtle"
            size="compact-sm"
            className="beside"
            onClick={() => onChange(lines.filter(({ key }) => key !== line.key))}
          >
            {t('registry.dropRow', { no: index + 1 })}
          </Button>
        </div>
      ))}
      <Button variant="default" size="compact-sm" onClick={() => onChange([...lines, lineOf('', 'head', 'own')])}>
        {t('registry.addRow')}
      </Button>
    </fieldset>
  )
}

function DropForm({ own }: { readonly own: OwnCompositionView }) {
  const { t } = useTranslation()
  const { office, session, setSession } = useDesk()
  const { send, trouble, isBusy } = useOrders(office)
  const [reason, setReason, isDropped] = useKept('reason', '', `drop ${own.compositionId}`)
  const [tried, setTried] = useState(false)
  const drop = async () => {
    setTried(true)
    if (clean(reason) === '') return
    const command = { type: 'dropComposition', compositionId: own.compositionId, reason: clean(reason) } as const
    const done = await send({ to: 'office', seen: session.officeVersion, command })
    if (done?.session === undefined) return
    setSession(done.session)
    isDropped()
  }
  return (
    <details>
      <summary>{t('ownComposition.drop', { name: own.name })}</summary>
      <LineBox label={t('registry.why.reason')} value={reason} max={500} width="100%" onChange={setReason} mustBeFilled={tried} />
      <TroubleBox trouble={trouble} />
      <Button variant="default" aria-disabled={isBusy || undefined} onClick={() => void drop()}>
        {t('ownComposition.doDrop')}
      </Button>
    </details>
  )
}
