import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** A folder for a test's own files, and what the next file dialogs answer instead of asking. */
export interface TestDesk {
  readonly folder: string
  /** A file in the folder, written when `content` is given. */
  file(name: string, content?: string | Uint8Array): string
  /** The answers of the next dialogs in order: paths, or null for a closed dialog. */
  answer(...answers: readonly (string | null)[]): void
  /** For `launch`: dialogs are answered from here, and what is printed lands in the folder. */
  readonly env: Readonly<Record<string, string>>
  clear(): void
}

export function newDesk(): TestDesk {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'duebook-desk-'))
  const answers = path.join(folder, 'dialog-answers.json')
  const answer: TestDesk['answer'] = (...next) => fs.writeFileSync(answers, JSON.stringify(next))
  answer()
  return {
    folder,
    file: (name, content) => {
      const file = path.join(folder, name)
      if (content !== undefined) fs.writeFileSync(file, content)
      return file
    },
    answer,
    env: { DUEBOOK_TEST_DIALOGS: answers, DUEBOOK_TEST_PRINTER: folder },
    clear: () => fs.rmSync(folder, { recursive: true, force: true }),
  }
}
