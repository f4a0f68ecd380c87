/** All scenarios, in the order in which users see them. A new one is a file here and a line below. */
import type { Scenario } from '../scenario.ts';
import { certificateNameMismatch } from './certificateNameMismatch.ts';
import { cloudPartner } from './cloudPartner.ts';
import { danglingAlias } from './danglingAlias.ts';
import { domainNotFederated } from './domainNotFederated.ts';
import { expiredCertificate } from './expiredCertificate.ts';
import { handshakeRefused } from './handshakeRefused.ts';
import { healthy } from './healthy.ts';
import { incompleteChain } from './incompleteChain.ts';
import { mailInTheCloud } from './mailInTheCloud.ts';
import { nameServerFails } from './nameServerFails.ts';
import { noAutodiscover } from './noAutodiscover.ts';
import { notFederated } from './notFederated.ts';
import { oneNodeDown } from './oneNodeDown.ts';
import { portClosed } from './portClosed.ts';
import { preAuthentication } from './preAuthentication.ts';
import { proofMissing } from './proofMissing.ts';
import { proofNotPropagated } from './proofNotPropagated.ts';
import { proofRemoved } from './proofRemoved.ts';
import { selfSignedCertificate } from './selfSignedCertificate.ts';
import { serviceRecordOnly } from './serviceRecordOnly.ts';
import { serviceRecordPort444 } from './serviceRecordPort444.ts';
import { setUpBegun } from './setUpBegun.ts';
import { silentPort } from './silentPort.ts';
import { splitDnsHidesHost } from './splitDnsHidesHost.ts';
import { splitDnsOwnAddress } from './splitDnsOwnAddress.ts';
import { statedEndpointExpired } from './statedEndpointExpired.ts';
import { tls10Only } from './tls10Only.ts';
import { webSiteAnswers } from './webSiteAnswers.ts';
import { wildcardRecord } from './wildcardRecord.ts';
import { wssecurityOff } from './wssecurityOff.ts';
import { wssecurityUnpublished } from './wssecurityUnpublished.ts';

export const scenarios: readonly Scenario[] = [
  healthy,
  cloudPartner,
  wssecurityOff,
  wssecurityUnpublished,
  preAuthentication,
  notFederated,
  domainNotFederated,
  setUpBegun,
  proofMissing,
  proofNotPropagated,
  proofRemoved,
  expiredCertificate,
  statedEndpointExpired,
  certificateNameMismatch,
  selfSignedCertificate,
  incompleteChain,
  tls10Only,
  handshakeRefused,
  webSiteAnswers,
  noAutodiscover,
  danglingAlias,
  nameServerFails,
  serviceRecordOnly,
  serviceRecordPort444,
  wildcardRecord,
  splitDnsHidesHost,
  splitDnsOwnAddress,
  mailInTheCloud,
  oneNodeDown,
  portClosed,
  silentPort,
];
