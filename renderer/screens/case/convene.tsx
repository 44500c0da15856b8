// Convening a conference: when, where, who, by which approved list.
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConvocationRow } from '../../../workflows/conference/commands.ts'
import type { NextAct } from '../../../workflows/procedure/case-view.ts'
import type { StageKey } from '../../../workflows/rulebooks/types.ts'
import { useCase } from '../../case-desk.tsx'
import { CountBox, countIn } from '../../parts/count-box.tsx'
import { instantOf, parseDay, parseTime, showDay } from '../../parts/dates.ts'
import { DayBox, TimeBox } from '../../parts/day-box.tsx'
import { ChoiceBox, clean, DocumentBoxes, documentOf, emptyDocument, LineBox } from '../../parts/form.tsx'
import { handChanges, idBook, readList, writeDrawn } from '../../people.ts'
import { useDraft } from '../../use-draft.ts'
import { useWording } from '../../wording.ts'
import { Compose } from '../registry/compose.tsx'
import { SealedAct } from './act-frame.tsx'
import { ConvocationList } from './convocation-list.tsx'

export function Convene(props: { readonly next: NextAct; readonly stage: StageKey; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const say = useWording()
  const { view, today } = useCase()
  const { draft, set } = useDraft({
    day: showDay(today),
    time: '08:00',
    place: '',
    mode: 'inPerson' as 'inPerson' | 'hybrid',
    hybrid: emptyDocument,
    list: '',
    /** As the registry gave it, ids and all; empty where nothing was drawn. */
    drawn: [] as readonly ConvocationRow[],
    handReason: '',
    membersTotal: '',
    approval: emptyDocument,
    chair: '',
    secretary: '',
  })
  const { drawn } = draft
  const idOf = useMemo(() => idBook(view, drawn), [view, drawn])
  const lines = useMemo(() => readList(draft.list, idOf), [draft.list, idOf])
  const rows = lines.flatMap((line) => (line.row === undefined ? [] : [line.row]))
  const changes = drawn.length === 0 ? null : handChanges(drawn, rows)
  const handReason = clean(draft.handReason)
  const people = [...new Map(rows.map((row) => [row.personId as string, row])).values()]
  const peopleOptions = [
    { value: '', label: t('form.choose') },
    ...people.map((row) => ({ value: row.personId as string, label: `${row.name}, ${row.title}` })),
  ]
  const chair = people.find((row) => row.personId === draft.chair)
  const secretary = people.find((row) => row.personId === draft.secretary)
  const build = () => {
    const day = parseDay(draft.day, today)
    const time = parseTime(draft.time)
    const membersTotal = countIn(draft.membersTotal)
    const hybridDecision = documentOf(draft.hybrid, today)
    const listApproval = documentOf(draft.approval, today)
    if (day === null || time === null || clean(draft.place) === '' || membersTotal === undefined || membersTotal < 1) return null
    if (rows.length === 0 || lines.some((line) => line.problem !== undefined) || chair === undefined || secretary === undefined) return null
    if (draft.mode === 'hybrid' && hybridDecision === null) return null
    if (changes !== null && handReason === '') return null
    return {
      type: 'conveneConference',
      stage: props.stage,
      plannedAt: instantOf(day, time),
      place: clean(draft.place),
      mode: draft.mode,
      ...(draft.mode === 'hybrid' && hybridDecision !== null ? { hybridDecision } : {}),
      membersTotal,
      rows,
      ...(listApproval === null ? {} : { listApproval }),
      ...(changes === null ? {} : { handReason }),
      chair: chair.personId,
      secretary: secretary.personId,
    } as const
  }
  const day = parseDay(draft.day, today)
  return (
    <SealedAct
      command="conveneConference"
      act={props.next}
      build={build}
      onDone={props.onDone}
      sentence={t('will.conveneConference', {
        stage: say.stage(props.stage),
        people: people.length,
        time: draft.time,
        day: day === null ? draft.day : showDay(day),
        place: clean(draft.place),
      })}
    >
      {(tried) => (
        <>
          <div className="fields">
            <DayBox label={t('convene.day')} value={draft.day} onChange={set('day')} today={today} mustBeFilled={tried} />
            <TimeBox label={t('convene.time')} value={draft.time} onChange={set('time')} mustBeFilled={tried} />
            <LineBox label={t('convene.place')} value={draft.place} onChange={set('place')} mustBeFilled={tried} />
            <CountBox
              label={t('convene.membersTotal')}
              value={draft.membersTotal}
              onChange={set('membersTotal')}
              help={t('convene.membersTotalHelp')}
              mustBeFilled={tried}
              width={230}
            />
          </div>
          <ChoiceBox
            label={t('convene.mode')}
            value={draft.mode}
            onChange={set('mode')}
            options={(['inPerson', 'hybrid'] as const).map((value) => ({ value, label: t(`mode.${value}`) }))}
          />
          {draft.mode === 'hybrid' && (
            <DocumentBoxes
              legend={t('convene.hybridDecision')}
              value={draft.hybrid}
              onChange={set('hybrid')}
              today={today}
              mustBeFilled={tried}
            />
          )}
          <Compose
            day={day ?? today}
            onTake={(taken) => {
              set('list')(writeDrawn(taken))
              set('drawn')(taken)
            }}
          />
          <ConvocationList text={draft.list} onChange={set('list')} lines={lines} mustBeFilled={tried} />
          {changes !== null && (
            <>
              <p className="note warn" role="status">
                {t('handList.changed', changes)}
              </p>
              <LineBox
                label={t('handList.reason')}
                value={draft.handReason}
                max={500}
                width="100%"
                onChange={set('handReason')}
                mustBeFilled={tried}
              />
            </>
          )}
          <DocumentBoxes legend={t('convene.listApproval')} value={draft.approval} onChange={set('approval')} today={today} />
          <div className="fields">
            <ChoiceBox label={t('convene.chair')} value={draft.chair} onChange={set('chair')} options={peopleOptions} isList />
            <ChoiceBox label={t('convene.secretary')} value={draft.secretary} onChange={set('secretary')} options={peopleOptions} isList />
          </div>
          {tried && (chair === undefined || secretary === undefined) && <p className="note wrong">{t('convene.noChair')}</p>}
        </>
      )}
    </SealedAct>
  )
}
