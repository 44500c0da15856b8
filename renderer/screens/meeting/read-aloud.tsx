// What the chair reads out, word for word.
import { useTranslation } from 'react-i18next'
import { IconSpeakerphone } from '../../parts/icons.ts'

export function ReadAloud(props: { readonly lines: readonly string[] }) {
  const { t } = useTranslation()
  return (
    <>
      <h3 className="row">
        <IconSpeakerphone size={20} stroke={1.75} aria-hidden="true" />
        {t('outcome.readAloud')}
      </h3>
      {props.lines.map((line) => (
        <p className="rec aloud" key={line}>
          {line}
        </p>
      ))}
    </>
  )
}
