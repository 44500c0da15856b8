// What the conditions on a nominee are judged by, typed box by box. An empty box says "not known" and stops no ballot.
import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CaseId, PersonId } from '../../../workflows/core/ids.ts'
import { sectors } from '../../../workflows/eligibility/family.ts'
import { ratingLevels } from '../../../workflows/eligibility/nominee-facts.ts'
import type { NomineeSheet } from '../../../workflows/eligibility/view.ts'
import { planningLevels } from '../../../workflows/planning/facts.ts'
import { useCase } from '../../case-desk.tsx'
import { useDesk } from '../../desk.tsx'
import { askOffice, type Trouble, troubleOf } from '../../orders.ts'
import { DayBox } from '../../parts/day-box.tsx'
import { ChoiceBox, LineBox } from '../../parts/form.tsx'
import { TroubleBox } from '../../parts/trouble.tsx'
import { useListColumns } from './facts-columns.ts'
import { draftOf, type FactsDraft, factParts, factsOf, type Known, knownIn, lists, type Row, type Said, statements } from './facts-draft.ts'
import { RowsBox } from './rows-box.tsx'

export function FactsForm(props: { readonly sheet: NomineeSheet; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const { view, today, order, isBusy, trouble, troubled } = useCase()
  const { sheet } = props
  const nominee = view.nominees.find((one) => one.personId === sheet.personId)
  const [draft, setDraft] = useState<FactsDraft>(() => draftOf(sheet.facts, sheet.postFacts, nominee?.birthDate))
  const [isUnread, setUnread] = useState(false)
  const [source, setSource] = useState<'typed' | 'registry'>('typed')
  const [missing, setMissing] = useState<Trouble | null>(null)
  const { office } = useDesk()
  // What is changed by hand is no longer what the registry said.
  const set = (change: Partial<FactsDraft>) => {
    setDraft({ ...draft, ...change })
    setSource('typed')
  }
  const columns = useListColumns()
  const fetchKnown = async () => {
    const asked = { about: 'nomineeFromRegistry', caseId: CaseId.parse(view.caseId), personId: PersonId.parse(sheet.personId) } as const
    const reply = await askOffice(office, asked)
    setMissing(reply.ok ? null : troubleOf(reply))
    if (!reply.ok) return
    setDraft(draftOf({ ...sheet.facts, ...reply.value }, sheet.postFacts, nominee?.birthDate))
    setSource('registry')
  }
  const save = async () => {
    const read = factsOf(draft, view.opening.post, today)
    setUnread(read === null)
    if (read === null) return
    const done = await order({ type: 'noteNomineeFacts', personId: PersonId.parse(sheet.personId), ...read, source })
    if (done) props.onDone()
  }
  const year = Number(today.slice(0, 4))
  const facts = 'eligibility.fact' as const
  const known = knownIn(draft, view.opening.post.isHead, year)
  // Of what is known when the page comes up: boxes being filled in do not shut.
  const [firstGap] = useState(() => factParts.find((part) => known[part].known < known[part].of))
  return (
    <div className="pad form facts-form">
      <div className="row">
        <Button variant="default" onClick={() => void fetchKnown()}>
          {t('eligibility.fromRegistry')}
        </Button>
      </div>
      <TroubleBox trouble={missing} />
      <FactsFold title={t('eligibility.part.person')} known={known.person} isFirst={firstGap === 'person'} isUnread={isUnread}>
        <div className="fields">
          <LineBox label={t(`${facts}.birthDate`)} value={draft.birthDate} width={200} onChange={(birthDate) => set({ birthDate })} />
          <ChoiceBox
            label={t(`${facts}.sex`)}
            value={draft.sex}
            onChange={(sex) => set({ sex })}
            options={[
              { value: '', label: t('eligibility.notKnown') },
              { value: 'male', label: t('eligibility.man') },
              { value: 'female', label: t('eligibility.woman') },
            ]}
          />
          <DayBox
            label={t(`${facts}.dossierReceivedOn`)}
            value={draft.dossierReceivedOn}
            today={today}
            onChange={(dossierReceivedOn) => set({ dossierReceivedOn })}
          />
          <DayBox
            label={t(`${facts}.assetDeclaredOn`)}
            value={draft.assetDeclaredOn}
            today={today}
            onChange={(assetDeclaredOn) => set({ assetDeclaredOn })}
          />
          <DayBox label={t(`${facts}.healthOn`)} value={draft.healthOn} today={today} onChange={(healthOn) => set({ healthOn })} />
          <ChoiceBox
            label={t(`${facts}.healthFit`)}
            value={draft.isFit}
            onChange={(isFit) => set({ isFit })}
            options={[
              { value: 'yes', label: t('eligibility.fit') },
              { value: 'no', label: t('eligibility.notFit') },
            ]}
          />
        </div>
      </FactsFold>
      <FactsFold title={t('eligibility.part.ratings')} known={known.ratings} isFirst={firstGap === 'ratings'} isUnread={isUnread}>
        <div className="fields">
          {[year - 3, year - 2, year - 1].map((one) => (
            <ChoiceBox
              key={one}
              label={t('eligibility.year', { year: one })}
              value={draft.ratings[one] ?? ''}
              onChange={(level) => set({ ratings: { ...draft.ratings, [one]: level } })}
              options={['', ...ratingLevels].map((level) => ({
                value: level,
                label: level === '' ? t('eligibility.notKnown') : t(`eligibility.rating.${level as (typeof ratingLevels)[number]}`),
              }))}
              isList
              width={220}
            />
          ))}
        </div>
      </FactsFold>
      <FactsFold title={t('eligibility.part.said')} known={known.said} isFirst={firstGap === 'said'} isUnread={isUnread}>
        <div className="facts-grid">
          {statements.map((key) => (
            <SaidBox
              key={key}
              label={t(`eligibility.said.${key}`)}
              value={draft.said[key]}
              today={today}
              onChange={(one) => set({ said: { ...draft.said, [key]: one } })}
            />
          ))}
        </div>
        {!view.opening.post.isHead && (
          <fieldset className="plain">
            <legend>{t(`${facts}.deputies`)}</legend>
            <div className="fields">
              <LineBox
                label={t('eligibility.approved')}
                value={draft.approved}
                max={2}
                width={150}
                onChange={(approved) => set({ approved })}
              />
              <LineBox label={t('eligibility.inPost')} value={draft.inPost} max={2} width={150} onChange={(inPost) => set({ inPost })} />
            </div>
          </fieldset>
        )}
      </FactsFold>
      <FactsFold title={t('eligibility.part.lists')} known={known.lists} isFirst={firstGap === 'lists'} isUnread={isUnread}>
        <div className="facts-grid">
          {lists.map((key) => (
            <RowsBox
              key={key}
              legend={t(`eligibility.list.${key}`)}
              columns={columns[key]}
              value={draft.looked[key]}
              today={today}
              onChange={(looked) => set({ looked: { ...draft.looked, [key]: looked } })}
            />
          ))}
        </div>
        <fieldset className="plain">
          <legend>{t('eligibility.besideTitle')}</legend>
          <BesideBoxes value={draft.beside} onChange={(beside) => set({ beside })} />
        </fieldset>
      </FactsFold>
      {isUnread && (
        <p className="refusal" role="alert">
          {t('eligibility.unreadable')}
        </p>
      )}
      {troubled === 'noteNomineeFacts' && <TroubleBox trouble={trouble} />}
      <div className="row">
        <Button variant="default" aria-disabled={isBusy || undefined} onClick={() => void save()}>
          {t('eligibility.save')}
        </Button>
      </div>
    </div>
  )
}

/** A part of the form with how much of it is known: all of them open at once are two screens long. One that cannot be read opens all. */
function FactsFold(props: {
  readonly title: string
  readonly known: Known
  readonly isFirst: boolean
  readonly isUnread: boolean
  readonly children: ReactNode
}) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(props.isFirst)
  return (
    <details open={isOpen || props.isUnread} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {props.title} <span className="t2">{t('eligibility.known', props.known)}</span>
      </summary>
      <fieldset className="plain form" aria-label={props.title}>
        {props.children}
      </fieldset>
    </details>
  )
}

