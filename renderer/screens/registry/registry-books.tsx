// Choosing what leaves the registry as a spreadsheet: the list or a return, as of a day, of whose people, over which time.
import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ManagingLevel, managingLevels } from '../../../workflows/registry/unit.ts'
import { AgeBands, type RegistryBook, registryBooks } from '../../../workflows/registry-export.ts'
import { useDesk } from '../../desk.tsx'
import { parseDay, showDay } from '../../parts/dates.ts'
import { DayBox } from '../../parts/day-box.tsx'
import { ChoiceBox, LineBox } from '../../parts/form.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { useKept } from '../../use-draft.ts'
import { type BookAsked, ExportButton } from './registry-export.tsx'
import { ReviewCheckSheet } from './review-check.tsx'
import { TakenReturnsSheet } from './taken-returns.tsx'

const looksBack = (book: RegistryBook): boolean => book === 'ratings' || book === 'moves' || book === 'discipline'
const quarters = ['year', '1', '2', '3', '4'] as const
const usual = '30, 40, 50, 55'

export function RegistryBooksSheet() {
  const { t } = useTranslation()
  const { session } = useDesk()
  const [book, setBook] = useState<RegistryBook>('people')
  const [day, setDay] = useState(showDay(session.today))
  const [managedBy, setManagedBy] = useState<ManagingLevel | 'any'>('any')
  const [year, setYear] = useKept('bookYear', '')
  const [quarter, setQuarter] = useState<(typeof quarters)[number]>('year')
  const [bands, setBands] = useState(usual)
  const [summed, setSummed] = useState(false)
  const asOf = parseDay(day, session.today)
  const ages = AgeBands.safeParse(bands.split(/[,;\s]+/).map((one) => (/^\d+$/.test(one) ? Number(one) : -1)))
  const isYear = year.trim() === '' || /^(?:19|20)\d{2}$/.test(year.trim())
  const mayAsk = asOf !== null && (!looksBack(book) || isYear) && (book !== 'quality' || ages.success)
  const asked = (): BookAsked | null => {
    if (!mayAsk || asOf === null) return null
    return {
      book,
      day: asOf,
      ...(summed && book !== 'people' && { summed }),
      ...(managedBy !== 'any' && book !== 'planning' && { managedBy }),
      ...(looksBack(book) && year.trim() !== '' && { year: Number(year) }),
      ...(book === 'discipline' && quarter !== 'year' && { quarter: Number(quarter) as 1 | 2 | 3 | 4 }),
      ...(book === 'quality' && ages.success && bands !== usual && { bands: ages.data }),
    }
  }
  const ready = asked()
  return (
    <>
      <Sheet title={t('registryExport.title')} sub={t('registryExport.sub')}>
        <div className="pad form">
          <ChoiceBox
            label={t('registryExport.book')}
            value={book}
            onChange={setBook}
            options={registryBooks.map((value) => ({ value, label: t(`returns.books.${value}`) }))}
            width={420}
          />
          <DayBox label={t('registryExport.day')} value={day} today={session.today} onChange={setDay} mustBeFilled />
          {book !== 'planning' && (
            <ChoiceBox
              label={t('returns.managedBy')}
              value={managedBy}
              onChange={setManagedBy}
              isList
              options={[
                { value: 'any', label: t('returns.anyLevel') },
                ...managingLevels.map((value) => ({ value, label: t(`registry.choice.managedBy.${value}`) })),
              ]}
            />
          )}
          {looksBack(book) && (
            <LineBox
              label={t('returns.year')}
              help={t('returns.yearHelp')}
              value={year}
              onChange={setYear}
              max={4}
              width={160}
              error={isYear ? undefined : t('returns.yearWrong')}
            />
          )}
          {book === 'discipline' && (
            <ChoiceBox
              label={t('returns.quarter')}
              value={quarter}
              onChange={setQuarter}
              options={quarters.map((value) => ({ value, label: t(`returns.quarters.${value}`) }))}
            />
          )}
          {book === 'quality' && (
            <LineBox
              label={t('returns.bands')}
              help={t('returns.bandsHelp')}
              value={bands}
              onChange={setBands}
              max={60}
              error={ages.success ? undefined : t('returns.bandsWrong')}
            />
          )}
          {book !== 'people' && <p className="t2">{t(`returns.about.${book}`)}</p>}
          {book !== 'people' && (
            <Checkbox label={t('returns.summed')} checked={summed} onChange={(event) => setSummed(event.currentTarget.checked)} />
          )}
          <ExportButton asked={ready} />
        </div>
      </Sheet>
      {ready?.book === 'planning' && <ReviewCheckSheet day={ready.day} />}
      {ready !== null && ready.book !== 'people' && <TakenReturnsSheet asked={{ ...ready, book: ready.book }} />}
    </>
  )
}
