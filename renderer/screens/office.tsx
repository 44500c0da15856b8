// The office, a part at a time: who works, keys, registers, papers, meetings and days off, the data file.
import { useTranslation } from 'react-i18next'
import { useDesk } from '../desk.tsx'
import { type OfficePart, officeParts } from '../office-parts.ts'
import { PageTitle } from '../parts/page-title.tsx'
import './office.css'
import { CompositionSheet } from './office-compositions.tsx'
import { HolidaySheet } from './office-holidays.tsx'
import { KeySheet } from './office-key-sheet.tsx'
import { LedgerSheet } from './office-ledger.tsx'
import { LookSheet } from './office-looks.tsx'
import { OperatorSheet } from './office-people.tsx'
import { RegisterSheet } from './office-registers.tsx'
import { SpellingSheet } from './office-spelling.tsx'
import { WordSheet } from './office-word.tsx'

export function OfficeScreen(props: { readonly part: OfficePart }) {
  const { t } = useTranslation()
  const { session, go } = useDesk()
  return (
    <div className="page stack">
      <header className="row">
        <PageTitle>{t('office.title')}</PageTitle>
        <span className="t2">
          {session.organisation?.name} · {session.file}
        </span>
      </header>
      <div className="office">
        <nav className="sheet office-parts" aria-label={t('office.parts')}>
          {officeParts.map((part) => (
            <button
              key={part}
              type="button"
              aria-current={part === props.part ? 'page' : undefined}
              onClick={() => go({ at: 'office', part })}
            >
              {t(`office.part.${part}`)}
            </button>
          ))}
        </nav>
        <div className="stack">
          <Part at={props.part} />
        </div>
      </div>
    </div>
  )
}

function Part(props: { readonly at: OfficePart }) {
  switch (props.at) {
    case 'people':
      return <OperatorSheet />
    case 'keys':
      return <KeySheet />
    case 'registers':
      return <RegisterSheet />
    case 'papers':
      return (
        <>
          <WordSheet />
          <SpellingSheet />
        </>
      )
    case 'meetings':
      return (
        <>
          <CompositionSheet />
          <HolidaySheet />
        </>
      )
    case 'file':
      return (
        <>
          <LedgerSheet />
          <LookSheet />
        </>
      )
  }
}
