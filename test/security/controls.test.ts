import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/**
 * Every control on what a window, a file or a person may do, with the tests that attack it.
 * A test that is renamed or taken away leaves its control bare: then this fails.
 */
const controls: Readonly<Record<string, readonly (readonly [file: string, title: string])[]>> = {
  renderer: [
    ['security/window-rules.test.ts', 'has none of Node, and its own world'],
    ['e2e/security-content.e2e.ts', 'the page has nothing of Node and only the three functions of the bridge'],
  ],
  content: [
    ['security/served-files.test.ts', 'allows nothing the window does not need'],
    ['e2e/security-content.e2e.ts', 'our address serves the list of the build and nothing beside it'],
  ],
  'content security policy': [
    ['security/served-files.test.ts', 'serves the files of the build, each with its type and the policy'],
    ['e2e/security-content.e2e.ts', 'the policy stops scripts, frames, forms, styles and every connection'],
  ],
  network: [
    ['e2e/security-network.e2e.ts', 'nothing the page tries reaches a listener, and the browser itself calls nobody'],
  ],
  navigation: [['e2e/security-window.e2e.ts', 'the window goes nowhere, opens nothing and downloads nothing']],
  'links to the outside': [
    ['security/window-rules.test.ts', 'opens a listed page, and a mail to one address'],
    ['security/window-rules.test.ts', 'a mail takes nothing along'],
  ],
  permissions: [['e2e/security-window.e2e.ts', 'no permission and no device is granted, by any name']],
  channels: [
    ['security/channels.test.ts', 'two channels lead in, one leads out, and only two files know them'],
    ['e2e/security-calls.e2e.ts', 'only our page in our window is heard'],
    ['e2e/security-calls.e2e.ts', 'a call is refused by its name, its size, its form and its number'],
  ],
  'input, and SQL': [
    ['security/input-fuzz.test.ts', 'every field of every operation refuses what no field takes'],
    ['security/input-fuzz.test.ts', 'every field of every operation takes or refuses what is odd, and nothing breaks'],
  ],
  files: [
    ['security/chosen-files.test.ts', 'every operation that takes a token gets its file from the shell'],
    ['security/chosen-files.test.ts', 'appear whole, and replace a symbolic link instead of following it'],
    ['security/file-tokens.test.ts', 'given for one purpose is refused for another'],
    ['security/file-tokens.test.ts', 'expires after half an hour'],
  ],
  fuses: [['security/packaging.test.ts', 'every fuse is set, and none opens a way around the app']],
  packaging: [
    ['security/packaging.test.ts', 'the app is one archive with only native modules beside it'],
    ['security/lockfile.test.ts', 'no package may run a script when it is installed'],
  ],
  logs: [
    ['security/logs.test.ts', 'a defect is logged by its kind and its places in our code, without the texts it quotes'],
  ],
  encryption: [
    [
      'company-file/encryption/turn.test.ts',
      'turning encryption on leaves nothing in clear in the folder, and the same company',
    ],
    ['company-file/encryption/turn.test.ts', 'without its key nothing opens it, and nothing is changed'],
    ['company-file/encryption/turn.test.ts', 'the key file says nothing of the company and holds no key'],
  ],
  roles: [
    ['kernel/roles.test.ts', 'does what the table says in the ledger, and is refused all else by who may'],
    ['kernel/roles.test.ts', 'does what the table says of the main process'],
    ['company/company.test.ts', 'how soon the window locks is a supervisor’s to say; how lists look is anybody’s'],
  ],
  PINs: [
    ['company/people.test.ts', 'a wrong PIN changes nothing about who works, and the fourth try has to wait'],
    ['company/people.test.ts', 'stands nowhere in the file: neither the log, nor its hash, nor a draft'],
    ['company/recovery.test.ts', 'a wrong phrase, one with a wrong letter, and one that was replaced set no PIN'],
    [
      'company/recovery.test.ts',
      'the log says that the phrase was used, under the name whose PIN it set, and keeps neither',
    ],
    [
      'threads/restore-from-welcome.test.ts',
      'restoring from the welcome screen goes past no PIN: the company is opened, and an owner signs in',
    ],
  ],
  'the locked window': [
    [
      'e2e/lock.e2e.ts',
      'a locked window shows nothing of the company; the PIN brings the screen back with what was typed',
    ],
  ],
}

test.each(Object.entries(controls))('the control of %s has the tests that attack it', (_control, attacks) => {
  expect(attacks.length).toBeGreaterThan(0)
  for (const [file, title] of attacks)
    expect(
      readFileSync(join(import.meta.dirname, '..', file), 'utf8').includes(`test('${title}'`),
      `${file}: ${title}`,
    ).toBe(true)
})
