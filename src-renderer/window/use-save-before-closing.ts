import { useEffect } from 'react'
import { pendingApprovals } from '../api/approvals.ts'
import { api, RefusedError } from '../api/client.ts'
import { onSaveRequest } from '../api/events.ts'
import { answered } from '../api/unanswered.ts'
import { allUnsaved } from '../api/unsaved.ts'
import { commitUnfinishedField } from '../keyboard/pending-field.ts'

/** Until the screen that posted has drawn what came of it. */
const NEXT_LOOK_MS = 20
const PROBLEM_LENGTH_MAX = 1000

/** Saves what is typed when the main process asks, and answers once the ledger has; the window closes after that. */
export function useSaveBeforeClosing(): void {
  useEffect(() => {
    const stop = onSaveRequest((request) => void answer(request))
    // Asked already, and answered a moment ago: this saves a key typed since. A page that loads again is not asked.
    const saveRest = (): void => {
      commitUnfinishedField()
      void saveTyped()
    }
    window.addEventListener('beforeunload', saveRest)
    return () => {
      window.removeEventListener('beforeunload', saveRest)
      stop()
    }
  }, [])
}

async function answer(request: number): Promise<void> {
  commitUnfinishedField()
  // A picker, also one just left, looks up what was typed in it; the entry has it once that is answered and drawn.
  if (await answered('query')) await nextLook()
  const problem = await saveAll()
  await api.page.saved({ request, problem: problem?.slice(0, PROBLEM_LENGTH_MAX) ?? null })
}

/** Resolves once all that was typed or asked is stored, with the sentence of a refusal. */
async function saveAll(): Promise<string | null> {
  for (;;) {
    const isPosting = allUnsaved().some((each) => isBeingPosted(each))
    const writes = await saveTyped()
    await answered('command')
    const refused = writes.find((write) => write.status === 'rejected')
    if (refused !== undefined) return sentenceOf(refused.reason)
    if (!isPosting) return null
    await nextLook()
  }
}

const saveTyped = () =>
  Promise.allSettled(allUnsaved().flatMap((unsaved) => (isBeingPosted(unsaved) ? [] : (unsaved.save() ?? []))))

/** A posting that a supervisor is asked about has not reached the ledger: its entry is saved as a draft. */
const isBeingPosted = ({ isPosting }: { readonly isPosting: () => boolean }): boolean =>
  pendingApprovals() === 0 && isPosting()

const nextLook = () => new Promise((resolve) => setTimeout(resolve, NEXT_LOOK_MS))

function sentenceOf(reason: unknown): string {
  if (reason instanceof RefusedError) return reason.message
  throw reason
}
