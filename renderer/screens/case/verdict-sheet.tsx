// The conditions on one nominee as they stand today: what stops him or waits for somebody on top, what is not known yet, what is passed folded.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PersonId } from '../../../workflows/core/ids.ts'
import type { GuardAnswer, GuardVerdict } from '../../../workflows/eligibility/verdict.ts'
import { stopsBallot } from '../../../workflows/eligibility/verdict.ts'
import type { NomineeSheet } from '../../../workflows/eligibility/view.ts'
import { guardAnswerWords, guardReasonText, guardTitles } from '../../../workflows/wording/guards.ts'
import { useCase } from '../../case-desk.tsx'
import { Chip, type ChipMeaning } from '../../parts/chip.tsx'
import { ClauseNote } from '../../parts/clause-note.tsx'
import { showDay } from '../../parts/dates.ts'
import { Empty } from '../../parts/empty.tsx'
import { DocumentBoxes, type DocumentDraft, documentOf, emptyDocument } from '../../parts/form.tsx'
import { RowGroup } from '../../parts/row-group.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { TroubleBox } from '../../parts/trouble.tsx'

const meanings: Readonly<Record<GuardAnswer, ChipMeaning>> = { pass: 'passed', fail: 'stopped', needsDecision: 'warn', unknown: 'plain' }

/** From what stands in the way to what is settled; a special case opened by a document is passed, and still an exception to be seen. */
const groups = ['act', 'unknown', 'decided', 'pass'] as const
function groupOf({ answer, isWarning, isFlagged, decision }: GuardVerdict): (typeof groups)[number] {
  if (isWarning || isFlagged || answer === 'fail' || answer === 'needsDecision') return 'act'
  if (answer === 'unknown') return 'unknown'
  return decision === undefined ? 'pass' : 'decided'
}

/** So many lines without an answer are read at a glance; they stop no ballot, and more of them start folded. */
const few = 4

export function VerdictSheet({ sheet, today }: { readonly sheet: NomineeSheet; readonly today: string }) {
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
        {groups.map((group) => {
          const verdicts = asked.filter((one) => groupOf(one) === group)
          if (verdicts.length === 0) return null
          return (
            <RowGroup
              key={group}
              title={t(`eligibility.group.${group}`, { count: verdicts.length })}
              columns={4}
              brief={verdicts.map(({ guard }) => guardTitles[guard][lang]).join('; ')}
              isFolded={group === 'pass' || (group === 'unknown' && verdicts.length > few)}
            >
              {verdicts.map((one) => (
                <VerdictRow key={one.guard} verdict={one} personId={sheet.personId} />
              ))}
            </RowGroup>
          )
        })}
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
