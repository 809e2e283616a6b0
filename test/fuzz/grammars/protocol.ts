// What a client may do: a JSON text a line, each a step of the kinds below.
import type { Random } from '../../../bench/generator/random.ts';
import { kinds } from '../../../server/src/core/model/kinds.ts';
import { mutated } from '../mutators.ts';
import { manifestText } from './manifest.ts';
import { markdownText } from './markdown.ts';
import { recordKinds, recordsText } from './records.ts';
import { sentence, signs } from './words.ts';

/** A path is relative to the one folder that is open. */
export type ProtocolStep = FileStep | MessageStep;

/** Something that happens to a document. A part of a buffer is edited, by shares of its length. */
export type FileStep =
  | { readonly does: 'open' | 'write'; readonly path: string; readonly text: string }
  | {
      readonly does: 'edit';
      readonly path: string;
      readonly from: number;
      readonly to: number;
      readonly text: string;
    }
  | { readonly does: 'close' | 'remove'; readonly path: string };

/** A request or notification with params of any form, in which `@` stands for the URI of the folder. */
export interface MessageStep {
  readonly does: 'ask' | 'tell';
  readonly method: string;
  readonly params: unknown;
}

/** How the client counts, by the first line. */
export const clientForms = ['bytes', 'units', 'vscode', 'nothing'] as const;

/** Whether a step is a message. */
export function isMessage(step: ProtocolStep): step is MessageStep {
  return step.does === 'ask' || step.does === 'tell';
}

/** Whether a value is a step: what was made smaller may be none any more. */
export function isStep(value: unknown): value is ProtocolStep {
  if (typeof value !== 'object' || value === null) return false;
  const said = new Map<string, unknown>(Object.entries(value));
  const isText = (...names: readonly string[]) => names.every(name => typeof said.get(name) === 'string');
  switch (said.get('does')) {
    case 'open':
    case 'write':
      return isText('path', 'text');
    case 'edit':
      return isText('path', 'text') && ['from', 'to'].every(name => typeof said.get(name) === 'number');
    case 'close':
    case 'remove':
      return isText('path');
    case 'ask':
    case 'tell':
      return isText('method');
    default:
      return false;
  }
}

/** A whole exchange. */
export function protocolText(random: Random): string {
  const steps = Array.from({ length: random.whole(3, 25) }, () => stepOf(random));
  return [random.pick(clientForms), ...steps].map(step => JSON.stringify(step)).join('\n');
}

function stepOf(random: Random): ProtocolStep {
  const [path, text] = documentOf(random);
  const kind = random.next();
  if (kind < 0.2) return { does: 'open', path, text };
  if (kind < 0.45) {
    const from = random.next();
    const put = random.chance(0.5) ? random.pick(signs) : sentence(random);
    return {
      does: 'edit',
      path,
      from,
      to: random.chance(0.5) ? from : Math.min(1, from + random.next() / 4),
      text: put,
    };
  }
  if (kind < 0.55) return { does: 'write', path, text };
  if (kind < 0.6) return { does: 'remove', path };
  if (kind < 0.65) return { does: 'close', path };
  if (kind < 0.93) return { does: 'ask', ...questionOf(random, path) };
  return { does: 'tell', ...noticeOf(random, path) };
}

function documentOf(random: Random): readonly [path: string, text: string] {
  const kind = random.pick(recordKinds.slice(0, 4));
  const folder = kinds[kind].folder ?? '';
  const made = (text: string) => mutated(random, text, () => recordsText(random, kind)).slice(0, 3000);
  switch (random.whole(0, 2)) {
    case 0:
      return [`${folder}/a.md`, made(markdownText(random, kind))];
    case 1:
      return [`${folder}/b.yaml`, made(recordsText(random, kind))];
    default:
      return ['tickmark.yaml', made(manifestText(random))];
  }
}

/** Of a document that is pulled nothing is pushed any more, so none is. */
const methods = [
  ...['textDocument/hover', 'textDocument/completion', 'textDocument/definition', 'textDocument/codeAction'],
  ...['workspace/executeCommand', 'workspace/textDocumentContent', 'tickmark/tree'],
  ...['tickmark/page', 'tickmark/pages', 'tickmark/status', 'tickmark/chooseReport', 'tickmark/scopeEdit'],
  ...[
    'tickmark/proposals',
    'tickmark/acceptProposals',
    'tickmark/newManifest',
    'tickmark/startFolder',
    'tickmark/newRecord',
    'tickmark/presetEdit',
    'textDocument/foldingRange',
    'no/such',
    '$/no',
  ],
] as const;

