// The sentences are read behind the first screen; what needs one before waits for them.
type Sentences = typeof import('./sentences.ts')

let read: Sentences | undefined
let reading: Promise<void> | undefined

export function readSentences(): Promise<void> {
  reading ??= import('./sentences.ts').then((found) => {
    read = found
  })
  return reading
}

/** Of a component being drawn: where they are not read yet it is drawn again once they are (React waits for a promise that is thrown). */
export function sentences(): Sentences {
  if (read === undefined) throw readSentences()
  return read
}
