import type { ESTree, Plugin } from 'vite';

/** What a call needs of an endpoint. The rest is for the server, which checks what it is given. */
const kept = new Set(['method', 'path']);

/** A stretch of a source that is replaced. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Leaves out of the contract what the console does not use: the shapes of what endpoints take and answer (the server checks, and its tests check the answers), and every shape that no page
 * reads by itself. To build them all took a fifth of the time until the inbox stands.
 */
export function leanContractPlugin(): Plugin {
  return {
    name: 'fairlead-lean-contract',
    enforce: 'pre',
    transform: {
      filter: { id: /\/packages\/contract\/src\/[^/]+\.ts$/ },
      handler(code) {
        const program = this.parse(code, { lang: 'ts' });
        const edits: Edit[] = [];
        for (const statement of program.body) {
          const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
          if (declaration?.type !== 'VariableDeclaration') continue;
          for (const { init } of declaration.declarations) {
            if (!init) continue;
            const calls = callsIn(init);
            if (calls.length === 0) continue;
            // Whoever builds drops what is pure and unused; that a chain of calls is, it cannot know.
            edits.push({ start: init.start, end: init.start, text: '/* @__PURE__ */ (() => (' });
            edits.push({ start: init.end, end: init.end, text: '))()' });
            for (const call of calls) edits.push(...withoutShapes(call));
          }
        }
        return edits.length > 0 ? { code: apply(code, edits), map: null } : null;
      },
    },
  };
}

/** `endpoint({ method, path, … })` as an object of what is kept. */
function withoutShapes(call: ESTree.CallExpression): Edit[] {
  const [definition] = call.arguments;
  if (call.callee.type !== 'Identifier' || call.callee.name !== 'endpoint') return [];
  if (definition?.type !== 'ObjectExpression') return [];
  const removed = definition.properties.filter(
    (it) => it.type === 'Property' && !(it.key.type === 'Identifier' && kept.has(it.key.name)),
  );
  return [
    { start: call.callee.start, end: call.callee.end, text: '' },
    // A comma stays behind each; an empty value of a key that nobody reads stands for it.
    ...removed.map(({ start, end }) => ({ start, end, text: '_: 0' })),
  ];
}

/** The calls in an expression, outside of functions: those that run when the module is read. */
function callsIn(expression: ESTree.Node): ESTree.CallExpression[] {
  const found: ESTree.CallExpression[] = [];
  const look = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(look);
    if (!isNode(node) || /Function/.test(node.type)) return;
    if (node.type === 'CallExpression') found.push(node);
    for (const child of Object.values(node)) look(child);
  };
  look(expression);
  return found;
}

const isNode = (value: unknown): value is ESTree.Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && 'type' in value;

function apply(code: string, edits: readonly Edit[]): string {
  let made = '';
  let at = 0;
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start)) {
    made += code.slice(at, start) + text;
    at = end;
  }
  return made + code.slice(at);
}
