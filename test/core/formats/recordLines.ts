// What is read of a document, in lines that can be compared.
import { tsc } from '../../../server/src/core/catalog/tsc.ts';
import type { LayoutName } from '../../../server/src/core/formats/layouts/layout.ts';
import { readDocument } from '../../../server/src/core/formats/readDocument.ts';
import { roleOf } from '../../../server/src/core/formats/role.ts';

/** A document's records, a line each: kind, id, standing and what it cites. */
export function records(
  path: string,
  text: string,
  layout: LayoutName = 'native',
  included = false,
): string[] {
  const role = roleOf(path, layout, included);
  if (!role) return ['not read'];
  return readDocument(text, role, tsc).summary.shape.records.map(
    ({ kind, id, stem, standing, satisfies, mentions }) => {
      const list = (label: string, ids: readonly { catalog: string; id: string }[]) =>
        ids.length > 0
          ? ` ${label} ${ids.map(cited => (cited.catalog === 'TSC' ? cited.id : `${cited.catalog}:${cited.id}`)).join(' ')}`
          : '';
      return `${kind} ${id?.text ?? `(${stem})`} ${standing}${list('satisfies', satisfies)}${list('mentions', mentions)}`;
    },
  );
}
