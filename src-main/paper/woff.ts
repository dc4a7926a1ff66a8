import { inflateSync } from 'node:zlib'

const WOFF_SIGNATURE = 0x774f4646
const HEADER_BYTES = 44
const ENTRY_BYTES = 20
const SFNT_HEADER_BYTES = 12
const SFNT_ENTRY_BYTES = 16

/**
 * Unpacks a WOFF 1.0 font (W3C recommendation, 2012) into the TrueType or OpenType font inside it. The font library reads
 * WOFF too, but inflates the whole table of outlines again for each glyph it embeds.
 * @throws RangeError when the file is not WOFF.
 */
export function unpackWoff(woff: Buffer): Buffer {
  if (woff.length < HEADER_BYTES || woff.readUInt32BE(0) !== WOFF_SIGNATURE) throw new RangeError('Not a WOFF font.')
  const tables = Array.from({ length: woff.readUInt16BE(12) }, (_, index) => readTable(woff, index))
  const head = Buffer.alloc(SFNT_HEADER_BYTES + SFNT_ENTRY_BYTES * tables.length)
  const log2 = Math.floor(Math.log2(tables.length))
  head.writeUInt32BE(woff.readUInt32BE(4), 0)
  head.writeUInt16BE(tables.length, 4)
  head.writeUInt16BE(2 ** log2 * 16, 6)
  head.writeUInt16BE(log2, 8)
  head.writeUInt16BE(tables.length * 16 - 2 ** log2 * 16, 10)
  const parts: Buffer[] = [head]
  let offset = head.length
  tables.forEach(({ tag, checksum, data }, index) => {
    const at = SFNT_HEADER_BYTES + SFNT_ENTRY_BYTES * index
    head.write(tag, at, 'latin1')
    head.writeUInt32BE(checksum, at + 4)
    head.writeUInt32BE(offset, at + 8)
    head.writeUInt32BE(data.length, at + 12)
    // Tables start at multiples of four.
    const padding = Buffer.alloc((4 - (data.length % 4)) % 4)
    parts.push(data, padding)
    offset += data.length + padding.length
  })
  return Buffer.concat(parts)
}

interface Table {
  readonly tag: string
  readonly checksum: number
  readonly data: Buffer
}

function readTable(woff: Buffer, index: number): Table {
  const at = HEADER_BYTES + ENTRY_BYTES * index
  const offset = woff.readUInt32BE(at + 4)
  const packedBytes = woff.readUInt32BE(at + 8)
  const bytes = woff.readUInt32BE(at + 12)
  const packed = woff.subarray(offset, offset + packedBytes)
  return {
    tag: woff.toString('latin1', at, at + 4),
    checksum: woff.readUInt32BE(at + 16),
    data: packedBytes < bytes ? inflateSync(packed) : packed,
  }
}
