import { rule as answerWithoutSource } from './groups/audit/answerWithoutSource.ts';
import { rule as bridgeLetter } from './groups/audit/bridgeLetter.ts';
import { rule as carveOut } from './groups/audit/carveOut.ts';
import { rule as componentUnmentioned } from './groups/audit/componentUnmentioned.ts';
import { rule as csocNotCarvedOut } from './groups/audit/csocNotCarvedOut.ts';
import { rule as deviationCause } from './groups/audit/deviationCause.ts';
import { rule as deviationCount } from './groups/audit/deviationCount.ts';
import { rule as deviationResponse } from './groups/audit/deviationResponse.ts';
import { rule as inclusive } from './groups/audit/inclusive.ts';
import { rule as noDescription } from './groups/audit/noDescription.ts';
import { rule as requestOverdue } from './groups/audit/requestOverdue.ts';
import { rule as riskUntreated } from './groups/audit/riskUntreated.ts';
import { rule as taskClosure } from './groups/audit/taskClosure.ts';
import { rule as taskGapClosed } from './groups/audit/taskGapClosed.ts';
import { rule as taskOverdue } from './groups/audit/taskOverdue.ts';
import { rule as taskOwner } from './groups/audit/taskOwner.ts';
import { rule as testException } from './groups/audit/testException.ts';
import { rule as testIndependence } from './groups/audit/testIndependence.ts';
import { rule as testInquiry } from './groups/audit/testInquiry.ts';
import { rule as undescribed } from './groups/audit/undescribed.ts';
import { rule as userControlCriterion } from './groups/audit/userControlCriterion.ts';
import { rule as vendorControlUnmet } from './groups/audit/vendorControlUnmet.ts';
import { rule as vendorExceptions } from './groups/audit/vendorExceptions.ts';
import { rule as vendorReportEnded } from './groups/audit/vendorReportEnded.ts';
import { rule as vendorReportUnfit } from './groups/audit/vendorReportUnfit.ts';
import { rule as vendorReportUnread } from './groups/audit/vendorReportUnread.ts';
import { rule as waiverExpired } from './groups/audit/waiverExpired.ts';
import { rule as waiverNoEnd } from './groups/audit/waiverNoEnd.ts';
import { rule as waiverUnapproved } from './groups/audit/waiverUnapproved.ts';
import { rule as cycle } from './groups/catalog/cycle.ts';
import { rule as catalogDuplicateId } from './groups/catalog/duplicateId.ts';
import { rule as catalogFile } from './groups/catalog/file.ts';
import { rule as catalogForm } from './groups/catalog/form.ts';
import { rule as catalogName } from './groups/catalog/name.ts';
import { rule as catalogNotFollowed } from './groups/catalog/notFollowed.ts';
import { rule as catalogUnknownId } from './groups/catalog/unknownId.ts';
import { rule as catalogUnknownKey } from './groups/catalog/unknownKey.ts';
import { rule as reachable } from './groups/confidentiality/reachable.ts';
import { rule as unclassifiedData } from './groups/confidentiality/unclassifiedData.ts';
import { rule as contradictsStatement } from './groups/controls/contradictsStatement.ts';
import { rule as controlsDates } from './groups/controls/dates.ts';
import { rule as lateImplementation } from './groups/controls/lateImplementation.ts';
import { rule as missingExecution } from './groups/controls/missingExecution.ts';
import { rule as missingExpectation } from './groups/controls/missingExpectation.ts';
import { rule as missingFrequency } from './groups/controls/missingFrequency.ts';
import { rule as missingImplementationDate } from './groups/controls/missingImplementationDate.ts';
import { rule as missingNature } from './groups/controls/missingNature.ts';
import { rule as missingOwner } from './groups/controls/missingOwner.ts';
import { rule as noActor } from './groups/controls/noActor.ts';
import { rule as noFrequencyInStatement } from './groups/controls/noFrequencyInStatement.ts';
import { rule as noWindow } from './groups/controls/noWindow.ts';
import { rule as retiredReference } from './groups/controls/retiredReference.ts';
import { rule as segregation } from './groups/controls/segregation.ts';
import { rule as servesMany } from './groups/controls/servesMany.ts';
import { rule as severalInOne } from './groups/controls/severalInOne.ts';
import { rule as teamOfOne } from './groups/controls/teamOfOne.ts';
import { rule as unmapped } from './groups/controls/unmapped.ts';
import { rule as unservedPeriod } from './groups/controls/unservedPeriod.ts';
import { rule as vagueWording } from './groups/controls/vagueWording.ts';
import { rule as claimedInPart } from './groups/coverage/claimedInPart.ts';
import { rule as documentedOnly } from './groups/coverage/documentedOnly.ts';
import { rule as groupCited } from './groups/coverage/groupCited.ts';
import { rule as missing } from './groups/coverage/missing.ts';
import { rule as noControl } from './groups/coverage/noControl.ts';
import { rule as nothingMapped } from './groups/coverage/nothingMapped.ts';
import { rule as notInPlace } from './groups/coverage/notInPlace.ts';
import { rule as plannedOnly } from './groups/coverage/plannedOnly.ts';
import { rule as duplicateCriterion } from './groups/criteria/duplicate.ts';
import { rule as group } from './groups/criteria/group.ts';
import { rule as notInCatalog } from './groups/criteria/notInCatalog.ts';
import { rule as oldNumbering } from './groups/criteria/oldNumbering.ts';
import { rule as outOfScope } from './groups/criteria/outOfScope.ts';
import { rule as range } from './groups/criteria/range.ts';
import { rule as spelling } from './groups/criteria/spelling.ts';
import { rule as takenBack } from './groups/criteria/takenBack.ts';
import { rule as unknown } from './groups/criteria/unknown.ts';
import { rule as approvedByOwner } from './groups/documents/approvedByOwner.ts';
import { rule as brokenAnchor } from './groups/documents/brokenAnchor.ts';
import { rule as brokenLink } from './groups/documents/brokenLink.ts';
import { rule as certificateClaim } from './groups/documents/certificateClaim.ts';
import { rule as documentsDates } from './groups/documents/dates.ts';
import { rule as duplicateId } from './groups/documents/duplicateId.ts';
import { rule as emptySection } from './groups/documents/emptySection.ts';
import { rule as malformedId } from './groups/documents/malformedId.ts';
import { rule as missingId } from './groups/documents/missingId.ts';
import { rule as documentMissingOwner } from './groups/documents/missingOwner.ts';
import { rule as missingStatus } from './groups/documents/missingStatus.ts';
import { rule as missingTitle } from './groups/documents/missingTitle.ts';
import { rule as noPredecessor } from './groups/documents/noPredecessor.ts';
import { rule as noRecord } from './groups/documents/noRecord.ts';
import { rule as noReview } from './groups/documents/noReview.ts';
import { rule as orphan } from './groups/documents/orphan.ts';
import { rule as placeholder } from './groups/documents/placeholder.ts';
import { rule as repeatedMerge } from './groups/documents/repeatedMerge.ts';
import { rule as reviewCadence } from './groups/documents/reviewCadence.ts';
import { rule as reviewOverdue } from './groups/documents/reviewOverdue.ts';
import { rule as supersedesCycle } from './groups/documents/supersedesCycle.ts';
import { rule as syntax } from './groups/documents/syntax.ts';
import { rule as tooLarge } from './groups/documents/tooLarge.ts';
import { rule as unapproved } from './groups/documents/unapproved.ts';
import { rule as unknownColumn } from './groups/documents/unknownColumn.ts';
import { rule as unknownKey } from './groups/documents/unknownKey.ts';
import { rule as unknownOwner } from './groups/documents/unknownOwner.ts';
import { rule as unknownReference } from './groups/documents/unknownReference.ts';
import { rule as unknownValue } from './groups/documents/unknownValue.ts';
import { rule as unreadRecord } from './groups/documents/unreadRecord.ts';
import { rule as controlInactive } from './groups/evidence/controlInactive.ts';
import { rule as evidenceDates } from './groups/evidence/dates.ts';
import { rule as fileChanged } from './groups/evidence/fileChanged.ts';
import { rule as futureDate } from './groups/evidence/futureDate.ts';
import { rule as gap } from './groups/evidence/gap.ts';
import { rule as hashDiffers } from './groups/evidence/hashDiffers.ts';
import { rule as late } from './groups/evidence/late.ts';
import { rule as misfiled } from './groups/evidence/misfiled.ts';
import { rule as missingSource } from './groups/evidence/missingSource.ts';
import { rule as evidenceNoControl } from './groups/evidence/noControl.ts';
import { rule as noDate } from './groups/evidence/noDate.ts';
import { rule as noSystem } from './groups/evidence/noSystem.ts';
import { rule as oneFile } from './groups/evidence/oneFile.ts';
import { rule as outsidePeriod } from './groups/evidence/outsidePeriod.ts';
import { rule as personalData } from './groups/evidence/personalData.ts';
import { rule as populationIncomplete } from './groups/evidence/populationIncomplete.ts';
import { rule as populationUnreconciled } from './groups/evidence/populationUnreconciled.ts';
import { rule as samePerson } from './groups/evidence/samePerson.ts';
import { rule as notice } from './groups/privacy/notice.ts';
import { rule as role } from './groups/privacy/role.ts';
import { rule as reasonMissing } from './groups/rules/reasonMissing.ts';
import { rule as unknownSetting } from './groups/rules/unknown.ts';
import { rule as unknownFolder } from './groups/rules/unknownFolder.ts';
import { rule as unusedSilencing } from './groups/rules/unusedSilencing.ts';
import { rule as scopeCatalogs } from './groups/scope/catalogs.ts';
import { rule as contradictoryReport } from './groups/scope/contradictoryReport.ts';
import { rule as dates } from './groups/scope/dates.ts';
import { rule as exclusionCommon } from './groups/scope/exclusionCommon.ts';
import { rule as exclusionReason } from './groups/scope/exclusionReason.ts';
import { rule as exclusionServed } from './groups/scope/exclusionServed.ts';
import { rule as exclusionUnknown } from './groups/scope/exclusionUnknown.ts';
import { rule as exclusionUnselected } from './groups/scope/exclusionUnselected.ts';
import { rule as scopeForm } from './groups/scope/form.ts';
import { rule as glob } from './groups/scope/glob.ts';
import { rule as longPeriod } from './groups/scope/longPeriod.ts';
import { rule as noCommitment } from './groups/scope/noCommitment.ts';
import { rule as noManifest } from './groups/scope/noManifest.ts';
import { rule as nothingRead } from './groups/scope/nothingRead.ts';
import { rule as notRead } from './groups/scope/notRead.ts';
import { rule as objectives } from './groups/scope/objectives.ts';
import { rule as reportSequence } from './groups/scope/reportSequence.ts';
import { rule as secondManifest } from './groups/scope/secondManifest.ts';
import { rule as securityMissing } from './groups/scope/securityMissing.ts';
import { rule as shortPeriod } from './groups/scope/shortPeriod.ts';
import { rule as soc1Categories } from './groups/scope/soc1Categories.ts';
import { rule as soc3Type } from './groups/scope/soc3Type.ts';
import { rule as unknownCategory } from './groups/scope/unknownCategory.ts';
import { rule as unknownScopeKey } from './groups/scope/unknownKey.ts';
import { rule as unknownScopeValue } from './groups/scope/unknownValue.ts';
import { rule as unmatched } from './groups/scope/unmatched.ts';
import { rule as accessKey } from './groups/secrets/accessKey.ts';
import { rule as privateKey } from './groups/secrets/privateKey.ts';
import { rule as token } from './groups/secrets/token.ts';
import { rule as urlPassword } from './groups/secrets/urlPassword.ts';
import type { Rule } from './rule.ts';

