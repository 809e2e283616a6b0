import type { ForeignLayout } from './layout.ts';

/** A project of OpenControl: its components are counted, and the standards that they name are listed. */
export const openControl: ForeignLayout = {
  markers: ['opencontrol.yaml', 'opencontrol.yml'],
  notice,
};

function notice(paths: readonly string[], read: (path: string) => string | undefined): string {
  const components = paths.filter(path => /(?:^|\/)component\.ya?ml$/.test(path));
  const standards = new Set<string>();
  for (const path of components) {
    for (const [, value = ''] of (read(path) ?? '').matchAll(/^[ \t-]*standard_key:([^\r\n]*)/gm)) {
      const standard = value.trim().replace(/^["']|["']$/g, '');
      if (standard !== '') standards.add(standard);
    }
  }
  const what = `OpenControl project with ${components.length === 1 ? '1 component' : `${components.length} components`}`;
  if (standards.size === 0) return `${what} that name no standard: there is nothing to check.`;
  const names = [...standards].sort().join(', ');
  const ours = [...standards].some(name => /tsc|soc ?2|trust services/i.test(name));
  return ours
    ? `${what}, measured against ${names}: components are not read yet, so nothing is checked.`
    : `${what}, measured against ${names}, another catalog than the Trust Services Criteria: there is nothing to check.`;
}
