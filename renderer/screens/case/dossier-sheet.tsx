// The dossier of a nominee against its checklist: what is there, what lapses, what is missing; papers are filed, accepted, sent back, saved.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CaseId, PersonId } from '../../../workflows/core/ids.ts'
import type { DossierLine, DossierStanding } from '../../../workflows/eligibility/dossier.ts'
import type { DossierItem } from '../../../workflows/eligibility/dossier-rules.ts'
import type { NomineeSheet } from '../../../workflows/eligibility/view.ts'
import { useCase } from '../../case-desk.tsx'
import { useDesk } from '../../desk.tsx'
import { useOrders } from '../../orders.ts'
import { base64Of } from '../../parts/bytes.ts'
import { Chip, type ChipMeaning } from '../../parts/chip.tsx'
import { ClauseNote } from '../../parts/clause-note.tsx'
import { parseDay, showDay } from '../../parts/dates.ts'
import { DayBox } from '../../parts/day-box.tsx'
import { FileDrop } from '../../parts/file-drop.tsx'
import { ChoiceBox, clean, LineBox } from '../../parts/form.tsx'
import { IconAlertTriangle } from '../../parts/icons.ts'
import { RowGroup } from '../../parts/row-group.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { TroubleBox } from '../../parts/trouble.tsx'
import { useDraft, useKept } from '../../use-draft.ts'
import { useWording } from '../../wording.ts'
import { RecordsOnly } from '../records-only.tsx'

const meanings: Readonly<Record<DossierStanding, ChipMeaning>> = {
  missing: 'warn',
  attached: 'ink',
  expired: 'warn',
  rejected: 'warn',
  accepted: 'passed',
  inCase: 'passed',
  notRequired: 'plain',
}

/** What somebody has to look at or bring comes first; what is settled needs nobody any more. */
const groups: readonly { readonly name: 'toCheck' | 'toBring' | 'settled'; readonly standings: readonly DossierStanding[] }[] = [
  { name: 'toCheck', standings: ['attached'] },
  { name: 'toBring', standings: ['expired', 'rejected', 'missing'] },
  { name: 'settled', standings: ['accepted', 'inCase', 'notRequired'] },
]

export function DossierSheet({ sheet }: { readonly sheet: NomineeSheet }) {
  const { t } = useTranslation()
  const { session } = useDesk()
  const { missing } = sheet
  return (
    <Sheet title={t('dossier.title')} sub={missing.length === 0 ? t('dossier.whole') : t('dossier.missing', { count: missing.length })}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('dossier.paper')}</th>
            <th scope="col">{t('dossier.state')}</th>
            <th scope="col">{t('eligibility.rule')}</th>
          </tr>
        </thead>
        {groups.map(({ name, standings }) => {
          const lines = sheet.dossier.filter(({ standing }) => standings.includes(standing))
          if (lines.length === 0) return null
          return (
            <RowGroup
              key={name}
              title={t(`dossier.group.${name}`, { count: lines.length })}
              columns={3}
              brief={lines.map(({ rule }) => t(`dossier.name.${rule.item}`)).join('; ')}
              isFolded={name === 'settled'}
            >
              {lines.map((line) => (
                <LineRow key={line.rule.item} line={line} personId={sheet.personId} />
              ))}
            </RowGroup>
          )
        })}
      </table>
      {session.isRehearsal ? (
        <div className="pad">
          <RecordsOnly what="dossier" />
        </div>
      ) : (
        <FileForm sheet={sheet} />
      )}
    </Sheet>
  )
}

function LineRow({ line, personId }: { readonly line: DossierLine; readonly personId: string }) {
  const { t } = useTranslation()
  const say = useWording()
  const { rule, standing, validUntil, onSubmission, onConferences, papers } = line
  const valid = (is: boolean) => t(is ? 'dossier.valid' : 'dossier.notValid')
  return (
    <tr>
      <td>
        <span className="xs t2">{rule.code}</span> {t(`dossier.name.${rule.item}`)}
        {papers.map((paper) => (
          <PaperLine key={paper.no} paper={paper} personId={personId} />
        ))}
      </td>
      <td>
        <Chip
          meaning={meanings[standing]}
          icon={meanings[standing] === 'warn' && <IconAlertTriangle size={15} stroke={2} aria-hidden="true" />}
        >
          {t(`dossier.standing.${standing}`)}
        </Chip>
        {validUntil !== undefined && <div className="xs">{t('dossier.validUntil', { day: showDay(validUntil) })}</div>}
        {onSubmission !== undefined && (
          <div className="xs t2">{t('dossier.onSubmission', { day: showDay(onSubmission.day), valid: valid(onSubmission.isValid) })}</div>
        )}
        {onConferences.map((one) => (
          <div key={one.conferenceId} className="xs t2">
            {t('dossier.onConference', { stage: say.stage(one.stage), day: showDay(one.day), valid: valid(one.isValid) })}
          </div>
        ))}
      </td>
      <td>
        <ClauseNote citation={rule.required} />
      </td>
    </tr>
  )
}

