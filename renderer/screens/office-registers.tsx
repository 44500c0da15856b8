// The registers of paper numbers: who has which number, voiding one with its reason, following the office's own book.
import { Button } from '@mantine/core'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CaseId, PaperId } from '../../workflows/core/ids.ts'
import type { NumberView, RegistersView, RegisterView } from '../../workflows/office.ts'
import { mayReadRegisters } from '../../workflows/roles.ts'
import { useDesk } from '../desk.tsx'
import { askOffice, type Trouble, troubleOf, useOrders } from '../orders.ts'
import { showDay } from '../parts/dates.ts'
import { ChoiceBox, clean, LineBox } from '../parts/form.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { TroubleBox } from '../parts/trouble.tsx'
import { useKept } from '../use-draft.ts'
import { useWording } from '../wording.ts'
import { StartRegisterForm, TakeNumberForm, TermForm } from './office-register-forms.tsx'

const nothing: RegistersView = { terms: [], registers: [], numbers: [] }
const numberOf = (no: number) => String(no).padStart(2, '0')

/** Nothing is asked for a reader the office would not answer. */
export function RegisterSheet() {
  const { t } = useTranslation()
  const { session } = useDesk()
  const mayRead = session.operator?.roles.some((role) => mayReadRegisters.includes(role)) === true
  if (mayRead) return <Registers />
  return (
    <Sheet title={t('register.title')} sub={t('register.sub')}>
      <p className="pad t2">{t('register.notYours')}</p>
    </Sheet>
  )
}

function Registers() {
  const { t } = useTranslation()
  const { office } = useDesk()
  const [view, setView] = useState(nothing)
  const [chosen, setChosen] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const load = useCallback(async () => {
    const all = await askOffice(office, { about: 'registers' })
    const register = chosen ?? (all.ok ? all.value.registers[0]?.register : undefined)
    const reply = register === undefined ? all : await askOffice(office, { about: 'registers', register })
    setTrouble(reply.ok ? null : troubleOf(reply))
    if (reply.ok) setView(reply.value)
  }, [office, chosen])
  useEffect(() => {
    void load()
    return office.onChange(() => void load())
  }, [office, load])
  const register = view.registers.find((one) => one.register === chosen) ?? view.registers[0]
  return (
    <Sheet title={t('register.title')} sub={t('register.sub')}>
      <TroubleBox trouble={trouble} />
      {register === undefined ? (
        <p className="pad t2">{t('register.none')}</p>
      ) : (
        <OneRegister view={view} register={register} choose={setChosen} reload={load} />
      )}
      <div className="pad form">
        <h3>{t('register.terms')}</h3>
        {view.terms.length === 0 && <p className="t2">{t('register.noTerm')}</p>}
        {view.terms.length > 0 && (
          <ul className="lines">
            {view.terms.map((term) => (
              <li key={term.from}>{t('register.termLine', { name: term.name, day: showDay(term.from) })}</li>
            ))}
          </ul>
        )}
        <TermForm onDone={load} />
        <StartRegisterForm terms={view.terms} onDone={load} />
      </div>
    </Sheet>
  )
}

function OneRegister(props: {
  readonly view: RegistersView
  readonly register: RegisterView
  readonly choose: (register: string) => void
  readonly reload: () => Promise<void>
}) {
  const { t } = useTranslation()
  const { view, register, reload } = props
  const nameOf = ({ type, sign, period, termName, isSample }: RegisterView) =>
    t(isSample ? 'register.lineSample' : 'register.line', { type, sign, period: termName ?? period })
  return (
    <div className="pad form">
      <ChoiceBox
        label={t('register.which')}
        value={register.register}
        onChange={props.choose}
        options={view.registers.map((one) => ({ value: one.register, label: nameOf(one) }))}
        isList
        width="100%"
      />
      <p>{t('register.next', { no: numberOf(register.next) })}</p>
      <table className="table">
        <thead>
          <tr>
            <th>{t('register.no')}</th>
            <th>{t('register.paper')}</th>
            <th>{t('register.case')}</th>
            <th>{t('register.state')}</th>
          </tr>
        </thead>
        <tbody>
          {view.numbers.map((one) => (
            <NumberRow key={one.first} number={one} reload={reload} />
          ))}
        </tbody>
      </table>
      <TakeNumberForm register={register.register} onDone={reload} />
    </div>
  )
}

function NumberRow({ number, reload }: { readonly number: NumberView; readonly reload: () => Promise<void> }) {
  const { t } = useTranslation()
  const { go } = useDesk()
  const say = useWording()
  const { first, last, standing, reason, caseId, paperId, kind, stage, personName, post } = number
  return (
    <tr>
      <td>{first === last ? numberOf(first) : t('register.run', { first: numberOf(first), last: numberOf(last) })}</td>
      <td>
        {kind === undefined || caseId === undefined || paperId === undefined ? (
          ''
        ) : (
          <button type="button" className="linkish" onClick={() => go({ at: 'paper', caseId, paperId })}>
            {say.paper({ kind, ...(stage !== undefined && { stage }), ...(personName !== undefined && { personName }) })}
          </button>
        )}
      </td>
      <td>{post}</td>
      <td>
        <div className="cell-fold">
          <span>
            <StandingText standing={standing} />
            {reason !== undefined && <span className="t2">: {reason}</span>}
          </span>
          {standing === 'awaiting-signatures' && <VoidForm number={number} reload={reload} />}
        </div>
      </td>
    </tr>
  )
}

function StandingText({ standing }: Pick<NumberView, 'standing'>) {
  const { t } = useTranslation()
  switch (standing) {
    case 'takenByHand':
      return t('register.takenByHand')
    case 'before':
      return t('register.before')
    case 'awaiting-signatures':
      return t('register.waiting')
    case 'owed':
      return t('paper.owed')
    case 'unsigned':
      return t('paper.unsigned')
    case 'signed':
      return t('paper.signed')
    case 'superseded':
      return t('paper.superseded')
    case 'voided':
      return t('paper.voided')
  }
}

/** Only a paper nobody has signed yet; the law refuses the rest with its reason. */
function VoidForm({ number, reload }: { readonly number: NumberView; readonly reload: () => Promise<void> }) {
  const { t } = useTranslation()
  const say = useWording()
  const { office } = useDesk()
  const { send, trouble, isBusy } = useOrders(office)
  const [reason, setReason, isDone] = useKept('reason', '', `${number.first} ${number.paperId}`)
  const [tried, setTried] = useState(false)
  const { caseId, caseVersion, paperId } = number
  if (caseId === undefined || caseVersion === undefined || paperId === undefined) return null
  const no = numberOf(number.first)
  const voidIt = async () => {
    setTried(true)
    if (clean(reason) === '') return
    const command = { type: 'voidNumber', paperId: PaperId.parse(paperId), reason: clean(reason) } as const
    const done = await send({ to: 'case', caseId: CaseId.parse(caseId), seen: caseVersion, command })
    if (done === null) return
    isDone()
    await reload()
  }
  return (
    <details>
      <summary>{say.command('voidNumber')}</summary>
      <LineBox label={t('register.voidWhy', { no })} value={reason} max={500} onChange={setReason} mustBeFilled={tried} width="100%" />
      <TroubleBox trouble={trouble} />
      <Button variant="default" aria-disabled={isBusy || undefined} onClick={() => void voidIt()}>
        {t('register.void', { no })}
      </Button>
    </details>
  )
}
