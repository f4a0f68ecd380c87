import assert from 'node:assert/strict';
import test from 'node:test';
import { marked } from '../../support/marked.ts';
import { service } from '../../support/service.ts';

/** The cursor, and «…» around what changes together. */
const cases: Readonly<Record<string, string>> = {
  'an organization’s id': 'organizations:\n  «ou‸rs»: {}\n  b: {}\norganizationRelationships:\n  - { owner: «ours», target: b }\nsteps:\n  - { id: one, organization: "«ours»", run: "Set-X ours" }\n',
  'nothing at a reference': 'organizations:\n  ours: {}\nsteps:\n  - { id: one, organization: ou‸rs }\n',
  'nothing without a reference': 'organizations:\n  ou‸rs: {}\n',
  'nothing for a domain, which scripts name': 'organizations:\n  a: { acceptedDomains: [a.ex‸ample] }\n  b: { acceptedDomains: [b.example] }\norganizationRelationships:\n  - { owner: b, target: a, domainNames: [a.example] }\n',
  'nothing where one is written otherwise': 'organizations:\n  ou‸rs: {}\nsteps:\n  - { id: one, organization: "our\\x73" }\n',
  'nothing at other keys': 'federation‸Plan: 1\n',
};

for (const [name, source] of Object.entries(cases)) {
  test(`linked editing: ${name}`, () => {
    const { text, offset, ranges } = marked(source);
    assert.deepEqual(service.linkedRanges(service.read(text), offset), ranges);
  });
}
