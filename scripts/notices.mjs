// The notices that go with what is handed out: the terms of every package that was bundled into it.
// Plain JavaScript, for what bundles runs it on Node 20.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './toolchain.mjs';

/** What the file is called that stands beside the bundles. */
export const noticesName = 'THIRD-PARTY-NOTICES.txt';

/** The licenses (SPDX ids) that let a program hand on a package with nothing but its terms beside it. */
const permissive = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
]);
const isLicense = name => /^(?:licen[sc]e|copying)(?:[.-].*)?$/i.test(name);
const isNotice = name => /^(?:notice|third-?party-?notices?)(?:\..*)?$/i.test(name);

/**
 * Where the packages lie, relative to the folder above `node_modules`, of which esbuild read a file for a bundle, sorted.
 * @param {readonly { readonly inputs: Readonly<Record<string, unknown>> }[]} metafiles what esbuild says of each bundle
 */
export function packagesIn(metafiles) {
  const inputs = metafiles.flatMap(({ inputs }) => Object.keys(inputs));
  const packages = inputs.map(
    path => /^(?:\S+:)?(.*\bnode_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? '',
  );
  return [...new Set(packages)].filter(path => path !== '').sort();
}

/**
 * The notices as one plain text: for each package its name, version and license, and the texts that it brings of them. The
 * same packages give the same text.
 * @param {readonly { readonly inputs: Readonly<Record<string, unknown>> }[]} metafiles what esbuild says of each bundle
 * @param {string} folder the one above `node_modules`
 * @throws {Error} where a package brings no text of its license, or has none that is permissive
 */
export function noticesOf(metafiles, folder = root) {
  const sections = new Map();
  for (const path of packagesIn(metafiles)) {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, path, 'package.json'), 'utf8'));
    const title = `${name} ${version}`;
    if (!permissive.has(license)) {
      throw new Error(
        `${path}: ${title} is bundled, and its license (${JSON.stringify(license) ?? 'none stated'}) is not on the list in scripts/notices.mjs. Add it there if it lets anybody hand the package on with its terms; else do without the package.`,
      );
    }
    const names = readdirSync(join(folder, path)).sort();
    if (!names.some(isLicense)) {
      throw new Error(
        `${path}: ${title} is bundled and has no file LICENSE, so its terms cannot be handed on. Use a version that has one, or do without the package.`,
      );
    }
    const texts = [...names.filter(isLicense), ...names.filter(isNotice)].map(file =>
      readFileSync(join(folder, path, file), 'utf8')
        .replace(/\r\n?/g, '\n')
        .trim(),
    );
    sections.set(title, [title, `License: ${license}`, '', texts.join('\n\n')].join('\n'));
  }
  const rule = `\n\n${'-'.repeat(80)}\n\n`;
  const head = 'Tickmark contains the following packages. These are their terms.';
  const sorted = [...sections].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, section]) => section);
  return `${[head, ...sorted].join(rule)}\n`;
}
