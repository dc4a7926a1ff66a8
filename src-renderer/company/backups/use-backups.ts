import { useQuery } from '@tanstack/react-query'
import type { OutputOf } from '../../../src-shared/contract.ts'
import { api } from '../../api/client.ts'
import type { RefusedError } from '../../api/refused-error.ts'

/** Where the open company lies and its backups go; read again after whatever was done. */
export const useBackupState = () =>
  useQuery<OutputOf<'backups.state'>, RefusedError>({
    queryKey: ['backups.state'],
    queryFn: () => api.backups.state({}),
  })

/** The backups of the open company, or of one opened before. */
export const useBackupList = (token: string | null) =>
  useQuery<OutputOf<'backups.list'>, RefusedError>({
    queryKey: ['backups.list', token],
    queryFn: () => api.backups.list(token === null ? {} : { token }),
  })

/** What a restore of it would take away. */
export const useComparison = (token: string | null) =>
  useQuery<OutputOf<'backups.compare'>, RefusedError>({
    queryKey: ['backups.compare', token],
    queryFn: () => api.backups.compare({ token: token ?? '' }),
    enabled: token !== null,
  })

/** Of the open company; null without any. */
export const useNewestGoodBackup = () =>
  useQuery<OutputOf<'backups.newestGood'>, RefusedError>({
    queryKey: ['backups.newestGood'],
    queryFn: () => api.backups.newestGood({}),
  })
