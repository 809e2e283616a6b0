import { ourSkeletons } from '../../model/skeletons/ours.ts';
import { envelopeOf } from '../envelope.ts';
import type { Layout } from './layout.ts';

/** Policies without any convention, in a folder that the user named. */
export const plain: Layout = {
  name: 'plain',
  markers: [],
  folders: [],
  isTold: isPolicy,
  languages: ['markdown'],
  isFlat: false,
  elsewhere: 'pages',
  hasPoliciesAnywhere: true,
  hasOptionalFence: false,
  hasKeys: false,
  hasStatus: true,
  hasManifest: true,
  skeletons: ourSkeletons,
  holdsFiles: false,
  hasFinalFields: false,
};

/** By far the most policies are called so by their name, title or front matter. */
function isPolicy(text: string, path: string): boolean {
  const { metaStart, metaEnd, bodyStart } = envelopeOf(text, false);
  const meta = text.slice(metaStart, metaEnd);
  if (/^policy:\s*true\s*$/m.test(meta) || /^(?:satisfies|tsc_criteria)\s*:/m.test(meta)) return true;
  const title = /^title:(.*)$/m.exec(meta)?.[1] ?? /^#+ (.*)$/m.exec(text.slice(bodyStart))?.[1] ?? '';
  return /\b(?:polic(?:y|ies)|procedure)\b/i.test(`${title} ${path.replace(/[-_/]/g, ' ')}`);
}
