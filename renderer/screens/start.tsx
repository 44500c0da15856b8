// The first screen: open a data file with its passphrase, or make a new one for this office.
import { Button, PasswordInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shortestPassphrase } from '../../workflows/desk/passphrases.ts'
import { useDesk } from '../desk.tsx'
import { useOrders } from '../orders.ts'
import { ChoiceBox, clean, LineBox } from '../parts/form.tsx'
import { newOperator, OperatorLine, operatorOf } from '../parts/operators-box.tsx'
import { PageTitle } from '../parts/page-title.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { TroubleBox } from '../parts/trouble.tsx'
import { setTourStop } from '../tour/state.ts'
import { useDraft } from '../use-draft.ts'
import './start.css'

export function StartScreen() {
  const { t } = useTranslation()
  const { session } = useDesk()
  // Whoever has no file yet wants to look first.
  const isFirst = session.recentFiles.length === 0
  return (
    <div className="page stack">
      <header className="row">
        <PageTitle>{t('start.title')}</PageTitle>
        <span className="t2">{t('start.text')}</span>
      </header>
      <div className="start-halves">
        <div className="stack">
          {isFirst && <SampleProvince />}
          <OpenFile />
          {!isFirst && <SampleProvince />}
        </div>
        <CreateFile />
      </div>
    </div>
  )
}

/** For whoever wants to see first: a file of made-up cases, and a walk through them. */
function SampleProvince() {
  const { t } = useTranslation()
  const { office, setSession, go } = useDesk()
  const { send, trouble, isBusy } = useOrders(office)
  const open = async () => {
    const done = await send({ to: 'shell', act: { act: 'openSample', afresh: false } })
    if (done?.session === undefined) return
    setTourStop(0)
    setSession(done.session)
    go({ at: 'home' })
  }
  return (
    <Sheet title={t('first.title')} sub={t('first.sub')}>
      <div className="pad form">
        <p>{t('first.text')}</p>
        <div className="row">
          <Button variant="default" aria-disabled={isBusy || undefined} onClick={() => void open()}>
            {t('first.open')}
          </Button>
          <Button variant="subtle" onClick={() => go({ at: 'help', page: 'start' })}>
            {t('help.page.start')}
          </Button>
          {isBusy && <span role="status">{t('first.opening')}</span>}
        </div>
        <TroubleBox trouble={trouble} />
      </div>
    </Sheet>
  )
}

