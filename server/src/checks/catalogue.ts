import type { Check } from './engine/check.ts';
import { autodiscoverService } from './catalogue/autodiscoverService.ts';
import { answerAndPlan } from './catalogue/answerAndPlan.ts';
import { certificateChain } from './catalogue/certificateChain.ts';
import { certificateDates } from './catalogue/certificateDates.ts';
import { certificateKey } from './catalogue/certificateKey.ts';
import { certificateNames } from './catalogue/certificateNames.ts';
import { certificateOrigin } from './catalogue/certificateOrigin.ts';
import { certificateRevocation } from './catalogue/certificateRevocation.ts';
import { certificateSignature } from './catalogue/certificateSignature.ts';
import { certificateTrust } from './catalogue/certificateTrust.ts';
import { clientAutodiscover } from './catalogue/clientAutodiscover.ts';
import { clock } from './catalogue/clock.ts';
import { exchangeHeaders } from './catalogue/exchangeHeaders.ts';
import { exchangeOnline } from './catalogue/exchangeOnline.ts';
import { exchangeVersion } from './catalogue/exchangeVersion.ts';
import { federationInformation } from './catalogue/federationInformation.ts';
import { federationProof } from './catalogue/federationProof.ts';
import { mailExchangers } from './catalogue/mailExchangers.ts';
import { gatewayDomains } from './catalogue/gatewayDomains.ts';
import { gatewayMetadata } from './catalogue/gatewayMetadata.ts';
import { gatewayToken } from './catalogue/gatewayToken.ts';
import { port443 } from './catalogue/port443.ts';
import { publishedHosts } from './catalogue/publishedHosts.ts';
import { relationshipEndpoints } from './catalogue/relationshipEndpoints.ts';
import { roadAhead } from './catalogue/roadAhead.ts';
import { tls10 } from './catalogue/tls10.ts';
import { tls11 } from './catalogue/tls11.ts';
import { tls12 } from './catalogue/tls12.ts';
import { tls13 } from './catalogue/tls13.ts';
import { wildcardName } from './catalogue/wildcardName.ts';
import { webServicesAddress } from './catalogue/webServicesAddress.ts';
import { wsSecurityAutodiscover } from './catalogue/wsSecurityAutodiscover.ts';
import { wsSecurityWebServices } from './catalogue/wsSecurityWebServices.ts';

/** All checks, in the order in which results are shown. */
export const checkCatalogue: readonly Check[] = [
  publishedHosts,
  autodiscoverService,
  federationProof,
  wildcardName,
  mailExchangers,
  port443,
  tls10,
  tls11,
  tls12,
  tls13,
  certificateNames,
  certificateTrust,
  certificateDates,
  certificateChain,
  certificateKey,
  certificateSignature,
  certificateRevocation,
  certificateOrigin,
  clientAutodiscover,
  exchangeHeaders,
  webServicesAddress,
  federationInformation,
  answerAndPlan,
  exchangeOnline,
  exchangeVersion,
  wsSecurityAutodiscover,
  wsSecurityWebServices,
  relationshipEndpoints,
  gatewayMetadata,
  gatewayToken,
  gatewayDomains,
  clock,
  roadAhead,
];
