// Word templates of the office: which is in use, the fields it may use, a changed one checked before it takes its place.
import { Button } from '@mantine/core'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answers } from '../../workflows/office.ts'
import { type PaperKind, paperKinds } from '../../workflows/papers/kinds.ts'
import type { WordField } from '../../workflows/papers/word-fields.ts'
import { type WordFamily, wordFamilies } from '../../workflows/word.ts'
import { useDesk } from '../desk.tsx'
import { askOffice, type Trouble, troubleOf, useOrders } from '../orders.ts'
import { base64Of, bytesOf } from '../parts/bytes.ts'
import { showInstant } from '../parts/dates.ts'
import { FileDrop } from '../parts/file-drop.tsx'
import { ChoiceBox } from '../parts/form.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { TroubleBox } from '../parts/trouble.tsx'
import { useWording } from '../wording.ts'

type Chosen = { readonly name: string; readonly bytes: string; readonly problems: Answers['wordCheck']['problems'] }

export function WordSheet() {
  const { t } = useTranslation()
  const { session } = useDesk()
  const [family, setFamily] = useState<WordFamily>(session.organisation?.form ?? 'state')
  const [kind, setKind] = useState<PaperKind>('decision')
  return (
    <Sheet title={t('wordTemplate.title')} sub={t('wordTemplate.sub')}>
      <div className="pad form">
        <ChoiceBox
          label={t('wordTemplate.family')}
          value={family}
          onChange={(value) => setFamily(value as WordFamily)}
          options={wordFamilies.map((one) => ({ value: one, label: t(`wordTemplate.${one}`) }))}
        />
        <ChoiceBox
          label={t('wordTemplate.kind')}
          value={kind}
          onChange={(value) => setKind(value as PaperKind)}
          isList
          width="100%"
          options={paperKinds.map((one) => ({ value: one, label: t(`paperName.${one}`) }))}
        />
        <Template key={`${family} ${kind}`} family={family} kind={kind} />
      </div>
    </Sheet>
  )
}

function Template(props: { readonly family: WordFamily; readonly kind: PaperKind }) {
  const { t } = useTranslation()
  const say = useWording()
  const { office } = useDesk()
  const { family, kind } = props
  const { send, trouble, isBusy } = useOrders(office)
  const [own, setOwn] = useState<Answers['wordTemplates'][number] | null>(null)
  const [fields, setFields] = useState<readonly WordField[]>([])
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [asking, setAsking] = useState<Trouble | null>(null)
  const [isUsed, setUsed] = useState(false)
  const load = useCallback(async () => {
    const reply = await askOffice(office, { about: 'wordTemplates' })
    if (reply.ok) setOwn(reply.value.find((one) => one.family === family && one.kind === kind) ?? null)
    else setAsking(troubleOf(reply))
    const usable = await askOffice(office, { about: 'wordFields', kind })
    if (usable.ok) setFields(usable.value)
  }, [office, family, kind])
  useEffect(() => {
    void load()
  }, [load])
  const save = async () => {
    const reply = await askOffice(office, { about: 'wordTemplate', family, kind })
    if (reply.ok) download(reply.value)
    else setAsking(troubleOf(reply))
  }
  const check = async (name: string, file: Uint8Array) => {
    const bytes = base64Of(file)
    const reply = await askOffice(office, { about: 'wordCheck', family, kind, bytes })
    setUsed(false)
    setAsking(reply.ok ? null : troubleOf(reply))
    setChosen(reply.ok ? { name: name.normalize('NFC').trim().slice(-200), bytes, problems: reply.value.problems } : null)
  }
  const use = async () => {
    if (chosen === null) return
    const { name, bytes } = chosen
    if ((await send({ to: 'shell', act: { act: 'loadWordTemplate', family, kind, name, bytes } })) === null) return
    setChosen(null)
    setUsed(true)
    await load()
  }
  const drop = async () => {
    if ((await send({ to: 'shell', act: { act: 'dropWordTemplate', family, kind } })) !== null) await load()
  }
  return (
    <>
      <p className="sm">
        {own === null
          ? t('wordTemplate.shipped')
          : t('wordTemplate.own', { name: own.name, version: own.version, at: showInstant(own.loadedAt), by: own.by })}
      </p>
      <div className="row">
        <Button variant="default" onClick={() => void save()}>
          {t('wordTemplate.export')}
        </Button>
        {own !== null && (
          <Button variant="subtle" aria-disabled={isBusy || undefined} onClick={() => void drop()}>
            {t('wordTemplate.back')}
          </Button>
        )}
      </div>
      <Fields fields={fields} />
      <FileDrop
        text={t('wordTemplate.drop')}
        choose={t('wordTemplate.load')}
        accept=".docx"
        onFile={(name, bytes) => void check(name, bytes)}
      />
      <TroubleBox trouble={trouble ?? asking} />
      {isUsed && (
        <p className="note passed" role="status">
          {t('wordTemplate.used')}
        </p>
      )}
      {chosen !== null && chosen.problems.length > 0 && (
        <div role="alert" className="note warn">
          <b>{t('wordTemplate.faults', { count: chosen.problems.length })}</b>
          <ol>
            {chosen.problems.map((problem) => (
              <li key={JSON.stringify(problem)}>{say.refusal({ ...problem })}</li>
            ))}
          </ol>
        </div>
      )}
      {chosen !== null && chosen.problems.length === 0 && (
        <>
          <p className="note passed" role="status">
            {t('wordTemplate.good')}
          </p>
          <div>
            <Button aria-disabled={isBusy || undefined} onClick={() => void use()}>
              {t('wordTemplate.use')}
            </Button>
          </div>
        </>
      )}
    </>
  )
}

function Fields(props: { readonly fields: readonly WordField[] }) {
  const { t } = useTranslation()
  const say = useWording()
  return (
    <details>
      <summary>{t('wordTemplate.fields')}</summary>
      <p className="sm t2">{t('wordTemplate.fieldsHelp')}</p>
      <ul className="lines">
        {props.fields.map((field) => (
          <li key={`${field.inside ?? ''} ${field.name}`} className="sm">
            <code>{written(field)}</code>{' '}
            <span className="t2">
              {field.box === undefined ? say.wordField(field.name) : say.paperField(field.box)}
              {field.inside !== undefined && `, ${t('wordTemplate.inside', { list: `{#${field.inside}}` })}`}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

function written({ name, form }: WordField): string {
  if (form === 'body') return `{@${name}}`
  return form === 'list' ? `{#${name}} … {/${name}}` : `{${name}}`
}

/** As the browser saves files: both shells have it. */
function download({ bytes, name }: Answers['wordTemplate']): void {
  const url = URL.createObjectURL(
    new Blob([bytesOf(bytes)], { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' }),
  )
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
