// A Word copy that was changed, against this paper: each line that differs, both ways, with the field it came from.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CaseId, PaperId } from '../../../workflows/core/ids.ts'
import type { Answers } from '../../../workflows/office.ts'
import type { PaperView } from '../../../workflows/procedure/case-view.ts'
import { useCase } from '../../case-desk.tsx'
import { useDesk } from '../../desk.tsx'
import { askOffice, type Trouble, troubleOf } from '../../orders.ts'
import { base64Of } from '../../parts/bytes.ts'
import { FileDrop } from '../../parts/file-drop.tsx'
import { TroubleBox } from '../../parts/trouble.tsx'
import { useWording } from '../../wording.ts'

type Drift = Answers['wordDrift']

export function WordDrift(props: { readonly paper: PaperView }) {
  const { t } = useTranslation()
  const { office } = useDesk()
  const { view } = useCase()
  const [drift, setDrift] = useState<Drift | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const compare = async (bytes: Uint8Array) => {
    const question = { about: 'wordDrift', caseId: CaseId.parse(view.caseId), paperId: PaperId.parse(props.paper.paperId) } as const
    const reply = await askOffice(office, { ...question, bytes: base64Of(bytes) })
    setDrift(reply.ok ? reply.value : null)
    setTrouble(reply.ok ? null : troubleOf(reply))
  }
  return (
    <details>
      <summary>{t('word.compare')}</summary>
      <div className="form">
        <p className="sm t2">{t('word.compareHelp')}</p>
        <FileDrop text={t('word.drop')} choose={t('word.choose')} accept=".docx" onFile={(_name, bytes) => void compare(bytes)} />
        <TroubleBox trouble={trouble} />
        {drift !== null && <DriftOf drift={drift} />}
      </div>
    </details>
  )
}

function DriftOf({ drift }: { readonly drift: Drift }) {
  const { t } = useTranslation()
  const say = useWording()
  const { view } = useCase()
  const other = view.papers.find(({ paperId }) => paperId === drift.otherPaper)
  const notes = [
    ...(drift.otherPaper === undefined ? [] : [t('word.otherPaper', { paper: other === undefined ? drift.otherPaper : say.paper(other) })]),
    ...(drift.isUnmarked ? [t('word.unmarked')] : []),
    ...(drift.retold === undefined ? [] : [t('word.retold', { count: drift.retold })]),
    ...(drift.isSignedSince ? [t('word.signedSince')] : []),
    ...(drift.supersededBy === undefined ? [] : [t('word.superseded')]),
  ]
  return (
    <>
      {notes.map((note) => (
        <p key={note} className="note">
          {note}
        </p>
      ))}
      <p className={drift.lines.length === 0 ? 'note passed' : 'note warn'} role="status">
        {drift.lines.length === 0 ? t('word.same') : t('word.drifted', { count: drift.lines.length })}
      </p>
      {drift.lines.length > 0 && (
        <ul className="lines">
          {drift.lines.map(({ fields, signed, word }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines stand as they are found, and the same line may differ twice
            <li key={at}>
              <div className="difference">
                <span className="sm t2">
                  {fields.length === 0 ? t('word.ownWords') : fields.map((name) => fieldWords(say, name)).join(', ')}
                </span>
                <div className="sides">
                  <Side title={t('word.signedSide')} text={signed ?? t('word.absent')} />
                  <Side title={t('word.wordSide')} text={word ?? t('word.absent')} />
                </div>
              </div>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** `noi_dung: Số phiếu` names a row of the text by its own words. */
function fieldWords(say: ReturnType<typeof useWording>, name: string): string {
  const [field = '', under] = name.split(': ')
  return under ?? say.wordField(field)
}

function Side(props: { readonly title: string; readonly text: string }) {
  return (
    <div>
      <b className="sm">{props.title}</b>
      <span className="rec">{props.text}</span>
    </div>
  )
}
