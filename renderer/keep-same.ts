// A view comes whole with every answer. Parts that say what they said before stay the same objects, so that only what changed is drawn anew.

/** `next`, in which every part equal to that part of `before` is that part itself. Plain data only: anything else counts as changed. */
export function keepSame<V>(before: V, next: V): V {
  if (Object.is(before, next)) return before
  if (Array.isArray(before) && Array.isArray(next)) {
    const items = next.map((item, index) => (index < before.length ? keepSame<unknown>(before[index], item) : item))
    return before.length === items.length && items.every((item, index) => Object.is(item, before[index])) ? before : (items as V)
  }
  if (!isPlain(before) || !isPlain(next)) return next
  const keys = Object.keys(next)
  const parts = Object.fromEntries(keys.map((key) => [key, Object.hasOwn(before, key) ? keepSame(before[key], next[key]) : next[key]]))
  const isSame =
    Object.keys(before).length === keys.length && keys.every((key) => Object.hasOwn(before, key) && Object.is(parts[key], before[key]))
  return isSame ? before : (parts as V)
}

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
