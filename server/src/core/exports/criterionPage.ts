import type { Catalogue, Criterion } from '../catalogue/catalogue.ts';

/** A criterion's page in Markdown, in our own words. What is not written for it is left out. */
export function criterionPage(criterion: Criterion, catalogue: Catalogue): string {
  const {
    id,
    title,
    description,
    group: groupId,
    coso,
    auditorsLookAt,
    controls,
    evidence,
    policies,
    related,
    points,
  } = criterion;
  const group = groupId === undefined ? undefined : catalogue.group(groupId);
  const category = group?.category === undefined ? undefined : catalogue.category(group.category);
  const belongs = [
    category?.title,
    group && `${group.id} ${group.title}`,
    coso !== undefined && `COSO principle ${coso}`,
  ];
  const list = (heading: string, items: readonly string[]) =>
    items.length > 0 ? `## ${heading}\n\n${items.map(item => `- ${item}`).join('\n')}\n` : '';
  return [
    `# ${id} ${title}\n`,
    `${belongs.filter(Boolean).join(' · ')}\n`,
    `${description}\n`,
    list('What auditors usually look at', auditorsLookAt),
    list('Typical controls', controls),
    list('Typical evidence', evidence),
    list('Typical policies', policies),
    list(
      'Points of focus (guidance, not requirements)',
      points.map(
        point =>
          `${point.id} ${point.title}: ${point.text}${point.only ? ` (${point.only})` : ''}${point.role ? ` (${point.role})` : ''}`,
      ),
    ),
    list(
      'Related',
      related.map(other => `${other} ${catalogue.criterion(other)?.title ?? ''}`.trim()),
    ),
  ]
    .filter(part => part !== '')
    .join('\n');
}
