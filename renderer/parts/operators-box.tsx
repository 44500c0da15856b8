// The named operators of an office: who works here and in which roles. Two different people are needed to type and to confirm a count.
import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { OperatorId } from '../../workflows/core/ids.ts'
import type { Operator } from '../../workflows/office.ts'
import { type Role, roles } from '../../workflows/roles.ts'
import { CitizenBox, isCitizenIdBad } from './citizen-box.tsx'
import { clean, LineBox } from './form.tsx'

export type OperatorDraft = { readonly key: string; readonly name: string; readonly roles: readonly Role[]; readonly citizenId: string }

export const newOperator = (some: readonly Role[] = []): OperatorDraft => ({
  key: crypto.randomUUID(),
  name: '',
  roles: some,
  citizenId: '',
})

const isRole = (text: string): text is Role => roles.some((role) => role === text)

/** The operator, or null while something is missing. */
export function operatorOf(draft: OperatorDraft): Operator | null {
  const name = clean(draft.name)
  const citizenId = clean(draft.citizenId)
  if (name === '' || draft.roles.length === 0 || isCitizenIdBad(citizenId)) return null
  return { operatorId: OperatorId.parse(draft.key), name, roles: [...draft.roles], ...(citizenId === '' ? {} : { citizenId }) }
}

type OperatorProps = {
  readonly no: number
  readonly draft: OperatorDraft
  readonly onChange: (draft: OperatorDraft) => void
  readonly onDrop?: (() => void) | undefined
  readonly tried: boolean
}

export function OperatorBoxes(props: OperatorProps) {
  const { t } = useTranslation()
  return (
    <fieldset className="plain form operator">
      <legend>{t('operator.no', { no: props.no })}</legend>
      <div className="fields">
        <NameBoxes {...props} />
      </div>
      <RoleChecks {...props} />
    </fieldset>
  )
}

/** The same on one line, the roles folded under the words of those chosen: several people in a form that is to be seen whole. */
export function OperatorLine(props: OperatorProps) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const { draft, tried } = props
  return (
    <fieldset className="plain start-person" aria-label={t('operator.no', { no: props.no })}>
      <NameBoxes {...props} isFitted />
      <details open={isOpen || (tried && draft.roles.length === 0)} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          {draft.roles.length === 0
            ? t('operator.noRoles')
            : t('operator.rolesOf', { roles: draft.roles.map((role) => t(`role.${role}`)).join(', ') })}
        </summary>
        <RoleChecks {...props} />
      </details>
      {props.onDrop !== undefined && (
        <Button size="compact-sm" variant="subtle" onClick={props.onDrop}>
          {t('operator.drop', { no: props.no })}
        </Button>
      )}
    </fieldset>
  )
}

/** `isFitted`: as wide as the columns they stand in. */
function NameBoxes({ draft, onChange, tried, isFitted = false }: OperatorProps & { readonly isFitted?: boolean }) {
  const { t } = useTranslation()
  return (
    <>
      <LineBox
        label={t('operator.name')}
        value={draft.name}
        max={120}
        width={isFitted ? '100%' : 320}
        onChange={(name) => onChange({ ...draft, name })}
        mustBeFilled={tried}
      />
      <CitizenBox
        value={draft.citizenId}
        width={isFitted ? '100%' : 160}
        onChange={(citizenId) => onChange({ ...draft, citizenId })}
        tried={tried}
      />
    </>
  )
}

function RoleChecks({ draft, onChange, tried }: OperatorProps) {
  const { t } = useTranslation()
  return (
    <Checkbox.Group
      label={t('operator.roles')}
      value={[...draft.roles]}
      onChange={(chosen) => onChange({ ...draft, roles: chosen.filter(isRole) })}
      error={tried && draft.roles.length === 0 ? t('form.missing') : undefined}
    >
      <div className="fields">
        {roles.map((role) => (
          <Checkbox key={role} value={role} label={t(`role.${role}`)} />
        ))}
      </div>
    </Checkbox.Group>
  )
}
