// The path of a case in one row of a list: done, here, later. A stopped case ends in a square.
import { useTranslation } from 'react-i18next'

export function SmallPath(props: { readonly stepNo: number; readonly stepsTotal: number; readonly isHalted: boolean }) {
  const { t } = useTranslation()
  const total = Math.max(props.stepsTotal, 1)
  const gap = total === 1 ? 0 : 100 / (total - 1)
  const x = (no: number) => 6 + (no - 1) * gap
  const steps = Array.from({ length: total }, (_, index) => index + 1)
  return (
    <svg
      className="way"
      width="112"
      height="14"
      viewBox="0 2 112 14"
      role="img"
      aria-label={t('path.short', { step: props.stepNo, total })}
    >
      {steps.slice(1).map((no) => (
        <path key={no} className={no <= props.stepNo ? 'ld' : 'l'} d={`M${x(no - 1)} 9H${x(no)}`} />
      ))}
      {steps.map((no) =>
        no < props.stepNo ? (
          <circle key={no} className="d" cx={x(no)} cy={9} r={4} />
        ) : no > props.stepNo ? (
          <circle key={no} className="f" cx={x(no)} cy={9} r={3.5} />
        ) : props.isHalted ? (
          <rect key={no} className="s" x={x(no) - 6} y={3} width={12} height={12} rx={1} />
        ) : (
          <circle key={no} className="now" cx={x(no)} cy={9} r={5} />
        ),
      )}
    </svg>
  )
}
