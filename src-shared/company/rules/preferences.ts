/** After how many minutes without work the window locks by itself. */
export const LOCK_AFTER = 'lock-after-minutes'

/** Who may set a preference: how lists look is anybody's, how soon a window is locked is a supervisor's. */
export const roleToSet = (key: string): 'viewer' | 'supervisor' => (key === LOCK_AFTER ? 'supervisor' : 'viewer')
