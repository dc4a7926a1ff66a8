// The house of docs/ARCHITECTURE: who may import whom. Arrows run one way:
//   domain <- contract <- commands | queries <- kernel <- host <- shell, and the renderer sees src-shared only.
// Type imports count. Each rule's comment is what a person reads who has broken it.

const SHARED = '^src-shared/'
const MAIN = '^src-main/'
const RENDERER = '^src-renderer/'
const LEDGER = '^src-main/(commands|queries|kernel|db|exchange|documents)/'

/** @param {string} name of a package in node_modules */
const packageNamed = (name) => `(^|/)node_modules/(@types/)?${name}/`

/**
 * A rule that nothing matched by `from` imports anything matched by `to`.
 * @param {string} name
 * @param {string} comment
 * @param {import('dependency-cruiser').IRegularForbiddenRuleType['from']} from
 * @param {import('dependency-cruiser').IRegularForbiddenRuleType['to']} to
 */
const forbid = (name, comment, from, to) => ({ name, comment, severity: /** @type {const} */ ('error'), from, to })

/**
 * A package that only one folder or file may import.
 * @param {string} name
 * @param {string} owner
 * @param {string} comment
 */
const onlyIn = (name, owner, comment) =>
  forbid(`${name}-only-in-${owner.replace(/^\^/, '')}`, comment, { pathNot: owner }, { path: packageNamed(name) })

/** A folder of src-main that must not know the folders above it. @param {string} folder @param {string} above */
const below = (folder, above) =>
  forbid(
    `${folder}-knows-nothing-above-it`,
    `${folder} serves ${above.replaceAll('|', ', ')}: pass in what it needs instead of importing them.`,
    { path: `${MAIN}${folder}/` },
    { path: `${MAIN}(${above})/` },
  )

/** A folder of the window that serves the folders above it and knows none. @param {string} folder @param {string} above */
const storeyBelow = (folder, above) =>
  forbid(
    `window-${folder}-knows-nothing-above-it`,
    `${folder} serves ${above.replaceAll('|', ', ')}: pass in what it needs instead of importing them.`,
    { path: `${RENDERER}${folder}/` },
    { path: `${RENDERER}(${above})/` },
  )

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    forbid('no-cycles', 'Two files that need each other are one idea, or need a third.', {}, { circular: true }),
    forbid('resolves', 'The imported file or package does not exist.', {}, { couldNotResolve: true }),

    forbid(
      'shared-imports-no-process',
      'src-shared runs in the window, the workers and the tests: no Node, no Electron, no folder of either process.',
      { path: SHARED },
      { path: [MAIN, RENDERER, '^test/', '^scripts/'] },
    ),
    forbid(
      'shared-imports-no-node',
      'src-shared also runs in the window.',
      { path: SHARED },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'domain-is-pure',
      'The domain holds rules only. Its one package is decimal.js, in money.ts.',
      { path: `${SHARED}domain/` },
      { pathNot: [`${SHARED}domain/`, packageNamed('decimal\\.js')] },
    ),
    forbid(
      'contract-imports-domain-and-zod',
      'The contract declares operations in terms of the domain.',
      { path: `${SHARED}contract/` },
      { pathNot: [`${SHARED}(contract|domain)/`, packageNamed('zod')] },
    ),
    forbid(
      'actions-import-shared-only',
      'Actions are plain data about what a clerk can do.',
      { path: `${SHARED}actions/` },
      { pathNot: SHARED },
    ),

    below('db', 'exchange|documents|commands|queries|kernel|host|shell'),
    below('exchange', 'commands|queries|kernel|host|shell'),
    below('documents', 'commands|queries|kernel|host|shell'),
    below('commands', 'kernel|host|shell'),
    below('queries', 'commands|kernel|host|shell'),
    below('kernel', 'host|shell'),
    below('host', 'shell'),
    forbid(
      'shell-reaches-the-ledger-through-the-host',
      'The shell asks the host, by operation name. It may name types of what lies below.',
      { path: `${MAIN}shell/` },
      { path: LEDGER, dependencyTypesNot: ['type-only'] },
    ),
    forbid('main-imports-no-window', 'The main process knows nothing of React.', { path: MAIN }, { path: RENDERER }),

    forbid(
      'renderer-sees-shared-only',
      'The window reaches the ledger through api, by the contract, never by import (types neither).',
      { path: RENDERER },
      { path: [MAIN, '^test/', '^scripts/'] },
    ),
    forbid('renderer-has-no-node', 'The window is sandboxed.', { path: RENDERER }, { dependencyTypes: ['core'] }),
    forbid(
      'screens-do-not-import-each-other',
      'What two screens share belongs in ui, or is asked for by navigation.',
      { path: `${RENDERER}screens/([^/]+)/` },
      { path: `${RENDERER}screens/[^/]+/`, pathNot: `${RENDERER}screens/$1/` },
    ),
    storeyBelow('keyboard', 'api|ui|lists|print|entry|screens|window'),
    storeyBelow('api', 'keyboard|ui|lists|print|entry|screens|window'),
    storeyBelow('theme', 'keyboard|api|ui|lists|print|entry|screens|window'),
    storeyBelow('ui', 'api|lists|print|entry|screens|window'),
    storeyBelow('lists', 'entry|screens|window'),
    storeyBelow('print', 'entry|screens|window'),
    storeyBelow('entry', 'screens|window'),
    storeyBelow('screens', 'window'),

    onlyIn(
      'decimal\\.js',
      `${SHARED}domain/money\\.ts$`,
      'Amounts are integers in minor units; money.ts does the arithmetic.',
    ),
    onlyIn('electron', `${MAIN}shell/`, 'Everything else runs and is tested in plain Node.'),
    onlyIn('better-sqlite3', `${MAIN}db/`, 'db is the only importer of the driver.'),
    onlyIn('drizzle-orm', `${MAIN}db/`, 'db exports the query builder that commands and queries use.'),
    onlyIn('pdfkit', `${MAIN}documents/`, 'documents turns data into PDF.'),
    onlyIn('papaparse', `${MAIN}exchange/`, 'exchange reads and writes files of other programs.'),
  ],
  options: {
    // TypeScript 7 has no parser that other programs can call, so swc reads the files, type imports included.
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.d.ts', '.mjs', '.js', '.cjs', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'types', 'default'],
    },
  },
}
