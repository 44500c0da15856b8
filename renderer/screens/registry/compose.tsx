// The convocation list drawn from the registry: the unit, the kind of organisation, the body; then it is corrected by hand like any list.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConvocationRow } from '../../../workflows/conference/commands.ts'
import { UnitId } from '../../../workflows/core/ids.ts'
import { compositionTemplates } from '../../../workflows/registry/composition.ts'
import type { Body } from '../../../workflows/rulebooks/types.ts'
import { useDesk } from '../../desk.tsx'
import { askOffice, type Trouble, troubleOf } from '../../orders.ts'
import { showInstant } from '../../parts/dates.ts'
import { ChoiceBox } from '../../parts/form.tsx'
import { TroubleBox } from '../../parts/trouble.tsx'
import { UnitPicker } from './post-picker.tsx'
import { useView } from './use-view.ts'

const bodies = ['leadershipCollective', 'expandedLeadership', 'keyOfficials'] as const satisfies readonly Body[]

/** `day`: ISO day of the meeting, on which membership counts. */
type ComposeProps = { readonly day: string; readonly onTake: (rows: readonly ConvocationRow[]) => void }

/** Nothing is asked of the registry before the fold is opened. */
export function Compose(props: ComposeProps) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('registry.compose.start')}</summary>
      {isOpen && <ComposeForm {...props} />}
    </details>
  )
}

function ComposeForm(props: ComposeProps) {
  const { t } = useTranslation()
  const { office } = useDesk()
  const [unit, setUnit] = useState('')
  const [template, setTemplate] = useState<string>('department')
  const { view: ownList } = useView({ about: 'compositions' })
  const own = ownList?.find(({ compositionId }) => compositionId === template)
  const [body, setBody] = useState<Body>('leadershipCollective')
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [found, setFound] = useState<number | null>(null)
  const [tried, setTried] = useState(false)
  const take = async () => {
    setTried(true)
    if (unit === '') return
    const reply = await askOffice(office, { about: 'composition', unitId: UnitId.parse(unit), template, body, day: props.day })
    setTrouble(reply.ok ? null : troubleOf(reply))
    if (!reply.ok) return
    setFound(new Set(reply.value.rows.map(({ personId }) => personId)).size)
    if (reply.value.rows.length > 0) props.onTake(reply.value.rows)
  }
  return (
    <div className="form">
      <UnitPicker label={t('registry.unit.one')} value={unit} onChange={setUnit} mustBeFilled={tried} />
      <div className="fields">
        <ChoiceBox
          label={t('registry.compose.template')}
          value={template}
          onChange={setTemplate}
          options={[
            ...(ownList ?? []).map(({ compositionId, name }) => ({ value: compositionId, label: t('ownComposition.ofOffice', { name }) })),
            ...compositionTemplates.map((value) => ({ value: value as string, label: t(`registry.compose.templates.${value}`) })),
          ]}
          isList
          width={280}
        />
        <ChoiceBox
          label={t('registry.compose.body')}
          value={body}
          onChange={setBody}
          options={bodies.map((value) => ({ value, label: t(`registry.compose.bodies.${value}`) }))}
          isList
          width={240}
        />
      </div>
      {own !== undefined && <p className="xs t2">{t('ownComposition.ownReason', { at: showInstant(own.keptAt), reason: own.reason })}</p>}
      <TroubleBox trouble={trouble} />
      <div className="row">
        <Button variant="default" onClick={() => void take()}>
          {t('registry.compose.take')}
        </Button>
        <span role="status">{found === null ? '' : t('registry.compose.found', { people: found })}</span>
      </div>
    </div>
  )
}
