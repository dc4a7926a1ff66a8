import type { ImportPlan, ImportResult } from '../../../src-shared/import-export/contract/imports.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { PlanFigures } from './PlanFigures.tsx'
import { doneText } from './steps.ts'

export type DoneStepProps = { readonly result: ImportResult; readonly plan: ImportPlan }

/** What is in the books now, and where to look at it. */
export function DoneStep({ result, plan }: DoneStepProps) {
  return (
    <>
      <Banner
        tone="ok"
        actions={
          <>
            <ActionButton action="go.customers" label="Customers" />
            <ActionButton action="go.aging" label="Aging" />
          </>
        }
      >
        {doneText(result)}
      </Banner>
      <PlanFigures plan={plan} />
    </>
  )
}
