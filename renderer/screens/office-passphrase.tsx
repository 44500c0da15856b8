// Another passphrase for the data file, by whoever knows the one of now.
import { useTranslation } from 'react-i18next'
import { checkNewPassphrase } from '../../workflows/desk/passphrases.ts'
import { useDraft } from '../use-draft.ts'
import { KeyForm, NewSecret, Secret } from './office-keys.tsx'

const nothing = { from: '', to: '', again: '' }
/** The change touches no key that is shown here. */
const noKeys = { onDone: () => undefined, reload: async () => undefined }

export function FilePassphraseForm() {
  const { t } = useTranslation()
  const { draft, set, setDraft } = useDraft(nothing)
  const { from, to, again } = draft
  return (
    <KeyForm
      {...noKeys}
      title={t('filePassphrase.title')}
      act={t('filePassphrase.do')}
      clear={() => setDraft(nothing)}
      build={() => (from === '' || !checkNewPassphrase(to).ok || to !== again ? null : { act: 'changePassphrase', from, to })}
    >
      {(tried) => (
        <>
          <p className="sm t2">{t('filePassphrase.help')}</p>
          <Secret label={t('filePassphrase.from')} value={from} onChange={set('from')} tried={tried} />
          <NewSecret
            label={t('filePassphrase.to')}
            again={t('filePassphrase.again')}
            value={to}
            repeated={again}
            onChange={set('to')}
            onRepeat={set('again')}
            tried={tried}
          />
        </>
      )}
    </KeyForm>
  )
}
