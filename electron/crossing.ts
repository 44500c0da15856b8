// How an order and its answer cross to a page of the browser shell: as text, bytes beside it. The driver would wrap every field in an object of its own, and a view of five hundred people has tens of thousands.

export type Crossing = { readonly text: string; readonly bytes: readonly Uint8Array[] }
export type Packing = { readonly pack: (value: unknown) => Crossing; readonly unpack: (crossing: Crossing) => unknown }

/** Written so that it can be sent into a page as it stands: it uses nothing from outside. */
export function packing(): Packing {
  const mark = '\u0000bytes'
  return {
    pack(value) {
      const bytes: Uint8Array[] = []
      const text = JSON.stringify(value ?? null, function (this: Record<string, unknown>, key, part: unknown) {
        // What is asked for is the thing itself: a buffer would already have made itself a list of numbers.
        const whole = this[key]
        return whole instanceof Uint8Array ? { [mark]: bytes.push(whole) - 1 } : part
      })
      return { text, bytes }
    },
    unpack({ text, bytes }) {
      if (bytes.length === 0) return JSON.parse(text)
      return JSON.parse(text, (_key, part: unknown) => {
        const at: unknown = typeof part === 'object' && part !== null ? Reflect.get(part, mark) : undefined
        return typeof at === 'number' ? bytes[at] : part
      })
    },
  }
}
