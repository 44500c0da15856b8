// What an office may set of planning, each with where it comes from; and what no office may change, with its article.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SettingValues } from '../../../workflows/planning/facts.ts'
import { type PlanningSettings, planningRules, planningSettings } from '../../../workflows/planning/rules.ts'
import { ClauseNote } from '../../parts/clause-note.tsx'
import { clean, LineBox } from '../../parts/form.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { TroubleBox } from '../../parts/trouble.tsx'
import { useDraft } from '../../use-draft.ts'
import { usePlanningOrders } from './use-planning.ts'

type Props = { readonly settings: PlanningSettings; readonly seen: number; readonly reload: () => Promise<void> }

/** The boxes, in the order of the sheet; tenths are typed with a comma, as people say 1,5. */
const boxes = ['secondBand', 'thirdBand', 'youngUnder', 'youngPercent', 'womenPercent', 'minorityPercent', 'from', 'to'] as const
type Box = (typeof boxes)[number]
type Typed = Readonly<Record<Box, string>>
const settingOf: Readonly<Record<Box, keyof PlanningSettings>> = {
  secondBand: 'bands',
  thirdBand: 'bands',
  youngUnder: 'youngUnder',
  youngPercent: 'youngPercent',
  womenPercent: 'womenPercent',
  minorityPercent: 'minorityPercent',
  from: 'committeeTenths',
  to: 'committeeTenths',
}

const tenths = (value: number): string => `${Math.floor(value / 10)},${value % 10}`
const typedOf = (one: PlanningSettings): Typed => ({
  secondBand: `${one.bands.value[0]}`,
  thirdBand: `${one.bands.value[1]}`,
  youngUnder: `${one.youngUnder.value}`,
  youngPercent: `${one.youngPercent.value}`,
  womenPercent: `${one.womenPercent.value}`,
  minorityPercent: one.minorityPercent.value === null ? '' : `${one.minorityPercent.value}`,
  from: tenths(one.committeeTenths.value.from),
  to: tenths(one.committeeTenths.value.to),
})

const whole = (text: string): number => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN)
const tenthsIn = (text: string): number => {
  const found = /^(\d)(?:[.,](\d))?$/.exec(text.trim())
  return found ? Number(found[1]) * 10 + Number(found[2] ?? '0') : Number.NaN
}

/** What the boxes say, held against the shape the record has; undefined where it does not fit. */
function read(typed: Typed): SettingValues | undefined {
  const parsed = SettingValues.safeParse({
    bands: [whole(typed.secondBand), whole(typed.thirdBand)],
    youngUnder: whole(typed.youngUnder),
    youngPercent: whole(typed.youngPercent),
    womenPercent: whole(typed.womenPercent),
    minorityPercent: typed.minorityPercent.trim() === '' ? null : whole(typed.minorityPercent),
    committeeTenths: { from: tenthsIn(typed.from), to: tenthsIn(typed.to) },
  })
  return parsed.success ? parsed.data : undefined
}

export function PlanningSettingsSheet({ settings, seen, reload }: Props) {
  const { t } = useTranslation()
  return (
    <Sheet title={t('planningSetting.title')} sub={t('planningSetting.sub')}>
      <SettingsForm key={seen} settings={settings} seen={seen} reload={reload} />
      <div className="pad">
        <details>
          <summary>{t('planningSetting.fixed')}</summary>
          <table className="table">
            <tbody>
              {(Object.keys(planningRules) as (keyof typeof planningRules)[]).map((name) => {
                const rule = planningRules[name]
                return (
                  <tr key={name}>
                    <td>{t(`planningRule.${name}`, { value: rule.value })}</td>
                    <td>
                      <ClauseNote citation={rule} />
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </details>
      </div>
    </Sheet>
  )
}

function SettingsForm({ settings, seen, reload }: Props) {
  const { t } = useTranslation()
  const { order, trouble, isBusy } = usePlanningOrders(seen, reload)
  const { draft, set, done } = useDraft({ ...typedOf(settings), reason: '' }, 'settings')
  const [tried, setTried] = useState(false)
  const values = read(draft)
  const change = async () => {
    setTried(true)
    if (values === undefined || clean(draft.reason) === '') return
    if (await order({ type: 'changePlanningSettings', settings: values, reason: clean(draft.reason) })) done()
  }
  return (
    <div className="pad form">
      <table className="table">
        <tbody>
          {boxes.map((box) => {
            const rule = settings[settingOf[box]]
            const shipped = typedOf(planningSettings)[box]
            return (
              <tr key={box}>
                <td>
                  <LineBox label={t(`planningSetting.${box}`)} value={draft[box]} max={4} width={260} onChange={set(box)} />
                </td>
                <td>
                  <ClauseNote citation={rule} />
                  {typedOf(settings)[box] !== shipped && (
                    <div className="xs t2">
                      {t('planningSetting.shipped', { value: shipped === '' ? t('planningSetting.none') : shipped })}
                    </div>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {tried && values === undefined && (
        <p className="note wrong" role="alert">
          {t('planningSetting.bad')}
        </p>
      )}
      <LineBox label={t('planning.reason')} value={draft.reason} max={500} width="100%" onChange={set('reason')} mustBeFilled={tried} />
      <TroubleBox trouble={trouble} />
      <div className="row">
        <Button variant="default" aria-disabled={isBusy || undefined} onClick={() => void change()}>
          {t('planningSetting.do')}
        </Button>
      </div>
    </div>
  )
}
