// The figures an action program aims at and the files handed in with it: known by their digests, the files themselves stay with the office (documents.md A8.3).
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProgramText } from '../../../workflows/procedure/facts.ts'
import { parseDay } from '../../parts/dates.ts'
import { DayBox } from '../../parts/day-box.tsx'
import { FileDrop } from '../../parts/file-drop.tsx'
import { clean, LineBox } from '../../parts/form.tsx'

export type TargetDraft = {
  readonly name: string
  readonly unit: string
  readonly baseline: string
  readonly target: string
  readonly due: string
}
export type AttachmentDraft = NonNullable<ProgramText['attachments']>[number]

const nothing: TargetDraft = { name: '', unit: '', baseline: '', target: '', due: '' }
const isEmpty = (draft: TargetDraft): boolean => Object.values(draft).every((text) => clean(text) === '')
const mostTargets = 60
const mostFiles = 20

/** Lines left empty are none; null while a line that was begun lacks something. */
export function targetsOf(drafts: readonly TargetDraft[], today: string): NonNullable<ProgramText['targets']> | null {
  const lines = drafts
    .filter((draft) => !isEmpty(draft))
    .map(({ name, unit, baseline, target, due }) => {
      const day = parseDay(due, today)
      const [what, of, to, from] = [clean(name), clean(unit), clean(target), clean(baseline)]
      if (day === null || what === '' || of === '' || to === '') return null
      return { name: what, unit: of, target: to, due: day, ...(from !== '' && { baseline: from }) }
    })
  return lines.every((line) => line !== null) ? lines : null
}

export function TargetBoxes(props: {
  readonly drafts: readonly TargetDraft[]
  readonly onChange: (drafts: readonly TargetDraft[]) => void
  readonly today: string
  readonly tried: boolean
}) {
  const { t } = useTranslation()
  const { drafts, onChange, today, tried } = props
  const change = (at: number, part: Partial<TargetDraft>) =>
    onChange(drafts.map((one, index) => (index === at ? { ...one, ...part } : one)))
  return (
    <fieldset className="plain form">
      <legend>{t('program.targets')}</legend>
      {drafts.map((draft, at) => {
        const must = tried && !isEmpty(draft)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place alone
          <fieldset key={at} className="plain">
            <legend className="sm">{t('program.targetNo', { no: at + 1 })}</legend>
            <div className="fields">
              <LineBox
                label={t('program.targetName')}
                value={draft.name}
                max={200}
                width={260}
                onChange={(name) => change(at, { name })}
                mustBeFilled={must}
              />
              <LineBox
                label={t('program.unit')}
                value={draft.unit}
                max={40}
                width={110}
                onChange={(unit) => change(at, { unit })}
                mustBeFilled={must}
              />
              <LineBox
                label={t('program.baseline')}
                value={draft.baseline}
                max={40}
                width={110}
                onChange={(baseline) => change(at, { baseline })}
              />
              <LineBox
                label={t('program.target')}
                value={draft.target}
                max={40}
                width={110}
                onChange={(target) => change(at, { target })}
                mustBeFilled={must}
              />
              <DayBox
                label={t('program.due')}
                value={draft.due}
                onChange={(due) => change(at, { due })}
                today={today}
                mustBeFilled={must}
              />
            </div>
          </fieldset>
        )
      })}
      {drafts.length < mostTargets && (
        <div>
          <Button variant="default" size="compact-sm" onClick={() => onChange([...drafts, nothing])}>
            {t('program.addTarget')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}

export function AttachmentBoxes(props: {
  readonly files: readonly AttachmentDraft[]
  readonly onChange: (files: readonly AttachmentDraft[]) => void
}) {
  const { t } = useTranslation()
  const { files, onChange } = props
  const [fault, setFault] = useState<string | null>(null)
  const add = async (name: string, bytes: Uint8Array) => {
    const plain = clean(name.normalize('NFC')).slice(-200)
    if (bytes.length === 0 || plain === '') return setFault(t('program.fileEmpty'))
    const sha256 = await digestOf(bytes)
    if (files.some((one) => one.sha256 === sha256)) return setFault(t('program.fileTwice', { name: plain }))
    setFault(null)
    onChange([...files, { name: plain, mime: mimeOf(plain), bytes: bytes.length, sha256 }])
  }
  return (
    <fieldset className="plain form">
      <legend>{t('program.attachments')}</legend>
      {files.length > 0 && (
        <ul className="lines">
          {files.map(({ name, sha256, bytes }) => (
            <li key={sha256} className="sm">
              <span className="grow">
                {t('program.file', { name, kilobytes: Math.max(1, Math.round(bytes / 1024)) })}
                <span className="xs t2 digest">SHA-256 {sha256.slice(0, 16)}…</span>
              </span>
              <Button variant="subtle" size="compact-sm" onClick={() => onChange(files.filter((one) => one.sha256 !== sha256))}>
                {t('program.removeFile', { name })}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {files.length < mostFiles && (
        <FileDrop
          text={t('program.dropFile')}
          choose={t('program.chooseFile')}
          accept=".pdf,.docx,.xlsx,.pptx"
          onFile={(name, bytes) => void add(name, bytes)}
        />
      )}
      {fault !== null && (
        <p className="note wrong" role="alert">
          {fault}
        </p>
      )}
    </fieldset>
  )
}

async function digestOf(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)))
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

const mimes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
}
const mimeOf = (name: string): string => mimes[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream'
