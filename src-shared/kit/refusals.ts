import type { Sentences } from './refusal.ts'

/** Who may, from the least role that is needed. */
const needOf = (role: string): string => {
  switch (role) {
    case 'owner':
      return 'Only an owner may do this.'
    case 'supervisor':
      return 'Only a supervisor or an owner may do this.'
    default:
      return 'A viewer reads and prints; this takes a clerk, a supervisor or an owner.'
  }
}

/** What Duebook itself says no with, whatever the operation: input, sign-in, the file and its disk, printing. */
export const refusals = {
  // input
  invalid_input: '{field} {problem}.',
  unknown_operation: 'This version of Duebook does not know that request. Restart Duebook.',
  not_allowed: ({ role }: { role: string }) => `${needOf(role)} Let one sign in with Change user.`,
  command_uid_reused: 'This entry was already posted with other content. Open it afresh and try again.',
  cancelled: 'Cancelled. Nothing was changed.',
  internal: 'Something went wrong inside Duebook and nothing was changed. Incident {incident}.',
  window_failed: 'Something went wrong in the window. What you typed is kept. Incident {incident}.',
  window_restarted:
    'The window stopped and was started again. What was typed is kept: Home lists it. Incident {incident}.',
  // people
  sign_in_needed: 'Nobody is signed in. Choose your name and enter your PIN.',
  pin_wait: ({ seconds }: { seconds: number }) => `Too many wrong PINs. Wait ${seconds} seconds, then enter it again.`,
  approval_wrong: 'That is not the PIN of a supervisor. Choose a supervisor and enter the PIN again.',
  // master data
  looks_like: ({ code, like, name }: { code: string; like: string; name?: string }) =>
    `${code} looks like ${like}${name === undefined ? '' : ` (${name})`}. Change it, or do the same again to have both.`,
  // posting
  period_locked: ({ closingDate }: { closingDate?: string }) =>
    `The books are closed through ${closingDate ?? 'that date'}. Use a later date, or have a supervisor reopen the period.`,
  amount_too_large: 'This amount is too large for the ledger. The limit is 90 trillion in hundredths.',
  total_too_large:
    'With this, what is open or stands on an account would be more than the books can add up. The limit is 90 trillion in hundredths.',
  number_taken:
    'Another document already has this number. Nothing was posted; import its invoices under other numbers.',
  unbalanced: 'The entries do not balance. Nothing was posted; tell support how you got here.',
  // the company file
  no_company_open: 'No company is open. Open one first.',
  file_not_found: 'The file {file} is not there any more. Choose another file.',
  file_not_company: '{file} is not a Duebook company. Choose a file that ends in .duebook.',
  // encryption
  passphrase_needed: '{file} is encrypted. Enter its passphrase, or its recovery phrase.',
  passphrase_wrong:
    'That is not the passphrase of {file}. Enter it again, or use the recovery phrase that was printed.',
  recovery_phrase_wrong:
    'That recovery phrase does not open {file}. Compare it with the printed one, group by group. Where it is the same, the file is damaged: restore a backup.',
  key_file_missing:
    'The key file {keyFile} is not beside {file}, so that no passphrase can open it. Put it back, or enter the recovery phrase.',
  encrypted_already: '{file} is encrypted already.',
  not_encrypted: '{file} is not encrypted.',
  passphrase_weak: ({ least }: { least: number }) =>
    `Enter a passphrase of at least ${least} characters, such as four or five words that nobody would guess.`,
  file_newer: ({ file, found, known }: { file: string; found: number; known: number }) =>
    `${file} was written by a newer Duebook (schema ${found}, this one knows ${known}). Install the newer version.`,
  file_corrupt: ({ file, backup }: { file: string; backup?: string }) =>
    `${file} is damaged and was not changed. Restore the newest good backup${backup ? ` (${backup})` : ''}.`,
  file_is_backup: '{file} is a backup, and nothing can be entered in it. Restore it to work with what it holds.',
  restore_by_owner:
    '{file} has people with PINs, and only an owner restores it. Open it, sign in, and restore the backup there.',
  backup_place_gone: 'The backup place {place} cannot be reached. Connect its disk, or choose another place.',
  file_in_use: '{file} is open in another Duebook ({holder}). Close it there first.',
  file_exists: '{file} already exists. Choose another name.',
  file_read_only:
    '{file} cannot be written: the file or its folder is read-only. Move it to a folder you may write to.',
  name_too_long: 'The name {file} is too long for this disk, or its folder lies too deep. Choose a shorter one.',
  disk_full: 'The disk is full. Nothing was changed. Free some space and try again.',
  disk_error: 'The disk reported an error ({detail}). Nothing was changed. Check the disk, then try again.',
  file_locked: 'The file is busy in another program, such as a backup. Nothing was changed. Try again in a moment.',
  migration_changed: 'Migration {migration} differs from the one applied to this company. Install Duebook again.',
  // files in and out
  token_invalid: 'That file choice has expired. Choose the file again.',
  // printing
  no_printer: 'No printer is installed. Save a PDF instead.',
  print_failed: 'The printer refused: {problem}. Nothing was printed.',
} as const satisfies Sentences

type Declared = typeof refusals
declare module './refusal.ts' {
  interface Refusals extends Declared {}
}
