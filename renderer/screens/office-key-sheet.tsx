// The keys of the office: which there are, how the authority behind them stands, and everything that can be done with them.
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeyView, SealsView } from '../../workflows/office.ts'
import { useDesk } from '../desk.tsx'
import { askOffice, type Trouble, troubleOf } from '../orders.ts'
import { showDay } from '../parts/dates.ts'
import { Sheet } from '../parts/sheet.tsx'
import { TroubleBox } from '../parts/trouble.tsx'
import { AuthorityForm, CertificateForm, ImportForm, type KeyProps } from './office-keys.tsx'
import { PolicyForm } from './office-policy.tsx'
import { AuthorityNote, RecoveryKitForm, RestoreForm } from './office-recovery.tsx'
import { ImportListForm, OwnListForms, RevokeForm, StandingNote } from './office-revocation.tsx'
import { TokenForm } from './office-tokens.tsx'
import { RecordsOnly } from './records-only.tsx'

export function KeySheet() {
  const { t } = useTranslation()
  const { office, session } = useDesk()
  const [keys, setKeys] = useState<readonly KeyView[]>([])
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [seals, setSeals] = useState<SealsView>({})
  const load = useCallback(async () => {
    const [known, standing] = [await askOffice(office, { about: 'keys' }), await askOffice(office, { about: 'seals' })]
    if (known.ok) setKeys(known.value)
    else setTrouble(troubleOf(known))
    if (standing.ok) setSeals(standing.value)
    else setTrouble(troubleOf(standing))
  }, [office])
  const done = (next: readonly KeyView[]) => {
    setKeys(next)
    void load()
  }
  useEffect(() => {
    void load()
  }, [load])
  return (
    <Sheet title={t('key.title')} sub={t('key.sub')}>
      <TroubleBox trouble={trouble} />
      <div className={keys.length === 0 ? undefined : 'office-keys'}>
        {keys.length === 0 ? (
          !session.isRehearsal && <p className="pad t2">{t('key.none')}</p>
        ) : (
          <ul className="lines">
            {keys.map((key) => (
              <li key={key.keyId}>
                <b>{key.name}</b>{' '}
                <span className="t2">
                  {t('key.line', { kind: t(`keyKind.${key.kind}`), day: showDay(key.validTo), id: key.citizenId ?? '' }).replace(
                    / · $/,
                    '',
                  )}
                  {key.tokenLabel !== undefined && ` ${t('token.inToken', { label: key.tokenLabel })}`}
                </span>{' '}
                <StandingNote standing={key.standing} />
              </li>
            ))}
          </ul>
        )}
        <div className="pad form">
          {session.isRehearsal ? <RecordsOnly what="keys" /> : <KeyForms keys={keys} seals={seals} onDone={done} reload={load} />}
        </div>
      </div>
    </Sheet>
  )
}

function KeyForms({ keys, seals, ...props }: KeyProps & { readonly keys: readonly KeyView[]; readonly seals: SealsView }) {
  return (
    <>
      <AuthorityNote seals={seals} />
      <TokenForm {...props} />
      {seals.authority === undefined ? (
        <AuthorityForm {...props} />
      ) : (
        <>
          <CertificateForm {...props} />
          <RecoveryKitForm {...props} />
          <RevokeForm {...props} keys={keys} />
          <OwnListForms {...props} seals={seals} />
        </>
      )}
      <RestoreForm {...props} />
      <PolicyForm {...props} policies={seals.policies ?? []} />
      <ImportListForm {...props} lists={seals.lists ?? []} />
      <ImportForm {...props} />
    </>
  )
}
