import 'react'

declare module 'react' {
  // The style property sets custom properties too; React's types leave them out.
  interface CSSProperties {
    [variable: `--${string}`]: string | number | undefined
  }
}
