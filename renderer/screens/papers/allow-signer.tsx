// Another person signs in the place of the one whose turn it is: who, why, by which document. The paper is made anew and the screen goes to it.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CaseId, PaperId } from '../../../workflows/core/ids.ts'
import type { PaperView } from '../../../workflows/procedure/case-view.ts'
import { mayAsk } from '../../../workflows/roles.ts'
import { useCase } from '../../case-desk.tsx'
import { useDesk } from '../../desk.tsx'
import { useOrders } from '../../orders.ts'
import { CitizenBox, isCitizenId } from '../../parts/citizen-box.tsx'
import { clean, DocumentBoxes, documentOf, emptyDocument, LineBox, TextBox } from '../../parts/form.tsx'
import { TroubleBox } from '../../parts/trouble.tsx'
import { useDraft } from '../../use-draft.ts'

const nobody = { name: '', citizenId: '', reason: '', document: emptyDocument }

export function AllowSigner(props: { readonly paper: PaperView; readonly signer: PaperView['signers'][number] }) {
  const { t } = useTranslation()
  const { office, session, go } = useDesk()
  const { view, setView } = useCase()
  const { send, trouble, isBusy } = useOrders(office)
  const { paper, signer } = props
  const { draft, set, done: isAllowed } = useDraft(nobody, signer.field)
  const [tried, setTried] = useState(false)
  // Papers of no meeting name their signer when they are asked for: there another name is simply typed.
  if (paper.conferenceId === undefined || !session.operator?.roles.some((role) => mayAsk.allowSigner.includes(role))) return null
  const citizenId = clean(draft.citizenId)
  const document = documentOf(draft.document, session.today)
  const allow = async () => {
    setTried(true)
    const [name, reason] = [clean(draft.name), clean(draft.reason)]
    if (name === '' || !isCitizenId(citizenId) || reason === '' || document === null) return
    const command = {
      type: 'allowSigner',
      paperId: PaperId.parse(paper.paperId),
      field: signer.field,
      name,
      citizenId,
      reason,
      document,
    } as const
    const done = await send({ to: 'case', caseId: CaseId.parse(view.caseId), seen: view.version, command })
    if (done?.case === undefined) return
    isAllowed()
    setView(done.case)
    const next = done.case.papers.findLast((one) => one.kind === paper.kind && one.conferenceId === paper.conferenceId)
    if (next !== undefined) go({ at: 'paper', caseId: view.caseId, paperId: next.paperId })
  }
  return (
    <details>
      <summary>{t('allowSigner.title')}</summary>
      <div className="form">
        <p className="sm t2">{t('allowSigner.help', { name: signer.personName })}</p>
        <LineBox label={t('allowSigner.name')} value={draft.name} max={120} onChange={set('name')} mustBeFilled={tried} />
        <CitizenBox value={draft.citizenId} onChange={set('citizenId')} tried={tried} mustBeFilled />
        <DocumentBoxes
          legend={t('allowSigner.document')}
          value={draft.document}
          onChange={set('document')}
          today={session.today}
          mustBeFilled={tried}
        />
        <TextBox
          isOneLine
          label={t('allowSigner.reason')}
          value={draft.reason}
          rows={2}
          max={250}
          onChange={set('reason')}
          mustBeFilled={tried}
        />
        <TroubleBox trouble={trouble} />
        <div>
          <Button variant="default" aria-disabled={isBusy || undefined} onClick={() => void allow()}>
            {t('allowSigner.do')}
          </Button>
        </div>
      </div>
    </details>
  )
}
