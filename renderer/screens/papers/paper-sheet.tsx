// The papers of a case: drawn or still owed, and who has signed. Also the whole case as a folder.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CaseId } from '../../../workflows/core/ids.ts'
import type { PaperView } from '../../../workflows/procedure/case-view.ts'
import { useCase } from '../../case-desk.tsx'
import { useDesk } from '../../desk.tsx'
import { useOrders } from '../../orders.ts'
import { Chip } from '../../parts/chip.tsx'
import { Empty } from '../../parts/empty.tsx'
import { clean, LineBox } from '../../parts/form.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { TroubleBox } from '../../parts/trouble.tsx'
import { useKept } from '../../use-draft.ts'
import { useWording } from '../../wording.ts'
import { Agreement } from './agreement.tsx'
import { BagForm } from './bag.tsx'
import { OneFile } from './one-file.tsx'
import { PrintStep } from './print-step.tsx'
import { WordCopies } from './word-copies.tsx'

export function PaperChip(props: { readonly paper: PaperView }) {
  const { t } = useTranslation()
  const { status, signers } = props.paper
  const signed = signers.filter((signer) => signer.signedAt !== undefined).length
  switch (status) {
    case 'owed':
      return <Chip meaning="warn">{t('paper.owed')}</Chip>
    case 'awaiting-signatures':
      return <Chip meaning="ink">{t('paper.awaiting', { signed, total: signers.length })}</Chip>
    case 'unsigned':
      return <Chip meaning="plain">{t('paper.unsigned')}</Chip>
    case 'signed':
      return <Chip meaning="passed">{t('paper.signed')}</Chip>
    case 'superseded':
      return <Chip meaning="plain">{t('paper.superseded')}</Chip>
    case 'voided':
      return <Chip meaning="plain">{t('paper.voided')}</Chip>
  }
}

/** What is owed and what waits for a hand stand first; what was replaced lies folded under the rest. */
const groups: readonly { readonly name: 'owed' | 'waiting' | 'done' | 'old'; readonly statuses: readonly PaperView['status'][] }[] = [
  { name: 'owed', statuses: ['owed'] },
  { name: 'waiting', statuses: ['awaiting-signatures'] },
  { name: 'done', statuses: ['signed', 'unsigned'] },
  { name: 'old', statuses: ['superseded', 'voided'] },
]

/** `onAsk`: opens the form for another paper, which is too wide for this column. */
export function PaperSheet(props: { readonly onAsk: () => void }) {
  const { t } = useTranslation()
  const { office, session } = useDesk()
  const { view, setView } = useCase()
  const { send, trouble, isBusy } = useOrders(office)
  const [folder, setFolder] = useKept('folder', '', 'case')
  const [tried, setTried] = useState(false)
  const [compares, setCompares] = useState(false)
  const [exported, setExported] = useState<{ readonly folder: string; readonly files: readonly string[] } | null>(null)
  const caseId = CaseId.parse(view.caseId)
  const owed = view.papers.filter((paper) => paper.status === 'owed').length
  const draw = async () => {
    const done = await send({ to: 'shell', act: { act: 'drawPapers', caseId } })
    if (done?.case !== undefined) setView(done.case)
  }
  const exportAll = async () => {
    setTried(true)
    if (clean(folder) === '') return
    const done = await send({ to: 'shell', act: { act: 'exportCase', caseId, folder: clean(folder) } })
    if (done?.exported !== undefined) setExported(done.exported)
  }
  return (
    <Sheet title={t('paper.title')} end={t('paper.count', { count: view.papers.length })}>
      {view.papers.length === 0 && <Empty title={t('paper.none')} text={t('paper.noneText')} />}
      <div className="paper-groups">
        {groups
          .map((group) => ({ ...group, papers: view.papers.filter(({ status }) => group.statuses.includes(status)) }))
          .filter(({ papers }) => papers.length > 0)
          .map(({ name, papers }) =>
            name === 'old' ? (
              <details key={name} className="paper-old">
                <summary>{t('paperGroup.old', { count: papers.length })}</summary>
                <PaperLines papers={papers} />
              </details>
            ) : (
              <section key={name} aria-label={t(`paperGroup.${name}`)}>
                <h3 className="paper-group">{t(`paperGroup.${name}`)}</h3>
                <PaperLines papers={papers} />
              </section>
            ),
          )}
      </div>
      <div className="pad form">
        <TroubleBox trouble={trouble} />
        {owed > 0 && (
          <div>
            <Button variant="default" aria-disabled={isBusy || undefined} onClick={() => void draw()}>
              {t('paper.draw', { count: owed })}
            </Button>
          </div>
        )}
        <div>
          <Button variant="default" onClick={props.onAsk}>
            {t('askPaper.title')}
          </Button>
        </div>
        {view.printSets.length > 0 && (
          <details>
            <summary>{t('print.title')}</summary>
            <PrintStep />
          </details>
        )}
        {view.papers.length > owed && (
          <details onToggle={(event) => setCompares(event.currentTarget.open)}>
            <summary>{t('agreement.title')}</summary>
            {compares && <Agreement />}
          </details>
        )}
        {session.isRehearsal ? (
          <p className="sm t2">{t('practice.noExport')}</p>
        ) : (
          <>
            {view.papers.length > owed && (
              <details>
                <summary>{t('word.copies')}</summary>
                <WordCopies />
              </details>
            )}
            {view.papers.length > owed && (
              <details>
                <summary>{t('oneFile.title')}</summary>
                <OneFile />
              </details>
            )}
            {view.papers.some(({ status }) => status === 'signed') && (
              <details>
                <summary>{t('bag.title')}</summary>
                <BagForm />
              </details>
            )}
            {view.papers.length > owed && (
              <details>
                <summary>{t('export.title')}</summary>
                <div className="form">
                  <LineBox
                    label={t('export.folder')}
                    value={folder}
                    max={1000}
                    width="100%"
                    onChange={setFolder}
                    help={t('export.help')}
                    mustBeFilled={tried}
                  />
                  <div>
                    <Button variant="default" aria-disabled={isBusy || undefined} onClick={() => void exportAll()}>
                      {t('export.do')}
                    </Button>
                  </div>
                  {exported !== null && (
                    <p className="note passed" role="status">
                      {t('export.done', { count: exported.files.length, folder: exported.folder })}
                    </p>
                  )}
                </div>
              </details>
            )}
          </>
        )}
      </div>
    </Sheet>
  )
}

function PaperLines(props: { readonly papers: readonly PaperView[] }) {
  const say = useWording()
  const { go } = useDesk()
  const { view } = useCase()
  return (
    <ul className="lines">
      {props.papers.map((paper) => (
        <li key={paper.paperId} className="paper-line">
          {paper.status === 'owed' ? (
            <span>{say.paper(paper)}</span>
          ) : (
            <button type="button" className="linkish" onClick={() => go({ at: 'paper', caseId: view.caseId, paperId: paper.paperId })}>
              {say.paper(paper)}
            </button>
          )}
          <PaperChip paper={paper} />
        </li>
      ))}
    </ul>
  )
}
