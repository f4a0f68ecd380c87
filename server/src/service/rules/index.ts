import { controlCharacter } from './controlCharacter.ts';
import { domainNotFederated } from './domainNotFederated.ts';
import { exchangeTooOld } from './exchangeTooOld.ts';
import { noDomain } from './noDomain.ts';
import { notStatedYet } from './notStatedYet.ts';
import { proofMissing } from './proofMissing.ts';
import { proofShape } from './proofShape.ts';
import { proxyMismatch } from './proxyMismatch.ts';
import type { Rule } from './rule.ts';
import { serviceDomainMissing } from './serviceDomainMissing.ts';
import { sharingLevel } from './sharingLevel.ts';
import { unknownOrganization } from './unknownOrganization.ts';

export const rules: readonly Rule[] = [
  controlCharacter,
  domainNotFederated,
  exchangeTooOld,
  noDomain,
  notStatedYet,
  proofMissing,
  proofShape,
  proxyMismatch,
  serviceDomainMissing,
  sharingLevel,
  unknownOrganization,
];
