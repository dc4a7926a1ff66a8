import { definePlace } from '../../keyboard/define-place.ts'

declare module '../../keyboard/places.ts' {
  interface Places {
    /** `print`: the document's page is printed once it is shown (post and print). */
    document: { readonly documentId: number; readonly print?: true }
  }
}

export const documentPlace = definePlace({
  screen: 'document',
  under: 'go.documents',
  load: async () => (await import('./DocumentScreen.tsx')).DocumentScreen,
})
