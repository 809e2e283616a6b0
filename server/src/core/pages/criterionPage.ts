import {
  type Catalogue,
  type Criterion,
  isOfOtherRole,
  type PointOfFocus,
  type PrivacyRole,
} from '../catalogue/catalogue.ts';
import { keyOf } from '../catalogue/catalogues.ts';
import { tsc } from '../catalogue/tsc.ts';
import { type Block, type Inlines, type Page, paragraph, section } from './page.ts';
import { linked, named } from './words.ts';

/**
 * A criterion's page, in our own words. What is not written for it is left out.
 * @param role the part that the organisation plays for personal information: points for the other one come last
 */
export function criterionPage(criterion: Criterion, catalogue: Catalogue, role?: PrivacyRole): Page {
  const { id, title, controls, evidence, policies } = criterion;
  const isOther = (point: PointOfFocus) => isOfOtherRole(point, role);
  const points = [
    ...criterion.points.filter(point => !isOther(point)),
    ...criterion.points.filter(point => isOther(point)),
  ];
  return {
    title: named(id, title),
    blocks: [
      ...whatItAsksFor(criterion, catalogue),
      ...whatAuditorsLookAt(criterion),
      ...section('Typical controls', controls.map(plain)),
      ...section('Typical evidence', evidence.map(plain)),
      ...section('Typical policies', policies.map(plain)),
      ...section(
        'Points of focus (guidance, not requirements)',
        points.map(point => pointItem(point, catalogue)),
      ),
      ...section('Related', relatedTo(criterion, catalogue)),
    ],
  };
}

/** Where it belongs, and what it comes to. */
export function whatItAsksFor(criterion: Criterion, catalogue: Catalogue): Block[] {
  const { description } = criterion;
  const place = belongs(criterion, catalogue);
  return [
    ...(place.length > 0 ? [paragraph(...place)] : []),
    ...(description === '' ? [] : [paragraph(description)]),
  ];
}

export function whatAuditorsLookAt({ auditorsLookAt }: Criterion): Block[] {
  return section('What auditors usually look at', auditorsLookAt.map(plain));
}

/** The criteria related to one, each as a link; an id that the catalogue does not have is named only. */
export function relatedTo({ related }: Criterion, catalogue: Catalogue): Inlines[] {
  return related.map(id => {
    const other = catalogue.criterion(id);
    return [other ? linked(other, catalogue) : id];
  });
}

function belongs({ group: groupId, coso }: Criterion, catalogue: Catalogue): Inlines {
  const group = groupId === undefined ? undefined : catalogue.group(groupId);
  const category = group?.category === undefined ? undefined : catalogue.category(group.category);
  const parts = [
    // Whose the words are goes without saying for the criteria that are built in.
    ...(catalogue.name === tsc.name ? [] : [{ text: catalogue.name, target: { page: catalogue.name } }]),
    ...(category ? [{ text: category.title, target: { page: keyOf(catalogue.name, category.id) } }] : []),
    ...(group ? [linked(group, catalogue)] : []),
    ...(coso === undefined ? [] : [`COSO principle ${coso}`]),
  ];
  return parts.flatMap((part, i) => (i === 0 ? [part] : [' · ', part]));
}

function pointItem(point: PointOfFocus, catalogue: Catalogue): Inlines {
  const { text, only, role } = point;
  const marks = [only, role].filter(mark => mark !== undefined);
  return [
    linked(point, catalogue),
    text === '' ? '' : `: ${text}`,
    marks.length > 0 ? ` (${marks.join(', ')})` : '',
  ];
}

function plain(text: string): Inlines {
  return [text];
}
