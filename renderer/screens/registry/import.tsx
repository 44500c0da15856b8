// Taking a roster in: a file, what its columns are, a dry run of every row, and only then the import. What was imported can be taken back whole.
import { Button } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { type ImportPlan, RowDecision } from '../../../workflows/registry/import/plan.ts'
import type { RosterAccountView, RosterSheet, RosterView } from '../../../workflows/roster.ts'
import { useDesk } from '../../desk.tsx'
import { askOffice, type Trouble, troubleOf, useOrders } from '../../orders.ts'
import { base64Of } from '../../parts/bytes.ts'
import { FileDrop } from '../../parts/file-drop.tsx'
import { ChoiceBox, clean, LineBox } from '../../parts/form.tsx'
import { PageTitle } from '../../parts/page-title.tsx'
import { SealButton } from '../../parts/seal-button.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { TroubleBox } from '../../parts/trouble.tsx'
import { useDraft } from '../../use-draft.ts'
import { CommuneListsSheet } from './commune-lists.tsx'
import { ImportAccountSheet } from './import-account.tsx'
import { ImportColumns } from './import-columns.tsx'
import { ImportHistory } from './import-history.tsx'
import { ImportPlace } from './import-place.tsx'
import { ImportSettings } from './import-settings.tsx'
import { RegistryBooksSheet } from './registry-books.tsx'

/** What crosses the doorway at once. */
const most = 58_000_000
const accept = '.xlsx,.xlsm,.xls,.ods,.csv,.txt'

export function ImportScreen() {
  const { t } = useTranslation()
  const { office } = useDesk()
  const [view, setView] = useState<RosterView | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [done, setDone] = useState<string | null>(null)
  const [imports, setImports] = useState(0)
  // Whoever leaves the screen leaves the roster.
  useEffect(() => () => void askOffice(office, { about: 'stopRoster' }), [office])
  const open = async (name: string, bytes: Uint8Array) => {
    setView(null)
    setTrouble(null)
    setDone(null)
    const reply = await askOffice(office, { about: 'roster', name: name.normalize('NFC').trim().slice(-260), bytes: base64Of(bytes) })
    if (reply.ok) setView(reply.value)
    else setTrouble(troubleOf(reply))
  }
  return (
    <div className="page stack">
      <PageTitle>{t('import.title')}</PageTitle>
      <p className="t2">{t('import.lead')}</p>
      <FileDrop
        text={t('import.drop')}
        choose={view === null ? t('import.choose') : t('import.another')}
        accept={accept}
        most={most}
        onTooBig={() => setTrouble({ refusal: { code: 'workbook-too-big', megabytes: Math.floor(most / 1_000_000) } })}
        onFile={(name, bytes) => void open(name, bytes)}
      />
      <TroubleBox trouble={trouble} />
      {done !== null && (
        <p className="note passed" role="status">
          {done}
        </p>
      )}
      {view !== null && (
        <Roster
          key={view.roster}
          view={view}
          onImported={(said) => {
            setView(null)
            setDone(said)
            setImports(imports + 1)
          }}
        />
      )}
      <ImportHistory key={imports} />
      <RegistryBooksSheet />
      <CommuneListsSheet />
    </div>
  )
}

/** The plan as it was tried, and what had been decided of its rows by then. */
type Tried = { readonly plan: ImportPlan; readonly decisions: readonly RowDecision[]; readonly account: RosterAccountView }

/** Decisions as they are kept, of all sheets of a file. */
const Kept = z.array(RowDecision.extend({ sheet: z.int() }))
type Kept = z.infer<typeof Kept>

