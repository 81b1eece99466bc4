import { crc32, deflateSync, inflateSync } from 'node:zlib'

/** Pixels of four bytes: red, green, blue, alpha. */
interface Pixels {
  readonly width: number
  readonly height: number
  /** Each pixel as a number of 24 bits: its red, green and blue. */
  readonly colors: Uint32Array
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** The place of a PNG's first chunk, IHDR, behind its length and name. */
const headerAt = signature.length + 8

/** The most frequent colours of a palette, for surfaces; and colours of as many others, for letters. */
const most = 48

/** A screenshot with a palette of its colours, in about a third of its bytes. */
export function withPalette(png: Buffer): Buffer {
  const { width, height, colors } = read(png)
  const counts = new Map<number, number>()
  for (const color of colors) counts.set(color, (counts.get(color) ?? 0) + 1)
  const palette = paletteOf(counts)
  const indexOf = new Map([...counts.keys()].map((color) => [color, nearest(palette, color)]))
  const rows = Buffer.alloc((width + 1) * height)
  colors.forEach((color, at) => {
    // Each row begins with its filter, 0: none, which suits a palette.
    rows[at + Math.floor(at / width) + 1] = indexOf.get(color) ?? 0
  })
  const header = Buffer.from(png.subarray(headerAt, headerAt + 13))
  header[8] = 8
  header[9] = 3
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(channels))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** The most frequent colours, then the most frequent of each group of colours that look alike. */
function paletteOf(counts: ReadonlyMap<number, number>): number[] {
  const colors = [...counts].toSorted(([, one], [, other]) => other - one).map(([color]) => color)
  // Alike are those with the same four upper bits of each channel.
  const groups = Map.groupBy(colors.slice(most), (color) => color & 0xf0f0f0)
  const others = [...groups.values()]
    .map((group) => ({
      first: group[0] ?? 0,
      weight: group.reduce((sum, color) => sum + (counts.get(color) ?? 0) * vividness(color), 0),
    }))
    .toSorted((one, other) => other.weight - one.weight)
  return [...colors.slice(0, most), ...others.slice(0, most).map(({ first }) => first)]
}

/** How much a colour differs from grey: few pixels are red or green, and they matter. */
function vividness(color: number): number {
  const all = channels(color)
  return 1 + Math.max(...all) - Math.min(...all)
}

/** The width and height of a PNG. */
export function sizeOf(png: Buffer): { width: number; height: number } {
  return { width: png.readUInt32BE(headerAt), height: png.readUInt32BE(headerAt + 4) }
}

/** Reads a PNG as browsers write screenshots: 8 bits, RGB or RGBA, not interlaced. */
function read(png: Buffer): Pixels {
  const { width, height } = sizeOf(png)
  const size = png[headerAt + 9] === 6 ? 4 : 3
  const stride = width * size
  const raw = inflateSync(Buffer.concat([...dataOf(png)]))
  const bytes = Buffer.alloc(stride * height)
  for (let row = 0; row < height; row += 1) {
    const from = row * (stride + 1)
    const filter = raw[from] ?? 0
    for (let column = 0; column < stride; column += 1) {
      const at = row * stride + column
      const left = column < size ? 0 : (bytes[at - size] ?? 0)
      const up = row === 0 ? 0 : (bytes[at - stride] ?? 0)
      const corner = column < size || row === 0 ? 0 : (bytes[at - stride - size] ?? 0)
      bytes[at] = (raw[from + 1 + column] ?? 0) + predicted(filter, left, up, corner)
    }
  }
  const colors = Uint32Array.from({ length: width * height }, (_, at) =>
    bytes.readUIntBE(at * size, 3),
  )
  return { width, height, colors }
}

/** The data of the chunks IDAT. */
function* dataOf(png: Buffer): Generator<Buffer> {
  for (let at = signature.length; at < png.length;) {
    const length = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      yield png.subarray(at + 8, at + 8 + length)
    at += length + 12
  }
}

/** What a filter adds to a byte, by those beside it: none, left, up, average or Paeth. */
function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 4) {
    const [near = 0] = [left, up, corner].toSorted(
      (one, other) => Math.abs(left + up - corner - one) - Math.abs(left + up - corner - other),
    )
    return near
  }
  return [0, left, up, (left + up) >> 1][filter] ?? 0
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(data.length)
  ends.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)])
}

const channels = (color: number): number[] => [color >> 16, (color >> 8) & 255, color & 255]

/** The place of the colour of a palette that is nearest. */
function nearest(palette: readonly number[], color: number): number {
  const wanted = channels(color)
  const distances = palette.map((one) =>
    channels(one).reduce((sum, channel, at) => sum + (channel - (wanted[at] ?? 0)) ** 2, 0),
  )
  return distances.indexOf(Math.min(...distances))
}
