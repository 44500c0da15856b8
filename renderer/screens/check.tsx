// Checking a record by dropping it: the verdict, then all numbered checks; what failed is open, what was skipped is not "passed".
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CheckLine, CheckReport } from '../../workflows/office.ts'
import { useDesk } from '../desk.tsx'
import { askOffice, type Trouble, troubleOf } from '../orders.ts'
import { base64Of } from '../parts/bytes.ts'
import { Chip, type ChipMeaning } from '../parts/chip.tsx'
import { FileDrop } from '../parts/file-drop.tsx'
import { IconAlertOctagon, IconAlertTriangle, IconCircleDashed, IconShieldCheck } from '../parts/icons.ts'
import { PageTitle } from '../parts/page-title.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { TroubleBox } from '../parts/trouble.tsx'
import { useWording } from '../wording.ts'

const verdicts = {
  HOP_LE: { meaning: 'passed', icon: IconShieldCheck },
  KHONG_HOP_LE: { meaning: 'wrong', icon: IconAlertOctagon },
  CHUA_DU_CO_SO: { meaning: 'warn', icon: IconAlertTriangle },
} as const
const states: Readonly<Record<CheckLine['state'], ChipMeaning>> = {
  ok: 'passed',
  broken: 'wrong',
  undecided: 'warn',
  note: 'warn',
  skipped: 'plain',
}
const size = { size: 15, stroke: 2, 'aria-hidden': true } as const
const icons: Readonly<Partial<Record<CheckLine['state'], ReactNode>>> = {
  undecided: <IconAlertTriangle {...size} />,
  note: <IconAlertTriangle {...size} />,
  skipped: <IconCircleDashed {...size} />,
}
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
      <ol className="checks">
        {report.lines.map((line) => (
          <li key={`${line.no} ${line.code} ${line.subject ?? ''}`} className={`check-${line.state}`}>
            <span className="no">{line.no}</span>
            <span>
              {say.check(line)}
              {line.subject !== undefined && <span className="t2"> · {say.subject(line.subject)}</span>}
              <Advice line={line} />
            </span>
            <span>
              <Chip meaning={states[line.state]} icon={icons[line.state]}>
                {t(`checkState.${line.state}`)}
              </Chip>
            </span>
            {line.state !== 'ok' && <span className="xs t2">{line.code}</span>}
          </li>
        ))}
      </ol>
    </Sheet>
  )
}

/** Under what failed and what could not be decided: what it means, and what to do. A note stands for itself. */
function Advice({ line }: { readonly line: CheckLine }) {
  const say = useWording()
  const advice = line.state === 'broken' || line.state === 'undecided' ? say.checkAdvice(line) : undefined
  if (advice === undefined) return null
  return (
    <span className="check-advice sm">
      {advice.means} <b>{advice.todo}</b>
    </span>
  )
}
