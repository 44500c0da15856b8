// A picture of a screen as a PNG of at most 256 colours: a third of the bytes, and no eye finds the difference. Without a tool or a package:
// screens have few colours, and what PNG needs besides is in Node.
import { crc32, deflateSync, inflateSync } from 'node:zlib'

const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
const most = 256

/** PNG bytes to PNG bytes. Takes what browsers write: eight bits a sample, RGB or RGBA without transparency, not interlaced; throws on any other. */
export function withPalette(png) {
  const { width, height, pixels } = readPng(png)
  const counts = new Map()
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1)
  const palette = counts.size <= most ? [...counts.keys()] : medianCut(counts)
  const place = new Map()
  for (const pixel of counts.keys()) place.set(pixel, nearest(palette, pixel))
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = place.get(pixels[y * width + x])
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 3, 0, 0, 0], 8)
  const colours = Buffer.from(palette.flatMap((pixel) => channels(pixel)))
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const channels = (pixel) => [pixel >> 16, (pixel >> 8) & 255, pixel & 255]
const distance = (one, other) => channels(one).reduce((sum, value, at) => sum + (value - channels(other)[at]) ** 2, 0)

function nearest(palette, pixel) {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (let at = 0; at < palette.length; at++) {
    const far = distance(palette[at], pixel)
    if (far >= least) continue
    best = at
    least = far
  }
  return best
}

/** Boxes of colours, the widest and fullest cut in two until there are enough; each box stands for its commonest colour, so that flat grounds keep theirs. */
function medianCut(counts) {
  const boxOf = (colours) => {
    const ranges = [0, 1, 2].map((at) => {
      const values = colours.map((colour) => channels(colour)[at])
      return Math.max(...values) - Math.min(...values)
    })
    const range = Math.max(...ranges)
    const held = colours.reduce((sum, colour) => sum + counts.get(colour), 0)
    return { colours, along: ranges.indexOf(range), weight: range * Math.log2(held + 1) }
  }
  let boxes = [boxOf([...counts.keys()])]
  while (boxes.length < most) {
    const widest = boxes.reduce((one, other) => (other.weight > one.weight ? other : one))
    if (widest.colours.length < 2 || widest.weight === 0) break
    const sorted = widest.colours.toSorted((one, other) => channels(one)[widest.along] - channels(other)[widest.along])
    const half = sorted.length >> 1
    boxes = [...boxes.filter((box) => box !== widest), boxOf(sorted.slice(0, half)), boxOf(sorted.slice(half))]
  }
  return boxes.map(({ colours }) => colours.reduce((one, other) => (counts.get(other) > counts.get(one) ? other : one)))
}

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** `pixels`: 0xRRGGBB each, row by row. */
function readPng(png) {
  if (!png.subarray(0, 8).equals(signature)) throw new Error('not a PNG')
  const packed = []
  let head
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at)
    const name = png.toString('latin1', at + 4, at + 8)
    const data = png.subarray(at + 8, at + 8 + length)
    if (name === 'IHDR') head = data
    if (name === 'IDAT') packed.push(data)
    at += length + 12
  }
  if (head === undefined) throw new Error('a PNG without a head')
  const [depth, kind, , , interlaced] = head.subarray(8)
  const size = { 2: 3, 6: 4 }[kind]
  if (depth !== 8 || size === undefined || interlaced !== 0) throw new Error('not a PNG as browsers write it')
  const width = head.readUInt32BE(0)
  const height = head.readUInt32BE(4)
  const lines = unfiltered(inflateSync(Buffer.concat(packed)), width * size, height, size)
  const pixels = new Uint32Array(width * height)
  for (let at = 0; at < pixels.length; at++) pixels[at] = (lines[at * size] << 16) | (lines[at * size + 1] << 8) | lines[at * size + 2]
  return { width, height, pixels }
}

/** The filters of PNG undone: each sample is written as its difference to those left of it and above it. */
function unfiltered(data, stride, height, size) {
  const lines = Buffer.alloc(stride * height)
  for (let y = 0; y < height; y++) {
    const filter = data[y * (stride + 1)]
    for (let x = 0; x < stride; x++) {
      const left = x >= size ? lines[y * stride + x - size] : 0
      const up = y > 0 ? lines[(y - 1) * stride + x] : 0
      const corner = x >= size && y > 0 ? lines[(y - 1) * stride + x - size] : 0
      lines[y * stride + x] = data[y * (stride + 1) + 1 + x] + [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter]
    }
  }
  return lines
}

function paeth(left, up, corner) {
  const guess = left + up - corner
  const [toLeft, toUp, toCorner] = [left, up, corner].map((value) => Math.abs(guess - value))
  return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner
}
