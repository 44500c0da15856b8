// What the office itself does to its registers: a new term, where its own book stands, numbers that book gave.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OfficeCommand } from '../../workflows/office.ts'
import { RegisterId, registerId, type Term } from '../../workflows/papers/register.ts'
import { useDesk } from '../desk.tsx'
import { useOrders } from '../orders.ts'
import { CountBox, countIn } from '../parts/count-box.tsx'
import { parseDay } from '../parts/dates.ts'
import { DayBox } from '../parts/day-box.tsx'
import { ChoiceBox, clean, LineBox } from '../parts/form.tsx'
import { TroubleBox } from '../parts/trouble.tsx'
import { useDraft } from '../use-draft.ts'

/** Sends an order to the desk; `isDone` after it was recorded. */
function useDeskOrder(onDone: () => Promise<void>) {
  const { office, session, setSession } = useDesk()
  const { send, trouble, isBusy } = useOrders(office)
  const [isDone, setDone] = useState(false)
  const order = async (command: OfficeCommand): Promise<boolean> => {
    setDone(false)
    const done = await send({ to: 'office', seen: session.officeVersion, command })
    if (done?.session === undefined) return false
    setSession(done.session)
    setDone(true)
    await onDone()
    return true
  }
  return { order, trouble, isBusy, isDone }
}

export function TermForm({ onDone }: { readonly onDone: () => Promise<void> }) {
  const { t } = useTranslation()
  const { session } = useDesk()
  const { order, trouble, isBusy } = useDeskOrder(onDone)
  const { draft, set, setDraft } = useDraft({ name: '', from: '' })
  const [tried, setTried] = useState(false)
  const start = async () => {
    setTried(true)
    const from = parseDay(draft.from, session.today)
    if (from === null || clean(draft.name) === '') return
    if (!(await order({ type: 'startTerm', name: clean(draft.name), from }))) return
    setDraft({ name: '', from: '' })
    setTried(false)
  }
  return (
    <details>
      <summary>{t('register.startTerm')}</summary>
      <LineBox label={t('register.termName')} value={draft.name} max={120} onChange={set('name')} mustBeFilled={tried} />
      <DayBox label={t('register.termFrom')} value={draft.from} onChange={set('from')} today={session.today} mustBeFilled={tried} />
      <TroubleBox trouble={trouble} />
      <Button variant="default" aria-disabled={isBusy || undefined} onClick={() => void start()}>
        {t('register.startTerm')}
      </Button>
    </details>
  )
}

export function TakeNumberForm({ register, onDone }: { readonly register: string; readonly onDone: () => Promise<void> }) {
  const { t } = useTranslation()
  const { order, trouble, isBusy, isDone } = useDeskOrder(onDone)
  const { draft, set, setDraft } = useDraft({ count: '1', reason: '' })
  const [tried, setTried] = useState(false)
  const take = async () => {
    setTried(true)
    const count = countIn(draft.count)
    if (count === undefined || clean(draft.reason) === '') return
    if (!(await order({ type: 'takeNumber', register, count, reason: clean(draft.reason) }))) return
    setDraft({ count: '1', reason: '' })
    setTried(false)
  }
  return (
    <details>
      <summary>{t('register.take')}</summary>
      <CountBox label={t('register.takeCount')} value={draft.count} onChange={set('count')} width={110} mustBeFilled={tried} />
      <LineBox label={t('register.takeWhy')} value={draft.reason} max={500} onChange={set('reason')} mustBeFilled={tried} width="100%" />
      <TroubleBox trouble={trouble} />
      <Button variant="default" aria-disabled={isBusy || undefined} onClick={() => void take()}>
        {t('register.doTake')}
      </Button>
      <span role="status">{isDone ? t('register.taken') : ''}</span>
    </details>
  )
}

export function StartRegisterForm({ terms, onDone }: { readonly terms: readonly Term[]; readonly onDone: () => Promise<void> }) {
  const { t } = useTranslation()
  const { session } = useDesk()
  const { order, trouble, isBusy, isDone } = useDeskOrder(onDone)
  const [form, setForm] = useState<'state' | 'party'>(session.organisation?.form ?? 'state')
  const { draft, set } = useDraft({ sign: session.organisation?.sign ?? '', type: 'BB', year: session.today.slice(0, 4), next: '' })
  const [tried, setTried] = useState(false)
  const term = terms.at(-1)
  const start = async () => {
    setTried(true)
    const next = countIn(draft.next)
    const period = form === 'state' ? draft.year.trim() : (term?.from ?? '')
    const register = RegisterId.safeParse(registerId({ form, sign: clean(draft.sign), type: clean(draft.type), period, isSample: false }))
    if (!register.success || next === undefined || next < 2) return
    await order({ type: 'startRegister', register: register.data, next })
  }
  return (
    <details>
      <summary>{t('register.start')}</summary>
      <ChoiceBox
        label={t('register.form')}
        value={form}
        onChange={setForm}
        options={[
          { value: 'state', label: t('register.formState') },
          { value: 'party', label: t('register.formParty') },
        ]}
      />
      {form === 'party' && term === undefined && <p className="note wrong">{t('register.noTerm')}</p>}
      <LineBox label={t('register.sign')} value={draft.sign} max={40} onChange={set('sign')} mustBeFilled={tried} />
      <LineBox label={t('register.type')} value={draft.type} max={10} onChange={set('type')} mustBeFilled={tried} />
      {form === 'state' && (
        <CountBox label={t('register.year')} value={draft.year} onChange={set('year')} width={110} mustBeFilled={tried} />
      )}
      <CountBox label={t('register.startNext')} value={draft.next} onChange={set('next')} width={110} mustBeFilled={tried} />
      <TroubleBox trouble={trouble} />
      <Button variant="default" aria-disabled={isBusy || undefined} onClick={() => void start()}>
        {t('register.doStart')}
      </Button>
      <span role="status">{isDone ? t('register.started') : ''}</span>
    </details>
  )
}
