// What happened, newest first: who, when, about which meeting, paper and person, with the votes where the reader may know them.
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConferenceView, TimelineEntry } from '../../../workflows/procedure/case-view.ts'
import { useCase } from '../../case-desk.tsx'
import { useDesk } from '../../desk.tsx'
import { showDay, showTime } from '../../parts/dates.ts'
import { matches } from '../../parts/search.ts'
import { Sheet } from '../../parts/sheet.tsx'
import { useWording } from '../../wording.ts'
import { personNames, shortNames } from './vote-path-data.ts'

/** Work on papers and people coming in: in the whole story, not among the newest lines. */
const aside: ReadonlySet<string> = new Set([
  'paperRequested',
  'paperDrawn',
  'paperSigned',
  'papersPrinted',
  'attendeeArrived',
  'absenceNoted',
  'convocationCorrected',
])
/** How many of the latest lines stand open. */
const latest = 9
/** Where the screen is wide; the style sheet hides the others elsewhere. */
const latestWide = 20

const kinds = ['all', 'votes', 'papers', 'people'] as const
type Kind = (typeof kinds)[number]
const ofVotes = /ballot|count|result|correction|headChose|bundle/i
const ofPapers = /paper|act|document|number|report|direction|signer|difference|classification|submitted|decided/i

const isOf = (kind: Kind, { type, person }: TimelineEntry): boolean =>
  kind === 'all' || (kind === 'votes' ? ofVotes.test(type) : kind === 'papers' ? ofPapers.test(type) : person !== undefined)

/** The same thing done again and again by one person (forty people checked in) is one line. */
type Line = { readonly entry: TimelineEntry; readonly times: number }
function linesOf(newestFirst: readonly TimelineEntry[]): readonly Line[] {
  const lines: Line[] = []
  for (const entry of newestFirst) {
    const last = lines.at(-1)
    const isSame =
      last !== undefined &&
      last.entry.type === entry.type &&
      last.entry.by === entry.by &&
      last.entry.conferenceId === entry.conferenceId &&
      entry.conferenceId !== undefined &&
      entry.paperId === undefined
    if (isSame) {
      const { person: _, ...shared } = last.entry
      lines[lines.length - 1] = { entry: shared, times: last.times + 1 }
    } else lines.push({ entry, times: 1 })
  }
  return lines
}

export function CaseStory() {
  const { t } = useTranslation()
  const say = useWording()
  const { go } = useDesk()
  const { view, nameOf } = useCase()
  const [isWhole, setWhole] = useState(false)
  const [kind, setKind] = useState<Kind>('all')
  const [typed, setTyped] = useState('')
  const conferences = [...view.pastConferences, ...(view.conference === undefined ? [] : [view.conference])]
  const known = personNames(view)
  const short = shortNames([...known.values()])

  const votesOf = (conference: ConferenceView | undefined): string | null => {
    const result = conference?.result
    if (result === undefined) return conference?.isSealed === true ? t('story.sealed') : null
    // A sealed result stays covered in this list for everybody: who may know looks at the vote path.
    if (!result.mayBeAnnounced) return t('story.sealed')
    const { entry, judgement } = result
    const votes = entry.votes ?? (entry.agree === undefined ? {} : { [Object.keys(judgement.percent)[0] ?? '']: entry.agree })
    return Object.entries(votes)
      .map(([name, count]) => `${short.get(known.get(name) ?? name) ?? name} ${count}/${judgement.base.value}`)
      .join(', ')
  }
  const told = (entry: TimelineEntry) => {
    const paper = entry.paperId === undefined ? undefined : view.papers.find((one) => one.paperId === entry.paperId)
    const conference = conferences.find((one) => one.conferenceId === entry.conferenceId)
    const step = view.steps.find((one) => one.key === entry.stage)?.stepNo
    const isVote = entry.type === 'countConfirmed' || entry.type === 'countCorrected' || entry.type === 'resultAnnounced'
    return {
      what: entry.act === undefined ? say.fact(entry.type) : say.act(entry.act),
      paper,
      about: [
        entry.stage === undefined || paper !== undefined
          ? null
          : step === undefined
            ? say.stage(entry.stage)
            : t('road.step', { no: step }),
        entry.person ?? null,
        entry.document === undefined ? null : t('story.document', { number: entry.document.number }),
        isVote ? votesOf(conference) : null,
      ].filter((part) => part !== null),
    }
  }

  const newestFirst = [...view.timeline].reverse()
  const chosen = newestFirst.filter((entry) => (isWhole ? isOf(kind, entry) : !aside.has(entry.type)))
  const lines = linesOf(chosen).filter(({ entry }) => {
    if (!isWhole || typed.trim() === '') return true
    const { what, paper, about } = told(entry)
    return matches([what, paper === undefined ? '' : say.paper(paper), ...about, nameOf(entry.by), showDay(entry.at)].join(' '), typed)
  })
  const shown = isWhole ? lines : lines.slice(0, latestWide)
  return (
    <Sheet title={t('timeline.title')} sub={t('timeline.sub')}>
      {isWhole && (
        <div className="pad form">
          <TextInput
            aria-label={t('story.search')}
            placeholder={t('story.searchHint')}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            maxLength={100}
          />
          <fieldset className="whose" aria-label={t('story.show')}>
            {kinds.map((value) => (
              <button key={value} type="button" aria-pressed={kind === value} onClick={() => setKind(value)}>
                {t(`story.${value}`)}
              </button>
            ))}
          </fieldset>
        </div>
      )}
      {shown.length === 0 && <p className="pad t2">{t('story.none')}</p>}
      <ol className={isWhole ? 'story whole' : 'story'}>
        {shown.map(({ entry, times }) => {
          const { what, paper, about } = told(entry)
          return (
            <li key={entry.version}>
              <time dateTime={entry.at}>
                {showDay(entry.at).slice(0, 5)} {showTime(entry.at)}
              </time>
              <span>
                {what}
                {times > 1 && <> · {t('story.times', { count: times })}</>}
                {paper !== undefined && (
                  <>
                    {': '}
                    {paper.status === 'owed' ? (
                      say.paper(paper)
                    ) : (
                      <button
                        type="button"
                        className="linkish"
                        onClick={() => go({ at: 'paper', caseId: view.caseId, paperId: paper.paperId })}
                      >
                        {say.paper(paper)}
                      </button>
                    )}
                  </>
                )}
                {about.length > 0 && <> · {about.join(' · ')}</>} <span className="t2">· {nameOf(entry.by)}</span>
              </span>
            </li>
          )
        })}
      </ol>
      {(newestFirst.length > Math.min(lines.length, latest) || isWhole) && (
        <div className="pad">
          <Button variant="default" size="compact-sm" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
            {isWhole ? t('story.less') : t('story.more', { count: linesOf(newestFirst).length })}
          </Button>
        </div>
      )}
    </Sheet>
  )
}
