// The library entry tickmark/core: the engine without a face.
export { type Catalog, type Criterion, createCatalog, type PointOfFocus } from './catalog/catalog.ts';
export { descriptionCriteria, tsc } from './catalog/tsc.ts';
export { type Analysis, analyze } from './engine/analysis.ts';
export type { ShownFinding } from './engine/shownFinding.ts';
export { Engine, type EngineOptions, type Work } from './engine.ts';
export type { LayoutName } from './formats/layouts/layout.ts';
export { recognize } from './formats/recognize.ts';
export { type Role, roleOf } from './formats/role.ts';
export type { CriterionCoverage, LadderState } from './program/ladder.ts';
export type { Program } from './program/program.ts';
export type { Report } from './program/report.ts';
export type { Rule } from './rules/rule.ts';
export { ruleNamed, rules } from './rules/rules.ts';
export type { Preset, SetSeverity, Severity } from './rules/severity.ts';
export { LineTable } from './text/lineTable.ts';
export { sourceOf } from './text/source.ts';
