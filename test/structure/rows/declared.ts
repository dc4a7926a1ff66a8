import path from 'node:path'
import { API, ElementFlags, SymbolFlags, TypeFlags } from 'typescript/unstable/sync'
import type { Checker, Project, TupleType, Type, TypeReference } from 'typescript/unstable/sync'
import type { Node, SourceFile } from 'typescript/unstable/ast'
import { isCallExpression, isPropertyAccessExpression } from 'typescript/unstable/ast/is'

/** What a connection is asked with. */
export const METHODS = ['all', 'get', 'value', 'rows', 'iterateRows', 'run', 'insert'] as const
export type Method = (typeof METHODS)[number]

export interface DeclaredColumn {
  /** `number`, `text`, `null`; anything else cannot come from a file. */
  readonly kinds: ReadonlySet<string>
  /** The values it may have, where the type lists them all. */
  readonly only: ReadonlySet<string | number> | null
  /** Rows without the column fit too. */
  readonly optional: boolean
}

export interface DeclaredRow {
  /** Whether its columns have names, or places from 0 on. */
  readonly byName: boolean
  readonly columns: ReadonlyMap<string, DeclaredColumn>
  /** There may be columns besides. */
  readonly open: boolean
}

/** Every place of `src-main` that asks a connection, `src-main/cash/facts/batch.ts:13:20`, and the row it says it gets. */
export type Declared = ReadonlyMap<string, DeclaredRow>

const ROOT = path.resolve(import.meta.dirname, '../../..')
const CONNECTION = 'src-main/db/connection.ts'

/**
 * Reads it from the source by the compiler.
 * @param changed text of files in place of what is on the disk, by path below the root
 */
export function declaredRows(changed: Readonly<Record<string, string>> = {}): Declared {
  const changes = new Map(Object.entries(changed).map(([file, text]) => [path.join(ROOT, file), text]))
  const api = new API({ cwd: ROOT, fs: { readFile: (file) => changes.get(file) } })
  try {
    const config = path.join(ROOT, 'src-main/tsconfig.json')
    const project = api.updateSnapshot({ openProjects: [config] }).getProject(config)
    if (project === undefined) throw new Error('the compiler does not know src-main')
    return new Map(
      project.program
        .getSourceFileNames()
        .filter((file) => file.startsWith(path.join(ROOT, 'src-main/')))
        .flatMap((file) => currencyOfChoice(project, project.program.getSourceFile(file))),
    )
  } finally {
    api.close()
  }
}

const isMethod = (name: string): name is Method => METHODS.some((method) => method === name)

function currencyOfChoice(project: Project, file: SourceFile | undefined): readonly (readonly [string, DeclaredRow])[] {
  if (file === undefined) return []
  const found: (readonly [string, DeclaredRow])[] = []
  const visit = (node: Node): void => {
    if (isCallExpression(node) && isPropertyAccessExpression(node.expression)) {
      const { name } = node.expression
      const row = isMethod(name.text) ? rowOf(project.checker, node, name.text) : undefined
      if (row !== undefined) found.push([placeOf(file, name.getStart(file)), row])
    }
    node.forEachChild(visit)
  }
  visit(file)
  return found
}

const placeOf = (file: SourceFile, position: number): string => {
  const { line, character } = file.getLineAndCharacterOfPosition(position)
  return `${path.relative(ROOT, file.fileName)}:${line + 1}:${character + 1}`
}

/** Nothing is read, or nothing of what is read. */
const UNREAD: DeclaredRow = { byName: false, columns: new Map(), open: true }

const byPlace = (columns: readonly DeclaredColumn[], open: boolean): DeclaredRow => ({
  byName: false,
  columns: new Map(columns.map((column, at) => [String(at), column])),
  open,
})

/** Undefined where the call is another thing's of the same name, such as a Map's. */
function rowOf(checker: Checker, call: Node, method: Method): DeclaredRow | undefined {
  const signature = checker.getResolvedSignature(call)
  if (signature?.declaration?.path.toLowerCase().endsWith(CONNECTION) !== true) return undefined
  const result = checker.getReturnTypeOfSignature(signature)
  if (result === undefined || method === 'run' || method === 'insert') return UNREAD
  if (method === 'value') return valueOf(columnOf(checker, result))
  const row = method === 'get' ? withoutUndefined(result) : checker.getTypeArguments(result as TypeReference)[0]
  if (row === undefined || (row.flags & TypeFlags.AnyOrUnknown) !== 0) return UNREAD
  if (checker.isTupleType(row)) return tupleOf(checker, row as TypeReference)
  const columns = checker.getPropertiesOfType(row).map((property): readonly [string, DeclaredColumn] => {
    const column = columnOf(checker, checker.getTypeOfSymbol(property))
    return [property.name, { ...column, optional: (property.flags & SymbolFlags.Optional) !== 0 }]
  })
  return { byName: true, columns: new Map(columns), open: false }
}

/** Where nothing is said of a value, it may be anything: only whether there is one is asked. */
const valueOf = (column: DeclaredColumn): DeclaredRow => (column.kinds.size === 3 ? UNREAD : byPlace([column], false))

const tupleOf = (checker: Checker, row: TypeReference): DeclaredRow => {
  const { elementFlags } = row.getTarget() as TupleType
  const elements = checker.getTypeArguments(row)
  const isFixed = (_: Type, at: number): boolean => ((elementFlags[at] ?? 0) & ElementFlags.Fixed) !== 0
  const fixed = elements.filter(isFixed)
  return byPlace(
    fixed.map((element) => columnOf(checker, element)),
    fixed.length < elements.length,
  )
}

const withoutUndefined = (type: Type): Type | undefined => {
  const left = eachOf(type).filter(({ flags }) => (flags & TypeFlags.Undefined) === 0)
  return left.length === 1 ? left[0] : undefined
}

const eachOf = (type: Type): readonly Type[] => (type.isUnionType() ? type.getTypes().flatMap(eachOf) : [type])

function columnOf(checker: Checker, type: Type | undefined): DeclaredColumn {
  const parts = type === undefined ? [] : eachOf(type).filter(({ flags }) => (flags & TypeFlags.Undefined) === 0)
  const values = parts.filter(({ flags }) => (flags & TypeFlags.Null) === 0)
  const only = values.flatMap((part) => (part.isStringLiteralType() || part.isNumberLiteralType() ? [part.value] : []))
  return {
    kinds: new Set(parts.map((part) => kindOf(checker, part))),
    only: only.length === values.length ? new Set(only) : null,
    optional: false,
  }
}

/** A brand is an intersection with what it brands. */
function kindOf(checker: Checker, type: Type): string {
  if (type.isIntersectionType()) {
    const kinds = type.getTypes().map((part) => kindOf(checker, part))
    return kinds.find((kind) => kind === 'number' || kind === 'text') ?? checker.typeToString(type)
  }
  if ((type.flags & TypeFlags.Null) !== 0) return 'null'
  if ((type.flags & TypeFlags.NumberLike) !== 0) return 'number'
  if ((type.flags & TypeFlags.StringLike) !== 0) return 'text'
  return checker.typeToString(type)
}
