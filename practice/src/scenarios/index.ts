/** All scenarios, in the order in which users see them. A new one is a file here and a line below. */
import type { Scenario } from '../scenario.ts';
import { adfsLogin } from './adfsLogin.ts';
import { applicationProxyLogin } from './applicationProxyLogin.ts';
import { autodiscoverEndpointWrong } from './autodiscoverEndpointWrong.ts';
import { basicLogin } from './basicLogin.ts';
import { bigIpLogin } from './bigIpLogin.ts';
import { certificateNameMismatch } from './certificateNameMismatch.ts';
import { clockAhead } from './clockAhead.ts';
import { clockAheadForSure } from './clockAheadForSure.ts';
import { chainOutOfOrder } from './chainOutOfOrder.ts';
import { clientCertificate } from './clientCertificate.ts';
import { cloudPartner } from './cloudPartner.ts';
import { consumerGateway } from './consumerGateway.ts';
import { danglingAlias } from './danglingAlias.ts';
import { domainLeftOut } from './domainLeftOut.ts';
import { domainNotFederated } from './domainNotFederated.ts';
import { ewsCertificateExpired } from './ewsCertificateExpired.ts';
import { exchange2010 } from './exchange2010.ts';
import { exchange2013 } from './exchange2013.ts';
import { exchange2019 } from './exchange2019.ts';
import { exchangeOnline } from './exchangeOnline.ts';
import { exchangeSubscriptionEdition } from './exchangeSubscriptionEdition.ts';
import { expiredCertificate } from './expiredCertificate.ts';
import { faultyBuild } from './faultyBuild.ts';
import { formsLogin } from './formsLogin.ts';
import { gatewayBlocked } from './gatewayBlocked.ts';
import { gatewayInspected } from './gatewayInspected.ts';
import { handlerMissing } from './handlerMissing.ts';
import { handshakeRefused } from './handshakeRefused.ts';
import { headersStripped } from './headersStripped.ts';
import { healthy } from './healthy.ts';
import { hostNameUnbound } from './hostNameUnbound.ts';
import { hybridAgentOffline } from './hybridAgentOffline.ts';
import { hybridCloudMailboxes } from './hybridCloudMailboxes.ts';
import { hybridPartner } from './hybridPartner.ts';
import { incompleteChain } from './incompleteChain.ts';
import { incompleteChainNoAddress } from './incompleteChainNoAddress.ts';
import { ipv6Only } from './ipv6Only.ts';
import { mailInTheCloud } from './mailInTheCloud.ts';
import { innerWebServicesAddress } from './innerWebServicesAddress.ts';
import { microsoftAnswers } from './microsoftAnswers.ts';
import { mustStapleMissing } from './mustStapleMissing.ts';
import { nameServerFails } from './nameServerFails.ts';
import { neglectedWebSite } from './neglectedWebSite.ts';
import { netScalerLogin } from './netScalerLogin.ts';
import { noAutodiscover } from './noAutodiscover.ts';
import { notFederated } from './notFederated.ts';
import { noTlsOnPort } from './noTlsOnPort.ts';
import { oldServicePack } from './oldServicePack.ts';
import { oneNodeDown } from './oneNodeDown.ts';
import { otherApplicationUri } from './otherApplicationUri.ts';
import { otherProof } from './otherProof.ts';
import { otherVersion } from './otherVersion.ts';
import { pageOnWssecurity } from './pageOnWssecurity.ts';
import { poolStopped } from './poolStopped.ts';
import { portClosed } from './portClosed.ts';
import { preAuthentication } from './preAuthentication.ts';
import { privateAuthority } from './privateAuthority.ts';
import { proofMissing } from './proofMissing.ts';
import { proofNotPropagated } from './proofNotPropagated.ts';
import { proofQuoted } from './proofQuoted.ts';
import { proofRemoved } from './proofRemoved.ts';
import { proofRoll } from './proofRoll.ts';
import { proofSplit } from './proofSplit.ts';
import { publisherForbids } from './publisherForbids.ts';
import { redirectLoop } from './redirectLoop.ts';
import { redirectOnly } from './redirectOnly.ts';
import { redirectToHttp } from './redirectToHttp.ts';
import { renewalOnOneNode } from './renewalOnOneNode.ts';
import { relationshipEndpoint } from './relationshipEndpoint.ts';
import { resetOnHello } from './resetOnHello.ts';
import { revocationUnreachable } from './revocationUnreachable.ts';
import { revokedCertificate } from './revokedCertificate.ts';
import { selfSignedCertificate } from './selfSignedCertificate.ts';
import { serviceRecordOnly } from './serviceRecordOnly.ts';
import { serviceRecordPort444 } from './serviceRecordPort444.ts';
import { setUpBegun } from './setUpBegun.ts';
import { severalDomains } from './severalDomains.ts';
import { sharingEndpointMoved } from './sharingEndpointMoved.ts';
import { sha1Certificate } from './sha1Certificate.ts';
import { shortKey } from './shortKey.ts';
import { silentPort } from './silentPort.ts';
import { splitDnsHidesHost } from './splitDnsHidesHost.ts';
import { splitDnsOwnAddress } from './splitDnsOwnAddress.ts';
import { soapNotAdvertised } from './soapNotAdvertised.ts';
import { statedEndpointExpired } from './statedEndpointExpired.ts';
import { statedEndpoints } from './statedEndpoints.ts';
import { tls10Only } from './tls10Only.ts';
import { tmgLogin } from './tmgLogin.ts';
import { tls13Only } from './tls13Only.ts';
import { tlsInspection } from './tlsInspection.ts';
import { twoNodes } from './twoNodes.ts';
import { webSiteAnswers } from './webSiteAnswers.ts';
import { wildcardRecord } from './wildcardRecord.ts';
import { windowsLogin } from './windowsLogin.ts';
import { wssecurityOff } from './wssecurityOff.ts';
import { wssecurityUnpublished } from './wssecurityUnpublished.ts';

