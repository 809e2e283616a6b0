import { isProse } from '../../markdown/scan.ts';
import type { Editing } from '../editing.ts';
import { criteriaByState, pointOffers } from './criteria.ts';
import { type Completion, type Offer, placed } from './offer.ts';
import { referenceOffers } from './records.ts';
import { wordEnd } from './yamlCursor.ts';

/** In running text only an id that has been begun is completed: of the CC form, or like those of the program's records. */
export function begunIds(editing: Editing, offset: number): Completion[] {
  const { facts } = editing;
  if (facts.summary.shape.records.length === 0 && !facts.role.included) return [];
  const before = facts.text.slice(Math.max(0, offset - 40), offset);
  const begun = /(?:^|[^\w./-])((?:[A-Z]|cc)[\w.-]*)$/.exec(before)?.[1];
  if (begun === undefined || begun.length < 2) return [];
  const beginsSo = ({ label }: Offer) => label.toLowerCase().startsWith(begun.toLowerCase());
  const { catalog, catalogs } = editing.program;
  const others = catalogs.all.filter(one => one !== catalog);
  const offers = [
    ...(pointOffers(editing, catalog, begun) ?? []),
    ...(/^(?:cc|[acp]\d|pi\d)/i.test(begun) ? criteriaByState(editing, catalog) : []),
    ...(/[\d-]/.test(begun)
      ? [
          ...referenceOffers(editing, undefined, new Set()),
          ...others.flatMap(one => criteriaByState(editing, one)),
        ]
      : []),
  ];
  const start = offset - begun.length;
  if (facts.markdown && !isProse(facts.markdown, start, offset)) return [];
  return placed(editing, offers.filter(beginsSo), { start, end: wordEnd(facts.text, start, offset) });
}
