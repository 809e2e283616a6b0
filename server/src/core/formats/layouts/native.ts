import { commonMark } from '../../markdown/commonMark.ts';
import { ourSkeletons } from '../../model/skeletons/ours.ts';
import type { Layout } from './layout.ts';

/** The name of a program's manifest, at its root. */
export const manifestName = 'tickmark.yaml';

/** Our own: a manifest, or records in conventional folders. */
export const native: Layout = {
  name: 'native',
  markers: [manifestName],
  isToldByPages: false,
  folders: ['controls', 'narratives', 'policies', 'procedures', 'standards'],
  languages: ['markdown', 'yaml'],
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
