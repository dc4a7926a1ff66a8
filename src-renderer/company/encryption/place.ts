import { definePlace, type Plain } from '../../keyboard/define-place.ts'

declare module '../../keyboard/places.ts' {
  interface Places {
    encryption: Plain
  }
}

export const encryptionPlace = definePlace({
  screen: 'encryption',
  action: 'go.encryption',
  load: async () => (await import('./EncryptionScreen.tsx')).EncryptionScreen,
})
