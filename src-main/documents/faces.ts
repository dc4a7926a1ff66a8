import fs from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { create, type Font, type GlyphRun } from 'fontkit'
import { FONT_PACKAGE_FOLDER, fontFile, fontScripts, type FontScript, type FontWeight } from './font-files.ts'
import { unpackWoff } from './woff.ts'

/** One weight of Inter for one script. */
export interface Face {
  /** Names the face within a document. */
  readonly name: string
  readonly font: Font
}

// A column of amounts lines up only with figures of one width. Contextual alternates redraw what a clerk typed ("->") and
// take half of the time.
const FEATURES = { tnum: true, calt: false } as const

const HYPHEN = 0x2d

// Parsed once a process: a run of statements would otherwise parse the same files for each.
const loaded = new Map<string, Face>()

/** @throws when the font's file is missing or no font: the installation is damaged. */
export function faceFor(script: FontScript, weight: FontWeight): Face {
  const name = `${script}-${weight}`
  const known = loaded.get(name)
  if (known) return known
  const face = { name, font: readFont(fontPath(fontFile(script, weight))) }
  loaded.set(name, face)
  return face
}

/** The first face that has the character, or null when Inter has none. */
export function faceOf(character: string, weight: FontWeight): Face | null {
  const codePoint = character.codePointAt(0) ?? 0
  for (const script of fontScripts) {
    const face = faceFor(script, weight)
    if (face.font.hasGlyphForCodePoint(codePoint)) return face
  }
  return null
}

function readFont(path: string): Font {
  const font = create(unpackWoff(fs.readFileSync(path)))
  if (!('layout' in font)) throw new Error(`${path} is a collection of fonts. Install Duebook again.`)
  const layout = font.layout.bind(font)
  font.layout = keptLayout((text) => withNarrowHyphens(layout(text, FEATURES), font))
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

const WORDS_KEPT = 10_000

/** Shaping a word costs more than drawing it, and statements say the same words: dates, "Invoice", the company's name. */
function keptLayout(layout: (text: string) => GlyphRun): (text: string) => GlyphRun {
  const kept = new Map<string, GlyphRun>()
  return (text) => {
    let run = kept.get(text)
    if (!run) {
      if (kept.size >= WORDS_KEPT) kept.clear()
      run = layout(text)
      kept.set(text, run)
    }
    // pdfkit scales the positions it receives in place, so each caller has its own.
    return Object.assign(Object.create(run) as GlyphRun, { positions: run.positions.map((place) => ({ ...place })) })
  }
}

/** Built, the fonts lie in out/fonts beside out/main; in plain Node they come from their package. */
function fontPath(file: string): string {
  const built = fileURLToPath(new URL(`../fonts/${file}`, import.meta.url))
  return fs.existsSync(built) ? built : createRequire(import.meta.url).resolve(`${FONT_PACKAGE_FOLDER}/${file}`)
}
