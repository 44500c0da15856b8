// Everything the palette can lead to: cases, papers of the case at hand, acts of the screen, people, sections, pages of help.
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CaseId } from '../../workflows/core/ids.ts'
import type { CaseSummary } from '../../workflows/office.ts'
import type { PaperView } from '../../workflows/procedure/case-view.ts'
import type { PersonLine } from '../../workflows/registry/counter.ts'
import { useDesk } from '../desk.tsx'
import { helpPages, titleOf } from '../help/pages.ts'
import { officeParts } from '../office-parts.ts'
import { askOffice } from '../orders.ts'
import { showDay } from '../parts/dates.ts'
import { matches } from '../parts/search.ts'
import type { Route } from '../route.ts'
import { useWording } from '../wording.ts'
import { actsOnScreen, pressOnScreen } from './on-screen.ts'

export type EntryGroup = 'cases' | 'acts' | 'papers' | 'people' | 'sections' | 'help'
export type Entry = {
  readonly id: string
  readonly group: EntryGroup
  readonly label: string
  readonly about: string
  readonly run: () => void
}

/** So many of a kind at most: who wants more types more. */
const most = 8

const caseOf = (route: Route): string | undefined => ('caseId' in route ? route.caseId : undefined)

/** Cases found by the office itself, which folds marks the same way. */
function useFoundCases(typed: string): readonly CaseSummary[] {
  const { office } = useDesk()
  const [rows, setRows] = useState<readonly CaseSummary[]>([])
  useEffect(() => {
    if (typed === '') return setRows([])
    let isGone = false
    void askOffice(office, { about: 'cases', search: typed, from: 0, count: most }).then((reply) => {
      if (!isGone && reply.ok) setRows(reply.value.rows)
    })
    return () => {
      isGone = true
    }
  }, [office, typed])
  return rows
}

/** People found as in the list of people; nobody for roles that may not read it. */
function useFoundPeople(typed: string): readonly PersonLine[] {
  const { office, session } = useDesk()
  const { today } = session
  const [rows, setRows] = useState<readonly PersonLine[]>([])
  useEffect(() => {
    if (typed === '') return setRows([])
    let isGone = false
    void askOffice(office, { about: 'people', day: today, search: typed, from: 0, count: most }).then((reply) => {
      if (!isGone) setRows(reply.ok ? reply.value.rows : [])
    })
    return () => {
      isGone = true
    }
  }, [office, today, typed])
  return rows
}

function usePapers(caseId: string | undefined): readonly PaperView[] {
  const { office } = useDesk()
  const [papers, setPapers] = useState<readonly PaperView[]>([])
  useEffect(() => {
    if (caseId === undefined) return
    let isGone = false
    void askOffice(office, { about: 'case', caseId: CaseId.parse(caseId) }).then((reply) => {
      if (!isGone && reply.ok) setPapers(reply.value.papers)
    })
    return () => {
      isGone = true
    }
  }, [office, caseId])
  return papers
}

/** What answers the words typed, in groups. Marks may be left out; every word typed begins a word of what is found. */
export function useEntries(route: Route, typed: string): readonly Entry[] {
  const { t } = useTranslation()
  const say = useWording()
  const { go, session } = useDesk()
  const isWorking = session.operator !== undefined
  const words = typed.trim()
  const cases = useFoundCases(isWorking ? words : '')
  const people = useFoundPeople(isWorking ? words : '')
  const caseId = caseOf(route)
  const papers = usePapers(caseId)
  // The screen as it stood when the palette opened: it cannot change behind an open dialog but by another window.
  const acts = useMemo(() => actsOnScreen(), [])
  return useMemo(() => {
    const fits = (text: string) => words === '' || matches(text, words)
    const sections = (['home', 'open', 'people', 'planning', 'sign', 'check', 'office'] as const).map((at) => ({
      id: `section-${at}`,
      group: 'sections' as const,
      label: at === 'open' ? t('home.open') : t(`nav.${at}`),
      about: '',
      run: () => go({ at }),
    }))
    const ofPeople = (
      [
        ['import', t('import.title')],
        ['records', t('registry.quality.title')],
        ['family', t('registryFamily.title')],
        ['new-person', t('registry.people.add')],
      ] as const
    ).map(([at, label]) => ({
      id: `section-${at}`,
      group: 'sections' as const,
      label: `${t('nav.people')}: ${label}`,
      about: '',
      run: () => go({ at }),
    }))
    const always = (['settings', 'help'] as const).map((at) => ({
      id: `section-${at}`,
      group: 'sections' as const,
      label: t(`nav.${at}`),
      about: '',
      run: () => go({ at }),
    }))
    const all: readonly Entry[] = [
      ...cases.map((one) => ({
        id: `case-${one.caseId}`,
        group: 'cases' as const,
        label: one.title,
        // Several cases may be about one post: what tells them apart stands before the unit they share.
        about: `${say.shortStatus(one.status)} · ${t('palette.opened', { day: showDay(one.openedAt) })} · ${one.unit}`,
        run: () => go({ at: 'case', caseId: one.caseId }),
      })),
      ...acts
        .filter(({ label, about }) => fits(`${label} ${about}`))
        .slice(0, words === '' ? most : most * 2)
        .map((act) => ({ id: act.id, group: 'acts' as const, label: act.label, about: act.about, run: () => pressOnScreen(act) })),
      ...(caseId === undefined ? [] : papers)
        .flatMap((paper) => (paper.paperId === undefined ? [] : [{ paperId: paper.paperId, label: say.paper(paper), about: '' }]))
        .filter(({ label, about }) => fits(`${label} ${about}`))
        .slice(0, most)
        .map(({ paperId, label, about }) => ({
          id: `paper-${paperId}`,
          group: 'papers' as const,
          label,
          about,
          run: () => go({ at: 'paper', caseId: caseId ?? '', paperId }),
        })),
      ...people.map(({ personId, name, posts: [post] }) => ({
        id: `person-${personId}`,
        group: 'people' as const,
        label: name,
        about: [post?.title, post?.unit, post?.above].filter(Boolean).join(', '),
        run: () => go({ at: 'person', personId }),
      })),
      ...[...(isWorking ? sections : []), ...(isWorking && words !== '' ? ofPeople : []), ...always].filter(({ label }) => fits(label)),
      ...officeParts
        .map((part) => ({ part, label: `${t('nav.office')}: ${t(`office.part.${part}`)}` }))
        .filter(({ label }) => isWorking && words !== '' && fits(label))
        .map(({ part, label }) => ({
          id: `office-${part}`,
          group: 'sections' as const,
          label,
          about: '',
          run: () => go({ at: 'office', part }),
        })),
      ...helpPages
        .map((page) => ({ page, label: titleOf(page, t) }))
        .filter(({ label }) => words !== '' && fits(label))
        .map(({ page, label }) => ({
          id: `help-${page}`,
          group: 'help' as const,
          label,
          about: '',
          run: () => go({ at: 'help', page }),
        })),
    ]
    return all
  }, [t, say, go, isWorking, words, cases, people, papers, caseId, acts])
}
