// The frame of every act on a case: its boxes, why it is shut if it is, the seal with the sentence, and the answer.
import { Button } from '@mantine/core'
import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NextAct } from '../../../workflows/procedure/case-view.ts'
import type { CaseCommand, CaseCommandType } from '../../../workflows/procedure/commands.ts'
import { mayAsk, type Role } from '../../../workflows/roles.ts'
import { actOf, useCase } from '../../case-desk.tsx'
import { useDesk } from '../../desk.tsx'
import { useDraftPlace } from '../../draft-place.tsx'
import { useDrafts } from '../../drafts.ts'
import { useInSight } from '../../in-sight.ts'
import { GateList } from '../../parts/gate-list.tsx'
import { SealButton } from '../../parts/seal-button.tsx'
import { TroubleBox } from '../../parts/trouble.tsx'
import { useWording } from '../../wording.ts'

type Common = {
  readonly command: CaseCommandType
  /** The act as the view offers it; looked up by its command where there is only one of that kind. */
  readonly act?: NextAct | undefined
  /** Where what is asked for in particular is open to more people than the command as such. */
  readonly allowed?: readonly Role[]
  /** The command as typed, or null while something is missing (the boxes then say what). */
  readonly build: () => CaseCommand | null
  readonly onDone?: () => void
  /** Given true once the person has tried to record, so that empty boxes may speak. */
  readonly children?: (tried: boolean) => ReactNode
  readonly label?: string
}

function useAct(props: Common) {
  const { session } = useDesk()
  const { view, order, trouble, troubled, isBusy, reload } = useCase()
  const [tried, setTried] = useState(false)
  const drafts = useDrafts()
  const place = useDraftPlace()
  const act = props.act ?? actOf(view, props.command)
  const allowed = props.allowed ?? mayAsk[props.command]
  const needs: readonly Role[] = session.operator?.roles.some((role) => allowed.includes(role)) === true ? [] : allowed
  return {
    act,
    isShut: (act !== undefined && !act.gate.isOpen) || needs.length > 0,
    /** Roles that may ask for this, when whoever is working has none of them. */
    needs,
    tried,
    isSample: view.opening.isSample,
    isBusy: isBusy && troubled === props.command,
    trouble: troubled === props.command ? trouble : null,
    reload,
    mayArm() {
      setTried(true)
      return props.build() !== null
    },
    async record() {
      const command = props.build()
      if (command === null) return
      // The answer draws the form anew before it comes back here: by then the draft must be away.
      const aside = drafts?.setAside(place)
      const isRecorded = await order(command)
      if (isRecorded) aside?.drop()
      else aside?.bringBack()
      if (isRecorded) {
        setTried(false)
        props.onDone?.()
      }
    },
  }
}

/** The one act of a view that goes on record with the red seal. */
export function SealedAct(props: Common & { readonly sentence: string; readonly aside?: ReactNode }) {
  const say = useWording()
  const act = useAct(props)
  const boxes = useRef<HTMLDivElement>(null)
  const [asked, setAsked] = useState(0)
  const why = useInSight(asked)
  const mayArm = () => {
    const isWhole = act.mayArm()
    // What is missing may stand far above the seal: the first such box takes the focus once it says so.
    if (!isWhole) requestAnimationFrame(() => boxes.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
    return isWhole
  }
  return (
    <div>
      <div className="pad form" ref={boxes}>
        {props.children?.(act.tried)}
        <TroubleBox trouble={act.trouble} onReload={act.reload} />
      </div>
      {act.needs.length > 0 && <Needs roles={act.needs} />}
      {act.isShut && act.act !== undefined && act.act.gate.conditions.length > 0 && (
        <div ref={why} role={asked > 0 ? 'alert' : undefined} className="shut-why">
          <GateList conditions={act.act.gate.conditions} />
        </div>
      )}
      <div className="act-end">
        <SealButton
          label={props.label ?? say.command(props.command)}
          sentence={props.sentence}
          isShut={act.isShut}
          isRecording={act.isBusy}
          isRehearsal={act.isSample}
          mayArm={mayArm}
          onShut={() => setAsked(asked + 1)}
          onRecord={() => void act.record()}
          aside={props.aside}
        />
      </div>
    </div>
  )
}

/** A smaller act beside it: an ordinary button, recorded at once. */
export function PlainAct(props: Common & { readonly isMain?: boolean }) {
  const say = useWording()
  const act = useAct(props)
  return (
    <div className="form">
      {props.children?.(act.tried)}
      {act.needs.length > 0 && <Needs roles={act.needs} />}
      {act.isShut && act.act !== undefined && <GateList conditions={act.act.gate.conditions.filter((condition) => !condition.isMet)} />}
      <TroubleBox trouble={act.trouble} onReload={act.reload} />
      <div>
        <Button
          variant={props.isMain === true ? 'filled' : 'default'}
          aria-disabled={act.isShut || act.isBusy || undefined}
          onClick={() => {
            if (!act.isShut && !act.isBusy && act.mayArm()) void act.record()
          }}
        >
          {props.label ?? say.command(props.command)}
        </Button>
      </div>
    </div>
  )
}

/** Said before anything is typed: whose act this is, where whoever is working has none of the roles. */
export function Needs(props: { readonly roles: readonly Role[] }) {
  const { t } = useTranslation()
  return <p className="note warn">{t('needs.role', { roles: props.roles.map((role) => t(`role.${role}`)).join(', ') })}</p>
}
