import { definePlace, type Plain } from '../../keyboard/define-place.ts'
import { DocumentsScreen } from './DocumentsScreen.tsx'

declare module '../../keyboard/places.ts' {
  interface Places {
    documents: Plain
  }
}

export const documentsPlace = definePlace({
  screen: 'documents',
  action: 'go.documents',
  rail: { order: 30 },
  component: DocumentsScreen,
})
