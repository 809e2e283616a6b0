import { commonMark } from '../../markdown/commonMark.ts';
import { ourSkeletons } from '../../model/skeletons/ours.ts';
import type { Layout } from './layout.ts';

/** Policies without any convention, in a folder that the user named or opened. */
export const plain: Layout = {
  name: 'plain',
  markers: [],
  folders: [],
  isToldByPages: true,
  languages: ['markdown'],
  isFlat: false,
  elsewhere: 'pages',
  pages: 'called',
  dialect: commonMark,
  hasOptionalFence: false,
  hasKeys: false,
  hasStatus: true,
  hasManifest: true,
  skeletons: ourSkeletons,
  cron: 'usual',
  holdsFiles: false,
  hasFinalFields: false,
};
