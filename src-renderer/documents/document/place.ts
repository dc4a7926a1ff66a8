import { definePlace } from '../../keyboard/define-place.ts'
import { DocumentScreen } from './DocumentScreen.tsx'

declare module '../../keyboard/places.ts' {
  interface Places {
    /** `print`: the document's page is printed once it is shown (post and print). */
    document: { readonly documentId: number; readonly print?: true }
  }
}

export const documentPlace = definePlace({
  screen: 'document',
  under: 'go.documents',
  component: DocumentScreen,
})