function Roster(props: { readonly view: RosterView; readonly onImported: (said: string) => void }) {
  const { t } = useTranslation()
  const { office } = useDesk()
  const { view } = props
  const [at, setAt] = useState(view.best)
  const [sheets, setSheets] = useState(view.sheets)
  const [plans, setPlans] = useState<readonly ImportPlan[]>(() => view.sheets.map(({ plan }) => plan))
  const [tried, setTried] = useState<Tried | null>(null)
  const [isTrying, setTrying] = useState(false)
  const [asking, setAsking] = useState<Trouble | null>(null)
  const [reason, setReason] = useState('')
  // Another file, or the same one changed, has rows of its own.
  const { draft, set: keep, done: drop } = useDraft<{ readonly decisions: readonly unknown[] }>({ decisions: [] }, view.sha256.slice(0, 16))
  const kept = useMemo((): Kept => {
    const read = Kept.safeParse(draft.decisions)
    return read.success ? read.data : []
  }, [draft.decisions])
  const decisions = useMemo(
    () => kept.flatMap(({ sheet, ...decision }): readonly RowDecision[] => (sheet === at ? [decision] : [])),
    [kept, at],
  )
  const decide = (row: number, decision: RowDecision | null) => {
    const others = kept.filter((one) => one.sheet !== at || one.row !== row)
    keep('decisions')(decision === null ? others : [...others, { ...decision, sheet: at }])
  }
  const { send, trouble, isBusy } = useOrders(office)
  const sheet = sheets[at]
  const plan = plans[at]
  if (sheet === undefined || plan === undefined) return null
  const change = (next: ImportPlan) => setPlans(plans.map((one, i) => (i === at ? next : one)))
  // What was answered besides stays: only the table is elsewhere.
  const replace = (next: RosterSheet) => {
    const { headRow, headRows, dataRow, columns } = next.plan
    setSheets(sheets.map((one, i) => (i === at ? next : one)))
    change({ ...plan, headRow, headRows, dataRow, columns })
  }
  const attempt = async () => {
    setTrying(true)
    setAsking(null)
    const whole = decisions.length === 0 ? plan : { ...plan, decisions: [...decisions] }
    const reply = await askOffice(office, { about: 'rosterAccount', roster: view.roster, plan: whole })
    setTrying(false)
    setTried(reply.ok ? { plan, decisions, account: reply.value } : null)
    if (!reply.ok) setAsking(troubleOf(reply))
  }
  const record = async () => {
    const why = clean(reason)
    const reply = await send({ to: 'shell', act: { act: 'importRoster', roster: view.roster, ...(why !== '' && { reason: why }) } })
    if (reply?.imported === undefined) return
    drop()
    props.onImported(t('import.done', { entries: reply.imported.entries, file: view.name }))
  }
  const isFresh = tried !== null && tried.plan === plan
  const isDecided = tried !== null && JSON.stringify(tried.decisions) === JSON.stringify(decisions)
  const totals = tried?.account.totals
  return (
    <>
      <Sheet title={t('import.columns')} sub={t('import.columnsSub')}>
        <div className="pad form">
          {view.sheets.length > 1 && (
            <ChoiceBox
              label={t('import.sheet')}
              value={String(at)}
              onChange={(value) => setAt(Number(value))}
              isList
              options={view.sheets.map(({ name, rows, isHidden }, i) => ({
                value: String(i),
                label: t(isHidden ? 'import.sheetHidden' : 'import.sheetLine', { name, rows }),
              }))}
            />
          )}
          <ImportPlace key={`place ${at}`} roster={view.roster} at={at} sheet={sheet} onChange={replace} />
          {sheet.hiddenRows > 0 && <p className="note warn">{t('import.hiddenRows', { count: sheet.hiddenRows })}</p>}
        </div>
        <ImportColumns
          key={`${at} ${sheet.layout.headRow} ${sheet.layout.headRows} ${sheet.layout.dataRow}`}
          roster={view.roster}
          sheet={sheet}
          plan={plan}
          onChange={change}
        />
        <ImportSettings key={`settings ${at}`} sheet={sheet} plan={plan} onChange={change} />
        <div className="pad row">
          <Button aria-disabled={isTrying || isBusy || undefined} onClick={() => !isTrying && void attempt()}>
            {t('import.try')}
          </Button>
          {tried !== null && !isFresh && <span className="t2">{t('import.again')}</span>}
        </div>
        <TroubleBox trouble={asking} />
      </Sheet>
      {tried !== null && isFresh && totals !== undefined && (
        <ImportAccountSheet
          key={JSON.stringify([totals, tried.decisions])}
          roster={view.roster}
          account={tried.account}
          decisions={decisions}
          onDecide={decide}
        >
          {!isDecided && (
            <div className="pad row">
              <Button aria-disabled={isTrying || undefined} onClick={() => !isTrying && void attempt()}>
                {t('import.whom.again')}
              </Button>
              <span className="t2" role="status">
                {t('import.whom.count', { count: decisions.length })}
              </span>
            </div>
          )}
          {isDecided && totals.new + totals.changed > 0 && tried.account.questions.length === 0 && (
            <div className="pad form">
              <LineBox label={t('import.reason')} value={reason} max={500} width="100%" onChange={setReason} />
              <TroubleBox trouble={trouble} />
              <SealButton
                label={t('import.do')}
                sentence={t('import.sentence', { file: view.name, new: totals.new, changed: totals.changed, refused: totals.refused })}
                isRecording={isBusy}
                onRecord={() => void record()}
              />
            </div>
          )}
        </ImportAccountSheet>
      )}
    </>
  )
}