function OpenFile() {
  const { t } = useTranslation()
  const { office, session, setSession } = useDesk()
  const { send, trouble, isBusy } = useOrders(office)
  const { draft, set } = useDraft({ file: session.recentFiles[0] ?? '', passphrase: '' })
  const [tried, setTried] = useState(false)
  const open = async () => {
    setTried(true)
    if (clean(draft.file) === '' || draft.passphrase === '') return
    const done = await send({ to: 'shell', act: { act: 'openFile', file: clean(draft.file), passphrase: draft.passphrase } })
    if (done?.session !== undefined) setSession(done.session)
  }
  return (
    <Sheet title={t('start.open')}>
      <form
        className="pad form"
        onSubmit={(event) => {
          event.preventDefault()
          void open()
        }}
      >
        {session.recentFiles.length > 0 && (
          <ul className="recent">
            {session.recentFiles.map((file) => (
              <li key={file}>
                <Button variant="subtle" size="compact-sm" aria-pressed={file === draft.file} onClick={() => set('file')(file)}>
                  {file}
                </Button>
              </li>
            ))}
          </ul>
        )}
        <LineBox label={t('start.file')} value={draft.file} max={1000} width="100%" onChange={set('file')} mustBeFilled={tried} />
        <PasswordInput
          label={t('start.passphrase')}
          value={draft.passphrase}
          onChange={(event) => set('passphrase')(event.currentTarget.value)}
          error={tried && draft.passphrase === '' ? t('form.missing') : undefined}
          autoComplete="off"
          visibilityToggleButtonProps={{ 'aria-label': t('form.showSecret') }}
        />
        <TroubleBox trouble={trouble} />
        <div>
          <Button type="submit" aria-disabled={isBusy || undefined}>
            {isBusy ? t('start.opening') : t('start.doOpen')}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}

function CreateFile() {
  const { t } = useTranslation()
  const { office, session, setSession } = useDesk()
  const { send, trouble, isBusy } = useOrders(office)
  const { draft, set } = useDraft({
    file: session.suggestedFile,
    passphrase: '',
    again: '',
    name: '',
    superior: '',
    place: '',
    form: 'state' as 'state' | 'party',
    sign: '',
  })
  const [operators, setOperators] = useState(() => [
    newOperator(['hrOfficer']),
    newOperator(['meetingSecretary', 'countingTeam']),
    newOperator(['countingTeam']),
  ])
  const [tried, setTried] = useState(false)
  const create = async () => {
    setTried(true)
    const people = operators.flatMap((operator) => operatorOf(operator) ?? [])
    const [file, name, place, sign, superior] = [draft.file, draft.name, draft.place, draft.sign, draft.superior].map(clean)
    if (!file || !name || !place || !sign || people.length !== operators.length || people.length === 0) return
    if (draft.passphrase.length < shortestPassphrase || draft.passphrase !== draft.again) return
    const done = await send({
      to: 'shell',
      act: {
        act: 'createFile',
        file,
        passphrase: draft.passphrase,
        organisation: { name, ...(superior ? { superior } : {}), place, form: draft.form, sign },
        operators: people,
      },
    })
    if (done?.session !== undefined) setSession(done.session)
  }
  return (
    <Sheet title={t('start.create')}>
      <form
        className="pad form start-new"
        onSubmit={(event) => {
          event.preventDefault()
          void create()
        }}
      >
        <div className="start-row start-file">
          <LineBox label={t('start.newFile')} value={draft.file} max={1000} width="100%" onChange={set('file')} mustBeFilled={tried} />
          <PasswordInput
            label={t('start.newPassphrase')}
            value={draft.passphrase}
            onChange={(event) => set('passphrase')(event.currentTarget.value)}
            error={
              tried && draft.passphrase.length < shortestPassphrase ? t('start.passphraseShort', { count: shortestPassphrase }) : undefined
            }
            description={t('start.passphraseHelp', { count: shortestPassphrase })}
            autoComplete="off"
            visibilityToggleButtonProps={{ 'aria-label': t('form.showSecret') }}
          />
          <PasswordInput
            label={t('start.again')}
            value={draft.again}
            onChange={(event) => set('again')(event.currentTarget.value)}
            error={tried && draft.passphrase !== draft.again ? t('start.differ') : undefined}
            autoComplete="off"
            visibilityToggleButtonProps={{ 'aria-label': t('form.showSecret') }}
          />
        </div>
        <div className="start-row start-names">
          <LineBox label={t('organisation.name')} value={draft.name} width="100%" onChange={set('name')} mustBeFilled={tried} />
          <LineBox label={t('organisation.superior')} value={draft.superior} width="100%" onChange={set('superior')} />
        </div>
        <div className="start-row start-form">
          <LineBox label={t('organisation.place')} value={draft.place} max={80} width="100%" onChange={set('place')} mustBeFilled={tried} />
          <LineBox
            label={t('organisation.sign')}
            value={draft.sign}
            max={40}
            width="100%"
            onChange={set('sign')}
            help={t('organisation.signHelp')}
            mustBeFilled={tried}
          />
          <ChoiceBox
            label={t('organisation.form')}
            value={draft.form}
            onChange={set('form')}
            options={(['state', 'party'] as const).map((value) => ({ value, label: t(`organisation.${value}`) }))}
          />
        </div>
        <div className="start-people">
          <h3>{t('start.operators')}</h3>
          <p className="sm t2">{t('start.operatorsHelp')}</p>
        </div>
        {operators.map((operator, index) => (
          <OperatorLine
            key={operator.key}
            no={index + 1}
            draft={operator}
            tried={tried}
            onChange={(changed) => setOperators(operators.map((other) => (other.key === operator.key ? changed : other)))}
            onDrop={operators.length > 1 ? () => setOperators(operators.filter((other) => other.key !== operator.key)) : undefined}
          />
        ))}
        <TroubleBox trouble={trouble} />
        <div className="row">
          <Button type="submit" aria-disabled={isBusy || undefined}>
            {isBusy ? t('start.creating') : t('start.doCreate')}
          </Button>
          <Button variant="default" size="compact-sm" onClick={() => setOperators([...operators, newOperator()])}>
            {t('operator.add')}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
