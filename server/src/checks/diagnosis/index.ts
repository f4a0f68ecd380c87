/** The table of failures: which cause several findings of a domain have in common. */
import type { CheckId, CheckSubject, Diagnosis } from '../../protocol/checks.ts';
import type { Considered } from '../engine/check.ts';
import type { DiagnosisRow } from './diagnosis.ts';
import { autodiscoverEndpointWrong } from './autodiscoverEndpointWrong.ts';
import { certificateNotAccepted } from './certificateNotAccepted.ts';
import { clockWrong } from './clockWrong.ts';
import { consumerGateway } from './consumerGateway.ts';
import { domainNotFederated } from './domainNotFederated.ts';
import { domainsLeftOut } from './domainsLeftOut.ts';
import { faultyBuild } from './faultyBuild.ts';
import { handlerMissing } from './handlerMissing.ts';
import { hostNameUnbound } from './hostNameUnbound.ts';
import { hybridAgentOffline } from './hybridAgentOffline.ts';
import { hybridPartner } from './hybridPartner.ts';
import { incompleteChain } from './incompleteChain.ts';
import { innerWebServicesAddress } from './innerWebServicesAddress.ts';
import { nameMissing } from './nameMissing.ts';
import { noCommonTls } from './noCommonTls.ts';
import { nodesDiffer } from './nodesDiffer.ts';
import { notFederated } from './notFederated.ts';
import { otherApplicationUri } from './otherApplicationUri.ts';
import { pageInBetween } from './pageInBetween.ts';
import { pathNotPublished } from './pathNotPublished.ts';
import { poolStopped } from './poolStopped.ts';
import { portClosed } from './portClosed.ts';
import { preAuthentication } from './preAuthentication.ts';
import { proofNotTaken } from './proofNotTaken.ts';
import { proxyHere } from './proxyHere.ts';
import { publisherForbids } from './publisherForbids.ts';
import { redirectNotFollowed } from './redirectNotFollowed.ts';
import { redirectOnly } from './redirectOnly.ts';
import { serviceRecordOnly } from './serviceRecordOnly.ts';
import { sharingEndpointMoved } from './sharingEndpointMoved.ts';
import { tlsInspection } from './tlsInspection.ts';
import { webSiteAnswers } from './webSiteAnswers.ts';
import { wsSecurityOff } from './wsSecurityOff.ts';

/** What stands in the way of the most comes first. */
export const diagnosisRows: readonly DiagnosisRow[] = [
  proxyHere,
  nameMissing,
  portClosed,
  noCommonTls,
  serviceRecordOnly,
  proofNotTaken,
  notFederated,
  domainNotFederated,
  consumerGateway,
  preAuthentication,
  publisherForbids,
  poolStopped,
  hostNameUnbound,
  handlerMissing,
  redirectNotFollowed,
  webSiteAnswers,
  pathNotPublished,
  pageInBetween,
  wsSecurityOff,
  certificateNotAccepted,
  incompleteChain,
  redirectOnly,
  otherApplicationUri,
  domainsLeftOut,
  autodiscoverEndpointWrong,
  hybridAgentOffline,
  sharingEndpointMoved,
  innerWebServicesAddress,
  clockWrong,
  hybridPartner,
  faultyBuild,
  nodesDiffer,
  tlsInspection,
];

/** The causes that the findings of one domain show, likely culprit first. One whose findings an earlier one explains is left out. */
export function diagnose(subject: CheckSubject, of: (check: CheckId) => Considered | undefined): readonly Diagnosis[] {
  const explained = new Set<CheckId>();
  return diagnosisRows.flatMap((row): readonly Diagnosis[] => {
    const { id, symptom } = row;
    const found = row.find({ subject, of });
    if (found === undefined || found.explains.every((check) => explained.has(check))) return [];
    for (const check of found.explains) explained.add(check);
    return [{ id, organization: subject.organization, domain: subject.domain, symptom, ...found }];
  });
}
