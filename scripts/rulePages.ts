// Writes docs/rules/: the page of each rule and the list of all, from the rules themselves. With --check it writes nothing and
// fails where a page is not what its rule says.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { markdownOf } from '../server/src/core/pages/markdown.ts';
import type { Target } from '../server/src/core/pages/page.ts';
import { rulePage } from '../server/src/core/pages/rulePage.ts';
import { rulePagePath, rulesPage } from '../server/src/core/pages/rulesPage.ts';
import { rules } from '../server/src/core/rules/rules.ts';

const folder = join('docs', 'rules');

const hrefOf = (target: Target) => ('page' in target ? rulePagePath({ name: target.page }) : undefined);
const pages = new Map([['README.md', markdownOf(rulesPage(rules), hrefOf)]]);
for (const rule of rules) pages.set(rulePagePath(rule), markdownOf(rulePage(rule)));

const present = existsSync(folder)
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map(name => name.split(sep).join('/'))
      .filter(name => name.endsWith('.md'))
  : [];
const stale = [...new Set([...pages.keys(), ...present])].filter(
  name => !present.includes(name) || readFileSync(join(folder, name), 'utf8') !== pages.get(name),
);

if (process.argv.includes('--check')) {
  for (const name of stale) console.error(`docs/rules/${name} is not current: run \`npm run generate\`.`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const name of stale) {
    const [file, page] = [join(folder, name), pages.get(name)];
    mkdirSync(dirname(file), { recursive: true });
    if (page === undefined) rmSync(file);
    else writeFileSync(file, page);
  }
}