export const scenarios: readonly Scenario[] = [
  healthy,
  exchange2010,
  exchange2013,
  exchange2019,
  exchangeSubscriptionEdition,
  twoNodes,
  ipv6Only,
  severalDomains,
  relationshipEndpoint,
  proofRoll,
  proofSplit,
  neglectedWebSite,
  cloudPartner,
  exchangeOnline,
  wssecurityOff,
  wssecurityUnpublished,
  pageOnWssecurity,
  preAuthentication,
  notFederated,
  domainNotFederated,
  domainLeftOut,
  consumerGateway,
  setUpBegun,
  proofMissing,
  proofQuoted,
  otherProof,
  proofNotPropagated,
  proofRemoved,
  expiredCertificate,
  ewsCertificateExpired,
  statedEndpointExpired,
  certificateNameMismatch,
  selfSignedCertificate,
  incompleteChain,
  incompleteChainNoAddress,
  chainOutOfOrder,
  privateAuthority,
  tlsInspection,
  shortKey,
  sha1Certificate,
  clientCertificate,
  revokedCertificate,
  revocationUnreachable,
  mustStapleMissing,
  renewalOnOneNode,
  tls10Only,
  tls13Only,
  handshakeRefused,
  resetOnHello,
  noTlsOnPort,
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
  tmgLogin,
  adfsLogin,
  bigIpLogin,
  netScalerLogin,
  applicationProxyLogin,
  formsLogin,
  basicLogin,
  windowsLogin,
  publisherForbids,
  headersStripped,
  poolStopped,
  hostNameUnbound,
  handlerMissing,
  soapNotAdvertised,
  redirectToHttp,
  redirectLoop,
  redirectOnly,
  innerWebServicesAddress,
  otherVersion,
  oldServicePack,
  faultyBuild,
  statedEndpoints,
  autodiscoverEndpointWrong,
  sharingEndpointMoved,
  hybridAgentOffline,
  otherApplicationUri,
  clockAhead,
  clockAheadForSure,
  microsoftAnswers,
  hybridPartner,
  hybridCloudMailboxes,
  gatewayBlocked,
  gatewayInspected,
];
