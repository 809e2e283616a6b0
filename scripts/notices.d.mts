// The types of notices.mjs.
/** What esbuild says of a bundle: the files that it was made of. */
export interface Metafile {
  readonly inputs: Readonly<Record<string, unknown>>;
}
export const noticesName: string;
export function packagesIn(metafiles: readonly Metafile[]): string[];
export function noticesOf(metafiles: readonly Metafile[], folder?: string): string;
