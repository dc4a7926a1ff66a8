import { isActionId, type ActionId } from '../../src-shared/actions/actions.ts'
import type { ShellEvent } from '../../src-shared/contract/bridge.ts'
import type { OpenedCompany } from '../../src-shared/contract/company.ts'
import { bridge } from './bridge.ts'
import { RefusedError } from './refused-error.ts'

type Unsubscribe = () => void

/** Clicks in the native menu. */
export const onAction = (listener: (id: ActionId) => void): Unsubscribe =>
  listen('action', ({ id }) => {
    if (isActionId(id)) listener(id)
  })

/** A company was opened or closed, by this window or from outside: a double click on its file. */
export const onCompanyChange = (listener: (company: OpenedCompany | null) => void): Unsubscribe =>
  listen('company', ({ company }) => listener(company))

/** Something started outside the window was refused. */
export const onRefused = (listener: (error: RefusedError) => void): Unsubscribe =>
  listen('refused', ({ error }) => listener(new RefusedError(error)))

const listen = <T extends ShellEvent['type']>(
  type: T,
  listener: (event: Extract<ShellEvent, { type: T }>) => void,
): Unsubscribe =>
  bridge().onEvent((event) => {
    if (isOf(event, type)) listener(event)
  })

const isOf = <T extends ShellEvent['type']>(event: ShellEvent, type: T): event is Extract<ShellEvent, { type: T }> =>
  event.type === type
