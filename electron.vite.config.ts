import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import fs from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'
import {
  fontFile,
  fontPackage,
  fontWeights,
  interSubsets,
  otherFamilies,
  RANGES_FILE,
  repeatsInter,
  type FontFamily,
  type FontWeight,
} from './src-main/paper/font-files.ts'
import { writtenInvariants } from './src-main/db/sql-files.ts'
import { readSubsets } from './src-main/paper/character-ranges.ts'

const ROOT = import.meta.dirname
const at = (...parts: readonly string[]) => path.join(ROOT, ...parts)

/** SQL the main process reads at run time; `db/sql-files.ts` looks for it beside out/main. */
const SQL_FOLDERS = { migrations: [at('migrations')], invariants: writtenInvariants(at('src-main')) } as const

function copyRuntimeFiles(): Plugin {
  return {
    name: 'duebook:copy-runtime-files',
    apply: 'build',
    writeBundle() {
      for (const [name, sources] of Object.entries(SQL_FOLDERS)) {
        fs.rmSync(at('out', name), { recursive: true, force: true })
        for (const source of sources) fs.cpSync(source, at('out', name), { recursive: true })
      }
      fs.rmSync(at('out/fonts'), { recursive: true, force: true })
      copyFonts('inter', interSubsets)
      for (const family of otherFamilies) {
        const ranges = fs.readFileSync(at('node_modules', fontPackage(family), RANGES_FILE), 'utf8')
        const names = readSubsets(JSON.parse(ranges) as Record<string, string>).map(({ name }) => name)
        copyFonts(
          family,
          names.filter((name) => !repeatsInter(name)),
          [RANGES_FILE],
        )
      }
    },
  }
}

/** What paper needs of a family, with its licence, into a folder of its own. */
function copyFonts(family: FontFamily, subsets: readonly string[], more: readonly string[] = []) {
  const files = subsets.flatMap((subset) =>
    (Object.keys(fontWeights) as FontWeight[]).map((weight) => path.join('files', fontFile(family, subset, weight))),
  )
  for (const file of [...files, ...more, 'LICENSE'])
    fs.cpSync(at('node_modules', fontPackage(family), file), at('out/fonts', family, file))
}

const isOfPrinting = /\/src-renderer\/(print\/print\.|print\.html|reports\/statement\/open-pdf\.)|\/pdfjs-dist\//
const isOfTheWindow = (id: string): boolean => !isOfPrinting.test(id) && !id.endsWith('.html')
const isStyleOfTheWindow = (id: string): boolean => id.endsWith('.css') && isOfTheWindow(id)

// The oldest Electron this code must run in is 33 (docs/decisions/0010): Node 20.18, Chrome 130.
export default defineConfig({
  main: {
    plugins: [copyRuntimeFiles()],
    build: {
      outDir: at('out/main'),
      target: 'node20',
      // Everything else is bundled, so that the package carries one module folder.
      externalizeDeps: { include: ['better-sqlite3'] },
      rolldownOptions: {
        input: { index: at('src-main/shell/index.ts'), worker: at('src-main/threads/worker.ts') },
        output: {
          format: 'es',
          // The host starts `./worker.js` from beside itself, whichever chunk it landed in: so all lie in one folder.
          entryFileNames: '[name].js',
          chunkFileNames: '[name]-[hash].js',
        },
      },
    },
  },
  preload: {
    build: {
      outDir: at('out/preload'),
      target: 'node20',
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: at('src-main/shell/preload.ts') },
        // A sandboxed preload must be one CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: at('src-renderer'),
    plugins: [react()],
    build: {
      outDir: at('out/renderer'),
      target: 'chrome130',
      minify: true,
      // The content security policy refuses fonts and scripts from data: addresses.
      assetsInlineLimit: 0,
      // Nothing is downloaded: the files are on the clerk's disk.
      chunkSizeWarningLimit: 5000,
      // By name: electron-vite would append a list to its own empty default.
      rolldownOptions: {
        input: { index: at('src-renderer/index.html'), print: at('src-renderer/print.html') },
        // The style of all screens is one file, loaded at the start: which rule wins must not depend on which screen of
        // several was loaded first. What is printed is another page.
        output: {
          // A chunk of several screens would be called by all their names.
          chunkFileNames: ({ name }) => `assets/${name.split('~', 1)[0]}-[hash].js`,
          codeSplitting: {
            groups: [
              { name: 'style', test: isStyleOfTheWindow, priority: 1 },
              // What the first paint needs, in one file.
              { name: 'window', tags: ['$initial'], test: isOfTheWindow },
              // What several screens need, in a few.
              {
                name: 'screens',
                minShareCount: 2,
                test: isOfTheWindow,
                entriesAware: true,
                entriesAwareMergeThreshold: 50_000,
              },
            ],
          },
        },
      },
    },
  },
})
