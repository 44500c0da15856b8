// Where a form stands, so that two forms with the same boxes keep drafts of their own: the screen, then the act on it.
import { createContext, type ReactNode, useContext } from 'react'

const Place = createContext('')

export const useDraftPlace = (): string => useContext(Place)

export function DraftPlace(props: { readonly name: string; readonly children: ReactNode }) {
  const above = useContext(Place)
  return <Place.Provider value={above === '' ? props.name : `${above}/${props.name}`}>{props.children}</Place.Provider>
}
