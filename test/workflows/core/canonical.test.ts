// The canonical text agrees with RFC 8785, and strict reading refuses what two readers could read differently.
import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical, parseStrictJson } from '../../../workflows/core/canonical.ts'
import { envelopeText } from '../../../workflows/core/envelope.ts'

const seed = { seed: 20261122 }

describe('canonical text', () => {
  test('the vector of the records reference', () => {
    expect(canonical({ đ: 1, b: 'Nguyễn', a: [1.0, 1e21, 0.1, -0], é: 2 })).toBe('{"a":[1,1e+21,0.1,0],"b":"Nguyễn","é":2,"đ":1}')
  })

  test('the sorting example of RFC 8785 section 3.2.3: by UTF-16 code units, not by code points', () => {
    const text = canonical({
      '\u20ac': 'Euro',
      '\r': 'CR',
      '\ufb33': 'dalet',
      '1': 'one',
      '\ud83d\ude00': 'face',
      '\u0080': 'control',
      ö: 'o',
    })
    expect(Object.values(JSON.parse(text) as object).length).toBe(7)
    expect([...text.matchAll(/:"(\w+)"/g)].map(([, value]) => value)).toEqual(['CR', 'one', 'control', 'o', 'Euro', 'face', 'dalet'])
  })

  test('any JSON value has the text the reference implementation gives it, and reads back as itself', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonical(value)
        expect(text).toBe(canonicalize(value))
        expect(canonical(JSON.parse(text))).toBe(text)
      }),
      { ...seed, numRuns: 3000 },
    )
  })

  test('any well-formed string and finite number is written as the reference implementation writes it', () => {
    const value = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
    )
    fc.assert(
      fc.property(value, (one) => {
        expect(canonical([one])).toBe(canonicalize([one]))
      }),
      { ...seed, numRuns: 3000 },
    )
  })

  class Person {
    readonly name = 'An'
  }
  test.each([
    ['undefined', { a: [1, { b: undefined }] }, '$.a[1].b'],
    ['not a number', [0, Number.NaN], '$[1]'],
    ['infinity', { a: Number.POSITIVE_INFINITY }, '$.a'],
    ['a big integer', 1n, '$'],
    ['a date', { at: new Date(0) }, '$.at'],
    ['a map', new Map(), '$'],
    ['a class instance', { who: new Person() }, '$.who'],
    ['bytes', { b: new Uint8Array(1) }, '$.b'],
    ['a function', { f: () => 1 }, '$.f'],
    ['a symbol', [Symbol('x')], '$[0]'],
    ['a hole in an array', new Array(1), '$[0]'],
    ['half a surrogate pair', { a: '\ud800' }, '$.a'],
    ['half a surrogate pair as key', { '\udc00': 1 }, '$.\udc00'],
  ])('%s has no canonical text, and the place is named', (_, value, place) => {
    expect(() => canonical(value)).toThrow(new TypeError(`not canonical JSON at ${place}`))
  })

  test('a key called __proto__ is a key like any other', () => {
    expect(canonical(JSON.parse('{"__proto__":1,"a":2}'))).toBe('{"__proto__":1,"a":2}')
    expect(canonical(Object.assign(Object.create(null), { b: 1 }))).toBe('{"b":1}')
  })

  test('the envelope of a fact is the canonical text of its fields', () => {
    const text = fc.string({ unit: 'grapheme' })
    const envelope = fc.record({
      seq: fc.nat(),
      stream: text,
      version: fc.nat(),
      type: text,
      at: text,
      by: text,
      payloadSha256: text,
    })
    fc.assert(
      fc.property(envelope, (one) => envelopeText(one) === canonical(one)),
      seed,
    )
  })
})

describe('strict reading', () => {
  test.each([
    ['{"a":1,"a":1}', 'a'],
    ['{"x":{"b":[1,{"c":1,"d":2,"c":3}]}}', 'c'],
    ['{"a":1,"\\u0061":2}', 'a'],
    ['[{"a":1},{"k\\"":1,"b":"}","k\\"":2}]', 'k"'],
    ['{"a":"\\\\","b":1,"a":2}', 'a'],
    ['{"__proto__":1,"__proto__":2}', '__proto__'],
    ['{"":1,"":2}', ''],
  ])('%s is refused for its second key', (text, key) => {
    expect(parseStrictJson(text)).toEqual({ ok: false, refusal: { code: 'duplicate-key', key } })
  })

  test.each(['', '{', '{"a":1,}', "{'a':1}", '[1,]', '01', 'NaN', '\ufeff{}', '{"a":1}x', '"\u0001"'])('%j is not JSON', (text) => {
    expect(parseStrictJson(text)).toEqual({ ok: false, refusal: { code: 'not-json' } })
  })

  test('equal keys in different objects are no duplicates', () => {
    expect(parseStrictJson(' { "a" : [ {"a":1}, {"a":2}, "a", "a" ] , "b":{"a":{"a":0}} } ')).toMatchObject({ ok: true })
  })

  test('any JSON text reads as JSON.parse reads it, at any spacing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(3), (value, spaces) => {
        const text = JSON.stringify(value, null, spaces)
        expect(parseStrictJson(text)).toEqual({ ok: true, value: JSON.parse(text) })
      }),
      { ...seed, numRuns: 2000 },
    )
  })

  test('an object written with one key twice is refused wherever it lies', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.jsonValue(), fc.nat(20), (key, value, depth) => {
        const name = JSON.stringify(key)
        const object = `{${name}:${JSON.stringify(value)},"other ${'x'.repeat(3)}":{},${name}:0}`
        const text = `${'['.repeat(depth)}${object}${']'.repeat(depth)}`
        expect(parseStrictJson(text)).toMatchObject({ ok: false, refusal: { code: 'duplicate-key' } })
      }),
      seed,
    )
  })

  test('depth costs no stack in the search for duplicates', () => {
    const depth = 5000
    expect(parseStrictJson(`${'[{"a":'.repeat(depth)}1${'}]'.repeat(depth)}`).ok).toBe(true)
  })
})
