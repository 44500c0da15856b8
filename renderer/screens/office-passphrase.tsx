// Another passphrase for the data file, by whoever knows the one of now.
import { useTranslation } from 'react-i18next'
import { checkNewPassphrase } from '../../workflows/desk/passphrases.ts'
import { useDraft } from '../use-draft.ts'
import { KeyForm, NewSecret, Secret } from './office-keys.tsx'

/** Names of boxes that no draft keeps (`neverKept`). */
const nothing = { passphrase: '', own: '', again: '' }
/** The change touches no key that is shown here. */
const noKeys = { onDone: () => undefined, reload: async () => undefined }

export function FilePassphraseForm() {
  const { t } = useTranslation()
  const { draft, set, setDraft } = useDraft(nothing)
  return (
    <KeyForm
      {...noKeys}
      title={t('filePassphrase.title')}
      act={t('filePassphrase.do')}
      clear={() => setDraft(nothing)}
      build={() =>
        draft.passphrase === '' || !checkNewPassphrase(draft.own).ok || draft.own !== draft.again
          ? null
          : { act: 'changePassphrase', from: draft.passphrase, to: draft.own }
      }
    >
      {(tried) => (
        <>
          <p className="sm t2">{t('filePassphrase.help')}</p>
          <Secret label={t('filePassphrase.from')} value={draft.passphrase} onChange={set('passphrase')} tried={tried} />
          <NewSecret
            label={t('filePassphrase.to')}
            again={t('filePassphrase.again')}
            value={draft.own}
            repeated={draft.again}
            onChange={set('own')}
            onRepeat={set('again')}
            tried={tried}
          />
        </>
      )}
    </KeyForm>
  )
}
