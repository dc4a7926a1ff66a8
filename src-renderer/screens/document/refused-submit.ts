import { RefusedError } from '../../api/client.ts'

/** Runs a dialog's command; a refusal is left to the dialog, which shows what its command holds. */
export const refusedSubmit = (run: () => Promise<void>) => (): void => {
  run().catch((error: unknown) => {
    if (!(error instanceof RefusedError)) throw error
  })
}