function questionOf(random: Random, path: string): { readonly method: string; readonly params: unknown } {
  const method = random.pick(methods);
  if (random.chance(0.1)) return { method, params: odd(random) };
  const position = positionOf(random);
  return {
    method,
    params: {
      textDocument: { uri: random.chance(0.9) ? `@/${path}` : odd(random) },
      position,
      range: { start: position, end: positionOf(random) },
      context: { diagnostics: [], ...(random.chance(0.2) ? { only: ['quickfix', ''] } : {}) },
      command: 'tickmark.applyEdit',
      arguments: [odd(random)],
      uri: `@/${path}`,
      view: 'coverage',
      ...(random.chance(0.5)
        ? { node: random.pick(['', '@', 'report/soc2', '%|', 'x|report/soc2/security']) }
        : {}),
      root: '@',
      preset: random.pick(['start', 'strict', 'x']),
      page: random.pick(['CC6.1', 'CC6', 'security', 'DC 3', 'criteria/unknown', 'what-next', 'x', '']),
      ...(random.chance(0.5) ? { document: `@/${path}` } : {}),
      accepted: [
        { uri: `@/${path}`, record: random.whole(0, 2), criteria: ['CC6.1', random.pick(['CC6.2', 'x: y'])] },
      ],
      ...{ report: 'x', categories: random.pick([['privacy'], [], ['x: y', '#']]) },
      answers: answersOf(random),
      folder: folderOf(random),
      ...{ organization: random.pick(['Acme', 'a: b', '"', '']), kind: 'soc2', type: 1 },
      at: { textDocument: { uri: `@/${path}` }, position },
    },
  };
}

/** What a new record is to say; each answer may be missing, fit, or be none that anybody would give. */
function answersOf(random: Random): unknown {
  if (random.chance(0.05)) return odd(random);
  const text = () =>
    random.pick([sentence(random), random.pick(signs), 'a: b\n- c', '  ', '\u0000', '\ud800']);
  const id = () => random.pick(['index', 'README', '../x', 'a/b', 'CON', 'AC-01', 'x', text()]);
  const answers = {
    kind: random.chance(0.8) ? random.pick(Object.keys(kinds)) : odd(random),
    criterion: random.pick(['CC6.1', '', 'CC6', 'x', odd(random)]),
    among: random.pick(['CC6.1\nCC6.2', 'x\n', '', odd(random)]),
    control: random.pick(['AC-01', '', 'x', odd(random)]),
    title: random.chance(0.8) ? text() : odd(random),
    id: random.chance(0.8) ? id() : odd(random),
  };
  return Object.fromEntries(Object.entries(answers).filter(() => random.chance(0.75)));
}

function folderOf(random: Random): unknown {
  if (random.chance(0.1)) return odd(random);
  return random.pick([
    '@',
    '@',
    '@/controls',
    '@/controls/',
    '@/../x',
    '@/a b',
    '@/templates',
    '@/.x',
    '@/%2e%2e',
  ]);
}

function noticeOf(random: Random, path: string): { readonly method: string; readonly params: unknown } {
  const method = random.pick([
    ...['textDocument/didOpen', 'textDocument/didChange', 'textDocument/didClose', 'textDocument/didSave'],
    ...['workspace/didChangeWatchedFiles', 'workspace/didChangeConfiguration'],
    ...['$/cancelRequest', '$/setTrace', 'no/such'],
  ]);
  if (method === 'workspace/didChangeWatchedFiles' && random.chance(0.6))
    return {
      method,
      params: {
        changes: [
          { uri: random.pick([`@/${path}`, '@', 'x:', '@/gone.md', '@/controls']), type: random.whole(0, 4) },
        ],
      },
    };
  if (method === '$/cancelRequest') return { method, params: { id: random.whole(0, 40) } };
  return {
    method,
    params: { textDocument: { uri: `other://${path}` }, contentChanges: odd(random), event: odd(random) },
  };
}

function positionOf(random: Random): unknown {
  if (random.chance(0.05)) return odd(random);
  const most = random.pick([3, 20, 20, 1e6, 2 ** 31 - 1]);
  return { line: random.whole(0, Math.min(most, 30)), character: random.whole(0, most) };
}

function odd(random: Random): unknown {
  return random.pick([
    null,
    -1,
    1.5,
    2 ** 53,
    '',
    'x',
    [],
    {},
    true,
    [null],
    { line: -1, character: 'x' },
    { uri: 5 },
    '@',
    '%zz:',
    'file:///%00',
  ]);
}
