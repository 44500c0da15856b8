// The conditions on one nominee: the sheet as of today, what it is judged by, what the competent level decided, and the dossier.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PersonId } from '../../../workflows/core/ids.ts'
import type { GuardAnswer, GuardVerdict } from '../../../workflows/eligibility/verdict.ts'
import { guardAnswers, stopsBallot } from '../../../workflows/eligibility/verdict.ts'
import type { NomineeSheet } from '../../../workflows/eligibility/view.ts'
import { guardAnswerWords, guardReasonText, guardTitles } from '../../../workflows/wording/guards.ts'
import { CaseProvider, useCase } from '../../case-desk.tsx'
import { useDesk } from '../../desk.tsx'
import { Chip, type ChipMeaning } from '../../parts/chip.tsx'
import { ClauseNote } from '../../parts/clause-note.tsx'
import { showDay } from '../../parts/dates.ts'
import { Empty } from '../../parts/empty.tsx'
import { DocumentBoxes, type DocumentDraft, documentOf, emptyDocument } from '../../parts/form.tsx'
import { Loading } from '../../parts/loading.tsx'
import { PageTitle } from '../../parts/page-title.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { TroubleBox } from '../../parts/trouble.tsx'
import { DossierSheet } from './dossier-sheet.tsx'
import { FactsForm } from './facts-form.tsx'
import { useEligibility } from './use-eligibility.ts'

export function EligibilityScreen(props: { readonly caseId: string; readonly personId: string }) {
  return (
    <CaseProvider key={props.caseId} caseId={props.caseId}>
      <EligibilityPage personId={props.personId} />
    </CaseProvider>
  )
}

function EligibilityPage({ personId }: { readonly personId: string }) {
  const { t } = useTranslation()
  const { go } = useDesk()
  const { view: caseView, reload } = useCase()
  const { view, trouble } = useEligibility()
  const sheet = view?.nominees.find((one) => one.personId === personId)
  if (trouble !== null) return <TroubleBox trouble={trouble} />
  if (view === null) return <Loading />
  return (
    <div className="page stack">
      <header>
        <PageTitle>{t('eligibility.title', { name: sheet?.name ?? '' })}</PageTitle>
        <p className="t2">
          {caseView.opening.post.title}, {caseView.opening.post.unit}
        </p>
        <Button variant="default" onClick={() => go({ at: 'case', caseId: caseView.caseId })}>
          {t('eligibility.back')}
        </Button>
      </header>
      {sheet !== undefined && (
        <>
          <VerdictSheet sheet={sheet} today={view.today} />
          <Sheet title={t('eligibility.facts')}>
            <FactsForm key={`${sheet.personId} ${sheet.notedAt ?? ''}`} sheet={sheet} onDone={reload} />
          </Sheet>
          <DossierSheet sheet={sheet} />
          <HistorySheet sheet={sheet} />
        </>
      )}
    </div>
  )
}

const meanings: Readonly<Record<GuardAnswer, ChipMeaning>> = { pass: 'passed', fail: 'stopped', needsDecision: 'warn', unknown: 'plain' }

function VerdictSheet({ sheet, today }: { readonly sheet: NomineeSheet; readonly today: string }) {
  const { t, i18n } = useTranslation()
  const lang = i18n.language === 'en' ? 'en' : 'vi'
  const { order, isBusy, trouble, troubled } = useCase()
  if (sheet.today.length === 0)
    return (
      <Sheet title={t('eligibility.sheet')}>
        <Empty title={t('eligibility.none')} text={t('eligibility.noneText')} />
      </Sheet>
    )
  const asked = sheet.today.filter((one) => one.reason !== 'not-asked')
  const others = sheet.today.filter((one) => one.reason === 'not-asked').map((one) => one.guard)
  return (
    <Sheet title={t('eligibility.sheet')} sub={t('eligibility.asOf', { day: showDay(today) })}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('eligibility.condition')}</th>
            <th scope="col">{t('eligibility.answer')}</th>
            <th scope="col">{t('eligibility.why')}</th>
            <th scope="col">{t('eligibility.rule')}</th>
          </tr>
        </thead>
        <tbody>
          {asked.map((one) => (
            <VerdictRow key={one.guard} verdict={one} personId={sheet.personId} />
          ))}
        </tbody>
      </table>
      <div className="pad form">
        {others.length > 0 && (
          <p className="t2">{t('eligibility.others', { guards: others.map((guard) => guardTitles[guard][lang]).join('; ') })}</p>
        )}
        {troubled === 'judgeEligibility' && <TroubleBox trouble={trouble} />}
        <Button
          variant="default"
          aria-disabled={isBusy || undefined}
          onClick={() => void order({ type: 'judgeEligibility', personId: PersonId.parse(sheet.personId) })}
        >
          {t('eligibility.again')}
        </Button>
      </div>
    </Sheet>
  )
}

