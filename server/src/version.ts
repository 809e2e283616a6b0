import manifest from '../package.json' with { type: 'json' };

/** The version of the published package. */
export const version: string = manifest.version;

// Put in by the bundler (scripts/bundle.mjs).
declare const TICKMARK_BUILD: string | undefined;

/** Names the sources that this program was built from; undefined where they run as they are. */
export const build: string | undefined = typeof TICKMARK_BUILD === 'undefined' ? undefined : TICKMARK_BUILD;
