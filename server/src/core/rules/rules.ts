import { rule as answerWithoutSource } from './audit/answerWithoutSource.ts';
import { rule as bridgeLetter } from './audit/bridgeLetter.ts';
import { rule as carveOut } from './audit/carveOut.ts';
import { rule as componentUnmentioned } from './audit/componentUnmentioned.ts';
import { rule as csocNotCarvedOut } from './audit/csocNotCarvedOut.ts';
import { rule as deviationResponse } from './audit/deviationResponse.ts';
import { rule as inclusive } from './audit/inclusive.ts';
import { rule as noDescription } from './audit/noDescription.ts';
import { rule as requestOverdue } from './audit/requestOverdue.ts';
import { rule as riskUntreated } from './audit/riskUntreated.ts';
import { rule as taskClosure } from './audit/taskClosure.ts';
import { rule as taskOverdue } from './audit/taskOverdue.ts';
import { rule as taskOwner } from './audit/taskOwner.ts';
import { rule as undescribed } from './audit/undescribed.ts';
import { rule as userControlCriterion } from './audit/userControlCriterion.ts';
import { rule as vendorControlUnmet } from './audit/vendorControlUnmet.ts';
import { rule as vendorReportEnded } from './audit/vendorReportEnded.ts';
import { rule as vendorReportUnread } from './audit/vendorReportUnread.ts';
import { rule as waiverExpired } from './audit/waiverExpired.ts';
import { rule as waiverNoEnd } from './audit/waiverNoEnd.ts';
import { rule as waiverUnapproved } from './audit/waiverUnapproved.ts';
import { rule as cycle } from './catalog/cycle.ts';
import { rule as catalogDuplicateId } from './catalog/duplicateId.ts';
import { rule as catalogFile } from './catalog/file.ts';
import { rule as catalogForm } from './catalog/form.ts';
import { rule as catalogName } from './catalog/name.ts';
import { rule as catalogUnknownId } from './catalog/unknownId.ts';
import { rule as catalogUnknownKey } from './catalog/unknownKey.ts';
import { rule as reachable } from './confidentiality/reachable.ts';
import { rule as unclassifiedData } from './confidentiality/unclassifiedData.ts';
import { rule as controlsDates } from './controls/dates.ts';
import { rule as lateImplementation } from './controls/lateImplementation.ts';
import { rule as missingExecution } from './controls/missingExecution.ts';
import { rule as missingExpectation } from './controls/missingExpectation.ts';
import { rule as missingFrequency } from './controls/missingFrequency.ts';
import { rule as missingNature } from './controls/missingNature.ts';
import { rule as missingOwner } from './controls/missingOwner.ts';
import { rule as noActor } from './controls/noActor.ts';
import { rule as noFrequencyInStatement } from './controls/noFrequencyInStatement.ts';
import { rule as retiredReference } from './controls/retiredReference.ts';
import { rule as severalInOne } from './controls/severalInOne.ts';
import { rule as unmapped } from './controls/unmapped.ts';
import { rule as unservedPeriod } from './controls/unservedPeriod.ts';
import { rule as vagueWording } from './controls/vagueWording.ts';
import { rule as claimedInPart } from './coverage/claimedInPart.ts';
import { rule as documentedOnly } from './coverage/documentedOnly.ts';
import { rule as groupCited } from './coverage/groupCited.ts';
import { rule as missing } from './coverage/missing.ts';
import { rule as noControl } from './coverage/noControl.ts';
import { rule as nothingMapped } from './coverage/nothingMapped.ts';
import { rule as plannedOnly } from './coverage/plannedOnly.ts';
import { rule as duplicateCriterion } from './criteria/duplicate.ts';
import { rule as group } from './criteria/group.ts';
import { rule as notInCatalog } from './criteria/notInCatalog.ts';
import { rule as oldNumbering } from './criteria/oldNumbering.ts';
import { rule as outOfScope } from './criteria/outOfScope.ts';
import { rule as range } from './criteria/range.ts';
import { rule as spelling } from './criteria/spelling.ts';
import { rule as unknown } from './criteria/unknown.ts';
import { rule as brokenAnchor } from './documents/brokenAnchor.ts';
import { rule as brokenLink } from './documents/brokenLink.ts';
import { rule as duplicateId } from './documents/duplicateId.ts';
import { rule as emptySection } from './documents/emptySection.ts';
import { rule as malformedId } from './documents/malformedId.ts';
import { rule as missingId } from './documents/missingId.ts';
import { rule as documentMissingOwner } from './documents/missingOwner.ts';
import { rule as missingStatus } from './documents/missingStatus.ts';
import { rule as missingTitle } from './documents/missingTitle.ts';
import { rule as orphan } from './documents/orphan.ts';
import { rule as placeholder } from './documents/placeholder.ts';
import { rule as reviewOverdue } from './documents/reviewOverdue.ts';
import { rule as supersedesCycle } from './documents/supersedesCycle.ts';
import { rule as syntax } from './documents/syntax.ts';
import { rule as tooLarge } from './documents/tooLarge.ts';
import { rule as unapproved } from './documents/unapproved.ts';
import { rule as unknownKey } from './documents/unknownKey.ts';
import { rule as unknownOwner } from './documents/unknownOwner.ts';
import { rule as unknownReference } from './documents/unknownReference.ts';
import { rule as unknownValue } from './documents/unknownValue.ts';
import { rule as evidenceDates } from './evidence/dates.ts';
import { rule as futureDate } from './evidence/futureDate.ts';
import { rule as hashDiffers } from './evidence/hashDiffers.ts';
import { rule as missingSource } from './evidence/missingSource.ts';
import { rule as evidenceNoControl } from './evidence/noControl.ts';
import { rule as noDate } from './evidence/noDate.ts';
import { rule as outsidePeriod } from './evidence/outsidePeriod.ts';
import { rule as personalData } from './evidence/personalData.ts';
import { rule as populationIncomplete } from './evidence/populationIncomplete.ts';
import { rule as samePerson } from './evidence/samePerson.ts';
import { rule as notice } from './privacy/notice.ts';
import { rule as role } from './privacy/role.ts';
import type { Rule } from './rule.ts';
import { rule as reasonMissing } from './rules/reasonMissing.ts';
import { rule as unknownSetting } from './rules/unknown.ts';
import { rule as unknownFolder } from './rules/unknownFolder.ts';
import { rule as unusedSilencing } from './rules/unusedSilencing.ts';
import { rule as scopeCatalogs } from './scope/catalogs.ts';
import { rule as dates } from './scope/dates.ts';
import { rule as exclusionCommon } from './scope/exclusionCommon.ts';
import { rule as exclusionReason } from './scope/exclusionReason.ts';
import { rule as exclusionUnknown } from './scope/exclusionUnknown.ts';
import { rule as exclusionUnselected } from './scope/exclusionUnselected.ts';
import { rule as glob } from './scope/glob.ts';
import { rule as noCommitment } from './scope/noCommitment.ts';
import { rule as noManifest } from './scope/noManifest.ts';
import { rule as objectives } from './scope/objectives.ts';
import { rule as securityMissing } from './scope/securityMissing.ts';
import { rule as shortPeriod } from './scope/shortPeriod.ts';
import { rule as soc1Categories } from './scope/soc1Categories.ts';
import { rule as soc3Type } from './scope/soc3Type.ts';
import { rule as unknownCategory } from './scope/unknownCategory.ts';
import { rule as unknownScopeValue } from './scope/unknownValue.ts';
import { rule as accessKey } from './secrets/accessKey.ts';
import { rule as privateKey } from './secrets/privateKey.ts';
import { rule as token } from './secrets/token.ts';
import { rule as urlPassword } from './secrets/urlPassword.ts';

