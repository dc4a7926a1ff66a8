// First, so that a component's own style comes after it and wins.
import './theme/theme.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { prepareDocument } from './theme/prepare-document.ts'
import { chooseTheme } from './theme/theme.ts'
import { rememberedTheme } from './window/remembered-theme.ts'

prepareDocument(document)
chooseTheme(rememberedTheme())
const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