function PaperLine({ paper, personId }: { readonly paper: DossierLine['papers'][number]; readonly personId: string }) {
  const { t } = useTranslation()
  const { view, order, isBusy, trouble, troubled } = useCase()
  const { office } = useDesk()
  const saving = useOrders(office)
  const [note, setNote] = useKept('note', '', `${personId} ${paper.no}`)
  const [place, setPlace] = useKept('place', '', `${personId} ${paper.no}`)
  const [saved, setSaved] = useState<string | null>(null)
  const { no, issuedOn, number, files, settled } = paper
  const settle = (isAccepted: boolean) =>
    order({
      type: 'settleDossierPaper',
      personId: PersonId.parse(personId),
      no,
      isAccepted,
      ...(clean(note) !== '' && { note: clean(note) }),
    })
  const save = async (sha256: string) => {
    const act = {
      act: 'saveDossierFile',
      caseId: CaseId.parse(view.caseId),
      personId: PersonId.parse(personId),
      sha256,
      file: clean(place),
    } as const
    const done = await saving.send({ to: 'shell', act })
    setSaved(done?.exported?.files[0] ?? null)
  }
  return (
    <details>
      <summary>
        {showDay(issuedOn)}
        {number === undefined ? '' : `, ${number}`} · {files.map((file) => file.name).join(', ')}
        {settled?.note === undefined ? '' : ` (${settled.note})`}
      </summary>
      {settled === undefined && (
        <>
          <LineBox label={t('dossier.why')} value={note} max={500} onChange={setNote} />
          {troubled === 'settleDossierPaper' && <TroubleBox trouble={trouble} />}
          <div className="row">
            <Button variant="default" aria-disabled={isBusy || undefined} onClick={() => void settle(true)}>
              {t('dossier.accept')}
            </Button>
            <Button variant="default" aria-disabled={isBusy || undefined} onClick={() => void settle(false)}>
              {t('dossier.sendBack')}
            </Button>
          </div>
        </>
      )}
      {files.map((file) => (
        <div key={file.sha256} className="fields">
          <LineBox label={t('dossier.saveTo')} value={place} max={1000} onChange={setPlace} />
          <Button variant="default" aria-disabled={saving.isBusy || undefined} onClick={() => void save(file.sha256)}>
            {t('dossier.save')}
          </Button>
        </div>
      ))}
      <TroubleBox trouble={saving.trouble} />
      {saved !== null && <p role="status">{t('dossier.saved', { file: saved })}</p>}
    </details>
  )
}

/** More than this goes by its path: a browser would hold it whole. Bytes. */
const mostDropped = 48 * 1024 * 1024

function FileForm({ sheet }: { readonly sheet: NomineeSheet }) {
  const { t } = useTranslation()
  const { view, today, setView } = useCase()
  const { office } = useDesk()
  const { send, trouble, isBusy } = useOrders(office)
  const items = sheet.dossier.filter((line) => !line.rule.isFromCase).map((line) => line.rule.item)
  const [item, setItem] = useState<DossierItem>(sheet.missing.find((one) => items.includes(one)) ?? items[0] ?? 'curriculumVitae')
  const { draft, set, done: isFiled } = useDraft({ issuedOn: '', issuedBy: '', number: '', path: '' }, sheet.personId)
  const { issuedOn, issuedBy, number, path } = draft
  const [dropped, setDropped] = useState<{ readonly name: string; readonly bytes: Uint8Array } | null>(null)
  const [tooBig, setTooBig] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const file = async () => {
    setTried(true)
    const day = parseDay(issuedOn, today)
    if (day === null) return
    const act = {
      act: 'fileDossier',
      caseId: CaseId.parse(view.caseId),
      seen: view.version,
      personId: PersonId.parse(sheet.personId),
      item,
      issuedOn: day,
      ...(clean(issuedBy) !== '' && { issuedBy: clean(issuedBy) }),
      ...(clean(number) !== '' && { number: clean(number) }),
      files: [
        ...(dropped === null ? [] : [{ name: dropped.name, bytes: base64Of(dropped.bytes) }]),
        ...(path.trim() === '' ? [] : [{ path: path.trim() }]),
      ],
    } as const
    const done = await send({ to: 'shell', act: { ...act, files: [...act.files] } })
    if (done?.case === undefined) return
    setView(done.case)
    setDropped(null)
    set('path')('')
    isFiled()
    setTried(false)
  }
  return (
    <details className="pad dossier-file">
      <summary>{t('dossier.file')}</summary>
      <div className="form">
        <ChoiceBox
          label={t('dossier.item')}
          value={item}
          onChange={setItem}
          options={items.map((value) => ({ value, label: t(`dossier.name.${value}`) }))}
          isList
          width="100%"
        />
        <div className="fields">
          <DayBox label={t('dossier.issuedOn')} value={issuedOn} today={today} onChange={set('issuedOn')} mustBeFilled={tried} />
          <LineBox label={t('dossier.issuedBy')} value={issuedBy} onChange={set('issuedBy')} />
          <LineBox label={t('dossier.number')} value={number} max={80} width={160} onChange={set('number')} />
        </div>
        <FileDrop
          text={t('dossier.drop')}
          choose={t('dossier.choose')}
          accept=".pdf,.jpg,.jpeg,.png,.tif,.tiff,.docx,.doc,.odt"
          most={mostDropped}
          onTooBig={setTooBig}
          onFile={(name, bytes) => setDropped({ name, bytes })}
        />
        {dropped !== null && <p role="status">{t('dossier.chosen', { name: dropped.name })}</p>}
        {tooBig !== null && <p role="status">{t('dossier.tooBig', { name: tooBig })}</p>}
        <LineBox label={t('dossier.path')} value={path} max={1000} width="100%" onChange={set('path')} />
        <TroubleBox trouble={trouble} />
        <div className="row">
          <Button variant="default" aria-disabled={isBusy || undefined} onClick={() => void file()}>
            {t('dossier.file')}
          </Button>
        </div>
      </div>
    </details>
  )
}
