// By what the pages that say why something is here are asked for.

/** A finding, by its document and fingerprint; or a criterion of the tree, or a record below it. */
export type Here =
  | { readonly path: string; readonly fingerprint: string }
  | { readonly criterion: string; readonly record?: { readonly path: string; readonly index: number } };

/** The id of the page that says why something is here: `why/finding/FINGERPRINT/PATH`, `why/criterion/CC6.1`. */
export function whyId(here: Here): string {
  if ('fingerprint' in here) return `why/finding/${here.fingerprint}/${here.path}`;
  // What parts an id does not stand in the key of another catalog.
  const key = encodeURIComponent(here.criterion);
  return here.record ? `why/record/${here.record.index}/${key}/${here.record.path}` : `why/criterion/${key}`;
}

/** What such an id is about; undefined for any other id. */
export function hereOf(id: string): Here | undefined {
  const [, kind, rest = ''] = /^why\/(finding|criterion|record)\/(.+)$/s.exec(id) ?? [];
  if (kind === 'finding') {
    const [, fingerprint, path] = /^([^/]+)\/(.+)$/s.exec(rest) ?? [];
    return fingerprint !== undefined && path !== undefined ? { path, fingerprint } : undefined;
  }
  const [, index, inRecord, path] = /^(\d+)\/([^/]+)\/(.+)$/s.exec(rest) ?? [];
  const criterion = decoded(kind === 'record' ? inRecord : rest);
  if (kind === undefined || criterion === undefined) return undefined;
  if (kind === 'criterion') return { criterion };
  return path === undefined ? undefined : { criterion, record: { path, index: Number(index) } };
}

function decoded(key: string | undefined): string | undefined {
  try {
    return key === undefined ? undefined : decodeURIComponent(key);
  } catch {
    return undefined;
  }
}
