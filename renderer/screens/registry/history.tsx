// What happened to a record: who said what, when and why; the newest first; each act can be taken back, and stays in sight.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NamedHistory } from '../../../workflows/registry/counter.ts'
import { useDesk } from '../../desk.tsx'
import { useOrders } from '../../orders.ts'
import { showDay, showInstant } from '../../parts/dates.ts'
import { clean, LineBox } from '../../parts/form.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { TroubleBox } from '../../parts/trouble.tsx'
import { useKept } from '../../use-draft.ts'
import { useRegistryWords } from './words.ts'

export function HistorySheet(props: { readonly history: NamedHistory; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const words = useRegistryWords()
  return (
    <Sheet title={t('registry.history.title')} sub={t('registry.history.sub')}>
      <ul className="lines">
        {props.history.map((line) => (
          <li key={line.version}>
            <p className="t2">
              {showInstant(line.at)}, {line.byName}
            </p>
            {line.undoes !== undefined && <p>{t('registry.history.undoes', { count: line.undoes.length })}</p>}
            {line.entries.map((entry, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: what a fact said never changes its order
              <p key={index} className={line.undoneBy === undefined ? undefined : 'undone'}>
                {words.entry(entry)}
              </p>
            ))}
            {line.imported !== undefined && (
              <p className="t2">
                {t('registry.history.imported', { file: line.imported.file, rows: [...new Set(line.imported.rows)].join(', ') })}
              </p>
            )}
            {line.document !== undefined && (
              <p className="t2">{t('registry.history.document', { number: line.document.number, day: showDay(line.document.date) })}</p>
            )}
            {line.reason !== undefined && <p className="t2">{t('registry.history.reason', { reason: line.reason })}</p>}
            {line.undoneBy !== undefined ? (
              <Undone by={props.history.find(({ version }) => version === line.undoneBy)} />
            ) : (
              line.undoes === undefined && line.imported === undefined && <UndoForm version={line.version} onDone={props.onDone} />
            )}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

/** Who took the act back, when and why; the bare fact where that lies further back than is shown. */
function Undone({ by }: { readonly by: NamedHistory[number] | undefined }) {
  const { t } = useTranslation()
  if (by === undefined) return <p className="t2">{t('registry.history.undone')}</p>
  return (
    <>
      <p className="t2">{t('registryMerge.undoneBy', { at: showInstant(by.at), name: by.byName })}</p>
      {by.reason !== undefined && <p className="t2">{t('registryMerge.undoneWhy', { reason: by.reason })}</p>}
    </>
  )
}

function UndoForm(props: { readonly version: number; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const { office } = useDesk()
  const { send, trouble, isBusy } = useOrders(office)
  const [reason, setReason, isUndone] = useKept('reason', '', `undo ${props.version}`)
  const [tried, setTried] = useState(false)
  const undo = async () => {
    setTried(true)
    if (clean(reason) === '') return
    const done = await send({ to: 'registry', command: { type: 'undoEdit', version: props.version, reason: clean(reason) } })
    if (done === null) return
    isUndone()
    props.onDone()
  }
  return (
    <details>
      <summary>{t('registry.history.undo')}</summary>
      <LineBox label={t('registry.history.undoWhy')} value={reason} max={500} width="100%" onChange={setReason} mustBeFilled={tried} />
      <TroubleBox trouble={trouble} />
      <Button variant="default" aria-disabled={isBusy || undefined} onClick={() => void undo()}>
        {t('registry.history.doUndo')}
      </Button>
    </details>
  )
}
