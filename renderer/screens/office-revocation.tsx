// Revoked certificates on screen: revoking one of the office's own, its signed lists, and the lists of other authorities with their age.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type RevocationReason, revocationReasons } from '../../workflows/desk/revocation-reasons.ts'
import type { KeyView, RevocationListView, SealsView } from '../../workflows/office.ts'
import { useDesk } from '../desk.tsx'
import { base64Of } from '../parts/bytes.ts'
import { Chip } from '../parts/chip.tsx'
import { parseDay, showDay } from '../parts/dates.ts'
import { DayBox } from '../parts/day-box.tsx'
import { FileDrop } from '../parts/file-drop.tsx'
import { ChoiceBox, clean, LineBox, TextBox } from '../parts/form.tsx'
import { useDraft, useKept } from '../use-draft.ts'
import { KeyForm, type KeyProps, Secret } from './office-keys.tsx'

/** What the lists at hand say of a key, in a few words; nothing where all is well and fresh. */
export function StandingNote(props: { readonly standing: KeyView['standing'] }) {
  const { t } = useTranslation()
  const { standing } = props
  if (standing === undefined) return null
  switch (standing.state) {
    case 'revoked':
      return <Chip meaning="wrong">{t('revocation.revoked', { day: showDay(standing.revokedAt.slice(0, 10)) })}</Chip>
    case 'old':
      return <Chip meaning="warn">{t('revocation.old', { day: showDay(standing.listedOn), count: standing.days })}</Chip>
    case 'none':
      return <Chip meaning="plain">{t('revocation.noList')}</Chip>
    case 'good':
      return <Chip meaning="passed">{t('revocation.good', { day: showDay(standing.listedOn), count: standing.days })}</Chip>
  }
}

const nothing = { keyId: '', reason: '' as RevocationReason | '', note: '', on: '', passphrase: '' }

export function RevokeForm(props: KeyProps & { readonly keys: readonly KeyView[] }) {
  const { t } = useTranslation()
  const { session } = useDesk()
  const { draft, set, setDraft } = useDraft(nothing)
  const mayBe = props.keys.filter(({ kind, revokedAt }) => kind === 'officeAuthority' && revokedAt === undefined)
  const on = parseDay(draft.on, session.today)
  if (mayBe.length === 0) return null
  return (
    <KeyForm
      {...props}
      title={t('revocation.revoke')}
      act={t('revocation.doRevoke')}
      clear={() => setDraft(nothing)}
      build={() =>
        draft.keyId === '' || draft.reason === '' || clean(draft.note) === '' || on === null || draft.passphrase === ''
          ? null
          : {
              act: 'revokeCertificate',
              keyId: draft.keyId,
              reason: draft.reason,
              note: clean(draft.note),
              on,
              passphrase: draft.passphrase,
            }
      }
    >
      {(tried) => (
        <>
          <p className="sm t2">{t('revocation.revokeHelp')}</p>
          <ChoiceBox
            label={t('revocation.whose')}
            value={draft.keyId}
            onChange={set('keyId')}
            isList
            width="100%"
            mustBeFilled={tried}
            options={[
              { value: '', label: t('form.choose') },
              ...mayBe.map(({ keyId, name, citizenId = '', validTo }) => ({
                value: keyId,
                label: t('revocation.keyLine', { name, id: citizenId, day: showDay(validTo) }),
              })),
            ]}
          />
          <ChoiceBox
            label={t('revocation.reason')}
            value={draft.reason}
            onChange={set('reason')}
            isList
            mustBeFilled={tried}
            options={[
              { value: '', label: t('form.choose') },
              ...revocationReasons.map((reason) => ({ value: reason, label: t(`revocationReason.${reason}`) })),
            ]}
          />
          <DayBox label={t('revocation.on')} value={draft.on} today={session.today} onChange={set('on')} mustBeFilled={tried} />
          <TextBox
            isOneLine
            label={t('revocation.note')}
            value={draft.note}
            rows={2}
            max={500}
            onChange={set('note')}
            mustBeFilled={tried}
          />
          <Secret label={t('key.passphrase')} value={draft.passphrase} onChange={set('passphrase')} tried={tried} />
        </>
      )}
    </KeyForm>
  )
}

/** The list of the office's own authority: how old it is, a fresh one, and a file of it for those who check elsewhere. */
export function OwnListForms(props: KeyProps & { readonly seals: SealsView }) {
  const { t } = useTranslation()
  const [passphrase, setPassphrase] = useState('')
  const [file, setFile] = useKept('file', '', 'list')
  const list = props.seals.authority?.list
  return (
    <>
      {list !== undefined && (
        <p className="sm t2">
          {t('revocation.ownList', {
            no: list.number,
            day: showDay(list.thisUpdate.slice(0, 10)),
            next: showDay(list.nextUpdate.slice(0, 10)),
            count: list.revoked,
          })}
        </p>
      )}
      <KeyForm
        {...props}
        title={t('revocation.renew')}
        act={t('revocation.doRenew')}
        clear={() => setPassphrase('')}
        build={() => (passphrase === '' ? null : { act: 'renewRevocationList', passphrase })}
      >
        {(tried) => (
          <>
            <p className="sm t2">{t('revocation.renewHelp')}</p>
            <Secret label={t('key.passphrase')} value={passphrase} onChange={setPassphrase} tried={tried} />
          </>
        )}
      </KeyForm>
      {list !== undefined && (
        <KeyForm
          {...props}
          title={t('revocation.export')}
          act={t('revocation.doExport')}
          clear={() => setFile('')}
          build={() => (clean(file) === '' ? null : { act: 'exportRevocationList', file: clean(file) })}
        >
          {(tried) => (
            <LineBox
              label={t('revocation.file')}
              help={t('revocation.fileHelp')}
              value={file}
              max={1000}
              width="100%"
              onChange={setFile}
              mustBeFilled={tried}
            />
          )}
        </KeyForm>
      )}
    </>
  )
}

export function ImportListForm(props: KeyProps & { readonly lists: readonly RevocationListView[] }) {
  const { t } = useTranslation()
  const { draft, set, setDraft } = useDraft({ name: '', list: '' })
  return (
    <>
      {props.lists.map(({ issuer, thisUpdate, days, revoked, isFresh }) => (
        <p key={issuer} className="sm">
          {t('revocation.listLine', { issuer, day: showDay(thisUpdate.slice(0, 10)), count: revoked })}{' '}
          <Chip meaning={isFresh ? 'passed' : 'warn'}>{t(isFresh ? 'revocation.age' : 'revocation.ageOld', { count: days })}</Chip>
        </p>
      ))}
      <KeyForm
        {...props}
        title={t('revocation.import')}
        act={t('revocation.doImport')}
        clear={() => setDraft({ name: '', list: '' })}
        build={() => (draft.list === '' ? null : { act: 'importRevocationList', list: draft.list })}
      >
        {(tried) => (
          <>
            <p className="sm t2">{t('revocation.importHelp')}</p>
            <FileDrop
              text={draft.name === '' ? t('revocation.drop') : draft.name}
              choose={t('revocation.choose')}
              accept=".crl,.pem,.der"
              onFile={(name, read) => {
                set('name')(name)
                set('list')(base64Of(read))
              }}
            />
            {tried && draft.list === '' && <p className="note wrong">{t('form.missing')}</p>}
          </>
        )}
      </KeyForm>
    </>
  )
}
