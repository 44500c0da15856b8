// What was imported before, newest first; each can be taken back whole, with a reason, also after a restart.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportLine } from '../../../workflows/roster.ts'
import { useDesk } from '../../desk.tsx'
import { useOrders } from '../../orders.ts'
import { Chip } from '../../parts/chip.tsx'
import { showInstant } from '../../parts/dates.ts'
import { clean, LineBox } from '../../parts/form.tsx'
import { IconHistory } from '../../parts/icons.ts'
import { Sheet } from '../../parts/sheet.tsx'
import { TroubleBox } from '../../parts/trouble.tsx'
import { useAnswer } from '../../use-answer.ts'
import { useKept } from '../../use-draft.ts'

export function ImportHistory() {
  const { t } = useTranslation()
  const { answer: lines, trouble, reload } = useAnswer({ about: 'imports' })
  const [said, setSaid] = useState<string | null>(null)
  return (
    <Sheet title={t('import.past')} sub={t('import.pastSub')}>
      <TroubleBox trouble={trouble} />
      {said !== null && (
        <p className="note passed" role="status">
          {said}
        </p>
      )}
      {lines === null ? null : lines.length === 0 ? (
        <p className="pad t2">{t('import.pastNone')}</p>
      ) : (
        <ul className="lines">
          {lines.map((line) => (
            <Line
              key={line.importId}
              line={line}
              onUndone={() => {
                setSaid(t('import.undoDone', { file: line.file }))
                void reload()
              }}
            />
          ))}
        </ul>
      )}
    </Sheet>
  )
}

function Line({ line, onUndone }: { readonly line: ImportLine; readonly onUndone: () => void }) {
  const { t } = useTranslation()
  const { office } = useDesk()
  const { send, trouble, isBusy } = useOrders(office)
  const [reason, setReason, isUndone] = useKept('reason', '', line.importId)
  const [wasTried, setTried] = useState(false)
  const undo = async () => {
    setTried(true)
    const why = clean(reason)
    if (why === '') return
    const done = await send({ to: 'registry', command: { type: 'undoImport', importId: line.importId, reason: why } })
    if (done === null) return
    isUndone()
    onUndone()
  }
  return (
    <li>
      <b>{line.sheet === undefined ? line.file : t('import.pastLine', { file: line.file, sheet: line.sheet })}</b>{' '}
      <span className="sm t2">{t('import.pastBy', { at: showInstant(line.at), by: line.by })}</span>
      {line.isUndone ? (
        <>
          {' '}
          <Chip meaning="plain" icon={<IconHistory size={15} stroke={2} aria-hidden="true" />}>
            {t('import.undone')}
          </Chip>
        </>
      ) : (
        <details>
          <summary>{t('import.undo')}</summary>
          <div className="form">
            <LineBox label={t('import.undoReason')} value={reason} max={500} width="100%" onChange={setReason} mustBeFilled={wasTried} />
            <TroubleBox trouble={trouble} />
            <div>
              <Button variant="default" aria-disabled={isBusy || undefined} onClick={() => void undo()}>
                {t('import.undoDo')}
              </Button>
            </div>
          </div>
        </details>
      )}
    </li>
  )
}
