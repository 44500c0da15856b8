// Whose roster this is, where several bodies have units of one name. Asked of each file: what is settled of a layout holds for every body that uses it.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { UnitId } from '../../../workflows/core/ids.ts'
import type { RosterBody } from '../../../workflows/registry/import/units.ts'
import { useAsOf } from './as-of.tsx'
import { UnitPicker } from './post-picker.tsx'
import { useView } from './use-view.ts'

export const bodyWords = ({ name, path }: RosterBody): string => (path.length === 0 ? name : `${name} (${path.join(' › ')})`)

export function ImportBody(props: { readonly value: UnitId | undefined; readonly onChange: (unitId: UnitId | undefined) => void }) {
  const { t } = useTranslation()
  const choose = (unitId: string) => {
    const read = UnitId.safeParse(unitId)
    props.onChange(read.success ? read.data : undefined)
  }
  return (
    <div>
      <UnitPicker label={t('import.body')} value={props.value ?? ''} onChange={choose} />
      <p className="sm t2">{t('import.bodyHelp')}</p>
      {props.value !== undefined && <Chosen unitId={props.value} onDrop={() => props.onChange(undefined)} />}
    </div>
  )
}

/** What was typed to find it may be gone from the boxes. */
function Chosen(props: { readonly unitId: UnitId; readonly onDrop: () => void }) {
  const { t } = useTranslation()
  const { view } = useView({
    about: 'unit',
    unitId: props.unitId,
    day: useAsOf(),
  })
  if (view === null) return null
  const path = view.path.slice(0, -1).map(({ name }) => name)
  return (
    <p className="row" role="status">
      <span>
        {t('import.bodyChosen', {
          name: bodyWords({ name: view.data?.name ?? props.unitId, path }),
        })}
      </span>
      <Button variant="subtle" size="compact-sm" onClick={props.onDrop}>
        {t('import.bodyDrop')}
      </Button>
    </p>
  )
}
