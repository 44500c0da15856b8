// Word copies of the papers of a case, saved into a folder.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CaseId } from '../../../workflows/core/ids.ts'
import { useCase } from '../../case-desk.tsx'
import { useDesk } from '../../desk.tsx'
import { useOrders } from '../../orders.ts'
import { clean, LineBox } from '../../parts/form.tsx'
import { SaveEnd } from '../../parts/save-end.tsx'
import { useKept } from '../../use-draft.ts'

export function WordCopies() {
  const { t } = useTranslation()
  const { office } = useDesk()
  const { view } = useCase()
  const { send, trouble, isBusy } = useOrders(office)
  const [folder, setFolder] = useKept('folder', '', 'word')
  const [tried, setTried] = useState(false)
  const [done, setDone] = useState<{ readonly folder: string; readonly count: number } | null>(null)
  const save = async () => {
    setTried(true)
    if (clean(folder) === '') return
    const reply = await send({ to: 'shell', act: { act: 'exportWord', caseId: CaseId.parse(view.caseId), folder: clean(folder) } })
    setDone(reply?.exported === undefined ? null : { folder: reply.exported.folder, count: reply.exported.files.length })
  }
  return (
    <div className="form">
      <LineBox
        label={t('word.folder')}
        value={folder}
        max={1000}
        width="100%"
        onChange={setFolder}
        help={t('word.folderHelp')}
        mustBeFilled={tried}
      />
      <SaveEnd
        trouble={trouble}
        isBusy={isBusy}
        label={t('word.doCopies')}
        onSave={() => void save()}
        done={done === null ? null : t('word.done', done)}
      />
    </div>
  )
}
