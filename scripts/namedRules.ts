// Every rule under server/src/core/rules/groups is named in rules.ts, and its file is named after it: a rule that the list
// leaves out is never run, and no test misses it.
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

const home = join('server', 'src', 'core', 'rules');
const list = readFileSync(join(home, 'rules.ts'), 'utf8');
const named = new Map(
  [...list.matchAll(/^import \{ rule as (\w+) \} from '\.\/groups\/([^']+)';$/gm)].map(
    ([, local = '', path = '']) => [path, local],
  ),
);
const listed = new Set(list.slice(list.indexOf('= [')).match(/\b\w+\b/g) ?? []);

const broken: string[] = [];
for (const name of readdirSync(join(home, 'groups'), { recursive: true, encoding: 'utf8' }).sort()) {
  const path = name.split(sep).join('/');
  const text = path.endsWith('.ts') ? readFileSync(join(home, 'groups', name), 'utf8') : '';
  if (!/^export const rule\b/m.test(text)) continue;
  const local = named.get(path);
  if (local === undefined || !listed.has(local)) {
    broken.push(`groups/${path}: rules.ts does not name this rule, so it is never run.`);
  }
  const wanted = path.slice(0, -3).replace(/(?<=\w)[A-Z]/g, capital => `-${capital.toLowerCase()}`);
  const [, said] = /^ {2}name: '([^']+)'/m.exec(text) ?? [];
  if (said !== wanted) broken.push(`groups/${path}: the rule in this file is called ${said}, not ${wanted}.`);
}
for (const line of broken) console.error(line);
process.exitCode = broken.length > 0 ? 1 : 0;
