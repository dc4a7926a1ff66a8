/** What each role is called on screens and in sentences. */
export const roleName = { clerk: 'Clerk', supervisor: 'Supervisor' } as const
