// The gate: whatever is shut says what shuts it, what opens it and by which clause; conditions already met are shown too.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Condition } from '../../workflows/procedure/case-view.ts'
import { useWording } from '../wording.ts'
import { ClauseNote } from './clause-note.tsx'
import { IconCircleCheck, IconLock } from './icons.ts'

export function GateList(props: {
  readonly conditions: readonly Condition[]
  /** What the screen can do about an unmet condition; no button where it can do nothing. */
  readonly canOpen?: (condition: Condition) => boolean
  readonly onOpen?: (condition: Condition) => void
}) {
  const { t } = useTranslation()
  const say = useWording()
  const unmetFirst = [...props.conditions].sort((one, other) => Number(one.isMet) - Number(other.isMet))
  return (
    <ul className="gate">
      {unmetFirst.map((condition) => {
        const opener = condition.opensBy
        return (
          <li key={`${condition.code} ${JSON.stringify(condition.numbers)}`} className={condition.isMet ? 'met' : 'unmet'}>
            {condition.isMet ? (
              <IconCircleCheck size={19} stroke={1.75} aria-hidden="true" />
            ) : (
              <IconLock size={19} stroke={1.75} aria-hidden="true" />
            )}
            <span className="what">
              <span className="hid">{condition.isMet ? t('gate.met') : t('gate.unmet')} </span>
              {say.condition(condition)}
            </span>
            {condition.citation !== undefined && (
              <span className="clause">
                <ClauseNote citation={condition.citation} />
              </span>
            )}
            {!condition.isMet && opener !== undefined && props.onOpen !== undefined && (props.canOpen?.(condition) ?? true) && (
              <span className="do">
                <Button variant="default" size="compact-sm" onClick={() => props.onOpen?.(condition)}>
                  {say.command(opener)}
                </Button>
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
