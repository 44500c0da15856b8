// Loading the list of communes the office got from the statistics office: which codes, from which day, every row checked before anything is kept.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommuneAnswers } from '../../../workflows/communes.ts'
import { type PlaceList, placeLists } from '../../../workflows/registry/places/places.ts'
import { useDesk } from '../../desk.tsx'
import { askOffice, type Trouble, troubleOf, useOrders } from '../../orders.ts'
import { base64Of } from '../../parts/bytes.ts'
import { Chip } from '../../parts/chip.tsx'
import { parseDay, showDay, showInstant } from '../../parts/dates.ts'
import { DayBox } from '../../parts/day-box.tsx'
import { FileDrop } from '../../parts/file-drop.tsx'
import { ChoiceBox, clean, LineBox } from '../../parts/form.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { TroubleBox } from '../../parts/trouble.tsx'
import { useAnswer } from '../../use-answer.ts'
import { useKept } from '../../use-draft.ts'

const most = 20_000_000
type Chosen = { readonly name: string; readonly bytes: string; readonly list: PlaceList; readonly account: CommuneAnswers['communeCheck'] }

export function CommuneListsSheet() {
  const { t } = useTranslation()
  const { answer: lists, trouble, reload } = useAnswer({ about: 'communeLists' })
  return (
    <Sheet title={t('communes.title')} sub={t('communes.sub')}>
      <TroubleBox trouble={trouble} />
      {lists === null ? null : lists.length === 0 ? (
        <p className="pad t2">{t('communes.none')}</p>
      ) : (
        <ul className="lines">
          {lists.map((one) => (
            <li key={`${one.list} ${one.from} ${one.version}`}>
              <b>
                {t('communes.line', {
                  list: t(`communes.lists.${one.list}`),
                  from: showDay(one.from),
                  version: one.version,
                  count: one.count,
                })}
              </b>{' '}
              {one.isSample && <Chip meaning="warn">{t('communes.sample')}</Chip>}{' '}
              {one.counts && <Chip meaning="passed">{t('communes.counts')}</Chip>}{' '}
              <span className="sm t2">
                {t('communes.lineFrom', { source: one.source, name: one.name, by: one.by, at: showInstant(one.loadedAt) })}
              </span>
            </li>
          ))}
        </ul>
      )}
      <Load onLoaded={() => void reload()} />
    </Sheet>
  )
}

function Load({ onLoaded }: { readonly onLoaded: () => void }) {
  const { t } = useTranslation()
  const { office, session } = useDesk()
  const { send, trouble, isBusy } = useOrders(office)
  const [list, setList] = useState<PlaceList>('QD19_2025')
  const [from, setFrom, isDated] = useKept('communesFrom', '')
  const [source, setSource, isSourced] = useKept('communesSource', '')
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [asking, setAsking] = useState<Trouble | null>(null)
  const [wasTried, setTried] = useState(false)
  const [done, setDone] = useState<string | null>(null)
  const check = async (name: string, file: Uint8Array) => {
    setDone(null)
    setChosen(null)
    const bytes = base64Of(file)
    const reply = await askOffice(office, { about: 'communeCheck', bytes, list })
    setAsking(reply.ok ? null : troubleOf(reply))
    if (reply.ok) setChosen({ name, bytes, list, account: reply.value })
  }
  const record = async () => {
    setTried(true)
    const day = parseDay(from, session.today)
    const said = clean(source)
    if (chosen === null || day === null || said === '') return
    const name = chosen.name.normalize('NFC').trim().slice(-260)
    const reply = await send({
      to: 'shell',
      act: { act: 'loadCommunes', name, bytes: chosen.bytes, list: chosen.list, from: day, source: said },
    })
    if (reply === null) return
    setDone(t('communes.done', { count: chosen.account.rows }))
    setChosen(null)
    setTried(false)
    isDated()
    isSourced()
    onLoaded()
  }
  return (
    <details className="pad">
      <summary>{t('communes.load')}</summary>
      <div className="form">
        <ChoiceBox
          label={t('communes.list')}
          value={list}
          onChange={(value) => {
            setList(value)
            setChosen(null)
          }}
          options={placeLists.map((value) => ({ value, label: t(`communes.lists.${value}`) }))}
        />
        <p className="t2">{t('communes.heads')}</p>
        <FileDrop
          text={t('communes.drop')}
          choose={t('communes.choose')}
          accept=".xlsx,.xls,.ods,.csv"
          most={most}
          onTooBig={() => setAsking({ refusal: { code: 'workbook-too-big', megabytes: Math.floor(most / 1_000_000) } })}
          onFile={(name, bytes) => void check(name, bytes)}
        />
        <TroubleBox trouble={asking} />
        {chosen !== null && (
          <>
            <p role="status" className={chosen.account.found === 0 ? 'note passed' : 'note'}>
              {t('communes.account', {
                name: chosen.name,
                rows: chosen.account.rows,
                provinces: chosen.account.provinces,
                found: chosen.account.found,
              })}
              {chosen.account.padded > 0 && ` ${t('communes.padded', { count: chosen.account.padded })}`}
              {chosen.account.isSample && ` ${t('communes.sample')}`}
            </p>
            {chosen.account.problems.length > 0 && (
              <ul className="lines">
                {chosen.account.problems.map((one) => (
                  <li key={`${one.row} ${one.problem} ${one.text}`}>
                    {t(`communes.problem.${one.problem}`, { row: one.row, text: one.text })}
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
        {chosen !== null && chosen.account.found === 0 && (
          <>
            <DayBox label={t('communes.from')} value={from} today={session.today} onChange={setFrom} mustBeFilled={wasTried} />
            <LineBox
              label={t('communes.source')}
              help={t('communes.sourceHelp')}
              value={source}
              onChange={setSource}
              max={300}
              width="100%"
              mustBeFilled={wasTried}
            />
            <div>
              <Button variant="default" aria-disabled={isBusy || undefined} onClick={() => void record()}>
                {t('communes.do')}
              </Button>
            </div>
          </>
        )}
        <TroubleBox trouble={trouble} />
        {done !== null && (
          <p className="note passed" role="status">
            {done}
          </p>
        )}
      </div>
    </details>
  )
}
