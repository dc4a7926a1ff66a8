import fs from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { create, type Font, type GlyphRun } from 'fontkit'
import { hasCharacter, readSubsets, type FontSubset } from './character-ranges.ts'
import {
  fontFile,
  fontPackage,
  interSubsets,
  RANGES_FILE,
  repeatsInter,
  type FontFamily,
  type FontWeight,
  type OtherFamily,
} from './font-files.ts'
import { unpackWoff } from './woff.ts'

/** One file of one weight: Inter or another family for some of its characters. */
export interface Face {
  /** Names the face within a document. */
  readonly name: string
  readonly font: Font
}

type Layout = (text: string) => GlyphRun

// A column of amounts lines up only with figures of one width. Contextual alternates redraw what a clerk typed ("->") and
// take half of the time. Other scripts need theirs: letters join by them.
const INTER_FEATURES = { tnum: true, calt: false } as const

const HYPHEN = 0x2d

// Parsed once a process: a run of statements would otherwise parse the same files for each.
const loaded = new Map<string, Face>()
const listed = new Map<OtherFamily, readonly FontSubset[]>()

/** The face of plain text: Inter's Latin letters. @throws when the font's file is missing: the installation is damaged. */
export const plainFace = (weight: FontWeight): Face => faceFor('inter', 'latin', weight)

function faceFor(family: FontFamily, subset: string, weight: FontWeight): Face {
  const name = `${family}-${subset}-${weight}`
  const known = loaded.get(name)
  if (known) return known
  const font = readFont(fontPath(family, `files/${fontFile(family, subset, weight)}`))
  const layout = font.layout.bind(font)
  font.layout = rememberLayouts(
    family === 'inter' ? (text) => withNarrowHyphens(layout(text, INTER_FEATURES), font) : (text) => layout(text),
  )
  const face = { name, font }
  loaded.set(name, face)
  return face
}

/**
 * The first face that has the character: Inter's, then those of the families in their order. A file is read when the
 * first text needs it. Null when none has it.
 */
export function faceOf(character: string, weight: FontWeight, families: readonly OtherFamily[]): Face | null {
  const codePoint = character.codePointAt(0) ?? 0
  const has = (face: Face): boolean => face.font.hasGlyphForCodePoint(codePoint)
  for (const subset of interSubsets) {
    const face = faceFor('inter', subset, weight)
    if (has(face)) return face
  }
  for (const family of families) {
    for (const subset of subsetsOf(family)) {
      if (!hasCharacter(subset, codePoint)) continue
      const face = faceFor(family, subset.name, weight)
      if (has(face)) return face
    }
  }
  return null
}

/** Whether a family lists the character, without reading a font. */
export const hasInRanges = (family: OtherFamily, character: string): boolean =>
  subsetsOf(family).some((subset) => hasCharacter(subset, character.codePointAt(0) ?? 0))

function subsetsOf(family: OtherFamily): readonly FontSubset[] {
  let subsets = listed.get(family)
  if (!subsets) {
    const ranges = JSON.parse(fs.readFileSync(fontPath(family, RANGES_FILE), 'utf8')) as Record<string, string>
    subsets = readSubsets(ranges).filter(({ name }) => !repeatsInter(name))
    listed.set(family, subsets)
  }
  return subsets
}

function readFont(path: string): Font {
  const font = create(unpackWoff(fs.readFileSync(path)))
  if (!('layout' in font)) throw new Error(`${path} is a collection of fonts. Install Duebook again.`)
  return font
}

/** Tabular figures bring a hyphen as wide as a figure, which tears "INV-10418" apart; the text's own hyphen is kept. */
function withNarrowHyphens(run: GlyphRun, font: Font): GlyphRun {
  const hyphen = font.glyphForCodePoint(HYPHEN)
  run.glyphs.forEach((glyph, index) => {
    const place = run.positions[index]
    if (glyph.codePoints[0] !== HYPHEN || place === undefined) return
    place.xAdvance += hyphen.advanceWidth - glyph.advanceWidth
    run.glyphs[index] = hyphen
  })
  return run
}

const LAYOUTS_MOST = 10_000

/** Shaping a word costs more than drawing it, and statements say the same words: dates, "Invoice", the company's name. */
function rememberLayouts(layout: Layout): Layout {
  const known = new Map<string, GlyphRun>()
  return (text) => {
    let run = known.get(text)
    if (!run) {
      if (known.size >= LAYOUTS_MOST) known.clear()
      run = layout(text)
      known.set(text, run)
    }
    // pdfkit scales the positions it receives in place, so each caller has its own.
    return Object.assign(Object.create(run) as GlyphRun, { positions: run.positions.map((place) => ({ ...place })) })
  }
}

/** Built, the fonts lie in out/fonts beside out/main; in plain Node they come from their packages. */
function fontPath(family: FontFamily, file: string): string {
  const built = fileURLToPath(new URL(`../fonts/${family}/${file}`, import.meta.url))
  return fs.existsSync(built) ? built : createRequire(import.meta.url).resolve(`${fontPackage(family)}/${file}`)
}
