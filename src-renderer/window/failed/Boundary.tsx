import { Component, createElement, type ComponentType, type ReactNode } from 'react'
import { logFailure } from '../../api/failures.ts'
import { RefusedError } from '../../api/refused-error.ts'

export type Failure = {
  /** Finds it in the log; null until it is written, and where the ledger has said no. */
  readonly incident: string | null
  /** What the ledger has said no with, in a sentence; null for a defect. */
  readonly refused: string | null
  /** Draws what failed once more. */
  readonly again: () => void
}

export type BoundaryProps = {
  readonly where: 'screen' | 'window'
  /** Stands in the place of what failed. */
  readonly instead: ComponentType<Failure>
  readonly children: ReactNode
}

type State = Pick<Failure, 'incident' | 'refused'> & { readonly hasFailed: boolean }

const sound: State = { hasFailed: false, incident: null, refused: null }

/** What is drawn inside may fail without taking the rest of the window with it. The defect goes to the log. */
export class Boundary extends Component<BoundaryProps, State> {
  override state = sound

  static getDerivedStateFromError(error: unknown): State {
    return { hasFailed: true, incident: null, refused: error instanceof RefusedError ? error.message : null }
  }

  override componentDidCatch(error: unknown): void {
    if (!(error instanceof RefusedError)) void this.#log(error)
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children
    const { incident, refused } = this.state
    return createElement(this.props.instead, { incident, refused, again: () => this.setState(sound) })
  }

  async #log(error: unknown): Promise<void> {
    this.setState({ incident: await logFailure(this.props.where, error) })
  }
}
