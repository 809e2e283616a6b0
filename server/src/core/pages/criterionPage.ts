import {
  type Catalog,
  type Criterion,
  isOfOtherRole,
  type PointOfFocus,
  type PrivacyRole,
} from '../catalog/catalog.ts';
import { keyOf } from '../catalog/catalogs.ts';
import { tsc } from '../catalog/tsc.ts';
import { describedBlocks } from './describedText.ts';
import { type Block, type Inlines, type Page, paragraph, section } from './page.ts';
import { linked, pointMarks, titled } from './words.ts';

/**
 * A criterion's page, in our own words. What is not written for it is left out.
 * @param role the part that the organization plays for personal information: points likelier to matter to the other one
 *   come last
 */
export function criterionPage(criterion: Criterion, catalog: Catalog, role?: PrivacyRole): Page {
  const { id, title, controls, evidence, policies } = criterion;
  const isOther = (point: PointOfFocus) => isOfOtherRole(point, role);
  const points = [
    ...criterion.points.filter(point => !isOther(point)),
    ...criterion.points.filter(point => isOther(point)),
  ];
  return {
    title: titled(id, title),
    blocks: [
      ...whatItAsksFor(criterion, catalog),
      ...whatAuditorsLookAt(criterion),
      ...section('Typical controls', controls.map(plain)),
      ...section('Typical evidence', evidence.map(plain), 'detail'),
      ...section('Typical policies', policies.map(plain), 'detail'),
      ...section(
        headingOfPoints(points),
        points.map(point => pointItem(point, catalog)),
        'detail',
      ),
      ...section('Related', relatedTo(criterion, catalog)),
    ],
  };
}

/** Where it belongs, and what it comes to. */
export function whatItAsksFor(criterion: Criterion, catalog: Catalog): Block[] {
  const { description } = criterion;
  const place = belongs(criterion, catalog);
  return [...(place.length > 0 ? [paragraph(...place)] : []), ...describedBlocks(description)];
}

export function whatAuditorsLookAt({ auditorsLookAt }: Criterion): Block[] {
  return section('What auditors usually look at', auditorsLookAt.map(plain));
}

/** The criteria related to one, each as a link; an id that the catalog does not have is named only. */
export function relatedTo({ related }: Criterion, catalog: Catalog): Inlines[] {
  return related.map(id => {
    const other = catalog.criterion(id);
    return [other ? linked(other, catalog) : id];
  });
}

function belongs({ group: groupId, coso }: Criterion, catalog: Catalog): Inlines {
  const group = groupId === undefined ? undefined : catalog.group(groupId);
  const category = group?.category === undefined ? undefined : catalog.category(group.category);
  const parts = [
    // Whose the words are goes without saying for the criteria that are built in.
    ...(catalog.name === tsc.name ? [] : [{ text: catalog.name, target: { page: catalog.name } }]),
    ...(category ? [{ text: category.title, target: { page: keyOf(catalog.name, category.id) } }] : []),
    ...(group ? [linked(group, catalog)] : []),
    ...(coso === undefined ? [] : [`COSO principle ${coso}`]),
  ];
  return parts.flatMap((part, i) => (i === 0 ? [part] : [' · ', part]));
}

function headingOfPoints(points: readonly PointOfFocus[]): string {
  const differByRole = points.some(({ role }) => role !== undefined);
  return `Points of focus (${differByRole ? 'guidance; consider all in either role' : 'guidance, not requirements'})`;
}

function pointItem(point: PointOfFocus, catalog: Catalog): Inlines {
  const { text } = point;
  const marks = pointMarks(point);
  return [
    linked(point, catalog),
    text === '' ? '' : `: ${text.replace(/\s+/g, ' ')}`,
    marks.length > 0 ? ` (${marks.join(', ')})` : '',
  ];
}

function plain(text: string): Inlines {
  return [text];
}
