// Returns of lower offices: a file is taken in for a unit, every version is listed, whoever still owes one is named.
import { Button, Checkbox } from '@mantine/core'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { UnitId } from '../../../workflows/core/ids.ts'
import type { ReturnAnswers, ReturnBook, ReturnLine } from '../../../workflows/registry-export.ts'
import { useDesk } from '../../desk.tsx'
import { askOffice, type Trouble, troubleOf, useOrders } from '../../orders.ts'
import { base64Of } from '../../parts/bytes.ts'
import { showDay, showInstant } from '../../parts/dates.ts'
import { FileDrop } from '../../parts/file-drop.tsx'
import { clean, LineBox } from '../../parts/form.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { TroubleBox } from '../../parts/trouble.tsx'
import { useKept } from '../../use-draft.ts'
import { UnitPicker } from './post-picker.tsx'
import type { BookAsked } from './registry-export.tsx'

export type ReturnAsked = BookAsked & { readonly book: ReturnBook }
type Returns = ReturnAnswers['returns']
/** What crosses the doorway at once. */
const most = 58_000_000

export function TakenReturnsSheet({ asked }: { readonly asked: ReturnAsked }) {
  const { t } = useTranslation()
  const { office } = useDesk()
  const [view, setView] = useState<Returns | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const { book, day, managedBy, year, quarter } = asked
  const load = useCallback(async () => {
    const reply = await askOffice(office, {
      about: 'returns',
      book,
      day,
      ...(managedBy !== undefined && { managedBy }),
      ...(year !== undefined && { year }),
      ...(quarter !== undefined && { quarter }),
    })
    setTrouble(reply.ok ? null : troubleOf(reply))
    setView(reply.ok ? reply.value : null)
  }, [office, book, day, managedBy, year, quarter])
  useEffect(() => {
    void load()
  }, [load])
  return (
    <Sheet title={t('returns.taken', { book: t(`returns.books.${book}`) })} sub={t('returns.takenSub', { day: showDay(day) })}>
      <div className="pad form">
        <TroubleBox trouble={trouble} />
        {view !== null && (
          <p role="status" className={view.senders.length === 0 ? 't2' : view.missing.length === 0 ? 'note passed' : 'note'}>
            {view.senders.length === 0
              ? t('returns.noSenders')
              : view.missing.length === 0
                ? t('returns.allSent', { count: view.senders.length })
                : t('returns.missing', { count: view.missing.length, units: view.missing.map(({ unit }) => unit).join('; ') })}
          </p>
        )}
        <Take asked={asked} onTaken={() => void load()} />
      </div>
      {view !== null && view.taken.length > 0 && (
        <ul className="lines">
          {view.taken.map((line) => (
            <Line key={`${line.unitId} ${line.version}`} book={book} day={day} line={line} onDropped={() => void load()} />
          ))}
        </ul>
      )}
      {view !== null && <Senders view={view} onSet={() => void load()} />}
    </Sheet>
  )
}

function Take({ asked, onTaken }: { readonly asked: ReturnAsked; readonly onTaken: () => void }) {
  const { t } = useTranslation()
  const { office } = useDesk()
  const { send, trouble } = useOrders(office)
  const [unit, setUnit] = useState('')
  const [reason, setReason, isReasoned] = useKept('otherName', '')
  const [done, setDone] = useState<string | null>(null)
  const [tooBig, setTooBig] = useState(false)
  const otherName = trouble !== null && 'refusal' in trouble && trouble.refusal.code === 'return-of-other-unit'
  const take = async (name: string, bytes: Uint8Array) => {
    setDone(null)
    setTooBig(false)
    if (unit === '') return
    const why = clean(reason)
    const { book, day, managedBy, bands, year, quarter } = asked
    const reply = await send({
      to: 'shell',
      act: {
        act: 'takeReturn',
        book,
        day,
        unitId: UnitId.parse(unit),
        bytes: base64Of(bytes),
        ...(managedBy !== undefined && { managedBy }),
        ...(bands !== undefined && { bands }),
        ...(year !== undefined && { year }),
        ...(quarter !== undefined && { quarter }),
        ...(why !== '' && { otherNameReason: why }),
      },
    })
    if (reply === null) return
    isReasoned()
    setDone(t('returns.takenDone', { file: name }))
    onTaken()
  }
  return (
    <>
      <UnitPicker label={t('returns.of')} value={unit} onChange={setUnit} />
      {(otherName || reason !== '') && (
        <LineBox
          label={t('returns.otherName')}
          help={t('returns.otherNameHelp')}
          value={reason}
          onChange={setReason}
          max={500}
          width="100%"
        />
      )}
      {unit === '' ? (
        <p className="t2">{t('returns.unitFirst')}</p>
      ) : (
        <FileDrop
          text={t('returns.drop')}
          choose={t('returns.choose')}
          accept=".xlsx"
          most={most}
          onTooBig={() => setTooBig(true)}
          onFile={(name, bytes) => void take(name, bytes)}
        />
      )}
      <TroubleBox trouble={tooBig ? { refusal: { code: 'workbook-too-big', megabytes: Math.floor(most / 1_000_000) } } : trouble} />
      {done !== null && (
        <p className="note passed" role="status">
          {done}
        </p>
      )}
    </>
  )
}