/** Every rule, by name. To add one, write its file and name it here (CONTRIBUTING.md). */
export const rules: readonly Rule[] = [
  answerWithoutSource,
  bridgeLetter,
  carveOut,
  componentUnmentioned,
  csocNotCarvedOut,
  deviationCause,
  deviationCount,
  deviationResponse,
  inclusive,
  noDescription,
  requestOverdue,
  riskUntreated,
  taskClosure,
  taskGapClosed,
  taskOverdue,
  taskOwner,
  testException,
  testIndependence,
  testInquiry,
  undescribed,
  userControlCriterion,
  vendorControlUnmet,
  vendorExceptions,
  vendorReportEnded,
  vendorReportUnfit,
  vendorReportUnread,
  waiverExpired,
  waiverNoEnd,
  waiverUnapproved,
  cycle,
  catalogDuplicateId,
  catalogFile,
  catalogForm,
  catalogName,
  catalogNotFollowed,
  catalogUnknownId,
  catalogUnknownKey,
  reachable,
  unclassifiedData,
  contradictsStatement,
  controlsDates,
  lateImplementation,
  noWindow,
  missingExecution,
  missingExpectation,
  missingFrequency,
  missingImplementationDate,
  missingNature,
  missingOwner,
  noActor,
  noFrequencyInStatement,
  retiredReference,
  segregation,
  servesMany,
  severalInOne,
  teamOfOne,
  unmapped,
  unservedPeriod,
  vagueWording,
  claimedInPart,
  documentedOnly,
  groupCited,
  missing,
  noControl,
  nothingMapped,
  notInPlace,
  plannedOnly,
  duplicateCriterion,
  group,
  notInCatalog,
  oldNumbering,
  outOfScope,
  range,
  spelling,
  takenBack,
  unknown,
  approvedByOwner,
  brokenAnchor,
  brokenLink,
  certificateClaim,
  documentsDates,
  duplicateId,
  emptySection,
  malformedId,
  missingId,
  documentMissingOwner,
  missingStatus,
  missingTitle,
  noPredecessor,
  noRecord,
  noReview,
  orphan,
  placeholder,
  repeatedMerge,
  reviewCadence,
  reviewOverdue,
  supersedesCycle,
  syntax,
  tooLarge,
  unapproved,
  unknownColumn,
  unknownKey,
  unknownOwner,
  unknownReference,
  unknownValue,
  unreadRecord,
  controlInactive,
  evidenceDates,
  fileChanged,
  futureDate,
  hashDiffers,
  gap,
  late,
  misfiled,
  missingSource,
  evidenceNoControl,
  noDate,
  noSystem,
  oneFile,
  outsidePeriod,
  personalData,
  populationIncomplete,
  populationUnreconciled,
  samePerson,
  notice,
  role,
  reasonMissing,
  unknownSetting,
  unknownFolder,
  unusedSilencing,
  scopeCatalogs,
  contradictoryReport,
  dates,
  exclusionCommon,
  exclusionReason,
  exclusionServed,
  exclusionUnknown,
  exclusionUnselected,
  scopeForm,
  glob,
  longPeriod,
  noCommitment,
  noManifest,
  nothingRead,
  notRead,
  objectives,
  reportSequence,
  secondManifest,
  securityMissing,
  shortPeriod,
  soc1Categories,
  soc3Type,
  unknownCategory,
  unknownScopeKey,
  unknownScopeValue,
  unmatched,
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
