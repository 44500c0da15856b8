// Checking every record of a folder at once: how many hold, and each with its own checks, the ones to look at first.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CheckReport, FolderReport } from '../../workflows/office.ts'
import { useDesk } from '../desk.tsx'
import { askOffice, type Trouble, troubleOf } from '../orders.ts'
import { Chip, type ChipMeaning } from '../parts/chip.tsx'
import { clean, LineBox } from '../parts/form.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { TroubleBox } from '../parts/trouble.tsx'
import { useKept } from '../use-draft.ts'
import { CheckLines } from './check-lines.tsx'

const meanings: Readonly<Record<CheckReport['overall'], ChipMeaning>> = {
  KHONG_HOP_LE: 'wrong',
  CHUA_DU_CO_SO: 'warn',
  HOP_LE: 'passed',
}
const overalls = Object.keys(meanings) as readonly CheckReport['overall'][]

export function CheckFolder() {
  const { t } = useTranslation()
  const { office } = useDesk()
  const [folder, setFolder] = useKept('folder', '', 'check')
  const [tried, setTried] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [report, setReport] = useState<FolderReport | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const check = async () => {
    setTried(true)
    if (clean(folder) === '' || isBusy) return
    setReport(null)
    setTrouble(null)
    setBusy(true)
    const reply = await askOffice(office, { about: 'folder', folder: clean(folder) })
    setBusy(false)
    if (reply.ok) setReport(reply.value)
    else setTrouble(troubleOf(reply))
  }
  const of = (overall: CheckReport['overall']) => report?.files.filter((one) => one.overall === overall) ?? []
  const doubtful = [...of('KHONG_HOP_LE'), ...of('CHUA_DU_CO_SO')]
  const valid = of('HOP_LE')
  return (
    <Sheet title={t('checkFolder.title')} sub={t('checkFolder.sub')}>
      <div className="pad form">
        <LineBox
          label={t('checkFolder.folder')}
          value={folder}
          max={1000}
          width="100%"
          onChange={setFolder}
          help={t('checkFolder.help')}
          mustBeFilled={tried}
        />
        <div>
          <Button variant="default" aria-disabled={isBusy || undefined} onClick={() => void check()}>
            {t('checkFolder.do')}
          </Button>
        </div>
        <TroubleBox trouble={trouble} />
        <div role="status">
          {report !== null && (
            <p>
              {t('checkFolder.found', { count: report.files.length })}:{' '}
              {overalls
                .map((overall) => ({ overall, count: of(overall).length }))
                .filter(({ count }) => count > 0)
                .map(({ overall, count }) => t(`checkFolder.${overall}`, { count }))
                .join(', ')}
            </p>
          )}
        </div>
      </div>
      {doubtful.length > 0 && <Files label={t('checkFolder.doubtful')} files={doubtful} />}
      {valid.length > 0 && (
        <details className="pad">
          <summary>{t('checkFolder.HOP_LE', { count: valid.length })}</summary>
          <Files label={t('checkFolder.valid')} files={valid} />
        </details>
      )}
    </Sheet>
  )
}

function Files(props: { readonly label: string; readonly files: readonly CheckReport[] }) {
  return (
    <ul className="lines" aria-label={props.label}>
      {props.files.map((one) => (
        <FileLine key={one.name} file={one} />
      ))}
    </ul>
  )
}

/** Its lines are drawn when somebody opens it: a folder may hold thousands of files. */
function FileLine(props: { readonly file: CheckReport }) {
  const { t } = useTranslation()
  const { file } = props
  const [isOpen, setOpen] = useState(false)
  return (
    <li>
      <details className="check-file" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          {file.name} <Chip meaning={meanings[file.overall]}>{t(`check.${file.overall}`)}</Chip>
          {file.isSample && <Chip meaning="rehearsal">{t('check.sample')}</Chip>}
        </summary>
        {isOpen &&
          [file, ...(file.records ?? [])].map((one) => (
            <section key={one.name} aria-label={one.name}>
              {one !== file && <h3 className="pad">{one.name}</h3>}
              <CheckLines lines={one.lines} />
            </section>
          ))}
      </details>
    </li>
  )
}
