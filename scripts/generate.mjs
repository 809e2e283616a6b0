// `npm run generate`: writes what is made from the sources, on any Node from 20 on: schemas/, snippets/, docs/rules/ and the
// tables of docs/. With --check it writes nothing and fails where something is not current.
import { install, modernNode, run } from './toolchain.mjs';

install();
const scripts = ['schemas', 'snippets', 'rulePages', 'keyTables', 'commandPage'];
const failed = scripts.filter(
  name => run(modernNode(), [`scripts/${name}.ts`, ...process.argv.slice(2)]) !== 0,
);
process.exit(failed.length > 0 ? 1 : 0);
