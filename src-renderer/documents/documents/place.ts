import { definePlace, type Plain } from '../../keyboard/define-place.ts'

declare module '../../keyboard/places.ts' {
  interface Places {
    documents: Plain
  }
}

export const documentsPlace = definePlace({
  screen: 'documents',
  action: 'go.documents',
  rail: { order: 30 },
  load: async () => (await import('./DocumentsScreen.tsx')).DocumentsScreen,
})
