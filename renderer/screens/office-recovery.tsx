// The recovery kit on screen: how the authority stands, a kit to print, and the way back by typing its code. The paper is shown once and let go.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PaperBytes, SealsView } from '../../workflows/office.ts'
import { base64Of } from '../parts/bytes.ts'
import { showDay, showInstant } from '../parts/dates.ts'
import { FileDrop } from '../parts/file-drop.tsx'
import { clean, LineBox, TextBox } from '../parts/form.tsx'
import { PdfPages } from '../parts/pdf-pages.tsx'
import { useDraft } from '../use-draft.ts'
import { checkNew, KeyForm, type KeyProps, NewSecret, Secret } from './office-keys.tsx'

export function AuthorityNote(props: { readonly seals: SealsView }) {
  const { t } = useTranslation()
  const { authority } = props.seals
  if (authority === undefined) return null
  const { kit } = authority
  return (
    <>
      <p className="sm">{t('recovery.authority', { day: showDay(authority.validTo) })}</p>
      {kit === undefined ? (
        <p className="note warn">{t('recovery.none')}</p>
      ) : (
        <p className="sm t2">{t('recovery.made', { no: kit.no, at: showInstant(kit.madeAt), by: kit.by })}</p>
      )}
    </>
  )
}

const noKit = { passphrase: '', file: '' }

export function RecoveryKitForm(props: KeyProps) {
  const { t } = useTranslation()
  const { draft, set, setDraft } = useDraft(noKit)
  const [printed, setPrinted] = useState<PaperBytes | null>(null)
  return (
    <KeyForm
      {...props}
      title={t('recovery.make')}
      act={t('recovery.doMake')}
      clear={() => setDraft(noKit)}
      onAnswer={(done) => setPrinted(done.printed ?? null)}
      build={() =>
        draft.passphrase === ''
          ? null
          : { act: 'makeRecoveryKit', passphrase: draft.passphrase, ...(clean(draft.file) !== '' && { file: clean(draft.file) }) }
      }
    >
      {(tried) => (
        <>
          <p className="sm t2">{t('recovery.makeHelp')}</p>
          <Secret label={t('key.passphrase')} value={draft.passphrase} onChange={set('passphrase')} tried={tried} />
          <LineBox
            label={t('recovery.file')}
            help={t('recovery.fileHelp')}
            value={draft.file}
            max={1000}
            width="100%"
            onChange={set('file')}
          />
          {printed !== null && (
            <>
              <p className="note warn" role="status">
                {t('recovery.shownOnce')}
              </p>
              <PdfPages key={printed.sha256} base64={printed.bytes} title={t('recovery.paper')} isPrinted />
              <div>
                <Button variant="default" onClick={() => setPrinted(null)}>
                  {t('recovery.letGo')}
                </Button>
              </div>
            </>
          )}
        </>
      )}
    </KeyForm>
  )
}

const nothing = { code: '', own: '', again: '', fileName: '', kit: '', pasted: '' }

export function RestoreForm(props: KeyProps) {
  const { t } = useTranslation()
  const { draft, set, setDraft } = useDraft(nothing)
  const pasted = draft.pasted.trim()
  const kit = draft.kit !== '' ? draft.kit : pasted === '' ? undefined : base64Of(new TextEncoder().encode(pasted))
  return (
    <KeyForm
      {...props}
      title={t('recovery.restore')}
      act={t('recovery.doRestore')}
      clear={() => setDraft(nothing)}
      build={() =>
        clean(draft.code) === '' || !checkNew(draft.own) || draft.own !== draft.again
          ? null
          : { act: 'restoreAuthority', code: draft.code, passphrase: draft.own, ...(kit !== undefined && { kit }) }
      }
    >
      {(tried) => (
        <>
          <p className="sm t2">{t('recovery.restoreHelp')}</p>
          <LineBox
            label={t('recovery.code')}
            help={t('recovery.codeHelp')}
            value={draft.code}
            max={200}
            width="100%"
            onChange={set('code')}
            mustBeFilled={tried}
          />
          <NewSecret
            label={t('recovery.newPassphrase')}
            again={t('recovery.newPassphraseAgain')}
            value={draft.own}
            repeated={draft.again}
            onChange={set('own')}
            onRepeat={set('again')}
            tried={tried}
          />
          <FileDrop
            text={draft.fileName === '' ? t('recovery.dropKit') : draft.fileName}
            choose={t('recovery.chooseKit')}
            accept=".json"
            onFile={(fileName, bytes) => {
              set('fileName')(fileName)
              set('kit')(base64Of(bytes))
            }}
          />
          <TextBox label={t('recovery.paste')} value={draft.pasted} rows={2} max={12_000} onChange={set('pasted')} />
        </>
      )}
    </KeyForm>
  )
}