/** Every rule, by name. To add one, write its file and name it here (CONTRIBUTING.md). */
export const rules: readonly Rule[] = [
  answerWithoutSource,
  bridgeLetter,
  carveOut,
  componentUnmentioned,
  csocNotCarvedOut,
  deviationResponse,
  inclusive,
  noDescription,
  requestOverdue,
  riskUntreated,
  taskClosure,
  taskOverdue,
  taskOwner,
  undescribed,
  userControlCriterion,
  vendorControlUnmet,
  vendorReportEnded,
  vendorReportUnread,
  waiverExpired,
  waiverNoEnd,
  waiverUnapproved,
  cycle,
  catalogDuplicateId,
  catalogFile,
  catalogForm,
  catalogName,
  catalogUnknownId,
  catalogUnknownKey,
  reachable,
  unclassifiedData,
  controlsDates,
  lateImplementation,
  missingExecution,
  missingExpectation,
  missingFrequency,
  missingNature,
  missingOwner,
  noActor,
  noFrequencyInStatement,
  retiredReference,
  severalInOne,
  unmapped,
  unservedPeriod,
  vagueWording,
  claimedInPart,
  documentedOnly,
  groupCited,
  missing,
  noControl,
  nothingMapped,
  plannedOnly,
  duplicateCriterion,
  group,
  notInCatalog,
  oldNumbering,
  outOfScope,
  range,
  spelling,
  unknown,
  brokenAnchor,
  brokenLink,
  duplicateId,
  emptySection,
  malformedId,
  missingId,
  documentMissingOwner,
  missingStatus,
  missingTitle,
  orphan,
  placeholder,
  reviewOverdue,
  supersedesCycle,
  syntax,
  tooLarge,
  unapproved,
  unknownKey,
  unknownOwner,
  unknownReference,
  unknownValue,
  evidenceDates,
  futureDate,
  hashDiffers,
  missingSource,
  evidenceNoControl,
  noDate,
  outsidePeriod,
  personalData,
  populationIncomplete,
  samePerson,
  notice,
  role,
  reasonMissing,
  unknownSetting,
  unknownFolder,
  unusedSilencing,
  scopeCatalogs,
  dates,
  exclusionCommon,
  exclusionReason,
  exclusionUnknown,
  exclusionUnselected,
  glob,
  noCommitment,
  noManifest,
  objectives,
  securityMissing,
  shortPeriod,
  soc1Categories,
  soc3Type,
  unknownCategory,
  unknownScopeValue,
  accessKey,
  privateKey,
  token,
  urlPassword,
];

const byName = new Map(rules.map(rule => [rule.name, rule]));

/** The rule of this name. */
export function ruleNamed(name: string): Rule | undefined {
  return byName.get(name);
}
