import { PostingScreen } from '../../entry/posting/PostingScreen.tsx'
import { useConventions } from '../../ui/conventions.tsx'
import { IdentifyForm } from './IdentifyForm.tsx'
import { startIdentify } from './start.ts'
import type { IdentifyPlace } from './start.ts'

/** Says whose a unidentified receipt is, and posts it as that customer's. */
export function IdentifyReceiptScreen({ place }: { readonly place: IdentifyPlace }) {
  const { workDate } = useConventions()
  return (
    <PostingScreen title="Identify a receipt" start={() => startIdentify(place, workDate)}>
      {(started, setup) => <IdentifyForm start={started} setup={setup} />}
    </PostingScreen>
  )
}
