// The library entry tickmark/core: the engine without a face.
export { type Catalogue, type Criterion, createCatalogue, type PointOfFocus } from './catalogue/catalogue.ts';
export { descriptionCriteria, tsc } from './catalogue/tsc.ts';
export {
  type Analysis,
  analyse,
  Engine,
  type EngineOptions,
  type ShownFinding,
  type Work,
} from './engine.ts';
export { recognise } from './formats/recognise.ts';
export { type Layout, type Role, roleOf } from './formats/role.ts';
export type { CriterionCoverage, LadderState } from './programme/ladder.ts';
export type { Programme } from './programme/programme.ts';
export type { Report } from './programme/report.ts';
export type { Rule } from './rules/rule.ts';
export { ruleNamed, rules } from './rules/rules.ts';
export type { Preset, SetSeverity, Severity } from './rules/severity.ts';
export { LineTable } from './text/lineTable.ts';
export { sourceOf } from './text/source.ts';
