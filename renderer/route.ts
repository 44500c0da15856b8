// Which screen is shown, kept in the address after `#`, so that Alt and an arrow go back and forward by themselves.
import { startTransition, useEffect, useState } from 'react'
import { type HelpPage, isHelpPage } from './help/pages.ts'
import { isOfficePart, type OfficePart } from './office-parts.ts'

export type Route =
  | { readonly at: 'home' }
  | { readonly at: 'open' }
  | { readonly at: 'case'; readonly caseId: string }
  | { readonly at: 'meeting'; readonly caseId: string }
  | { readonly at: 'count'; readonly caseId: string }
  | { readonly at: 'paper'; readonly caseId: string; readonly paperId: string }
  | { readonly at: 'eligibility'; readonly caseId: string; readonly personId: string }
  | { readonly at: 'planning'; readonly listId?: string }
  | { readonly at: 'people'; readonly figure?: string; readonly unitId?: string }
  | { readonly at: 'person'; readonly personId: string }
  | { readonly at: 'unit'; readonly unitId: string }
  | { readonly at: 'post'; readonly postId: string }
  | { readonly at: 'new-person' }
  | { readonly at: 'records' }
  | { readonly at: 'family' }
  | { readonly at: 'sign' }
  | { readonly at: 'check' }
  | { readonly at: 'office'; readonly part?: OfficePart }
  | { readonly at: 'settings' }
  | { readonly at: 'help'; readonly page?: HelpPage }
  | { readonly at: 'import' }

const id = /^[a-z0-9][a-z0-9-]{0,63}$/
/** The name of a figure of the gauge; `-` stands for none where a unit follows. */
const word = /^[a-zA-Z][a-zA-Z-]{0,63}$/

export function routeOf(hash: string): Route {
  const [at = '', first = '', second = ''] = hash.replace(/^#\/?/, '').split('/')
  if (at === 'people') return { at, ...(word.test(first) && { figure: first }), ...(id.test(second) && { unitId: second }) }
  if (at === 'person' && id.test(first)) return { at, personId: first }
  if (at === 'unit' && id.test(first)) return { at, unitId: first }
  if (at === 'post' && id.test(first)) return { at, postId: first }
  if (at === 'new-person' || at === 'records' || at === 'family') return { at }
  if (at === 'open' || at === 'sign' || at === 'check' || at === 'settings' || at === 'import') return { at }
  if (at === 'office') return isOfficePart(first) ? { at, part: first } : { at }
  if (at === 'help') return isHelpPage(first) ? { at, page: first } : { at }
  if (at === 'case' && id.test(first)) return { at, caseId: first }
  if (at === 'meeting' && id.test(first)) return { at, caseId: first }
  if (at === 'count' && id.test(first)) return { at, caseId: first }
  if (at === 'paper' && id.test(first) && id.test(second)) return { at, caseId: first, paperId: second }
  if (at === 'eligibility' && id.test(first) && id.test(second)) return { at, caseId: first, personId: second }
  if (at === 'planning') return id.test(first) ? { at, listId: first } : { at }
  return { at: 'home' }
}

export function hashOf(route: Route): string {
  switch (route.at) {
    case 'case':
    case 'meeting':
    case 'count':
      return `#/${route.at}/${route.caseId}`
    case 'paper':
      return `#/paper/${route.caseId}/${route.paperId}`
    case 'eligibility':
      return `#/eligibility/${route.caseId}/${route.personId}`
    case 'planning':
      return route.listId === undefined ? '#/planning' : `#/planning/${route.listId}`
    case 'people':
      return `#/people${route.figure !== undefined || route.unitId !== undefined ? `/${route.figure ?? '-'}` : ''}${route.unitId === undefined ? '' : `/${route.unitId}`}`
    case 'person':
      return `#/person/${route.personId}`
    case 'unit':
      return `#/unit/${route.unitId}`
    case 'post':
      return `#/post/${route.postId}`
    case 'office':
      return route.part === undefined ? '#/office' : `#/office/${route.part}`
    case 'help':
      return route.page === undefined ? '#/help' : `#/help/${route.page}`
    default:
      return `#/${route.at}`
  }
}

export function useRoute(): readonly [Route, (route: Route) => void] {
  const [route, setRoute] = useState(() => routeOf(window.location.hash))
  useEffect(() => {
    // The screen left stays until the next one has been read, so that no click shows an empty page.
    const onHash = () => startTransition(() => setRoute(routeOf(window.location.hash)))
    window.addEventListener('hashchange', onHash)
    return () => window.removeEventListener('hashchange', onHash)
  }, [])
  return [route, go]
}

const go = (next: Route): void => {
  window.location.hash = hashOf(next)
}
