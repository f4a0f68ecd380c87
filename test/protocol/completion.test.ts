import assert from 'node:assert/strict';
import test from 'node:test';
import type { CompletionItem, CompletionList, MarkupContent } from 'vscode-languageserver-protocol/node';
import { languageServer } from '../support/languageServer.ts';

const lists = { textDocument: { completion: { completionList: { itemDefaults: ['editRange', 'insertTextMode'] } } } };
const session = await languageServer({}, lists);
const script = (line: string): string => `federationPlan: 1\norganizations:\n  a: { exchange: { version: 2016 }, acceptedDomains: [a.example] }\nsteps:\n  - id: one\n    organization: a\n    run: |\n      ${line}\n`;
const uri = session.open('completion.fedplan.yaml', script('G'));
let version = 1;

async function complete(line: string): Promise<CompletionList | CompletionItem[]> {
  session.change(uri, ++version, script(line));
  return session.connection.sendRequest('textDocument/completion', { textDocument: { uri }, position: { line: 7, character: 6 + line.length } });
}

test('of many cmdlets the foremost are sent, and the client asks again', async () => {
  const list = (await complete('g')) as CompletionList;
  assert.equal(list.isIncomplete, true);
  assert.ok(list.items.length <= 400);
  assert.ok(list.items.some(({ label }) => label === 'Get-FederationTrust'), 'those of federation first');
  assert.deepEqual(list.itemDefaults?.editRange, { start: { line: 7, character: 6 }, end: { line: 7, character: 7 } });
  assert.ok(JSON.stringify(list).length < 100_000, `${JSON.stringify(list).length} characters`);
  const narrower = (await complete('Get-FederationTr')) as CompletionList;
  assert.equal(narrower.isIncomplete, false);
});

test('a word that is typed in full is among the foremost, however common its letters are', async () => {
  const list = (await complete('Set-Mailbox')) as CompletionList;
  assert.ok(list.items.some(({ label }) => label === 'Set-Mailbox'));
});

test('an item is explained when somebody reads of it, for the version of the organization', async () => {
  const { items } = (await complete('New-OrganizationRelationship -Mailbox')) as CompletionList;
  const item = items.find(({ label }) => label === '-MailboxMoveCapability');
  assert.ok(item);
  assert.equal(item.documentation, undefined);
  const resolved = await session.connection.sendRequest<CompletionItem>('completionItem/resolve', item);
  assert.match((resolved.documentation as MarkupContent).value, /\*\*Not in Exchange Server 2016\*\*/);
  const cmdlet = ((await complete('Get-FederationTr')) as CompletionList).items.find(({ label }) => label === 'Get-FederationTrust');
  assert.ok(cmdlet);
  const page = await session.connection.sendRequest<CompletionItem>('completionItem/resolve', cmdlet);
  assert.match((page.documentation as MarkupContent).value, /exchangepowershell\/get-federationtrust/);
});
