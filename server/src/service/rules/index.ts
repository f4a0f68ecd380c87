import { accessNotEnabled } from './accessNotEnabled.ts';
import { certificateThumbprint } from './certificateThumbprint.ts';
import { cmdletNotAvailable } from './cmdletNotAvailable.ts';
import { commandPrompt } from './commandPrompt.ts';
import { contradictsPlan } from './contradictsPlan.ts';
import { controlCharacter } from './controlCharacter.ts';
import { dnsRecord } from './dnsRecord.ts';
import { domainForm } from './domainForm.ts';
import { domainNotAccepted } from './domainNotAccepted.ts';
import { domainNotFederated } from './domainNotFederated.ts';
import { domainTwice } from './domainTwice.ts';
import { duplicateStep } from './duplicateStep.ts';
import { exchangeBuild } from './exchangeBuild.ts';
import { exchangeOutOfSupport } from './exchangeOutOfSupport.ts';
import { exchangeTooOld } from './exchangeTooOld.ts';
import { exchangeUnknown } from './exchangeUnknown.ts';
import { foreignDomain } from './foreignDomain.ts';
import { internetOptionsDiffer } from './internetOptionsDiffer.ts';
import { loopbackMissing } from './loopbackMissing.ts';
import { namespaceNotAccepted } from './namespaceNotAccepted.ts';
import { namespaceTooLong } from './namespaceTooLong.ts';
import { noDomain } from './noDomain.ts';
import { notReciprocated } from './notReciprocated.ts';
import { notStatedYet } from './notStatedYet.ts';
import { outboundClosed } from './outboundClosed.ts';
import { pipedDomains } from './pipedDomains.ts';
import { primaryDomainMissing } from './primaryDomainMissing.ts';
import { profileUnread } from './profileUnread.ts';
import { proofMissing } from './proofMissing.ts';
import { proofRepeated } from './proofRepeated.ts';
import { proofShape } from './proofShape.ts';
import { proxyBypass } from './proxyBypass.ts';
import { proxyForm } from './proxyForm.ts';
import { proxyMismatch } from './proxyMismatch.ts';
import { publishedEndpoints } from './publishedEndpoints.ts';
import { roadAhead } from './roadAhead.ts';
import { roleGroup } from './roleGroup.ts';
import type { Rule } from './rule.ts';
import { scriptFolded } from './scriptFolded.ts';
import { secondTrust } from './secondTrust.ts';
import { serviceDomainMissing } from './serviceDomainMissing.ts';
import { sharingLevel } from './sharingLevel.ts';
import { stepOrder } from './stepOrder.ts';
import { targetApplicationUri } from './targetApplicationUri.ts';
import { targetEndpoints } from './targetEndpoints.ts';
import { testUser } from './testUser.ts';
import { thenAndNow } from './thenAndNow.ts';
import { unknownOrganization } from './unknownOrganization.ts';
import { winHttpBypass } from './winHttpBypass.ts';
import { winHttpContradictsPlan } from './winHttpContradictsPlan.ts';
import { winHttpForm } from './winHttpForm.ts';

export const rules: readonly Rule[] = [
  accessNotEnabled,
  certificateThumbprint,
  cmdletNotAvailable,
  commandPrompt,
  contradictsPlan,
  controlCharacter,
  dnsRecord,
  domainForm,
  domainNotAccepted,
  domainNotFederated,
  domainTwice,
  duplicateStep,
  exchangeBuild,
  exchangeOutOfSupport,
  exchangeTooOld,
  exchangeUnknown,
  foreignDomain,
  internetOptionsDiffer,
  loopbackMissing,
  namespaceNotAccepted,
  namespaceTooLong,
  noDomain,
  notReciprocated,
  notStatedYet,
  outboundClosed,
  pipedDomains,
  primaryDomainMissing,
  profileUnread,
  proofMissing,
  proofRepeated,
  proofShape,
  proxyBypass,
  proxyForm,
  proxyMismatch,
  publishedEndpoints,
  roadAhead,
  roleGroup,
  scriptFolded,
  secondTrust,
  serviceDomainMissing,
  sharingLevel,
  stepOrder,
  targetApplicationUri,
  targetEndpoints,
  testUser,
  thenAndNow,
  unknownOrganization,
  winHttpBypass,
  winHttpContradictsPlan,
  winHttpForm,
];
