// The house of ARCHITECTURE: who may import whom. The rules are made from the table in scripts/house.mjs: what is not in it
// is refused, type imports included. Each rule's comment is what a person reads who has broken it.
import { builtinModules } from 'node:module'
import { MODULES, ROOMS } from './scripts/house.mjs'

const modules = MODULES.map(({ name }) => name)
const oneOf = (/** @type {readonly string[]} */ names) => `(?:${names.join('|')})`
const escaped = (/** @type {string} */ text) => text.replaceAll('.', '\\.').replaceAll('*', '[^/]*')

/** The files of a room, for a module or for several. @param {string} room @param {readonly string[]} of */
const filesOf = (room, of) => {
  const path = escaped(room).replace('<module>', oneOf(of))
  return /\.tsx?$/.test(room) ? `^${path}$` : `^${path}/`
}

/** What a name in the table's last column stands for. @param {string} name @param {readonly string[]} of */
const target = (name, of) => {
  if (name.startsWith('src-')) return filesOf(name, of)
  if (name === 'node') return `^(node:)?${oneOf(builtinModules)}$`
  return `(^|/)node_modules/(@types/)?${escaped(name)}/`
}

/**
 * @param {string} name
 * @param {string} comment
 * @param {import('dependency-cruiser').IRegularForbiddenRuleType['from']} from
 * @param {import('dependency-cruiser').IRegularForbiddenRuleType['to']} to
 */
const forbid = (name, comment, from, to) => ({ name, comment, severity: /** @type {const} */ ('error'), from, to })

/** A room imports what its row allows; a module's room that of itself and of the modules before it. */
const rows = ROOMS.flatMap(({ room, may }) =>
  room.includes('<module>')
    ? modules.map((name, at) => ({
        name: room.replace('<module>', name),
        of: modules.slice(0, at + 1),
        own: [name],
        room,
        may,
      }))
    : [{ name: room, of: modules, own: modules, room, may }],
).map(({ name, of, own, room, may }) =>
  forbid(
    name,
    `${name} may import ${[room, ...may].join(', ')}${room === name ? '' : `; of the modules ${of.join(', ')}`}. Pass in what else it needs.`,
    { path: filesOf(room, own) },
    {
      pathNot: [
        filesOf(room, of),
        // Of all that is shared a module sees its own and what is before it.
        ...may.flatMap((each) =>
          each === 'src-shared' && room !== name
            ? [
                'src-shared/domain',
                'src-shared/kit',
                'src-shared/keys-and-menu',
                'src-shared/contract.ts',
                'src-shared/<module>',
                // Sentences are made where they are shown.
                ...(room.startsWith('src-renderer') ? ['src-shared/refusals.ts'] : []),
              ].map((one) => target(one, of))
            : [target(each, of)],
        ),
        String.raw`\.(css|sql)(\?raw)?$`,
      ],
    },
  ),
)

/** @param {string} name @param {string} owner @param {string} comment */
const onlyIn = (name, owner, comment) =>
  forbid(`${name}-only-in-${owner}`, comment, { pathNot: `^${escaped(owner)}` }, { path: target(name, []) })

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    forbid('no-cycles', 'Two files that need each other are one idea, or need a third.', {}, { circular: true }),
    forbid('resolves', 'The imported file or package does not exist.', {}, { couldNotResolve: true }),
    ...rows,
    forbid(
      'has-a-room',
      'Every file stands in a room of the house: give it one, or the house a row in scripts/house.mjs.',
      { path: '^src-', pathNot: ROOMS.map(({ room }) => filesOf(room, modules)) },
      {},
    ),
    forbid(
      'screens-do-not-import-each-other',
      'What two screens share stands beside them in their module, or is asked for by navigation.',
      { path: '^src-renderer/([^/]+/[^/]+)/', pathNot: '^src-renderer/window/' },
      {
        path: `^src-renderer/${oneOf(modules)}/[^/]+/[A-Z][A-Za-z]*Screen\\.tsx$`,
        pathNot: ['^src-renderer/$1/', '^src-renderer/billing/entry/'],
      },
    ),
    onlyIn(
      'decimal.js',
      'src-shared/domain/amounts/money.ts',
      'Amounts are integers in minor units; money.ts does the arithmetic.',
    ),
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
