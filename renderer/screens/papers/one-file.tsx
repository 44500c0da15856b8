// The whole case as one PDF on disk.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CaseId } from '../../../workflows/core/ids.ts'
import { useCase } from '../../case-desk.tsx'
import { useDesk } from '../../desk.tsx'
import { useOrders } from '../../orders.ts'
import { clean, LineBox } from '../../parts/form.tsx'
import { SaveEnd } from '../../parts/save-end.tsx'
import { useKept } from '../../use-draft.ts'

export function OneFile() {
  const { t } = useTranslation()
  const { office } = useDesk()
  const { view } = useCase()
  const { send, trouble, isBusy } = useOrders(office)
  const [file, setFile] = useKept('file', '', 'one')
  const [tried, setTried] = useState(false)
  const [done, setDone] = useState<string | null>(null)
  const save = async () => {
    setTried(true)
    if (clean(file) === '') return
    const reply = await send({ to: 'shell', act: { act: 'exportOneFile', caseId: CaseId.parse(view.caseId), file: clean(file) } })
    setDone(reply?.exported?.files[0] ?? null)
  }
  return (
    <div className="form">
      <LineBox
        label={t('oneFile.file')}
        value={file}
        max={1000}
        width="100%"
        onChange={setFile}
        help={t('oneFile.help')}
        mustBeFilled={tried}
      />
      <SaveEnd
        trouble={trouble}
        isBusy={isBusy}
        label={t('oneFile.do')}
        onSave={() => void save()}
        done={done === null ? null : t('oneFile.done', { file: done })}
      />
    </div>
  )
}
