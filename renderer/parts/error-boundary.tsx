// Catches a defect in a screen: the rest of the app stays, the person reads a code instead of a stack.
import { Button } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { FaultBox } from './fault-box.tsx'

type Props = { readonly again: string; readonly children: ReactNode }
type State = { readonly code: string | null }

export class ErrorBoundary extends Component<Props, State> {
  override state: State = { code: null }

  static getDerivedStateFromError(error: unknown): State {
    return { code: `E-SCREEN-${error instanceof Error ? error.name.toUpperCase() : 'UNKNOWN'}` }
  }

  override render() {
    if (this.state.code === null) return this.props.children
    return (
      <div className="page">
        <FaultBox code={this.state.code}>
          <Button variant="default" onClick={() => this.setState({ code: null })}>
            {this.props.again}
          </Button>
        </FaultBox>
      </div>
    )
  }
}
