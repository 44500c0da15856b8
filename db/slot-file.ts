// A small secret that changes all the time and must survive a power cut without leaving a trail: one encrypted file of two fixed slots,
// written in turn and flushed. The database cannot hold it: its WAL would keep every state in the order it was written.
//
// What somebody who has this file and the key of the archive can learn: the last two states, and nothing of those before them. What he sees
// without the key: that the file is there. Length, dates and both slots are the same whatever stands in them. A flash disk may keep older
// copies of overwritten blocks out of reach of any program; they are ciphertext as well.
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, futimesSync, openSync, readFileSync, writeSync } from 'node:fs'
import { writeDurably } from './durable-file.ts'
import { faultsNamed } from './fault.ts'

/** Bytes of one slot on the disk, and of the text it can hold (UTF-8). */
export const slotBytes = 16_384
const ivBytes = 12
const tagBytes = 16
const headBytes = 4
export const slotRoom = slotBytes - ivBytes - tagBytes - headBytes

/** The date every such file bears, whenever it was written. */
const noDate = new Date('2000-01-01T00:00:00Z')

/** The newest state and the one before it; null where there is none, or where a slot was torn by a power cut. */
export type SlotStates = { readonly now: string | null; readonly before: string | null }

export type SlotFile = {
  read(): SlotStates
  /** On the disk when it returns; the state before the last one is overwritten. */
  write(text: string): void
  /** Both slots are overwritten with nothing. */
  wipe(): void
}

/** Order needs two bits: which of the two is newer. A longer number would tell how many states there were. */
const turns = 4
type Slot = { readonly turn: number; readonly text: string }

/** Throws `ArchiveFault` where the disk fails. `dataKey`: 32 bytes of the archive; the key of this file is made from it. */
export function slotFile(file: string, dataKey: Uint8Array): SlotFile {
  const key = createHmac('sha256', dataKey).update('tien-cu/slot-file/1').digest()

  function readSlots(): readonly (Slot | null)[] {
    if (!existsSync(file)) return [null, null]
    const bytes = readFileSync(file)
    return [0, 1].map((place) => unlock(key, place, bytes.subarray(place * slotBytes, (place + 1) * slotBytes)))
  }

  /** Newest first. */
  function inOrder(): readonly (Slot | null)[] {
    const [first = null, second = null] = readSlots()
    if (first === null || second === null) return [first ?? second, null]
    return (first.turn - second.turn + turns) % turns === 1 ? [first, second] : [second, first]
  }

  function writeSlot({ turn, text }: Slot): void {
    const place = turn % 2
    const locked = lock(key, place, { turn, text })
    if (!existsSync(file)) {
      const other = lock(key, 1 - place, { turn: (turn + turns - 1) % turns, text: '' })
      writeDurably(file, Buffer.concat(place === 0 ? [locked, other] : [other, locked]))
    }
    const descriptor = openSync(file, 'r+', 0o600)
    try {
      for (let done = 0; done < slotBytes; ) done += writeSync(descriptor, locked, done, slotBytes - done, place * slotBytes + done)
      futimesSync(descriptor, noDate, noDate)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
  }

  const next = (): number => ((inOrder()[0]?.turn ?? turns - 1) + 1) % turns

  return {
    read: () =>
      faultsNamed(() => {
        const [now, before] = inOrder()
        return { now: now?.text ? now.text : null, before: before?.text ? before.text : null }
      }),
    write: (text) => faultsNamed(() => writeSlot({ turn: next(), text })),
    wipe: () =>
      faultsNamed(() => {
        if (!existsSync(file)) return
        // The newest first: torn between the two, what is read is already nothing.
        const turn = next()
        writeSlot({ turn, text: '' })
        writeSlot({ turn: (turn + 1) % turns, text: '' })
      }),
  }
}

/** A slot cannot be taken for the other one, nor for a slot of another format. */
const boundTo = (place: number): Buffer => Buffer.from(`tien-cu/slot/1/${place}`)

function lock(key: Uint8Array, place: number, { turn, text }: Slot): Buffer {
  const words = Buffer.from(text)
  if (words.length > slotRoom) throw new RangeError(`a slot holds ${slotRoom} bytes`)
  const plain = Buffer.alloc(slotBytes - ivBytes - tagBytes)
  plain.writeUInt8(turn, 0)
  plain.writeUIntBE(words.length, 1, 3)
  words.copy(plain, headBytes)
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  cipher.setAAD(boundTo(place))
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** Null for a slot that is torn, foreign or damaged: the other one counts. */
function unlock(key: Uint8Array, place: number, slot: Uint8Array): Slot | null {
  if (slot.length !== slotBytes) return null
  const decipher = createDecipheriv('aes-256-gcm', key, slot.subarray(0, ivBytes), { authTagLength: tagBytes })
  decipher.setAAD(boundTo(place))
  decipher.setAuthTag(slot.subarray(slotBytes - tagBytes))
  try {
    const plain = Buffer.concat([decipher.update(slot.subarray(ivBytes, slotBytes - tagBytes)), decipher.final()])
    return { turn: plain.readUInt8(0), text: plain.toString('utf8', headBytes, headBytes + plain.readUIntBE(1, 3)) }
  } catch {
    return null
  }
}
