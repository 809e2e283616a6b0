// The built-in catalog: the Trust Services Criteria, assembled from its data files (one per series), and the
// description criteria. Every text is our own; ids, order and counts are the AICPA's.
import {
  type Catalog,
  type Criterion,
  createCatalog,
  type DescriptionCriterion,
  type PointOfFocus,
} from './catalog.ts';
import A1 from './data/A1.json' with { type: 'json' };
import C1 from './data/C1.json' with { type: 'json' };
import CC1 from './data/CC1.json' with { type: 'json' };
import CC2 from './data/CC2.json' with { type: 'json' };
import CC3 from './data/CC3.json' with { type: 'json' };
import CC4 from './data/CC4.json' with { type: 'json' };
import CC5 from './data/CC5.json' with { type: 'json' };
import CC6 from './data/CC6.json' with { type: 'json' };
import CC7 from './data/CC7.json' with { type: 'json' };
import CC8 from './data/CC8.json' with { type: 'json' };
import CC9 from './data/CC9.json' with { type: 'json' };
import DC from './data/DC.json' with { type: 'json' };
import P1 from './data/P1.json' with { type: 'json' };
import P2 from './data/P2.json' with { type: 'json' };
import P3 from './data/P3.json' with { type: 'json' };
import P4 from './data/P4.json' with { type: 'json' };
import P5 from './data/P5.json' with { type: 'json' };
import P6 from './data/P6.json' with { type: 'json' };
import P7 from './data/P7.json' with { type: 'json' };
import P8 from './data/P8.json' with { type: 'json' };
import PI1 from './data/PI1.json' with { type: 'json' };

/** A data file, as JSON types it (data/criterion-series.schema.json says the same of its form). */
interface SeriesData {
  readonly id: string;
  readonly title: string;
  readonly category: string;
  readonly criteria: readonly CriterionData[];
}
interface CriterionData extends Omit<Criterion, 'group' | 'points'> {
  readonly points: readonly PointData[];
}
interface PointData extends Omit<PointOfFocus, 'id' | 'criterion' | 'role'> {
  readonly role?: string;
}

// In the order of the AICPA's document.
const series: readonly SeriesData[] = [
  CC1,
  CC2,
  CC3,
  CC4,
  CC5,
  CC6,
  CC7,
  CC8,
  CC9,
  A1,
  C1,
  PI1,
  P1,
  P2,
  P3,
  P4,
  P5,
  P6,
  P7,
  P8,
];

/** The Trust Services Criteria: TSP section 100 (2017), points of focus as revised in 2022. */
export const tsc: Catalog = createCatalog({
  name: 'TSC',
  title: 'Trust Services Criteria (2017, points of focus revised 2022)',
  categories: [
    { id: 'security', title: 'Security', aliases: ['common criteria', 'CC'], common: true },
    { id: 'availability', title: 'Availability', aliases: ['A'], common: false },
    { id: 'processing-integrity', title: 'Processing Integrity', aliases: ['PI'], common: false },
    { id: 'confidentiality', title: 'Confidentiality', aliases: ['C'], common: false },
    { id: 'privacy', title: 'Privacy', aliases: ['P'], common: false },
  ],
  groups: series.map(({ id, title, category }) => ({ id, title, category })),
  criteria: series.flatMap(({ id: group, criteria }) =>
    criteria.map(({ points, ...criterion }) => ({
      ...criterion,
      group,
      points: points.map(point => pointOf(criterion.id, point)),
    })),
  ),
});

/** The description criteria of DC section 200, in order. */
export const descriptionCriteria: readonly DescriptionCriterion[] = DC.criteria.map(criterion => ({
  ...criterion,
  appliesTo: criterion.appliesTo.filter(type => type === 1 || type === 2),
}));

/** The description criterion of an id, such as `DC 3`; undefined for any other. */
export function descriptionCriterion(id: string | undefined): DescriptionCriterion | undefined {
  return descriptionCriteria.find(one => one.id === id);
}

function pointOf(criterion: string, { role, ...point }: PointData): PointOfFocus {
  const common = { ...point, id: `${criterion}-POF${point.number}`, criterion };
  return role === 'controller' || role === 'processor' ? { ...common, role } : common;
}
