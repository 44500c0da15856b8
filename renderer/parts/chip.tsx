// A chip: tint, shape and word together, so that colour is never alone.
import type { ReactNode } from 'react'
import type { Meaning } from '../theme.ts'
import {
  IconAlertCircle,
  IconCircleArrowRight,
  IconCircleCheck,
  IconHourglass,
  IconLock,
  IconMail,
  IconMasksTheater,
  IconOctagonMinus,
  IconPoint,
  IconRubberStamp,
} from './icons.ts'

const shapes = {
  ink: IconPoint,
  act: IconRubberStamp,
  passed: IconCircleCheck,
  carried: IconCircleArrowRight,
  stopped: IconOctagonMinus,
  sealed: IconMail,
  warn: IconLock,
  wrong: IconAlertCircle,
  rehearsal: IconMasksTheater,
  plain: IconHourglass,
} as const

export type ChipMeaning = Meaning | 'plain'

export function MeaningIcon(props: { readonly meaning: ChipMeaning; readonly size?: number }) {
  const Shape = shapes[props.meaning]
  return <Shape size={props.size ?? 15} stroke={2} aria-hidden="true" />
}

export function Chip(props: { readonly meaning: ChipMeaning; readonly icon?: ReactNode; readonly children: ReactNode }) {
  return (
    <span className={`chip ${props.meaning}`}>
      {props.icon || <MeaningIcon meaning={props.meaning} />}
      {props.children}
    </span>
  )
}