type LineProps = { readonly book: ReturnBook; readonly day: string; readonly line: ReturnLine; readonly onDropped: () => void }
function Line({ book, day, line, onDropped }: LineProps) {
  const { t } = useTranslation()
  const { office, session } = useDesk()
  const { send, trouble, isBusy } = useOrders(office)
  const [reason, setReason, isDropped] = useKept('dropReason', '', `${line.unitId} ${line.version}`)
  const [wasTried, setTried] = useState(false)
  const drop = async () => {
    setTried(true)
    const why = clean(reason)
    if (why === '') return
    const { unitId, scope, since, version } = line
    const done = await send({
      to: 'office',
      seen: session.officeVersion,
      command: {
        type: 'dropReturn',
        book,
        day,
        unitId: UnitId.parse(unitId),
        scope,
        version,
        reason: why,
        ...(since !== undefined && { since }),
      },
    })
    if (done === null) return
    isDropped()
    onDropped()
  }
  const standing =
    line.dropped !== undefined ? t('returns.dropped', { reason: line.dropped }) : line.counts ? t('returns.counts') : t('returns.replaced')
  return (
    <li>
      <b>{t('returns.line', { unit: line.unit, version: line.version, total: line.total })}</b> <span className="t2">· {standing}</span>{' '}
      <span className="sm t2">
        · {t('returns.lineFrom', { sender: line.sender, made: showInstant(line.madeAt), taken: showInstant(line.takenAt), by: line.by })}
      </span>
      {line.dropped === undefined && (
        <details>
          <summary>{t('returns.drop1')}</summary>
          <div className="form">
            <LineBox label={t('returns.dropReason')} value={reason} max={500} width="100%" onChange={setReason} mustBeFilled={wasTried} />
            <TroubleBox trouble={trouble} />
            <div>
              <Button variant="default" aria-disabled={isBusy || undefined} onClick={() => void drop()}>
                {t('returns.dropDo')}
              </Button>
            </div>
          </div>
        </details>
      )}
    </li>
  )
}

function Senders({ view, onSet }: { readonly view: Returns; readonly onSet: () => void }) {
  const { t } = useTranslation()
  const { office, session } = useDesk()
  const { send, trouble, isBusy } = useOrders(office)
  const [unit, setUnit] = useState('')
  const set = async (unitIds: readonly string[]) => {
    const command = { type: 'setReturnSenders' as const, unitIds: unitIds.map((one) => UnitId.parse(one)) }
    const done = await send({ to: 'office', seen: session.officeVersion, command })
    if (done === null) return
    setUnit('')
    onSet()
  }
  const known = view.senders.map(({ unitId }) => unitId)
  return (
    <div className="pad">
      <details>
        <summary>{t('returns.senders', { count: known.length })}</summary>
        <div className="form">
          <p className="t2">{t('returns.sendersHelp')}</p>
          {view.senders.map(({ unitId, unit: name }) => (
            <Checkbox key={unitId} label={name} checked onChange={() => void set(known.filter((one) => one !== unitId))} />
          ))}
          <UnitPicker label={t('returns.addSender')} value={unit} onChange={setUnit} />
          <TroubleBox trouble={trouble} />
          <div>
            <Button
              variant="default"
              aria-disabled={unit === '' || isBusy || undefined}
              onClick={() => void (unit !== '' && set([...known, unit]))}
            >
              {t('returns.addSenderDo')}
            </Button>
          </div>
        </div>
      </details>
    </div>
  )
}
