/** What each role is called on screens and in sentences. */
export const roleName = { viewer: 'Viewer', clerk: 'Clerk', supervisor: 'Supervisor', owner: 'Owner' } as const
