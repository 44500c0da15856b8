// The whole case as a package to hand over: what the archive needs to know of it, and whose key signs its list.
import { PasswordInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CaseId } from '../../../workflows/core/ids.ts'
import { useCase } from '../../case-desk.tsx'
import { useDesk } from '../../desk.tsx'
import { useOrders } from '../../orders.ts'
import { showDay } from '../../parts/dates.ts'
import { ChoiceBox, clean, LineBox, TickBox } from '../../parts/form.tsx'
import { SaveEnd } from '../../parts/save-end.tsx'
import { useAnswer } from '../../use-answer.ts'
import { useDraft } from '../../use-draft.ts'

const needed = ['fileCode', 'retention', 'access'] as const
const further = ['keywords', 'symbol', 'reliability'] as const

export function BagForm() {
  const { t } = useTranslation()
  const { office } = useDesk()
  const { view } = useCase()
  const { send, trouble, isBusy } = useOrders(office)
  const { draft, set } = useDraft({
    file: '',
    keyId: '',
    fileCode: view.caseId,
    retention: '',
    access: '',
    keywords: '',
    symbol: '',
    reliability: '',
    withDossier: true,
  })
  const known = useAnswer({ about: 'keys' })
  const keys = known.answer ?? []
  const [secret, setSecret] = useState('')
  const [tried, setTried] = useState(false)
  const [done, setDone] = useState<string | null>(null)
  const save = async () => {
    setTried(true)
    setDone(null)
    if (['file', 'keyId', ...needed].some((key) => clean(String(draft[key as keyof typeof draft])) === '') || secret === '') return
    const some = further.flatMap((key) => (clean(draft[key]) === '' ? [] : [[key, clean(draft[key])] as const]))
    const archive = {
      ...Object.fromEntries(some),
      fileCode: clean(draft.fileCode),
      retention: clean(draft.retention),
      access: clean(draft.access),
    }
    const act = {
      act: 'exportBag',
      caseId: CaseId.parse(view.caseId),
      file: clean(draft.file),
      keyId: draft.keyId,
      secret,
      archive,
      ...(draft.withDossier ? {} : { withoutDossier: true }),
    } as const
    const reply = await send({ to: 'shell', act })
    setSecret('')
    setDone(reply?.exported?.files[0] ?? null)
  }
  return (
    <div className="form">
      <LineBox
        label={t('bag.file')}
        value={draft.file}
        max={1000}
        width="100%"
        onChange={set('file')}
        help={t('bag.help')}
        mustBeFilled={tried}
      />
      {needed.map((key) => (
        <LineBox key={key} label={t(`bag.${key}`)} value={draft[key]} max={100} width="100%" onChange={set(key)} mustBeFilled={tried} />
      ))}
      {further.map((key) => (
        <LineBox
          key={key}
          label={t(`bag.${key}`)}
          value={draft[key]}
          max={key === 'keywords' ? 300 : 100}
          width="100%"
          onChange={set(key)}
        />
      ))}
      <TickBox label={t('bag.withDossier')} help={t('bag.dossierHelp')} isOn={draft.withDossier} onChange={set('withDossier')} />
      <ChoiceBox
        label={t('bag.key')}
        value={draft.keyId}
        onChange={set('keyId')}
        mustBeFilled={tried}
        width="100%"
        isList
        options={[
          { value: '', label: t('form.choose') },
          ...keys.map(({ keyId, name, kind, validTo }) => ({
            value: keyId,
            label: t('sign.keyOf', { name, kind: t(`keyKind.${kind}`), day: showDay(validTo) }),
          })),
        ]}
      />
      <PasswordInput
        label={t(keys.find(({ keyId }) => keyId === draft.keyId)?.kind === 'token' ? 'sign.pin' : 'sign.secret')}
        value={secret}
        onChange={(event) => setSecret(event.currentTarget.value)}
        description={t('bag.secretHelp')}
        error={tried && done === null && secret === '' ? t('form.missing') : undefined}
        autoComplete="off"
        visibilityToggleButtonProps={{ 'aria-label': t('form.showSecret') }}
      />
      <SaveEnd
        trouble={known.trouble ?? trouble}
        isBusy={isBusy}
        label={t('bag.do')}
        onSave={() => void save()}
        done={done === null ? null : t('oneFile.done', { file: done })}
      />
    </div>
  )
}
