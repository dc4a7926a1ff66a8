import { useState } from 'react'
import type { Place } from '../keyboard/places.ts'
import { NavigationProvider, PlaceStack, useNavigator } from '../keyboard/navigation.tsx'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/fields/TextField.tsx'
import { Card, Page } from '../ui/Page.tsx'

/** Going from place to place and back: what was typed stays, and so does the focus. */
export function PlacesSheet() {
  return (
    <NavigationProvider start={{ screen: 'customers' }}>
      <PlaceStack render={(place) => <PlaceCard place={place} />} />
    </NavigationProvider>
  )
}

function PlaceCard({ place }: { readonly place: Place }) {
  const { go, depth } = useNavigator()
  const [text, setText] = useState('')
  const [other, setOther] = useState('')
  return (
    <Page title={place.screen} sub={`${depth} places behind`}>
      <Card padded>
        <TextField label="First" value={text} onChange={setText} />
        <TextField label="Second" value={other} onChange={setOther} />
        <Button onPress={() => go({ screen: 'aging' })} keepsFocus>
          Go to aging
        </Button>
      </Card>
    </Page>
  )
}
