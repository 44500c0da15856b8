// A place: free text, and while a list of communes is loaded, the communes whose names begin like the words typed.
import { Autocomplete } from '@mantine/core'
import { useEffect, useState } from 'react'
import { placeLine } from '../../../workflows/registry/places/communes.ts'
import { useDesk } from '../../desk.tsx'
import { askOffice } from '../../orders.ts'
import { useAsOf } from './as-of.tsx'

export function PlaceBox(props: { readonly label: string; readonly typed: string; readonly onChange: (typed: string) => void }) {
  const { office } = useDesk()
  const day = useAsOf()
  const [found, setFound] = useState<readonly string[]>([])
  const { label, typed, onChange } = props
  useEffect(() => {
    let isGone = false
    const search = typed.trim().slice(0, 120)
    // What was chosen carries its code: nothing more to find.
    if (search.length < 2 || /\(mã(?: cũ)? \d{5}\)$/.test(search)) {
      setFound([])
      return
    }
    void askOffice(office, { about: 'communes', search, day }).then((reply) => {
      if (!isGone) setFound(reply.ok ? reply.value.map(({ text, place }) => placeLine({ text, code: place })) : [])
    })
    return () => {
      isGone = true
    }
  }, [office, day, typed])
  return (
    <Autocomplete
      label={label}
      value={typed}
      onChange={onChange}
      data={[...found]}
      filter={({ options }) => options}
      maxLength={300}
      w={320}
    />
  )
}
