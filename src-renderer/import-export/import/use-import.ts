import { useState } from 'react'
import { v7 as uuidV7 } from 'uuid'
import type { ImportMapping } from '../../../src-shared/import-export/contract/imports.ts'
import { RefusedError } from '../../api/client.ts'
import type { Progress } from '../../api/client.ts'
import { useApprovalPending, useCommand, useReport } from '../../api/queries.tsx'
import { NO_ERRORS, placeRefusal, stillWrong } from '../../entry/field-errors.ts'
import type { FieldErrors } from '../../entry/field-errors.ts'
import { fieldOfRefusal, mappingErrors } from './mapping.ts'
import { isClean } from './steps.ts'
import type { ImportStep, MappedFile } from './steps.ts'

export type ImportState = {
  readonly step: ImportStep
  readonly errors: FieldErrors
  /** Goes up each time errors were found, so that the first gets the focus. */
  readonly attempt: number
  readonly problem: string | null
  readonly isBusy: boolean
  /** Busy, but with a question to the clerk or a supervisor. */
  readonly isWaiting: boolean
  /** What it is busy with. */
  readonly work: { readonly title: string; readonly progress: Progress | null; readonly cancel: () => void }
  readonly choose: () => void
  readonly setMapping: (mapping: ImportMapping) => void
  /** Reads the file anew: in another encoding, or with another line as its header. */
  readonly readAgain: (changes: Partial<Pick<ImportMapping, 'encoding' | 'headerLine'>>) => void
  /** What codes and numbers that look alike are, asked for where the check found some. */
  readonly answerLookAlikes: (changes: Partial<ImportMapping['lookAlikes']>) => void
  readonly check: () => void
  readonly run: () => void
  /** From what was found back to the columns. */
  readonly backToColumns: () => void
}

const hasSameHeaders = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((header, index) => header === b[index])

/** An import from the choice of a file to its rows in the books. */
export function useImport(): ImportState {
  const [step, setStep] = useState<ImportStep>({ kind: 'choose' })
  const [attempted, setAttempted] = useState<FieldErrors>(NO_ERRORS)
  const [attempt, setAttempt] = useState(0)
  const [problem, setProblem] = useState<string | null>(null)
  const choosing = useCommand('imports.choose')
  const previewing = useReport('imports.preview')
  const checking = useReport('imports.dryRun')
  const importing = useCommand('imports.run')
  const file = step.kind === 'choose' ? null : step.file
  const isApprovalPending = useApprovalPending()

  function refuse(errors: FieldErrors): void {
    setAttempted(errors)
    setAttempt((before) => before + 1)
  }

  /** Says a refusal beside its field or above; what the clerk cancelled is no news to them. */
  function tell(error: unknown): void {
    if (!(error instanceof RefusedError)) throw error
    if (error.code === 'cancelled') return
    const { errors, banner } = placeRefusal(error, () => fieldOfRefusal(error))
    setProblem(banner)
    refuse(errors)
    if (error.code === 'disk_full' || error.code === 'credit_given') return
    // What was checked is not what is there any more: it has to be checked again.
    if (file !== null) setStep({ kind: 'map', file })
  }

  async function choose(): Promise<void> {
    setProblem(null)
    try {
      const chosen = await choosing.run({})
      if (chosen === null) return
      const preview = await previewing.run({ token: chosen.token })
      setAttempted(NO_ERRORS)
      setStep({ kind: 'map', file: { chosen, preview, mapping: preview.mapping } })
    } catch (error) {
      tell(error)
    }
  }

  async function readAgain(read: MappedFile, changes: Partial<Pick<ImportMapping, 'encoding' | 'headerLine'>>) {
    const { chosen, mapping } = read
    const { encoding, headerLine } = { ...mapping, ...changes }
    setProblem(null)
    try {
      const preview = await previewing.run({ token: chosen.token, encoding, headerLine })
      // The columns stay as they were chosen while they are the same columns.
      const isSame = hasSameHeaders(preview.headers, read.preview.headers)
      const before = isSame ? { ...mapping, encoding, headerLine } : { documents: mapping.documents }
      setAttempted(NO_ERRORS)
      setStep({ kind: 'map', file: { chosen, preview, mapping: { ...preview.mapping, ...before } } })
    } catch (error) {
      tell(error)
    }
  }

  async function check(checked: MappedFile): Promise<void> {
    const { chosen, mapping } = checked
    setProblem(null)
    const errors = mappingErrors(checked.preview, mapping)
    if (Object.keys(errors).length > 0) return refuse(errors)
    try {
      const plan = await checking.run({ token: chosen.token, mapping })
      setAttempted(NO_ERRORS)
      setStep({ kind: 'checked', file: checked, plan, commandUid: uuidV7() })
    } catch (error) {
      tell(error)
    }
  }

  async function run(checked: Extract<ImportStep, { kind: 'checked' }>): Promise<void> {
    setProblem(null)
    const { plan, commandUid } = checked
    const { chosen, mapping } = checked.file
    try {
      const result = await importing.run({ token: chosen.token, mapping, fileHash: plan.fileHash, commandUid })
      setStep({ kind: 'done', file: checked.file, plan, result })
    } catch (error) {
      tell(error)
    }
  }

  const work = importing.isPending
    ? { title: 'Importing', progress: importing.progress, cancel: importing.cancel }
    : checking.isPending
      ? { title: 'Checking every row', progress: checking.progress, cancel: checking.cancel }
      : { title: 'Reading the file', progress: previewing.progress, cancel: previewing.cancel }

  return {
    step,
    errors: attempted,
    attempt,
    problem,
    isBusy: choosing.isPending || previewing.isPending || checking.isPending || importing.isPending,
    isWaiting: choosing.isPending || isApprovalPending,
    work,
    choose: () => void choose(),
    setMapping: (mapping) => {
      if (file === null) return
      setAttempted((before) => stillWrong(before, mappingErrors(file.preview, mapping)))
      setStep({ kind: 'map', file: { ...file, mapping } })
    },
    readAgain: (changes) => {
      if (file !== null) void readAgain(file, changes)
    },
    answerLookAlikes: (changes) => {
      if (step.kind !== 'checked') return
      const { mapping } = step.file
      const answered = { ...mapping, lookAlikes: { ...mapping.lookAlikes, ...changes } }
      setStep({ ...step, file: { ...step.file, mapping: answered } })
    },
    check: () => {
      if (file !== null) void check(file)
    },
    run: () => {
      if (step.kind === 'checked' && isClean(step.plan)) void run(step)
    },
    backToColumns: () => {
      if (file !== null) setStep({ kind: 'map', file })
    },
  }
}
