import type { DocumentEdits } from '../../../../protocol/documentEdits.ts';
import { chooseReportRequest, type ScopeEditParams, scopeEditRequest } from '../../../../protocol/scope.ts';
import { setCategories } from '../../core/formats/manifestEdits.ts';
import type { ServerContext } from '../context.ts';
import { requestOf } from '../messages.ts';
import { list, object, string } from '../shapes.ts';
import { plainEdits } from '../workspaceEdits.ts';
import { type Feature, request } from './feature.ts';

/** Which report a program answers for, and what that covers. */
export const scope: Feature = {
  answers: [
    request(
      requestOf(chooseReportRequest),
      object({ root: string, report: string }),
      ({ root, report }, context) => {
        const host = context.hostAt(root);
        return host !== undefined && context.workspace.chooseReport(host, report);
      },
    ),
    request(requestOf(scopeEditRequest), object({ root: string, categories: list(string) }), scopeEdit),
  ],
};

async function scopeEdit(
  { root, categories }: ScopeEditParams,
  context: ServerContext,
): Promise<DocumentEdits | null> {
  const host = context.hostAt(root);
  const manifest = host && (await context.manifestOf(host));
  if (!host || !manifest) return null;
  const edits = setCategories(manifest.facts, host.engine.program.report, categories);
  const inManifest = edits.map(edit => ({ ...edit, path: manifest.path }));
  return (await plainEdits(context.editsContext, host, inManifest)) ?? null;
}
