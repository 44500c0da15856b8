// The numbered checks of one file, each with its state in words; what was skipped is not "passed".
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CheckLine } from '../../workflows/office.ts'
import { Chip, type ChipMeaning } from '../parts/chip.tsx'
import { IconAlertTriangle, IconCircleDashed } from '../parts/icons.ts'
import { useWording } from '../wording.ts'

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

export function CheckLines(props: { readonly lines: readonly CheckLine[] }) {
  const { t } = useTranslation()
  const say = useWording()
  return (
    <ol className="checks">
      {props.lines.map((line) => (
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
