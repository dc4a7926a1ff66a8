// First, so that a component's own style comes after it and wins.
import './theme/theme.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { hearFailures, logFailure } from './api/failures.ts'
import { App } from './App.tsx'
import { prepareDocument } from './theme/prepare-document.ts'
import { chooseTheme } from './theme/theme.ts'
import { Boundary } from './window/failed/Boundary.tsx'
import { FailedWindow } from './window/failed/FailedWindow.tsx'
import { rememberedTheme } from './window/remembered-theme.ts'
import { useSaveBeforeClosing } from './window/use-save-before-closing.ts'

hearFailures()
prepareDocument(document)
chooseTheme(rememberedTheme())
const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root, { onUncaughtError: (error) => void logFailure('window', error) }).render(
  <StrictMode>
    <Root />
  </StrictMode>,
)

/** The window, or what is said of it where it fails as a whole: also then it is closed as soon as all is saved. */
function Root() {
  useSaveBeforeClosing()
  return (
    <Boundary where="window" instead={FailedWindow}>
      <App />
    </Boundary>
  )
}
