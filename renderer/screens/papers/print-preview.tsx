// Ctrl P on the page of a paper: the very bytes that will be printed, at true size, and the print itself, which is noted in the case.
import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CaseId, PaperId } from '../../../workflows/core/ids.ts'
import type { Answers } from '../../../workflows/office.ts'
import { useCase } from '../../case-desk.tsx'
import { useDesk } from '../../desk.tsx'
import { strokeOf } from '../../keys/stroke.ts'
import { askOffice, type Trouble, troubleOf, useOrders } from '../../orders.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { clean } from '../../parts/form.tsx'
import { KeyCap } from '../../parts/key-cap.tsx'
import { Loading } from '../../parts/loading.tsx'
import { PdfPages } from '../../parts/pdf-pages.tsx'
import { TroubleBox } from '../../parts/trouble.tsx'
import { useKept } from '../../use-draft.ts'
import { PrintAgainWhy } from './print-again.tsx'
import '../../palette/palette.css'

/** The button, its key, and the dialog while it is open. */
export function PrintPreview(props: { readonly paperId: string; readonly name: string }) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (strokeOf(event) !== 'Ctrl+KeyP' || event.defaultPrevented) return
      event.preventDefault()
      setOpen(true)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return (
    <>
      <Button variant="default" size="compact-sm" rightSection={<KeyCap>Ctrl P</KeyCap>} onClick={() => setOpen(true)}>
        {t('shortcut.print')}
      </Button>
      {isOpen && <Preview {...props} onClose={() => setOpen(false)} />}
    </>
  )
}

function Preview(props: { readonly paperId: string; readonly name: string; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { office } = useDesk()
  const { view, setView } = useCase()
  const { send, trouble, isBusy } = useOrders(office)
  const [shown, setShown] = useState<Answers['print'] | null>(null)
  const [askTrouble, setAskTrouble] = useState<Trouble | null>(null)
  const [reason, setReason, isNoted] = useKept('reason', '', `print ${props.paperId}`)
  const [tried, setTried] = useState(false)
  const [isPrinted, setPrinted] = useState(false)
  const { caseId } = view
  const { paperId } = props
  const wasPrinted = view.prints.some((print) => print.items.some((item) => item.paperId === paperId))
  useEffect(() => {
    let isGone = false
    const items = [{ paperId: PaperId.parse(paperId), copies: 1 }]
    void askOffice(office, { about: 'print', caseId: CaseId.parse(caseId), items }).then((reply) => {
      if (isGone) return
      if (reply.ok) setShown(reply.value)
      else setAskTrouble(troubleOf(reply))
    })
    return () => {
      isGone = true
    }
  }, [office, caseId, paperId])
  const print = async () => {
    setTried(true)
    if (wasPrinted && clean(reason) === '') return
    const items = [{ paperId: PaperId.parse(paperId), copies: 1 }]
    const act = { act: 'printPapers' as const, caseId: CaseId.parse(caseId), items, ...(wasPrinted && { reason: clean(reason) }) }
    const done = await send({ to: 'shell', act })
    if (done?.printed === undefined) return
    isNoted()
    setShown(done.printed)
    setPrinted(true)
    setTried(false)
    if (done.case !== undefined) setView(done.case)
  }
  return (
    <Dialog title={t('preview.title', { paper: props.name })} className="print-preview" onClose={props.onClose}>
      <p className="sm t2">
        {t('preview.size')} {t('print.sides')}
      </p>
      <TroubleBox trouble={trouble ?? askTrouble} />
      {shown === null ? (
        askTrouble === null && <Loading />
      ) : (
        <PdfPages key={`${shown.sha256} ${isPrinted}`} base64={shown.bytes} title={t('print.title')} isPrinted={isPrinted} isTrueSize />
      )}
      {wasPrinted && !isPrinted && <PrintAgainWhy value={reason} onChange={setReason} tried={tried} />}
      <div className="row">
        <Button aria-disabled={isBusy || shown === null || undefined} onClick={() => shown !== null && void print()}>
          {t('print.do')}
        </Button>
        <span role="status">
          {shown === null ? '' : isPrinted ? t('print.done', { pages: shown.pages }) : t('print.pages', { count: shown.pages })}
        </span>
        <Button className="push" variant="subtle" onClick={props.onClose} rightSection={<KeyCap>Esc</KeyCap>}>
          {t('keys.close')}
        </Button>
      </div>
    </Dialog>
  )
}
