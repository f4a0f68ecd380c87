import assert from 'node:assert/strict';
import test from 'node:test';
import { runChecksRequest } from '../../server/src/protocol/messages.ts';

test('messages have the product’s prefix', () => assert.match(runChecksRequest, /^federationPlan\//));
