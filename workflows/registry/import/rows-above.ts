// People of the rows above: whom a row speaks of again, by number or by name and whole birth date; whom it may speak of, as far as births and numbers are told.
import { mayBeSameBirth, nameKey } from './matching.ts'
import type { PersonSaid } from './person-values.ts'

/** Places of rows under what their person is found by: nearly always one, and a list of one for each would be carried about. */
type Places<K> = Map<K, number | readonly number[]>
const placesIn = <K>(places: Places<K>, key: K | undefined): readonly number[] => {
  const found = key === undefined ? undefined : places.get(key)
  return found === undefined ? nothing : typeof found === 'number' ? [found] : found
}
function addPlace<K>(places: Places<K>, key: K | undefined, at: number): void {
  if (key === undefined) return
  const found = places.get(key)
  places.set(key, found === undefined ? at : typeof found === 'number' ? [found, at] : [...found, at])
}
const nothing: readonly never[] = []

const isWhole = ({ birthDate }: PersonSaid): boolean => birthDate?.length === 10
/** Enough to say that a row may be one of several. */
const mostMaybe = 3

export function rowsAbove() {
  const numbered: Places<string> = new Map()
  const named: Places<number> = new Map()
  /** Names count up as they come: with a whole birth date they make one number, and no text of both is kept for every row. */
  const names = new Map<string, number>()
  /** What the row of a person at each place said, for those that come again. */
  const sheet: (PersonSaid | undefined)[] = []
  /** The first row of the person of a row that came again. */
  const firsts = new Map<number, number>()
  /** From the first birth told to the month or the year, or not at all: whole ones that differ are two people, and need none of it. */
  let namesakes: Namesakes | undefined

  function numberOf(name: string): number {
    const key = nameKey(name)
    const known = names.get(key) ?? names.size
    if (known === names.size) names.set(key, known)
    return known
  }
  function nameAndBirthOf(said: PersonSaid): number | undefined {
    return isWhole(said) ? numberOf(said.name) * 1e8 + Number(said.birthDate?.replaceAll('-', '')) : undefined
  }

  /** The first rows of the people at these places, each once: two numbers that differ are two people, whatever they are called. */
  function peopleAt(places: Iterable<number>, said: PersonSaid, most = Number.POSITIVE_INFINITY): readonly number[] {
    const people = new Set<number>()
    const numbers = new Set<string>()
    for (const place of places) {
      const other = sheet[place]?.citizenId
      if (said.citizenId !== undefined && other !== undefined && other !== said.citizenId) continue
      const first = firsts.get(place) ?? place
      if (people.has(first) || (other !== undefined && numbers.has(other))) continue
      people.add(first)
      if (other !== undefined) numbers.add(other)
      if (people.size >= most) break
    }
    return [...people]
  }

  function namesakesFor(said: PersonSaid): Namesakes | undefined {
    if (namesakes !== undefined || isWhole(said)) return namesakes
    namesakes = namesakeIndex()
    for (const [place, one] of sheet.entries()) if (one !== undefined) namesakes.add(one, numberOf(one.name), place)
    return namesakes
  }

  function* fitting(lists: readonly (readonly number[])[], said: PersonSaid): Generator<number> {
    for (const list of lists) for (const place of list) if (mayBeSameBirth(said.birthDate, sheet[place]?.birthDate)) yield place
  }

  return {
    /** What a row is found by again, looked up once for the questions below. */
    nameAndBirthOf,
    sure(said: PersonSaid, nameAndBirth: number | undefined): readonly number[] {
      const byNumber = placesIn(numbered, said.citizenId)
      const byName = placesIn(named, nameAndBirth)
      // Nearly every row is somebody's first.
      return byNumber.length === 0 && byName.length === 0 ? nothing : peopleAt([...byNumber, ...byName], said)
    },
    /** Those of the same name whose birth may be the same day, though not both tell it whole. */
    maybe(said: PersonSaid): readonly number[] {
      const places = namesakesFor(said)?.of(said, numberOf(said.name))
      return places === undefined ? nothing : peopleAt(fitting(places, said), said, mostMaybe)
    },
    add(said: PersonSaid, nameAndBirth: number | undefined, at: number): void {
      addPlace(numbered, said.citizenId, at)
      addPlace(named, nameAndBirth, at)
      namesakesFor(said)?.add(said, numberOf(said.name), at)
      sheet[at] = said
    },
    /** The row at this place speaks of the person of a first row. */
    isAgain(at: number, first: number): void {
      firsts.set(at, first)
    },
    /** The row added last waits for somebody to say who it is: those after it are asked about the ones that are taken in. */
    waits(said: PersonSaid): void {
      namesakes?.dropLast(said, numberOf(said.name))
    },
    hasNumber: (citizenId: string, before: number): boolean => placesIn(numbered, citizenId).some((place) => place < before),
    saidAt: (place: number): PersonSaid | undefined => sheet[place],
  }
}

/** Places by name and year of birth. Whoever has a number may only be somebody without one: the others need not be looked through. */
type Namesakes = {
  add(said: PersonSaid, name: number, at: number): void
  /** Takes back what was added last. */
  dropLast(said: PersonSaid, name: number): void
  of(said: PersonSaid, name: number): readonly (readonly number[])[]
}
function namesakeIndex(): Namesakes {
  const all = new Map<number, number[]>()
  const unnumbered = new Map<number, number[]>()
  const unknown = 0
  const any = 9999
  const yearOf = ({ birthDate }: PersonSaid): number => (birthDate === undefined ? unknown : Number(birthDate.slice(0, 4)))
  const keyOf = (name: number, year: number): number => name * 10_000 + year
  function* listsOf(said: PersonSaid, name: number): Generator<number[]> {
    for (const places of said.citizenId === undefined ? [all, unnumbered] : [all])
      for (const key of [keyOf(name, yearOf(said)), keyOf(name, any)]) {
        const list = places.get(key) ?? []
        places.set(key, list)
        yield list
      }
  }
  return {
    add(said, name, at) {
      for (const list of listsOf(said, name)) list.push(at)
    },
    dropLast(said, name) {
      for (const list of listsOf(said, name)) list.pop()
    },
    of(said, name) {
      const places = said.citizenId === undefined ? all : unnumbered
      const year = yearOf(said)
      return (year === unknown ? [any] : [year, unknown]).map((one) => places.get(keyOf(name, one)) ?? nothing)
    },
  }
}
