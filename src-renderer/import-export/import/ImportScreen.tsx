import { useRef } from 'react'
import { useErrorFocus } from '../../keyboard/focus-error.ts'
import { useActions } from '../../keyboard/use-action.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Page } from '../../ui/Page.tsx'
import { ProgressDialog } from '../../ui/ProgressDialog.tsx'
import { ChooseStep } from './ChooseStep.tsx'
import { CheckedStep } from './CheckedStep.tsx'
import { DoneStep } from './DoneStep.tsx'
import { MapStep } from './MapStep.tsx'
import { isClean, rowsText } from './steps.ts'
import { useImport } from './use-import.ts'
import type { ImportState } from './use-import.ts'
import css from './import.module.css'

/** From a CSV file to the books: choose it, say which column is what, check every row, then all rows or none. */
export function ImportScreen() {
  const state = useImport()
  const { step, problem, work } = state
  const body = useRef<HTMLDivElement>(null)
  useErrorFocus(body, state.attempt)
  useActions({ 'document.post': mainAction(state).run }, { enabled: !state.isBusy })
  useActions({ 'go.back': state.backToColumns }, { enabled: step.kind === 'checked' && !state.isBusy })
  return (
    <Page
      title="Import"
      {...(step.kind === 'choose' ? {} : { sub: `${step.file.chosen.file}, ${rowsText(step.file.preview.rowCount)}` })}
      actions={<MainButtons state={state} />}
    >
      {problem !== null && <Banner tone="bad">{problem}</Banner>}
      <div ref={body} className={css.body}>
        <Step state={state} />
      </div>
      <ProgressDialog
        title={work.title}
        isWorking={state.isBusy}
        isWaiting={state.isWaiting}
        progress={work.progress}
        onCancel={work.cancel}
      />
    </Page>
  )
}

function Step({ state }: { readonly state: ImportState }) {
  const { step } = state
  switch (step.kind) {
    case 'choose':
      return <ChooseStep />
    case 'map':
      return (
        <MapStep
          file={step.file}
          errors={state.errors}
          onChange={state.setMapping}
          onReadAgain={state.readAgain}
          onLast={state.check}
        />
      )
    case 'checked':
      return <CheckedStep file={step.file} plan={step.plan} onAnswer={state.answerLookAlikes} onLast={state.check} />
    case 'done':
      return <DoneStep result={step.result} plan={step.plan} />
  }
}

type MainAction = { readonly label: string; readonly run: () => void }

/** What F9 does now. */
function mainAction({ step, choose, check, run }: ImportState): MainAction {
  switch (step.kind) {
    case 'choose':
      return { label: 'Choose a file', run: choose }
    case 'map':
      return { label: 'Check every row', run: check }
    case 'checked':
      return isClean(step.plan) ? { label: 'Import', run } : { label: 'Check again', run: check }
    case 'done':
      return { label: 'Import another file', run: choose }
  }
}

function MainButtons({ state }: { readonly state: ImportState }) {
  const { step, isBusy } = state
  const main = mainAction(state)
  return (
    <>
      {step.kind === 'map' && (
        <Button onPress={state.choose} isDisabled={isBusy}>
          Choose another file
        </Button>
      )}
      {step.kind === 'checked' && (
        <Button onPress={state.backToColumns} isDisabled={isBusy} keyHint="Escape">
          Change the columns
        </Button>
      )}
      <Button
        key={step.kind}
        variant="primary"
        onPress={main.run}
        isDisabled={isBusy}
        keyHint="F9"
        autoFocus={step.kind !== 'map'}
      >
        {main.label}
      </Button>
    </>
  )
}
