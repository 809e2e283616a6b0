import { commonMark } from '../../markdown/commonMark.ts';
import { ourSkeletons } from '../../model/skeletons/ours.ts';
import type { Layout } from './layout.ts';

/** The name of a program's manifest, at its root. */
export const manifestName = 'tickmark.yaml';

/** The names by which a manifest is read. Of two that are there the first counts. */
export const manifestNames: readonly string[] = [manifestName, 'tickmark.yml'];

/** Whether a path relative to a program's root is that of a manifest. */
export function isManifest(path: string): boolean {
  return manifestNames.includes(path);
}

/** Our own: a manifest, or records in conventional folders. */
export const native: Layout = {
  name: 'native',
  markers: manifestNames,
  isToldByPages: false,
  folders: ['controls', 'narratives', 'policies', 'procedures', 'standards'],
  languages: ['markdown', 'yaml', 'csv'],
  isFlat: false,
  elsewhere: 'everything',
  pages: 'never',
  dialect: commonMark,
  hasOptionalFence: false,
  hasKeys: true,
  hasStatus: true,
  hasManifest: true,
  skeletons: ourSkeletons,
  cron: 'usual',
  holdsFiles: true,
  hasFinalFields: false,
};
