// Where papers of a case differ: both places side by side, the way to each paper, and the reason of whoever signs all the same.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CaseId, PaperId } from '../../../workflows/core/ids.ts'
import type { AgreementView } from '../../../workflows/office.ts'
import type { AgreementMatter, Side } from '../../../workflows/papers/difference.ts'
import { useCase } from '../../case-desk.tsx'
import { useDesk } from '../../desk.tsx'
import { useOrders } from '../../orders.ts'
import { Chip } from '../../parts/chip.tsx'
import { showInstant } from '../../parts/dates.ts'
import { clean, TextBox } from '../../parts/form.tsx'
import { Loading } from '../../parts/loading.tsx'
import { TroubleBox } from '../../parts/trouble.tsx'
import { useAnswer } from '../../use-answer.ts'
import { useKept } from '../../use-draft.ts'
import { useWording } from '../../wording.ts'

type Shown = AgreementView['differences'][number]

const matterWords = {
  name: 'agreement.name',
  day: 'agreement.day',
  count: 'agreement.number',
  percent: 'agreement.percent',
  document: 'agreement.document',
} as const satisfies Readonly<Record<AgreementMatter, string>>

/** All differences of the case; with `paperId` those of one paper, which then waits for a reason. */
export function Agreement(props: { readonly paperId?: string }) {
  const { t } = useTranslation()
  const { view } = useCase()
  const { paperId } = props
  // Each change of the case may change what its papers say.
  const { answer: found, trouble } = useAnswer({ about: 'agreement', caseId: CaseId.parse(view.caseId) }, undefined, view.version)
  if (trouble !== null) return <TroubleBox trouble={trouble} />
  if (found === null) return <Loading />
  const shown = found.differences.filter(({ one, other }) => paperId === undefined || isIn(one, paperId) || isIn(other, paperId))
  const open = shown.filter(({ accepted }) => !accepted.some((one) => one.paperId === paperId))
  if (shown.length === 0 && found.hidden === 0)
    return <p className="note passed">{t(paperId === undefined ? 'agreement.none' : 'agreement.noneOfPaper')}</p>
  return (
    <div className="form">
      {shown.length > 0 && (
        <>
          <p className="note warn" role="status">
            {t('agreement.count', { count: shown.length })}
          </p>
          <ul className="lines">
            {shown.map((one) => (
              <li key={one.id}>
                <DifferenceLine difference={one} {...(paperId !== undefined && { paperId })} />
              </li>
            ))}
          </ul>
        </>
      )}
      {found.hidden > 0 && <p className="note warn">{t('agreement.hidden', { count: found.hidden })}</p>}
      {paperId !== undefined && open.length > 0 && <GoOn paperId={paperId} open={open} />}
    </div>
  )
}

const isIn = ({ source }: Side, paperId: string): boolean => 'paperId' in source && source.paperId === paperId

function DifferenceLine(props: { readonly difference: Shown; readonly paperId?: string }) {
  const { t } = useTranslation()
  const { nameOf } = useCase()
  const { one, other, matter, accepted } = props.difference
  const at = { ...(props.paperId !== undefined && { paperId: props.paperId }) }
  // The paper that is being looked at stands first.
  const [first, second] = props.paperId !== undefined && isIn(other, props.paperId) ? [other, one] : [one, other]
  return (
    <div className="difference">
      <Chip meaning="wrong">{t(matterWords[matter])}</Chip>
      <div className="sides">
        <SideOf side={first} {...at} />
        <SideOf side={second} {...at} />
      </div>
      {accepted.map((said) => (
        <p key={said.paperId} className="sm t2">
          {t('agreement.accepted', { reason: said.reason, by: nameOf(said.by), at: showInstant(said.at) })}
        </p>
      ))}
    </div>
  )
}

function SideOf(props: { readonly side: Side; readonly paperId?: string }) {
  const { t } = useTranslation()
  const say = useWording()
  const { go } = useDesk()
  const { view } = useCase()
  const { source, place, says } = props.side
  const paper = 'paperId' in source ? view.papers.find((one) => one.paperId === source.paperId) : undefined
  const where = [
    place.heading,
    place.paragraph === undefined ? undefined : t('agreement.inParagraph', { no: place.paragraph }),
    place.label === undefined ? undefined : t('agreement.inRow', { label: place.label }),
    place.field === undefined ? undefined : t('agreement.inField', { field: say.paperField(place.field) }),
  ].filter((part) => part !== undefined)
  return (
    <div>
      <span className="rec">{says}</span>
      {paper === undefined ? (
        <span className="sm">
          {'act' in source ? t('agreement.recorded', { act: say.recorded(source.act) }) : t('agreement.arithmetic')}
        </span>
      ) : paper.paperId === props.paperId ? (
        <b className="sm">{t('agreement.here')}</b>
      ) : (
        <button type="button" className="linkish sm" onClick={() => go({ at: 'paper', caseId: view.caseId, paperId: paper.paperId })}>
          {say.paper(paper)}
        </button>
      )}
      {where.length > 0 && <span className="sm t2">{where.join(', ')}</span>}
    </div>
  )
}

function GoOn(props: { readonly paperId: string; readonly open: readonly Shown[] }) {
  const { t } = useTranslation()
  const { office } = useDesk()
  const { view, setView } = useCase()
  const { send, trouble, isBusy } = useOrders(office)
  const [reason, setReason, isDone] = useKept('reason', '', props.paperId)
  const [tried, setTried] = useState(false)
  const accept = async () => {
    setTried(true)
    if (clean(reason) === '') return
    const command = {
      type: 'acceptDifferences',
      paperId: PaperId.parse(props.paperId),
      differences: props.open.map(({ id }) => id),
      reason: clean(reason),
    } as const
    const done = await send({ to: 'case', caseId: CaseId.parse(view.caseId), seen: view.version, command })
    if (done?.case === undefined) return
    isDone()
    setView(done.case)
  }
  return (
    <>
      <TextBox
        isOneLine
        label={t('agreement.why')}
        help={t('agreement.whyHelp')}
        value={reason}
        onChange={setReason}
        rows={2}
        max={500}
        mustBeFilled={tried}
      />
      <TroubleBox trouble={trouble} />
      <div>
        <Button variant="default" aria-disabled={isBusy || undefined} onClick={() => void accept()}>
          {t('agreement.do')}
        </Button>
      </div>
    </>
  )
}
