// Keys of the office: its own authority, certificates it issues, key files brought in. The bytes go straight to the shell; no key is kept here.
import { Button, PasswordInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { checkNewPassphrase } from '../../workflows/desk/passphrases.ts'
import type { Done, KeyView, ShellAct } from '../../workflows/office.ts'
import { useDesk } from '../desk.tsx'
import { useOrders } from '../orders.ts'
import { base64Of } from '../parts/bytes.ts'
import { CitizenBox, isCitizenId } from '../parts/citizen-box.tsx'
import { FileDrop } from '../parts/file-drop.tsx'
import { clean, LineBox } from '../parts/form.tsx'
import { TroubleBox } from '../parts/trouble.tsx'
import { useDraft } from '../use-draft.ts'
import { useWording } from '../wording.ts'

export type KeyProps = { readonly onDone: (keys: readonly KeyView[]) => void; readonly reload: () => Promise<void> }

export function KeyForm(
  props: KeyProps & {
    readonly title: string
    readonly act: string
    readonly build: () => ShellAct | null
    /** Once done, no secret stays on screen. */
    readonly clear: () => void
    /** What else came back with it. */
    readonly onAnswer?: (done: Done) => void
    readonly children: (tried: boolean) => ReactNode
  },
) {
  const { t } = useTranslation()
  const { office } = useDesk()
  const { send, trouble, isBusy } = useOrders(office)
  const [tried, setTried] = useState(false)
  const [isDone, setDone] = useState(false)
  const run = async () => {
    setTried(true)
    setDone(false)
    const act = props.build()
    if (act === null) return
    const done = await send({ to: 'shell', act })
    if (done === null) return
    setTried(false)
    setDone(true)
    props.clear()
    props.onAnswer?.(done)
    if (done.keys !== undefined) props.onDone(done.keys)
    else await props.reload()
  }
  return (
    <details>
      <summary>{props.title}</summary>
      <div className="form">
        {props.children(tried)}
        <TroubleBox trouble={trouble} />
        <div className="row">
          <Button variant="default" aria-disabled={isBusy || undefined} onClick={() => void run()}>
            {isBusy ? t('key.busy') : props.act}
          </Button>
          <span role="status">{isDone ? t('key.done') : ''}</span>
        </div>
      </div>
    </details>
  )
}

export function Secret(props: {
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly tried: boolean
  readonly help?: string
  readonly error?: string | undefined
}) {
  const { t } = useTranslation()
  return (
    <PasswordInput
      label={props.label}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
      description={props.help}
      error={props.error ?? (props.tried && props.value === '' ? t('form.missing') : undefined)}
      w={320}
      autoComplete="off"
      visibilityToggleButtonProps={{ 'aria-label': t('form.showSecret') }}
    />
  )
}

export const checkNew = (typed: string): boolean => checkNewPassphrase(typed).ok

/** A new passphrase and its repeat; what the desk would refuse is said before it is sent. */
export function NewSecret(props: {
  readonly label: string
  readonly again: string
  readonly value: string
  readonly repeated: string
  readonly onChange: (text: string) => void
  readonly onRepeat: (text: string) => void
  readonly others?: readonly string[]
  readonly tried: boolean
}) {
  const { t } = useTranslation()
  const say = useWording()
  const checked = checkNewPassphrase(props.value, props.others)
  return (
    <>
      <Secret
        label={props.label}
        value={props.value}
        onChange={props.onChange}
        tried={props.tried}
        error={props.tried && props.value !== '' && !checked.ok ? say.refusal(checked.refusal) : undefined}
      />
      <Secret
        label={props.again}
        value={props.repeated}
        onChange={props.onRepeat}
        tried={props.tried}
        error={props.tried && props.value !== props.repeated ? t('start.differ') : undefined}
      />
    </>
  )
}

const noPassphrase = { passphrase: '', again: '' }
const nobody = { name: '', citizenId: '', passphrase: '', own: '', again: '' }
const noFile = { name: '', password: '', fileName: '', p12: '' }

export function AuthorityForm(props: KeyProps) {
  const { t } = useTranslation()
  const { draft, set, setDraft } = useDraft(noPassphrase)
  return (
    <KeyForm
      {...props}
      title={t('key.authority')}
      act={t('key.makeAuthority')}
      clear={() => setDraft(noPassphrase)}
      build={() =>
        !checkNewPassphrase(draft.passphrase).ok || draft.passphrase !== draft.again
          ? null
          : { act: 'createAuthority', passphrase: draft.passphrase }
      }
    >
      {(tried) => (
        <>
          <p className="sm t2">{t('key.authorityHelp')}</p>
          <NewSecret
            label={t('key.passphrase')}
            again={t('key.passphraseAgain')}
            value={draft.passphrase}
            repeated={draft.again}
            onChange={set('passphrase')}
            onRepeat={set('again')}
            tried={tried}
          />
        </>
      )}
    </KeyForm>
  )
}

export function CertificateForm(props: KeyProps) {
  const { t } = useTranslation()
  const { draft, set, setDraft } = useDraft(nobody)
  const citizenId = clean(draft.citizenId)
  const isOwnGood = checkNewPassphrase(draft.own, [draft.passphrase]).ok
  return (
    <KeyForm
      {...props}
      title={t('key.certificate')}
      act={t('key.issue')}
      clear={() => setDraft(nobody)}
      build={() =>
        clean(draft.name) === '' || !isCitizenId(citizenId) || draft.passphrase === '' || !isOwnGood || draft.own !== draft.again
          ? null
          : { act: 'issueCertificate', name: clean(draft.name), citizenId, passphrase: draft.passphrase, keyPassphrase: draft.own }
      }
    >
      {(tried) => (
        <>
          <div className="fields">
            <LineBox label={t('operator.name')} value={draft.name} max={120} onChange={set('name')} mustBeFilled={tried} />
            <CitizenBox value={draft.citizenId} onChange={set('citizenId')} tried={tried} mustBeFilled />
          </div>
          <Secret label={t('key.passphrase')} value={draft.passphrase} onChange={set('passphrase')} tried={tried} />
          <p className="sm t2">{t('key.issueHelp')}</p>
          <NewSecret
            label={t('key.keyPassphrase')}
            again={t('key.keyPassphraseAgain')}
            value={draft.own}
            repeated={draft.again}
            onChange={set('own')}
            onRepeat={set('again')}
            others={[draft.passphrase]}
            tried={tried}
          />
        </>
      )}
    </KeyForm>
  )
}

export function ImportForm(props: KeyProps) {
  const { t } = useTranslation()
  const { draft, set, setDraft } = useDraft(noFile)
  return (
    <KeyForm
      {...props}
      title={t('key.import')}
      act={t('key.doImport')}
      clear={() => setDraft(noFile)}
      build={() =>
        clean(draft.name) === '' || draft.p12 === '' || draft.password === ''
          ? null
          : { act: 'importKey', name: clean(draft.name), p12: draft.p12, password: draft.password }
      }
    >
      {(tried) => (
        <>
          <LineBox label={t('operator.name')} value={draft.name} max={120} onChange={set('name')} mustBeFilled={tried} />
          <FileDrop
            text={draft.fileName === '' ? t('key.dropP12') : draft.fileName}
            choose={t('key.chooseP12')}
            accept=".p12,.pfx"
            onFile={(fileName, bytes) => {
              set('fileName')(fileName)
              set('p12')(base64Of(bytes))
            }}
          />
          {tried && draft.p12 === '' && <p className="note wrong">{t('form.missing')}</p>}
          <Secret label={t('key.password')} value={draft.password} onChange={set('password')} tried={tried} />
        </>
      )}
    </KeyForm>
  )
}
