// Signed policies on screen: which lift "print only" from classified cases, bringing one in, and ending one with a reason.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PolicyView } from '../../workflows/sealing.ts'
import { useDesk } from '../desk.tsx'
import { useOrders } from '../orders.ts'
import { base64Of } from '../parts/bytes.ts'
import { showDay } from '../parts/dates.ts'
import { FileDrop } from '../parts/file-drop.tsx'
import { clean, LineBox } from '../parts/form.tsx'
import { TroubleBox } from '../parts/trouble.tsx'
import { useDraft, useKept } from '../use-draft.ts'
import { KeyForm, type KeyProps } from './office-keys.tsx'

const nothing = { policyName: '', policy: '', signatureName: '', signature: '' }

export function PolicyForm(props: KeyProps & { readonly policies: readonly PolicyView[] }) {
  const { t } = useTranslation()
  const { draft, set, setDraft } = useDraft(nothing)
  return (
    <>
      {props.policies.map((policy) => (
        <Standing key={policy.policySha256} policy={policy} reload={props.reload} />
      ))}
      <KeyForm
        {...props}
        title={t('policy.title')}
        act={t('policy.do')}
        clear={() => setDraft(nothing)}
        build={() =>
          draft.policy === '' || draft.signature === '' ? null : { act: 'acceptPolicy', policy: draft.policy, signature: draft.signature }
        }
      >
        {(tried) => (
          <>
            <p className="sm t2">{t('policy.help')}</p>
            <FileDrop
              text={draft.policyName === '' ? t('policy.drop') : draft.policyName}
              choose={t('policy.choose')}
              accept=".json"
              onFile={(name, bytes) => {
                set('policyName')(name)
                set('policy')(base64Of(bytes))
              }}
            />
            <FileDrop
              text={draft.signatureName === '' ? t('policy.dropSignature') : draft.signatureName}
              choose={t('policy.chooseSignature')}
              accept=".p7s,.p7b,.der"
              onFile={(name, bytes) => {
                set('signatureName')(name)
                set('signature')(base64Of(bytes))
              }}
            />
            {tried && (draft.policy === '' || draft.signature === '') && <p className="note wrong">{t('form.missing')}</p>}
          </>
        )}
      </KeyForm>
    </>
  )
}

function Standing(props: { readonly policy: PolicyView; readonly reload: () => Promise<void> }) {
  const { t } = useTranslation()
  const { office, session, setSession } = useDesk()
  const { send, trouble } = useOrders(office)
  const [reason, setReason, isDone] = useKept('reason', '', props.policy.policySha256)
  const [tried, setTried] = useState(false)
  const { policySha256, classifications, environment, validUntil, signedBy } = props.policy
  const end = async () => {
    setTried(true)
    if (clean(reason) === '') return
    const command = { type: 'endPolicy', policySha256, reason: clean(reason) } as const
    const done = await send({ to: 'office', seen: session.officeVersion, command })
    if (done?.session === undefined) return
    isDone()
    setSession(done.session)
    await props.reload()
  }
  return (
    <details>
      <summary>
        {t('policy.line', {
          levels: classifications.map((level) => t(`classification.${level}`)).join(', '),
          day: showDay(validUntil),
          name: signedBy,
        })}
      </summary>
      <div className="form">
        <p className="sm">{environment}</p>
        <LineBox label={t('policy.reason')} value={reason} max={500} width="100%" onChange={setReason} mustBeFilled={tried} />
        <TroubleBox trouble={trouble} />
        <div>
          <Button variant="default" onClick={() => void end()}>
            {t('policy.end')}
          </Button>
        </div>
      </div>
    </details>
  )
}
