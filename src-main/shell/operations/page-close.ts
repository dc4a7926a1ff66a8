import type { ShellHandler } from '../context.ts'

export const savedPage: ShellHandler<'page.saved'> = async ({ leaving }, { request, problem }) => {
  leaving.answer(request, problem)
  return null
}

export const closePage: ShellHandler<'page.close'> = async ({ closeWindow }) => {
  closeWindow()
  return null
}
