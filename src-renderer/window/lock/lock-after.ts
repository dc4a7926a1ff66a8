export const lockChoices = [0, 1, 5, 10, 15, 30, 60] as const

const USUAL = 15

/** After how many minutes without work the window locks; 0 never does. */
export const lockAfter = (stored: unknown): number => lockChoices.find((minutes) => minutes === stored) ?? USUAL

export const lockText = (minutes: number): string =>
  minutes === 0 ? 'Never' : minutes === 1 ? 'After a minute' : `After ${minutes} minutes`
