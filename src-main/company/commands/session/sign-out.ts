import type { CommandHandler } from '../../../kernel/command-handler.ts'

export const signOut: CommandHandler<'session.signOut'> = ({ signIn }) => {
  signIn(null)
  return null
}
