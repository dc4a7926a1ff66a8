import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What a screen reader or weak eyes would stumble over, by light and by dark; between them only colours differ. */
export async function barriersOf(window: Page): Promise<readonly string[]> {
  // Electron has no second page for it to work in.
  const axe = () => new AxeBuilder({ page: window }).setLegacyMode(true)
  await window.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  const light = await axe().analyze()
  await window.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  const dark = await axe().withRules(['color-contrast']).analyze()
  return [told('light', light.violations), told('dark', dark.violations)].flat()
}

type Violations = Awaited<ReturnType<AxeBuilder['analyze']>>['violations']

const told = (scheme: string, violations: Violations): readonly string[] =>
  violations.map(({ id, nodes }) => `${scheme}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`)
