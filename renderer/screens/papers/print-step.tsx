// Printing the set of a step: which step, how many copies of each paper, the preview (the very bytes), the print on record, the log of prints.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CaseId, PaperId } from '../../../workflows/core/ids.ts'
import type { Answers } from '../../../workflows/office.ts'
import type { PrintSetView } from '../../../workflows/procedure/case-view.ts'
import { useCase } from '../../case-desk.tsx'
import { useDesk } from '../../desk.tsx'
import { askOffice, type Trouble, troubleOf, useOrders } from '../../orders.ts'
import { showInstant } from '../../parts/dates.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { ChoiceBox, clean, LineBox } from '../../parts/form.tsx'
import { KeyCap } from '../../parts/key-cap.tsx'
import { PdfPages } from '../../parts/pdf-pages.tsx'
import { TroubleBox } from '../../parts/trouble.tsx'
import { useKept } from '../../use-draft.ts'
import { useWording } from '../../wording.ts'
import { PrintAgainWhy } from './print-again.tsx'
import '../../palette/palette.css'

const keyOf = ({ conferenceId }: PrintSetView): string => conferenceId ?? 'case'

export function PrintStep() {
  const { t } = useTranslation()
  const say = useWording()
  const { view } = useCase()
  const [key, setKey] = useState(keyOf(view.printSets.at(-1) ?? { items: [] }))
  const chosen = view.printSets.find((set) => keyOf(set) === key)
  return (
    <div className="form">
      <ChoiceBox
        label={t('print.step')}
        value={key}
        onChange={setKey}
        isList
        width="100%"
        options={view.printSets.map((set) => ({
          value: keyOf(set),
          label: set.stage === undefined ? t('print.ofCase') : say.stage(set.stage),
        }))}
      />
      {chosen !== undefined && <PrintSet key={`${key} ${chosen.items.length}`} set={chosen} />}
      <PrintLog />
    </div>
  )
}

const copiesOf = (typed: string): number | null => (/^\d{1,4}$/.test(typed.trim()) ? Number(typed) : null)

function PrintSet(props: { readonly set: PrintSetView }) {
  const { t } = useTranslation()
  const say = useWording()
  const { office } = useDesk()
  const { view, setView } = useCase()
  const { send, trouble, isBusy } = useOrders(office)
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(props.set.items.map(({ paperId, copies }) => [paperId, String(copies)])),
  )
  const [reason, setReason, isDone] = useKept('reason', '', 'print')
  const [tried, setTried] = useState(false)
  const [shown, setShown] = useState<Answers['print'] | null>(null)
  const [previewTrouble, setPreviewTrouble] = useState<Trouble | null>(null)
  const [printed, setPrinted] = useState(false)
  const caseId = CaseId.parse(view.caseId)
  const counts = props.set.items.map(({ paperId }) => ({ paperId: PaperId.parse(paperId), copies: copiesOf(typed[paperId] ?? '') }))
  const items = counts.flatMap(({ paperId, copies }) => (copies === null || copies === 0 ? [] : [{ paperId, copies }]))
  const isWhole = counts.every(({ copies }) => copies !== null) && items.length > 0
  const wasPrinted = items.some(({ paperId }) => view.prints.some((print) => print.items.some((item) => item.paperId === paperId)))
  const lacksReason = wasPrinted && clean(reason) === ''
  const preview = async () => {
    setTried(true)
    if (!isWhole) return
    const reply = await askOffice(office, { about: 'print', caseId, items })
    setPrinted(false)
    setPreviewTrouble(reply.ok ? null : troubleOf(reply))
    if (reply.ok) setShown(reply.value)
  }
  const print = async () => {
    setTried(true)
    if (!isWhole || lacksReason) return
    const done = await send({ to: 'shell', act: { act: 'printPapers', caseId, items, ...(wasPrinted && { reason: clean(reason) }) } })
    if (done?.printed === undefined) return
    setShown(done.printed)
    isDone()
    setPrinted(true)
    setTried(false)
    setReason('')
    if (done.case !== undefined) setView(done.case)
  }
  return (
    <div className="form">
      <fieldset className="plain form">
        <legend>{t('print.copies')}</legend>
        {props.set.items.map(({ paperId }) => {
          const paper = view.papers.find((one) => one.paperId === paperId)
          const value = typed[paperId] ?? ''
          return (
            <LineBox
              key={paperId}
              label={paper === undefined ? paperId : say.paper(paper)}
              value={value}
              width={72}
              labelStands="beside"
              max={4}
              onChange={(text) => setTyped({ ...typed, [paperId]: text })}
              error={tried && copiesOf(value) === null ? t('print.noCopies') : undefined}
            />
          )
        })}
      </fieldset>
      {wasPrinted && <PrintAgainWhy value={reason} onChange={setReason} tried={tried} />}
      <TroubleBox trouble={trouble ?? previewTrouble} />
      <div className="row">
        <Button variant="default" aria-disabled={isBusy || undefined} onClick={() => void preview()}>
          {t('print.preview')}
        </Button>
        <Button aria-disabled={isBusy || undefined} onClick={() => void print()}>
          {t('print.do')}
        </Button>
      </div>
      {shown !== null && (
        <Dialog title={t('print.title')} className="print-preview of-set" onClose={() => setShown(null)}>
          <p className="sm t2">
            {t('preview.size')} {t('print.sides')}
          </p>
          <PdfPages key={`${shown.sha256} ${printed}`} base64={shown.bytes} title={t('print.title')} isPrinted={printed} isTrueSize />
          <div className="row">
            {!printed && !lacksReason && (
              <Button aria-disabled={isBusy || undefined} onClick={() => void print()}>
                {t('print.do')}
              </Button>
            )}
            <span role="status">{printed ? t('print.done', { pages: shown.pages }) : t('print.pages', { count: shown.pages })}</span>
            <Button className="push" variant="subtle" onClick={() => setShown(null)} rightSection={<KeyCap>Esc</KeyCap>}>
              {t('keys.close')}
            </Button>
          </div>
        </Dialog>
      )}
    </div>
  )
}

function PrintLog() {
  const { t } = useTranslation()
  const { view, nameOf } = useCase()
  if (view.prints.length === 0) return null
  return (
    <details>
      <summary>{t('print.log')}</summary>
      <ul className="lines">
        {[...view.prints].reverse().map((print) => (
          <li key={`${print.at} ${print.items.length}`} className="sm">
            {t('print.logLine', { at: showInstant(print.at), by: nameOf(print.by), pages: print.pages, papers: print.items.length })}
            {print.reason !== undefined && <span className="t2"> · {print.reason}</span>}
          </li>
        ))}
      </ul>
    </details>
  )
}
