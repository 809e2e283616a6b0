import { pandoc } from '../../markdown/pandoc.ts';
import { entry } from '../../yaml/lookup.ts';
import { complySkeletons } from './complySkeletons.ts';
import type { Layout } from './layout.ts';

/**
 * That of Comply (https://github.com/strongdm/comply), which looks into its folders one level deep for what ends in
 * `.md` (`internal/path/path.go`), and has no controls.
 */
export const comply: Layout = {
  name: 'comply',
  markers: ['comply.yml', 'comply.yaml'],
  isToldByPages: false,
  folders: ['narratives', 'policies', 'procedures', 'standards'],
  languages: ['markdown'],
  ending: '.md',
  isFlat: true,
  elsewhere: 'nothing',
  pages: undefined,
  // Comply has policies and narratives printed by Pandoc, and puts procedures into tickets.
  dialect: pandoc,
  hasOptionalFence: true,
  owns: (style, mapping) =>
    style === 'bare' ||
    (mapping !== undefined && (entry(mapping, 'acronym') ?? entry(mapping, 'majorRevisions')) !== undefined),
  hasKeys: false,
  hasStatus: false,
  hasManifest: false,
  readsOnly: 'Comply reads only files directly in its folders whose names end in `.md`',
  skeletons: complySkeletons,
  cron: 'secondsFirst',
  holdsFiles: false,
  hasFinalFields: true,
};
