// The conditions on one nominee: the sheet as of today, what it is judged by, what the competent level decided, and the dossier.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { guardAnswers } from '../../../workflows/eligibility/verdict.ts'
import type { NomineeSheet } from '../../../workflows/eligibility/view.ts'
import { CaseProvider, useCase } from '../../case-desk.tsx'
import { useDesk } from '../../desk.tsx'
import { showDay } from '../../parts/dates.ts'
import { Empty } from '../../parts/empty.tsx'
import { Loading } from '../../parts/loading.tsx'
import { PageTitle } from '../../parts/page-title.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { TroubleBox } from '../../parts/trouble.tsx'
import { DossierSheet } from './dossier-sheet.tsx'
import { FactsForm } from './facts-form.tsx'
import { useEligibility } from './use-eligibility.ts'
import { VerdictSheet } from './verdict-sheet.tsx'

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
      <header className="row">
        <PageTitle>{sheet === undefined ? t('eligibility.open') : t('eligibility.title', { name: sheet.name })}</PageTitle>
        <span className="t2">
          {caseView.opening.post.title}, {caseView.opening.post.unit}
        </span>
        <Button className="push" variant="default" onClick={() => go({ at: 'case', caseId: caseView.caseId })}>
          {t('eligibility.back')}
        </Button>
      </header>
      {sheet === undefined ? (
        <section className="sheet">
          <Empty title={t('eligibility.unknown')} text={t('eligibility.unknownText')} />
        </section>
      ) : (
        <div className="conditions">
          <div className="stack">
            <VerdictSheet sheet={sheet} today={view.today} />
            <Sheet title={t('eligibility.facts')}>
              <FactsForm key={`${sheet.personId} ${sheet.notedAt ?? ''}`} sheet={sheet} onDone={reload} />
            </Sheet>
          </div>
          <div className="stack">
            <DossierSheet sheet={sheet} />
            <HistorySheet sheet={sheet} />
          </div>
        </div>
      )}
    </div>
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
