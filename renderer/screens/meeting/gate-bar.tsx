// The gate across the bottom while ballots may not go out: what is missing, what is met, and that nobody can turn it off.
import { useTranslation } from 'react-i18next'
import { actOf, useCase } from '../../case-desk.tsx'
import { IconCircleCheck, IconLock } from '../../parts/icons.ts'
import { useWording } from '../../wording.ts'

export function BallotGate() {
  const { t } = useTranslation()
  const say = useWording()
  const { view } = useCase()
  const act = actOf(view, 'issueBallots')
  if (act === undefined || act.gate.isOpen) return null
  const unmet = act.gate.conditions.filter((condition) => !condition.isMet)
  const met = act.gate.conditions.filter((condition) => condition.isMet)
  return (
    <section className="gatebar" aria-label={t('gate.shut', { act: say.command('issueBallots') })}>
      <div className="say">
        {/* Two posts and a bar: fewer lines than a real gate, so that it can be told at a small size. */}
        <svg className="g" viewBox="0 0 44 46" aria-hidden="true" fill="none" stroke="var(--tc-warn)" strokeWidth="6">
          <path d="M5 1v44M39 1v44M5 23h34" />
        </svg>
        <strong>{t('room.gateShut')}</strong>
        <span>
          {t('room.more', { count: unmet.length })}
          <small>{t('room.gateWhy')}</small>
        </span>
      </div>
      <div className="why-shut">
        <ul>
          {unmet.map((condition) => (
            <li key={condition.code} className="un">
              <IconLock size={20} stroke={1.75} aria-hidden="true" />
              <span>
                <span className="hid">{t('gate.unmet')} </span>
                {say.unmetBriefly(condition)}
              </span>
            </li>
          ))}
        </ul>
        <ul className="met-list">
          {met.map((condition) => (
            <li key={condition.code} className="met">
              <IconCircleCheck size={20} stroke={1.75} aria-hidden="true" />
              <span>
                <span className="hid">{t('gate.met')} </span>
                {say.condition(condition)}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
