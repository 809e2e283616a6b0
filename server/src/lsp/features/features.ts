import { addEvidenceFeature } from './addEvidence.ts';
import { callHierarchy } from './callHierarchy.ts';
import { codeActions } from './codeActions.ts';
import { codeLens } from './codeLens.ts';
import { completion } from './completion.ts';
import { definition } from './definition.ts';
import { diagnostics } from './diagnostics.ts';
import { documentLinks } from './documentLinks.ts';
import { documentStanding } from './documentStanding.ts';
import { documentSymbols } from './documentSymbols.ts';
import type { Feature } from './feature.ts';
import { fileMoves } from './fileMoves.ts';
import { folding } from './folding.ts';
import { formatting } from './formatting.ts';
import { highlight } from './highlight.ts';
import { hover } from './hover.ts';
import { implementation } from './implementation.ts';
import { inlayHints } from './inlayHints.ts';
import { newManifestFeature } from './newManifest.ts';
import { newRecordFeature } from './newRecord.ts';
import { onType } from './onType.ts';
import { pages } from './pages.ts';
import { preset } from './preset.ts';
import { proposals } from './proposals.ts';
import { references } from './references.ts';
import { rename } from './rename.ts';
import { scope } from './scope.ts';
import { selection } from './selection.ts';
import { status } from './status.ts';
import { tokens } from './tokens.ts';
import { tree } from './tree.ts';
import { workspaceSymbols } from './workspaceSymbols.ts';

/** Everything that the server does for a client, but for taking up its documents, files and folders. */
export const features: readonly Feature[] = [
  completion,
  hover,
  definition,
  implementation,
  callHierarchy,
  references,
  highlight,
  documentLinks,
  documentSymbols,
  workspaceSymbols,
  codeLens,
  inlayHints,
  rename,
  fileMoves,
  codeActions,
  folding,
  selection,
  tokens,
  onType,
  formatting,
  diagnostics,
  tree,
  status,
  documentStanding,
  scope,
  pages,
  proposals,
  preset,
  newManifestFeature,
  newRecordFeature,
  addEvidenceFeature,
];
