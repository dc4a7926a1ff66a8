import type { CommandHandler } from '../handler.ts'

export const signOut: CommandHandler<'session.signOut'> = ({ signIn }) => {
  signIn(null)
  return null
}
