import { ImplementationRequest } from 'vscode-languageserver';
import type { Location } from '../../../../protocol/place.ts';
import { implementationAt } from '../../core/features/implementation.ts';
import { placeOfLink } from '../chainPlaces.ts';
import { targetsOf } from '../targets.ts';
import { type Feature, positionRequest } from './feature.ts';

/** The controls of a criterion or policy, the evidence of a control, and the file of evidence. */
export const implementation: Feature = {
  announces: () => ({ implementationProvider: true }),
  answers: [
    positionRequest(ImplementationRequest.type, [], async (spot, context) => {
      const found = implementationAt(spot.editing, spot.offset);
      if (!found) return [];
      const locations: Location[] = [];
      for (const link of found.links) {
        const location = await placeOfLink(link, spot.host, context);
        if (location) locations.push(location);
      }
      return targetsOf(spot, found.range, locations, context.abilities.implementationLinks, context);
    }),
  ],
};
