// Who keeps a bundle of ballots: name and office, asked alike when it is sealed and when it is destroyed (documents.md A6.3, B7).
import { useTranslation } from 'react-i18next'
import { LineBox } from '../../parts/form.tsx'

export function KeeperBoxes(props: {
  readonly name: string
  readonly title: string
  readonly onName: (text: string) => void
  readonly onTitle: (text: string) => void
  readonly mustBeFilled: boolean
}) {
  const { t } = useTranslation()
  const { mustBeFilled } = props
  return (
    <div className="fields">
      <LineBox
        label={t('bundle.keeperName')}
        value={props.name}
        onChange={props.onName}
        max={120}
        width={260}
        mustBeFilled={mustBeFilled}
      />
      <LineBox label={t('bundle.keeperTitle')} value={props.title} onChange={props.onTitle} width={260} mustBeFilled={mustBeFilled} />
    </div>
  )
}