function SaidBox(props: { readonly label: string; readonly value: Said; readonly today: string; readonly onChange: (said: Said) => void }) {
  const { t } = useTranslation()
  const { value, onChange } = props
  return (
    <div className="fields">
      <ChoiceBox
        label={props.label}
        value={value.answer}
        onChange={(answer) => onChange({ ...value, answer, on: value.on === '' && answer !== '' ? showToday(props.today) : value.on })}
        options={[
          { value: '', label: t('eligibility.notKnown') },
          { value: 'yes', label: t('eligibility.isSo') },
          { value: 'no', label: t('eligibility.isNot') },
        ]}
        isList
        width={360}
      />
      {value.answer !== '' && (
        <>
          <DayBox
            label={t('eligibility.onDay')}
            value={value.on}
            today={props.today}
            onChange={(on) => onChange({ ...value, on })}
            mustBeFilled
          />
          <LineBox label={t('eligibility.basis')} value={value.basis} max={300} onChange={(basis) => onChange({ ...value, basis })} />
        </>
      )}
    </div>
  )
}

const showToday = (iso: string): string => iso.split('-').reverse().join('/')

function BesideBoxes(props: { readonly value: Row; readonly onChange: (row: Row) => void }) {
  const { t } = useTranslation()
  const { value, onChange } = props
  return (
    <div className="fields">
      <ChoiceBox
        label={t('eligibility.column.bodyLevel')}
        value={value.bodyLevel ?? ''}
        onChange={(bodyLevel) => onChange({ ...value, bodyLevel })}
        options={['', ...planningLevels].map((one) => ({
          value: one,
          label: one === '' ? t('eligibility.notKnown') : t(`planningLevel.${one as (typeof planningLevels)[number]}`),
        }))}
        isList
        width={220}
      />
      <ChoiceBox
        label={t('eligibility.column.sector')}
        value={value.sector ?? ''}
        onChange={(sector) => onChange({ ...value, sector })}
        options={(['none', ...sectors] as const).map((one) => ({
          value: one === 'none' ? '' : one,
          label: t(`eligibility.sector.${one}`),
        }))}
        isList
        width={260}
      />
    </div>
  )
}