function VerdictRow({ verdict, personId }: { readonly verdict: GuardVerdict; readonly personId: string }) {
  const { t, i18n } = useTranslation()
  const lang = i18n.language === 'en' ? 'en' : 'vi'
  const { guard, answer, rule, factOn, decision, isFlagged, isWarning } = verdict
  return (
    <tr>
      <td>
        <span className="xs t2">{guard}</span> {guardTitles[guard][lang]}
      </td>
      <td>
        <Chip meaning={isWarning ? 'warn' : meanings[answer]}>{guardAnswerWords[answer][lang]}</Chip>
        {stopsBallot(verdict) && <div className="xs">{t('eligibility.stops')}</div>}
        {isWarning && <div className="xs">{t('eligibility.warning')}</div>}
      </td>
      <td>
        {guardReasonText(verdict, lang)}
        {factOn !== undefined && <span className="t2"> · {showDay(factOn)}</span>}
        {isFlagged && <div className="xs t2">{t('eligibility.flagged')}</div>}
        {decision !== undefined && (
          <div className="xs">{t('eligibility.decidedBy', { number: decision.number, day: showDay(decision.date) })}</div>
        )}
        {answer === 'needsDecision' && <DecideForm guard={guard} personId={personId} />}
      </td>
      <td>
        <ClauseNote citation={rule} />
      </td>
    </tr>
  )
}

/** A special case opens with the number and day of a document, and with nothing else. */
function DecideForm({ guard, personId }: { readonly guard: GuardVerdict['guard']; readonly personId: string }) {
  const { t } = useTranslation()
  const { today, order, isBusy, trouble, troubled } = useCase()
  const [document, setDocument] = useState<DocumentDraft>(emptyDocument)
  const [tried, setTried] = useState(false)
  const decide = async () => {
    setTried(true)
    const read = documentOf(document, today)
    if (read !== null) await order({ type: 'decideGuard', personId: PersonId.parse(personId), guard, document: read })
  }
  const label = t('eligibility.decide', { guard })
  return (
    <details>
      <summary>{label}</summary>
      <DocumentBoxes legend={label} value={document} onChange={setDocument} today={today} mustBeFilled={tried} />
      {troubled === 'decideGuard' && <TroubleBox trouble={trouble} />}
      <Button variant="default" aria-disabled={isBusy || undefined} onClick={() => void decide()}>
        {label}
      </Button>
    </details>
  )
}

function HistorySheet({ sheet }: { readonly sheet: NomineeSheet }) {
  const { t } = useTranslation()
  if (sheet.judgements.length === 0) return null
  return (
    <Sheet title={t('eligibility.history')}>
      <ul className="lines">
        {sheet.judgements.toReversed().map((one) => {
          const counts = Object.fromEntries(
            guardAnswers.map((answer) => [
              answer,
              one.verdicts.filter((verdict) => verdict.answer === answer && verdict.reason !== 'not-asked').length,
            ]),
          )
          return (
            <li key={one.no}>
              {t('eligibility.historyLine', {
                no: one.no,
                day: showDay(one.on),
                occasion: t(`eligibility.occasion.${one.occasion}`),
                ...counts,
              })}
            </li>
          )
        })}
      </ul>
    </Sheet>
  )
}
