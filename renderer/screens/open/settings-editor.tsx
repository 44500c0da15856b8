// Where the texts are silent the office sets a value (procedure.md 10.1). Only what differs from the default is sent.
import { CaseSettings } from '../../../workflows/rulebooks/settings.ts'
import type { SettingName } from '../../../workflows/rulebooks/settings-for.ts'
import { CountBox, countIn } from '../../parts/count-box.tsx'
import { ChoiceBox, LineBox, TickBox } from '../../parts/form.tsx'
import { useWording } from '../../wording.ts'

const defaults: CaseSettings = CaseSettings.parse({})

/** Settings with two words to choose from. The types hold this list to the schema. */
const words: { readonly [K in SettingName]?: readonly (CaseSettings[K] & string)[] } = {
  carryRule: ['atLeast30', 'top2'],
  tieAtCut: ['includeAllTied', 'headSelects'],
  blankIs: ['invalid', 'validBlank'],
  noOpinionIs: ['valid', 'invalid'],
  bothTickedIs: ['invalid', 'noOpinion'],
  absenteeBallot: ['disallowed', 'sealedEnvelope'],
  singleCandidateExactlyHalf: ['notSelected', 'headDecides'],
  nonLocalGuard: ['warn', 'block'],
}
const orders = ['lot', 'alphabet'] as const

export type Differing = Readonly<Record<string, unknown>>

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

export function SettingsEditor(props: {
  readonly names: readonly SettingName[]
  readonly value: Differing
  readonly onChange: (value: Differing) => void
}) {
  const set = (name: SettingName, value: unknown) => {
    const rest = Object.fromEntries(Object.entries(props.value).filter(([known]) => known !== name))
    props.onChange(JSON.stringify(value) === JSON.stringify(defaults[name]) ? rest : { ...rest, [name]: value })
  }
  return (
    <ul className="lines">
      {props.names.map((name) => (
        <li key={name}>
          <Setting name={name} value={props.value[name] ?? defaults[name]} onChange={(value) => set(name, value)} />
        </li>
      ))}
    </ul>
  )
}

function Setting(props: { readonly name: SettingName; readonly value: unknown; readonly onChange: (value: unknown) => void }) {
  const say = useWording()
  const { name, value, onChange } = props
  const label = say.setting(name)
  const choices = words[name]
  if (choices !== undefined && typeof value === 'string')
    return (
      <ChoiceBox
        label={label}
        value={value}
        onChange={onChange}
        options={choices.map((choice) => ({ value: choice as string, label: say.settingValue(choice) }))}
      />
    )
  if (typeof value === 'boolean') return <TickBox label={label} isOn={value} onChange={onChange} />
  if (typeof value === 'string') return <LineBox label={label} value={value} max={40} width={140} onChange={onChange} />
  if (typeof value === 'number')
    return <CountBox label={label} value={String(value)} onChange={(text) => onChange(countIn(text) ?? value)} />
  if (!isGroup(value)) return null
  return (
    <fieldset className="plain">
      <legend>{label}</legend>
      <div className="fields">
        {Object.entries(value).map(([part, inside]) => {
          const change = (next: unknown) => onChange({ ...value, [part]: next })
          const partLabel = say.settingPart(part)
          if (typeof inside === 'boolean') return <TickBox key={part} label={partLabel} isOn={inside} onChange={change} />
          if (typeof inside === 'number')
            return (
              <CountBox
                key={part}
                label={partLabel}
                value={String(inside)}
                width={150}
                onChange={(text) => change(countIn(text) ?? inside)}
              />
            )
          return (
            <ChoiceBox
              key={part}
              label={partLabel}
              value={String(inside)}
              onChange={change}
              options={orders.map((order) => ({ value: order as string, label: say.settingValue(order) }))}
            />
          )
        })}
      </div>
    </fieldset>
  )
}
