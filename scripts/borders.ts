// Arrows point one way (ARCHITECTURE.md). Each folder may import from itself and from the folders named here.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { waysBack } from './cycles.ts';

const core = 'server/src/core';
const borders: Record<string, readonly string[]> = {
  [`${core}/text`]: [],
  [`${core}/time`]: ['text'],
  [`${core}/catalog`]: ['text', 'yaml'],
  [`${core}/markdown`]: ['text'],
  [`${core}/yaml`]: ['text'],
  [`${core}/model`]: ['text', 'time', 'yaml', 'catalog'],
  [`${core}/formats`]: ['text', 'time', 'catalog', 'markdown', 'yaml', 'model'],
  [`${core}/program`]: ['text', 'time', 'catalog', 'model', 'formats'],
  [`${core}/rules`]: ['text', 'time', 'catalog', 'markdown', 'yaml', 'model', 'formats', 'program'],
  [`${core}/pages`]: ['text', 'time', 'catalog', 'model', 'program', 'rules'],
  [`${core}/features`]: [
    ...['text', 'time', 'catalog', 'markdown', 'yaml', 'model', 'formats', 'program', 'rules', 'pages'],
  ],
  [`${core}/exports`]: ['text', 'time', 'catalog', 'model', 'formats', 'program', 'rules'],
  [`${core}/engine`]: ['text', 'time', 'catalog', 'model', 'formats', 'program', 'rules'],
};
const faces: Record<string, readonly string[]> = {
  'server/src/workspace': [core],
  'server/src/cli': [
    ...[
      core,
      'server/src/workspace',
      'server/src/lsp',
      'server/src/version.ts',
      'drawing',
      'protocol/page.ts',
    ],
  ],
  'server/src/lsp': [core, 'server/src/workspace', 'server/src/version.ts', 'protocol'],
  'client/src': ['protocol', 'drawing'],
  drawing: ['protocol'],
  // The type of escaped text goes through to the client.
  protocol: [`${core}/pages/markdownText.ts`],
};

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts') && !name.includes('node_modules'))
    .map(name => join(folder, name));
}

/** What a file imports, as it says so. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const imports = /^(?:import|export)\s(?:[^;'"]*?\sfrom\s+)?'([^']+)'|\bimport\(\s*'([^']+)'/gm;
  return [...text.matchAll(imports)].map(([, stated, dynamic]) => stated ?? dynamic ?? '');
}

/** The files that a file imports, relative to here. */
function importedBy(file: string): string[] {
  const paths = importsOf(file).filter(name => name.startsWith('.'));
  return paths.map(path => relative('.', join(dirname(file), path)));
}

const broken: string[] = [];
function judge(folder: string, allowed: readonly string[]): void {
  for (const file of files(folder)) {
    for (const target of importedBy(file)) {
      if (![folder, ...allowed].some(border => target === border || target.startsWith(`${border}/`))) {
        broken.push(
          `${file}: imports ${target}; ${folder} may import only ${[folder, ...allowed].join(', ')}`,
        );
      }
    }
  }
}
for (const [folder, allowed] of Object.entries(borders)) {
  judge(
    folder,
    allowed.map(name => `${core}/${name}`),
  );
}
for (const [folder, allowed] of Object.entries(faces)) judge(folder, allowed);

// Nor do imports go in a circle, within a folder either. Types count too: who reads one of the files has to know the others.
const sources = ['server/src', 'client/src', 'protocol', 'drawing', 'scripts'].flatMap(files);
for (const [file, ...way] of waysBack(new Map(sources.map(name => [name, importedBy(name)]))))
  broken.push(`${file}: imports itself by way of ${way.join(' and ')}`);

// A file does one thing. One that is longer does several.
const mostLines = 400;
for (const file of [...sources, ...files('test')]) {
  const lines = readFileSync(file, 'utf8').split('\n').length - 1;
  if (lines > mostLines) broken.push(`${file}: has ${lines} lines; a file has at most ${mostLines}`);
}

// The core runs wherever JavaScript does: of packages it has only the YAML library, and that in one place.
for (const file of files(core)) {
  for (const name of importsOf(file).filter(name => !name.startsWith('.'))) {
    if (name === 'yaml' && file.startsWith(`${core}/yaml/`)) continue;
    broken.push(`${file}: imports the package ${name}; in ${core} only ${core}/yaml may import one, yaml`);
  }
}

// What client and server share is types, names, and HTML: each side has a library of its own.
for (const folder of ['protocol', 'drawing']) {
  for (const file of files(folder)) {
    for (const name of importsOf(file).filter(name => !name.startsWith('.')))
      broken.push(`${file}: imports the package ${name}; ${folder} may import none`);
  }
}

// The file system is called in one place: there every read looks first, and every write and removal is of what is ours.
const disk = 'server/src/workspace/disk';
for (const file of [...files('server/src'), ...files('client/src')]) {
  const calls = importsOf(file).some(name => /^(?:node:)?fs(?:\/|$)/.test(name));
  if (calls && !file.startsWith(`${disk}/`))
    broken.push(`${file}: imports the file system; only ${disk} calls it`);
}

// What people are shown goes through doors, a file for each: they take no text that is not yet escaped, or escape it.
const doors: readonly (readonly [folder: string, call: RegExp, ...files: string[]])[] = [
  [
    'server/src',
    /\bprocess\.std(?:out|err)\b/,
    ...['cli/terminal', 'cli/terminalAbilities', 'cli/print', 'lsp/channel'].map(
      name => `server/src/${name}.ts`,
    ),
  ],
  ['server/src', /\bMarkupKind\.Markdown\b/, 'server/src/lsp/markup.ts', 'server/src/lsp/abilities.ts'],
  ['server/src', /\.window\.show\w*Message\b/],
  ['server/src', /\bas TerminalText\b/, 'server/src/cli/terminalText.ts'],
  ['server/src', /\bas Markdown\b/, `${core}/pages/markdownText.ts`],
  ['client/src', /\bas (?:Markdown|Html)\b/],
  ['server/src', /\bas Html\b/],
  ['drawing', /\bas Html\b/, 'drawing/html.ts'],
  ['client/src', /\bnew (?:vscode\.)?MarkdownString\b/, 'client/src/views/tooltips.ts'],
  ['client/src', /\bwebview\.html\b/, 'client/src/views/draw.ts'],
  ['client/src', /\bshow\w+Message\b/, 'client/src/notices.ts'],
  ['client/src', /\b(?:show|create)(?:QuickPick|InputBox)\b/, 'client/src/commands/inputs.ts'],
  ['client/src', /\b(?:createStatusBarItem|setStatusBarMessage)\b/, 'client/src/views/statusBar.ts'],
];
for (const [folder, call, ...allowed] of doors) {
  for (const file of files(folder).filter(name => !allowed.includes(name))) {
    const code = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*/g, '');
    const [found] = call.exec(code) ?? [];
    const where = allowed.length > 0 ? `only ${allowed.join(' and ')} may` : 'nothing may';
    if (found !== undefined) broken.push(`${file}: shows text by ${found}; ${where}`);
  }
}

for (const line of broken) console.error(line);
process.exitCode = broken.length > 0 ? 1 : 0;
