import { newManifestRequest } from '../../../../protocol/newManifest.ts';
import { newManifest } from '../../core/formats/newManifest.ts';
import { manifestName } from '../../core/formats/role.ts';
import { below } from '../../workspace/files.ts';
import { requestOf } from '../messages.ts';
import { integer, list, object, optional, string } from '../shapes.ts';
import { type Feature, request } from './feature.ts';

const newManifestParams = object({
  folder: string,
  organization: string,
  kind: string,
  type: integer,
  asOf: optional(string),
  period: optional(object({ start: string, end: string })),
  categories: list(string),
  withoutSecurity: optional(string),
});

/** The manifest of a program that is to be begun. */
export const newManifestFeature: Feature = {
  answers: [
    request(
      requestOf(newManifestRequest),
      newManifestParams,
      ({ folder, ...program }, { folders, runtime }) => ({
        uri: folders.uriOf(below(runtime.keyOf(folder), manifestName)),
        text: newManifest(program),
      }),
    ),
  ],
};
