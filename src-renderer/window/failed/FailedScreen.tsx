import { useNavigator } from '../../keyboard/navigation.tsx'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import type { Failure } from './Boundary.tsx'
import css from './failed.module.css'

/** In the place of a screen that failed: what became of what was typed, and the keys that lead on. */
export function FailedScreen({ incident, refused, again }: Failure) {
  const navigator = useNavigator()
  return (
    <Page title="Something went wrong here">
      <Card padded>
        <div className={css.words} role="alert">
          {refused !== null && <p>{refused}</p>}
          <p>What you typed is kept. Entries that are not posted yet are listed on Home.</p>
          <p>The rest of Duebook goes on working, and the books are sound.</p>
          {incident !== null && <p className={css.incident}>Incident {incident}</p>}
        </div>
        <div className={css.buttons}>
          <Button onPress={again} autoFocus keyHint="Enter">
            Try again
          </Button>
          {navigator.depth > 0 && <ActionButton action="go.back" />}
          <ActionButton action="go.home" />
        </div>
      </Card>
    </Page>
  )
}
