// Checking a record by dropping it: the verdict, then all numbered checks; what failed is open, what was skipped is not "passed".
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CheckReport } from '../../workflows/office.ts'
import { useDesk } from '../desk.tsx'
import { askOffice, type Trouble, troubleOf } from '../orders.ts'
import { base64Of } from '../parts/bytes.ts'
import { Chip } from '../parts/chip.tsx'
import { FileDrop } from '../parts/file-drop.tsx'
import { IconAlertOctagon, IconAlertTriangle, IconShieldCheck } from '../parts/icons.ts'
import { PageTitle } from '../parts/page-title.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { TroubleBox } from '../parts/trouble.tsx'
import { useWording } from '../wording.ts'
import { CheckFolder } from './check-folder.tsx'
import { CheckLines } from './check-lines.tsx'

const verdicts = {
  HOP_LE: { meaning: 'passed', icon: IconShieldCheck },
  KHONG_HOP_LE: { meaning: 'wrong', icon: IconAlertOctagon },
  CHUA_DU_CO_SO: { meaning: 'warn', icon: IconAlertTriangle },
} as const
/** What crosses the doorway at once. A larger package goes to `verify` or to the one-file checker. */
const most = 60 * 1024 * 1024
const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024)

export function CheckScreen() {
  const { t } = useTranslation()
  const { office } = useDesk()
  const [report, setReport] = useState<CheckReport | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [isBusy, setBusy] = useState(false)
  const check = async (name: string, bytes: Uint8Array) => {
    setReport(null)
    setTrouble(null)
    setBusy(true)
    const reply = await askOffice(office, { about: 'file', name: name.normalize('NFC').slice(0, 260), bytes: base64Of(bytes) })
    setBusy(false)
    if (reply.ok) setReport(reply.value)
    else setTrouble(troubleOf(reply))
  }
  return (
    <div className="page stack">
      <PageTitle>{t('check.title')}</PageTitle>
      <FileDrop
        text={t('check.drop')}
        choose={t('check.choose')}
        accept=".pdf,.zip,.json"
        most={most}
        onTooBig={(name, size) => {
          setReport(null)
          setTrouble({ refusal: { code: 'file-too-big', name, megabytes: megabytes(size), most: megabytes(most) } })
        }}
        onFile={(name, bytes) => void check(name, bytes)}
      />
      <div role="status">{isBusy ? t('check.busy') : ''}</div>
      <TroubleBox trouble={trouble} />
      {report !== null && [report, ...(report.records ?? [])].map((one) => <Report key={one.name} report={one} />)}
      <CheckFolder />
    </div>
  )
}

function Report(props: { readonly report: CheckReport }) {
  const { t } = useTranslation()
  const say = useWording()
  const { report } = props
  const { meaning, icon: Icon } = verdicts[report.overall]
  const broken = report.lines.filter((line) => line.state === 'broken').length
  // A rehearsal is made of sample data too; that it is a rehearsal is the greater news.
  const rehearsal = report.lines.find((line) => line.code === 'REHEARSAL')
  return (
    <Sheet title={report.name} sub={t('check.lines', { count: report.lines.length })}>
      <div className={`verdict ${meaning}`} role="status">
        <Icon size={40} stroke={1.75} aria-hidden="true" />
        <div>
          <strong>{t(`check.${report.overall}`)}</strong>
          <span>{broken > 0 ? t('check.broken', { count: broken }) : report.isSample ? t('check.sample') : t('check.offline')}</span>
        </div>
      </div>
      {report.isSample && (
        <p className="pad">
          <Chip meaning="rehearsal">{rehearsal === undefined ? t('check.sample') : say.check(rehearsal)}</Chip>
        </p>
      )}
      <CheckLines lines={report.lines} />
    </Sheet>
  )
}
