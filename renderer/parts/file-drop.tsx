// A place to drop a file, or to choose it with the keyboard: one file input stretched over the place takes both by itself.
import { useState } from 'react'
import { TroubleBox } from './trouble.tsx'

export function FileDrop(props: {
  readonly text: string
  readonly choose: string
  readonly accept: string
  /** Of bytes; a larger file is named by its size and never read. */
  readonly most?: number
  readonly onTooBig?: (name: string, size: number) => void
  readonly onFile: (name: string, bytes: Uint8Array) => void
}) {
  // A new input after each choice: the same file chosen twice is asked for twice.
  const [turn, setTurn] = useState(0)
  const [unread, setUnread] = useState<string | null>(null)
  const take = async (file: File | undefined) => {
    setTurn(turn + 1)
    if (file === undefined) return
    setUnread(null)
    if (props.most !== undefined && file.size > props.most) return props.onTooBig?.(file.name, file.size)
    const bytes = await bytesIn(file)
    if (bytes === null) setUnread(file.name)
    else props.onFile(file.name, bytes)
  }
  return (
    <>
      <label className="drop">
        <span>{props.text}</span>
        <span className="drop-choose">{props.choose}</span>
        <input
          key={turn}
          type="file"
          accept={props.accept}
          aria-label={props.choose}
          onChange={(event) => void take(event.currentTarget.files?.[0])}
        />
      </label>
      <TroubleBox trouble={unread === null ? null : { refusal: { code: 'file-unreadable', name: unread } }} />
    </>
  )
}

/** Null where the file cannot be read: it was moved since, another program holds it, its stick was pulled out. */
async function bytesIn(file: File): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    return null
  }
}
